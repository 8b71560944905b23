import { describe, expect, it } from 'vitest';
import type { MemoryWorld } from '../world.fixture.ts';
import { casusMetRugzak, doet, gefactureerd, gevraagd, goedgekeurd } from './casus-met-rugzak.fixture.ts';

const ids = (count: number) => Array.from({ length: count }, (_, n) => `a-${n + 1}`);
/** Every page of one list from the newest on, as somebody turns them. */
async function pages<T>(world: MemoryWorld, action: string, subject: string): Promise<T[][]> {
  const found: T[][] = [];
  for (let tot = ''; ; ) {
    const shown = await doet(world, 'marijke', action, `${subject}${tot}`);
    if (!('regels' in shown) || !('vroeger' in shown)) throw new Error(shown.view);
    found.push(shown.regels as T[]);
    if (shown.vroeger === null) return found;
    tot = `/${shown.vroeger}`;
  }
}

const betaal = (world: MemoryWorld, aanvraag: string, factuur: string) =>
  doet(world, 'marijke', 'rugzak.betaling_bewaren', `casus-1/${aanvraag}/${factuur}`, { betaald_op: '2022-01-10' });

describe('van een lange rugzak', () => {
  it('is elke boeking te bereiken, en de oudste goedkeuring nog terug te draaien [B1, B7]', async () => {
    const world = await casusMetRugzak(ids(12).flatMap((id) => [gevraagd(id), goedgekeurd(id)]));
    const all = await pages<{ subject: string; terug: boolean }>(world, 'rugzak.boekingen', 'casus-1');
    expect(all.map((p) => p.length)).toEqual([10, 10, 4]);
    const oldest = all.at(-1)?.at(-2);
    expect(oldest).toMatchObject({ subject: 'casus-1/b-2/4', terug: true });
    const after = await doet(world, 'marijke', 'rugzak.corrigeren', oldest?.subject);
    // The page stays where it was, and says so.
    expect(after).toMatchObject({ view: 'rugzak_boekingen', vroeger: null });
    if (after.view !== 'rugzak_boekingen') throw new Error(after.view);
    expect(after.regels.find((r) => r.subject.startsWith('casus-1/b-2'))).toMatchObject({ teruggedraaid: true });
    expect(world.kept.rugzakken.get('casus-1')?.aanvragen[0]?.stand).toBe('aangevraagd');
    expect(await doet(world, 'marijke', 'rugzak.corrigeren', oldest?.subject)).toMatchObject({
      refusal: { kind: 'al_gecorrigeerd' },
    });
  });

  it('staat wat op iemand wacht vooraan, hoe oud ook, en is elke aanvraag te bereiken [B3]', async () => {
    const world = await casusMetRugzak([
      gevraagd('wacht'),
      gevraagd('te-betalen'),
      goedgekeurd('te-betalen'),
      gefactureerd('f-1', 'te-betalen', { cents: 10_000 }),
      ...ids(12).flatMap((id) => [gevraagd(id), goedgekeurd(id), gefactureerd(`f-${id}`, id, { cents: 1 })]),
    ]);
    for (const n of ids(12)) await betaal(world, n, `f-${n}`);
    const card = await doet(world, 'marijke', '/rugzak LIM-2022-0001');
    if (card.view !== 'rugzak') throw new Error(card.view);
    expect(card.aanvragen.eerste.slice(0, 3).map((a) => a.aanvraagId)).toEqual(['wacht', 'te-betalen', 'a-12']);
    expect(card.aanvragen.nogMeer).toBe(6);
    const all = await pages<{ aanvraagId: string }>(world, 'rugzak.alle_aanvragen', 'casus-1');
    expect(all.flat().map((a) => a.aanvraagId)).toEqual([...ids(12).reverse(), 'te-betalen', 'wacht']);
  });

  it('staan de facturen die te betalen zijn vooraan op hun aanvraag, en zijn ze alle te bereiken [B7]', async () => {
    const invoices = Array.from({ length: 12 }, (_, n) =>
      gefactureerd(`f-${n + 1}`, 'a-1', { vervalt: n === 0 ? '2022-01-05' : '2022-02-09' }),
    );
    const world = await casusMetRugzak([gevraagd('a-1'), goedgekeurd('a-1'), ...invoices]);
    for (let n = 2; n <= 11; n++) await betaal(world, 'a-1', `f-${n}`);
    const card = await doet(world, 'marijke', 'rugzak.aanvraag', 'casus-1/a-1');
    if (card.view !== 'rugzak_aanvraag') throw new Error(card.view);
    expect(card.facturen.eerste.map((f) => f.nummer)).toEqual(['f-1', 'f-12', 'f-11', 'f-10', 'f-9']);
    expect(card.facturen).toMatchObject({ nogMeer: 7, eerste: [{ teLaat: true }, {}, {}, {}, {}] });
    const all = await pages<{ nummer: string }>(world, 'rugzak.facturen', 'casus-1/a-1');
    expect(all.map((p) => p.length)).toEqual([10, 2]);
  });

  it('ziet wie er niets mee te maken heeft geen enkele bladzijde [C4, S8]', async () => {
    const world = await casusMetRugzak([gevraagd('a-1')]);
    for (const who of ['melder', 'vreemde', 'expert', 'planner'])
      for (const [action, subject] of [
        ['rugzak.boekingen', 'casus-1/4'],
        ['rugzak.alle_aanvragen', 'casus-1'],
        ['rugzak.facturen', 'casus-1/a-1'],
      ] as const)
        expect(await doet(world, who, action, subject)).toMatchObject({ refusal: { kind: 'niet_gevonden' } });
    expect(await doet(world, 'marijke', 'rugzak.facturen', 'casus-1/weg')).toMatchObject({
      refusal: { kind: 'niet_gevonden' },
    });
  });
});
