import { beforeEach, describe, expect, it } from 'vitest';
import { viewFor } from '../berichten/view-for.ts';
import { handle } from '../bot.ts';
import { beat } from '../casus/beat.ts';
import { put, wachtend } from '../casus/casus.fixture.ts';
import type { Values } from '../intent.ts';
import type { Region } from '../regio/region.ts';
import { mijnWerk } from '../werk/mijn-werk.ts';
import type { WachtOpJou } from '../werk/werk-view.ts';
import { directoryWith, type MemoryWorld, memoryWorld, people, regio } from '../world.fixture.ts';
import { aanvraagBeat } from './aanvraag-beat.ts';

let world: MemoryWorld;
let counter = 0;
beforeEach(async () => {
  world = memoryWorld();
  await put(world, { ...wachtend, stand: 'opgenomen' });
});

async function press(who: string, action: string, subject: string, values: Values = {}) {
  const outcome = await handle(world, {
    delivery: `d-${++counter}`,
    at: world.clock.now(),
    account: { platform: 'groen', ref: `groen-${who}`, address: `adres-groen-${who}` },
    place: 'private',
    input: { kind: 'action', action, subject, values, from: 'card' },
  });
  if (outcome.kind === 'nothing') throw new Error('nothing was shown');
  return outcome.view;
}

/** Somebody asks for means, Monday 10 January 2022 unless the clock was set; the id of the request. */
async function vraag(bedrag: string, who = 'marijke'): Promise<string> {
  const first = await press(who, 'rugzak.aanvragen', 'casus-1');
  if (first.view !== 'rugzak_pagina') throw new Error(first.view);
  const { draftId } = first;
  const what = { categorie: 'begeleiding', doel: 'x', aanbieder: 'CKG Molenberg', bedrag };
  await press(who, 'rugzak.verder', `${draftId}/1`, what);
  const when = { van: '2022-01-17', tot: '2022-03-31', waarom_niet_regulier: 'x' };
  await press(who, 'rugzak.verder', `${draftId}/2`, when);
  await press(who, 'rugzak.versturen', `${draftId}/3/casus-1`);
  return draftId;
}

const to = (b: { aan: object }) => ('persoon' in b.aan ? b.aan.persoon : 'kanaal');
const rungs = () => [...world.kept.berichten.values()].filter((b) => b.onderwerp.startsWith('aanvraag:'));
/** What came of the clock up to then: when, what, to whom. */
async function told(until: string) {
  world.clock.set(Temporal.Instant.from(until));
  await beat(world);
  await beat(world);
  return rungs().map((b) => `${b.op.toString().slice(0, 13)} ${b.onderwerp.split(':')[1]} ${to(b)}`);
}
const clocks = () => [...world.kept.termijnen.values()].filter((t) => t.soort === 'aanvraag' && !t.gestopt);
const waits = async (who: string): Promise<WachtOpJou[]> => {
  const person = world.store.directory().persons.get(`p-${who}`);
  if (!person) throw new Error(who);
  return (await mijnWerk(world, person, world.clock.now())).view.wacht.eerste;
};
const about = (items: WachtOpJou[]) => items.filter((i) => i.soort === 'aanvraag' || i.soort === 'rugzak_vraag');
const know = (more: Partial<Region>) => world.know(directoryWith([{ ...regio, ...more }], people, undefined, 7));

describe('een aanvraag die wacht', () => {
  it('herinnert wie mag beslissen na twee werkdagen, en na vijf ook het aanspreekpunt; ieder één keer per trap [S16]', async () => {
    await vraag('500', 'ines');
    expect(await told('2022-01-12T07:59:00Z')).toEqual([]);
    expect(await told('2022-01-12T08:00:00Z')).toEqual([
      '2022-01-12T08 herinnering p-marijke',
      '2022-01-12T08 herinnering p-provinciaal',
    ]);
    // Saturday and Sunday do not count. Marijke may decide and is the contact: she hears it once.
    expect((await told('2022-01-17T08:00:00Z')).slice(2)).toEqual([
      '2022-01-17T08 escalatie p-marijke',
      '2022-01-17T08 escalatie p-provinciaal',
    ]);
    expect((await told('2022-03-01T08:00:00Z')).slice(4).map((t) => t.slice(0, 13))).toEqual([
      '2022-01-24T08',
      '2022-01-24T08',
    ]);
  });

  it('toont in de herinnering de hele aanvraag met haar knoppen, en is stil zodra er beslist is', async () => {
    const id = await vraag('2.600');
    await told('2022-01-12T08:00:00Z');
    const [card] = rungs();
    if (!card) throw new Error('no reminder');
    expect(await viewFor(world, card)).toMatchObject({
      view: 'rugzak_aanvraag',
      melding: 'herinnering',
      wacht: { sinds: '2022-01-10', tegen: '2022-01-17', teLaat: false },
      mag: ['rugzak.goedkeuren', 'rugzak.weigeren', 'rugzak.navragen', 'rugzak.tonen'],
    });
    await press('provinciaal', 'rugzak.goedkeuren', `casus-1/${id}`);
    expect(clocks()).toEqual([]);
    expect(await viewFor(world, card)).toMatchObject({ stand: 'goedgekeurd', melding: null, wacht: null });
    expect(await told('2022-03-01T08:00:00Z')).toHaveLength(1);
  });

  it('begint opnieuw te tellen als een goedkeuring teruggedraaid wordt', async () => {
    const id = await vraag('500');
    await press('ines', 'rugzak.goedkeuren', `casus-1/${id}`);
    world.clock.set(Temporal.Instant.from('2022-01-20T10:00:00Z'));
    const line = world.kept.boekingen.find((b) => b.naar === 'vastgelegd');
    await press('marijke', 'rugzak.corrigeren', `casus-1/${line?.id}`);
    expect(clocks().map((t) => t.einde.toString())).toEqual(['2022-01-27T23:00:00Z']);
    expect(await told('2022-01-24T08:00:00Z')).toEqual([
      '2022-01-24T08 herinnering p-ines',
      '2022-01-24T08 herinnering p-provinciaal',
    ]);
  });

  it('volgt de termijn en de trappen van de regio, zoals ze waren toen ze kwam', async () => {
    const { termijnen, ladder } = regio;
    know({
      termijnen: { ...termijnen, aanvraag: 'P1D' },
      ladder: { ...ladder, aanvraag: [{ na: 'P1D', soort: 'escalatie', aan: 'provinciaal' }] },
    });
    await vraag('500');
    know({});
    // Another decision about the same case starts nothing anew.
    await press('marijke', 'rugzak.start_bewaren', 'casus-1', { start: '2022-01-10' });
    expect(clocks()).toHaveLength(1);
    expect(await told('2022-03-01T08:00:00Z')).toEqual(['2022-01-11T08 escalatie p-provinciaal']);
  });

  it('houdt met de casus op: afgesloten wacht er niets meer', async () => {
    await vraag('500');
    await press('marijke', 'casus.terugkoppeling_bewaren', 'casus-1', { uitkomst: 'zorgtafel', nota: 'x' });
    await press('marijke', 'casus.afsluiting_bewaren', 'casus-1', {
      resultaat: 'bereikt',
      woont: 'thuis',
      opvolging: 'x',
    });
    expect(clocks()).toEqual([]);
    expect(about(await waits('ines'))).toEqual([]);
  });
});

describe('wie later mag beslissen', () => {
  it('krijgt wat wacht, één keer, hoe vaak er ook gekeken wordt; wie ze al had niets [S16]', async () => {
    know({ rugzak: { ...regio.rugzak, goedkeuring: { casuscoordinator: 0, provinciaal_coordinator: null } } });
    const looks = aanvraagBeat(world);
    const id = await vraag('500');
    await looks();
    const cards = () => [...world.kept.berichten.values()].filter((b) => b.soort === 'rugzak_aanvraag').map(to);
    expect(cards()).toEqual(['p-provinciaal']);
    // The limit of the coordinators goes up.
    know({});
    world.know({ ...world.store.directory(), version: 8 });
    await looks();
    await looks();
    await aanvraagBeat(world)();
    expect(cards().sort()).toEqual(['p-ines', 'p-provinciaal']);
    const card = [...world.kept.berichten.values()].find((b) => to(b) === 'p-ines');
    expect(card && (await viewFor(world, card))).toMatchObject({
      aanvraagId: id,
      mag: expect.arrayContaining(['rugzak.goedkeuren']),
    });
  });

  it('krijgt ze na het terugdraaien van een goedkeuring niet nog eens, ook wie terugdraaide niet; wie er dan bij komt wel [S16]', async () => {
    const looks = aanvraagBeat(world);
    const id = await vraag('500');
    await looks();
    await press('ines', 'rugzak.goedkeuren', `casus-1/${id}`);
    world.clock.set(Temporal.Instant.from('2022-01-12T10:00:00Z'));
    const line = world.kept.boekingen.find((b) => b.naar === 'vastgelegd');
    await press('ines', 'rugzak.corrigeren', `casus-1/${line?.id}`);
    const cards = () =>
      [...world.kept.berichten.values()]
        .filter((b) => b.soort === 'rugzak_aanvraag')
        .map((b) => `${b.onderwerp.replace(/^[^:]*:?/, '').split('-')[0]} ${to(b)}`)
        .sort();
    const before = cards();
    expect(before.filter((c) => c.startsWith('terug'))).toEqual(['terug p-marijke', 'terug p-provinciaal']);
    // Another day, and the bot started anew.
    world.clock.set(Temporal.Instant.from('2022-01-13T10:00:00Z'));
    await looks();
    await aanvraagBeat(world)();
    expect(cards()).toEqual(before);
    // The planner becomes a coordinator.
    know({
      personen: regio.personen.map((p) => (p.id === 'planner' ? { ...p, rollen: ['casuscoordinator'] } : p)),
    });
    await looks();
    await looks();
    expect(cards()).toEqual([...before, 'terug p-planner'].sort());
    const card = [...world.kept.berichten.values()].find((b) => to(b) === 'p-planner');
    expect(card && (await viewFor(world, card))).toMatchObject({ aanvraagId: id, teruggedraaid: 'Ines' });
  });

  it('krijgt ze ook als de aanvragen van een andere regio niet te lezen zijn; daar wordt het opnieuw geprobeerd [S16]', async () => {
    const other = { ...regio, code: 'ANT', personen: [] };
    know({ rugzak: { ...regio.rugzak, goedkeuring: { casuscoordinator: 0, provinciaal_coordinator: null } } });
    await vraag('500');
    world.know(directoryWith([other, regio], people, undefined, 8));
    const read: string[] = [];
    const { wachtendeAanvragen } = world.store;
    const store = {
      ...world.store,
      wachtendeAanvragen: async (code: string, limit: number) => {
        read.push(code);
        if (code === 'ANT') throw new Error('cannot be read');
        return wachtendeAanvragen(code, limit);
      },
    };
    const looks = aanvraagBeat({ ...world, store });
    await expect(looks()).rejects.toThrow('cannot be read');
    await expect(looks()).rejects.toThrow('cannot be read');
    expect(read).toEqual(['ANT', 'LIM', 'ANT']);
    const cards = [...world.kept.berichten.values()].filter((b) => b.soort === 'rugzak_aanvraag').map(to);
    expect(cards.sort()).toEqual(['p-ines', 'p-provinciaal']);
  });

  it('krijgt op een eerste dag niets voor negen uur [P2]', async () => {
    know({
      personen: regio.personen.map((p) => (p.id === 'ines' ? { ...p, van: '2022-01-11' } : p)),
    });
    const looks = aanvraagBeat(world);
    await vraag('500');
    const cards = () => [...world.kept.berichten.values()].filter((b) => b.soort === 'rugzak_aanvraag').map(to);
    for (const [time, to] of [
      ['2022-01-10T12:00:00Z', ['p-provinciaal']],
      ['2022-01-10T23:00:00Z', ['p-provinciaal']],
      ['2022-01-11T07:59:00Z', ['p-provinciaal']],
      ['2022-01-11T08:00:00Z', ['p-provinciaal', 'p-ines']],
    ] as const) {
      world.clock.set(Temporal.Instant.from(time));
      await looks();
      expect(cards(), time).toEqual(to);
    }
  });

  it('is in de herinnering wie het op dat ogenblik mag; mag niemand het, dan hoort de provincie het', async () => {
    await vraag('500');
    know({ rugzak: { ...regio.rugzak, goedkeuring: { casuscoordinator: 0, provinciaal_coordinator: 0 } } });
    expect(await told('2022-01-12T08:00:00Z')).toEqual(['2022-01-12T08 herinnering p-provinciaal']);
    know({});
    expect((await told('2022-01-17T08:00:00Z')).slice(1)).toEqual([
      '2022-01-17T08 escalatie p-ines',
      '2022-01-17T08 escalatie p-provinciaal',
      '2022-01-17T08 escalatie p-marijke',
    ]);
  });
});

describe('in Mijn werk', () => {
  it('wacht een aanvraag op wie mag beslissen, en op niemand anders', async () => {
    const small = await vraag('500');
    const large = await vraag('2.600');
    const item = (id: string, cents: number, teLaat = false) => ({
      ...{ soort: 'aanvraag', subject: `casus-1/${id}`, referentie: 'LIM-2022-0001', door: 'Marijke', cents },
      ...{ tegen: '2022-01-17', teLaat },
    });
    expect(about(await waits('ines'))).toEqual([item(small, 50_000)]);
    expect(about(await waits('provinciaal'))).toEqual([item(small, 50_000), item(large, 260_000)]);
    for (const who of ['marijke', 'melder', 'expert', 'planner']) expect(about(await waits(who))).toEqual([]);
    // It says so when it becomes late.
    const ines = world.store.directory().persons.get('p-ines');
    if (!ines) throw new Error('no ines');
    expect((await mijnWerk(world, ines, Temporal.Instant.from('2022-01-17T20:00:00Z'))).verandert?.toString()).toBe(
      '2022-01-17T23:00:00Z',
    );
    world.clock.set(Temporal.Instant.from('2022-01-18T08:00:00Z'));
    expect(about(await waits('ines'))).toEqual([item(small, 50_000, true)]);
    await press('ines', 'rugzak.goedkeuren', `casus-1/${small}`);
    expect(about(await waits('ines'))).toEqual([]);
  });

  it('staat wat iemand mag beslissen ook als er veel ouder is boven haar mandaat [S16]', async () => {
    const small = await vraag('500');
    const [line, clock] = [world.kept.boekingen[0], clocks()[0]];
    if (!line || !clock) throw new Error('no request');
    for (let n = 0; n < 45; n++) {
      world.kept.boekingen.push({ ...line, id: `b-${n}`, aanvraagId: `groot-${n}`, cents: 300_000, door: 'p-vreemde' });
      const start = clock.start.subtract({ hours: 1 });
      world.kept.termijnen.set(`t-${n}`, { ...clock, id: `t-${n}`, over: `groot-${n}`, start });
    }
    expect(about(await waits('ines'))).toMatchObject([{ subject: `casus-1/${small}` }]);
    expect(await press('ines', 'rugzak.lijst', '')).toMatchObject({ beslissen: { eerste: { length: 1 }, nogMeer: 0 } });
  });

  it('wacht een vraag op wie aanvroeg en op het aanspreekpunt; wie vroeg wacht zelf', async () => {
    const id = await vraag('2.600', 'ines');
    await press('provinciaal', 'rugzak.vraag_bewaren', `casus-1/${id}`, { vraag: 'Tot wanneer?' });
    const question = { soort: 'rugzak_vraag', referentie: 'LIM-2022-0001', door: 'Provinciaal' };
    for (const who of ['ines', 'marijke']) expect(about(await waits(who))).toMatchObject([question]);
    expect(about(await waits('provinciaal'))).toEqual([]);
    const [item] = about(await waits('ines'));
    await press('ines', 'rugzak.antwoord_bewaren', item?.soort === 'rugzak_vraag' ? item.subject : '', {
      antwoord: 'x',
    });
    for (const who of ['ines', 'marijke']) expect(about(await waits(who))).toEqual([]);
    expect(about(await waits('provinciaal'))).toMatchObject([{ soort: 'aanvraag' }]);
  });

  it('staat hetzelfde boven aan de lijst van rugzakken, met het jaarbudget voor wie erover waakt [B8]', async () => {
    const id = await vraag('500');
    expect(await press('provinciaal', 'rugzak.lijst', '')).toMatchObject({
      view: 'rugzak_lijst',
      casussen: [],
      beslissen: { eerste: [{ subject: `casus-1/${id}`, cents: 50_000 }], nogMeer: 0 },
      jaarbudget: 'LIM',
    });
    expect(await press('melder', 'rugzak.lijst', '')).toMatchObject({ beslissen: { eerste: [] }, jaarbudget: null });
  });
});
