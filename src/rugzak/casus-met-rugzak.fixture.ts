import { handle } from '../bot.ts';
import { put, wachtend } from '../casus/casus.fixture.ts';
import type { Values } from '../intent.ts';
import type { Outcome } from '../outcome.ts';
import { type MemoryWorld, memoryWorld } from '../world.fixture.ts';
import { aanvragen, goedkeuren } from './aanvragen.ts';
import { factureren } from './betalen.ts';
import type { Daad } from './boeking.ts';
import type { Kas, KasDecision } from './kas.ts';
import { legeKas } from './rugzak.fixture.ts';
import type { Aanvraag, Factuur } from './rugzak.ts';

export type Stap = (kas: Kas, daad: Daad) => KasDecision;

/** Marijke asks, Ines approves: help of 17 January to 31 March 2022, at Monday 10 January. */
export const gevraagd =
  (id: string, more: Partial<Aanvraag> = {}): Stap =>
  (kas, daad) =>
    aanvragen(
      kas,
      {
        id,
        categorie: 'begeleiding',
        doel: 'Voeding opvolgen.',
        aanbieder: 'CKG Molenberg',
        cents: 10_000,
        van: '2022-01-17',
        tot: '2022-03-31',
        waaromNietRegulier: 'Wachttijd van vier maanden.',
        ...more,
      },
      daad,
    );
export const goedgekeurd =
  (id: string): Stap =>
  (kas, daad) =>
    goedkeuren(kas, id, null, { ...daad, door: 'p-ines' });
export const gefactureerd =
  (id: string, aanvraagId: string, more: Partial<Factuur> = {}): Stap =>
  (kas, daad) =>
    factureren(
      kas,
      { id, aanvraagId, nummer: id, cents: 100, ontvangen: '2022-01-10', vervalt: '2022-02-09', ...more },
      daad,
    );

/** A case that Marijke has, with the means that `stappen` made, one a minute. */
export async function casusMetRugzak(stappen: readonly Stap[]): Promise<MemoryWorld> {
  const world = memoryWorld();
  await put(world, { ...wachtend, stand: 'opgenomen' });
  let kas: Kas = { ...legeKas, regio: new Map() };
  for (const [n, stap] of stappen.entries()) {
    const op = world.clock.now().add({ minutes: n });
    const done = stap(kas, { door: 'p-marijke', op, datum: '2022-01-10', boekingId: `b-${n + 1}` });
    if ('refusal' in done) throw new Error(`refused: ${done.refusal.kind}`);
    kas = { ...kas, rugzak: done.rugzak, boekingen: [...kas.boekingen, ...done.boekingen] };
  }
  world.kept.rugzakken.set('casus-1', kas.rugzak);
  world.kept.boekingen.push(...kas.boekingen.map((b) => ({ ...b, regio: 'LIM' })));
  return world;
}

let counter = 0;
/** What somebody gets to see who presses a button, or types. */
export async function doet(world: MemoryWorld, who: string, what: string, subject = '', values: Values = {}) {
  const outcome: Outcome = await handle(world, {
    delivery: `met-rugzak-${++counter}`,
    at: world.clock.now(),
    account: { platform: 'groen', ref: `groen-${who}`, address: `adres-groen-${who}` },
    place: 'private',
    input: what.startsWith('/')
      ? { kind: 'command', text: what }
      : { kind: 'action', action: what, subject, values, from: 'card' },
  });
  if (outcome.kind === 'nothing') throw new Error('nothing was shown');
  return outcome.view;
}
