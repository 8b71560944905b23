import { brusselsMunicipalities, brusselsPostcodes } from './brussels.ts';
import { nearest } from './nearest.ts';
import type { Region } from './region.ts';

export type RegionOf =
  | { kind: 'regio'; region: Region; gemeente: string }
  /** Case by case, a coordinator decides [D7]. */
  | { kind: 'brussel'; gemeente: string }
  /** No region here has it; `lijkt_op`: a municipality that is a slip of the pen away. */
  | { kind: 'onbekend'; lijkt_op: string | null };

/**
 * The region of a municipality or postcode as typed by a person [D2, D7]: `hasselt`, `3500 Hasselt`,
 * `St. Truiden`, `3500`. A name goes before a postcode, and a region that covers Brussels itself before
 * the Brussels flag. `gemeente` is the name as the region writes it, or the postcode where only that is known.
 */
export function regionOfMunicipality(regions: ReadonlyMap<string, Region>, typed: string): RegionOf {
  const postcode = /(?<!\d)[1-9]\d{3}(?!\d)/.exec(typed)?.[0];
  const names = namesIn(typed);
  for (const name of names) {
    const found = byName(regions, name);
    if (found) return found;
  }
  if (postcode !== undefined) {
    const number = Number(postcode);
    for (const region of regions.values())
      if (region.postcodes.some((range) => range.van <= number && number <= range.tot))
        return { kind: 'regio', region, gemeente: postcode };
    if (number >= brusselsPostcodes.van && number <= brusselsPostcodes.tot)
      return { kind: 'brussel', gemeente: postcode };
  }
  const known = [...regions.values()].flatMap((region) => region.gemeenten);
  const all = [...known, ...brusselsMunicipalities.flat()];
  for (const name of names) {
    const close = nearest(name, all, normalise);
    if (close !== null) return { kind: 'onbekend', lijkt_op: close };
  }
  return { kind: 'onbekend', lijkt_op: null };
}

function byName(regions: ReadonlyMap<string, Region>, name: string): RegionOf | undefined {
  for (const region of regions.values()) {
    const gemeente = region.gemeenten.find((g) => normalise(g) === name);
    if (gemeente !== undefined) return { kind: 'regio', region, gemeente };
  }
  const brussels = brusselsMunicipalities.find((names) => names.some((n) => normalise(n) === name));
  return brussels && { kind: 'brussel', gemeente: brussels[0] };
}

/** What may be the name in `3511 Hasselt (Kuringen)` or `Kermt, Hasselt`, normalised, the whole first. */
function namesIn(typed: string): string[] {
  const plain = typed.replace(/(?:\bB-?)?\d+/gi, ' ');
  const parts = [plain, plain.replace(/\(.*?\)/g, ' '), ...plain.split(/[,/()]/)];
  return [...new Set(parts.map(normalise))].filter((name) => name !== '');
}

/** Lower case, without accents, spaces and signs; `St.` is `Sint`. */
const normalise = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^\s*st[.\s-]+/, 'sint')
    .replace(/[^a-z]/g, '');
