import { expect, it } from 'vitest';
import { handle } from '../bot.ts';
import { brussels as at } from '../play.fixture.ts';
import type { Region } from '../regio/region.ts';
import { account, directoryWith, memoryWorld, people, regio } from '../world.fixture.ts';
import { roosterBeat } from './rooster-beat.ts';
import type { Uitzondering } from './uitzondering.ts';

const byInes = (datum: string): Uitzondering => ({
  id: `u-${datum}`,
  regio: 'LIM',
  datum,
  van: '09:00',
  tot: '12:00',
  wat: { kind: 'persoon', persoon: 'ines' },
  groep: null,
  door: 'p-planner',
  op: at('2022-01-01T12:00'),
  ongedaan: null,
});

it('antwoordt over een dag van jaren geleden met wat toen gewijzigd was [P3, P4]', async () => {
  // Monday 7 March 2022 was Marijke's by the table; it is 2026, and memory holds no changes of then.
  const world = memoryWorld(directoryWith(), at('2026-11-02T10:00'));
  const asked: string[] = [];
  world.store.regionAround = async (code, date) => {
    asked.push(`${code} ${date}`);
    return { ...regio, uitzonderingen: [byInes('2022-03-07')] };
  };
  const type = async (text: string) =>
    JSON.stringify(
      await handle(world, {
        delivery: text,
        at: world.clock.now(),
        account: account('marijke'),
        place: 'private',
        input: { kind: 'command', text },
      }),
    );
  expect(await type('permanentie 2022-03-07')).toMatch(/"09:00","tot":"12:00","wie":"Ines"/);
  expect(await type('permanentie week 2022-03-09')).toMatch(/"2022-03-07".{0,80}"09:00","tot":"12:00","wie":"Ines"/);
  expect(asked).toEqual(['LIM 2022-03-07', 'LIM 2022-03-09']);
  // Now, and next week's, from memory alone.
  await type('permanentie');
  expect(asked).toHaveLength(2);
});

it('herinnert wie het nu is, ook als het rooster wijzigt terwijl de herinnering gemaakt wordt [P4, P7]', async () => {
  const world = memoryWorld(directoryWith(), at('2022-01-09T20:00'));
  await roosterBeat(world);
  const changed: Region = { ...regio, uitzonderingen: [byInes('2022-01-10')] };
  world.beforeCommit(async () => world.know(directoryWith([changed], people, undefined, 2)));
  world.clock.set(at('2022-01-10T08:45'));
  await roosterBeat(world);
  const soon = [...world.kept.berichten.values()].filter((b) => b.soort === 'dienst_straks');
  expect(soon.map(({ aan }) => aan)).toEqual([{ persoon: 'p-ines' }]);
});

it('vraagt de database één keer hoever alle regio’s staan en wat er te lezen is, hoeveel het er ook zijn', async () => {
  const regions = Array.from({ length: 20 }, (_, n) => ({ ...regio, code: `R${n}` }));
  const world = memoryWorld(directoryWith(regions), at('2022-01-09T20:00'));
  await roosterBeat(world);
  world.clock.set(at('2022-01-09T20:01'));
  const calls: string[] = [];
  const store = Object.fromEntries(
    Object.entries(world.store).map(([name, ask]: [string, unknown]) => [
      name,
      (...given: unknown[]) => {
        if (name !== 'directory') calls.push(name);
        return (ask as (...all: unknown[]) => unknown)(...given);
      },
    ]),
  ) as typeof world.store;
  await roosterBeat({ ...world, store });
  expect(calls).toEqual(['roosterTot', 'openVerzoeken', 'openNotas']);
});
