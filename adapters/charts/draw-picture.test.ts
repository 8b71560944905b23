import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Chart } from '../../cards/chart.ts';
import {
  budgetChart,
  emptyCharts,
  hugeChart,
  meterChart,
  personsChart,
  sampleCharts,
} from '../../test/sample-charts.ts';
import { chartOption } from './chart-option.ts';
import { drawPicture } from './draw-picture.ts';

/** Width and height as the file itself says. */
function sizeOf(png: Uint8Array): [number, number] {
  const bytes = Buffer.from(png);
  expect(bytes.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}
const digest = (png: Uint8Array) => createHash('sha256').update(png).digest('hex');
const slow = 20_000;

describe('een grafiek als afbeelding', () => {
  it.each(Object.entries(sampleCharts))(
    '%s is een png, op telefoonbreedte en klein',
    { timeout: slow },
    async (_, chart) => {
      const png = await drawPicture(chart);
      const [width, height] = sizeOf(png);
      expect(width).toBe(720);
      expect(height).toBeGreaterThan(200);
      expect(height).toBeLessThan(1_000);
      expect(png.length).toBeLessThan(100_000);
    },
  );

  it('trekt geen lijn door de naam van een grens bovenaan', () => {
    expect(chartOption(budgetChart)).toMatchObject({ yAxis: { splitLine: { showMaxLine: false } } });
  });

  it('blijft binnen de perken met te veel, en met niets', { timeout: slow }, async () => {
    const [, height] = sizeOf(await drawPicture(hugeChart()));
    expect(height).toBeLessThan(3_000);
    for (const chart of emptyCharts) sizeOf(await drawPicture(chart));
  });

  it('is hetzelfde voor dezelfde cijfers, en anders voor andere', { timeout: slow }, async () => {
    expect(digest(await drawPicture(meterChart))).toBe(digest(await drawPicture({ ...meterChart })));
    const other: Chart = { ...personsChart, categories: ['Marijke', 'Inez', 'Anne', 'Tom'] };
    expect(digest(await drawPicture(personsChart))).not.toBe(digest(await drawPicture(other)));
  });

  it('draagt zijn eigen letters mee: ook zonder lettertypes op de machine staat er tekst', {
    timeout: slow,
  }, async () => {
    // Only the title differs, so only its letters can make the difference.
    const blank: Chart = { ...meterChart, title: '' };
    expect(digest(await drawPicture(meterChart))).not.toBe(digest(await drawPicture(blank)));
  });

  it('laat niets achter dat een proces openhoudt', { timeout: slow }, () => {
    const file = new URL('./draw-picture.ts', import.meta.url).href;
    const code = `const { drawPicture } = await import('${file}'); console.log((await drawPicture(${JSON.stringify(meterChart)})).length > 1000);`;
    const said = execFileSync(process.execPath, ['--input-type=module', '-e', code], { timeout: 15_000 });
    expect(String(said).trim()).toBe('true');
  });
});
