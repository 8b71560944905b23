import { audit, directoryOf, type Handler, refuse } from '../context.ts';
import type { Outcome } from '../outcome.ts';
import type { Region } from '../regio/region.ts';
import { type Instant, isBefore, timeIn } from '../time.ts';
import { werkOnderwerp } from '../werk/onderwerp.ts';
import { dienstView } from './dienst-view.ts';
import { dutiesOn } from './on-duty.ts';
import { readSubject } from './rooster-views.ts';
import { responsible } from './toewijzing.ts';

/** How long before the start somebody may already say to be there; longer where the button comes earlier. */
const EARLY_HOURS = 2;

/**
 * From when somebody may say to be there for a day part that starts at `start`. `eigen`: minutes before it at which
 * they are reminded themselves; a reminder that a change made due comes up to two minutes earlier.
 */
export function aanwezigVanaf(region: Region, start: Instant, eigen = 0): Instant {
  const reminded = [start.subtract(region.herinneringen.vooraf), start.subtract({ minutes: eigen + 2 })];
  return reminded.reduce((a, b) => (isBefore(a, b) ? a : b), start.subtract({ hours: EARLY_HOURS }));
}

/**
 * *Ik ben er*: nobody needs to look for this person any more [P7]. Subject `<regio>/<datum>/<van>`. Only
 * the one whose day part it is now, not long before it starts and not after it ended; pressing twice
 * keeps the first.
 */
export const aanwezigMelden: Handler = async (context): Promise<Outcome> => {
  const { world, person, now, intent, subject } = context;
  const about = readSubject(subject);
  const directory = directoryOf(context);
  const region = about && directory.regions.get(about.regio);
  if (!about?.van || !region) return refuse({ kind: 'knop_onbekend' });
  const duty = dutiesOn(region, world.holidays, about.datum).find(
    (d) => timeIn(region.tijdzone, d.start) === about.van,
  );
  const own = duty && responsible(region, directory, duty)?.id === person.id;
  if (!own || !isBefore(now, duty.end)) return refuse({ kind: 'niet_jouw_dienst' });
  const eigen = directory.persons.get(person.id)?.herinnering?.vooraf ?? 0;
  if (isBefore(now, aanwezigVanaf(region, duty.start, eigen))) return refuse({ kind: 'niet_jouw_dienst' });
  const result = await world.store.commit({
    once: intent.delivery,
    aanwezig: { regio: region.code, datum: about.datum, van: about.van, persoonId: person.id, op: now },
    refresh: [subject, werkOnderwerp(person.id)],
    audit: [audit(context, 'permanentie.aanwezig', subject)],
  });
  if (result.kind === 'al_verwerkt') return { kind: 'nothing' };
  const view = await dienstView(world, region, 'dienst_straks', about, person.id, now);
  return view ? { kind: 'replace', view } : { kind: 'nothing' };
};
