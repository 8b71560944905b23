import { expect, it } from 'vitest';
import { klok } from './casus.fixture.ts';
import { readRungSubject, rungSubject } from './termijn.ts';

it('zegt in het onderwerp van een trede welke klok, hoe dringend en waarover', () => {
  const rung = { soort: 'herinnering', aan: 'persoon:p-ines' } as const;
  const about = { ...klok, over: 'tafel-1' };
  expect(readRungSubject(rungSubject(about, rung))).toEqual({
    soort: 'terugkoppeling',
    rung: 'herinnering',
    over: 'tafel-1',
  });
  expect(rungSubject(klok, { ...rung, aan: 'aanspreekpunt' })).toBe('terugkoppeling:herinnering:aanspreekpunt');
  // Two people of one rung, two things at one moment: other messages.
  expect(rungSubject(about, rung)).not.toBe(rungSubject(about, { ...rung, aan: 'persoon:p-marijke' }));
  expect(rungSubject(about, rung)).not.toBe(rungSubject({ ...about, over: 'tafel-2' }, rung));
});
