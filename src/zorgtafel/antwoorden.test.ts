import { describe, expect, it } from 'vitest';
import type { Decision } from '../casus/change.ts';
import { climb } from '../casus/ladder.ts';
import type { Instant } from '../time.ts';
import { antwoorden } from './antwoorden.ts';
import { expertErbij, toevoegen, verwijderen } from './deelnemers.ts';
import { antwoordklok } from './klokken.ts';
import { ontvangersVan } from './ontvangers-van.ts';
import { gepland, hours, pool } from './spel.fixture.ts';
import { tafelTermijnView, uitnodigingView } from './tafel-views.ts';
import { momentErbij, verplaatsen } from './vastleggen.ts';
import { aanTafel } from './zorgtafel.ts';

type Spel = ReturnType<typeof gepland>;

/** Keys of what the contact hears about everybody having answered. */
const gemeld = (decision: Decision | string) =>
  typeof decision === 'string' || 'refusal' in decision
    ? []
    : decision.berichten.filter((b) => b.onderwerp.includes('allen_geantwoord')).map((b) => `${b.onderwerp} ${b.op}`);

/** Everybody answers for all moments, each for themselves. */
const iedereen = (s: Spel, now: Instant) =>
  aanTafel(s.tafel()).flatMap((d) => {
    const kan = Object.fromEntries(s.tafel().momenten.map((m) => [m.id, 'kan' as const]));
    const door = d.persoonId ?? d.via ?? '';
    return gemeld(s.apply(antwoorden(s.seen(now), s.tafel().id, d.id, door, kan, pool, s.maak, now), now));
  });

describe('wanneer iedereen antwoordde [T4]', () => {
  it('hoort het aanspreekpunt dat na elke vraag opnieuw, en per vraag één keer', () => {
    const s = gepland();
    const first = iedereen(s, hours(1));
    expect(first).toHaveLength(1);
    expect(iedereen(s, hours(2))).toEqual([]);
    s.apply(momentErbij(s.seen(hours(3)), s.tafel().id, hours(50), 'p-marijke', pool, s.maak, hours(3)), hours(3));
    const second = iedereen(s, hours(4));
    expect(second).toHaveLength(1);
    s.vast(hours(5));
    const naar = { start: hours(60), opnieuwVragen: true };
    s.apply(verplaatsen(s.seen(hours(6)), s.tafel().id, naar, 'p-marijke', 'x', pool, s.maak, hours(6)), hours(6));
    const third = iedereen(s, hours(7));
    expect(new Set([...first, ...second, ...third]).size).toBe(3);
  });

  it('hoort het ook als de laatste die nog moest antwoorden van de lijst gaat', () => {
    const s = gepland();
    for (const d of aanTafel(s.tafel())) if (d.naam !== 'Vreemde') s.antwoord(d.naam, 'kan');
    const weg = verwijderen(s.seen(hours(2)), s.tafel().id, s.zet('Vreemde').id, 'p-ines', hours(2));
    expect(gemeld(s.apply(weg, hours(2)))).toHaveLength(1);
    expect(s.lopend().map((t) => t.soort)).not.toContain('zorgtafel_antwoorden');
  });
});

describe('als alle momenten voorbij zijn [T4]', () => {
  it('antwoordde niet iedereen: een late druk telt niet, en de klok blijft om een nieuw moment vragen', () => {
    const s = gepland();
    const laat = hours(500);
    const [first, second] = aanTafel(s.tafel());
    const moment = s.tafel().momenten[0]?.id ?? '';
    const door = first?.persoonId ?? first?.via ?? '';
    const druk = antwoorden(
      s.seen(laat),
      s.tafel().id,
      first?.id ?? '',
      door,
      { [moment]: 'kan_niet' },
      pool,
      s.maak,
      laat,
    );
    expect(druk).toMatchObject({ refusal: { kind: 'zorgtafel_moment_weg' } });
    const weg = verwijderen(s.seen(laat), s.tafel().id, second?.id ?? '', 'p-marijke', laat);
    expect(gemeld(s.apply(weg, laat))).toEqual([]);
    expect(s.lopend().map((t) => t.soort)).toContain('zorgtafel_antwoorden');
  });
});

describe('wie later gevraagd wordt [T5]', () => {
  const oma = { soort: 'netwerk' as const, persoonId: null, naam: 'oma', via: 'p-ines' };
  const klokVan = (s: Spel) => antwoordklok(s.seen(hours(0)).termijnen, s.tafel().id);
  /** Lets the clock of the table go on to an instant; who is reminded, and whether the contact hears who did not answer. */
  const tot = (s: Spel, now: Instant) => {
    const klok = klokVan(s);
    if (!klok) return { herinnerd: [], gemeld: false };
    const { due, next } = climb(klok, now);
    const herinnerd = due.some((r) => r.aan === 'tafel') ? ontvangersVan(s.tafel(), klok, now) : [];
    s.apply({ next: s.casus(), gebeurtenissen: [], berichten: [], start: [next] }, now);
    return { herinnerd, gemeld: due.some((r) => r.soort === 'escalatie') };
  };

  it('wordt ook aangemaand als het moment al vastligt: een vervanger, een laatkomer, een extra expert', () => {
    const adds: ((s: Spel) => unknown)[] = [
      (s) => s.antwoord('Expert 0', 'kan_niet', 'kan_niet', hours(3)),
      (s) => s.apply(toevoegen(s.seen(hours(3)), s.tafel().id, oma, 'p-marijke', s.maak, hours(3)), hours(3)),
      (s) => s.apply(expertErbij(s.seen(hours(3)), s.tafel().id, 'p-marijke', pool, s.maak, hours(3)), hours(3)),
    ];
    for (const add of adds) {
      const s = gepland({ momenten: [hours(71)] });
      s.vast();
      expect(klokVan(s)).toBeUndefined();
      add(s);
      const asked = s.tafel().deelnemers.at(-1);
      const [herinnering, escalatie] = klokVan(s)?.ladder ?? [];
      expect(tot(s, herinnering?.op ?? hours(0))).toEqual({
        herinnerd: [asked?.persoonId ?? asked?.via],
        gemeld: false,
      });
      expect(tot(s, escalatie?.op ?? hours(0))).toEqual({ herinnerd: [], gemeld: true });
    }
  });

  it('maant niemand twee keer aan, en laat wie al gevraagd was niet langer wachten', () => {
    const s = gepland();
    const [eerste, laatste] = klokVan(s)?.ladder ?? [];
    if (!eerste || !laatste) throw new Error('no rungs');
    s.apply(toevoegen(s.seen(hours(2)), s.tafel().id, oma, 'p-marijke', s.maak, hours(2)), hours(2));
    expect(tot(s, eerste.op).herinnerd.sort()).toEqual(['p-expert-0', 'p-expert-1', 'p-melder', 'p-vreemde']);
    expect(tot(s, eerste.op.add({ hours: 1 }))).toEqual({ herinnerd: [], gemeld: false });
    const rungs = klokVan(s)?.ladder.map((r) => `${r.soort} ${r.op}`) ?? [];
    expect(rungs).toContain(`escalatie ${laatste.op}`);
    const later = (klokVan(s)?.ladder ?? []).filter((r) => r.soort === 'herinnering').at(-1);
    expect(tot(s, later?.op ?? hours(0)).herinnerd).toEqual(['p-ines']);
  });

  it('maant niet aan voor een zorgtafel die al begonnen is of zo begint', () => {
    const s = gepland({ momenten: [hours(7)] });
    s.vast();
    s.apply(toevoegen(s.seen(hours(3)), s.tafel().id, oma, 'p-marijke', s.maak, hours(3)), hours(3));
    expect(klokVan(s)?.ladder).toEqual([{ op: hours(5), soort: 'escalatie', aan: 'aanspreekpunt' }]);
    s.antwoord('oma', 'kan', 'kan', hours(4));
    s.apply(
      toevoegen(s.seen(hours(6)), s.tafel().id, { ...oma, naam: 'opa' }, 'p-marijke', s.maak, hours(6)),
      hours(6),
    );
    expect(klokVan(s)?.volgende).toBeNull();
  });
});

describe('een moment dat voorbij is', () => {
  const adres = { urlOf: (token: string) => token };
  const kaart = (s: Spel, naam: string, now: Instant) => uitnodigingView(s.seen(now), s.tafel(), s.zet(naam), adres);
  const soorten = (done: Decision | string) =>
    typeof done === 'string' || 'refusal' in done ? [] : done.berichten.map((b) => b.onderwerp.split('/')[1]);

  it('ontbreekt in geen antwoord: wie voor alles zei wat nog komt, antwoordde, en een expert wordt vervangen [T4, T5]', () => {
    const s = gepland();
    const [, later] = s.tafel().momenten;
    const now = hours(25);
    const geven = { [later?.id ?? '']: 'kan_niet' as const };
    for (const naam of ['Vreemde', 'Expert 0'])
      s.apply(antwoorden(s.seen(now), s.tafel().id, s.zet(naam).id, 'p-marijke', geven, pool, s.maak, now), now);
    expect(kaart(s, 'Vreemde', now).beantwoord).toBe(true);
    expect(s.zet('Expert 0').stand).toBe('vervangen');
    const stil = tafelTermijnView(s.seen(now), s.tafel(), 'zorgtafel_antwoorden', 'escalatie');
    expect(stil.wie).toEqual(['Melder', 'mama', 'Expert 1', 'Expert 2']);
  });

  it('vraagt niemand nog iets als ze allemaal voorbij zijn: de coördinator hoort dat er een ander moment nodig is [T4]', () => {
    const s = gepland();
    const now = hours(31);
    expect(tafelTermijnView(s.seen(now), s.tafel(), 'zorgtafel_antwoorden', 'escalatie')).toMatchObject({
      voorbij: false,
      zonderMoment: true,
      wie: [],
    });
    expect(tafelTermijnView(s.seen(now), s.tafel(), 'zorgtafel_antwoorden', 'herinnering').voorbij).toBe(true);
  });

  it('vraagt na het begin geen andere expert meer en nodigt niemand uit [T5]', () => {
    const s = gepland();
    s.vast();
    const now = hours(31);
    const people = s.tafel().deelnemers.length;
    const later = s.antwoord('Expert 0', 'kan_niet', 'kan_niet', now);
    expect(soorten(later)).toEqual([]);
    expect(s.zet('Expert 0').stand).toBe('komt_niet');
    const oma = { soort: 'netwerk' as const, persoonId: null, naam: 'oma', via: 'p-ines' };
    expect(s.apply(toevoegen(s.seen(now), s.tafel().id, oma, 'p-marijke', s.maak, now), now)).toBe(
      'zorgtafel_eerst_verslag',
    );
    expect(s.apply(expertErbij(s.seen(now), s.tafel().id, 'p-marijke', pool, s.maak, now), now)).toBe(
      'zorgtafel_eerst_verslag',
    );
    expect(s.tafel().deelnemers).toHaveLength(people);
    expect(kaart(s, 'Vreemde', now).begonnen).toBe(true);
  });

  it('telt ook niet bij wie in de plaats van een expert gevraagd wordt [T5]', () => {
    const s = gepland();
    const now = hours(25);
    const [voorbij, later] = s.tafel().momenten;
    // Free at the moment that is over only.
    const bezet = [{ start: later?.start ?? now, einde: (later?.start ?? now).add({ hours: 1 }) }];
    const elders = pool.map((k) => (k.persoonId === 'p-expert-2' ? { ...k, bezet } : k));
    s.apply(expertErbij(s.seen(now), s.tafel().id, 'p-marijke', elders, s.maak, now), now);
    expect(voorbij && s.tafel().deelnemers.at(-1)?.naam).toBe('Expert 3');
  });
});
