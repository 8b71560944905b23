import { textError, textIn } from '../casus/casus-form.ts';
import { nameOf } from '../casus/casus-views.ts';
import type { Seen } from '../casus/see.ts';
import type { Values } from '../intent.ts';
import { wallInstant } from '../permanentie/wall-instant.ts';
import { entryFor, reachableAccount, vertrokken } from '../personen/directory.ts';
import { dateIn, type Instant, isBefore, isDate, isTime } from '../time.ts';
import type { FieldErrors } from '../view.ts';
import { DEELNEMERS_MAX } from './deelnemers.ts';
import { eindeBijPlannen } from './klokken.ts';
import { plaatsErrors, plaatsKeuzes, plaatsVan, plaatsWaarden } from './plaats-formulier.ts';
import { momentNrs, NAKIJKEN, type PlanVeld, planVelden } from './plan-velden.ts';
import type { Genodigde, Plan } from './plannen.ts';
import { vanzelf } from './plannen.ts';
import type { Keuze, PlanKeuzes, TafelPlanView } from './tafel-view.ts';
import type { Zorgtafel } from './zorgtafel.ts';

/** How long ago it is usually discussed with the parents at most: further back is asked about, a year back is a mistake. */
const BESPROKEN_DAGEN = 14;
const BESPROKEN_MAX_DAGEN = 365;
const MOMENT_DAGEN = 120;
const PERSONEN_MAX = 300;

const daysBefore = (date: string, days: number) => Temporal.PlainDate.from(date).subtract({ days }).toString();

/** A day and a time on the wall of the region as an instant; null when one of them is not there [P5]. */
export const wallOf = (seen: Pick<Seen, 'region'>, date: string, time: string): Instant | null =>
  isDate(date) && isTime(time) ? wallInstant(seen.region.tijdzone, date, time) : null;

/** The lines of a text that was typed, without bullets and empty ones. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/^[-•*]\s*/, '').trim())
    .filter((line) => line !== '');

const linesIn = (values: Values, id: string): string[] => linesOf(textIn(values, id));

/** What was chosen of several. */
export const listIn = (values: Values, id: string): string[] => {
  const value = values[id];
  return Array.isArray(value) ? value : value ? [value] : [];
};

/** People of the region the bot can write to, to choose from, without who is asked already. */
export function bekenden(seen: Seen, zonder: readonly { persoonId: string | null }[]): Keuze[] {
  const { directory, region, now } = seen;
  const today = dateIn(region.tijdzone, now);
  return [...directory.persons.values()]
    .filter(
      (p) =>
        !zonder.some(({ persoonId }) => persoonId === p.id) &&
        !vertrokken(directory, region, p.id, today) &&
        (p.regio === region.code || entryFor(directory, region, p.id, today) !== undefined) &&
        reachableAccount(directory, p.id) !== undefined,
    )
    .sort((a, b) => a.naam.localeCompare(b.naam, 'nl'))
    .slice(0, PERSONEN_MAX)
    .map((p) => ({ value: p.id, label: [p.naam, p.functie, p.organisatie].filter(Boolean).join(', ') }));
}

/** Who can invite somebody without chat: who reported, when they have chat, and the contact [T4]. */
export function doorgevers({ casus, directory }: Seen): Keuze[] {
  const ids = casus.inhoud.aanmelding.namens ? [casus.aanspreekpunt] : [casus.aanmelder, casus.aanspreekpunt];
  return [...new Set(ids)].map((id) => ({
    value: id,
    label: `${nameOf(directory, id)}${id === casus.aanspreekpunt ? ' (casuscoördinator)' : ' (aanmelder)'}`,
  }));
}

export function planKeuzes(seen: Seen): PlanKeuzes {
  const { region, directory, casus } = seen;
  const known = bekenden(seen, [{ persoonId: casus.aanmelder }, { persoonId: casus.aanspreekpunt }]);
  return {
    plaatsen: plaatsKeuzes(seen),
    personen: known,
    kindEnGezin: known.filter((k) => directory.persons.get(k.value)?.sector === 'kind_en_gezin'),
    doorgevers: doorgevers(seen),
    expertises: [
      ...new Set(region.personen.filter((p) => p.rollen.includes('expert')).flatMap((p) => p.specialisme ?? [])),
    ].map((s) => ({ value: s, label: s })),
  };
}

/** What a new form starts with: what is known already, also from the table before [A9]. */
export function beginWaarden(seen: Seen, vorige: Zorgtafel | null): Values {
  const { casus, region, now } = seen;
  const keuzes = planKeuzes(seen);
  const wall = now.toZonedDateTimeISO(region.tijdzone);
  const expertise = keuzes.expertises.find(({ value }) =>
    [...casus.inhoud.aanmelding.signalen, casus.inhoud.aanmelding.kind].some((s) => s === value),
  );
  const [team, ...others] = keuzes.kindEnGezin;
  const values: Values = {
    besproken_datum: wall.toPlainDate().toString(),
    besproken_uur: wall.toPlainTime().toString({ smallestUnit: 'minute' }),
    duur: '90',
    experts: '2',
    netwerk_via: casus.inhoud.aanmelding.namens ? casus.aanspreekpunt : casus.aanmelder,
    hulpverleners_via: casus.aanspreekpunt,
    ...(team && others.length === 0
      ? { kind_en_gezin: team.value }
      : {
          kind_en_gezin: 'naam',
          kind_en_gezin_naam: `Lokaal team Kind en Gezin ${casus.inhoud.aanmelding.gemeente}`.trim(),
        }),
    ...(expertise && { expertise: expertise.value }),
  };
  if (!vorige) return values;
  const people = vorige.deelnemers.filter((d) => d.stand !== 'vervangen' && d.stand !== 'verwijderd');
  const names = (soort: string, chat: boolean) =>
    people.filter((d) => d.soort === soort && (d.persoonId !== null) === chat);
  const team2 = people.find((d) => d.soort === 'kind_en_gezin');
  // A table that was held is followed by another talk; one that was not still stands on the same.
  const asked = vorige.stand === 'gehouden' ? wall : vorige.besprokenOp.toZonedDateTimeISO(region.tijdzone);
  return {
    ...values,
    besproken_datum: asked.toPlainDate().toString(),
    besproken_uur: asked.toPlainTime().toString({ smallestUnit: 'minute' }),
    ...plaatsWaarden(vorige.plaats, seen),
    duur: `${vorige.duur}`,
    ouders: names('ouder', false)
      .map((d) => d.naam)
      .join('\n'),
    netwerk: names('netwerk', false)
      .map((d) => d.naam)
      .join('\n'),
    hulpverleners: names('hulpverlener', true).flatMap((d) => d.persoonId ?? []),
    hulpverleners_namen: names('hulpverlener', false)
      .map((d) => d.naam)
      .join('\n'),
    ...(team2
      ? team2.persoonId
        ? { kind_en_gezin: team2.persoonId }
        : { kind_en_gezin: 'naam', kind_en_gezin_naam: team2.naam }
      : { kind_en_gezin: 'geen' }),
    experts: `${vorige.experts}`,
    ...(vorige.expertise && { expertise: vorige.expertise }),
    expert_vraag: vorige.expertVraag,
    boodschap: vorige.boodschap,
  };
}

/** What is wrong with fields, whatever they are about. */
export function veldErrors(velden: readonly PlanVeld[], values: Values): FieldErrors {
  const errors: FieldErrors = {};
  for (const veld of velden) {
    const error = veld.kind === 'text' ? textError(textIn(values, veld.id), false) : null;
    if (error !== null) errors[veld.id] = error;
    // What was offered when the form was opened may be gone: somebody left, the region file changed.
    if ('options' in veld && listIn(values, veld.id).some((v) => !veld.options.some((o) => o.value === v)))
      errors[veld.id] = 'Kies uit de lijst.';
  }
  return errors;
}

/** What is wrong on one page, by field. */
export function checkPlan(pagina: number, values: Values, seen: Seen): FieldErrors {
  const { region, now } = seen;
  const errors: FieldErrors = {};
  const say = (id: string, error: string | null) => {
    if (error !== null) errors[id] = error;
  };
  const today = dateIn(region.tijdzone, now);
  Object.assign(errors, veldErrors(planVelden(pagina, planKeuzes(seen)), values));
  if (pagina === 1) {
    const date = textIn(values, 'besproken_datum');
    const time = textIn(values, 'besproken_uur');
    const at = wallOf(seen, date, time);
    if (!isDate(date)) say('besproken_datum', 'Kies een datum.');
    else if (!isTime(time)) say('besproken_uur', 'Kies een uur.');
    else if (at && isBefore(now, at)) say('besproken_uur', 'Dat moet nog komen; wanneer is het besproken?');
    else if (date < daysBefore(today, BESPROKEN_MAX_DAGEN))
      say('besproken_datum', 'Dat is meer dan een jaar geleden; kijk de datum na.');
    for (const [id, error] of Object.entries(plaatsErrors(values, seen))) say(id, error);
  }
  if (pagina === 2) {
    const found = new Set<string>();
    for (const n of momentNrs) {
      const [date, time] = [textIn(values, `moment_${n}_datum`), textIn(values, `moment_${n}_uur`)];
      if (!date && !time && n > 1) continue;
      const at = wallOf(seen, date, time);
      if (!isDate(date)) say(`moment_${n}_datum`, 'Kies een datum.');
      else if (!isTime(time)) say(`moment_${n}_uur`, 'Kies een uur.');
      else say(`moment_${n}_datum`, momentError(seen, at));
      if (at && found.has(at.toString())) say(`moment_${n}_datum`, 'Dit moment staat er al.');
      if (at) found.add(at.toString());
    }
  }
  if (pagina === 3) {
    const wie = textIn(values, 'kind_en_gezin');
    if (!wie) say('kind_en_gezin', 'Kies wie aansluit, of dat er niemand aansluit.');
    if (wie === 'naam' && !textIn(values, 'kind_en_gezin_naam')) say('kind_en_gezin_naam', 'Schrijf wie.');
    const count = vanzelf(seen).length + genodigdenVan(values, seen).length;
    if (count > DEELNEMERS_MAX - 4)
      say(
        'hulpverleners_namen',
        `Samen zijn dat ${count} mensen; hou het op ${DEELNEMERS_MAX - 4}, er komen nog experts bij.`,
      );
    for (const id of ['ouders', 'netwerk', 'hulpverleners_namen'])
      if (linesIn(values, id).some((line) => line.length > 80)) say(id, 'Eén per lijn, kort: hooguit 80 tekens.');
  }
  if (pagina === 4 && textIn(values, 'experts') === '') say('experts', 'Kies hoeveel.');
  return errors;
}

/** What is wrong with a moment to meet at. */
export function momentError(seen: Pick<Seen, 'now'>, at: Instant | null): string | null {
  if (at === null) return 'Kies een datum en een uur.';
  if (!isBefore(seen.now, at)) return 'Dit moment is voorbij; kies een later.';
  return isBefore(seen.now.add({ hours: MOMENT_DAGEN * 24 }), at)
    ? 'Dat is meer dan vier maanden ver; kijk de datum na.'
    : null;
}

const momentenVan = (values: Values, seen: Seen): Instant[] =>
  momentNrs
    .flatMap((n) => wallOf(seen, textIn(values, `moment_${n}_datum`), textIn(values, `moment_${n}_uur`)) ?? [])
    .sort(Temporal.Instant.compare);

function genodigdenVan(values: Values, seen: Seen): Genodigde[] {
  const { directory, casus } = seen;
  const allowed = doorgevers(seen).map((d) => d.value);
  const viaOf = (id: string) => {
    const chosen = textIn(values, id);
    return allowed.includes(chosen) ? chosen : casus.aanspreekpunt;
  };
  const zonderChat = (id: string, soort: Genodigde['soort'], via: string): Genodigde[] =>
    linesIn(values, id).map((naam) => ({ soort, persoonId: null, naam, via }));
  const met = (soort: Genodigde['soort'], persoonId: string): Genodigde => ({
    soort,
    persoonId,
    naam: nameOf(directory, persoonId),
    via: null,
  });
  const team = textIn(values, 'kind_en_gezin');
  const people: Genodigde[] = [
    ...zonderChat('ouders', 'ouder', viaOf('netwerk_via')),
    ...zonderChat('netwerk', 'netwerk', viaOf('netwerk_via')),
    ...(team === 'naam'
      ? [
          {
            soort: 'kind_en_gezin' as const,
            persoonId: null,
            naam: textIn(values, 'kind_en_gezin_naam'),
            via: casus.aanspreekpunt,
          },
        ]
      : team !== 'geen' && directory.persons.has(team)
        ? [met('kind_en_gezin', team)]
        : []),
    ...listIn(values, 'hulpverleners')
      .filter((id) => id !== team && directory.persons.has(id))
      .map((id) => met('hulpverlener', id)),
    ...zonderChat('hulpverleners_namen', 'hulpverlener', viaOf('hulpverleners_via')),
  ];
  return people.filter(
    (g) => g.persoonId === null || (g.persoonId !== casus.aanmelder && g.persoonId !== casus.aanspreekpunt),
  );
}

/** Values that passed every page as a plan; null when one did not. */
export function toPlan(values: Values, seen: Seen): Plan | null {
  for (let page = 1; page < NAKIJKEN; page++) if (Object.keys(checkPlan(page, values, seen)).length > 0) return null;
  const besprokenOp = wallOf(seen, textIn(values, 'besproken_datum'), textIn(values, 'besproken_uur'));
  if (!besprokenOp) return null;
  return {
    besprokenOp,
    plaats: plaatsVan(values, seen),
    duur: Number(textIn(values, 'duur')),
    momenten: momentenVan(values, seen),
    genodigden: genodigdenVan(values, seen),
    boodschap: textIn(values, 'boodschap'),
    expertVraag: textIn(values, 'expert_vraag'),
    experts: Number(textIn(values, 'experts')),
    expertise: textIn(values, 'expertise') || null,
  };
}

const wall = (at: Instant, zone: string) =>
  new Intl.DateTimeFormat('nl-BE', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  }).format(at.epochMilliseconds);

/** What the answers so far give reason to say. */
export function planMeldingen(pagina: number, values: Values, seen: Seen): TafelPlanView['meldingen'] {
  const found: TafelPlanView['meldingen'] = [];
  const zone = seen.region.tijdzone;
  const besproken = wallOf(seen, textIn(values, 'besproken_datum'), textIn(values, 'besproken_uur'));
  const einde = besproken && eindeBijPlannen(besproken, seen);
  const today = dateIn(zone, seen.now);
  if (
    besproken &&
    (pagina === 2 || pagina === NAKIJKEN) &&
    textIn(values, 'besproken_datum') < daysBefore(today, BESPROKEN_DAGEN)
  )
    found.push({
      regel: 'T1',
      ernst: 'let_op',
      tekst: `Dit is besproken op ${wall(besproken, zone)}, meer dan twee weken geleden. Klopt dat niet, ga dan terug naar stap 1.`,
    });
  if (einde && (pagina === 2 || pagina === NAKIJKEN)) {
    const late = momentenVan(values, seen).filter((m) => isBefore(einde, m)).length;
    const all = momentenVan(values, seen).length;
    if (isBefore(einde, seen.now))
      found.push({
        regel: 'T1',
        ernst: 'let_op',
        tekst: `De 48 uur zijn voorbij sinds ${wall(einde, zone)}. Kies het eerste moment dat kan.`,
      });
    else if (all > 0 && late === all)
      found.push({
        regel: 'T1',
        ernst: 'let_op',
        tekst: `Geen enkel moment valt binnen de 48 uur, tot ${wall(einde, zone)}.`,
      });
    else if (late > 0)
      found.push({
        regel: 'T1',
        ernst: 'info',
        tekst: `${late} van de ${all} momenten ${late === 1 ? 'valt' : 'vallen'} na de 48 uur, tot ${wall(einde, zone)}.`,
      });
    else found.push({ regel: 'T1', ernst: 'info', tekst: `De 48 uur lopen tot ${wall(einde, zone)}.` });
  }
  if (pagina === 3 && seen.casus.inhoud.aanmelding.kind === 'ongeboren')
    found.push({
      regel: 'T1',
      ernst: 'let_op',
      tekst:
        'Het kind is nog niet geboren: vraag ook de hulpverleners van de volwassenen (vroedvrouw, huisarts, verslavingszorg, geestelijke gezondheidszorg).',
    });
  if (pagina === NAKIJKEN && linesIn(values, 'ouders').length === 0)
    found.push({
      regel: 'T1',
      ernst: 'let_op',
      tekst: 'Er zijn geen ouders bij. Dat kan, maar na de zorgtafel wordt gevraagd waarom.',
    });
  return found;
}

/** Everything in short, for the last page. */
export function planOverzicht(values: Values, seen: Seen): TafelPlanView['overzicht'] {
  const plan = toPlan(values, seen);
  if (!plan) return [];
  const zone = seen.region.tijdzone;
  const people = [...vanzelf(seen), ...plan.genodigden];
  return [
    { label: 'Besproken met de ouders', value: wall(plan.besprokenOp, zone) },
    {
      label: 'Waar',
      value: [plan.plaats.omschrijving, plan.plaats.adres, plan.plaats.lokaal, plan.plaats.link]
        .filter(Boolean)
        .join(', '),
    },
    { label: 'Momenten', value: plan.momenten.map((m) => wall(m, zone)).join('\n') },
    { label: 'Hoe lang', value: `${plan.duur} minuten` },
    { label: 'Uitgenodigd', value: people.map((g) => g.naam).join(', ') },
    {
      label: 'Experts uit de pool',
      value:
        plan.experts === 0 ? 'geen' : `${plan.experts}${plan.expertise ? `, liefst thuis in ${plan.expertise}` : ''}`,
    },
  ];
}
