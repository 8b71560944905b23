import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holidays, monday, regio } from '../world.fixture.ts';
import { aanvraagIntrekken, aanvragen, goedkeuren, weigeren } from './aanvragen.ts';
import { betalen, corrigeren, factureren, vrijgeven } from './betalen.ts';
import { type Categorie, categorieen, type Daad, type Fase } from './boeking.ts';
import { gebondenPerJaar, type Kas, type KasDecision, past, saldoVan, verblijfPlafond, vrij } from './kas.ts';
import { klokken } from './klokken.ts';
import { legeKas } from './rugzak.fixture.ts';
import type { Aanvraag } from './rugzak.ts';
import { gebonden, leeg, negatief, saldo, saldoPerCategorie } from './saldo.ts';

let counter = 0;
const daad = (door = 'p-marijke'): Daad => ({ door, op: monday, datum: '2026-03-02', boekingId: `b-${++counter}` });
const nieuw = (id: string, cents: number, more: Partial<Aanvraag> = {}) => ({
  id,
  categorie: 'begeleiding' as Categorie,
  doel: 'Begeleiding aan huis',
  aanbieder: 'CKG Molenberg',
  cents,
  van: '2026-03-01',
  tot: '2026-05-31',
  waaromNietRegulier: 'Wachttijd van vier maanden.',
  ...more,
});

/** Books a decision; one that was refused changes nothing. */
function na(kas: Kas, decision: KasDecision): Kas {
  if ('refusal' in decision) return kas;
  const regio = new Map(kas.regio);
  for (const [jaar, bound] of gebondenPerJaar(decision.boekingen)) {
    const year = regio.get(jaar);
    if (year) regio.set(jaar, { ...year, gebonden: year.gebonden + bound });
  }
  return { rugzak: decision.rugzak, boekingen: [...kas.boekingen, ...decision.boekingen], regio };
}
const must = (kas: Kas, decision: KasDecision): Kas => {
  if ('refusal' in decision) throw new Error(`refused: ${decision.refusal.kind}`);
  return na(kas, decision);
};
const refusal = (decision: KasDecision) => ('refusal' in decision ? decision.refusal : null);
const goedgekeurd = (cents: number, more: Partial<Aanvraag> = {}, kas = legeKas, id = 'a-1') => {
  const asked = must(kas, aanvragen(kas, nieuw(id, cents, more), daad()));
  return must(asked, goedkeuren(asked, id, null, daad('p-ines')));
};

describe('een aanvraag', () => {
  it('keurt niemand voor zichzelf goed of af [S16]', () => {
    const kas = must(legeKas, aanvragen(legeKas, nieuw('a-1', 50_000), daad('p-marijke')));
    expect(refusal(goedkeuren(kas, 'a-1', null, daad('p-marijke')))).toEqual({ kind: 'eigen_aanvraag' });
    expect(refusal(weigeren(kas, 'a-1', 'x', null, daad('p-marijke')))).toEqual({ kind: 'eigen_aanvraag' });
    expect(refusal(goedkeuren(kas, 'a-1', null, daad('p-ines')))).toBeNull();
  });

  it('blijft binnen het mandaat van wie beslist, tot op de cent', () => {
    const kas = must(legeKas, aanvragen(legeKas, nieuw('a-1', 250_000), daad()));
    expect(refusal(goedkeuren(kas, 'a-1', 249_999, daad('p-ines')))).toEqual({
      kind: 'boven_mandaat',
      mandaat: 249_999,
    });
    expect(refusal(goedkeuren(kas, 'a-1', 250_000, daad('p-ines')))).toBeNull();
  });

  it('weigert enkel wie ze ook kon goedkeuren: een weigering is voorgoed [S16]', () => {
    const kas = must(legeKas, aanvragen(legeKas, nieuw('a-1', 250_000), daad()));
    expect(refusal(weigeren(kas, 'a-1', 'x', 249_999, daad('p-ines')))).toEqual({
      kind: 'boven_mandaat',
      mandaat: 249_999,
    });
    expect(refusal(weigeren(kas, 'a-1', 'x', 250_000, daad('p-ines')))).toBeNull();
  });

  it('wordt niet goedgekeurd als de hulp pas na de laatste dag van de rugzak begint; verlengd wel [B2]', () => {
    const starts = (van: string) => {
      const kas = must(legeKas, aanvragen(legeKas, nieuw('a-1', 1000, { van, tot: '2026-06-30' }), daad()));
      return { ...kas, rugzak: { ...kas.rugzak, start: '2026-03-01' } };
    };
    const late = starts('2026-06-01');
    expect(refusal(goedkeuren(late, 'a-1', null, daad('p-ines')))).toEqual({
      kind: 'na_einde_rugzak',
      einde: '2026-05-31',
    });
    expect(refusal(goedkeuren(starts('2026-05-31'), 'a-1', null, daad('p-ines')))).toBeNull();
    const verlengd = { ...late.rugzak, verlengingen: [{ door: 'p-ines', op: monday, reden: 'x' }] };
    expect(refusal(goedkeuren({ ...late, rugzak: verlengd }, 'a-1', null, daad('p-ines')))).toBeNull();
  });

  it('wordt één keer beslist; wie later drukt leest wie het was', () => {
    const kas = goedgekeurd(50_000);
    expect(refusal(weigeren(kas, 'a-1', 'x', null, daad('p-ines')))).toEqual({
      kind: 'aanvraag_al_beslist',
      stand: 'goedgekeurd',
      door: 'p-ines',
    });
  });

  it('past tot de laatste cent en geen cent meer, voor het geheel en voor verblijf [B1]', () => {
    expect(vrij(goedgekeurd(2_000_000))).toEqual({ totaal: 0, verblijf: 0 });
    expect(refusal(aanvragen(legeKas, nieuw('a-1', 2_000_001), daad()))).toEqual({
      kind: 'rugzak_vol',
      vrij: 2_000_000,
    });
    expect(vrij(goedgekeurd(1_000_000, { categorie: 'verblijf' }))).toEqual({ totaal: 1_000_000, verblijf: 0 });
    expect(refusal(aanvragen(legeKas, nieuw('a-1', 1_000_001, { categorie: 'verblijf' }), daad()))).toEqual({
      kind: 'verblijf_vol',
      vrij: 1_000_000,
    });
  });

  it('stoot op het jaarbudget van de regio van het jaar waarin de hulp begint [B8]', () => {
    const bijna: Kas = { ...legeKas, regio: new Map([[2026, { gebonden: 39_990_000, budget: 40_000_000 }]]) };
    const kas = must(bijna, aanvragen(bijna, nieuw('a-1', 10_001), daad()));
    expect(refusal(goedkeuren(kas, 'a-1', null, daad('p-ines')))).toEqual({
      kind: 'jaarbudget_op',
      jaar: 2026,
      vrij: 10_000,
    });
    const next = must(bijna, aanvragen(bijna, nieuw('a-1', 10_001, { van: '2027-01-01', tot: '2027-02-01' }), daad()));
    expect(refusal(goedkeuren(next, 'a-1', null, daad('p-ines')))).toBeNull();
  });
});

describe('van factuur tot betaling [B7]', () => {
  const factuur = (id: string, cents: number) => ({
    id,
    aanvraagId: 'a-1',
    nummer: '2026/17',
    cents,
    ontvangen: '2026-04-01',
    vervalt: '2026-05-01',
  });

  it('gaat elke euro van de ene plaats naar de andere, en wat overblijft komt vrij', () => {
    let kas = goedgekeurd(100_000);
    kas = must(kas, factureren(kas, factuur('f-1', 60_000), daad()));
    expect(saldo(kas.boekingen)).toEqual({ ...leeg(), vastgelegd: 40_000, gefactureerd: 60_000 });
    expect(refusal(factureren(kas, factuur('f-2', 40_001), daad()))).toEqual({
      kind: 'meer_dan_vastgelegd',
      rest: 40_000,
    });
    kas = must(kas, betalen(kas, 'f-1', '2026-04-20', daad()));
    expect(refusal(betalen(kas, 'f-1', '2026-04-21', daad()))).toEqual({ kind: 'al_betaald', door: 'p-marijke' });
    kas = must(kas, vrijgeven(kas, 'a-1', null, daad()));
    expect(saldo(kas.boekingen)).toEqual({ ...leeg(), betaald: 60_000 });
    expect(vrij(kas).totaal).toBe(2_000_000 - 60_000);
    expect(refusal(vrijgeven(kas, 'a-1', null, daad()))).toEqual({ kind: 'niets_vrij_te_geven' });
  });

  it('neemt een betaalde factuur niet terug, ook niet als een andere evenveel openstaat', () => {
    let kas = goedgekeurd(100_000);
    kas = must(kas, factureren(kas, factuur('f-1', 10_000), daad()));
    const first = kas.boekingen.at(-1)?.id ?? '';
    kas = must(kas, factureren(kas, factuur('f-2', 10_000), daad()));
    kas = must(kas, betalen(kas, 'f-1', '2026-04-20', daad()));
    expect(refusal(corrigeren(kas, first, daad()))).toEqual({ kind: 'bedrag_niet_meer_daar' });
  });

  it('draait terug met een tegenboeking, één keer, en niet onder wat er op staat', () => {
    let kas = goedgekeurd(100_000);
    const approval = kas.boekingen.at(-1)?.id ?? '';
    kas = must(kas, factureren(kas, factuur('f-1', 60_000), daad()));
    const invoice = kas.boekingen.at(-1)?.id ?? '';
    expect(refusal(corrigeren(kas, approval, daad()))).toEqual({ kind: 'bedrag_niet_meer_daar' });
    kas = must(kas, corrigeren(kas, invoice, daad()));
    expect(refusal(corrigeren(kas, invoice, daad()))).toEqual({ kind: 'al_gecorrigeerd' });
    expect(kas.rugzak.facturen[0]?.ingetrokken).not.toBeNull();
    expect(refusal(betalen(kas, 'f-1', '2026-04-20', daad()))).toEqual({ kind: 'factuur_ingetrokken' });
    kas = must(kas, corrigeren(kas, approval, daad()));
    expect(saldo(kas.boekingen)).toEqual({ ...leeg(), aangevraagd: 100_000 });
    expect(kas.rugzak.aanvragen[0]?.stand).toBe('aangevraagd');
    expect(refusal(corrigeren(kas, kas.boekingen[0]?.id ?? '', daad()))).toEqual({ kind: 'niet_te_corrigeren' });
  });
});

describe('wat er ook geboekt wordt en in welke volgorde', () => {
  type Step = { what: number; which: number; cents: number; categorie: Categorie; door: string };
  const steps = fc.array(
    fc.record<Step>({
      what: fc.integer({ min: 0, max: 7 }),
      which: fc.nat(30),
      cents: fc.oneof(fc.integer({ min: 1, max: 2_500_000 }), fc.constantFrom(1, 1_000_000, 2_000_000)),
      categorie: fc.constantFrom(...categorieen),
      door: fc.constantFrom('p-marijke', 'p-ines', 'p-provinciaal'),
    }),
    { minLength: 10, maxLength: 60 },
  );
  const pick = <T>(list: readonly T[], n: number) => list[n % Math.max(1, list.length)];

  function take(kas: Kas, s: Step, n: number): KasDecision {
    const aanvraag = pick(kas.rugzak.aanvragen, s.which)?.id ?? '-';
    const factuur = pick(kas.rugzak.facturen, s.which)?.id ?? '-';
    const van = s.which % 3 === 0 ? '2027-02-01' : '2026-03-01';
    switch (s.what) {
      case 0:
      case 1:
        return aanvragen(
          kas,
          nieuw(`a-${n}`, s.cents, { categorie: s.categorie, van, tot: '2027-03-01' }),
          daad(s.door),
        );
      case 2:
        return goedkeuren(kas, aanvraag, null, daad(s.door));
      case 3:
        return s.which % 2
          ? weigeren(kas, aanvraag, 'neen', null, daad(s.door))
          : aanvraagIntrekken(kas, aanvraag, daad(s.door));
      case 4:
        return factureren(
          kas,
          { id: `f-${n}`, aanvraagId: aanvraag, nummer: '1', cents: s.cents, ontvangen: van, vervalt: van },
          daad(s.door),
        );
      case 5:
        return betalen(kas, factuur, van, daad(s.door));
      case 6:
        return vrijgeven(
          kas,
          aanvraag,
          s.cents % 2 ? null : (pick(kas.rugzak.aanvragen, s.which)?.van ?? van),
          daad(s.door),
        );
      default:
        return corrigeren(kas, pick(kas.boekingen, s.which)?.id ?? '-', daad(s.door));
    }
  }

  it('gaat geen plafond voorbij, is geen plaats ooit negatief, klopt elk saldo met de regels, en keurt niemand de eigen aanvraag, en wordt elke euro bewaakt [B1, B7, B8, S16]', () => {
    let booked = 0;
    fc.assert(
      fc.property(steps, (list) => {
        let kas: Kas = { ...legeKas, regio: new Map([[2026, { gebonden: 0, budget: 1_500_000 }]]) };
        for (const [n, s] of list.entries()) {
          const before = kas;
          kas = na(kas, take(kas, s, n));
          booked += kas.boekingen.length - before.boekingen.length;
          // Nothing is overwritten.
          expect(kas.boekingen.slice(0, before.boekingen.length)).toEqual(before.boekingen);
          const total = saldo(kas.boekingen);
          expect(negatief(total)).toEqual([]);
          expect(gebonden(total)).toBeLessThanOrEqual(2_000_000);
          const per = saldoPerCategorie(kas.boekingen);
          expect(gebonden(per.get('verblijf') ?? leeg())).toBeLessThanOrEqual(verblijfPlafond(kas.rugzak.beleid));
          for (const s of per.values()) expect(negatief(s)).toEqual([]);
          const year = saldo(kas.boekingen.filter((b) => b.jaar === 2026));
          expect(gebonden(year)).toBeLessThanOrEqual(1_500_000);
          for (const fase of ['aangevraagd', 'vastgelegd', 'gefactureerd', 'betaald'] as const)
            expect([...per.values()].reduce((sum, p) => sum + p[fase], 0)).toBe(total[fase]);
        }
        for (const a of kas.rugzak.aanvragen) {
          const s = saldoVan(kas, a.id);
          expect(negatief(s)).toEqual([]);
          if (a.stand === 'goedgekeurd') expect(a.beslissing?.door).not.toBe(a.door);
          if (a.stand === 'aangevraagd') expect(s).toEqual({ ...leeg(), aangevraagd: a.cents });
          if (a.stand === 'geweigerd' || a.stand === 'ingetrokken') expect(s).toEqual(leeg());
        }
        // Every euro that is bound is watched until it is paid and proven, or freed, on whatever day, of an ended case too.
        for (const loopt of [true, false]) {
          const watched = klokken(kas, regio, holidays, loopt);
          const over = (soort: string) => watched.filter((k) => k.soort === soort).map((k) => k.over);
          const of = (fase: Fase) => kas.rugzak.aanvragen.filter((a) => saldoVan(kas, a.id)[fase] > 0);
          expect(over('te_factureren').sort()).toEqual(
            of('vastgelegd')
              .map((a) => a.id)
              .sort(),
          );
          for (const a of of('gefactureerd'))
            expect(kas.rugzak.facturen.some((f) => f.aanvraagId === a.id && over('factuur').includes(f.id))).toBe(true);
          if (of('betaald').length > 0) expect(over('bewijs').length).toBeGreaterThan(0);
        }
        const open = kas.rugzak.facturen.filter((f) => !f.betaald && !f.ingetrokken);
        expect(open.reduce((sum, f) => sum + f.cents, 0)).toBe(saldo(kas.boekingen).gefactureerd);
      }),
      { numRuns: 300 },
    );
    expect(booked).toBeGreaterThan(1000);
  });

  it('brengt een correctie elk saldo precies terug', () => {
    fc.assert(
      fc.property(steps, (list) => {
        let kas: Kas = legeKas;
        for (const [n, s] of list.entries()) {
          const decision = take(kas, { ...s, what: s.what % 7 }, n);
          const next = na(kas, decision);
          const last = next.boekingen.at(-1);
          if (next !== kas && last) {
            const back = corrigeren(next, last.id, daad('p-ines'));
            if (!('refusal' in back)) {
              expect(saldo(na(next, back).boekingen)).toEqual(saldo(kas.boekingen));
              expect(na(next, back).regio).toEqual(kas.regio);
            }
          }
          kas = next;
        }
      }),
      { numRuns: 100 },
    );
  });

  it('laat terugnemen toe ook als een plafond intussen verlaagd werd', () => {
    const kas = goedgekeurd(1_500_000);
    const lower: Kas = { ...kas, rugzak: { ...kas.rugzak, beleid: { ...kas.rugzak.beleid, maximum: 1_000_000 } } };
    const [line] = lower.boekingen.slice(-1);
    if (!line) return expect.fail('no line');
    expect(past(lower, [{ ...line, id: 'x', van: 'vastgelegd', naar: null, cents: 100_000 }])).toBeNull();
  });
});
