import { expect, it } from 'vitest';
import { account, directoryWith, memoryWorld, people, regio } from '../world.fixture.ts';
import { reachableAccount } from './directory.ts';
import { findPeople } from './find-people.ts';

const onRota = ['marijke', 'ines', 'provinciaal', 'planner', 'expert'];
const found = (world: ReturnType<typeof memoryWorld>) =>
  onRota.filter((id) => reachableAccount(world.store.directory(), `p-${id}`));

/** Two platforms that know `known`, and answer as often as they are allowed. */
function two(accounts = [] as ReturnType<typeof account>[], known = onRota) {
  const world = memoryWorld(directoryWith([regio], people, accounts));
  const asked: Record<'groen' | 'blauw', string[]> = { groen: [], blauw: [] };
  const allowed = { groen: 100, blauw: 100 };
  for (const platform of ['groen', 'blauw'] as const) {
    const chat = world.chats.get(platform);
    if (!chat) throw new Error(platform);
    chat.find = async (email) => {
      asked[platform].push(email);
      if (allowed[platform]-- <= 0) throw new Error('ratelimited');
      const person = people.find((p) => p.email === email);
      const id = person?.id.slice(2) ?? '';
      return known.includes(id) ? account(id, platform) : null;
    };
  }
  return { world, asked, allowed };
}

it('vindt wie op het ene platform zit ook als het andere niet antwoordt [A1]', async () => {
  const { world, allowed } = two();
  allowed.groen = 0;
  await expect(findPeople(world)()).rejects.toThrow('ratelimited');
  expect(found(world)).toEqual(onRota);
  expect(reachableAccount(world.store.directory(), 'p-ines')?.platform).toBe('blauw');
});

it('gaat de volgende keer verder na wie het laatst gevraagd werd, zodat iedereen aan de beurt komt', async () => {
  const { world, asked, allowed } = two([], ['expert']);
  world.chats.delete('blauw');
  const search = findPeople(world);
  for (let n = 0; n < 2; n++) {
    // Two answers, and the third time it asks for patience.
    allowed.groen = 2;
    await expect(search()).rejects.toThrow('ratelimited');
  }
  expect(new Set(asked.groen).size).toBe(onRota.length);
  allowed.groen = 100;
  await search();
  expect(found(world)).toEqual(['expert']);
});

it('vraagt eerst naar wie nog nergens gevonden is, en niet naar wie daar al bereikbaar is', async () => {
  const { world, asked } = two([account('marijke'), account('ines', 'blauw'), account('expert', 'blauw', false)]);
  await findPeople(world)();
  expect(asked.groen.at(-1)).toBe('ines@example.org');
  expect(asked.groen).not.toContain('marijke@example.org');
  expect(asked.blauw).not.toContain('ines@example.org');
  expect(asked.blauw).toContain('expert@example.org');
});
