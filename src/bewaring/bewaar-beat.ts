import { dateIn, type Instant } from '../time.ts';
import { type Opruiming, opruimen } from './opruimen.ts';

/** Most cases removed in one beat: the reminders of that minute do not wait for more. */
const PER_BEAT = 25;

/** The night starts at two. */
const nightOf = (now: Instant): string => dateIn('Europe/Brussels', now.subtract({ hours: 2 }));

/**
 * Once a night, from two o'clock on, a part of it each beat. The first time is the night after the bot started, so that
 * who just gave a region a term can first look at what goes (`npm run retention -- --toon`). Whether another replica
 * does it too makes no difference.
 */
export function bewaarBeat(world: Opruiming, alsKlaar: () => Promise<unknown>): () => Promise<number> {
  let done = nightOf(world.clock.now());
  return async () => {
    const night = nightOf(world.clock.now());
    if (night === done) return 0;
    const { verwijderd } = await opruimen(world, { hoogstens: PER_BEAT });
    if (verwijderd > 0) world.log.info('bewaring.verwijderd', { count: verwijderd });
    if (verwijderd < PER_BEAT) {
      await alsKlaar();
      done = night;
    }
    return verwijderd;
  };
}
