import { handle } from './bot.ts';
import type { Intent, Values } from './intent.ts';
import type { Outcome } from './outcome.ts';
import type { View } from './view.ts';
import type { MemoryWorld } from './world.fixture.ts';

/** What people do in a world, as platform `groen` would bring it: for tests. Each is a delivery of its own unless named. */
type More = { delivery?: string | undefined; place?: Intent['place'] };

let deliveries = 0;

export const comes = (world: MemoryWorld, who: string, input: Intent['input'], more: More = {}): Promise<Outcome> =>
  handle(world, {
    delivery: more.delivery ?? `delivery-${++deliveries}`,
    at: world.clock.now(),
    account: { platform: 'groen', ref: `groen-${who}`, address: `adres-groen-${who}` },
    place: more.place ?? 'private',
    input,
  });

export const type = (world: MemoryWorld, who: string, text: string, more?: More): Promise<Outcome> =>
  comes(world, who, { kind: 'command', text }, more);

/** Sends a form, or presses its button. */
export const send = (
  world: MemoryWorld,
  who: string,
  action: string,
  subject: string,
  values: Values = {},
  more?: More,
): Promise<Outcome> => comes(world, who, { kind: 'action', action, subject, values, from: 'form' }, more);

/** Presses a button of a card. */
export const press = (
  world: MemoryWorld,
  who: string,
  action: string,
  subject = '',
  values: Values = {},
  more?: More,
): Promise<Outcome> => comes(world, who, { kind: 'action', action, subject, values, from: 'card' }, more);

export function viewOf(outcome: Outcome): View {
  if (outcome.kind === 'nothing') throw new Error('nothing was shown');
  return outcome.view;
}

/** A moment on the wall in Brussels: `2022-01-10T09:00`. */
export const brussels = (wall: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(wall).toZonedDateTime('Europe/Brussels').toInstant();
