import { withoutRijksregisternummers } from '../aanmelding/rijksregisternummer.ts';
import { ATTEMPTS, type Context, directoryOf, type Handler, refuse } from '../context.ts';
import type { Values } from '../intent.ts';
import type { Outcome } from '../outcome.ts';
import { entryFor, rolesIn } from '../personen/directory.ts';
import type { Refusal } from '../refusal.ts';
import type { Region } from '../regio/region.ts';
import { dateIn, isBefore, isDate, isTime } from '../time.ts';
import type { FieldErrors } from '../view.ts';
import { changedSince } from './changed-since.ts';
import { doublesOn } from './dubbel.ts';
import { MOST_AWAY, ownParts, readChoice } from './own-parts.ts';
import { isPlanning } from './planners.ts';
import { changeForm, colleagues, intussenVan, swappable } from './rooster-form.ts';
import type { RoosterWijziging } from './rooster-view.ts';
import { readSubject } from './rooster-views.ts';
import { partsOf, put, saveChanges } from './save-changes.ts';
import type { Uitzondering } from './uitzondering.ts';
import { type Span, verzoekSubject } from './verzoek.ts';
import { askColleague, verzoekView } from './verzoek-actions.ts';
import { wallInstant } from './wall-instant.ts';
import { placeOf, wijzigingenView } from './wijzigingen-view.ts';

const wijzigingen: readonly RoosterWijziging[] = ['afwezig', 'ruilen', 'vervangen', 'extra', 'sluiten'];
const textIn = (values: Values, id: string) => {
  const value = values[id];
  return typeof value === 'string' ? value.trim() : '';
};

/** The region a button is about, when this person plans it. */
function planned(
  context: Context,
): { region: Region; datum: string | null; rest: string | null } | { refusal: Refusal } {
  const [, code = '', datum, rest] =
    /^([A-Z0-9]{2,8})(?:\/(\d{4}-\d{2}-\d{2}))?(?:\/(.+))?$/.exec(context.subject) ?? [];
  const directory = directoryOf(context);
  const region = directory.regions.get(code);
  if (!region) return { refusal: { kind: 'knop_onbekend' } };
  const roles = rolesIn(directory, region, context.person.id, dateIn(region.tijdzone, context.now));
  if (!isPlanning(roles)) return { refusal: { kind: 'geen_recht' } };
  return { region, datum: datum ?? null, rest: rest ?? null };
}

/**
 * *Rooster wijzigen*: first which day, and what. Subject: the region, with a day when it is known, and with
 * `vervangen/<van>` when it is known as well that somebody else has to do that day part.
 */
export const roosterWijzigen: Handler = async (context) => {
  const found = planned(context);
  if ('refusal' in found) return refuse(found.refusal);
  const { region, datum, rest } = found;
  const [, van] = /^vervangen\/(\d\d:\d\d)$/.exec(rest ?? '') ?? [];
  if (!datum || !van) return dayForm(region, datum ? { datum } : {}, {});
  if (datum < dateIn(region.tijdzone, context.now)) return refuse({ kind: 'dagdeel_voorbij' });
  const part = partsOf(context, region, datum).find((p) => p.van === van);
  return changeForm(
    context,
    region,
    { datum, tot: datum, wat: 'vervangen' },
    part ? { dagdeel: `${van}-${part.tot}` } : {},
    {},
  );
};

const dayForm = (region: Region, values: Values, errors: FieldErrors): Outcome => ({
  kind: 'form',
  view: { view: 'rooster_dag', regioCode: region.code, regio: region.naam, values, errors },
});

/** The day is chosen: now the day part and the person. */
export const roosterDag: Handler = async (context) => {
  const found = planned(context);
  if ('refusal' in found) return refuse(found.refusal);
  const { region } = found;
  const datum = textIn(context.values, 'datum');
  const wat = wijzigingen.find((w) => w === textIn(context.values, 'wat'));
  const errors: FieldErrors = {};
  if (!isDate(datum)) errors.datum = 'Kies een datum.';
  else if (datum < dateIn(region.tijdzone, context.now)) errors.datum = 'Deze dag is voorbij; kies vandaag of later.';
  if (!wat) errors.wat = 'Kies wat er wijzigt.';
  const tot = textIn(context.values, 'tot') || datum;
  if (tot !== datum && !errors.datum) {
    if (wat && wat !== 'afwezig')
      errors.tot = 'Meer dagen in één keer kan enkel bij “Ik ben er niet”. Laat dit anders leeg.';
    else if (!isDate(tot) || tot < datum) errors.tot = 'Kies een dag na de eerste, of laat dit leeg.';
    else if (Temporal.PlainDate.from(datum).until(tot, { largestUnit: 'days' }).days >= MOST_AWAY)
      errors.tot = 'Dit is langer dan twee maanden. Geef het in twee keer in.';
  }
  if (!wat || Object.keys(errors).length > 0) return dayForm(region, context.values, errors);
  return changeForm(context, region, { datum, tot, wat }, {}, {});
};

/**
 * The form is complete: keep the change. Subject `<regio>/<datum>/<wat>/<what was seen>`, of an absence with the
 * last day at the end. Whoever was faster with the same hours is shown first; pressing again goes over it
 * knowingly [P4].
 */
export const roosterBewaren: Handler = async (context) => {
  const found = planned(context);
  if ('refusal' in found) return refuse(found.refusal);
  const { region, datum, rest } = found;
  const [kind, seen = ''] = rest?.split('/') ?? [];
  const wat = wijzigingen.find((w) => w === kind);
  if (!datum || !wat) return refuse({ kind: 'knop_onbekend' });
  const tot = wat === 'afwezig' && isDate(seen) && seen > datum ? seen : datum;
  const asked = { datum, tot, wat };
  const { values } = context;
  // What comes back with a form is what was typed, without a number that does not belong here [S10].
  const shown = withoutRijksregisternummers(values);
  const errors: FieldErrors = {};
  const wie = textIn(values, 'wie');
  const known = colleagues(context, region, datum).some((c) => c.value === wie);
  if ((wat === 'vervangen' || wat === 'extra') && !known) errors.wie = 'Kies een collega.';
  const chosen = [values.dagdeel ?? []].flat().flatMap((value) => readChoice(value, datum));
  const part = { datum, van: textIn(values, 'van'), tot: textIn(values, 'tot') };
  if (wat === 'extra') {
    for (const id of ['van', 'tot'] as const) if (!isTime(part[id])) errors[id] = 'Schrijf een uur als 09:00.';
    if (!errors.van && !errors.tot && part.van >= part.tot) errors.tot = 'Het einde moet na het begin komen.';
  } else if (wat !== 'sluiten' && chosen.length === 0) errors.dagdeel = 'Duid een dagdeel aan.';
  const [own] = chosen;
  const vraag = textIn(values, 'vraag');
  const colleague = colleagues(context, region, datum).find((c) => `aan:${c.value}` === vraag);
  if (wat === 'afwezig' && !colleague && vraag !== 'iedereen' && vraag !== 'planners')
    errors.vraag = 'Kies wie je het vraagt.';
  const tegen = textIn(values, 'tegen');
  const swap = swappable(context, region).find((o) => o.value === tegen);
  if (wat === 'ruilen' && !swap)
    errors.tegen =
      tegen === '' ? 'Kies een dagdeel van een collega.' : 'Dit dagdeel is intussen van iemand anders. Kies opnieuw.';
  if (Object.keys(errors).length > 0) return changeForm(context, region, asked, shown, errors);
  const spans = wat === 'extra' ? [part] : wat === 'sluiten' && chosen.length === 0 ? [{ ...wholeDay, datum }] : chosen;
  const faster = (current: Region): Outcome | null => {
    // What somebody lets go has to be theirs still; of anything else only what was shown is to be the same.
    const mine = wat === 'afwezig' ? ownParts(context, current, asked) : null;
    const lost = mine && spans.filter((s) => !mine.some((p) => same(p, s)));
    if (lost ? lost.length === 0 : !changedSince(seen, partsOf(context, current, datum), spans)) return null;
    const days = Map.groupBy(lost ?? spans, (s) => s.datum);
    const intussen = [...days].flatMap(([day, hours]) => {
      const found = intussenVan(context, current, day, hours);
      return tot > datum ? found.map((i) => ({ ...i, datum: day })) : found;
    });
    return changeForm(context, current, asked, shown, {}, intussen);
  };
  const ask =
    wat === 'ruilen' && swap
      ? { aan: swap.personId, krijg: swap.span }
      : wat === 'afwezig' && colleague
        ? { aan: colleague.personId, krijg: null }
        : null;
  if (own && ask) {
    if (chosen.length > 1)
      return changeForm(context, region, asked, shown, { dagdeel: 'Vraag één collega voor één dagdeel tegelijk.' });
    return faster(region) ?? askColleague(context, region, own, ask.aan, ask.krijg);
  }
  return change(
    context,
    region.code,
    (now, current) =>
      faster(current) ??
      spans.map((span) => ({
        ...span,
        wat:
          wat === 'sluiten'
            ? { kind: 'gesloten' }
            : wat === 'afwezig'
              ? awayFrom(context, current, span.datum)
              : put(partAt(context, current, span), wie),
        over: !isBefore(now, wallInstant(region.tijdzone, span.datum, span.tot)),
      })),
    vraag === 'planners' ? 'planners' : 'iedereen',
  );
};

/** Who let it go, by their id in the region's file: nobody else is taken away by it. */
function awayFrom(context: Context, region: Region, datum: string): Uitzondering['wat'] {
  const entry = entryFor(directoryOf(context), region, context.person.id, datum);
  return { kind: 'open', ...(entry && { afwezig: entry.id }) };
}

/** The day part with exactly these hours; an extra one has no phone route. */
const partAt = (context: Context, region: Region, span: Span) =>
  partsOf(context, region, span.datum).find((p) => same({ ...p, datum: span.datum }, span)) ?? { route: false };

const same = (a: Span, b: Span) => a.datum === b.datum && a.van === b.van && a.tot === b.tot;

const wholeDay = { van: '00:00', tot: '24:00' };

/** *Ik neem het over*: the first one gets it. Subject `<regio>/<datum>/<van>`. */
export const roosterOvernemen: Handler = async (context) => {
  const about = readSubject(context.subject);
  const region = about && directoryOf(context).regions.get(about.regio);
  if (!about || !region) return refuse({ kind: 'knop_onbekend' });
  const entry = entryFor(directoryOf(context), region, context.person.id, about.datum);
  if (!entry?.rollen.includes('casuscoordinator')) return refuse({ kind: 'geen_recht' });
  return change(context, about.regio, (now, current) => {
    const part = partsOf(context, current, about.datum).find((p) => p.van === about.van);
    if (!part) return refuse({ kind: 'niet_jouw_dienst' });
    // Somebody who is expected elsewhere at the same time can be relieved.
    const start = wallInstant(current.tijdzone, about.datum, part.van);
    const clash = doublesOn(current, directoryOf(context), context.world.holidays, about.datum).some(
      (d) => d.duty.start.equals(start) && d.persoon.id !== context.person.id,
    );
    if (part.wie !== null && !clash) {
      const name = directoryOf(context).persons.get(part.personId ?? '')?.naam;
      return refuse({ kind: 'al_ingevuld', door: name ?? part.wie });
    }
    const over = !isBefore(now, wallInstant(current.tijdzone, about.datum, part.tot));
    return [{ datum: about.datum, van: part.van, tot: part.tot, wat: put(part, entry.id), over }];
  });
};

/** Restores what was there before one change. Subject `<regio>/<uitzondering>`. */
export const roosterOngedaan: Handler = async (context) => {
  const [code = '', id = '', from] = context.subject.split('/');
  const found = planned({ ...context, subject: code });
  if ('refusal' in found) return refuse(found.refusal);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const directory = directoryOf(context);
    const region = directory.regions.get(code);
    const undone = region?.uitzonderingen?.find((u) => u.id === id);
    if (!region || !undone || undone.ongedaan) return refuse({ kind: 'al_ongedaan' });
    // What was agreed together goes back together: half a swap is nobody's plan.
    const together = (region.uitzonderingen ?? []).filter(
      (u) => u.id === id || (undone.groep !== null && u.groep === undone.groep && u.ongedaan === null),
    );
    const ahead = together.filter((u) => isBefore(context.now, wallInstant(region.tijdzone, u.datum, u.tot)));
    // Who is back sooner takes back what is left.
    if (ahead.length === 0 || (ahead.length < together.length && undone.wat.kind !== 'open'))
      return refuse({ kind: 'dagdeel_voorbij' });
    const place = placeOf(region, context.now, id);
    const next = ahead.map((u): Uitzondering => ({ ...u, ongedaan: { door: context.person.id, op: context.now } }));
    // Both cards of what was agreed say so too.
    const verzoek = undone.groep === null ? null : await context.world.store.verzoek(undone.groep);
    const result = await saveChanges(context, region, next, verzoek ? { refresh: verzoekSubject(verzoek) } : {});
    if (result === 'al_verwerkt') return { kind: 'nothing' };
    if (result === 'ok') {
      const after = regionOf(context, code);
      const view =
        from === 'afspraak' && verzoek
          ? verzoekView(context, after, verzoek, context.person.id)
          : wijzigingenView(after, directoryOf(context), context.now, place);
      return { kind: 'replace', view };
    }
  }
  return refuse({ kind: 'storing' });
};

type Wanted = Pick<Uitzondering, 'datum' | 'van' | 'tot' | 'wat'> & { over: boolean };

/** Decides on the rota as it is now, and again when somebody else was first; an outcome: nothing is changed. */
async function change(
  context: Context,
  code: string,
  decide: (now: Temporal.Instant, region: Region) => Wanted[] | Outcome,
  aan: 'iedereen' | 'planners' = 'iedereen',
): Promise<Outcome> {
  const { world, person, now } = context;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const region = directoryOf(context).regions.get(code);
    if (!region) return refuse({ kind: 'knop_onbekend' });
    const wanted = decide(now, region);
    if (!Array.isArray(wanted)) return wanted;
    if (wanted.some((w) => w.over)) return refuse({ kind: 'dagdeel_voorbij' });
    // Several day parts somebody lets go are one absence: told once, undone together.
    const groep = wanted.length > 1 && wanted.every((w) => w.wat.kind === 'open') ? world.ids.next() : null;
    const changes = wanted.map(
      ({ over: _, ...w }): Uitzondering => ({
        ...w,
        id: world.ids.next(),
        regio: code,
        door: person.id,
        op: now,
        groep,
        ongedaan: null,
      }),
    );
    const result = await saveChanges(context, region, changes, { aan });
    if (result === 'al_verwerkt') return { kind: 'nothing' };
    if (result === 'ok') {
      const after = regionOf(context, code);
      const place = placeOf(after, now, changes[0]?.id ?? '');
      return { kind: 'answer', view: wijzigingenView(after, directoryOf(context), now, place) };
    }
  }
  return refuse({ kind: 'storing' });
}

const regionOf = (context: Context, code: string): Region => {
  const region = directoryOf(context).regions.get(code);
  if (!region) throw new Error('a region does not disappear');
  return region;
};

/** `/permanentie wijzigingen`: what was changed from today on, with the way back. */
export async function roosterWijzigingen(context: Context, region: Region, vanaf: number): Promise<Outcome> {
  return { kind: 'answer', view: wijzigingenView(region, directoryOf(context), context.now, vanaf) };
}
