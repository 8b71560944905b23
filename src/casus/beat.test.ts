import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { directoryWith, type MemoryWorld, memoryWorld, monday, people, regio } from '../world.fixture.ts';
import { beat } from './beat.ts';
import { klok, put, wachtend } from './casus.fixture.ts';
import { stopTermijn } from './ladder.ts';

const at = (minutes: number) => monday.add({ minutes });
const termijnen = (world: MemoryWorld) => [...world.kept.berichten.values()].filter((b) => b.soort === 'termijn');
const told = (world: MemoryWorld) =>
  termijnen(world).map((b) => [b.op.since(monday).total('hours'), 'persoon' in b.aan ? b.aan.persoon : 'kanaal']);

async function beatAt(world: MemoryWorld, minutes: number): Promise<number> {
  world.clock.set(at(minutes));
  return beat(world);
}

describe('hartslag', () => {
  it('zet klaar wat op zijn tijd is, en dezelfde minuut niets een tweede keer [A2]', async () => {
    const world = memoryWorld();
    await put(world);
    expect(await beatAt(world, 12 * 60 - 1)).toBe(0);
    expect(await beatAt(world, 12 * 60)).toBe(1);
    expect(await beatAt(world, 12 * 60)).toBe(0);
    expect(told(world)).toEqual([[12, 'p-marijke']]);
  });

  it('volgt de ladder tot de provincie en dan niets meer [A2, C4]', async () => {
    const world = memoryWorld();
    await put(world);
    for (let m = 0; m <= 30 * 60; m += 30) await beatAt(world, m);
    expect(told(world)).toEqual([
      [12, 'p-marijke'],
      [20, 'p-marijke'],
      [22, 'p-marijke'],
      [22, 'p-ines'],
      [24, 'p-provinciaal'],
    ]);
    expect(world.kept.gebeurtenissen.filter((g) => g.soort === 'geescaleerd')).toHaveLength(2);
  });

  it('stuurt bij om het even welke hartslagen elke escalatie één keer, ook na een lange onderbreking [A2]', async () => {
    const minutes = fc.array(fc.integer({ min: 0, max: 40 * 60 }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(minutes, async (list) => {
        const world = memoryWorld();
        await put(world);
        for (const m of [...list].sort((a, b) => a - b)) await beatAt(world, m);
        await beatAt(world, 41 * 60);
        expect(told(world).filter(([hours]) => hours === 22 || hours === 24)).toEqual([
          [22, 'p-marijke'],
          [22, 'p-ines'],
          [24, 'p-provinciaal'],
        ]);
        const keys = termijnen(world).map((b) => `${b.onderwerp}|${b.op}|${JSON.stringify(b.aan)}`);
        expect(new Set(keys).size).toBe(keys.length);
      }),
      { numRuns: 50 },
    );
  });

  it('schrijft in het verloop welke herinnering een onderbreking overgeslagen heeft', async () => {
    const world = memoryWorld();
    await put(world);
    await beatAt(world, 21 * 60);
    expect(world.kept.gebeurtenissen.map((g) => g.soort)).toEqual(['aangemeld', 'herinnering_gemist', 'herinnerd']);
  });

  it('zwijgt zodra de klok gestopt is; een andere klok loopt door [A2]', async () => {
    const world = memoryWorld();
    await put(world);
    await put(world, { ...wachtend, id: 'casus-2' }, { ...klok, id: 'termijn-2' });
    await world.store.commit({ termijnen: [stopTermijn(klok, at(60), 'terugkoppeling')], audit: [] });
    await beatAt(world, 50 * 60);
    expect(new Set(termijnen(world).map((b) => b.casusId))).toEqual(new Set(['casus-2']));
  });

  it('wekt geen klok die gestopt werd terwijl de hartslag bezig was [A2]', async () => {
    const world = memoryWorld();
    const casus = await put(world);
    const { termijnenDue } = world.store;
    // Between reading what is due and acting on it, the aanmelder gets an answer.
    const slow: MemoryWorld = {
      ...world,
      store: {
        ...world.store,
        termijnenDue: async (now, limit, na) => {
          const due = await termijnenDue(now, limit, na);
          await world.store.commit({
            casus: { next: { ...casus, stand: 'teruggekoppeld', versie: casus.versie + 1 }, was: casus.versie },
            termijnen: [stopTermijn(klok, now, 'terugkoppeling')],
            audit: [],
          });
          return due;
        },
      },
    };
    world.clock.set(at(23 * 60));
    expect(await beat(slow)).toBe(0);
    expect(world.kept.termijnen.get(klok.id)?.gestopt).not.toBeNull();
    expect(termijnen(world)).toEqual([]);
    expect(world.kept.audit).toEqual([]);
  });

  it('herinnert aan elke andere casus als er een niet gelezen of geschreven kan worden, en zegt welke [A2, T1]', async () => {
    const world = memoryWorld();
    for (const n of [1, 2, 3]) await put(world, { ...wachtend, id: `casus-${n}` }, { ...klok, id: `termijn-${n}` });
    const faults: unknown[] = [];
    const store: MemoryWorld['store'] = {
      ...world.store,
      async casusById(id) {
        if (id === 'casus-1') throw new Error('key unknown');
        return world.store.casusById(id);
      },
      async commit(commit) {
        if (commit.casus?.next.id === 'casus-2') throw new Error('disk full');
        return world.store.commit(commit);
      },
    };
    world.clock.set(at(13 * 60));
    const log = { ...world.log, error: (event: string, fields: unknown) => faults.push({ event, fields }) };
    await expect(beat({ ...world, store, log })).rejects.toThrow('key unknown');
    expect(termijnen(world).map((b) => b.casusId)).toEqual(['casus-3']);
    expect(faults).toEqual(
      ['casus-1', 'casus-2'].map((casusId) => ({ event: 'termijn.fault', fields: { casusId, fault: 'Error' } })),
    );
  });

  it('komt voorbij honderden casussen die niet gelezen kunnen worden, en eindigt [A2]', async () => {
    const world = memoryWorld();
    for (let n = 0; n < 450; n++) await put(world, { ...wachtend, id: `oud-${n}` }, { ...klok, id: `t${n}` });
    await put(world, { ...wachtend, id: 'nieuw' }, { ...klok, id: 'termijn-nieuw' });
    let read = 0;
    const store: MemoryWorld['store'] = {
      ...world.store,
      async casusById(id) {
        read++;
        if (id.startsWith('oud-')) throw new Error('key unknown');
        return world.store.casusById(id);
      },
    };
    world.clock.set(at(13 * 60));
    await expect(beat({ ...world, store })).rejects.toThrow('key unknown');
    expect(termijnen(world).map((b) => b.casusId)).toEqual(['nieuw']);
    expect(read).toBe(451);
  });

  it('laat het aan een volgende hartslag als iemand anders net iets wijzigde', async () => {
    const world = memoryWorld();
    const casus = await put(world);
    world.clock.set(at(13 * 60));
    world.beforeCommit(async () => {
      world.kept.casussen.set(casus.id, { ...casus, versie: casus.versie + 1 });
    });
    expect(await beat(world)).toBe(0);
    expect(await beat(world)).toBe(1);
  });

  it('valt nooit stil: wie er niet meer is, wordt vervangen door de ruimere kring [A2, S7]', async () => {
    const left = (...ids: string[]) =>
      directoryWith([
        { ...regio, personen: regio.personen.map((p) => (ids.includes(p.id) ? { ...p, tot: '2022-01-09' } : p)) },
      ]);
    const world = memoryWorld(left('marijke', 'provinciaal'));
    await put(world);
    for (let m = 0; m <= 26 * 60; m += 60) await beatAt(world, m);
    expect(told(world)).toEqual([
      [12, 'p-ines'],
      [20, 'p-ines'],
      [22, 'p-ines'],
      [24, 'p-ines'],
    ]);
    const empty = memoryWorld(left(...people.map((p) => p.id.slice(2))));
    await put(empty);
    await beatAt(empty, 25 * 60);
    expect(new Set(told(empty).map(([, who]) => who))).toEqual(new Set(['p-marijke']));
  });

  it('werkt een grote achterstand in één keer weg', async () => {
    const world = memoryWorld();
    for (let n = 0; n < 450; n++) await put(world, { ...wachtend, id: `c${n}` }, { ...klok, id: `t${n}` });
    expect(await beatAt(world, 13 * 60)).toBe(450);
  });

  it('laat van elke melding een spoor in het auditlogboek [S13]', async () => {
    const world = memoryWorld();
    await put(world);
    await beatAt(world, 12 * 60);
    expect(world.kept.audit.at(-1)).toMatchObject({ wie: 'bot', wat: 'termijn.melden', waarover: 'casus-1' });
    expect(world.kept.refreshed).toEqual(['casus-1']);
  });
});
