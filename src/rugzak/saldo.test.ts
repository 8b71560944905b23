import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monday } from '../world.fixture.ts';
import { aanvragen, goedkeuren } from './aanvragen.ts';
import { betalen, corrigeren, factureren, vrijgeven } from './betalen.ts';
import { categorieen } from './boeking.ts';
import { casusMetRugzak, doet, gevraagd } from './casus-met-rugzak.fixture.ts';
import type { Kas } from './kas.ts';
import { legeKas } from './rugzak.fixture.ts';
import { leeg, lijnenTot, negatief, saldo, saldoPerCategorie } from './saldo.ts';

describe('het saldo op een dag [B1]', () => {
  it('is op elke dag nergens negatief, en op het einde alles, ook als betalingen later genoteerd worden', () => {
    const step = fc.record({
      what: fc.nat(6),
      which: fc.nat(20),
      day: fc.nat(9),
      ago: fc.nat(30),
      cents: fc.integer({ min: 1, max: 90_000 }),
    });
    let paid = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 20, maxLength: 50, size: 'max' }), (steps) => {
        let kas: Kas = { ...legeKas, regio: new Map() };
        let today = Temporal.PlainDate.from('2026-03-02');
        steps.forEach(({ what, which, day, ago, cents }, n) => {
          today = today.add({ days: day });
          const datum = today.toString();
          const daad = { door: what === 1 ? 'p-ines' : 'p-marijke', op: monday, datum, boekingId: `b-${n}` };
          const pick = <T>(all: readonly T[]) => all[which % Math.max(1, all.length)];
          const a = pick(kas.rugzak.aanvragen)?.id ?? '-';
          const f = pick(kas.rugzak.facturen)?.id ?? '-';
          const base = { doel: 'x', aanbieder: 'x', van: '2026-03-01', tot: '2026-05-31', waaromNietRegulier: 'x' };
          const done = [
            () => aanvragen(kas, { ...base, id: `a-${n}`, categorie: categorieen[which % 8] ?? 'ander', cents }, daad),
            () => goedkeuren(kas, a, null, daad),
            () =>
              factureren(
                kas,
                { id: `f-${n}`, aanvraagId: a, nummer: '1', cents: 1 + (which % 9), ontvangen: datum, vervalt: datum },
                daad,
              ),
            () => betalen(kas, f, today.subtract({ days: ago }).toString(), daad),
            () => vrijgeven(kas, a, null, daad),
            () => corrigeren(kas, pick(kas.boekingen)?.id ?? '-', daad),
            () => goedkeuren(kas, a, null, { ...daad, door: 'p-ines' }),
          ][what]?.();
          if (!done || 'refusal' in done) return;
          kas = { ...kas, rugzak: done.rugzak, boekingen: [...kas.boekingen, ...done.boekingen] };
        });
        paid += saldo(kas.boekingen).betaald > 0 ? 1 : 0;
        for (const d of new Set(kas.boekingen.map((b) => b.datum)))
          for (const [, s] of saldoPerCategorie(lijnenTot(kas.boekingen, d))) expect(negatief(s)).toEqual([]);
        expect(lijnenTot(kas.boekingen, '2030-01-01')).toEqual(kas.boekingen);
        expect(lijnenTot(kas.boekingen, '2025-01-01')).toEqual([]);
      }),
      { numRuns: 300 },
    );
    expect(paid).toBeGreaterThan(20);
  });

  it('telt mee wat teruggedraaid werd voor een betaling die later genoteerd is: er staat nergens iets onder nul', () => {
    const must = (kas: Kas, done: ReturnType<typeof aanvragen>): Kas => {
      if ('refusal' in done) throw new Error(done.refusal.kind);
      return { ...kas, rugzak: done.rugzak, boekingen: [...kas.boekingen, ...done.boekingen] };
    };
    const daad = (n: number, datum: string, door = 'p-marijke') => ({ door, op: monday, datum, boekingId: `b-${n}` });
    const base = { doel: 'x', aanbieder: 'x', van: '2026-03-01', tot: '2026-05-31', waaromNietRegulier: 'x' };
    const factuur = (id: string, ontvangen: string) => ({
      ...{ id, aanvraagId: 'a-1', nummer: id, cents: 100, ontvangen, vervalt: ontvangen },
    });
    let kas: Kas = { ...legeKas, regio: new Map() };
    kas = must(kas, aanvragen(kas, { ...base, id: 'a-1', categorie: 'vervoer', cents: 100 }, daad(1, '2026-03-02')));
    kas = must(kas, goedkeuren(kas, 'a-1', null, daad(2, '2026-03-02', 'p-ines')));
    kas = must(kas, factureren(kas, factuur('f-1', '2026-03-02'), daad(3, '2026-03-02')));
    // The next day it was the wrong one; the right one was paid the day before.
    kas = must(kas, corrigeren(kas, 'b-3', daad(4, '2026-03-03')));
    kas = must(kas, factureren(kas, factuur('f-2', '2026-03-02'), daad(5, '2026-03-03')));
    kas = must(kas, betalen(kas, 'f-2', '2026-03-02', daad(6, '2026-03-03')));
    expect(saldo(lijnenTot(kas.boekingen, '2026-03-02'))).toEqual({ ...leeg(), betaald: 100 });
  });

  it('telt een betaling op haar eigen dag, met wat eraan voorafging, en niet wat later goedgekeurd werd', async () => {
    const world = await casusMetRugzak([gevraagd('a-1'), gevraagd('a-2', { categorie: 'verblijf' })]);
    const at = (date: string) => world.clock.set(Temporal.Instant.from(`${date}T10:00:00Z`));
    at('2022-02-14');
    await doet(world, 'ines', 'rugzak.goedkeuren', 'casus-1/a-1');
    await doet(world, 'marijke', 'rugzak.factuur_bewaren', 'casus-1/a-1', {
      nummer: '1',
      bedrag: '40',
      ontvangen: '2022-02-01',
    });
    const factuur = world.kept.rugzakken.get('casus-1')?.facturen[0]?.id;
    await doet(world, 'marijke', 'rugzak.betaling_bewaren', `casus-1/a-1/${factuur}`, { betaald_op: '2022-02-07' });
    at('2022-03-01');
    await doet(world, 'ines', 'rugzak.goedkeuren', 'casus-1/a-2');
    const on = (typed: string, who = 'marijke') => doet(world, who, `/rugzak lim-2022-0001 ${typed}`);
    expect(await on('06/02/2022')).toMatchObject({
      view: 'rugzak_saldo',
      datum: '2022-02-06',
      toekomst: false,
      samen: { ...leeg(), aangevraagd: 20_000 },
    });
    expect(await on('2022-02-07')).toMatchObject({
      regels: [
        { categorie: 'begeleiding', saldo: { ...leeg(), vastgelegd: 6_000, betaald: 4_000 } },
        { categorie: 'verblijf', saldo: { ...leeg(), aangevraagd: 10_000 } },
      ],
    });
    expect(await on('vandaag', 'provinciaal')).toMatchObject({
      samen: { ...leeg(), vastgelegd: 16_000, betaald: 4_000 },
    });
    expect(await on('31 december 2022')).toMatchObject({ toekomst: true });
  });

  it('vraagt met een knop welke dag, en zegt van een dag die niet te lezen is hoe het wel moet', async () => {
    const world = await casusMetRugzak([gevraagd('a-1')]);
    expect(await doet(world, 'marijke', '/rugzak LIM-2022-0001')).toMatchObject({
      mag: expect.arrayContaining(['rugzak.saldo']),
    });
    expect(await doet(world, 'marijke', 'rugzak.saldo', 'casus-1')).toMatchObject({
      view: 'rugzak_formulier',
      formulier: 'saldo',
      values: { datum: '2022-01-10' },
    });
    const show = (datum: string, who = 'marijke') => doet(world, who, 'rugzak.saldo_tonen', 'casus-1', { datum });
    expect(await show('2022-01-10')).toMatchObject({ view: 'rugzak_saldo', samen: { aangevraagd: 10_000 } });
    expect(await show('2022-01-09')).toMatchObject({ view: 'rugzak_saldo', regels: [], samen: leeg() });
    expect(await show('')).toMatchObject({ view: 'rugzak_formulier', errors: { datum: 'Kies een datum.' } });
    expect(await doet(world, 'marijke', '/rugzak LIM-2022-0001 ooit eens')).toMatchObject({
      refusal: { kind: 'datum_onleesbaar', typed: 'ooit eens' },
    });
  });

  it('toont niemand anders iets, ook niet of de dag te lezen was [C4, S5, S8]', async () => {
    const world = await casusMetRugzak([gevraagd('a-1')]);
    const nothing = { refusal: { kind: 'niet_gevonden' } };
    for (const who of ['melder', 'vreemde', 'expert', 'planner']) {
      expect(await doet(world, who, '/rugzak LIM-2022-0001 ooit')).toMatchObject(nothing);
      expect(await doet(world, who, 'rugzak.saldo', 'casus-1')).toMatchObject(nothing);
      expect(await doet(world, who, 'rugzak.saldo_tonen', 'casus-1', { datum: 'x' })).toMatchObject(nothing);
    }
    expect(await doet(world, 'marijke', '/rugzak LIM-2022-0999 vandaag')).toMatchObject(nothing);
  });
});
