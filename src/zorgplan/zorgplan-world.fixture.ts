import { handle } from '../bot.ts';
import { put, wachtend } from '../casus/casus.fixture.ts';
import type { Casus } from '../casus/casus.ts';
import type { Values } from '../intent.ts';
import type { Outcome } from '../outcome.ts';
import type { MemoryWorld } from '../world.fixture.ts';
import { memoryWorld } from '../world.fixture.ts';
import { deelnemer, tafel } from '../zorgtafel/zorgtafel.fixture.ts';
import type { Zorgplan } from './zorgplan.ts';

/** A case with an answer that a zorgtafel will come, and what people do with its plan: for tests. */
export type PlanWorld = {
  world: MemoryWorld;
  /** Presses a button or sends a form as `marijke`, `ines`, `melder` … */
  as(who: string, action: string, subject: string, values?: Values): Promise<Outcome>;
  /** Types a command. */
  type(who: string, text: string): Promise<Outcome>;
  /** The table was held, and `vreemde` was there: they read the plan with it [S8]. */
  gehouden(): void;
  plan(): Zorgplan;
  casus(): Casus;
};

let deliveries = 0;

export async function planWorld(casus: Partial<Casus> = {}): Promise<PlanWorld> {
  const world = memoryWorld();
  await put(world, {
    ...wachtend,
    stand: 'teruggekoppeld',
    uitkomst: 'zorgtafel',
    opgenomenOp: world.clock.now(),
    teruggekoppeldOp: world.clock.now(),
    betrokkenen: ['p-vreemde'],
    ...casus,
  });
  // Somebody of another organisation is asked to its table, which is still to come: they read nothing of a plan yet.
  world.kept.zorgtafels.set('tafel-1', { ...tafel, stand: 'vast', deelnemers: [deelnemer('vreemde')] });
  const send = (who: string, input: Parameters<typeof handle>[1]['input']) =>
    handle(world, {
      delivery: `d-${++deliveries}`,
      at: world.clock.now(),
      account: { platform: 'groen', ref: `groen-${who}`, address: `adres-groen-${who}` },
      place: 'private',
      input,
    });
  return {
    world,
    as: (who, action, subject, values = {}) =>
      send(who, { kind: 'action', action, subject, values, from: Object.keys(values).length > 0 ? 'form' : 'card' }),
    type: (who, text) => send(who, { kind: 'command', text }),
    gehouden: () => {
      const verslag = {
        ...{ door: 'p-marijke', op: world.clock.now(), aanwezig: ['vreemde'] },
        ...{ zonderOuders: 'Ziek.', veiligheid: 'Oma helpt.', besluit: 'We gaan door.' },
      };
      const held = { ...tafel, stand: 'gehouden' as const, deelnemers: [deelnemer('vreemde')], verslag };
      world.kept.zorgtafels.set('tafel-1', held);
    },
    plan: () => {
      const plan = world.kept.zorgplannen.at(-1);
      if (!plan) throw new Error('there is no plan');
      return plan;
    },
    casus: () => {
      const found = world.kept.casussen.get('casus-1');
      if (!found) throw new Error('there is no case');
      return found;
    },
  };
}

/** The view of an outcome that shows one. */
export function viewOf(outcome: Outcome) {
  if (outcome.kind === 'nothing') throw new Error('nothing is shown');
  return outcome.view;
}
