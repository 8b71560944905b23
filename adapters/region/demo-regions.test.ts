import { describe, expect, it } from 'vitest';
import { dutiesOn, onDutyAt, phoneAt } from '../../src/permanentie/on-duty.ts';
import { quartersOf, referenceAt } from '../../src/permanentie/reference-table.fixture.ts';
import { addTerm } from '../../src/regio/add-term.ts';
import { checkRegion } from '../../src/regio/check-region.ts';
import { mergeRegion } from '../../src/regio/merge-region.ts';
import type { Region } from '../../src/regio/region.ts';
import { regionOfMunicipality } from '../../src/regio/region-of.ts';
import { flemishHolidays } from './holidays.ts';
import { readRegionFile } from './read-region-file.ts';

async function load(name: string): Promise<Region> {
  const read = await readRegionFile(`${import.meta.dirname}/${name}.yaml`);
  if (read.kind === 'invalid') throw new Error(JSON.stringify(read.problems));
  return read.region;
}
const limburg = await load('limburg');
const vbr = await load('voorbeeldregio');
const instant = (wall: string) => Temporal.ZonedDateTime.from(`${wall}[Europe/Brussels]`).toInstant();

describe('limburg.yaml', () => {
  it.each([2022, 2026] as const)(
    'with the holiday library gives the reference table for every quarter of an hour of %i, as applied [P1–P3, P5]',
    (year) => {
      const region = mergeRegion(null, limburg, '2026-11-22').next;
      for (const ms of quartersOf(year)) {
        const { date, answer } = referenceAt(year, ms);
        const duty = onDutyAt(region, flemishHolidays, Temporal.Instant.fromEpochMilliseconds(ms));
        const list: readonly { id: string; naam: string }[] = duty?.kind === 'route' ? region.routes : region.personen;
        const id = duty && (duty.kind === 'route' ? duty.route : duty.persoon);
        const found = list.find((entry) => entry.id === id)?.naam.replace(/^.* (?=ACT$)/, '') ?? null;
        if (found !== answer) expect.fail(`${date} ${ms}: ${found} instead of ${answer}`);
        if (phoneAt(region, date) !== (date < '2022-03-07' ? '0490 44 82 58' : '02 243 55 05'))
          expect.fail(`${date}: ${phoneAt(region, date)}`);
      }
    },
  );

  it('knows its municipalities by present and former names and by postcode [D2]', () => {
    const of = (typed: string) => regionOfMunicipality(new Map([['LIM', limburg]]), typed).kind;
    for (const typed of ['Bilzen-Hoeselt', 'bilzen', '3740 Bilzen', 'Pelt', 'Overpelt', '3500', 'Kortessem', 'As'])
      expect([typed, of(typed)]).toEqual([typed, 'regio']);
    // 38 since 2025, 7 names that went then, 4 that went in 2019
    expect(new Set(limburg.gemeenten).size).toBe(38 + 7 + 4);
  });

  it('has nothing to warn about', () => expect(checkRegion(limburg, '2026-11-23')).toEqual([]));

  it('has addresses at example.org only', () => {
    for (const { email } of limburg.personen) expect(email).toMatch(/@example\.org$/);
  });
});

describe('voorbeeldregio.yaml', () => {
  it('differs where a region may: another platform, terms, ladder, rugzak, postcodes', () => {
    expect(vbr).toMatchObject({
      gemeenten: [],
      postcodes: [
        { van: 9000, tot: 9299 },
        { van: 9300, tot: 9300 },
        { van: 9900, tot: 9999 },
      ],
      termijnen: { terugkoppeling: 'PT8H', rekening: 'werkuren' },
      ladder: { terugkoppeling: [{ na: 'PT4H' }, { na: 'PT7H' }, { na: 'PT9H' }] },
      rugzak: { maximum: 1_250_050, verblijf: 4000, duur: 'P2M', verlengingen: 2, drempels: [6000, 8500, 10_000] },
      sluitingsdagen: ['2026-12-24', '2026-12-31'],
    });
    const platforms = [limburg, vbr].map((region) => region.kanalen.permanentie[0]?.platform);
    expect(new Set(platforms).size).toBe(2);
  });

  it('is closed on Wednesday, and changes its rota in July [P2, P3]', () => {
    expect(dutiesOn(vbr, flemishHolidays, '2026-11-25')).toEqual([]);
    const tuesday = (date: string) => onDutyAt(vbr, flemishHolidays, instant(`${date}T09:00`));
    expect(tuesday('2026-06-30')).toMatchObject({ persoon: 'saar' });
    expect(tuesday('2026-07-07')).toMatchObject({ persoon: 'wout' });
  });

  it('counts its 8 working hours over the closing day and Christmas [A2]', () => {
    const { terugkoppeling, rekening } = vbr.termijnen;
    const end = addTerm(instant('2026-12-23T16:00'), terugkoppeling, rekening, vbr, flemishHolidays);
    expect(end).toEqual(instant('2026-12-28T16:00'));
  });
});
