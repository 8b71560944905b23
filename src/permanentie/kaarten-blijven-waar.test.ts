import { describe, expect, it } from 'vitest';
import { deliver, refresh } from '../berichten/deliver.ts';
import { klok, put, wachtend } from '../casus/casus.fixture.ts';
import { brussels as at, send as press } from '../play.fixture.ts';
import type { Region } from '../regio/region.ts';
import { werkBeat } from '../werk/werk-beat.ts';
import { directoryWith, type MemoryWorld, memoryWorld, regio } from '../world.fixture.ts';
import { roosterBeat } from './rooster-beat.ts';

const DAY = '2022-01-10';
const NINE = `LIM/${DAY}/09:00`;

async function startedAt(wall: string, region: Region = regio): Promise<MemoryWorld> {
  const world = memoryWorld(directoryWith([region]), at(wall));
  await roosterBeat(world);
  return world;
}

/** The bot looks at the time, tells what is due and brings up to date what changed by itself. */
async function turnTo(world: MemoryWorld, wall: string): Promise<void> {
  world.clock.set(at(wall));
  await roosterBeat(world);
  await werkBeat(world);
  for (const { id, stand } of world.kept.berichten.values()) if (stand === 'wacht') await deliver(world, id);
  for (const subject of world.kept.refreshed.splice(0)) await refresh(world, subject);
}

/** Somebody chooses who does a day part: straight from the card, then the form. */
async function replace(world: MemoryWorld, who: string, van: string, tot: string, wie: string) {
  const form = await press(world, who, 'rooster.wijzigen', `LIM/${DAY}/vervangen/${van}`);
  if (form.kind !== 'form' || form.view.view !== 'rooster_wijziging') throw new Error(JSON.stringify(form));
  const { regioCode, datum, wat, gezien } = form.view;
  return press(world, who, 'rooster.bewaren', `${regioCode}/${datum}/${wat}/${gezien}`, {
    dagdeel: `${van}-${tot}`,
    wie,
  });
}

/** What stands at somebody now, of one kind. */
const shown = (world: MemoryWorld, soort: string, who: string) =>
  [...(world.chats.get('groen')?.shown.values() ?? [])].flatMap(({ to, view }) =>
    to === `adres-groen-${who}` && view.view === soort ? [view] : [],
  );

describe('wat met een herinnering overgedragen wordt', () => {
  it('is ook wat bij een collega nog geen terugkoppeling kreeg, en dat eerst [P7, A2]', async () => {
    const world = await startedAt('2022-01-10T12:00');
    await put(world, { ...wachtend, stand: 'opgenomen', aanspreekpunt: 'p-marijke' });
    await turnTo(world, '2022-01-11T08:50');
    expect(shown(world, 'dienst', 'ines').at(-1)).toMatchObject({
      casussen: [{ referentie: 'LIM-2022-0001', stand: 'opgenomen', aanspreekpunt: 'Marijke', verstreken: false }],
    });
    await turnTo(world, '2022-01-11T10:30');
    await refresh(world, 'LIM/2022-01-11/09:00');
    expect(shown(world, 'dienst', 'ines').at(-1)).toMatchObject({ begonnen: true, casussen: [{ verstreken: true }] });
  });

  it('zegt dat er nog andere zijn, en eigen casussen verdringen niet wat wacht [P7]', async () => {
    const world = await startedAt('2022-01-10T12:00');
    const many = Array.from({ length: 11 }, (_, n) => ({
      ...wachtend,
      id: `casus-${n}`,
      stand: 'opgenomen' as const,
      aanspreekpunt: 'p-ines',
    }));
    for (const casus of many)
      await put(world, casus, { ...klok, id: `termijn-${casus.id}`, einde: klok.einde.add({ hours: 1 }) });
    await put(world, { ...wachtend, id: 'casus-wacht' }, { ...klok, id: 'termijn-wacht' });
    await turnTo(world, '2022-01-11T08:50');
    const view = shown(world, 'dienst', 'ines').at(-1);
    if (view?.view !== 'dienst') throw new Error('nothing is shown');
    expect(view.casussen).toHaveLength(10);
    expect(view.casussen[0]).toMatchObject({ rol: 'wachtend' });
    expect(view.casussenMeer).toBe(true);
  });
});

describe('een kaart over een dagdeel', () => {
  it('van wie niet bevestigde zegt dat het opgelost is zodra iemand anders het doet; die krijgt evenveel tijd [P4, P7]', async () => {
    const world = await startedAt('2022-01-10T08:40');
    await turnTo(world, '2022-01-10T08:45');
    await turnTo(world, '2022-01-10T09:15');
    expect(shown(world, 'dienst_onbevestigd', 'planner')).toMatchObject([{ wie: 'Marijke', vervangen: false }]);
    world.clock.set(at('2022-01-10T09:25'));
    await replace(world, 'planner', '09:00', '12:00', 'ines');
    await turnTo(world, '2022-01-10T09:26');
    expect(shown(world, 'dienst_onbevestigd', 'planner')).toMatchObject([{ wie: 'Ines', vervangen: true }]);
    await turnTo(world, '2022-01-10T09:41');
    expect(shown(world, 'dienst_onbevestigd', 'planner')).toMatchObject([
      { vervangen: true },
      { wie: 'Ines', vervangen: false },
    ]);
    await press(world, 'ines', 'permanentie.aanwezig', NINE);
    await turnTo(world, '2022-01-10T09:42');
    expect(shown(world, 'dienst_onbevestigd', 'planner')).toMatchObject([
      { vervangen: true },
      { bevestigd: { door: 'Ines' } },
    ]);
  });

  it('zegt wie het wijzigde waarvoor ze kwam, ook als een collega die dag nadien iets anders wijzigt [P4]', async () => {
    const world = await startedAt('2022-01-09T10:00');
    await replace(world, 'planner', '09:00', '12:00', 'ines');
    await turnTo(world, '2022-01-09T11:00');
    await replace(world, 'ines', '14:00', '17:00', 'ines');
    await turnTo(world, '2022-01-09T11:01');
    await refresh(world, `LIM/${DAY}`);
    expect(shown(world, 'rooster_gewijzigd', 'marijke')).toMatchObject([
      { door: 'Planner', op: at('2022-01-09T10:00').toString() },
      { door: 'Ines', op: at('2022-01-09T11:00').toString() },
    ]);
  });

  it('die nooit getoond werd, blijft niet elke minuut bellen [P6]', async () => {
    const world = await startedAt('2022-01-10T08:40');
    world.clock.set(at('2022-01-10T09:15'));
    await roosterBeat(world);
    const owed = [...world.kept.berichten.values()].find((b) => b.soort === 'dienst_onbevestigd');
    if (!owed) throw new Error('nobody is asked');
    await press(world, 'marijke', 'permanentie.aanwezig', NINE);
    await deliver(world, owed.id);
    expect(world.kept.berichten.get(owed.id)?.stand).toBe('vervallen');
    world.clock.set(at('2022-01-10T12:01'));
    expect(await world.store.gewekt(world.clock.now(), 9)).not.toContain(NINE);
  });

  it('waarover een ruil afgesproken is, kan ze voor allebei terugdraaien zolang het nog moet komen [P4]', async () => {
    const world = await startedAt('2022-01-07T10:00');
    const swap = await press(world, 'marijke', 'rooster.dag', 'LIM', { datum: DAY, wat: 'ruilen' });
    if (swap.kind !== 'form' || swap.view.view !== 'rooster_wijziging') throw new Error(JSON.stringify(swap));
    await press(world, 'marijke', 'rooster.bewaren', `LIM/${DAY}/ruilen/${swap.view.gezien}`, {
      dagdeel: '09:00-12:00',
      tegen: '2022-01-11/09:00-12:00/ines',
    });
    await turnTo(world, '2022-01-07T10:01');
    const asked = shown(world, 'rooster_verzoek', 'ines').at(-1);
    if (asked?.view !== 'rooster_verzoek') throw new Error('nothing is asked');
    await press(world, 'ines', 'rooster.aanvaarden', asked.subject);
    await turnTo(world, '2022-01-07T10:02');
    const agreed = shown(world, 'rooster_verzoek', 'marijke').at(-1);
    if (agreed?.view !== 'rooster_verzoek') throw new Error('nothing is shown');
    expect(agreed).toMatchObject({ stand: 'aanvaard', ongedaan: null });
    const back = await press(world, 'marijke', 'rooster.ongedaan', agreed.terugdraaien ?? '');
    expect(back).toMatchObject({ kind: 'replace', view: { view: 'rooster_verzoek', ongedaan: { door: 'Marijke' } } });
    await turnTo(world, '2022-01-07T10:03');
    for (const who of ['marijke', 'ines'])
      expect(shown(world, 'rooster_verzoek', who).at(-1)).toMatchObject({
        ongedaan: { door: 'Marijke' },
        terugdraaien: null,
      });
    expect(await press(world, 'ines', 'rooster.ongedaan', agreed.terugdraaien ?? '')).toMatchObject({
      view: { refusal: { kind: 'al_ongedaan' } },
    });
  });

  it('dat leeg bleef verliest zijn knoppen zodra het voorbij is [P6]', async () => {
    const left: Region = {
      ...regio,
      personen: regio.personen.map((p) => (p.id === 'marijke' ? { ...p, tot: '2022-01-09' } : p)),
    };
    const world = await startedAt('2022-01-10T08:40', left);
    await turnTo(world, '2022-01-10T09:00');
    expect(shown(world, 'gat', 'ines')).toMatchObject([{ nu: true, voorbij: false }]);
    await turnTo(world, '2022-01-10T11:59');
    expect(shown(world, 'gat', 'ines')).toMatchObject([{ voorbij: false }]);
    await turnTo(world, '2022-01-10T12:00');
    expect(shown(world, 'gat', 'ines')).toMatchObject([{ voorbij: true }]);
  });
});

describe('een dagdeel tot middernacht', () => {
  const late: Region = {
    ...regio,
    permanentie: regio.permanentie.map((t) => ({
      ...t,
      dagdelen: [
        { dag: 'ma', van: '20:00', tot: '24:00', persoon: 'marijke' } as (typeof t.dagdelen)[number],
        ...t.dagdelen,
      ],
    })),
  };

  it('loopt tot 24:00, en kan ook die avond nog door iemand anders gedaan worden [P4, P5]', async () => {
    const world = await startedAt('2022-01-10T21:00', late);
    const done = await replace(world, 'planner', '20:00', '24:00', 'ines');
    expect(done).toMatchObject({ kind: 'answer' });
    const week = await press(world, 'ines', 'permanentie.tonen', 'mijn');
    expect(week).toMatchObject({
      view: { diensten: expect.arrayContaining([expect.objectContaining({ datum: DAY, van: '20:00', tot: '24:00' })]) },
    });
  });
});
