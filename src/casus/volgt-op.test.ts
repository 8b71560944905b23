import { describe, expect, it } from 'vitest';
import { deliver } from '../berichten/deliver.ts';
import type { Values } from '../intent.ts';
import * as play from '../play.fixture.ts';
import type { Region } from '../regio/region.ts';
import { mijnWerk } from '../werk/mijn-werk.ts';
import { directoryWith, type MemoryWorld, memoryWorld, people, regio } from '../world.fixture.ts';
import { beat } from './beat.ts';
import { klok, put, wachtend } from './casus.fixture.ts';
import type { Casus } from './casus.ts';

/** Until yesterday in the team. */
const zonder = (...ids: string[]): Region => ({
  ...regio,
  personen: regio.personen.map((p) => (ids.includes(p.id) ? { ...p, tot: '2022-01-09' } : p)),
});

const press = async (world: MemoryWorld, who: string, action: string, subject = 'casus-1', values: Values = {}) =>
  play.viewOf(await play.press(world, who, action, subject, values));
const list = async (world: MemoryWorld, who: string) => play.viewOf(await play.type(world, who, '/casus'));

async function left(more: Partial<Casus> = {}, region = zonder('marijke')): Promise<MemoryWorld> {
  const world = memoryWorld(directoryWith([region]));
  await put(world, { ...wachtend, stand: 'opgenomen', ...more });
  return world;
}
/** Something the team has to know, and what became of it. */
async function comesIn(world: MemoryWorld, wat: 'termijn' | 'aanvulling'): Promise<void> {
  world.kept.berichten.clear();
  if (wat === 'aanvulling')
    await press(world, 'melder', 'aanmelding.aanvulling_bewaren', 'casus-1', { aanvulling: 'Mama is verdwenen.' });
  else {
    world.clock.set(world.clock.now().add({ hours: 12 }));
    await beat(world);
  }
  // What is told because of it, too.
  for (let n = 0; n < 3; n++)
    for (const b of [...world.kept.berichten.values()]) if (b.stand === 'wacht') await deliver(world, b.id);
}
const outbox = (world: MemoryWorld) =>
  [...world.kept.berichten.values()].flatMap((b) =>
    'persoon' in b.aan && b.aan.persoon !== 'p-melder' ? `${b.aan.persoon} ${b.stand}` : [],
  );
const told = (world: MemoryWorld, onderwerp: string) =>
  [...world.kept.berichten.values()].flatMap((b) =>
    b.onderwerp === onderwerp && 'persoon' in b.aan ? b.aan.persoon : [],
  );
const waits = async (world: MemoryWorld, id: string) => {
  const person = people.find((p) => p.id === id);
  if (!person) throw new Error(id);
  return (await mijnWerk(world, person, world.clock.now())).view.wacht.eerste;
};

describe('een casus waarvan het aanspreekpunt het team verliet [A3, S7]', () => {
  it('brengt wat binnenkomt bij de coördinatoren van de regio, met de knop om over te dragen', async () => {
    const world = await left();
    await press(world, 'melder', 'aanmelding.aanvulling_bewaren', 'casus-1', { aanvulling: 'Mama is verdwenen.' });
    expect(told(world, 'aangevuld')).toEqual(['p-ines']);
    for (const b of [...world.kept.berichten.values()]) await deliver(world, b.id);
    const shown = [...(world.chats.get('groen')?.shown.values() ?? [])].find((s) => s.to === 'adres-groen-ines');
    expect(shown?.view).toMatchObject({
      tekst: 'Mama is verdwenen.',
      zonderAanspreekpunt: 'Marijke',
      mag: ['casus.overdragen', 'casus.tonen'],
    });
  });

  it('noemt de aanmelder niet meer wie weg is: het team, tot er een nieuw aanspreekpunt is', async () => {
    const world = await left();
    const added = await press(world, 'melder', 'aanmelding.aanvulling_bewaren', 'casus-1', { aanvulling: 'Nieuws.' });
    expect(added).toMatchObject({ view: 'bewaard', aanspreekpunt: 'Het team van Limburg' });
    const status = () => press(world, 'melder', 'aanmelding.tonen');
    expect(await status()).toMatchObject({ opgenomenDoor: 'Het team van Limburg' });
    await press(world, 'ines', 'casus.overdracht_bewaren', 'casus-1', { naar: 'p-ines', nota: '' });
    expect(await status()).toMatchObject({ opgenomenDoor: 'Ines' });
  });

  it.each(['termijn', 'aanvulling'] as const)(
    'zegt wie de regio beheert dat niemand ze opvolgt als er ook geen coördinator meer is: %s [A3, C4, S7]',
    async (wat) => {
      const world = await left({}, zonder('marijke', 'ines', 'provinciaal'));
      await comesIn(world, wat);
      expect(outbox(world)).toEqual(['p-marijke mislukt', 'p-planner verzonden']);
      const shown = [...(world.chats.get('groen')?.shown.values() ?? [])].find((s) => s.to === 'adres-groen-planner');
      expect(shown?.view).toMatchObject({ soort: 'bericht_niet_bezorgd', volgtNiemandOp: true, tekst: null, mag: [] });
    },
  );

  it.each(['termijn', 'aanvulling'] as const)(
    'telt als niet bezorgd waar ook geen beheerder is, zodat wie de bot draait het ziet: %s',
    async (wat) => {
      const world = await left({}, zonder('marijke', 'ines', 'provinciaal', 'planner'));
      await comesIn(world, wat);
      expect(outbox(world)).toEqual(['p-marijke mislukt']);
      expect(await world.outbox.deadCount()).toBe(1);
    },
  );

  it('laat een aanmelding die nog wacht niet van de ene naar de andere gaan die weg is', async () => {
    const world = await left({ stand: 'aangemeld' }, zonder('marijke', 'ines', 'provinciaal'));
    await comesIn(world, 'aanvulling');
    expect(world.kept.casussen.get('casus-1')?.aanspreekpunt).toBe('p-marijke');
    expect(outbox(world)).toEqual(['p-marijke mislukt', 'p-planner verzonden']);
  });

  it('laat alles waar het is zolang het aanspreekpunt in het team zit', async () => {
    const world = await left({}, regio);
    await press(world, 'melder', 'aanmelding.aanvulling_bewaren', 'casus-1', { aanvulling: 'Nieuws.' });
    expect(told(world, 'aangevuld')).toEqual(['p-marijke']);
    expect(await waits(world, 'p-ines')).toEqual([]);
    expect(await list(world, 'ines')).toMatchObject({ zonder: [] });
  });

  it('staat bij elke coördinator in Mijn werk en in /casus, tot iemand ze overneemt; bij een ander niet', async () => {
    const world = await left();
    expect(await waits(world, 'p-ines')).toEqual([
      { soort: 'zonder_aanspreekpunt', subject: 'casus-1', referentie: 'LIM-2022-0001', was: 'Marijke' },
    ]);
    expect(await list(world, 'ines')).toMatchObject({ zonder: [{ referentie: 'LIM-2022-0001', rol: 'zonder' }] });
    for (const who of ['marijke', 'expert', 'vreemde']) {
      expect(await waits(world, `p-${who}`), who).toEqual([]);
      expect(await list(world, who), who).toMatchObject({ zonder: [] });
    }
    await press(world, 'ines', 'casus.overdracht_bewaren', 'casus-1', { naar: 'p-ines', nota: '' });
    expect(world.kept.refreshed).toContain('team/LIM');
    expect(await waits(world, 'p-ines')).toEqual([]);
    expect(await list(world, 'ines')).toMatchObject({ zonder: [], mijn: [{ rol: 'aanspreekpunt' }] });
  });

  it('zegt wie iets anders wil doen dat de casus eerst overgedragen moet worden', async () => {
    const world = await left();
    expect(await press(world, 'ines', 'casus.terugkoppelen')).toMatchObject({
      refusal: { kind: 'eerst_overdragen', was: 'Marijke' },
    });
  });

  it('laat ook een trap voor één persoon die niet meer op de casus is niet stilvallen', async () => {
    const world = await left();
    const rung = { op: world.clock.now(), soort: 'herinnering', aan: 'persoon:p-vreemde' } as const;
    await world.store.commit({
      termijnen: [{ ...klok, id: 'actie', soort: 'actie', over: 'a', ladder: [rung], volgende: rung.op }],
      audit: [],
    });
    await beat(world);
    expect(told(world, 'actie:herinnering:persoon=p-vreemde:a')).toEqual(['p-ines']);
  });
});

describe('een casus waarvan de enige coördinator het team verliet [A3, C4, S7]', () => {
  const alleen = () => left({}, zonder('marijke', 'ines'));

  it('komt bij wie over de regio waakt: wat binnenkomt, wat te laat is, Mijn werk en /casus', async () => {
    const world = await alleen();
    await press(world, 'melder', 'aanmelding.aanvulling_bewaren', 'casus-1', { aanvulling: 'Mama is verdwenen.' });
    expect(told(world, 'aangevuld')).toEqual(['p-provinciaal']);
    const at = world.clock.now();
    const ladder = (['aanspreekpunt', 'coordinatoren'] as const).map((aan) => ({
      op: at,
      soort: 'escalatie' as const,
      aan,
    }));
    await world.store.commit({ termijnen: [{ ...klok, id: 'k', ladder, volgende: at }], audit: [] });
    await beat(world);
    expect(told(world, 'terugkoppeling:escalatie:aanspreekpunt')).toEqual(['p-provinciaal']);
    for (const b of [...world.kept.berichten.values()]) await deliver(world, b.id);
    const shown = [...(world.chats.get('groen')?.shown.values() ?? [])].filter(
      (s) => s.to === 'adres-groen-provinciaal',
    );
    expect(shown.map((s) => s.view)).toContainEqual(
      expect.objectContaining({ tekst: 'Mama is verdwenen.', mag: ['casus.overdragen', 'casus.tonen'] }),
    );
    expect(shown.map((s) => s.view.view)).toContain('termijn');
    expect(await waits(world, 'p-provinciaal')).toMatchObject([{ soort: 'zonder_aanspreekpunt', was: 'Marijke' }]);
    expect(await list(world, 'provinciaal')).toMatchObject({ zonder: [{ referentie: 'LIM-2022-0001' }] });
    for (const who of ['marijke', 'ines', 'expert', 'planner']) expect(await waits(world, `p-${who}`), who).toEqual([]);
  });

  it('neemt die over, en dan is alles weer van het aanspreekpunt', async () => {
    const world = await alleen();
    expect(await press(world, 'provinciaal', 'casus.overdragen')).toMatchObject({
      keuzes: [{ value: 'p-provinciaal' }],
    });
    await press(world, 'provinciaal', 'casus.overdracht_bewaren', 'casus-1', { naar: 'p-provinciaal', nota: '' });
    expect(world.kept.casussen.get('casus-1')).toMatchObject({ aanspreekpunt: 'p-provinciaal' });
    expect(await waits(world, 'p-provinciaal')).toEqual([]);
    expect(await press(world, 'provinciaal', 'casus.terugkoppelen')).toMatchObject({ formulier: 'terugkoppeling' });
  });

  it('opent niets voor wie over de regio waakt zolang er een coördinator of een aanspreekpunt is', async () => {
    const withInes = await left();
    const ofInes = await left({ aanspreekpunt: 'p-provinciaal' }, zonder('marijke', 'ines'));
    expect(await press(withInes, 'provinciaal', 'casus.overdragen')).toMatchObject({
      refusal: { kind: 'niet_gevonden' },
    });
    expect(await waits(withInes, 'p-provinciaal')).toEqual([]);
    expect(await waits(ofInes, 'p-provinciaal')).toEqual([]);
  });
});

describe('overdragen als er geen andere coördinator is', () => {
  it('kan aan wie over de regio waakt [C4]', async () => {
    const world = await left({ aanspreekpunt: 'p-ines' });
    expect(await press(world, 'ines', 'casus.overdragen')).toMatchObject({ keuzes: [{ value: 'p-provinciaal' }] });
    await press(world, 'ines', 'casus.overdracht_bewaren', 'casus-1', { naar: 'p-provinciaal', nota: '' });
    expect(world.kept.casussen.get('casus-1')).toMatchObject({ aanspreekpunt: 'p-provinciaal' });
  });

  it('zegt anders meteen wat te doen, in plaats van een formulier zonder keuze', async () => {
    const world = await left({ aanspreekpunt: 'p-ines' }, zonder('marijke', 'provinciaal'));
    expect(await press(world, 'ines', 'casus.overdragen')).toMatchObject({
      refusal: { kind: 'niemand_om_over_te_dragen' },
    });
  });
});

describe('wat iedereen op de casus hoort [C3, A3]', () => {
  const tafel = { stand: 'opgenomen', betrokkenen: ['p-expert', 'p-vreemde'] } as const;

  it('is wie het nieuwe aanspreekpunt is', async () => {
    const world = await left(tafel, regio);
    await press(world, 'marijke', 'casus.overdracht_bewaren', 'casus-1', { naar: 'p-ines', nota: '' });
    expect(told(world, 'nieuw_aanspreekpunt')).toEqual(['p-melder', 'p-expert', 'p-vreemde']);
  });

  it('is dat de aanmelding ingetrokken werd; waarom lezen enkel aanmelder en team [S8]', async () => {
    const world = await left(tafel, regio);
    await press(world, 'melder', 'aanmelding.intrekking_bevestigen', 'casus-1', { reden: 'Geheim.' });
    expect(told(world, 'ingetrokken')).toEqual(['p-marijke', 'p-expert', 'p-vreemde']);
    for (const b of [...world.kept.berichten.values()]) await deliver(world, b.id);
    const shown = [...(world.chats.get('groen')?.shown.values() ?? [])];
    const to = (id: string) => shown.filter((s) => s.to === `adres-groen-${id}` && s.view.view === 'mededeling');
    expect(to('marijke')[0]?.view).toMatchObject({ tekst: 'Geheim.' });
    expect(to('expert')[0]?.view).toMatchObject({ soort: 'ingetrokken', tekst: null, mag: [] });
  });
});
