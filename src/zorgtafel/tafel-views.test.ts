import { describe, expect, it } from 'vitest';
import { gepland, hours, pool } from './spel.fixture.ts';
import { tafelTermijnView } from './tafel-views.ts';
import { verplaatsen } from './vastleggen.ts';

describe('een herinnering aan een zorgtafel', () => {
  it('volgt de klok die loopt, ook als het moment vervroegd werd [T4, T7]', () => {
    const s = gepland({ momenten: [hours(30)] });
    s.vast();
    const sooner = { start: hours(24), opnieuwVragen: false };
    s.apply(
      verplaatsen(s.seen(hours(3)), s.tafel().id, sooner, 'p-marijke', 'De zaal.', pool, s.maak, hours(3)),
      hours(3),
    );
    const shown = (klok: 'zorgtafel_afspraak' | 'zorgtafel_verslag', at: number) =>
      tafelTermijnView(s.seen(hours(at)), s.tafel(), klok, 'herinnering');
    expect(shown('zorgtafel_afspraak', 22)).toMatchObject({ voorbij: false, einde: hours(24).toString() });
    expect(shown('zorgtafel_verslag', 40)).toMatchObject({
      voorbij: false,
      mag: ['zorgtafel.tonen', 'zorgtafel.verslag'],
    });
  });
});
