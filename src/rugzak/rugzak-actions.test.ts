import { describe, expect, it } from 'vitest';
import { viewFor } from '../berichten/view-for.ts';
import { handle } from '../bot.ts';
import { beat } from '../casus/beat.ts';
import { put, wachtend } from '../casus/casus.fixture.ts';
import type { Values } from '../intent.ts';
import type { Outcome } from '../outcome.ts';
import { directoryWith, type MemoryWorld, memoryWorld, monday, regio } from '../world.fixture.ts';

let counter = 0;
const act = (world: MemoryWorld, who: string, input: { action: string; subject: string; values?: Values } | string) =>
  handle(world, {
    delivery: `d-${++counter}`,
    at: world.clock.now(),
    account: { platform: 'groen', ref: `groen-${who}`, address: `adres-groen-${who}` },
    place: 'private',
    input:
      typeof input === 'string'
        ? { kind: 'command', text: input }
        : { kind: 'action', values: {}, from: 'card', ...input },
  });
const press = (world: MemoryWorld, who: string, action: string, subject: string, values: Values = {}) =>
  act(world, who, { action, subject, values });
const view = (outcome: Outcome) => {
  if (outcome.kind === 'nothing') throw new Error('nothing was shown');
  return outcome.view;
};
const refusal = (outcome: Outcome) => {
  const shown = view(outcome);
  return shown.view === 'weigering' ? shown.refusal : shown.view;
};

/** A case that Marijke has. */
async function open(): Promise<MemoryWorld> {
  const world = memoryWorld();
  await put(world, { ...wachtend, stand: 'opgenomen' });
  return world;
}

/** Fills in and sends a request as somebody; its id. */
async function vraag(world: MemoryWorld, bedrag: string, more: Values = {}, who = 'marijke'): Promise<string> {
  const first = view(await press(world, who, 'rugzak.aanvragen', 'casus-1'));
  if (first.view !== 'rugzak_pagina') throw new Error(first.view);
  const { draftId } = first;
  await press(world, who, 'rugzak.verder', `${draftId}/1`, {
    categorie: 'begeleiding',
    doel: 'Voeding opvolgen.',
    aanbieder: 'CKG Molenberg',
    bedrag,
    ...more,
  });
  const check = view(
    await press(world, who, 'rugzak.verder', `${draftId}/2`, {
      van: '2022-01-17',
      tot: '2022-03-31',
      waarom_niet_regulier: 'Wachttijd van vier maanden.',
      ...more,
    }),
  );
  expect(check.view).toBe('rugzak_controle');
  expect(refusal(await press(world, who, 'rugzak.versturen', `${draftId}/3`))).toBe('rugzak_aanvraag');
  return draftId;
}
const sent = (world: MemoryWorld, soort: string) => [...world.kept.berichten.values()].filter((b) => b.soort === soort);
const to = (world: MemoryWorld, soort: string) =>
  sent(world, soort)
    .map((b) => ('persoon' in b.aan ? b.aan.persoon : ''))
    .sort();

describe('vier ogen', () => {
  it('laten niemand de eigen aanvraag goedkeuren, ook niet met een oude knop [S16]', async () => {
    const world = await open();
    const id = await vraag(world, '1.000');
    expect(to(world, 'rugzak_aanvraag')).toEqual(['p-ines', 'p-provinciaal']);
    for (const action of ['rugzak.goedkeuren', 'rugzak.weigering_bewaren'])
      expect(refusal(await press(world, 'marijke', action, `casus-1/${id}`, { reden: 'x' }))).toEqual({
        kind: 'eigen_aanvraag',
      });
    expect(world.kept.boekingen).toHaveLength(1);
    expect(refusal(await press(world, 'ines', 'rugzak.goedkeuren', `casus-1/${id}`))).toBe('rugzak_aanvraag');
    expect(refusal(await press(world, 'provinciaal', 'rugzak.goedkeuren', `casus-1/${id}`))).toEqual({
      kind: 'aanvraag_al_beslist',
      stand: 'goedgekeurd',
      door: 'Ines',
    });
    expect(world.kept.boekingen).toHaveLength(2);
  });

  it('houden een coördinator aan het mandaat van de regio, en sturen wat meer is enkel naar de provincie [S16]', async () => {
    const world = await open();
    const id = await vraag(world, '2.500,01');
    expect(to(world, 'rugzak_aanvraag')).toEqual(['p-provinciaal']);
    expect(refusal(await press(world, 'ines', 'rugzak.goedkeuren', `casus-1/${id}`))).toEqual({
      kind: 'boven_mandaat',
      mandaat: 250_000,
    });
    expect(refusal(await press(world, 'provinciaal', 'rugzak.goedkeuren', `casus-1/${id}`))).toBe('rugzak_aanvraag');
  });

  it('vragen eerst iets: de vraag gaat naar wie aanvroeg, het antwoord terug, elk één keer', async () => {
    const world = await open();
    const id = await vraag(world, '500');
    await press(world, 'ines', 'rugzak.vraag_bewaren', `casus-1/${id}`, { vraag: 'Tot wanneer?' });
    expect(to(world, 'rugzak_aanvraag')).toEqual(['p-ines', 'p-marijke', 'p-provinciaal']);
    const form = view(await press(world, 'marijke', 'rugzak.antwoorden', `casus-1/${id}`));
    if (form.view !== 'rugzak_formulier') throw new Error(form.view);
    expect(form.vraag).toBe('Tot wanneer?');
    await press(world, 'marijke', 'rugzak.antwoord_bewaren', form.subject, { antwoord: 'Tot eind maart.' });
    expect(refusal(await press(world, 'marijke', 'rugzak.antwoord_bewaren', form.subject, { antwoord: 'x' }))).toEqual({
      kind: 'rugzak_vraag_beantwoord',
    });
    expect(to(world, 'rugzak_aanvraag')).toEqual(['p-ines', 'p-ines', 'p-marijke', 'p-provinciaal']);
  });

  it('zien een aanvraag één keer, hoe vaak er ook op versturen gedrukt wordt [S2]', async () => {
    const world = await open();
    const id = await vraag(world, '500');
    const again = { kind: 'al_aangevraagd', subject: `casus-1/${id}` };
    expect(refusal(await press(world, 'marijke', 'rugzak.versturen', `${id}/3/casus-1`))).toEqual(again);
    expect(world.kept.boekingen).toHaveLength(1);
    // Who may not see the case reads nothing of it; a form that is gone says where to begin anew.
    expect(refusal(await press(world, 'melder', 'rugzak.versturen', `${id}/3/casus-1`))).toEqual({
      kind: 'niet_gevonden',
    });
    for (const subject of ['weg/3/casus-1', `${id}/3/casus-9`, 'weg'])
      expect(refusal(await press(world, 'marijke', 'rugzak.versturen', subject))).toEqual({
        kind: 'aanvraag_concept_weg',
      });
  });
});

describe('wie van een aanvraag hoort', () => {
  /** Who got a card about it since, by what it was about. */
  const told = (world: MemoryWorld, since: number) =>
    sent(world, 'rugzak_aanvraag')
      .slice(since)
      .map((b) => `${b.onderwerp.split(':')[1]?.split('-')[0] ?? 'nieuw'} ${'persoon' in b.aan ? b.aan.persoon : ''}`)
      .sort();
  const count = (world: MemoryWorld) => sent(world, 'rugzak_aanvraag').length;

  it('is, als een goedkeuring teruggedraaid wordt, wie aanvroeg, wie goedkeurde en wie nu mag beslissen, elk één keer', async () => {
    const world = await open();
    const id = await vraag(world, '500', {}, 'ines');
    await press(world, 'provinciaal', 'rugzak.goedkeuren', `casus-1/${id}`);
    const before = count(world);
    const line = world.kept.boekingen.find((b) => b.naar === 'vastgelegd');
    await press(world, 'marijke', 'rugzak.corrigeren', `casus-1/${line?.id}`);
    // Marijke, the contact, did it herself.
    expect(told(world, before)).toEqual(['terug p-ines', 'terug p-provinciaal']);
    const [card] = sent(world, 'rugzak_aanvraag').slice(before);
    expect(card && (await viewFor(world, card))).toMatchObject({ stand: 'aangevraagd', teruggedraaid: 'Marijke' });
    expect(refusal(await press(world, 'provinciaal', 'rugzak.goedkeuren', `casus-1/${id}`))).toBe('rugzak_aanvraag');
    expect(card && (await viewFor(world, card))).toMatchObject({ stand: 'goedgekeurd', teruggedraaid: null });
  });

  it('is ook het aanspreekpunt: van de aanvraag van een collega, de vraag, de beslissing en wat vrijkomt [A3]', async () => {
    const world = await open();
    const id = await vraag(world, '2.600', {}, 'ines');
    expect(told(world, 0)).toEqual(['nieuw p-marijke', 'nieuw p-provinciaal']);
    let before = count(world);
    await press(world, 'provinciaal', 'rugzak.vraag_bewaren', `casus-1/${id}`, { vraag: 'Tot wanneer?' });
    expect(told(world, before)).toEqual(['vraag p-ines', 'vraag p-marijke']);
    before = count(world);
    await press(world, 'provinciaal', 'rugzak.goedkeuren', `casus-1/${id}`);
    expect(told(world, before)).toEqual(['beslist p-ines', 'beslist p-marijke']);
    before = count(world);
    await press(world, 'marijke', 'rugzak.vrijgeven', `casus-1/${id}`);
    expect(told(world, before)).toEqual(['vrijgegeven p-ines']);
    const [card] = sent(world, 'rugzak_aanvraag').slice(before);
    expect(card && (await viewFor(world, card))).toMatchObject({ vrijgegeven: { door: 'Marijke', cents: 260_000 } });
  });

  it('is na een overdracht het nieuwe aanspreekpunt, en niet meer wie het team verliet [C3]', async () => {
    const world = await open();
    const id = await vraag(world, '2.600');
    const casus = world.kept.casussen.get('casus-1');
    if (casus) world.kept.casussen.set('casus-1', { ...casus, aanspreekpunt: 'p-ines' });
    world.know(directoryWith([{ ...regio, personen: regio.personen.filter((p) => p.id !== 'marijke') }]));
    const before = count(world);
    await press(world, 'provinciaal', 'rugzak.vraag_bewaren', `casus-1/${id}`, { vraag: 'Tot wanneer?' });
    await press(world, 'provinciaal', 'rugzak.goedkeuren', `casus-1/${id}`);
    expect(told(world, before)).toEqual(['beslist p-ines', 'vraag p-ines']);
  });

  it('is, als het aanspreekpunt ze intrekt, ook wie aanvroeg', async () => {
    const world = await open();
    const id = await vraag(world, '500', {}, 'ines');
    const before = count(world);
    await press(world, 'marijke', 'rugzak.intrekken', `casus-1/${id}`);
    expect(told(world, before)).toEqual(['ingetrokken p-ines']);
  });

  it('ziet een vraag bovenaan bij wie moet antwoorden, en niet bij wie ze stelde', async () => {
    const world = await open();
    const id = await vraag(world, '500');
    await press(world, 'ines', 'rugzak.vraag_bewaren', `casus-1/${id}`, { vraag: 'Tot wanneer?' });
    const asks = async (who: string) => {
      const shown = view(await press(world, who, 'rugzak.aanvraag', `casus-1/${id}`));
      return shown.view === 'rugzak_aanvraag' && shown.mag.includes('rugzak.antwoorden');
    };
    expect([await asks('marijke'), await asks('ines'), await asks('provinciaal')]).toEqual([true, false, false]);
  });
});

describe('de periode van een aanvraag [B2, B8]', () => {
  /** What the second page says of a first day. */
  async function says(van: string, tot: string) {
    const world = await open();
    const first = view(await press(world, 'marijke', 'rugzak.aanvragen', 'casus-1'));
    if (first.view !== 'rugzak_pagina') throw new Error(first.view);
    await press(world, 'marijke', 'rugzak.verder', `${first.draftId}/1`, {
      categorie: 'begeleiding',
      doel: 'x',
      aanbieder: 'y',
      bedrag: '1',
    });
    const page = { van, tot, waarom_niet_regulier: 'x' };
    const next = view(await press(world, 'marijke', 'rugzak.verder', `${first.draftId}/2`, page));
    return next.view === 'rugzak_pagina' ? next.errors : next.view;
  }

  it('begint rond de aanmelding, niet in een ander jaar door een typfout', async () => {
    expect(await says('2021-12-09', '2022-01-31')).toMatchObject({ van: expect.stringMatching(/voor de aanmelding/) });
    expect(await says('2062-01-17', '2062-02-17')).toMatchObject({ van: expect.stringMatching(/een jaar vooruit/) });
    expect(await says('2021-12-10', '2022-01-31')).toBe('rugzak_controle');
    expect(await says('2023-01-10', '2023-02-10')).toBe('rugzak_controle');
  });

  it('staat bij wie beslist naast het einde van de rugzak en het jaarbudget, en na het einde beslist niemand meer', async () => {
    const world = await open();
    await press(world, 'marijke', 'rugzak.start_bewaren', 'casus-1', { start: '2022-01-10' });
    const across = await vraag(world, '500', { van: '2022-04-01', tot: '2022-05-01' });
    const after = await vraag(world, '600', { van: '2022-04-10', tot: '2022-05-01' });
    const shows = async (id: string) => view(await press(world, 'ines', 'rugzak.aanvraag', `casus-1/${id}`));
    expect(await shows(across)).toMatchObject({
      einde: '2022-04-09',
      naEinde: { einde: '2022-04-09', start: null },
      belet: null,
      jaarbudget: { jaar: 2022, vrij: 40_000_000, ontbreekt: false },
      aanspreekpunt: 'Marijke',
    });
    const belet = { kind: 'na_einde_rugzak', einde: '2022-04-09' };
    expect(await shows(after)).toMatchObject({ belet });
    expect(refusal(await press(world, 'ines', 'rugzak.goedkeuren', `casus-1/${after}`))).toEqual(belet);
    const next = await vraag(world, '700', { van: '2023-01-05', tot: '2023-02-01' });
    expect(await shows(next)).toMatchObject({ jaarbudget: { jaar: 2023, vrij: null, ontbreekt: true } });
  });
});

describe('wie de rugzak ziet [C4, B8, S8]', () => {
  it('toont de provinciaal coördinator elke rugzak, en van de casus zelf niets', async () => {
    const world = await open();
    await vraag(world, '500');
    expect(refusal(await act(world, 'provinciaal', '/rugzak LIM-2022-0001'))).toBe('rugzak');
    for (const action of ['casus.tonen', 'casus.verloop', 'casus.terugkoppelen'])
      expect(refusal(await press(world, 'provinciaal', action, 'casus-1'))).toEqual({ kind: 'niet_gevonden' });
    for (const who of ['melder', 'vreemde', 'expert', 'planner'])
      expect(refusal(await act(world, who, '/rugzak LIM-2022-0001'))).toEqual({ kind: 'niet_gevonden' });
  });

  it('noteert kijken, bladeren en versturen elk onder de eigen naam [S13]', async () => {
    const world = await open();
    await vraag(world, '500');
    expect(world.kept.audit.map((a) => `${a.wat} ${a.resultaat}`)).toEqual(
      ['aanvragen', 'verder', 'verder', 'versturen'].map((what) => `rugzak.${what} toegestaan`),
    );
  });

  it('laat een concept enkel aan wie het schreef', async () => {
    const world = await open();
    const first = view(await press(world, 'marijke', 'rugzak.aanvragen', 'casus-1'));
    if (first.view !== 'rugzak_pagina') throw new Error(first.view);
    for (const action of ['rugzak.verder', 'rugzak.terug', 'rugzak.versturen'])
      expect(refusal(await press(world, 'ines', action, `${first.draftId}/1`))).toEqual({
        kind: 'aanvraag_concept_weg',
      });
  });

  it('zegt in de lijst niets over anderen, en wat te doen als ze leeg is', async () => {
    const world = await open();
    expect(view(await act(world, 'marijke', '/rugzak'))).toMatchObject({ view: 'rugzak_lijst', casussen: [] });
    await vraag(world, '500');
    expect(view(await act(world, 'marijke', '/rugzak'))).toMatchObject({ casussen: [{ referentie: 'LIM-2022-0001' }] });
    expect(view(await act(world, 'melder', '/rugzak'))).toMatchObject({ casussen: [] });
  });
});

describe('meldingen van drempels [B9]', () => {
  it('zijn één kaart per sprong, met de hoogste drempel, aan het aanspreekpunt en wie over het budget waakt', async () => {
    const world = await open();
    const first = await vraag(world, '15.500');
    await press(world, 'provinciaal', 'rugzak.goedkeuren', `casus-1/${first}`);
    expect(to(world, 'rugzak_melding')).toEqual(['p-marijke', 'p-provinciaal']);
    const [card] = sent(world, 'rugzak_melding');
    const shown = card && (await viewFor(world, card));
    expect(shown).toMatchObject({
      view: 'rugzak_melding',
      gekruist: [{ plafond: 'totaal', drempel: 7500, nog: true }],
    });
    // Below it and up again: told anew.
    await press(world, 'marijke', 'rugzak.vrijgeven', `casus-1/${first}`);
    expect(to(world, 'rugzak_melding')).toHaveLength(2);
    const again = await vraag(world, '10.000');
    await press(world, 'provinciaal', 'rugzak.goedkeuren', `casus-1/${again}`);
    expect(to(world, 'rugzak_melding')).toHaveLength(4);
  });
});

describe('van factuur tot bewijs [B7]', () => {
  it('loopt een factuur na 30 dagen uit, hoort wie het moet weten dat één keer, en een correctie zet de klok terug', async () => {
    const world = await open();
    const id = await vraag(world, '500');
    await press(world, 'ines', 'rugzak.goedkeuren', `casus-1/${id}`);
    const typed = { nummer: '2022/1', bedrag: '500', ontvangen: '2022-01-10' };
    const twice = [1, 2].map(() => press(world, 'marijke', 'rugzak.factuur_bewaren', `casus-1/${id}`, typed));
    await Promise.all(twice);
    const facturen = world.kept.rugzakken.get('casus-1')?.facturen ?? [];
    expect(facturen.map((f) => f.vervalt)).toEqual(['2022-02-09']);
    const subject = `casus-1/${id}/${facturen[0]?.id}`;
    world.clock.set(Temporal.Instant.from('2022-02-20T09:00:00Z'));
    for (let n = 0; n < 3; n++) await beat(world);
    const late = () => sent(world, 'termijn').filter((b) => b.onderwerp.startsWith('factuur:escalatie'));
    expect(
      late()
        .map((b) => ('persoon' in b.aan ? b.aan.persoon : ''))
        .sort(),
    ).toEqual(['p-marijke', 'p-provinciaal']);
    const [card] = late();
    expect(card && (await viewFor(world, card))).toMatchObject({
      view: 'rugzak_termijn',
      afgehandeld: false,
      cents: 50_000,
      mag: ['rugzak.betaald', 'rugzak.tonen'],
    });
    await press(world, 'marijke', 'rugzak.betaling_bewaren', subject, { betaald_op: '2022-02-20' });
    expect(card && (await viewFor(world, card))).toMatchObject({ afgehandeld: true });
    expect(refusal(await press(world, 'ines', 'rugzak.betaald', subject))).toEqual({
      kind: 'al_betaald',
      door: 'Marijke',
    });
    const paid = world.kept.boekingen.find((b) => b.naar === 'betaald');
    await press(world, 'marijke', 'rugzak.corrigeren', `casus-1/${paid?.id}`);
    for (let n = 0; n < 3; n++) await beat(world);
    expect(late()).toHaveLength(2);
    const running = [...world.kept.termijnen.values()].filter((t) => t.soort === 'factuur' && !t.gestopt);
    expect(running).toHaveLength(1);
  });

  it('gaat betalen en bezorgen na het afsluiten door, aanvragen niet', async () => {
    const world = await open();
    const id = await vraag(world, '500');
    const wacht = await vraag(world, '600');
    await press(world, 'ines', 'rugzak.goedkeuren', `casus-1/${id}`);
    await press(world, 'marijke', 'rugzak.start_bewaren', 'casus-1', { start: '2022-01-10' });
    const typed = { nummer: '1', bedrag: '500', ontvangen: '2022-01-10' };
    await press(world, 'marijke', 'rugzak.factuur_bewaren', `casus-1/${id}`, typed);
    await press(world, 'marijke', 'casus.terugkoppeling_bewaren', 'casus-1', { uitkomst: 'zorgtafel', nota: 'x' });
    await press(world, 'marijke', 'casus.afsluiting_bewaren', 'casus-1', {
      resultaat: 'bereikt',
      woont: 'thuis',
      opvolging: 'x',
    });
    expect(world.kept.casussen.get('casus-1')?.stand).toBe('afgesloten');
    const running = () => [...world.kept.termijnen.values()].filter((t) => !t.gestopt).map((t) => t.soort);
    expect(running()).toEqual(['factuur', 'bewijs']);
    expect(refusal(await press(world, 'marijke', 'rugzak.aanvragen', 'casus-1'))).toEqual({ kind: 'al_afgesloten' });
    expect(refusal(await press(world, 'ines', 'rugzak.goedkeuren', `casus-1/${wacht}`))).toEqual({
      kind: 'al_afgesloten',
    });
    // Reopened, the term warns again, and there is a zorgtafel to plan [T1].
    await press(world, 'marijke', 'casus.heropenen', 'casus-1');
    expect(running()).toEqual(['factuur', 'bewijs', 'rugzak_einde', 'zorgtafel']);
    await press(world, 'marijke', 'casus.afsluiting_bewaren', 'casus-1', {
      resultaat: 'bereikt',
      woont: 'thuis',
      opvolging: 'x',
    });
    const factuur = world.kept.rugzakken.get('casus-1')?.facturen[0];
    await press(world, 'marijke', 'rugzak.betaling_bewaren', `casus-1/${id}/${factuur?.id}`, {
      betaald_op: '2022-01-10',
    });
    expect(running()).toEqual(['bewijs']);
    await press(world, 'marijke', 'rugzak.bezorgd', `casus-1/${id}/2022K1`);
    expect(running()).toEqual([]);
    expect(refusal(await press(world, 'ines', 'rugzak.bezorgd', `casus-1/${id}/2022K1`))).toEqual({
      kind: 'bewijs_al_bezorgd',
      door: 'Marijke',
    });
    await press(world, 'ines', 'rugzak.bezorgd', `casus-1/${id}/2022K1/nee`);
    expect(running()).toEqual(['bewijs']);
  });
});

describe('termijnen [B2, B5]', () => {
  it('verlengt één keer, ook als twee mensen tegelijk drukken', async () => {
    const world = await open();
    expect(refusal(await press(world, 'marijke', 'rugzak.verlengen', 'casus-1'))).toEqual({
      kind: 'rugzak_niet_gestart',
    });
    const reden = { reden: 'De overgang vraagt meer tijd.' };
    expect(refusal(await press(world, 'marijke', 'rugzak.verlenging_bewaren', 'casus-1/0', reden))).toEqual({
      kind: 'rugzak_niet_gestart',
    });
    await press(world, 'marijke', 'rugzak.start_bewaren', 'casus-1', { start: '2022-01-10' });
    await Promise.all(
      ['marijke', 'ines'].map((who) => press(world, who, 'rugzak.verlenging_bewaren', 'casus-1/0', reden)),
    );
    expect(world.kept.rugzakken.get('casus-1')?.verlengingen).toHaveLength(1);
    expect(view(await act(world, 'marijke', '/rugzak LIM-2022-0001'))).toMatchObject({ einde: '2022-07-09' });
    expect(refusal(await press(world, 'ines', 'rugzak.verlenging_bewaren', 'casus-1/0', reden))).toMatchObject({
      kind: 'al_verlengd',
    });
    expect(refusal(await press(world, 'ines', 'rugzak.verlenging_bewaren', 'casus-1/1', reden))).toEqual({
      kind: 'geen_verlenging_meer',
      aantal: 1,
    });
  });

  it('weigert een start die nog moet komen, met wat getypt was', async () => {
    const world = await open();
    const again = view(await press(world, 'marijke', 'rugzak.start_bewaren', 'casus-1', { start: '2022-02-10' }));
    expect(again).toMatchObject({ view: 'rugzak_formulier', values: { start: '2022-02-10' } });
    expect(world.kept.rugzakken.size).toBe(0);
  });

  it('stuurt na een week stilte enkel de waarschuwing die nog zin heeft, en elke één keer [B9]', async () => {
    const world = await open();
    await press(world, 'marijke', 'rugzak.start_bewaren', 'casus-1', { start: '2022-01-10' });
    // Ends on 9 April. Nothing ran between five and three weeks ahead.
    for (const at of ['2022-02-27', '2022-02-28', '2022-03-20', '2022-03-27', '2022-04-20']) {
      world.clock.set(Temporal.Instant.from(`${at}T12:00:00Z`));
      await beat(world);
      await beat(world);
    }
    const warned = sent(world, 'termijn').filter((b) => b.onderwerp.startsWith('rugzak_einde'));
    expect(warned.map((b) => [b.op.toString().slice(0, 10), b.aan])).toEqual([
      ['2022-02-25', { persoon: 'p-marijke' }],
      ['2022-03-11', { persoon: 'p-marijke' }],
      // The last time also who watches over the budget, and may extend [C4].
      ['2022-03-25', { persoon: 'p-marijke' }],
      ['2022-03-25', { persoon: 'p-provinciaal' }],
    ]);
    expect(Temporal.Instant.compare(monday, world.clock.now())).toBe(-1);
  });
});
