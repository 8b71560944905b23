import { type Change, changesBetween } from './changes-between.ts';
import type { Dated, Region } from './region.ts';
import { rugzakBeleid, rugzakBeleidOp } from './rugzak-beleid.ts';
import { mergeTimeline } from './timeline.ts';

/**
 * The region after a file is applied on `today` (ISO date in the region's zone), and what that changes.
 *
 * Everything dated keeps its past [P3]: people, phone numbers, rota, routes, organisations, the policy for means, how
 * long cases are kept and closing days change from today on. What is no longer in the file ends yesterday; what already ended stays; what
 * was yet to start goes. Somebody's name and e-mail address are who they are, and change for the past too.
 * Everything else is as the file says. Applying the same file again, today or later, changes nothing.
 */
export function mergeRegion(
  current: Region | null,
  incoming: Region,
  today: string,
): { next: Region; changes: Change[] } {
  const beleid = [...mergeTimeline(current ? rugzakBeleid(current) : [], rugzakBeleid(incoming), today)];
  const bewaring = mergeTimeline(current?.bewaring ?? [], incoming.bewaring ?? [], today);
  const structureel = {
    ...pastYears(current?.rugzak.structureel ?? {}, today),
    ...incoming.rugzak.structureel,
  };
  const next: Region = {
    ...incoming,
    contact: {
      ...incoming.contact,
      telefoon: [...mergeTimeline(current?.contact.telefoon ?? [], incoming.contact.telefoon, today)],
    },
    personen: mergeById(
      withIdentity(current?.personen ?? [], incoming.personen),
      withIdentity(incoming.personen, incoming.personen),
      today,
    ),
    organisaties: mergeById(current?.organisaties ?? [], incoming.organisaties, today),
    permanentie: [...mergeTimeline(current?.permanentie ?? [], incoming.permanentie, today)],
    routes: mergeById(current?.routes ?? [], incoming.routes, today),
    rugzak: {
      ...incoming.rugzak,
      ...rugzakBeleidOp({ rugzak: { ...incoming.rugzak, beleid } }, today),
      ...(beleid.some(({ van, tot }) => van ?? tot) && { beleid }),
      jaarbudget: { ...pastYears(current?.rugzak.jaarbudget ?? {}, today), ...incoming.rugzak.jaarbudget },
      ...(Object.keys(structureel).length > 0 && { structureel }),
    },
    ...(bewaring.length > 0 && { bewaring: [...bewaring] }),
    sluitingsdagen: current
      ? [
          ...current.sluitingsdagen.filter((day) => day < today),
          ...incoming.sluitingsdagen.filter((day) => day >= today),
        ].sort()
      : incoming.sluitingsdagen,
  };
  const changes = changesBetween(current, next);
  return { next: current && changes.length === 0 ? current : next, changes };
}

/** Each id has a timeline of its own; in the order of the file, then those only known from before. */
function mergeById<T extends { id: string }>(
  known: readonly Dated<T>[],
  file: readonly Dated<T>[],
  today: string,
): Dated<T>[] {
  const ids = new Set([...file, ...known].map((entry) => entry.id));
  const of = (list: readonly Dated<T>[], id: string) => list.filter((entry) => entry.id === id);
  return [...ids].flatMap((id) => [...mergeTimeline(of(known, id), of(file, id), today)]);
}

/** People with the name and e-mail address that the file has for their id now. */
const withIdentity = (people: Region['personen'], file: Region['personen']): Region['personen'] =>
  people.map((entry) => {
    const now = file.findLast((person) => person.id === entry.id);
    return now ? { ...entry, naam: now.naam, email: now.email } : entry;
  });

const pastYears = (budgets: Record<string, number>, today: string) =>
  Object.fromEntries(Object.entries(budgets).filter(([year]) => year < today.slice(0, 4)));
