import { beforeEach, describe, expect, it } from 'vitest';
import { viewFor } from '../berichten/view-for.ts';
import { handle } from '../bot.ts';
import { put, wachtend } from '../casus/casus.fixture.ts';
import type { Values } from '../intent.ts';
import { directoryWith, type MemoryWorld, memoryWorld, people, regio } from '../world.fixture.ts';

let world: MemoryWorld;
let counter = 0;
beforeEach(async () => {
  world = memoryWorld();
  await put(world, { ...wachtend, stand: 'opgenomen' });
});

async function press(who: string, action: string, subject = 'casus-1', values: Values = {}) {
  const outcome = await handle(world, {
    delivery: `d-${++counter}`,
    at: world.clock.now(),
    account: { platform: 'groen', ref: `groen-${who}`, address: `adres-groen-${who}` },
    place: 'private',
    input: { kind: 'action', action, subject, values, from: 'card' },
  });
  if (outcome.kind === 'nothing') throw new Error('nothing was shown');
  return outcome.view.view === 'weigering' ? outcome.view.refusal : outcome.view;
}
const start = () => press('marijke', 'rugzak.start_bewaren', 'casus-1', { start: '2022-01-10' });
const extend = (who: string) => press(who, 'rugzak.verlenging_bewaren', 'casus-1/0', { reden: 'Meer tijd nodig.' });
const messages = () => [...world.kept.berichten.values()].filter((b) => b.soort === 'rugzak_verlenging');
const told = () => messages().map((b) => ('persoon' in b.aan ? b.aan.persoon : ''));
const einde = () => [...world.kept.termijnen.values()].find((t) => t.soort === 'rugzak_einde' && !t.gestopt)?.einde;

describe('een verlenging [B2]', () => {
  it('wordt verteld aan het aanspreekpunt en wie over het budget waakt, niet aan wie het deed [C4, B8]', async () => {
    await start();
    await extend('ines');
    expect(told()).toEqual(['p-marijke', 'p-provinciaal']);
    const [card] = messages();
    expect(card && (await viewFor(world, card))).toMatchObject({
      wat: 'verlengd',
      door: 'Ines',
      reden: 'Meer tijd nodig.',
      einde: '2022-07-09',
      mag: ['rugzak.verlenging_terug', 'rugzak.tonen'],
    });
  });

  it('kan teruggenomen worden: de klok staat weer juist, wie het moet weten hoort het, en ze is niet opgebruikt', async () => {
    await start();
    const before = einde();
    await extend('ines');
    expect(einde()).not.toEqual(before);
    expect(await press('ines', 'rugzak.tonen')).toMatchObject({
      mag: expect.arrayContaining(['rugzak.verlenging_terug']),
    });
    const [first] = messages();
    expect(await press('marijke', 'rugzak.verlenging_terug', 'casus-1/1')).toMatchObject({
      view: 'rugzak',
      einde: '2022-04-09',
    });
    expect(einde()).toEqual(before);
    expect(told()).toEqual(['p-marijke', 'p-provinciaal', 'p-provinciaal']);
    const back = messages().at(-1);
    expect(back && (await viewFor(world, back))).toMatchObject({
      wat: 'teruggenomen',
      door: 'Marijke',
      einde: '2022-04-09',
    });
    expect(first && (await viewFor(world, first))).toMatchObject({
      wat: 'intussen_teruggenomen',
      mag: ['rugzak.tonen'],
    });
    // A second press, and one on a card from before.
    for (const subject of ['casus-1/1', 'casus-1/0', 'casus-1'])
      expect(await press('ines', 'rugzak.verlenging_terug', subject)).toEqual({ kind: 'verlenging_weg' });
    await extend('marijke');
    expect(world.kept.rugzakken.get('casus-1')?.verlengingen).toHaveLength(1);
  });

  it('neemt niemand terug die de rugzak niet mag verlengen, en niemand in een casus die voorbij is', async () => {
    await start();
    await extend('ines');
    for (const who of ['melder', 'expert', 'planner', 'vreemde'])
      expect(await press(who, 'rugzak.verlenging_terug', 'casus-1/1')).toEqual({ kind: 'niet_gevonden' });
    const casus = world.kept.casussen.get('casus-1');
    if (casus) world.kept.casussen.set('casus-1', { ...casus, stand: 'afgesloten' });
    expect(await press('ines', 'rugzak.verlenging_terug', 'casus-1/1')).toEqual({ kind: 'al_afgesloten' });
  });

  it('bestaat niet waar de regio er geen toelaat', async () => {
    world.know(directoryWith([{ ...regio, rugzak: { ...regio.rugzak, verlengingen: 0 } }], people));
    await start();
    expect(await press('marijke', 'rugzak.verlengen')).toEqual({ kind: 'geen_verlenging_meer', aantal: 0 });
    expect(await extend('marijke')).toEqual({ kind: 'geen_verlenging_meer', aantal: 0 });
  });
});

describe('een oude knop', () => {
  it('zegt meteen dat het niet meer kan, niet pas na het typen', async () => {
    const first = await press('marijke', 'rugzak.aanvragen');
    if (!('draftId' in first)) throw new Error('no form');
    const { draftId: id } = first;
    const what = { categorie: 'begeleiding', doel: 'x', aanbieder: 'y', bedrag: '500' };
    await press('marijke', 'rugzak.verder', `${id}/1`, what);
    await press('marijke', 'rugzak.verder', `${id}/2`, {
      van: '2022-01-17',
      tot: '2022-02-01',
      waarom_niet_regulier: 'x',
    });
    await press('marijke', 'rugzak.versturen', `${id}/3/casus-1`);
    const request = `casus-1/${id}`;
    expect(await press('marijke', 'rugzak.weigeren', request)).toEqual({ kind: 'eigen_aanvraag' });
    expect(await press('marijke', 'rugzak.antwoorden', request)).toEqual({ kind: 'rugzak_vraag_beantwoord' });
    expect(await press('marijke', 'rugzak.factuur', request)).toEqual({ kind: 'niet_goedgekeurd' });
    await press('ines', 'rugzak.vraag_bewaren', request, { vraag: 'Tot wanneer?' });
    expect(await press('marijke', 'rugzak.antwoorden', request)).toMatchObject({
      view: 'rugzak_formulier',
      vraag: 'Tot wanneer?',
    });
    await press('ines', 'rugzak.goedkeuren', request);
    const decided = { kind: 'aanvraag_al_beslist', stand: 'goedgekeurd', door: 'Ines' };
    for (const action of ['rugzak.weigeren', 'rugzak.navragen'])
      expect(await press('provinciaal', action, request)).toEqual(decided);
    expect(await press('marijke', 'rugzak.antwoorden', request)).toEqual(decided);
    // Too much comes back with what was typed; nothing left is said before.
    const typed = { nummer: '2022/1', bedrag: '500,01', ontvangen: '2022-01-10' };
    expect(await press('marijke', 'rugzak.factuur_bewaren', request, typed)).toMatchObject({
      values: typed,
      errors: { bedrag: expect.stringMatching(/meer dan er nog te factureren is/) },
    });
    await press('marijke', 'rugzak.factuur_bewaren', request, { ...typed, bedrag: '500' });
    expect(await press('marijke', 'rugzak.factuur', request)).toEqual({ kind: 'meer_dan_vastgelegd', rest: 0 });
    const casus = world.kept.casussen.get('casus-1');
    if (casus) world.kept.casussen.set('casus-1', { ...casus, stand: 'afgesloten' });
    for (const action of ['rugzak.starten', 'rugzak.verlengen'])
      expect(await press('marijke', action)).toEqual({ kind: 'al_afgesloten' });
  });
});
