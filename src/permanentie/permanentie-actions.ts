import { type Context, directoryOf, type Handler, homeRegion, refuse } from '../context.ts';
import type { Outcome } from '../outcome.ts';
import { parseDay } from './parse-day.ts';
import { permanentieView } from './permanentie-view.ts';

/**
 * `/permanentie [dag]` and, with a region's code in it, of another region. Answered from memory alone:
 * it is asked in a hurry. Not synchronous only because every handler may be.
 */
export async function permanentie(context: Context, typed: string): Promise<Outcome> {
  const directory = directoryOf(context);
  const { person, now, world } = context;
  const words = typed.trim().split(/\s+/).filter(Boolean);
  const asked = words.map((w) => directory.regions.get(w.toUpperCase())).find((r) => r !== undefined);
  const region = asked ?? homeRegion(directory, person, now);
  if (!region) return refuse({ kind: 'geen_regio' });
  const rest = words.filter((w) => w.toUpperCase() !== asked?.code).join(' ');
  if (rest === '') return { kind: 'answer', view: permanentieView(region, directory, world.holidays, now, null) };
  const day = parseDay(rest, now, region.tijdzone);
  return day === null
    ? refuse({ kind: 'datum_onleesbaar', typed: rest })
    : { kind: 'answer', view: permanentieView(region, directory, world.holidays, now, day) };
}

/** The button: `subject` is a region's code with, after a slash, a day. */
export const permanentieTonen: Handler = (context) => permanentie(context, context.subject.replace('/', ' '));
