import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wachtend } from '../casus/casus.fixture.ts';
import { stopTermijn } from '../casus/ladder.ts';
import type { Seen } from '../casus/see.ts';
import type { Termijn } from '../casus/termijn.ts';
import { isWerkdag } from '../regio/werkdag.ts';
import { directoryWith, holidays, monday, regio } from '../world.fixture.ts';
import { bewijzen } from './bewijzen.ts';
import type { Boeking } from './boeking.ts';
import { aDocumentTegen, klokken, klokkenNa } from './klokken.ts';
import { legeKas } from './rugzak.fixture.ts';
import type { Aanvraag, Factuur, Rugzak } from './rugzak.ts';

const kas = (more: Partial<Rugzak>, boekingen: Boeking[] = []) => ({
  rugzak: { ...legeKas.rugzak, ...more },
  boekingen,
});
const seen = (termijnen: readonly Termijn[] = [], now = monday): Seen => ({
  casus: { ...wachtend, stand: 'opgenomen' },
  termijnen,
  zorgtafels: [],
  zorgplan: null,
  region: regio,
  directory: directoryWith(),
  holidays,
  lezer: 'p-marijke',
  relations: new Set(),
  now,
});
const aanvraag: Aanvraag = {
  id: 'a-1',
  categorie: 'begeleiding',
  doel: 'x',
  aanbieder: 'y',
  cents: 1000,
  van: '2022-03-20',
  tot: '2022-04-10',
  waaromNietRegulier: 'z',
  door: 'p-marijke',
  op: monday,
  stand: 'goedgekeurd',
  beslissing: null,
};
const factuur = (id: string, vervalt: string, more: Partial<Factuur> = {}): Factuur => ({
  id,
  aanvraagId: 'a-1',
  nummer: id,
  cents: 100,
  ontvangen: '2022-03-01',
  vervalt,
  betaald: null,
  ingetrokken: null,
  ...more,
});
const betaald: Boeking = {
  id: 'b',
  casusId: 'casus-1',
  aanvraagId: 'a-1',
  factuurId: 'f-1',
  van: null,
  naar: 'betaald',
  categorie: 'begeleiding',
  cents: 100,
  jaar: 2022,
  door: 'p-marijke',
  op: monday,
  datum: '2022-04-01',
  corrigeert: null,
};

const vastgelegd: Boeking = { ...betaald, id: 'v', factuurId: null, naar: 'vastgelegd' };

let counter = 0;
const id = () => `k-${++counter}`;
/** The clocks after a decision, as the store would keep them. */
function na(k: ReturnType<typeof kas>, termijnen: readonly Termijn[], now = monday): Termijn[] {
  const { start = [], stop = [] } = klokkenNa(k, seen(termijnen, now), id);
  const stops = stop === 'alle' ? [] : stop;
  const over = (t: Termijn) => stops.some((s) => s.soort === t.soort && (s.over === undefined || s.over === t.over));
  return [...termijnen.map((t) => (!t.gestopt && over(t) ? stopTermijn(t, monday, 'x') : t)), ...start];
}
/** On which day a rung of a kind of clock comes, and for whom; `!`: it says that it is late. */
const trappen = (all: readonly Termijn[], soort: Termijn['soort']) =>
  all
    .filter((t) => t.soort === soort && !t.gestopt)
    .flatMap((t) => t.ladder)
    .map(
      (r) =>
        `${r.op.toZonedDateTimeISO('Europe/Brussels').toPlainDate()} ${r.aan}${r.soort === 'escalatie' ? '!' : ''}`,
    );
const running = (all: readonly Termijn[]) => all.filter((t) => !t.gestopt);

describe('de klokken van een rugzak', () => {
  it('waarschuwen zes, vier en twee weken voor het einde, om negen uur op de klok, ook over het zomeruur heen [B2, B9, P5]', () => {
    // 10 January: ends on Saturday 9 April, so each warning is due on a Saturday [P2]. The clock changes on 27 March 2022.
    const [clock] = running(na(kas({ start: '2022-01-10' }), []));
    expect(clock?.ladder.map((r) => `${r.op.toZonedDateTimeISO('Europe/Brussels').toPlainDateTime()}`)).toEqual([
      '2022-02-25T09:00:00',
      '2022-03-11T09:00:00',
      '2022-03-25T09:00:00',
      '2022-03-25T09:00:00',
    ]);
    expect(clock?.einde.toString()).toBe('2022-04-09T22:00:00Z');
  });

  it('beginnen na een verlenging opnieuw op het nieuwe einde, en de oude stopt [B2]', () => {
    const first = na(kas({ start: '2022-01-10' }), []);
    const extended = kas({ start: '2022-01-10', verlengingen: [{ door: 'p-ines', op: monday, reden: 'x' }] });
    const after = na(extended, first);
    expect(running(after).map((t) => t.einde.toString())).toEqual(['2022-07-09T22:00:00Z']);
    expect(after.filter((t) => t.gestopt)).toHaveLength(1);
  });

  it('zeggen wanneer het A-document binnen moet: 30 werkdagen en de tijd van de regio, met de feestdag geteld [B5]', () => {
    const search = { start: '2022-02-01', pleegzorg: { door: 'p-marijke', op: monday } };
    // Ends on Saturday 30 April; Easter Monday, 18 April, is no working day. From 18 March on there are 30.
    expect(aDocumentTegen({ ...legeKas.rugzak, ...search }, regio, holidays)).toBe('2022-03-17');
    const none = () => new Set<string>();
    expect(aDocumentTegen({ ...legeKas.rugzak, ...search }, regio, none)).toBe('2022-03-18');
    const slow = { ...regio, rugzak: { ...regio.rugzak, verwerkingstijd: 5 } };
    expect(aDocumentTegen({ ...legeKas.rugzak, ...search }, slow, holidays)).toBe('2022-03-10');
    const done = { a_document: { datum: '2022-03-01', door: 'p-marijke', op: monday } };
    expect(aDocumentTegen({ ...legeKas.rugzak, ...search, stappen: done }, regio, holidays)).toBeNull();
    expect(aDocumentTegen({ ...legeKas.rugzak, ...search, pleegzorg: null }, regio, holidays)).toBeNull();
  });

  it('zijn er voor elke open factuur en elk kwartaal zonder bewijs, ook als de casus afgesloten is [B7]', () => {
    const k = kas(
      {
        start: '2022-01-10',
        aanvragen: [aanvraag],
        facturen: [
          factuur('f-1', '2022-03-31'),
          factuur('f-2', '2022-04-01', { ingetrokken: { door: 'x', op: monday } }),
        ],
      },
      [betaald],
    );
    expect(klokken(k, regio, holidays, true).map((c) => [c.soort, c.over, c.datum])).toEqual([
      ['factuur', 'f-1', '2022-03-31'],
      ['rugzak_einde', null, '2022-04-09'],
      ['bewijs', '2022K1', '2022-06-30'],
      ['bewijs', '2022K2', '2022-09-30'],
    ]);
    expect(klokken(k, regio, holidays, false).map((c) => c.soort)).toEqual(['factuur', 'bewijs', 'bewijs']);
    const sent = {
      ...k,
      rugzak: {
        ...k.rugzak,
        bewijzen: [{ aanvraagId: 'a-1', kwartaal: '2022K1', door: 'x', op: monday, datum: '2022-01-10' }],
      },
    };
    expect(bewijzen(sent).map((b) => [b.kwartaal, b.bezorgd !== null])).toEqual([
      ['2022K1', true],
      ['2022K2', false],
    ]);
    expect(klokken(sent, regio, holidays, false).map((c) => c.over)).toEqual(['f-1', '2022K2']);
  });

  it('lopen na elke reeks veranderingen precies zoals het nu moet: geen te veel, geen te weinig, geen dubbel', () => {
    const state = fc.record({
      start: fc.option(fc.constantFrom('2022-01-10', '2022-02-28', '2022-11-30')),
      verlengd: fc.integer({ min: 0, max: 1 }),
      zoekt: fc.boolean(),
      facturen: fc.uniqueArray(fc.record({ n: fc.integer({ min: 0, max: 4 }), weg: fc.boolean() }), {
        selector: (f) => f.n,
        maxLength: 5,
      }),
      paid: fc.boolean(),
      rest: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(state, { minLength: 1, maxLength: 8 }), (states) => {
        let clocks: Termijn[] = [];
        for (const s of states) {
          const k = kas(
            {
              start: s.start,
              verlengingen: Array.from({ length: s.verlengd }, () => ({ door: 'x', op: monday, reden: 'x' })),
              pleegzorg: s.zoekt ? { door: 'x', op: monday } : null,
              aanvragen: [aanvraag],
              facturen: s.facturen.map((f) =>
                factuur(`f-${f.n}`, `2022-05-0${f.n + 1}`, f.weg ? { ingetrokken: { door: 'x', op: monday } } : {}),
              ),
            },
            [...(s.paid ? [betaald] : []), ...(s.rest ? [vastgelegd] : [])],
          );
          clocks = na(k, clocks);
          const key = (c: { soort: string; over: string | null }) => `${c.soort}/${c.over}`;
          expect(running(clocks).map(key).sort()).toEqual(klokken(k, regio, holidays, true).map(key).sort());
          // Deciding again on the same changes nothing.
          expect(klokkenNa(k, seen(clocks), id)).toEqual({ start: [], stop: [] });
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('wanneer een klok van de rugzak slaat [P2]', () => {
  it('nooit in het weekend, op een feestdag of een sluitingsdag, welke dag ze ook bewaakt [B2, B5, B7, B9]', () => {
    const day = fc
      .integer({ min: 0, max: 1500 })
      .map((n) => `${Temporal.PlainDate.from('2022-01-01').add({ days: n })}`);
    fc.assert(
      fc.property(day, day, day, fc.boolean(), (start, vervalt, noted, known) => {
        const k = kas(
          {
            start: known ? start : null,
            pleegzorg: { door: 'x', op: monday },
            aanvragen: [{ ...aanvraag, van: start, tot: start }],
            facturen: [factuur('f-1', vervalt)],
          },
          [betaald, vastgelegd],
        );
        const now = Temporal.PlainDate.from(noted).toZonedDateTime({ timeZone: 'Europe/Brussels', plainTime: '22:00' });
        const clocks = na(k, [], now.toInstant());
        expect(clocks.length).toBeGreaterThan(3);
        for (const clock of clocks) {
          expect(clock.ladder.length).toBeGreaterThan(0);
          expect(clock.volgende).toEqual(clock.ladder[0]?.op);
          for (const { op } of clock.ladder) {
            const at = op.toZonedDateTimeISO('Europe/Brussels');
            expect(isWerkdag(regio, holidays, at.toPlainDate().toString())).toBe(true);
            expect(at.hour).toBe(9);
            // Nothing rings at once, whatever is noted late.
            expect(Temporal.Instant.compare(op, now.toInstant())).toBe(1);
          }
        }
      }),
    );
  });

  it('meldt pas na het weekend dat een factuur te laat is, en niet op de dag zelf', () => {
    // Due on Friday 11 March.
    const k = kas({ aanvragen: [aanvraag], facturen: [factuur('f-1', '2022-03-11')] });
    const [clock] = na(k, []).filter((t) => t.soort === 'factuur');
    expect(clock?.ladder.map((r) => `${r.op.toZonedDateTimeISO('Europe/Brussels').toPlainDate()}`)).toEqual([
      '2022-03-04',
      '2022-03-14',
      '2022-03-14',
    ]);
  });

  it('zegt wat te laat genoteerd wordt pas de volgende werkdag om negen uur, wie erover waakt een werkdag later [B7, P2]', () => {
    const saturday = Temporal.Instant.from('2022-03-12T21:00:00Z');
    const k = kas({ aanvragen: [aanvraag], facturen: [factuur('f-1', '2022-03-03')] });
    expect(trappen(na(k, [], saturday), 'factuur')).toEqual(['2022-03-14 aanspreekpunt!', '2022-03-15 provinciaal!']);
    // The proofs are due on Thursday 30 June: on 20 June only the last warning is still ahead.
    const june = Temporal.Instant.from('2022-06-20T10:00:00Z');
    const proofs = kas({ aanvragen: [{ ...aanvraag, tot: '2022-03-31' }] }, [betaald]);
    expect(trappen(na(proofs, [], june), 'bewijs')).toEqual(['2022-06-23 aanspreekpunt', '2022-07-01 aanspreekpunt!']);
  });

  it('laat wie over het budget waakt weten wat bij het aanspreekpunt bleef liggen [B2, B5, B9, C4]', () => {
    // Ends on Saturday 30 April; the A-document must be in on Thursday 17 March.
    const k = kas({ start: '2022-02-01', pleegzorg: { door: 'p-marijke', op: monday } });
    expect(trappen(na(k, []), 'a_document')).toEqual([
      '2022-03-03 aanspreekpunt',
      '2022-03-10 aanspreekpunt',
      '2022-03-17 aanspreekpunt',
      '2022-03-18 aanspreekpunt!',
      '2022-03-18 provinciaal!',
    ]);
    expect(trappen(na(k, []), 'rugzak_einde')).toEqual([
      '2022-03-18 aanspreekpunt',
      '2022-04-01 aanspreekpunt',
      '2022-04-15 aanspreekpunt',
      '2022-04-15 provinciaal',
    ]);
    // Approved help of which nobody says that it started.
    const promised = { ...betaald, naar: 'vastgelegd' as const };
    expect(
      trappen(na(kas({ aanvragen: [{ ...aanvraag, van: '2022-03-21' }] }, [promised]), []), 'rugzak_start'),
    ).toEqual([
      '2022-03-21 aanspreekpunt',
      '2022-03-28 aanspreekpunt',
      '2022-04-04 aanspreekpunt!',
      '2022-04-04 provinciaal!',
    ]);
  });
});
