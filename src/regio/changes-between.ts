import type { Dagdeel, Dated, Region, Weekday } from './region.ts';
import { beleidText, fieldsOf, listsOf } from './region-fields.ts';
import { rugzakBeleid } from './rugzak-beleid.ts';
import { sameContent } from './same-content.ts';
import { content, type Timeline, timelineOf } from './timeline.ts';
import { latestValid } from './valid-on.ts';

/** What has a from–until date in a region. */
export type DatedPart = 'persoon' | 'telefoon' | 'rooster' | 'route' | 'organisatie' | 'rugzakbeleid' | 'bewaartermijn';

export type Period = { van?: string; tot?: string };

/** One line of the difference that applying a region file makes. `tekst`: how the entry reads. */
export type Change =
  | { kind: 'nieuwe_regio'; code: string; naam: string }
  | { kind: 'erbij'; wat: DatedPart; tekst: string; periode: Period }
  | { kind: 'eruit'; wat: DatedPart; tekst: string; periode: Period }
  /** The same entry, from or until another day. */
  | { kind: 'periode'; wat: DatedPart; tekst: string; was: Period; wordt: Period }
  | { kind: 'gewijzigd'; wat: DatedPart; was: string; wordt: string; periode: Period }
  /** A rota that starts, with what differs from who was planned until then. */
  | { kind: 'rooster'; periode: Period; dagdelen: PartChange[] }
  | { kind: 'veld'; veld: string; was: string | null; wordt: string | null }
  | { kind: 'lijst'; veld: string; erbij: string[]; eruit: string[] };

export type PartChange = { dag: Weekday; uren: string; was: string | null; wordt: string | null };

/** The difference between a region and what it becomes; nothing when they mean the same. */
export function changesBetween(current: Region | null, next: Region): Change[] {
  const dated = [
    ...byId('persoon', current?.personen ?? [], next.personen, personText),
    ...timelineChanges('telefoon', current?.contact.telefoon ?? [], next.contact.telefoon, (t) => t.nummer),
    ...byId('organisatie', current?.organisaties ?? [], next.organisaties, (o) => o.naam),
    ...byId('route', current?.routes ?? [], next.routes, (r) => `${r.naam}, ${r.telefoon}`),
    ...rotaChanges(current?.permanentie ?? [], next.permanentie),
  ];
  if (current === null) return [{ kind: 'nieuwe_regio', code: next.code, naam: next.naam }, ...dated];
  return [
    ...dated,
    ...timelineChanges('rugzakbeleid', rugzakBeleid(current), rugzakBeleid(next), beleidText),
    ...timelineChanges('bewaartermijn', current.bewaring ?? [], next.bewaring ?? [], (b) => b.casus),
    ...fieldChanges(current, next),
    ...listChanges(current, next),
  ];
}

const personText = (p: Region['personen'][number]) =>
  [`${p.naam} <${p.email}>`, p.rollen.join(' en '), p.organisatie, p.telefoon, p.specialisme?.join(' en ')]
    .filter(Boolean)
    .join(', ');

function byId<T extends { id: string }>(
  wat: DatedPart,
  before: readonly Dated<T>[],
  after: readonly Dated<T>[],
  text: (entry: Dated<T>) => string,
): Change[] {
  return [...new Set([...after, ...before].map((entry) => entry.id))].flatMap((id) =>
    timelineChanges(
      wat,
      before.filter((entry) => entry.id === id),
      after.filter((entry) => entry.id === id),
      text,
    ),
  );
}

function timelineChanges<T extends object>(
  wat: DatedPart,
  before: readonly Dated<T>[],
  after: readonly Dated<T>[],
  text: (entry: Dated<T>) => string,
): Change[] {
  const { same, moved, changed, gone, added } = matched(timelineOf(before), timelineOf(after));
  if (same) return [];
  return [
    ...moved.map(
      ([was, now]): Change => ({ kind: 'periode', wat, tekst: text(now), was: period(was), wordt: period(now) }),
    ),
    ...changed.map(
      ([was, now]): Change => ({ kind: 'gewijzigd', wat, was: text(was), wordt: text(now), periode: period(now) }),
    ),
    ...gone.map((was): Change => ({ kind: 'eruit', wat, tekst: text(was), periode: period(was) })),
    ...added.map((now): Change => ({ kind: 'erbij', wat, tekst: text(now), periode: period(now) })),
  ];
}

function rotaChanges(before: Region['permanentie'], after: Region['permanentie']): Change[] {
  const old = timelineOf(before);
  const { same, moved, changed, gone, added } = matched(old, timelineOf(after));
  if (same) return [];
  const starts = (now: Region['permanentie'][number], was: readonly Dagdeel[]): Change => ({
    kind: 'rooster',
    periode: period(now),
    dagdelen: partChanges(was, now.dagdelen),
  });
  return [
    ...moved.map(
      ([was, now]): Change => ({
        kind: 'periode',
        wat: 'rooster',
        tekst: 'rooster',
        was: period(was),
        wordt: period(now),
      }),
    ),
    ...changed.map(([was, now]) => starts(now, was.dagdelen)),
    ...gone.map((was): Change => ({ kind: 'eruit', wat: 'rooster', tekst: 'rooster', periode: period(was) })),
    ...added.map((now) => starts(now, latestValid(old, now.van ?? '')?.dagdelen ?? [])),
  ];
}

function partChanges(was: readonly Dagdeel[], now: readonly Dagdeel[]): PartChange[] {
  const key = (part: Dagdeel) => `${part.dag} ${part.van}-${part.tot}`;
  const before = new Map(was.map((part) => [key(part), part]));
  const after = new Map(now.map((part) => [key(part), part]));
  return [...new Map([...before, ...after]).entries()].flatMap(([at, { dag, van, tot }]) => {
    const change = { dag, uren: `${van}-${tot}`, was: filledBy(before.get(at)), wordt: filledBy(after.get(at)) };
    return change.was === change.wordt ? [] : [change];
  });
}

const filledBy = (part: Dagdeel | undefined): string | null =>
  part === undefined ? null : 'persoon' in part ? part.persoon : `${part.route} (eigenaar ${part.eigenaar})`;

const period = ({ van, tot }: Period): Period => ({ ...(van && { van }), ...(tot && { tot }) });

/** Pairs the entries of two timelines: the same ones drop out, then the same content, then the same start. */
function matched<T extends object>(before: Timeline<T>, after: Timeline<T>) {
  const gone = [...before];
  const pairs = (list: readonly Dated<T>[], belongs: (was: Dated<T>, now: Dated<T>) => boolean) => {
    const found: [Dated<T>, Dated<T>][] = [];
    const rest: Dated<T>[] = [];
    for (const now of list) {
      const index = gone.findIndex((was) => belongs(was, now));
      const [was] = index === -1 ? [] : gone.splice(index, 1);
      if (was) found.push([was, now]);
      else rest.push(now);
    }
    return { found, rest };
  };
  const equal = pairs(after, (was, now) => sameContent(was, now));
  const moved = pairs(equal.rest, (was, now) => sameContent(content(was), content(now)));
  const changed = pairs(moved.rest, (was, now) => was.van === now.van);
  const same = gone.length === 0 && equal.rest.length === 0;
  return { same, moved: moved.found, changed: changed.found, gone, added: changed.rest };
}

function fieldChanges(current: Region, next: Region): Change[] {
  const before = fieldsOf(current);
  const after = fieldsOf(next);
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((veld): Change[] => {
    const was = before.get(veld) ?? null;
    const wordt = after.get(veld) ?? null;
    return was === wordt ? [] : [{ kind: 'veld', veld, was, wordt }];
  });
}

function listChanges(current: Region, next: Region): Change[] {
  const before = listsOf(current);
  return Object.entries(listsOf(next)).flatMap(([veld, now]): Change[] => {
    const was = before[veld] ?? [];
    const erbij = now.filter((item) => !was.includes(item));
    const eruit = was.filter((item) => !now.includes(item));
    return erbij.length + eruit.length === 0 ? [] : [{ kind: 'lijst', veld, erbij, eruit }];
  });
}
