import { opvang } from '../casus/volgt-op.ts';
import { weekdays } from '../permanentie/day-plan.ts';
import type { Dagdeel, Region, Role, Weekday } from './region.ts';
import { dayAfter, timelineOf } from './timeline.ts';
import { latestValid, validOn } from './valid-on.ts';

/** Something that is allowed but most likely not meant. `tekst`: Dutch, says what follows from it. */
export type RegionWarning = { kind: RegionWarningKind; tekst: string };

type RegionWarningKind =
  | 'gat'
  | 'geen_rooster'
  | 'niet_meer_geldig'
  | 'geen_casuscoordinator'
  | 'geen_provinciaal_coordinator'
  | 'niemand_volgt_op'
  | 'geen_telefoon'
  | 'geen_deur'
  | 'ladder_na_termijn'
  | 'kort_bewaard'
  | 'onbereikbaar';

/**
 * What a planner should look at before a region file goes live, as of `today` (ISO date) [P1, P3, P6].
 * `reachable` tells whether the bot can write to the person with an e-mail address; leave it out when
 * that is not known, and nothing is said about it.
 */
export function checkRegion(region: Region, today: string, reachable?: (email: string) => boolean): RegionWarning[] {
  const warnings: RegionWarning[] = [];
  const warn = (kind: RegionWarningKind, tekst: string) => warnings.push({ kind, tekst });

  const rotas = timelineOf(region.permanentie).filter(({ tot }) => tot === undefined || tot >= today);
  if (!latestValid(region.permanentie, today))
    warn('geen_rooster', 'Voor vandaag geldt geen enkel rooster: niemand is van wacht.');
  for (const rota of rotas) {
    const from = rota.van !== undefined && rota.van > today ? rota.van : today;
    for (const tekst of gaps(rota.dagdelen)) warn('gat', `Rooster vanaf ${rota.van ?? 'het begin'}: ${tekst}`);
    for (const tekst of departures(region, rota.dagdelen, from, rota.tot)) warn('niet_meer_geldig', tekst);
    for (const name of withoutRole(region, rota.dagdelen, from))
      warn(
        'geen_casuscoordinator',
        `${name} staat in het rooster, maar heeft op ${from} de rol casuscoordinator niet.`,
      );
  }

  const now = region.personen.filter((person) => validOn(person, today));
  const has = (role: Role) => now.some((person) => person.rollen.includes(role));
  if (!opvang.some(has))
    warn(
      'niemand_volgt_op',
      has('beheerder')
        ? 'Niemand is vandaag casuscoordinator of provinciaal_coordinator: niemand kan een casus lezen of opvolgen. De beheerders horen enkel dat een bericht niet bezorgd kon worden.'
        : 'Niemand is vandaag casuscoordinator, provinciaal_coordinator of beheerder: berichten over casussen en rooster bereiken niemand. Ze staan enkel bij de niet-bezorgde van /readyz.',
    );
  else if (!has('provinciaal_coordinator'))
    warn(
      'geen_provinciaal_coordinator',
      'Niemand is vandaag provinciaal_coordinator: de laatste trap van de ladder gaat naar de casuscoördinatoren.',
    );
  if (!latestValid(region.contact.telefoon, today))
    warn(
      'geen_telefoon',
      'Er geldt vandaag geen telefoonnummer van de regio: wie niet kan wachten, krijgt er geen te zien.',
    );
  if (!region.deuren.crisismeldpunt)
    warn('geen_deur', 'deuren.crisismeldpunt ontbreekt: bij acuut gevaar is er geen deur om te tonen.');
  if (!region.deuren.kind_en_gezin_lijn)
    warn('geen_deur', 'deuren.kind_en_gezin_lijn ontbreekt: buiten de uren is er geen lijn om te tonen.');
  for (const step of region.ladder.terugkoppeling)
    if (step.soort === 'herinnering' && longer(step.na, region.termijnen.terugkoppeling))
      warn(
        'ladder_na_termijn',
        `De herinnering na ${step.na} komt pas na de termijn van ${region.termijnen.terugkoppeling}.`,
      );

  for (const casus of new Set((region.bewaring ?? []).map((b) => b.casus)))
    if (longer('P1Y', casus))
      warn(
        'kort_bewaard',
        `Een casus wordt al ${casus} na het einde verwijderd, en dat kan niet ongedaan gemaakt worden. Bedoelde je jaren (P5Y)?`,
      );

  if (reachable) {
    const planned = new Set(rotas.flatMap((rota) => rota.dagdelen.map(receiver)));
    for (const person of new Map(now.map((p) => [p.email, p])).values())
      if (person.rollen.length > 0 && !reachable(person.email))
        warn(
          'onbereikbaar',
          planned.has(person.id)
            ? `${person.naam} (${person.email}) staat in het rooster, maar de bot kan die persoon niet bereiken: aanmeldingen gaan naar de volgende coördinator.`
            : `${person.naam} (${person.email}) kan de bot niet bereiken: nog geen contact op een chatplatform.`,
        );
  }
  return warnings;
}

/** Who gets what comes in during a day part [P1]. */
const receiver = (part: Dagdeel) => ('persoon' in part ? part.persoon : part.eigenaar);

const workingDays: readonly Weekday[] = weekdays.slice(0, 5);

/** Hours that some working day fills and another does not. */
function gaps(parts: readonly Dagdeel[]): string[] {
  const working = parts.filter((part) => workingDays.includes(part.dag));
  const borders = [...new Set(working.flatMap((part) => [part.van, part.tot]))].sort();
  const covers = (dag: Weekday | null, van: string) =>
    working.some((part) => (dag === null || part.dag === dag) && part.van <= van && van < part.tot);
  return workingDays.flatMap((dag) => {
    const open: { van: string; tot: string }[] = [];
    borders.forEach((van, i) => {
      const tot = borders[i + 1];
      if (tot === undefined || !covers(null, van) || covers(dag, van)) return;
      const last = open.at(-1);
      if (last?.tot === van) last.tot = tot;
      else open.push({ van, tot });
    });
    return open.length === 0
      ? []
      : [`${dag} ${open.map((o) => `${o.van}-${o.tot}`).join(' en ')} heeft niemand, andere werkdagen wel.`];
  });
}

/** People and routes that a rota counts on after they are gone, or before they come [P3]. */
function departures(region: Region, parts: readonly Dagdeel[], from: string, until: string | undefined): string[] {
  const ids = (of: (part: Dagdeel) => string | undefined) => [
    ...new Set(parts.map(of).filter((id) => id !== undefined)),
  ];
  const gone = (what: string, list: readonly { id: string; van?: string; tot?: string }[], wanted: string[]) =>
    wanted.flatMap((id) => {
      const day = firstDayWithout(
        list.filter((entry) => entry.id === id),
        from,
        until,
      );
      return day === undefined
        ? []
        : [`${what} ${id} staat in het rooster, maar geldt niet op ${day}: die dagdelen heeft dan niemand.`];
    });
  return [
    ...gone(
      'Persoon',
      region.personen,
      ids((part) => ('persoon' in part ? part.persoon : undefined)),
    ),
    ...gone(
      'Eigenaar van een route',
      region.personen,
      ids((part) => ('route' in part ? part.eigenaar : undefined)),
    ),
    ...gone(
      'Route',
      region.routes,
      ids((part) => ('route' in part ? part.route : undefined)),
    ),
  ];
}

/** The first day between `from` and `until` that no entry covers. */
function firstDayWithout(
  entries: readonly { van?: string; tot?: string }[],
  from: string,
  until: string | undefined,
): string | undefined {
  const candidates = [from, ...entries.flatMap(({ tot }) => (tot === undefined ? [] : [dayAfter(tot)]))].sort();
  return candidates.find(
    (day) => day >= from && (until === undefined || day <= until) && !entries.some((entry) => validOn(entry, day)),
  );
}

function withoutRole(region: Region, parts: readonly Dagdeel[], date: string): string[] {
  return [...new Set(parts.map(receiver))].flatMap((id) => {
    const entry = latestValid(
      region.personen.filter((person) => person.id === id),
      date,
    );
    return entry && !entry.rollen.includes('casuscoordinator') ? [entry.naam] : [];
  });
}

function longer(a: string, b: string): boolean {
  // Any day will do: it only serves to weigh days against months.
  const relativeTo = Temporal.PlainDate.from('2026-01-05');
  return Temporal.Duration.compare(a, b, { relativeTo }) > 0;
}
