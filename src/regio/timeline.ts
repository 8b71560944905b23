import type { Dated } from './region.ts';
import { sameContent } from './same-content.ts';
import { latestValid } from './valid-on.ts';

/**
 * A timeline: dated entries in order, none overlapping, neighbours that say the same joined into one.
 * On every day it says what `latestValid` says of the list it came from [P3].
 */
export type Timeline<T> = readonly Dated<T>[];

/** What a list of dated entries means day by day. */
export function timelineOf<T extends object>(entries: readonly Dated<T>[]): Timeline<T> {
  const starts = new Set<string>();
  for (const { van, tot } of entries) {
    starts.add(van ?? beginning);
    if (tot !== undefined) starts.add(dayAfter(tot));
  }
  const borders = [...starts].sort();
  const slices = borders.flatMap((from, i) => {
    const entry = latestValid(entries, from);
    const next = borders[i + 1];
    return entry ? [dated(entry, from, next === undefined ? undefined : dayBefore(next))] : [];
  });
  return joined(slices);
}

/**
 * What was known becomes what the file says, from `today` on; the days before keep what was known then [P3].
 * Days before anything was known take what the file says. Doing it twice, or again on a later day, changes nothing.
 */
export function mergeTimeline<T extends object>(
  known: readonly Dated<T>[],
  file: readonly Dated<T>[],
  today: string,
): Timeline<T> {
  const before = timelineOf(known);
  const after = timelineOf(file);
  const oldest = before[0];
  if (oldest === undefined) return after;
  const yesterday = dayBefore(today);
  const unknownUntil = oldest.van === undefined ? undefined : min(dayBefore(oldest.van), yesterday);
  return joined([
    ...(unknownUntil === undefined ? [] : clip(after, beginning, unknownUntil)),
    ...clip(before, beginning, yesterday),
    ...clip(after, today, undefined),
  ]);
}

/** Sorts before every ISO date. */
const beginning = '';
const min = (a: string, b: string) => (a < b ? a : b);
const dayBefore = (date: string): string => Temporal.PlainDate.from(date).subtract({ days: 1 }).toString();
export const dayAfter = (date: string): string => Temporal.PlainDate.from(date).add({ days: 1 }).toString();

/** The entry with other dates. Copies the entry's own keys, so that an absent date stays absent. */
function dated<T extends object>(entry: Dated<T>, van: string, tot: string | undefined): Dated<T> {
  const copy = { ...entry };
  delete copy.van;
  delete copy.tot;
  if (van !== beginning) copy.van = van;
  if (tot !== undefined) copy.tot = tot;
  return copy;
}

/** The part of a timeline from `from` up to and including `until`. */
function clip<T extends object>(timeline: Timeline<T>, from: string, until: string | undefined): Dated<T>[] {
  return timeline.flatMap((entry) => {
    const van = (entry.van ?? beginning) > from ? (entry.van ?? beginning) : from;
    const tot = until !== undefined && (entry.tot === undefined || until < entry.tot) ? until : entry.tot;
    return tot !== undefined && tot < van ? [] : [dated(entry, van, tot)];
  });
}

/** Joins neighbours that follow each other without a day between and say the same. */
function joined<T extends object>(slices: readonly Dated<T>[]): Timeline<T> {
  const result: Dated<T>[] = [];
  for (const slice of slices) {
    const last = result.at(-1);
    const follows = last?.tot !== undefined && slice.van !== undefined && dayAfter(last.tot) === slice.van;
    if (last && follows && sameContent(content(last), content(slice)))
      result[result.length - 1] = dated(last, last.van ?? beginning, slice.tot);
    else result.push(slice);
  }
  return result;
}

/** What a dated entry says, without its dates. */
export function content<T extends object>(entry: Dated<T>): Omit<Dated<T>, 'van' | 'tot'> {
  const { van: _van, tot: _tot, ...rest } = entry;
  return rest;
}
