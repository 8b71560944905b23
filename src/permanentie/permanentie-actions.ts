import { type Context, directoryOf, type Handler, homeRegion, refuse } from '../context.ts';
import type { Outcome } from '../outcome.ts';
import { heeftOverdracht } from '../overdracht/overdracht-views.ts';
import { rolesIn } from '../personen/directory.ts';
import { unreachable } from '../personen/unreachable.ts';
import { dateIn } from '../time.ts';
import { agenda } from './agenda-actions.ts';
import { parseDay } from './parse-day.ts';
import { monthsOf, parsePeriode } from './parse-periode.ts';
import { permanentieView } from './permanentie-view.ts';
import { isPlanning } from './planners.ts';
import { roosterWijzigingen } from './rooster-actions.ts';
import { verdelingView } from './verdeling-view.ts';
import { mijnDienstenView, weekView } from './week-views.ts';

/**
 * `/permanentie [dag]` and, with a region's code in it, of another region. Answered from memory alone,
 * as it is asked in a hurry; only for what is more than a year ago the database is asked [P3].
 */
export async function permanentie(context: Context, typed: string): Promise<Outcome> {
  const directory = directoryOf(context);
  const { person, now, world } = context;
  const words = typed.trim().split(/\s+/).filter(Boolean);
  const asked = words.map((w) => directory.regions.get(w.toUpperCase())).find((r) => r !== undefined);
  const region = asked ?? homeRegion(directory, person, now);
  if (!region) return refuse({ kind: 'geen_regio' });
  const rest = words
    .filter((w) => w.toUpperCase() !== asked?.code)
    .join(' ')
    .replace(/\s*[?!.]+$/, '');
  const today = dateIn(region.tijdzone, now);
  const plans = isPlanning(rolesIn(directory, region, person.id, today));
  if (/^(van mij|mijn|ik)$/i.test(rest))
    return { kind: 'answer', view: mijnDienstenView(directory, world.holidays, person, now) };
  if (/^agenda$/i.test(rest)) return agenda(context, asked?.code ?? '');
  if (/^agenda( van)? (de )?regio$/i.test(rest)) return agenda(context, region.code);
  const [changes, from] = /^wijzigingen(?:\s+(\d{1,4}))?$/i.exec(rest) ?? [];
  if (changes && plans) return roosterWijzigingen(context, region, Number(from ?? 0));
  const around = async (date: string) => (await world.store.regionAround(region.code, date)) ?? region;
  const divided = /^verdeling\b\s*(?:van\s+)?(?<when>.*?)\s*(?<months>\b(?:maanden|per maand))?$/i.exec(rest)?.groups;
  if (divided) {
    // About colleagues: for the team, not for who reports.
    if (!plans) return refuse({ kind: 'geen_recht' });
    const when = divided.when ?? '';
    const periode = parsePeriode(when, now, region.tijdzone);
    if (periode === null) return refuse({ kind: 'datum_onleesbaar', typed: when });
    const months = await Promise.all(
      monthsOf(periode).map(async (maand) => ({ maand, region: await around(`${maand}-15`) })),
    );
    const view = verdelingView(directory, world.holidays, months, periode, now, divided.months !== undefined);
    return view ? { kind: 'answer', view } : refuse({ kind: 'geen_regio' });
  }
  const week = /^(?:week(?:\s+(?<day>.+))?|(?<next>volgende week))$/i.exec(rest)?.groups;
  if (week) {
    const day = week.day ?? week.next ?? 'vandaag';
    const from = parseDay(day, now, region.tijdzone);
    return from === null
      ? refuse({ kind: 'datum_onleesbaar', typed: day })
      : {
          kind: 'answer',
          view: { ...weekView(await around(from), directory, world.holidays, from), magWijzigen: plans },
        };
  }
  const day = rest === '' ? null : parseDay(rest, now, region.tijdzone);
  if (rest !== '' && day === null) return refuse({ kind: 'datum_onleesbaar', typed: rest });
  return {
    kind: 'answer',
    view: {
      ...permanentieView(day ? await around(day) : region, directory, world.holidays, now, day),
      magWijzigen: plans,
      overdracht: heeftOverdracht({ world, region, personId: person.id, now }),
      nietBereikbaar: plans ? unreachable(directory, region, today) : [],
    },
  };
}

/** The button: `subject` is a region's code with, after a slash, a day. */
export const permanentieTonen: Handler = (context) => permanentie(context, context.subject.replaceAll('/', ' '));
