import { describe, expect, it } from 'vitest';
import { viewFor } from '../berichten/view-for.ts';
import { beat } from '../casus/beat.ts';
import type { MemoryWorld } from '../world.fixture.ts';
import { casusMetRugzak, doet, gevraagd } from './casus-met-rugzak.fixture.ts';

const at = (world: MemoryWorld, date: string) => world.clock.set(Temporal.Instant.from(`${date}T09:30:00Z`));
const told = (world: MemoryWorld) =>
  [...world.kept.berichten.values()].filter((b) => b.onderwerp.startsWith('te_factureren'));
const to = (world: MemoryWorld) =>
  told(world).map((b) => [b.op.toString().slice(0, 10), 'persoon' in b.aan ? b.aan.persoon : '']);
const shown = async (world: MemoryWorld) => {
  const last = told(world).at(-1);
  return last && (await viewFor(world, last));
};

/** Help of 17 January to 31 March, € 100, approved and started. */
async function goedgekeurd(): Promise<MemoryWorld> {
  const world = await casusMetRugzak([gevraagd('a-1')]);
  await doet(world, 'ines', 'rugzak.goedkeuren', 'casus-1/a-1');
  await doet(world, 'marijke', 'rugzak.start_bewaren', 'casus-1', { start: '2022-01-10' });
  return world;
}
async function pass(world: MemoryWorld, ...days: string[]) {
  for (const day of days) {
    at(world, day);
    await beat(world);
    await beat(world);
  }
}

describe('hulp die voorbij is en waarvan nog niet alles gefactureerd is [B7, B8]', () => {
  it('vraagt het aanspreekpunt erom, nog eens vóór de bewijzen te laat zijn, en zegt het dan wie over het budget waakt', async () => {
    const world = await goedgekeurd();
    await pass(world, '2022-04-28', '2022-04-29', '2022-05-27', '2022-06-24', '2022-06-27', '2022-09-01');
    expect(to(world)).toEqual([
      // Thirty days after the help is a Saturday.
      ['2022-04-29', 'p-marijke'],
      ['2022-05-30', 'p-marijke'],
      ['2022-06-27', 'p-marijke'],
      ['2022-06-27', 'p-provinciaal'],
    ]);
    expect(await shown(world)).toMatchObject({
      view: 'rugzak_termijn',
      klok: { soort: 'te_factureren', datum: '2022-04-30', wat: 'CKG Molenberg', voorbij: true },
      hulp: { tot: '2022-03-31', bewijzenTegen: '2022-06-30' },
      cents: 10_000,
      subject: 'casus-1/a-1',
      aanspreekpunt: 'Marijke',
      mag: ['rugzak.tonen'],
    });
  });

  it('staat onder “Te laat” van de regio, en zwijgt zodra alles gefactureerd of vrijgegeven is', async () => {
    for (const settle of [
      (w: MemoryWorld) =>
        doet(w, 'marijke', 'rugzak.factuur_bewaren', 'casus-1/a-1', {
          ...{ nummer: '17', bedrag: '100', ontvangen: '2022-05-02' },
        }),
      (w: MemoryWorld) => doet(w, 'marijke', 'rugzak.vrijgeven', 'casus-1/a-1'),
    ]) {
      const world = await goedgekeurd();
      await pass(world, '2022-05-02');
      const late = () => doet(world, 'provinciaal', '/rugzak regio');
      expect(await late()).toMatchObject({
        teLaat: { aantal: { te_factureren: 1 }, regels: [{ soort: 'te_factureren', datum: '2022-04-30' }] },
      });
      expect(await shown(world)).toMatchObject({
        mag: ['rugzak.factuur', 'rugzak.vrijgeven', 'rugzak.tonen'],
        afgehandeld: false,
      });
      await settle(world);
      expect(await late()).toMatchObject({ teLaat: { aantal: { te_factureren: 0 } } });
      expect(await shown(world)).toMatchObject({ afgehandeld: true, mag: ['rugzak.tonen'] });
      const before = to(world).length;
      await pass(world, '2022-06-01', '2022-06-27');
      expect(to(world)).toHaveLength(before);
    }
  });

  it('blijft bewaakt als de aanmelder intrekt; het aanspreekpunt hoort de volgende werkdag wat er nog vastligt', async () => {
    const world = await goedgekeurd();
    // Friday evening.
    world.clock.set(Temporal.Instant.from('2022-01-14T20:00:00Z'));
    await doet(world, 'melder', 'aanmelding.intrekking_bevestigen', 'casus-1', { reden: 'Verhuisd.' });
    expect(await doet(world, 'marijke', '/rugzak')).toMatchObject({
      casussen: [{ casusId: 'casus-1', beeindigd: true, eerst: { soort: 'te_factureren' } }],
    });
    await pass(world, '2022-01-15', '2022-01-17');
    expect(to(world)).toEqual([['2022-01-17', 'p-marijke']]);
    expect(await shown(world)).toMatchObject({
      beeindigd: true,
      cents: 10_000,
      mag: expect.arrayContaining(['rugzak.vrijgeven']),
    });
    await pass(world, '2022-04-29');
    expect(to(world)).toHaveLength(2);
    await doet(world, 'marijke', 'rugzak.vrijgeven', 'casus-1/a-1');
    expect(await doet(world, 'marijke', '/rugzak')).toMatchObject({ casussen: [] });
  });

  it('blijft bewaakt als de casus afgesloten wordt; wie dat doet las de bedragen al op het formulier', async () => {
    const world = await goedgekeurd();
    await doet(world, 'marijke', 'casus.terugkoppeling_bewaren', 'casus-1', {
      uitkomst: 'zorgtafel',
      nota: 'Afspraak.',
    });
    const casus = world.kept.casussen.get('casus-1');
    expect(casus?.stand).toBe('teruggekoppeld');
    const form = { resultaat: 'bereikt', woont: 'thuis', opvolging: 'Lokaal team' };
    await doet(world, 'marijke', 'casus.afsluiting_bewaren', 'casus-1', form);
    expect(world.kept.casussen.get('casus-1')?.stand).toBe('afgesloten');
    await pass(world, '2022-01-11', '2022-01-12', '2022-04-29');
    expect(to(world)).toEqual([['2022-04-29', 'p-marijke']]);
    expect(await shown(world)).toMatchObject({ view: 'rugzak_termijn', beeindigd: true });
  });
});
