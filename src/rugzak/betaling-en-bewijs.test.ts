import { describe, expect, it } from 'vitest';
import { beat } from '../casus/beat.ts';
import type { MemoryWorld } from '../world.fixture.ts';
import { bewijzen } from './bewijzen.ts';
import { casusMetRugzak, doet, gefactureerd, gevraagd, goedgekeurd } from './casus-met-rugzak.fixture.ts';
import { jaaroverzicht } from './jaaroverzicht.ts';
import { maandSommen } from './maand-sommen.ts';

const at = (world: MemoryWorld, date: string) => world.clock.set(Temporal.Instant.from(`${date}T10:00:00Z`));
/** Help of 17 January to 30 June, invoiced on 10 January for 100 cents. */
const world = (cents = 100) =>
  casusMetRugzak([
    gevraagd('a-1', { tot: '2022-06-30' }),
    goedgekeurd('a-1'),
    gefactureerd('f-1', 'a-1', { cents }),
    gefactureerd('f-2', 'a-1', { cents: 50 }),
  ]);
const betaal = (w: MemoryWorld, betaald_op: string, factuur = 'f-1', who = 'marijke') =>
  doet(w, who, 'rugzak.betaling_bewaren', `casus-1/a-1/${factuur}`, { betaald_op });
const months = (w: MemoryWorld) =>
  Object.fromEntries(
    jaaroverzicht(2022, '2022-03-20', null, maandSommen(w.kept.boekingen), []).maanden.flatMap((m) =>
      m.betaald === 0 ? [] : [[m.maand, m.betaald]],
    ),
  );
const proofs = (w: MemoryWorld) => {
  const rugzak = w.kept.rugzakken.get('casus-1');
  if (!rugzak) throw new Error('no rugzak');
  return bewijzen({ rugzak, boekingen: w.kept.boekingen }).map((b) => [b.kwartaal, b.bezorgd !== null, b.opnieuw]);
};

describe('een betaling [B7]', () => {
  it('vraagt wanneer ze gebeurde, met vandaag ingevuld, en telt in die maand, ook als ze later genoteerd wordt', async () => {
    const w = await world();
    at(w, '2022-03-04');
    expect(await doet(w, 'marijke', 'rugzak.betaald', 'casus-1/a-1/f-1')).toMatchObject({
      view: 'rugzak_formulier',
      subject: 'casus-1/a-1/f-1',
      rest: 100,
      values: { betaald_op: '2022-03-04' },
    });
    await betaal(w, '2022-02-28');
    expect(w.kept.rugzakken.get('casus-1')?.facturen[0]?.betaald).toMatchObject({ datum: '2022-02-28' });
    expect(months(w)).toEqual({ '2022-02': 100 });
    expect(await doet(w, 'marijke', 'rugzak.boekingen', 'casus-1')).toMatchObject({
      regels: [{ datum: '2022-03-04', betaaldOp: '2022-02-28' }, {}, {}, {}, {}],
    });
  });

  it('die later genoteerd wordt, ook op zaterdagavond, laat niemand horen dat ze te laat is [P2]', async () => {
    const w = await casusMetRugzak([gevraagd('a-1'), goedgekeurd('a-1')]);
    w.clock.set(Temporal.Instant.from('2022-03-12T21:00:00Z'));
    const values = { nummer: '17', bedrag: '50', ontvangen: '2022-02-01' };
    await doet(w, 'marijke', 'rugzak.factuur_bewaren', 'casus-1/a-1', values);
    await beat(w);
    const [factuur] = w.kept.rugzakken.get('casus-1')?.facturen ?? [];
    await betaal(w, '2022-02-10', factuur?.id);
    // Noted with a wrong day: taken back, and noted once more.
    const paid = w.kept.boekingen.at(-1);
    await doet(w, 'marijke', 'rugzak.corrigeren', `casus-1/${paid?.id}`);
    await beat(w);
    await betaal(w, '2022-02-11', factuur?.id);
    at(w, '2022-03-15');
    await beat(w);
    expect([...w.kept.berichten.values()].filter((b) => b.onderwerp.startsWith('factuur'))).toEqual([]);
  });

  it('gaat ook van een kaart die enkel de factuur noemt, zoals herinneringen van vroeger', async () => {
    const w = await world();
    expect(await doet(w, 'marijke', 'rugzak.betaald', 'casus-1/f-1')).toMatchObject({
      view: 'rugzak_formulier',
      subject: 'casus-1/a-1/f-1',
      rest: 100,
    });
    for (const [who, subject] of [
      ['marijke', 'casus-1/weg'],
      ['melder', 'casus-1/f-1'],
    ] as const)
      expect(await doet(w, who, 'rugzak.betaald', subject)).toMatchObject({ refusal: { kind: 'niet_gevonden' } });
    await betaal(w, '2022-01-10');
    expect(await doet(w, 'ines', 'rugzak.betaald', 'casus-1/f-1')).toMatchObject({ refusal: { kind: 'al_betaald' } });
  });

  it('op haar ware dag lukt ook als de factuur met een verkeerde dag genoteerd was: terugdraaien en opnieuw', async () => {
    const w = await world();
    at(w, '2022-02-04');
    const form = await doet(w, 'marijke', 'rugzak.factuur', 'casus-1/a-1');
    // The day is not guessed: a wrong one stays, and a payment of before it is refused.
    expect('values' in form && form.values).toEqual({});
    const invoice = (ontvangen: string) =>
      doet(w, 'marijke', 'rugzak.factuur_bewaren', 'casus-1/a-1', { nummer: 'laat', bedrag: '1', ontvangen });
    const last = () => w.kept.rugzakken.get('casus-1')?.facturen.at(-1)?.id;
    await invoice('2022-02-04');
    expect(await betaal(w, '2022-01-30', last())).toMatchObject({
      errors: { betaald_op: expect.stringMatching(/ontvangen op 4 februari 2022/) },
    });
    const line = w.kept.boekingen.findLast((b) => b.naar === 'gefactureerd');
    await doet(w, 'marijke', 'rugzak.corrigeren', `casus-1/${line?.id}`);
    await invoice('2022-01-28');
    expect(await betaal(w, '2022-01-30', last())).toMatchObject({ view: 'rugzak_aanvraag' });
    expect(months(w)).toEqual({ '2022-01': 100 });
  });

  it('is niet van voor de factuur en niet van morgen; wat getypt was blijft staan', async () => {
    const w = await world();
    at(w, '2022-03-04');
    for (const [typed, error] of [
      [
        '2022-01-09',
        /staat genoteerd als ontvangen op 10 januari 2022\. Klopt dat niet, draai ze terug bij “Boekingen”/,
      ],
      ['2022-03-05', /moet nog komen/],
      ['', /Kies een datum/],
    ] as const)
      expect(await betaal(w, typed)).toMatchObject({
        view: 'rugzak_formulier',
        values: { betaald_op: typed },
        errors: { betaald_op: expect.stringMatching(error) },
      });
    expect(months(w)).toEqual({});
    await betaal(w, '2022-01-10');
    expect(months(w)).toEqual({ '2022-01': 100 });
  });

  it('die geen was laat in haar eigen maand niets na, en mag dan opnieuw met de juiste datum', async () => {
    const w = await world();
    at(w, '2022-03-04');
    await betaal(w, '2022-02-28');
    const line = w.kept.boekingen.find((b) => b.naar === 'betaald');
    await doet(w, 'marijke', 'rugzak.corrigeren', `casus-1/${line?.id}`);
    expect(months(w)).toEqual({});
    await betaal(w, '2022-03-01');
    expect(months(w)).toEqual({ '2022-03': 100 });
  });

  it('wordt één keer genoteerd, en niet door wie er niet bij is: dat staat er voor men iets typt', async () => {
    const w = await world();
    await betaal(w, '2022-01-10');
    const twice = { refusal: { kind: 'al_betaald', door: 'Marijke' } };
    expect(await doet(w, 'ines', 'rugzak.betaald', 'casus-1/a-1/f-1')).toMatchObject(twice);
    expect(await betaal(w, '2022-01-10', 'f-1', 'ines')).toMatchObject(twice);
    for (const who of ['provinciaal', 'melder', 'expert'])
      for (const action of ['rugzak.betaald', 'rugzak.betaling_bewaren'])
        expect(await doet(w, who, action, 'casus-1/a-1/f-2', { betaald_op: '2022-01-10' })).toMatchObject({
          refusal: { kind: 'niet_gevonden' },
        });
    expect(months(w)).toEqual({ '2022-01': 100 });
  });
});

describe('bewijzen [B7]', () => {
  it('worden gevraagd van hulp met een factuur, ook als die nog niet betaald is', async () => {
    const without = await casusMetRugzak([gevraagd('a-1'), goedgekeurd('a-1')]);
    expect(proofs(without)).toEqual([]);
    expect(proofs(await world())).toEqual([
      ['2022K1', false, false],
      ['2022K2', false, false],
    ]);
  });

  it('worden niet gevraagd van na de dag dat de hulp stopte; draai je dat terug, dan wel', async () => {
    const w = await world();
    at(w, '2022-03-04');
    expect(await doet(w, 'marijke', 'rugzak.vrijgeven', 'casus-1/a-1')).toMatchObject({
      view: 'rugzak_formulier',
      formulier: 'vrijgave',
      rest: 10_000 - 150,
      values: { laatste_dag: '2022-03-04' },
    });
    const free = (laatste_dag: string) => doet(w, 'marijke', 'rugzak.vrijgave_bewaren', 'casus-1/a-1', { laatste_dag });
    for (const wrong of ['2022-01-16', '2022-07-01', 'x'])
      expect(await free(wrong)).toMatchObject({ view: 'rugzak_formulier', values: { laatste_dag: wrong } });
    expect(await free('2022-02-20')).toMatchObject({ view: 'rugzak_aanvraag', geholpenTot: '2022-02-20' });
    expect(proofs(w)).toEqual([['2022K1', false, false]]);
    expect(await free('2022-02-20')).toMatchObject({ refusal: { kind: 'niets_vrij_te_geven' } });
    const clocks = [...w.kept.termijnen.values()].filter((t) => t.soort === 'bewijs' && !t.gestopt);
    expect(clocks.map((t) => t.over)).toEqual(['2022K1']);
    const line = w.kept.boekingen.find((b) => b.van === 'vastgelegd' && b.naar === null);
    await doet(w, 'marijke', 'rugzak.corrigeren', `casus-1/${line?.id}`);
    expect(proofs(w)).toHaveLength(2);
  });

  it('volgen de laatste vrijgave die geldt, hoeveel er ook waren', async () => {
    const w = await world();
    at(w, '2022-03-04');
    const free = (laatste_dag: string) => doet(w, 'marijke', 'rugzak.vrijgave_bewaren', 'casus-1/a-1', { laatste_dag });
    const undo = (id: string | undefined) => doet(w, 'marijke', 'rugzak.corrigeren', `casus-1/${id}`);
    const lines = () => w.kept.boekingen.filter((b) => b.van === 'vastgelegd' && b.naar === null).map((b) => b.id);
    await free('2022-02-20');
    // An invoice was none: what comes back is freed as well, and help turns out to go on to the end.
    await undo(w.kept.boekingen.findLast((b) => b.naar === 'gefactureerd')?.id);
    expect(await free('2022-06-30')).toMatchObject({ geholpenTot: null });
    expect(proofs(w)).toHaveLength(2);
    const [first, second] = lines();
    await undo(first);
    expect(proofs(w)).toHaveLength(2);
    await free('2022-02-10');
    expect(proofs(w)).toHaveLength(1);
    await undo(lines().at(-1));
    expect(await doet(w, 'marijke', 'rugzak.aanvraag', 'casus-1/a-1')).toMatchObject({ geholpenTot: null });
    await free('2022-02-11');
    await undo(second);
    expect(await doet(w, 'marijke', 'rugzak.aanvraag', 'casus-1/a-1')).toMatchObject({ geholpenTot: '2022-02-11' });
  });

  it('vragen niets als er nooit een factuur was: de rest komt meteen vrij', async () => {
    const w = await casusMetRugzak([gevraagd('a-1'), goedgekeurd('a-1')]);
    expect(await doet(w, 'marijke', 'rugzak.vrijgeven', 'casus-1/a-1')).toMatchObject({
      view: 'rugzak_aanvraag',
      geholpenTot: null,
      saldo: { vastgelegd: 0 },
    });
  });

  it('worden opnieuw gevraagd als er na het bezorgen nog iets van dat kwartaal betaald werd, en enkel dan', async () => {
    const w = await world();
    const hand = (kwartaal: string) => doet(w, 'marijke', 'rugzak.bezorgd', `casus-1/a-1/${kwartaal}`);
    at(w, '2022-04-04');
    await betaal(w, '2022-04-04');
    at(w, '2022-04-05');
    await hand('2022K1');
    expect(proofs(w)[0]).toEqual(['2022K1', true, false]);
    // It came in in January, so it is of the first quarter.
    at(w, '2022-04-06');
    await betaal(w, '2022-04-06', 'f-2');
    expect(proofs(w)).toEqual([
      ['2022K1', false, true],
      ['2022K2', false, false],
    ]);
    at(w, '2022-04-07');
    await hand('2022K1');
    const invoice = async (nummer: string, ontvangen: string) => {
      await doet(w, 'marijke', 'rugzak.factuur_bewaren', 'casus-1/a-1', { nummer, bedrag: '1', ontvangen });
      return w.kept.rugzakken.get('casus-1')?.facturen.find((f) => f.nummer === nummer)?.id ?? '';
    };
    // What comes in May is of April: the second quarter, which still waits.
    at(w, '2022-05-09');
    await betaal(w, '2022-05-09', await invoice('april', '2022-05-09'));
    expect(proofs(w)).toEqual([
      ['2022K1', true, false],
      ['2022K2', false, false],
    ]);
    // What came in April is of March.
    await betaal(w, '2022-05-09', await invoice('maart', '2022-04-15'));
    expect(proofs(w)[0]).toEqual(['2022K1', false, true]);
  });

  it('worden niet opnieuw gevraagd omdat een betaling later genoteerd wordt dan ze gebeurde, of van een later kwartaal', async () => {
    const w = await world();
    const hand = (kwartaal: string) => doet(w, 'marijke', 'rugzak.bezorgd', `casus-1/a-1/${kwartaal}`);
    at(w, '2022-05-10');
    await hand('2022K1');
    at(w, '2022-07-15');
    await hand('2022K2');
    await betaal(w, '2022-04-20');
    expect(proofs(w)).toEqual([
      ['2022K1', true, false],
      ['2022K2', true, false],
    ]);
    // The right day, after it was taken back.
    const line = w.kept.boekingen.find((b) => b.naar === 'betaald');
    await doet(w, 'marijke', 'rugzak.corrigeren', `casus-1/${line?.id}`);
    await betaal(w, '2022-05-10');
    expect(proofs(w)[0]).toEqual(['2022K1', true, false]);
    // An invoice of January paid in November asks nothing of the second quarter.
    at(w, '2022-11-14');
    await betaal(w, '2022-11-14', 'f-2');
    expect(proofs(w)).toEqual([
      ['2022K1', false, true],
      ['2022K2', true, false],
    ]);
  });
});
