import { describe, expect, it } from 'vitest';
import { viewFor } from '../berichten/view-for.ts';
import { handle } from '../bot.ts';
import { put, wachtend } from '../casus/casus.fixture.ts';
import type { Values } from '../intent.ts';
import { type MemoryWorld, memoryWorld, monday } from '../world.fixture.ts';
import type { Boeking } from './boeking.ts';
import { overzichtNu } from './regio-view.ts';
import { rugzak } from './rugzak.fixture.ts';
import type { Aanvraag } from './rugzak.ts';

const request = (id: string, door: string, stand: Aanvraag['stand']): Aanvraag => ({
  id,
  categorie: 'begeleiding',
  doel: 'x',
  aanbieder: 'CKG Molenberg',
  cents: 50_000,
  van: '2022-01-17',
  tot: '2022-03-31',
  waaromNietRegulier: 'x',
  door,
  op: monday,
  stand,
  beslissing: null,
});
const line = (aanvraagId: string, naar: Boeking['naar']): Boeking => ({
  id: `b-${aanvraagId}-${naar}`,
  casusId: 'casus-1',
  aanvraagId,
  factuurId: null,
  van: naar === 'aangevraagd' ? null : 'aangevraagd',
  naar,
  categorie: 'begeleiding',
  cents: 50_000,
  jaar: 2022,
  door: 'p-marijke',
  op: monday,
  datum: '2022-01-10',
  corrigeert: null,
});

/** A case that Marijke answered, with an approved request, one of hers that waits and one of Ines. */
async function open(): Promise<MemoryWorld> {
  const world = memoryWorld();
  const casus = await put(world, { ...wachtend, stand: 'teruggekoppeld', uitkomst: 'zorgtafel' });
  await world.store.commit({
    casus: { next: { ...casus, versie: 2 }, was: 1 },
    rugzak: {
      next: {
        ...rugzak,
        aanvragen: [
          request('a-1', 'p-marijke', 'goedgekeurd'),
          request('a-2', 'p-marijke', 'aangevraagd'),
          request('a-3', 'p-ines', 'aangevraagd'),
        ],
      },
      regio: 'LIM',
      boekingen: [
        line('a-1', 'aangevraagd'),
        line('a-1', 'vastgelegd'),
        line('a-2', 'aangevraagd'),
        line('a-3', 'aangevraagd'),
      ],
      budget: new Map(),
    },
    audit: [],
  });
  return world;
}
let counter = 0;
const press = (world: MemoryWorld, who: string, action: string, subject = 'casus-1', values: Values = {}) =>
  handle(world, {
    delivery: `d-${++counter}`,
    at: world.clock.now(),
    account: { platform: 'groen', ref: `groen-${who}`, address: `adres-groen-${who}` },
    place: 'private',
    input: { kind: 'action', from: 'card', action, subject, values },
  });
const close = (world: MemoryWorld) =>
  press(world, 'marijke', 'casus.afsluiting_bewaren', 'casus-1', {
    resultaat: 'bereikt',
    woont: 'thuis',
    opvolging: 'Lokaal team',
  });
const standen = (world: MemoryWorld) => world.kept.rugzakken.get('casus-1')?.aanvragen.map((a) => a.stand);
const told = (world: MemoryWorld) =>
  [...world.kept.berichten.values()].filter((b) => b.onderwerp === 'aanvraag_ingetrokken');
const asked = async (world: MemoryWorld) => {
  const region = world.store.directory().regions.get('LIM');
  if (!region) throw new Error('no region');
  const { aangevraagd, gebonden } = await overzichtNu(world.store, region, 2022, monday);
  return { aangevraagd, gebonden };
};

describe('een casus met een rugzak die eindigt [B8]', () => {
  it('trekt bij het afsluiten in wat nog wacht, één keer, en zegt het wie aanvroeg; wat goedgekeurd is blijft', async () => {
    const world = await open();
    expect(await asked(world)).toEqual({ aangevraagd: 100_000, gebonden: 50_000 });
    await close(world);
    await close(world);
    expect(standen(world)).toEqual(['goedgekeurd', 'ingetrokken', 'ingetrokken']);
    expect(await asked(world)).toEqual({ aangevraagd: 0, gebonden: 50_000 });
    // Who did it needs no message; of a closed case this one still says what it says.
    expect(told(world).map((b) => b.aan)).toEqual([{ persoon: 'p-ines' }]);
    const [message] = told(world);
    expect(message && (await viewFor(world, message))).toMatchObject({
      view: 'mededeling',
      soort: 'aanvraag_ingetrokken',
    });
    // Reopened, they are asked for anew.
    await press(world, 'marijke', 'casus.heropenen');
    expect(standen(world)).toEqual(['goedgekeurd', 'ingetrokken', 'ingetrokken']);
  });

  it('doet hetzelfde als de aanmelder intrekt, en laat het team nog aan de rugzak', async () => {
    const world = await open();
    await press(world, 'melder', 'aanmelding.intrekking_bevestigen', 'casus-1', { reden: 'Verhuisd.' });
    expect(world.kept.casussen.get('casus-1')?.stand).toBe('ingetrokken');
    expect(standen(world)).toEqual(['goedgekeurd', 'ingetrokken', 'ingetrokken']);
    expect(
      told(world)
        .map((b) => ('persoon' in b.aan ? b.aan.persoon : ''))
        .sort(),
    ).toEqual(['p-ines', 'p-marijke']);
    const card = await press(world, 'marijke', 'casus.tonen');
    expect(card.kind !== 'nothing' && card.view).toMatchObject({ mag: expect.arrayContaining(['rugzak.tonen']) });
  });

  it('noemt op het formulier wat er niet af is, en brengt na het einde niets terug in de rij', async () => {
    const world = await open();
    const geld = { aangevraagd: 100_000, vastgelegd: 50_000, gefactureerd: 0, verblijf: false };
    expect(await press(world, 'marijke', 'casus.afsluiten')).toMatchObject({ kind: 'form', view: { geld } });
    expect(await press(world, 'marijke', 'casus.afsluiting_bewaren')).toMatchObject({ kind: 'form', view: { geld } });
    await close(world);
    expect(await press(world, 'marijke', 'rugzak.corrigeren', 'casus-1/b-a-1-vastgelegd')).toMatchObject({
      view: { refusal: { kind: 'al_afgesloten' } },
    });
    await press(world, 'marijke', 'rugzak.vrijgeven', 'casus-1/a-1');
    expect(await asked(world)).toEqual({ aangevraagd: 0, gebonden: 0 });
  });
});
