import type { Context, Handler } from '../context.ts';
import type { Intent } from '../intent.ts';
import type { Outcome } from '../outcome.ts';
import { recognise } from '../personen/meet.ts';
import type { World } from '../world.ts';
import { mijnWerk } from './mijn-werk.ts';
import { werkOnderwerp } from './onderwerp.ts';
import { werkBericht } from './werk-bericht.ts';

/**
 * `/werk`: everything of one's own work. Where the platform has a place for it, that place is kept true and the
 * answer is a copy of now. Where it has none, the card in the private talk is the one that is kept true: the
 * outbox posts it, so that it is there once and lasts. Where others look along it is a private copy.
 */
export const werk: Handler = async (context: Context): Promise<Outcome> => {
  const { world, intent, person, now } = context;
  const hasHome = homeOf(world, intent.account.platform) !== undefined;
  if (hasHome || intent.place === 'private') {
    const result = await world.store.commit({
      once: intent.delivery,
      berichten: [werkBericht(world.ids, person.id, intent.account, hasHome ? undefined : now)],
      refresh: werkOnderwerp(person.id),
      audit: [],
    });
    if (result.kind === 'al_verwerkt' || !hasHome) return { kind: 'nothing' };
  }
  return { kind: 'answer', view: (await mijnWerk(world, person, now)).view };
};

/**
 * Somebody looks at their home, or the bot came within reach. Known: from now on their overview is there and is
 * kept true. Unknown: a home says what it will be for, with the introduction behind a button.
 */
export async function werkTonenBijKomst(
  world: World,
  intent: Intent,
  event: 'reachable' | 'home-opened',
): Promise<Outcome> {
  const person = await recognise(world, intent);
  const hasHome = homeOf(world, intent.account.platform) !== undefined;
  if (!person) return event === 'home-opened' ? { kind: 'answer', view: { view: 'welkom' } } : { kind: 'nothing' };
  // Where there is a home, only who opens it has one to keep.
  if (hasHome === (event === 'home-opened'))
    await world.store.commit({
      once: `${intent.delivery}:werk`,
      berichten: [werkBericht(world.ids, person.id, intent.account)],
      refresh: werkOnderwerp(person.id),
      audit: [],
    });
  return { kind: 'nothing' };
}

const homeOf = (world: World, platform: string) => world.chats.get(platform)?.home;
