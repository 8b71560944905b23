import { describe, expect, it } from 'vitest';
import { asText } from './as-text.ts';
import type { Chart } from './chart.ts';
import { chartBars } from './chart-bars.ts';
import { chartTable } from './chart-table.ts';
import { chartText } from './chart-text.ts';
import { axisValue, chartValue } from './chart-value.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

const meter: Chart = {
  type: 'chart',
  kind: 'meter',
  title: 'Rugzak',
  alt: 'Van € 20.000 is € 8.750 gebruikt.',
  unit: 'euro',
  parts: [
    { label: 'Gebruikt', value: 875_000, fill: 'used' },
    { label: 'Vastgelegd', value: 412_550, fill: 'committed' },
    { label: 'Vrij', value: 712_450, fill: 'free' },
  ],
  marks: [{ label: 'Helft', at: 1_000_000 }],
};

const hours: Chart = {
  type: 'chart',
  kind: 'bars',
  over: 'names',
  stacked: true,
  title: 'Uren',
  alt: 'Marijke deed het meest',
  unit: 'uren',
  heading: 'Wie',
  categories: ['Marijke', 'Ines'],
  series: [
    { label: 'Eigen', values: [7_200, 90] },
    { label: 'Overgenomen', values: [540, 0] },
  ],
};

const scores: Chart = {
  type: 'chart',
  kind: 'line',
  title: 'Doelen',
  alt: 'Doel 1 steeg.',
  unit: 'score',
  series: [
    {
      label: 'Doel 1',
      points: [
        { date: '2026-03-09', value: 3 },
        { date: '2026-04-20', value: 6.5 },
      ],
    },
    { label: 'Doel 2', forecast: true, points: [{ date: '2026-04-20', value: 5 }] },
  ],
  marks: [],
};

const budget: Chart = {
  ...scores,
  title: 'Jaar',
  alt: 'Er is € 8.750 vastgelegd.',
  unit: 'euro',
  series: [{ label: 'Vastgelegd', points: [{ date: '2026-03-09', value: 875_000 }] }],
  marks: [{ label: 'Jaarbudget', at: 40_000_000 }],
};

describe('de cijfers van een grafiek', () => {
  it('staan er zoals men ze hier schrijft', () => {
    expect(plain(chartValue('euro', 2_000_000))).toBe('€ 20.000');
    expect(plain(chartValue('euro', 412_550))).toBe('€ 4.125,50');
    expect(chartValue('uren', 2_250)).toBe('37,5 uur');
    expect(chartValue('score', 6.5)).toBe('6,5');
    expect(chartValue('aantal', 1_250)).toBe('1.250');
    expect(plain(axisValue('euro', 412_550))).toBe('€ 4.126');
    expect(axisValue('uren', 100)).toBe('1,7');
  });

  it('staan allemaal in de tekst voor wie de grafiek niet ziet', () => {
    expect(plain(chartText(meter))).toBe(
      'Rugzak. Van € 20.000 is € 8.750 gebruikt. Gebruikt: € 8.750. Vastgelegd: € 4.125,50. Vrij: € 7.124,50. Grens: Helft: € 10.000.',
    );
    expect(chartText(hours)).toBe(
      'Uren. Marijke deed het meest. Marijke: Eigen 120 uur, Overgenomen 9 uur, Samen 129 uur. Ines: Eigen 1,5 uur, Overgenomen 0 uur, Samen 1,5 uur.',
    );
    expect(chartText(scores)).toBe(
      'Doelen. Doel 1 steeg. 9 mrt 2026: Doel 1 3. 20 apr 2026: Doel 1 6,5, Doel 2 (raming) 5.',
    );
  });

  it('zeggen van een grens over een lijn dat het een grens is, en geen cijfer van die lijn [B8]', () => {
    expect(plain(chartText(budget))).toBe(
      'Jaar. Er is € 8.750 vastgelegd. 9 mrt 2026: € 8.750. Jaarbudget: € 400.000.',
    );
    expect(chartTable(budget).rows.map((row) => row.map(plain))).toEqual([['9 mrt 2026', '€ 8.750']]);
  });

  it('staan in een tabel, ook waar op een dag iets ontbreekt', () => {
    expect(chartTable(scores)).toEqual({
      columns: ['Datum', 'Doel 1', 'Doel 2 (raming)'],
      rows: [
        ['9 mrt 2026', '3', '–'],
        ['20 apr 2026', '6,5', '5'],
      ],
    });
  });

  it('worden balken van tekst, naar verhouding en zonder kleur te onderscheiden', () => {
    const [bar = '', pointer = ''] = chartBars(meter);
    expect(bar).toBe(`▕${'█'.repeat(13)}${'▒'.repeat(6)}${'░'.repeat(11)}▏`);
    expect(pointer.indexOf('│')).toBe(1 + 15);
    expect(chartBars(hours)[1]).toBe(`Marijke  ${'█'.repeat(28)}▒▒ 129 uur`);
    // A little is still seen.
    expect(chartBars(hours)[2]).toBe('Ines     █ 1,5 uur');
  });

  it('passen ook als er meer op is dan er was', () => {
    const over: Chart = {
      ...meter,
      parts: [{ label: 'Gebruikt', value: 2_200_000, fill: 'used' }],
      marks: [{ label: 'Maximum', at: 2_000_000 }],
    };
    const [bar = '', pointer = ''] = chartBars(over);
    expect(bar).toBe(`▕${'█'.repeat(30)}▏`);
    expect(pointer.indexOf('│')).toBe(1 + 27);
  });

  it('staan op een kaart in tekst onder hun titel', () => {
    expect(asText({ title: 'Kaart', summary: '', parts: [hours] })).toMatch(/Uren\n\s+█ Eigen {3}▒ Overgenomen\n/);
  });
});
