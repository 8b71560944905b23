import { describe, expect, it } from 'vitest';
import { afgelasten } from './afgelasten.ts';
import { toevoegen, verwijderen } from './deelnemers.ts';
import { gepland, hours, pool } from './spel.fixture.ts';
import { tafelItem } from './tafel-agenda.ts';
import { ontvanger } from './tafel-change.ts';
import { tafelMeldingView, tafelTermijnView, uitnodigingView } from './tafel-views.ts';
import { verplaatsen } from './vastleggen.ts';
import { andereDoorgever } from './wie-nodigt-uit.ts';

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
    // Somebody else invites mama from now on: she knew of it all the same.
    const ander = andereDoorgever(
      s.seen(hours(7)),
      s.tafel().id,
      [s.zet('mama').id],
      'p-ines',
      'p-marijke',
      s.maak,
      hours(7),
    );
    s.apply(ander, hours(7));
    expect(kaart('mama', 8)).toBe(dinsdag);
  });
});

describe('de link voor de agenda van een zorgtafel', () => {
  const adres = { urlOf: (token: string) => `https://bot/${token}` };
  const naar = (uur: number, opnieuwVragen: boolean) => ({ start: hours(uur), opnieuwVragen });

  /** What the links are for: on the cards of mama and Vreemde, in the notice to Vreemde, and which of `mama` it names. */
  const doelen = (s: ReturnType<typeof gepland>, at: number) => {
    const kaart = (naam: string) => {
      const d = s.zet(naam);
      return uitnodigingView({ ...s.seen(hours(at)), lezer: ontvanger(d) }, s.tafel(), d, adres).agenda;
    };
    const melding = (lezer: string) =>
      tafelMeldingView({ ...s.seen(hours(at)), lezer }, s.tafel(), 'afgelast', '', adres);
    const [mama, vreemde] = [kaart('mama'), kaart('Vreemde')];
    if (mama) expect(mama).toMatchObject({ url: adres.urlOf(s.zet('mama').agenda.token), voor: 'mama' });
    expect(melding('p-vreemde').agenda).toEqual(vreemde);
    expect(melding('p-melder').agendaVan).toEqual(mama ? ['mama'] : []);
    return [mama?.doel ?? null, vreemde?.doel ?? null];
  };

  it('blijft op kaart en bericht zolang een agenda ze kan hebben, ook om door te sturen [T4]', () => {
    const s = gepland();
    expect(doelen(s, 1)).toEqual([null, null]);
    s.vast();
    expect(doelen(s, 3)).toEqual(['zet', 'zet']);
    const verplaats = (uur: number, vragen: boolean, at: number) =>
      s.apply(
        verplaatsen(s.seen(hours(at)), s.tafel().id, naar(uur, vragen), 'p-marijke', 'x', pool, s.maak, hours(at)),
        hours(at),
      );
    verplaats(48, false, 4);
    expect(doelen(s, 5)).toEqual(['werk_bij', 'werk_bij']);
    verplaats(60, true, 6);
    expect(doelen(s, 7)).toEqual(['haal_uit', 'haal_uit']);
    s.apply(afgelasten(s.seen(hours(8)), s.tafel().id, 'p-marijke', 'x', hours(8)), hours(8));
    expect(doelen(s, 9)).toEqual(['haal_uit', 'haal_uit']);
  });

  it('blijft ook wie van de lijst ging, met het uur dat die kende; wie er nooit van wist, krijgt er geen', () => {
    const s = gepland();
    const weg = (naam: string, at: number) =>
      s.apply(verwijderen(s.seen(hours(at)), s.tafel().id, s.zet(naam).id, 'p-marijke', hours(at)), hours(at));
    weg('mama', 1);
    s.vast();
    weg('Vreemde', 3);
    s.antwoord('Expert 0', 'kan_niet', 'kan_niet', hours(3));
    s.apply(
      verplaatsen(s.seen(hours(4)), s.tafel().id, naar(60, false), 'p-marijke', 'x', pool, s.maak, hours(4)),
      hours(4),
    );
    const kaart = (naam: string) => {
      const d = s.zet(naam);
      return uitnodigingView({ ...s.seen(hours(5)), lezer: ontvanger(d) }, s.tafel(), d, adres);
    };
    expect(kaart('mama')).toMatchObject({ stand: 'weg', agenda: null });
    for (const naam of ['Vreemde', 'Expert 0']) {
      expect(kaart(naam)).toMatchObject({ stand: 'weg', agenda: { doel: 'haal_uit' } });
      expect(tafelItem(s.tafel(), s.zet(naam))).toMatchObject({ stand: 'vervallen', start: hours(24) });
    }
    const gehoord = (naam: string) => {
      const d = s.zet(naam);
      const seen = { ...s.seen(hours(5)), lezer: ontvanger(d) };
      return tafelMeldingView(seen, s.tafel(), 'niet_meer_nodig', d.id, adres);
    };
    expect(gehoord('Vreemde').agenda).toMatchObject({ doel: 'haal_uit' });
    expect(gehoord('mama')).toMatchObject({ agenda: null, agendaVan: [] });
    // Who comes on the list now puts it in; a moment that was there before them is not theirs to take out.
    const oma = { soort: 'netwerk' as const, persoonId: null, naam: 'oma', via: 'p-ines' };
    s.apply(toevoegen(s.seen(hours(5)), s.tafel().id, oma, 'p-marijke', s.maak, hours(5)), hours(5));
    expect(kaart('oma').agenda).toMatchObject({ doel: 'zet' });
  });
});
