import { type Context, directoryOf, refuse } from '../context.ts';
import type { Values } from '../intent.ts';
import type { Outcome } from '../outcome.ts';
import { entryFor, personFor, personsWithRole } from '../personen/directory.ts';
import type { Region } from '../regio/region.ts';
import { dateIn, isBefore } from '../time.ts';
import type { FieldErrors } from '../view.ts';
import { seenOf } from './changed-since.ts';
import { weekdays } from './day-plan.ts';
import { ownParts } from './own-parts.ts';
import type { Intussen, RoosterWijziging } from './rooster-view.ts';
import { partsOf, type ShownPart } from './save-changes.ts';
import { gezet } from './uitzondering.ts';
import { wallInstant } from './wall-instant.ts';

/** How many days ahead a day part can be swapped for. */
const SWAP_DAYS = 35;

/** `tot`: the last day, of an absence over several; else `datum` itself. */
export type Asked = { datum: string; tot: string; wat: RoosterWijziging };

/** The second page of a change: which day part, and who. `intussen`: what somebody else was faster with. */
export function changeForm(
  context: Context,
  region: Region,
  { datum, tot, wat }: Asked,
  values: Values,
  errors: FieldErrors,
  intussen: Intussen[] = [],
): Outcome {
  const several = tot > datum;
  const all = partsOf(context, region, datum);
  const parts =
    wat === 'afwezig'
      ? ownParts(context, region, { datum, tot })
      : all
          // A phone route has no person to swap: its owner only gets what comes in [P1].
          .filter((p) => wat !== 'ruilen' || (p.personId === context.person.id && !p.route))
          .map((p) => ({ ...p, datum }));
  if (parts.length === 0 && wat !== 'extra' && wat !== 'sluiten') {
    const [first] = intussen;
    return refuse(first ? { kind: 'intussen_gewijzigd', intussen: first } : { kind: 'geen_dagdeel', datum, tot });
  }
  const dagdelen = parts.map((p) => ({
    value: `${several ? `${p.datum}/` : ''}${p.van}-${p.tot}`,
    label: several
      ? `${shortDay(p.datum)} ${p.van}–${p.tot}${p.route ? ' (telefoonroute)' : ''}`
      : `${p.van}–${p.tot} ${whoDoes(context, p)}`,
  }));
  // Who is away for a while is away for all of it: what they still do, they take off.
  const chooseAll = several && values.dagdeel === undefined && Object.keys(errors).length === 0;
  return {
    kind: 'form',
    view: {
      view: 'rooster_wijziging',
      regioCode: region.code,
      regio: region.naam,
      datum,
      tot,
      wat,
      gezien: wat === 'afwezig' ? tot : seenOf(all),
      intussen,
      dagdelen,
      // One colleague is asked for one day part at a time.
      collegas: colleagues(context, region, datum).filter(
        (c) => wat !== 'afwezig' || (!several && c.personId !== context.person.id),
      ),
      ruilen: wat === 'ruilen' ? swappable(context, region) : [],
      values: chooseAll ? { ...values, dagdeel: dagdelen.map((d) => d.value) } : values,
      errors,
    },
  };
}

/** Of a phone route the person who follows it up: that is who can be away, or replaced [P1]. */
function whoDoes(context: Context, { wie, personId, route }: ShownPart): string {
  const name = route ? (directoryOf(context).persons.get(personId ?? '')?.naam ?? null) : wie;
  return `${name ?? 'niet ingevuld'}${route ? ' (volgt de telefoonroute op)' : ''}`;
}

/** Who could do a day part on a day, by their id in the region's file. */
export const colleagues = (context: Context, region: Region, datum: string) => {
  const directory = directoryOf(context);
  return personsWithRole(directory, region, 'casuscoordinator', datum).flatMap((p) => {
    const entry = entryFor(directory, region, p.id, datum);
    return entry ? [{ value: entry.id, label: p.naam, personId: p.id }] : [];
  });
};

/**
 * Day parts of colleagues in the coming weeks, soonest first: `<datum>/<van>-<tot>/<person>`. The person
 * is in it so that a request goes to who was shown, never to who took the part since.
 */
export function swappable(context: Context, region: Region) {
  const directory = directoryOf(context);
  const today = Temporal.PlainDate.from(dateIn(region.tijdzone, context.now));
  return Array.from({ length: SWAP_DAYS }, (_, n) => today.add({ days: n }).toString()).flatMap((datum) =>
    partsOf(context, region, datum).flatMap((p) => {
      if (p.personId === null || p.personId === context.person.id || p.route) return [];
      if (!isBefore(context.now, wallInstant(region.tijdzone, datum, p.van))) return [];
      const entry = entryFor(directory, region, p.personId, datum);
      return [
        {
          value: `${datum}/${p.van}-${p.tot}/${entry?.id ?? ''}`,
          label: `${shortDay(datum)} ${p.van}–${p.tot} ${p.wie}`,
          personId: p.personId,
          span: { datum, van: p.van, tot: p.tot },
        },
      ];
    }),
  );
}

const shortDay = (isoDate: string) => {
  const { day, month, dayOfWeek } = Temporal.PlainDate.from(isoDate);
  return `${weekdays[dayOfWeek - 1]} ${day}/${month}`;
};

/** Who changed what within the wanted hours, as far as somebody did: else only how it stands now. */
export function intussenVan(
  context: Context,
  region: Region,
  datum: string,
  wanted: readonly { van: string; tot: string }[],
): Intussen[] {
  const directory = directoryOf(context);
  const overlaps = (a: { van: string; tot: string }) => wanted.some((w) => a.van < w.tot && w.van < a.tot);
  const when = (u: { op: Temporal.Instant; ongedaan: { op: Temporal.Instant } | null }) => u.ongedaan?.op ?? u.op;
  const [last] = (region.uitzonderingen ?? [])
    .filter((u) => u.datum === datum && overlaps(u))
    .sort((a, b) => Temporal.Instant.compare(when(b), when(a)));
  const zone = region.tijdzone;
  if (!last)
    return partsOf(context, region, datum)
      .filter(overlaps)
      .map(({ van, tot, wie }) => ({
        van,
        tot,
        zone,
        door: null,
        op: null,
        wat: wie === null ? 'open' : 'persoon',
        wie,
      }));
  const { van, tot, wat } = last;
  const id = gezet(last);
  const by = last.ongedaan?.door ?? last.door;
  return [
    {
      van,
      tot,
      zone,
      door: by === context.person.id ? null : (directory.persons.get(by)?.naam ?? null),
      op: when(last).toString(),
      wat: last.ongedaan ? 'ongedaan' : wat.kind === 'eigenaar' ? 'persoon' : wat.kind,
      wie: id === null ? null : (personFor(directory, region, id)?.naam ?? id),
    },
  ];
}
