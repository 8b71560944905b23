import { describe, expect, it } from 'vitest';
import { toevoegen } from './deelnemers.ts';
import { gepland, hours, pool } from './spel.fixture.ts';
import { ontvanger } from './tafel-change.ts';
import { tafelMeldingView, tafelTermijnView, uitnodigingView } from './tafel-views.ts';
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

describe('een zorgtafel die vastlag en terug naar vragen gaat', () => {
  const adres = { urlOf: (token: string) => `https://bot/${token}` };

  it('zegt op elke kaart en in elk bericht dat de afspraak vervalt, ook voor wie ze doorgeeft [T4]', () => {
    const s = gepland();
    const kaart = (naam: string, at: number) => {
      const d = s.zet(naam);
      return uitnodigingView({ ...s.seen(hours(at)), lezer: ontvanger(d) }, s.tafel(), d, adres).vervalt;
    };
    const melding = (lezer: string, at: number) =>
      tafelMeldingView({ ...s.seen(hours(at)), lezer }, s.tafel(), 'opnieuw', '', adres).vervalt;
    // Asked for the first time: there is nothing to be off.
    expect([kaart('mama', 1), kaart('Vreemde', 1), melding('p-melder', 1)]).toEqual([null, null, null]);
    s.vast();
    expect(kaart('mama', 3)).toBeNull();
    const naar = { start: hours(60), opnieuwVragen: true };
    s.apply(
      verplaatsen(s.seen(hours(3)), s.tafel().id, naar, 'p-marijke', 'De zaal.', pool, s.maak, hours(3)),
      hours(3),
    );
    const dinsdag = hours(24).toString();
    expect([kaart('mama', 4), kaart('Vreemde', 4)]).toEqual([dinsdag, dinsdag]);
    expect([melding('p-melder', 4), melding('p-vreemde', 4)]).toEqual([dinsdag, dinsdag]);
    // Who comes on the list now never heard of it; once it is past nobody stands there any more.
    const oma = { soort: 'netwerk' as const, persoonId: null, naam: 'oma', via: 'p-ines' };
    s.apply(toevoegen(s.seen(hours(5)), s.tafel().id, oma, 'p-marijke', s.maak, hours(5)), hours(5));
    expect([kaart('oma', 6), melding('p-ines', 6)]).toEqual([null, null]);
    expect([kaart('mama', 25), melding('p-melder', 25)]).toEqual([null, null]);
  });
});
