import { describe, expect, it } from 'vitest';
import { viewFor } from '../berichten/view-for.ts';
import { beat } from '../casus/beat.ts';
import { isGeldklok } from '../casus/termijn.ts';
import type { MemoryWorld } from '../world.fixture.ts';
import { casusMetRugzak, doet, gevraagd } from './casus-met-rugzak.fixture.ts';

const at = (world: MemoryWorld, date: string) => world.clock.set(Temporal.Instant.from(`${date}T09:30:00Z`));
const asked = (world: MemoryWorld) =>
  [...world.kept.berichten.values()].filter((b) => b.onderwerp.startsWith('rugzak_start'));
/** Clocks of money but of what is promised, which are there until it is invoiced or freed [B7]. */
const running = (world: MemoryWorld) =>
  [...world.kept.termijnen.values()].flatMap((t) =>
    !t.gestopt && isGeldklok(t.soort) && t.soort !== 'te_factureren' ? [t.soort] : [],
  );

/** Help from Saturday 15 January and from 17 January, approved on Monday 10 January. */
async function world(): Promise<MemoryWorld> {
  const w = await casusMetRugzak([gevraagd('a-1'), gevraagd('a-2', { van: '2022-01-15' })]);
  await doet(w, 'ines', 'rugzak.goedkeuren', 'casus-1/a-1');
  await doet(w, 'ines', 'rugzak.goedkeuren', 'casus-1/a-2');
  return w;
}

describe('hulp die goedgekeurd is en waarvan niemand zegt dat ze begon [B2, B4]', () => {
  it('vraagt het aanspreekpunt of ze gestart is, op de eerste werkdag en nog eens een week later, en zegt het dan wie over het budget waakt [C4]', async () => {
    const w = await world();
    expect(running(w)).toEqual(['rugzak_start']);
    for (const day of ['2022-01-14', '2022-01-16']) {
      at(w, day);
      await beat(w);
    }
    expect(asked(w)).toHaveLength(0);
    for (const day of ['2022-01-17', '2022-01-24', '2022-01-31', '2022-02-07']) {
      at(w, day);
      await beat(w);
      await beat(w);
    }
    expect(asked(w).map((b) => [b.op.toString().slice(0, 10), b.aan])).toEqual([
      ['2022-01-17', { persoon: 'p-marijke' }],
      // Saturday 22 January: on the Monday after it [P2].
      ['2022-01-24', { persoon: 'p-marijke' }],
      ['2022-01-31', { persoon: 'p-marijke' }],
      ['2022-01-31', { persoon: 'p-provinciaal' }],
    ]);
    // Who has no button to note it reads who has.
    const told = asked(w).at(-1);
    expect(told && (await viewFor(w, told))).toMatchObject({ aanspreekpunt: 'Marijke', mag: ['rugzak.tonen'] });
    const [card] = asked(w);
    expect(card && (await viewFor(w, card))).toMatchObject({
      view: 'rugzak_termijn',
      klok: { soort: 'rugzak_start', datum: '2022-01-15' },
      mag: ['rugzak.starten', 'rugzak.tonen'],
    });
  });

  it('waarschuwt intussen op de rugzak, en vult in het formulier de dag in die gepland was', async () => {
    const w = await world();
    expect(await doet(w, 'marijke', '/rugzak LIM-2022-0001')).toMatchObject({ startTeVragen: null });
    expect(await doet(w, 'marijke', 'rugzak.starten', 'casus-1')).toMatchObject({ values: { start: '2022-01-10' } });
    at(w, '2022-01-18');
    await beat(w);
    expect(await doet(w, 'marijke', '/rugzak LIM-2022-0001')).toMatchObject({ startTeVragen: '2022-01-15' });
    expect(await doet(w, 'marijke', 'rugzak.starten', 'casus-1')).toMatchObject({ values: { start: '2022-01-15' } });
    const started = await doet(w, 'marijke', 'rugzak.start_bewaren', 'casus-1', { start: '2022-01-17' });
    expect(started).toMatchObject({ view: 'rugzak', startTeVragen: null, einde: '2022-04-16' });
    expect(running(w)).toEqual(['rugzak_einde']);
    const [card] = asked(w);
    expect(card && (await viewFor(w, card))).toMatchObject({ afgehandeld: true, mag: ['rugzak.tonen'] });
  });

  it('vraagt niets meer als er niets goedgekeurd overblijft', async () => {
    const w = await world();
    for (const id of ['a-1', 'a-2']) await doet(w, 'marijke', 'rugzak.vrijgeven', `casus-1/${id}`);
    expect(running(w)).toEqual([]);
    at(w, '2022-01-24');
    expect(await doet(w, 'marijke', '/rugzak LIM-2022-0001')).toMatchObject({ startTeVragen: null });
    expect(asked(w)).toHaveLength(0);
  });
});
