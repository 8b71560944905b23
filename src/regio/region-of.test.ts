import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brusselsMunicipalities } from './brussels.ts';
import { limburg2022 } from './limburg-2022.fixture.ts';
import { regionOfMunicipality } from './region-of.ts';

const other = { ...limburg2022, code: 'VBR', gemeenten: [], postcodes: [{ van: 9000, tot: 9099 }] };
const regions = new Map([limburg2022, other].map((region) => [region.code, region]));
const of = (typed: string) => {
  const found = regionOfMunicipality(regions, typed);
  return found.kind === 'regio' ? `${found.region.code} ${found.gemeente}` : found;
};

describe('a municipality as typed', () => {
  it.each([
    ['Hasselt', 'LIM Hasselt'],
    ['  hasselt ', 'LIM Hasselt'],
    ['HASSELT', 'LIM Hasselt'],
    ['3500 Hasselt', 'LIM Hasselt'],
    ['B-3500 Hasselt', 'LIM Hasselt'],
    ['3511 Hasselt (Kuringen)', 'LIM Hasselt'],
    ['Kermt, Hasselt', 'LIM Hasselt'],
    ['Kermt/Hasselt', 'LIM Hasselt'],
    ['heusden zolder', 'LIM Heusden-Zolder'],
    ['HeusdenZolder', 'LIM Heusden-Zolder'],
    ['St.-Truiden', 'LIM Sint-Truiden'],
    ['St Truiden', 'LIM Sint-Truiden'],
    ['Sínt Trüiden', 'LIM Sint-Truiden'],
    ['3500', 'LIM 3500'],
    ['3999 Ergens', 'LIM 3999'],
    ['9050', 'VBR 9050'],
  ])('%s is %s [D2]', (typed, found) => expect(of(typed)).toBe(found));

  it('knows all 19 of Brussels, in both languages and by postcode [D7]', () => {
    expect(brusselsMunicipalities).toHaveLength(19);
    for (const [official, ...others] of brusselsMunicipalities)
      for (const name of [official, ...others])
        expect(of(name.toLowerCase())).toEqual({ kind: 'brussel', gemeente: official });
    expect(of('1000')).toEqual({ kind: 'brussel', gemeente: '1000' });
    expect(of('1210 ergens')).toEqual({ kind: 'brussel', gemeente: '1210' });
    expect(of('1211')).toEqual({ kind: 'onbekend', lijkt_op: null });
  });

  it('goes by the name when name and postcode disagree, and lets a region cover Brussels itself [D2, D7]', () => {
    expect(of('1000 Genk')).toBe('LIM Genk');
    const vbb = { ...limburg2022, code: 'VBB', gemeenten: ['Elsene'], postcodes: [{ van: 1000, tot: 1299 }] };
    const found = (typed: string) => regionOfMunicipality(new Map([['VBB', vbb]]), typed);
    expect(found('elsene')).toMatchObject({ kind: 'regio', gemeente: 'Elsene' });
    expect(found('1050')).toMatchObject({ kind: 'regio', gemeente: '1050' });
  });

  it('suggests what it looks like, never something far off', () => {
    expect(of('Haselt')).toEqual({ kind: 'onbekend', lijkt_op: 'Hasselt' });
    expect(of('Hasetl')).toEqual({ kind: 'onbekend', lijkt_op: 'Hasselt' });
    expect(of('Heusde-Zoldr')).toEqual({ kind: 'onbekend', lijkt_op: 'Heusden-Zolder' });
    expect(of('Schaerbek')).toEqual({ kind: 'onbekend', lijkt_op: 'Schaerbeek' });
    expect(of('Leuven')).toEqual({ kind: 'onbekend', lijkt_op: null });
    expect(of('')).toEqual({ kind: 'onbekend', lijkt_op: null });
    expect(of('?!')).toEqual({ kind: 'onbekend', lijkt_op: null });
  });

  it('takes any name of a region however it is cased, spaced and accented [D2]', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...limburg2022.gemeenten),
        fc.array(fc.tuple(fc.boolean(), fc.constantFrom('', ' ', '-', '́'))),
        (name, noise) => {
          const typed = [...name]
            .map((letter, i) => {
              const [upper, extra] = noise[i] ?? [false, ''];
              return (upper ? letter.toUpperCase() : letter) + extra;
            })
            .join('');
          expect(of(typed)).toBe(`LIM ${name}`);
        },
      ),
    );
  });
});
