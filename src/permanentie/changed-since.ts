import type { ShownPart } from './save-changes.ts';

/**
 * What a form showed of a day, small enough for a button and without content: each day part with a digest
 * of who fills it. Two planners who have the same day open find out that the other was first [P4].
 */
export function seenOf(parts: readonly ShownPart[]): string {
  const marks = parts.map(mark).join('~');
  return marks.length <= MOST ? marks : `*${digest(marks)}`;
}

/** Characters there is room for beside the rest of what a button carries; a day of more than this is one digest. */
const MOST = 400;

/** Whether anything within the wanted hours is not as it was shown; nothing shown (an older form): no. */
export function changedSince(
  seen: string,
  parts: readonly ShownPart[],
  wanted: readonly { van: string; tot: string }[],
): boolean {
  if (seen === '') return false;
  if (seen.startsWith('*')) return seen !== seenOf(parts);
  const within = (mark: string) => {
    const [hours = ''] = mark.split('.');
    const [van = '', tot = ''] = hours.split('-');
    return wanted.some((w) => van < w.tot && w.van < tot);
  };
  const was = seen.split('~').filter(within).sort();
  const is = parts.map(mark).filter(within).sort();
  return was.join('~') !== is.join('~');
}

/** `09:00-12:00.x1b2c3`. A part that went to somebody else and came back is as it was. */
const mark = ({ van, tot, personId, route, wie }: ShownPart) =>
  `${van}-${tot}.${digest(wie === null ? 'open' : `${personId}|${route ? wie : ''}`)}`;

/** FNV-1a, 32 bits: tells apart, hides nothing of value. */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(36);
}
