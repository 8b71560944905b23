import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deliver, refresh } from '../berichten/deliver.ts';
import { handle } from '../bot.ts';
import type { Values } from '../intent.ts';
import type { Region } from '../regio/region.ts';
import { directoryWith, type MemoryWorld, memoryWorld, regio } from '../world.fixture.ts';
import { roosterBeat } from './rooster-beat.ts';
import { sjabloonGevolgen } from './sjabloon.ts';
import type { Verzoek } from './verzoek.ts';

const at = (wall: string) => Temporal.PlainDateTime.from(wall).toZonedDateTime('Europe/Brussels').toInstant();
const [wednesday, friday] = ['2022-01-12', '2022-01-14'];

let deliveries = 0;
const press = (world: MemoryWorld, who: string, action: string, subject: string, values: Values = {}) =>
  handle(world, {
    delivery: `vervalt-${++deliveries}`,
    at: world.clock.now(),
    account: { platform: 'groen', ref: `groen-${who}`, address: `adres-groen-${who}` },
    place: 'private',
    input: { kind: 'action', action, subject, values, from: 'form' },
  });
/** Marijke asks Ines to do her Wednesday, for Ines' Friday; both have their card. */
async function asked(): Promise<MemoryWorld> {
  const world = memoryWorld(directoryWith([regio]), at('2022-01-06T10:00'));
  await roosterBeat(world);
  const tegen = `${friday}/09:00-12:00/ines`;
  await press(world, 'marijke', 'rooster.bewaren', `LIM/${wednesday}/ruilen`, { dagdeel: '09:00-12:00', tegen });
  await settle(world);
  world.clock.set(at('2022-01-06T11:00'));
  return world;
}
async function settle(world: MemoryWorld): Promise<void> {
  for (const subject of new Set(world.kept.refreshed.splice(0))) await refresh(world, subject);
  for (const b of [...world.kept.berichten.values()]) if (b.stand === 'wacht') await deliver(world, b.id);
}
const requests = (world: MemoryWorld) =>
  [...world.kept.berichten.values()]
    .filter((b) => b.soort === 'rooster_verzoek')
    .map((b) => ('persoon' in b.aan ? b.aan.persoon : ''));
const cards = (world: MemoryWorld) =>
  [...(world.chats.get('groen')?.shown.values() ?? [])].flatMap(({ to, view }) =>
    view.view === 'rooster_verzoek' ? [`${to} ${view.vervallen ? 'vervallen' : view.stand}`] : [],
  );
const change = (world: MemoryWorld, who: string, about: string, values: Values = {}) =>
  press(world, who, 'rooster.bewaren', `LIM/${about}`, values);
const part = { dagdeel: ['09:00-12:00'] };

describe('een vraag die niet meer kan', () => {
  it.each<[string, (world: MemoryWorld) => Promise<unknown>]>([
    ['de ander er niet is', (w) => change(w, 'ines', `${friday}/afwezig/${friday}`, { ...part, vraag: 'planners' })],
    ['iemand de dag sluit', (w) => change(w, 'planner', `${wednesday}/sluiten`)],
    ['een derde het dagdeel krijgt', (w) => change(w, 'planner', `${wednesday}/vervangen`, { ...part, wie: 'ines' })],
    [
      'het dagdeel andere uren krijgt',
      (w) => change(w, 'planner', `${friday}/extra`, { van: '11:00', tot: '13:00', wie: 'marijke' }),
    ],
  ])('omdat %s: wie vroeg hoort het één keer, en beide kaarten zeggen het [P4]', async (_, make) => {
    const world = await asked();
    expect(await make(world)).toMatchObject({ kind: 'answer' });
    expect(requests(world)).toEqual(['p-ines', 'p-marijke', 'p-marijke']);
    await settle(world);
    expect(cards(world)).toEqual([
      'adres-groen-ines vervallen',
      'adres-groen-marijke vervallen',
      'adres-groen-marijke vervallen',
    ]);
    // Nor is anybody reminded of it.
    world.clock.set(at('2022-01-11T09:00'));
    await roosterBeat(world);
    expect(requests(world)).toHaveLength(3);
  });

  it('zegt het niet aan wie het zelf deed, en toont het weer open als dat ongedaan is [P4]', async () => {
    const world = await asked();
    await change(world, 'marijke', `${wednesday}/afwezig/${wednesday}`, { ...part, vraag: 'iedereen' });
    await settle(world);
    expect(cards(world)).toEqual(['adres-groen-ines vervallen', 'adres-groen-marijke vervallen']);
    const id = world.store.directory().regions.get('LIM')?.uitzonderingen?.[0]?.id;
    await press(world, 'marijke', 'rooster.ongedaan', `LIM/${id}`);
    await settle(world);
    expect(cards(world)).toEqual(['adres-groen-ines open', 'adres-groen-marijke open']);
    expect(requests(world)).toHaveLength(2);
  });

  it('zegt bij een ja niets extra over een tweede vraag voor hetzelfde dagdeel [P4]', async () => {
    const world = await asked();
    await change(world, 'marijke', `${wednesday}/afwezig/${wednesday}`, { ...part, vraag: 'aan:ines' });
    const [swap, plain] = [...world.kept.verzoeken.keys()];
    await press(world, 'ines', 'rooster.aanvaarden', `LIM/verzoek/${plain}`);
    expect(world.kept.refreshed).toContain(`LIM/verzoek/${swap}`);
    expect(requests(world)).toHaveLength(4);
    await settle(world);
    expect(cards(world)).toContain('adres-groen-ines vervallen');
  });

  it('wordt ook gezien als ze net gesteld wordt terwijl iemand het rooster wijzigt [P4]', async () => {
    const world = memoryWorld(directoryWith([regio]), at('2022-01-06T10:00'));
    world.beforeCommit(async () => {
      const tegen = `${friday}/09:00-12:00/ines`;
      await change(world, 'marijke', `${wednesday}/ruilen`, { dagdeel: '09:00-12:00', tegen });
    });
    expect(await change(world, 'planner', `${friday}/sluiten`)).toMatchObject({ kind: 'answer' });
    expect(requests(world)).toEqual(['p-ines', 'p-marijke', 'p-marijke']);
  });
});

it('een open vraag die door een nieuw rooster niet meer kan, is gezegd aan wie vroeg, en geen andere [P4]', () => {
  const days = ['2022-01-10', '2022-01-11', wednesday, '2022-01-13', friday];
  const span = fc.constantFrom(...days).map((datum) => ({ datum, van: '09:00', tot: '12:00' }));
  const verzoek = fc.record({ geef: span, krijg: fc.option(span) });
  const edit = fc.record({
    gone: fc.subarray(['marijke', 'ines']),
    tot: fc.constantFrom('12:00', '11:30'),
    dag: fc.constantFrom('ma', 'di', 'wo', 'do', 'vr'),
    sluit: fc.subarray(days),
  });
  fc.assert(
    fc.property(fc.array(verzoek, { minLength: 1, maxLength: 6 }), edit, (spans, { gone, tot, dag, sluit }) => {
      const world = memoryWorld(directoryWith([regio]), at('2022-01-06T10:00'));
      const owner = (datum: string) => (['2022-01-11', friday].includes(datum) ? 'p-ines' : 'p-marijke');
      const open = spans.map(
        (s, n): Verzoek => ({
          ...s,
          id: `v-${n}`,
          regio: 'LIM',
          van: owner(s.geef.datum),
          aan: owner(s.geef.datum) === 'p-ines' ? 'p-marijke' : 'p-ines',
          stand: 'open',
          op: at('2022-01-06T09:00'),
        }),
      );
      const next: Region = {
        ...regio,
        sluitingsdagen: sluit,
        personen: regio.personen.map((p) => (gone.includes(p.id) ? { ...p, tot: '2022-01-12' } : p)),
        permanentie: regio.permanentie.map((t) => ({
          ...t,
          dagdelen: t.dagdelen.map((d) => (d.dag === dag && d.van === '09:00' ? { ...d, tot } : d)),
        })),
      };
      const { berichten, refresh: cards } = sjabloonGevolgen(regio, next, world.store.directory(), [], {
        holidays: world.holidays,
        now: world.clock.now(),
        ids: world.ids,
        verzoeken: open,
        tot: null,
      });
      const isDag = (datum: string) => days.indexOf(datum) === ['ma', 'di', 'wo', 'do', 'vr'].indexOf(dag);
      const holds = (datum: string) =>
        !sluit.includes(datum) &&
        !(isDag(datum) && tot !== '12:00') &&
        !(gone.includes(owner(datum).slice(2)) && datum > '2022-01-12');
      const lapsed = open.filter(
        ({ geef, krijg, aan }) =>
          (krijg === null || owner(krijg.datum) === aan) &&
          [geef, ...(krijg ? [krijg] : [])].some((s) => !holds(s.datum)),
      );
      const told = berichten.filter((b) => b.soort === 'rooster_verzoek');
      expect(told.map((b) => [b.onderwerp, b.aan])).toEqual(
        lapsed.map((v) => [`LIM/verzoek/${v.id}`, { persoon: v.van }]),
      );
      expect(cards).toEqual(expect.arrayContaining(lapsed.map((v) => `LIM/verzoek/${v.id}`)));
    }),
    { numRuns: 25 },
  );
});
