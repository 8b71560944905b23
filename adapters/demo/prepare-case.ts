import type { Clock } from '../../src/time.ts';
import type { World } from '../../src/world.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { demoPeople } from './people.ts';
import { sendAanmelding } from './send-aanmelding.ts';

/**
 * One open case for a newcomer to look at, sent in as anybody would: through the bot's door. Done once;
 * a database that has had a case already stays as it is.
 */
export async function prepareCase(world: World, terminal: Terminal, clock: Clock): Promise<void> {
  const year = clock.now().toZonedDateTimeISO('Europe/Brussels').year;
  for (const at of [year, year - 1]) if (await world.store.casusByReferentie(`LIM-${at}-0001`)) return;
  await sendAanmelding(terminal, demoPeople.aanmelder, clock);
}
