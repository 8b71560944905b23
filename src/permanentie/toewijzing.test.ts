import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { account, directoryWith, holidays, people, regio } from '../world.fixture.ts';
import { toewijzing } from './toewijzing.ts';

const ids = people.map((p) => p.id.slice(2));
/** Everybody has an account; these cannot be written to. */
const unreachable = (...gone: string[]) =>
  directoryWith(
    [regio],
    people,
    ids.map((id) => account(id, 'groen', !gone.includes(id))),
  );
const on = (when: string, directory = directoryWith(), region = regio) => {
  const to = toewijzing(region, directory, holidays, Temporal.Instant.from(`${when}:00+01:00`));
  return (
    to && {
      naar: to.persoon.id,
      nu: to.nu !== null,
      vanaf: to.vanaf?.toString() ?? null,
      voor: to.inPlaatsVan?.id ?? null,
    }
  );
};

describe('naar wie een aanmelding gaat', () => {
  it('gaat naar wie van wacht is [A1]', () => {
    expect(on('2022-01-10T10:00')).toEqual({ naar: 'p-marijke', nu: true, vanaf: null, voor: null });
    expect(on('2022-01-11T10:00')).toMatchObject({ naar: 'p-ines', nu: true });
  });

  it('gaat bij een telefoonroute naar de eigenaar ervan [P1]', () => {
    expect(on('2022-01-11T15:00')).toMatchObject({ naar: 'p-ines', nu: true });
  });

  it.each([
    ['over de middag', '2022-01-10T12:30', 'p-marijke', '2022-01-10T13:00:00Z'],
    ['’s avonds', '2022-01-10T18:00', 'p-ines', '2022-01-11T08:00:00Z'],
    ['op vrijdagavond', '2022-01-14T20:00', 'p-marijke', '2022-01-17T08:00:00Z'],
    ['op zondag', '2022-01-16T11:00', 'p-marijke', '2022-01-17T08:00:00Z'],
    ['op een feestdag', '2022-04-18T09:30', 'p-ines', '2022-04-19T07:00:00Z'],
  ])('wacht %s op wie daarna van wacht is, vanaf dan [P2]', (_, when, naar, vanaf) => {
    expect(on(when)).toEqual({ naar, nu: false, vanaf, voor: null });
  });

  it('gaat meteen naar de volgende die de bot wel bereikt, en zegt voor wie het bedoeld was [A1]', () => {
    expect(on('2022-01-10T10:00', unreachable('marijke'))).toMatchObject({ naar: 'p-ines', voor: 'p-marijke' });
    expect(on('2022-01-10T10:00', unreachable('marijke', 'ines'))).toMatchObject({
      naar: 'p-provinciaal',
      voor: 'p-marijke',
    });
  });

  it('neemt het andere account van wie er twee heeft voor ze iemand onbereikbaar noemt [A1]', () => {
    const two = directoryWith([regio], people, [account('marijke', 'groen', false), account('marijke', 'blauw')]);
    expect(on('2022-01-10T10:00', two)).toMatchObject({ naar: 'p-marijke', voor: null });
  });

  it('blijft bij wie het bedoeld was als de bot niemand bereikt: er gaat niets verloren [P2]', () => {
    expect(on('2022-01-10T10:00', unreachable(...ids))).toMatchObject({ naar: 'p-marijke', voor: null });
  });

  it('vindt ook in een regio zonder rooster een coördinator, en in een regio zonder mensen niemand', () => {
    expect(on('2022-01-10T10:00', directoryWith(), { ...regio, permanentie: [] })).toMatchObject({
      naar: 'p-marijke',
      nu: false,
      vanaf: null,
    });
    expect(on('2022-01-10T10:00', directoryWith(), { ...regio, permanentie: [], personen: [] })).toBeNull();
  });

  it('volgt wie op die dag geldig is [P3]', () => {
    const left = {
      ...regio,
      personen: regio.personen.map((p) => (p.id === 'marijke' ? { ...p, tot: '2022-01-09' } : p)),
    };
    expect(on('2022-01-10T10:00', directoryWith([left]), left)?.naar).toBe('p-ines');
  });

  it('vindt op elk ogenblik van het jaar iemand die de bot kan bereiken, zolang er zo iemand is [A1, P2]', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 364 * 24 * 4 }),
        fc.subarray(['marijke', 'ines', 'provinciaal']),
        (q, gone) => {
          const at = Temporal.Instant.from('2022-01-03T00:00:00Z').add({ minutes: q * 15 });
          const to = toewijzing(regio, unreachable(...gone), holidays, at);
          expect(to).not.toBeNull();
          if (gone.length < 3) expect(gone).not.toContain(to?.persoon.id.slice(2));
          if (to?.nu === null) expect(Temporal.Instant.compare(to.vanaf ?? at, at)).toBe(1);
        },
      ),
    );
  });
});
