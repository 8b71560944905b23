import { describe, expect, it } from 'vitest';
import { viewFor } from '../berichten/view-for.ts';
import { beat } from '../casus/beat.ts';
import { see } from '../casus/see.ts';
import { documentView } from '../document/document-view.ts';
import type { PlanWorld } from './zorgplan-world.fixture.ts';
import { planWorld, viewOf } from './zorgplan-world.fixture.ts';

/** A plan with one goal that is followed since Monday 10 January 2022; its evaluation is on 21 February. */
async function vastgelegd(): Promise<PlanWorld> {
  const p = await planWorld();
  await p.as('marijke', 'zorgplan.maken_bewaren', 'casus-1', { reden: 'Nog geen tafel.' });
  await p.as('marijke', 'zorgplan.bewaren', 'casus-1/doel:d-1/1/a', { doel: 'Rust', zichtbaar: 'Slaap.' });
  await p.as('marijke', 'zorgplan.bewaren', 'casus-1/plan_a/2/a', { tekst: 'Thuis met oma.' });
  await p.as('marijke', 'zorgplan.vastleggen_bewaren', 'casus-1', { datum: '2022-02-21' });
  return p;
}

const loopt = (p: PlanWorld) =>
  [...p.world.kept.termijnen.values()].filter((t) => !t.gestopt && t.soort !== 'terugkoppeling');
const op = (p: PlanWorld, date: string) =>
  p.world.clock.set(Temporal.PlainDateTime.from(`${date}T09:00`).toZonedDateTime('Europe/Brussels').toInstant());
const gepland = (p: PlanWorld) => p.plan().inhoud.evaluaties.at(-1);

const ingevuld = (more = {}) => ({
  gehouden_op: '2022-02-21',
  'score_d-1': '6',
  'nota_d-1': 'Beter.',
  nota: 'Afspraken.',
  gezin: 'ja',
  plan: 'a',
  volgende: '2022-04-04',
  ...more,
});

describe('een plan vastleggen', () => {
  it('stelt zes weken voor, plant de eerste evaluatie en start haar klok [Z2]', async () => {
    const p = await planWorld();
    await p.as('marijke', 'zorgplan.maken_bewaren', 'casus-1', { reden: 'Nog geen tafel.' });
    expect(viewOf(await p.as('marijke', 'zorgplan.vastleggen', 'casus-1'))).toMatchObject({
      refusal: { kind: 'zorgplan_onaf', ontbreekt: ['doelen', 'plan'] },
    });
    expect(loopt(p)).toEqual([]);
    const q = await vastgelegd();
    expect(q.plan().inhoud).toMatchObject({
      vastgelegd: { door: 'p-marijke' },
      evaluaties: [{ stand: 'gepland', datum: '2022-02-21' }],
    });
    expect(loopt(q)).toMatchObject([{ soort: 'evaluatie', over: gepland(q)?.id }]);
    expect(viewOf(await q.as('ines', 'zorgplan.vastleggen_bewaren', 'casus-1', { datum: '2022-02-22' }))).toMatchObject(
      {
        refusal: { kind: 'al_vastgelegd', door: 'Marijke' },
      },
    );
  });

  it.each([
    ['2022-01-10', /na vandaag/],
    ['2022-02-19', /geen werkdag.*maandag 21 februari/],
    ['2022-04-18', /geen werkdag.*dinsdag 19 april/],
    ['2023-06-01', /meer dan een jaar/],
    ['morgen', /Kies een dag/],
  ])('aanvaardt %s niet', async (datum, why) => {
    const p = await vastgelegd();
    const view = viewOf(await p.as('marijke', 'zorgplan.verzetting_bewaren', `casus-1/${gepland(p)?.id}`, { datum }));
    expect(view).toMatchObject({ view: 'zorgplan_formulier', errors: { datum: expect.stringMatching(why) } });
  });
});

describe('evalueren [Z2]', () => {
  it('bewaart scores, stapt over met de reden en plant de volgende', async () => {
    const p = await vastgelegd();
    op(p, '2022-02-21');
    const first = gepland(p)?.id;
    await p.as(
      'ines',
      'zorgplan.evaluatie_bewaren',
      `casus-1/${first}`,
      ingevuld({ plan: 'b', overstap_reden: 'Oma kan niet.' }),
    );
    expect(p.plan().inhoud).toMatchObject({
      actief: 'b',
      evaluaties: [
        {
          id: first,
          stand: 'gehouden',
          scores: { 'd-1': 6 },
          notas: { 'd-1': 'Beter.' },
          zonderGezin: null,
          overstap: { van: 'a', naar: 'b', reden: 'Oma kan niet.' },
          door: 'p-ines',
        },
        { stand: 'gepland', datum: '2022-04-04' },
      ],
    });
    expect(loopt(p)).toMatchObject([{ soort: 'evaluatie', over: gepland(p)?.id }]);
    expect(p.world.kept.gebeurtenissen.slice(-2).map((g) => g.soort)).toEqual([
      'evaluatie_gehouden',
      'zorgplan_overgestapt',
    ]);
    expect(viewOf(await p.as('marijke', 'zorgplan.evaluatie_bewaren', `casus-1/${first}`, ingevuld()))).toMatchObject({
      refusal: { kind: 'evaluatie_voorbij' },
    });
  });

  it('laat er van twee die tegelijk bewaren één tellen', async () => {
    const p = await vastgelegd();
    op(p, '2022-02-21');
    const subject = `casus-1/${gepland(p)?.id}`;
    p.world.beforeCommit(async () => {
      await p.as('ines', 'zorgplan.evaluatie_bewaren', subject, ingevuld());
    });
    expect(
      viewOf(await p.as('marijke', 'zorgplan.evaluatie_bewaren', subject, ingevuld({ nota: 'Anders.' }))),
    ).toMatchObject({
      refusal: { kind: 'evaluatie_voorbij' },
    });
    expect(p.plan().inhoud.evaluaties.map((e) => [e.stand, e.nota])).toEqual([
      ['gehouden', 'Afspraken.'],
      ['gepland', ''],
    ]);
    expect(loopt(p)).toHaveLength(1);
  });

  it('kan zonder het gezin, met de reden, en zegt wat er nog ontbreekt', async () => {
    const p = await vastgelegd();
    op(p, '2022-02-21');
    const subject = `casus-1/${gepland(p)?.id}`;
    const wrong = viewOf(
      await p.as(
        'marijke',
        'zorgplan.evaluatie_bewaren',
        subject,
        ingevuld({ gezin: 'nee', 'score_d-1': '', plan: 'c' }),
      ),
    );
    expect(wrong).toMatchObject({ view: 'zorgplan_formulier', doelen: [{ id: 'd-1' }] });
    expect(Object.keys('errors' in wrong ? wrong.errors : {}).sort()).toEqual([
      'overstap_reden',
      'score_d-1',
      'zonder_gezin',
    ]);
    await p.as(
      'marijke',
      'zorgplan.evaluatie_bewaren',
      subject,
      ingevuld({ gezin: 'nee', zonder_gezin: 'Mama was ziek.' }),
    );
    expect(p.plan().inhoud.evaluaties[0]).toMatchObject({ zonderGezin: 'Mama was ziek.' });
  });

  it('wordt enkel overgeslagen met een reden, en dan is er een volgende', async () => {
    const p = await vastgelegd();
    const subject = `casus-1/${gepland(p)?.id}`;
    expect(
      viewOf(await p.as('ines', 'zorgplan.overslaan_bewaren', subject, { reden: '', volgende: '2022-04-04' })),
    ).toMatchObject({
      errors: { reden: expect.anything() },
    });
    await p.as('ines', 'zorgplan.overslaan_bewaren', subject, { reden: 'Verhuis.', volgende: '2022-04-04' });
    expect(p.plan().inhoud.evaluaties).toMatchObject([
      { stand: 'overgeslagen', nota: 'Verhuis.', door: 'p-ines' },
      { stand: 'gepland', datum: '2022-04-04' },
    ]);
    expect(loopt(p)).toMatchObject([{ over: gepland(p)?.id }]);
  });

  it('wordt vooraf gevraagd, elke trap één keer, en na verzetten op de nieuwe dag', async () => {
    const p = await vastgelegd();
    const sent = () =>
      [...p.world.kept.berichten.values()].filter((b) => b.soort === 'termijn' && b.onderwerp.startsWith('evaluatie'));
    op(p, '2022-02-07');
    await beat(p.world);
    await beat(p.world);
    expect(sent().map((b) => b.aan)).toEqual([{ persoon: 'p-marijke' }]);
    await p.as('ines', 'zorgplan.verzetting_bewaren', `casus-1/${gepland(p)?.id}`, { datum: '2022-02-25' });
    expect(loopt(p)).toHaveLength(1);
    // Two weeks before the new day.
    op(p, '2022-02-18');
    await beat(p.world);
    await beat(p.world);
    expect(sent()).toHaveLength(2);
    // Three days before it.
    op(p, '2022-02-22');
    await beat(p.world);
    expect(sent()).toHaveLength(3);
    const bericht = p.world.kept.berichten.get(sent()[2]?.id ?? '');
    expect(bericht && (await viewFor(p.world, bericht))).toMatchObject({
      view: 'zorgplan_evaluatie',
      melding: 'herinnering',
      evaluatie: { datum: '2022-02-25' },
    });
  });

  it('vraagt bij verzetten een reden zodra er meer dan twee keer de termijn tussen zit, hoe vaak ook verzet [Z2]', async () => {
    const p = await vastgelegd();
    const verzet = (datum: string, reden = '') =>
      p.as('marijke', 'zorgplan.verzetting_bewaren', `casus-1/${gepland(p)?.id}`, { datum, reden });
    // Recorded on 10 January: twice six weeks end on 4 April.
    await verzet('2022-04-04');
    expect(gepland(p)?.datum).toBe('2022-04-04');
    expect(viewOf(await verzet('2022-04-05'))).toMatchObject({ errors: { reden: expect.stringMatching(/waarom/) } });
    expect(gepland(p)?.datum).toBe('2022-04-04');
    await verzet('2022-04-05', 'Papa is tot dan opgenomen.');
    expect(gepland(p)?.datum).toBe('2022-04-05');
    expect(p.world.kept.gebeurtenissen.at(-1)).toMatchObject({
      ...{ soort: 'evaluatie_verzet', detail: 'Papa is tot dan opgenomen.' },
    });
  });

  it('aanvaardt bij vastleggen, evalueren en overslaan geen volgende voorbij twee keer de termijn: dat is verzetten, met een reden [Z2]', async () => {
    const p = await planWorld();
    await p.as('marijke', 'zorgplan.maken_bewaren', 'casus-1', { reden: 'Nog geen tafel.' });
    await p.as('marijke', 'zorgplan.bewaren', 'casus-1/doel:d-1/1/a', { doel: 'Rust', zichtbaar: 'Slaap.' });
    await p.as('marijke', 'zorgplan.bewaren', 'casus-1/plan_a/2/a', { tekst: 'Thuis met oma.' });
    const teVer = {
      view: 'zorgplan_formulier',
      errors: { datum: expect.stringMatching(/tot en met maandag 4 april/) },
    };
    const leg = (datum: string) => p.as('marijke', 'zorgplan.vastleggen_bewaren', 'casus-1', { datum });
    expect(viewOf(await leg('2022-04-05'))).toMatchObject(teVer);
    await leg('2022-04-04');
    expect(gepland(p)?.datum).toBe('2022-04-04');
    op(p, '2022-04-04');
    const held = (volgende: string) =>
      p.as('ines', 'zorgplan.evaluatie_bewaren', `casus-1/${gepland(p)?.id}`, {
        ...ingevuld({ gehouden_op: '2022-04-04', volgende }),
      });
    expect(viewOf(await held('2022-06-28'))).toMatchObject({
      errors: { volgende: expect.stringMatching(/maandag 27 juni.*Verzetten/) },
    });
    await held('2022-05-16');
    // Counted from the day that is skipped: a reason to skip one is no reason to stay away half a year.
    const skip = (volgende: string) =>
      p.as('ines', 'zorgplan.overslaan_bewaren', `casus-1/${gepland(p)?.id}`, { reden: 'Verhuis.', volgende });
    expect(viewOf(await skip('2022-08-09'))).toMatchObject({ errors: { volgende: expect.anything() } });
    await skip('2022-08-08');
    expect(gepland(p)?.datum).toBe('2022-08-08');
  });

  it('laat het verslag van de laatste evaluatie verbeteren, met wat er stond, en enkel door wie schrijft [Z2]', async () => {
    const p = await vastgelegd();
    op(p, '2022-02-21');
    const first = gepland(p)?.id ?? '';
    await p.as('ines', 'zorgplan.evaluatie_bewaren', `casus-1/${first}`, ingevuld());
    const running = loopt(p);
    expect(viewOf(await p.as('marijke', 'zorgplan.evaluatie', `casus-1/${first}`))).toMatchObject({
      ...{ vorige: null, mag: ['zorgplan.verbeteren', 'zorgplan.tonen'] },
    });
    expect(viewOf(await p.as('marijke', 'zorgplan.evaluatie', 'casus-1'))).toMatchObject({ vorige: first });
    expect(viewOf(await p.as('marijke', 'zorgplan.verbeteren', `casus-1/${first}`))).toMatchObject({
      formulier: 'verbeteren',
      values: { gehouden_op: '2022-02-21', 'score_d-1': '6', 'nota_d-1': 'Beter.', nota: 'Afspraken.', gezin: 'ja' },
    });
    const right = {
      gehouden_op: '2022-02-18',
      'score_d-1': '8',
      'nota_d-1': '',
      nota: 'Afspraken met oma.',
      gezin: 'ja',
    };
    const wrong = await p.as('marijke', 'zorgplan.verbetering_bewaren', `casus-1/${first}`, {
      ...right,
      'score_d-1': '',
    });
    expect(viewOf(wrong)).toMatchObject({ errors: { 'score_d-1': expect.stringMatching(/1 tot 10/) } });
    await p.as('marijke', 'zorgplan.verbetering_bewaren', `casus-1/${first}`, right);
    const held = p.plan().inhoud.evaluaties.find((e) => e.id === first);
    expect(held).toMatchObject({
      stand: 'gehouden',
      datum: '2022-02-18',
      scores: { 'd-1': 8 },
      notas: {},
      door: 'p-ines',
    });
    // What comes next, and its clock, are as they were; it stays to be seen that it was put right.
    expect(gepland(p)?.datum).toBe('2022-04-04');
    expect(loopt(p)).toEqual(running);
    expect(p.world.kept.gebeurtenissen.at(-1)).toMatchObject({ soort: 'evaluatie_verbeterd', door: 'p-marijke' });
    for (const who of ['melder', 'vreemde', 'expert'])
      expect(viewOf(await p.as(who, 'zorgplan.verbetering_bewaren', `casus-1/${first}`, right)), who).toMatchObject({
        refusal: { kind: 'niet_gevonden' },
      });
    // One that is not the last any more, or still to come, is not put right.
    for (const id of [gepland(p)?.id, 'e-9'])
      expect(viewOf(await p.as('marijke', 'zorgplan.verbeteren', `casus-1/${id}`))).toMatchObject({
        refusal: { kind: 'evaluatie_voorbij' },
      });
  });

  it('laat een gesloten casus geen klok over, en start ze weer bij heropenen', async () => {
    const p = await vastgelegd();
    await p.as('marijke', 'zorgplan.bewaren', 'casus-1/actie:a-1/4/a', {
      wat: 'Bellen',
      persoon: 'p-ines',
      tegen: '2022-03-01',
      plan: 'a',
    });
    expect(
      loopt(p)
        .map((t) => t.soort)
        .sort(),
    ).toEqual(['actie', 'evaluatie']);
    await p.as('marijke', 'casus.afsluiting_bewaren', 'casus-1', {
      resultaat: 'bereikt',
      woont: 'thuis',
      opvolging: 'Het lokaal team.',
      open_punten: '',
      zorgtafel: ['tafel-1'],
    });
    expect(p.casus().stand).toBe('afgesloten');
    expect(loopt(p)).toEqual([]);
    // Nothing of it is late any more, on paper neither.
    op(p, '2022-03-10');
    const papier = async () => {
      const seen = await see(p.world, p.casus(), 'p-marijke', p.world.clock.now());
      const a = seen && documentView(seen, 'zorgplan_gezin')?.plan.secties.find((s) => s.sectie === 'plan_a');
      return a?.acties.map((actie) => actie.teLaat);
    };
    expect(await papier()).toEqual([false]);
    expect(viewOf(await p.as('marijke', 'zorgplan.bewerken', 'casus-1/zorgen'))).toMatchObject({
      refusal: { kind: 'al_afgesloten' },
    });
    await p.as('marijke', 'casus.heropenen', 'casus-1');
    expect(
      loopt(p)
        .map((t) => [t.soort, t.over])
        .sort(),
    ).toEqual([
      ['actie', 'a-1'],
      ['evaluatie', gepland(p)?.id],
    ]);
    expect(await papier()).toEqual([true]);
  });

  it('laat een ingetrokken aanmelding geen klok over', async () => {
    const p = await vastgelegd();
    await p.as('melder', 'aanmelding.intrekking_bevestigen', 'casus-1', { reden: 'Vergissing.' });
    expect(loopt(p)).toEqual([]);
    expect(viewOf(await p.as('marijke', 'zorgplan.bewerken', 'casus-1/zorgen'))).toMatchObject({
      refusal: { kind: 'al_ingetrokken' },
    });
  });
});

describe('acties', () => {
  const metActie = async () => {
    const p = await vastgelegd();
    await p.as('marijke', 'zorgplan.bewaren', 'casus-1/actie:a-1/4/a', {
      wat: 'Bellen',
      persoon: 'p-vreemde',
      tegen: '2022-02-01',
      plan: 'a',
    });
    return p;
  };

  it('komen bij wie ze kreeg, worden afgevinkt en weer geopend, en hun klok volgt', async () => {
    const p = await metActie();
    expect([...p.world.kept.berichten.values()].find((b) => b.soort === 'zorgplan_actie')).toMatchObject({
      onderwerp: 'a-1',
      aan: { persoon: 'p-vreemde' },
    });
    expect(loopt(p).map((t) => t.over)).toContain('a-1');
    expect(viewOf(await p.as('vreemde', 'zorgplan.gedaan', 'casus-1/a-1'))).toMatchObject({
      view: 'zorgplan_actie',
      actie: { gedaan: { door: 'Vreemde' } },
    });
    expect(loopt(p).map((t) => t.over)).not.toContain('a-1');
    expect(viewOf(await p.as('marijke', 'zorgplan.gedaan', 'casus-1/a-1'))).toMatchObject({
      refusal: { kind: 'al_gedaan', door: 'Vreemde' },
    });
    await p.as('vreemde', 'zorgplan.niet_gedaan', 'casus-1/a-1');
    expect(loopt(p).map((t) => t.over)).toContain('a-1');
    expect(viewOf(await p.as('melder', 'zorgplan.gedaan', 'casus-1/a-1'))).toMatchObject({
      refusal: { kind: 'geen_recht' },
    });
  });

  it('blijven leesbaar voor wie ze kreeg als het plan niet gedeeld is, en enkel die', async () => {
    const p = await metActie();
    await p.as('marijke', 'zorgplan.delen_bewaren', 'casus-1', { delen: 'niet' });
    expect(viewOf(await p.as('vreemde', 'zorgplan.actie', 'casus-1/a-1'))).toMatchObject({
      view: 'zorgplan_actie',
      vanJou: true,
      mag: ['zorgplan.gedaan'],
    });
    expect(viewOf(await p.as('vreemde', 'zorgplan.tonen', 'casus-1'))).toMatchObject({
      refusal: { kind: 'geen_zorgplan' },
    });
    expect(viewOf(await p.as('melder', 'zorgplan.actie', 'casus-1/a-1'))).toMatchObject({
      refusal: { kind: 'onderdeel_weg' },
    });
  });

  it('zijn weg op de kaart die al verstuurd was, als ze uit het plan verdwijnen', async () => {
    const p = await metActie();
    await p.as('marijke', 'zorgplan.verwijderen', `casus-1/actie:a-1/${p.plan().versie}`);
    expect(loopt(p).map((t) => t.over)).not.toContain('a-1');
    const bericht = [...p.world.kept.berichten.values()].find((b) => b.soort === 'zorgplan_actie');
    expect(bericht && (await viewFor(p.world, bericht))).toMatchObject({ view: 'zorgplan_actie', actie: null });
  });
});
