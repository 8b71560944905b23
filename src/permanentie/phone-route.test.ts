import { describe, expect, it } from 'vitest';
import { voorbeeldPaginas } from '../aanmelding/aanmelding.fixture.ts';
import { handle } from '../bot.ts';
import { aanmeldingStatusView } from '../casus/casus-views.ts';
import { see } from '../casus/see.ts';
import { brussels as at, send as press } from '../play.fixture.ts';
import { directoryWith, holidays, type MemoryWorld, memoryWorld, regio } from '../world.fixture.ts';
import { botsing } from './botsing.ts';
import { dutiesOn } from './on-duty.ts';
import { partsOf } from './save-changes.ts';
import { toewijzing } from './toewijzing.ts';

const monday = '2022-01-10';
/** Monday afternoon: a phone answers, Marijke follows up what comes in. */
const AFTERNOON = '14:00-17:00';
const subject = `LIM/${monday}/14:00`;

const thursday = () => memoryWorld(directoryWith([regio]), at('2022-01-06T10:00'));
const region = (world: MemoryWorld) => {
  const found = world.store.directory().regions.get('LIM');
  if (!found) throw new Error('no region');
  return found;
};
const afternoon = (world: MemoryWorld) => partsOf({ world }, region(world), monday).find((p) => p.van === '14:00');
const owner = (world: MemoryWorld) =>
  toewijzing(region(world), world.store.directory(), holidays, at(`${monday}T15:00`))?.persoon.id;
const away = (world: MemoryWorld, vraag: string) =>
  press(world, 'marijke', 'rooster.bewaren', `LIM/${monday}/afwezig`, { dagdeel: [AFTERNOON], vraag });

describe('wie een telefoonroute opvolgt', () => {
  it('kan er niet zijn: wie overneemt, krijgt wat binnenkomt, en de telefoon blijft opnemen [P1, P4]', async () => {
    const world = thursday();
    const form = await press(world, 'marijke', 'rooster.dag', 'LIM', { datum: monday, wat: 'afwezig' });
    expect(form).toMatchObject({
      view: {
        dagdelen: [
          { value: '09:00-12:00' },
          { value: AFTERNOON, label: '14:00–17:00 Marijke (volgt de telefoonroute op)' },
        ],
      },
    });
    expect(await away(world, 'iedereen')).toMatchObject({ kind: 'answer' });
    expect(afternoon(world)).toMatchObject({ wie: null, route: true });
    // Until then it is a gap: what comes in waits for the next, not for who is away.
    expect(owner(world)).toBe('p-ines');
    expect(await press(world, 'ines', 'rooster.overnemen', subject)).toMatchObject({ kind: 'answer' });
    expect(afternoon(world)).toMatchObject({ wie: regio.routes[0]?.naam, personId: 'p-ines', route: true });
    expect(owner(world)).toBe('p-ines');
    expect(dutiesOn(region(world), holidays, monday)[1]).toMatchObject({ kind: 'route', eigenaar: 'ines' });
    expect(await press(world, 'marijke', 'rooster.overnemen', subject)).toMatchObject({
      view: { refusal: { kind: 'al_ingevuld', door: 'Ines' } },
    });
  });

  it('laat wie belt ondertussen lezen welk nummer wel opneemt [P1, P2]', async () => {
    const world = thursday();
    await away(world, 'planners');
    world.clock.set(at(`${monday}T15:00`));
    const asked = await handle(world, {
      delivery: 'wie',
      at: world.clock.now(),
      account: { platform: 'groen', ref: 'groen-melder', address: 'adres-groen-melder' },
      place: 'private',
      input: { kind: 'command', text: 'permanentie' },
    });
    expect(asked).toMatchObject({
      view: {
        view: 'permanentie',
        nu: null,
        route: { telefoon: '011 30 31 40', tot: at(`${monday}T17:00`).toString() },
      },
    });
  });

  it('laat ook wie aanmeldt dat nummer lezen, vooraf en nadien, tot de telefoon stopt [P1, P2]', async () => {
    const world = thursday();
    await away(world, 'planners');
    world.clock.set(at(`${monday}T15:00`));
    const route = { telefoon: '011 30 31 40', tot: at(`${monday}T17:00`).toString() };
    const start = await handle(world, {
      delivery: 'aanmelding',
      at: world.clock.now(),
      account: { platform: 'groen', ref: 'groen-melder', address: 'adres-groen-melder' },
      place: 'private',
      input: { kind: 'command', text: 'aanmelding' },
    });
    const draft = 'view' in start && start.view.view === 'aanmelding_pagina' ? start.view.draftId : '';
    for (const [n, values] of voorbeeldPaginas.entries())
      await press(world, 'melder', 'aanmelding.verder', `${draft}/${n + 1}`, values);
    expect(await press(world, 'melder', 'aanmelding.verder', `${draft}/4`)).toMatchObject({
      view: { view: 'aanmelding_controle', naar: { naam: 'Ines', nuVanWacht: false, route } },
    });
    await press(world, 'melder', 'aanmelding.versturen', draft);
    const status = async () => {
      const casus = await world.store.casusById(draft);
      const seen = casus && (await see(world, casus, 'p-melder', world.clock.now()));
      return seen && aanmeldingStatusView(seen).ontvangst;
    };
    expect(await status()).toMatchObject({ nuVanWacht: false, route });
    world.clock.set(at(`${monday}T17:00`));
    expect(await status()).toMatchObject({ route: null });
  });

  it('kan één collega vragen, en vervangen worden; ongedaan maken geeft alles terug [P1, P4]', async () => {
    const world = thursday();
    await away(world, 'aan:ines');
    const [id] = world.kept.verzoeken.keys();
    await press(world, 'ines', 'rooster.aanvaarden', `LIM/verzoek/${id}`);
    expect([owner(world), afternoon(world)?.route]).toEqual(['p-ines', true]);
    const values = { dagdeel: AFTERNOON, wie: 'marijke' };
    await press(world, 'planner', 'rooster.bewaren', `LIM/${monday}/vervangen`, values);
    expect([owner(world), afternoon(world)?.route]).toEqual(['p-marijke', true]);
    for (const { id: change } of region(world).uitzonderingen ?? [])
      await press(world, 'planner', 'rooster.ongedaan', `LIM/${change}`);
    expect(partsOf({ world }, region(world), monday)).toEqual(partsOf({ world }, regio, monday));
  });

  it('valt op als het rooster er geen telefoon meer heeft [P4]', async () => {
    const world = thursday();
    await press(world, 'planner', 'rooster.bewaren', `LIM/${monday}/vervangen`, { dagdeel: AFTERNOON, wie: 'ines' });
    const [change] = region(world).uitzonderingen ?? [];
    if (!change) throw new Error('nothing changed');
    expect(change.wat).toEqual({ kind: 'eigenaar', persoon: 'ines' });
    expect(botsing(region(world), holidays, change)).toBeNull();
    const without = { ...region(world), permanentie: [], uitzonderingen: [change] };
    expect(botsing(without, holidays, change)).toMatchObject({ reden: 'dagdeel_weg' });
    expect(dutiesOn(without, holidays, monday)).toEqual([]);
  });
});
