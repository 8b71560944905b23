import { describe, expect, it } from 'vitest';
import type { Decision } from '../casus/change.ts';
import { climb } from '../casus/ladder.ts';
import { antwoordklok } from './klokken.ts';
import { ontvangersVan } from './ontvangers-van.ts';
import { gepland, hours, pool } from './spel.fixture.ts';
import { tafelKaartView, tafelMeldingView } from './tafel-views.ts';
import { vastleggen, verplaatsen } from './vastleggen.ts';
import { aanTafel } from './zorgtafel.ts';

type Spel = ReturnType<typeof gepland>;

const experts = (s: Spel) =>
  aanTafel(s.tafel())
    .filter((d) => d.soort === 'expert')
    .map((d) => [d.naam, d.stand]);

/** Notices and invitations a decision sends, as `kind who`. */
const gestuurd = (done: Decision | string) =>
  typeof done === 'string' || 'refusal' in done
    ? []
    : done.berichten.map((b) => [
        b.soort === 'uitnodiging' ? 'uitnodiging' : b.onderwerp.split('/')[1],
        'persoon' in b.aan && b.aan.persoon,
      ]);

const kies = (s: Spel, n: number, van = pool, now = hours(2)) =>
  s.apply(
    vastleggen(s.seen(now), s.tafel().id, s.tafel().momenten[n]?.id ?? '', 'p-marijke', 'Zo.', van, s.maak, now),
    now,
  );

describe('een expert die niet kan op het moment dat vastligt [T5, T2]', () => {
  it('wordt vervangen, en de coördinator hoort het; wie in de plaats komt, krijgt enkel de uitnodiging', () => {
    const s = gepland();
    s.allemaal('kan', 'kan');
    s.antwoord('Expert 1', 'kan_niet', 'kan');
    const done = gestuurd(kies(s, 0));
    expect(experts(s)).toEqual([
      ['Expert 0', 'komt'],
      ['Expert 2', 'gevraagd'],
    ]);
    expect(done.filter(([, who]) => who === 'p-expert-2')).toEqual([['uitnodiging', 'p-expert-2']]);
    expect(done.filter(([, who]) => who === 'p-marijke')).toEqual([['expert_vervangen', 'p-marijke']]);
    expect(done.map(([, who]) => who)).not.toContain('p-expert-1');
  });

  it('ook als geen van beiden kan, en als er niemand over is staat dat er', () => {
    const s = gepland();
    s.allemaal('kan_niet', 'kan');
    const drie = pool.filter((k) => k.persoonId !== 'p-expert-3' && k.persoonId !== 'p-expert-4');
    const done = gestuurd(kies(s, 0, drie));
    expect(experts(s)).toEqual([
      ['Expert 1', 'komt_niet'],
      ['Expert 2', 'gevraagd'],
    ]);
    expect(done.filter(([, who]) => who === 'p-marijke').map(([what]) => what)).toEqual([
      'expert_vervangen',
      'geen_expert',
    ]);
  });

  it('ook na verplaatsen naar een moment dat op de lijst stond, meteen of om opnieuw te vragen', () => {
    for (const opnieuwVragen of [false, true]) {
      const s = gepland();
      s.allemaal('kan', 'kan');
      s.antwoord('Expert 1', 'kan', 'kan_niet');
      kies(s, 0);
      const naar = { start: hours(30), opnieuwVragen };
      const now = hours(3);
      s.apply(verplaatsen(s.seen(now), s.tafel().id, naar, 'p-marijke', 'De zaal.', pool, s.maak, now), now);
      expect(experts(s).map(([naam]) => naam)).toEqual(['Expert 0', 'Expert 2']);
    }
  });
});

describe('een expert die na het begin nog afzegt [T5]', () => {
  it('wordt vervangen als de zorgtafel verschuift naar een moment waarop die niet kan', () => {
    const s = gepland();
    s.vast();
    const now = hours(25);
    s.antwoord('Expert 1', 'kan_niet', 'kan_niet', now);
    const naar = { start: hours(30), opnieuwVragen: false };
    s.apply(verplaatsen(s.seen(now), s.tafel().id, naar, 'p-marijke', 'Mama kwam niet.', pool, s.maak, now), now);
    expect(experts(s).map(([naam]) => naam)).toEqual(['Expert 0', 'Expert 2']);
  });
});

describe('een zorgtafel die weer zonder moment valt [T1]', () => {
  const van48Uur = (s: Spel) => s.lopend().find((t) => t.soort === 'zorgtafel');
  const opnieuw = (s: Spel, uur: number) => {
    const now = hours(uur);
    const naar = { start: hours(uur + 5), opnieuwVragen: true };
    s.apply(verplaatsen(s.seen(now), s.tafel().id, naar, 'p-marijke', 'De zaal.', pool, s.maak, now), now);
  };

  it('laat de 48 uur weer lopen: hetzelfde begin en einde, met wat nog moest komen', () => {
    const s = gepland();
    const { start, einde, ladder } = van48Uur(s) ?? {};
    s.vast(hours(5));
    expect(van48Uur(s)).toBeUndefined();
    opnieuw(s, 6);
    expect(van48Uur(s)).toMatchObject({ over: s.tafel().id, start, einde, ladder, volgende: hours(24) });
    const card = tafelKaartView(s.seen(hours(6)), s.tafel(), { urlOf: (t) => t });
    expect(card.klok).toBe('loopt');
  });

  it('zegt het meteen als ze intussen voorbij zijn, en één keer', () => {
    const s = gepland({ momenten: [hours(70)] });
    s.vast(hours(5));
    opnieuw(s, 60);
    expect(van48Uur(s)?.volgende).toEqual(hours(48));
    const klok = van48Uur(s);
    if (!klok) throw new Error('no clock');
    const { due, next } = climb(klok, hours(60));
    expect(due.map((r) => [r.soort, r.aan])).toEqual([['escalatie', 'provinciaal']]);
    s.apply({ next: s.casus(), gebeurtenissen: [], berichten: [], start: [next] }, hours(60));
    s.vast(hours(61));
    opnieuw(s, 62);
    expect(van48Uur(s)?.volgende).toBeNull();
  });
});

describe('wie nog niet antwoordde als het moment vastligt [T4]', () => {
  const klok = (s: Spel) => antwoordklok(s.seen(hours(0)).termijnen, s.tafel().id);

  it('leest in het bericht dat het antwoord nog ontbreekt, ook voor wie die persoon uitnodigt', () => {
    const s = gepland();
    s.antwoord('Vreemde', 'kan');
    kies(s, 0);
    const leest = (lezer: string) =>
      tafelMeldingView({ ...s.seen(hours(2)), lezer }, s.tafel(), 'vast', '', { urlOf: (t) => t }).ontbreekt;
    expect(leest('p-vreemde')).toEqual({ zelf: false, voor: [] });
    expect(leest('p-expert-0')).toEqual({ zelf: true, voor: [] });
    expect(leest('p-melder')).toEqual({ zelf: true, voor: ['mama'] });
  });

  it('wordt nog altijd één keer aangemaand, en de coördinator hoort één keer wie', () => {
    const s = gepland();
    const ladder = klok(s)?.ladder;
    kies(s, 1);
    expect(klok(s)?.ladder).toEqual(ladder);
    const later = gepland();
    const past = later.lopend().find((t) => t.soort === 'zorgtafel_antwoorden');
    if (!past) throw new Error('no clock');
    // Reminded and told already: nobody is reminded again, the contact hears before the table who is still silent.
    const done = { next: later.casus(), gebeurtenissen: [], berichten: [], start: [{ ...past, volgende: null }] };
    later.apply(done, hours(24));
    kies(later, 1, pool, hours(25));
    const again = klok(later);
    const ahead = again?.ladder.filter((r) => !past.ladder.some((p) => p.op.equals(r.op)));
    expect(ahead?.at(-1)).toMatchObject({ soort: 'escalatie', aan: 'aanspreekpunt', op: hours(28) });
    for (const r of ahead ?? []) expect(again && ontvangersVan(later.tafel(), again, r.op)).toEqual([]);
  });

  it('wordt niet meer lastiggevallen kort voor het begin, en zonder wie stil is loopt er geen klok', () => {
    const s = gepland({ momenten: [hours(5)] });
    kies(s, 0);
    expect(klok(s)?.ladder.map((r) => [r.soort, r.op])).toEqual([['escalatie', hours(3)]]);
    const t = gepland();
    t.vast();
    expect(klok(t)).toBeUndefined();
  });
});
