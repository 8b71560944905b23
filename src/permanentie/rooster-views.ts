import type { Bericht } from '../berichten/bericht.ts';
import { casusRegel } from '../casus/casus-views.ts';
import { personFor, rolesIn } from '../personen/directory.ts';
import type { Region } from '../regio/region.ts';
import { type Instant, isBefore, isDate } from '../time.ts';
import type { DienstView, View } from '../view.ts';
import type { World } from '../world.ts';
import { cachedDayPlan } from './day-plan-cache.ts';
import { dubbelView } from './dubbel-view.ts';
import { noticesBetween } from './notices.ts';
import { dutiesOn } from './on-duty.ts';
import { botsingView, nieuwView } from './sjabloon-views.ts';
import { responsible } from './toewijzing.ts';
import { stillTrue, verzoekView } from './verzoek-actions.ts';

/** Open cases handed over with a reminder, at most. */
const HANDED_OVER = 10;

/** `LIM/2026-03-09/09:00` or `LIM/2026-03-09`. */
export function readSubject(subject: string): { regio: string; datum: string; van: string | null } | null {
  const [, regio, datum, van] = /^([A-Z0-9]{2,8})\/(\d{4}-\d{2}-\d{2})(?:\/(\d{2}:\d{2}))?$/.exec(subject) ?? [];
  return regio && datum && isDate(datum) ? { regio, datum, van: van ?? null } : null;
}

/**
 * What a message about the rota shows, from what is true now; null: it no longer makes sense. One that
 * was never shown stays away once it is pointless: somebody who is reachable again hears nothing old.
 */
export async function roosterViewFor(world: World, bericht: Bericht): Promise<View | null> {
  const view = await currentView(world, bericht);
  return view && !bericht.adres && isPointless(view) ? null : view;
}

function isPointless(view: View): boolean {
  switch (view.view) {
    case 'dienst':
      return view.vervallen || view.voorbij;
    case 'dienst_onbevestigd':
      return view.bevestigd !== null || view.voorbij;
    case 'gat':
      return view.opgelost;
    case 'rooster_botsing':
      return view.regels.length === 0;
    case 'dubbel':
      return view.opgelost || view.voorbij;
    default:
      return false;
  }
}

async function currentView(world: World, bericht: Bericht): Promise<View | null> {
  const { store, clock, holidays } = world;
  const directory = store.directory();
  const now = clock.now();
  if (bericht.soort === 'rooster_gemist') return missedView(world, bericht);
  if (bericht.soort === 'rooster_nieuw') return nieuwView(world, bericht);
  if (bericht.soort === 'rooster_botsing') return botsingView(world, bericht);
  if (bericht.soort === 'rooster_verzoek') {
    const [, id = ''] = /\/verzoek\/(.+)$/.exec(bericht.onderwerp) ?? [];
    const verzoek = await store.verzoek(id);
    const at = verzoek && directory.regions.get(verzoek.regio);
    if (!verzoek || !at || !('persoon' in bericht.aan)) return null;
    const vervallen = verzoek.stand === 'open' && !stillTrue({ world, now }, at, verzoek);
    return verzoekView(verzoek, at, directory, bericht.aan.persoon, vervallen);
  }
  const about = readSubject(bericht.onderwerp);
  const region = about && directory.regions.get(about.regio);
  if (!about || !region) return null;
  const zone = region.tijdzone;
  const wall = (at: Instant) => at.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' });
  const duties = dutiesOn(region, holidays, about.datum);
  const duty = duties.find((d) => wall(d.start) === about.van);
  switch (bericht.soort) {
    case 'dienst_morgen':
    case 'dienst_straks':
      return 'persoon' in bericht.aan
        ? dienstView(world, region, bericht.soort, about, bericht.aan.persoon, now)
        : null;
    case 'dienst_ochtend':
      if (!bericht.adres && duties.length > 0 && duties.every((d) => !isBefore(now, d.end))) return null;
      return {
        view: 'dienst_ochtend',
        regio: region.naam,
        datum: about.datum,
        dagdelen: duties.map((d) => ({ van: wall(d.start), tot: wall(d.end), wie: whoOf(world, region, d) })),
      };
    case 'dienst_onbevestigd': {
      if (!duty || duty.kind === 'route') return null;
      const confirmed = await presence(world, region, about, responsible(region, directory, duty)?.id);
      return {
        view: 'dienst_onbevestigd',
        subject: bericht.onderwerp,
        wie: whoOf(world, region, duty),
        van: wall(duty.start),
        tot: wall(duty.end),
        datum: about.datum,
        bevestigd: confirmed
          ? { op: confirmed.op.toString(), door: directory.persons.get(confirmed.persoonId)?.naam ?? '' }
          : null,
        zone,
        voorbij: !isBefore(now, duty.end),
      };
    }
    case 'gat':
    case 'gat_nu': {
      const gap = cachedDayPlan(region, holidays, about.datum).unfilled.find((u) => wall(u.start) === about.van);
      // Told ahead, or fallen open while the day part runs.
      const ahead = bericht.soort === 'gat' && (!gap || isBefore(bericht.op, gap.start));
      if (!bericht.adres && gap && !isBefore(now, ahead ? gap.start : gap.end)) return null;
      return {
        view: 'gat',
        regio: region.naam,
        datum: about.datum,
        van: about.van ?? '',
        tot: gap ? wall(gap.end) : null,
        nu: !ahead,
        // Somebody was found since, or the day was closed: the card says so.
        opgelost: gap === undefined,
        door: duty ? whoOf(world, region, duty) : null,
        overnemen: gap && canTakeOver(world, region, bericht, about.datum) ? bericht.onderwerp : null,
        regioCode: region.code,
      };
    }
    case 'dubbel':
      return 'persoon' in bericht.aan ? dubbelView(world, region, about, bericht.aan.persoon) : null;
    case 'rooster_gewijzigd': {
      const persoon = 'persoon' in bericht.aan ? bericht.aan.persoon : '';
      const last = (region.uitzonderingen ?? [])
        .filter((u) => u.datum === about.datum)
        .sort((a, b) => Temporal.Instant.compare(b.ongedaan?.op ?? b.op, a.ongedaan?.op ?? a.op))[0];
      return {
        view: 'rooster_gewijzigd',
        regio: region.naam,
        datum: about.datum,
        mijn: duties
          .filter((d) => responsible(region, directory, d)?.id === persoon)
          .map((d) => ({ van: wall(d.start), tot: wall(d.end) })),
        door: directory.persons.get(last?.ongedaan?.door ?? last?.door ?? '')?.naam ?? 'iemand van de regio',
      };
    }
    default:
      return null;
  }
}

/** Somebody who may be on duty that day can take a gap over with one press. */
function canTakeOver({ store }: World, region: Region, { aan }: Bericht, datum: string): boolean {
  return 'persoon' in aan && rolesIn(store.directory(), region, aan.persoon, datum).includes('casuscoordinator');
}

const whoOf = ({ store }: World, region: Region, duty: ReturnType<typeof dutiesOn>[number]): string =>
  duty.kind === 'route'
    ? (region.routes.find((r) => r.id === duty.route)?.naam ?? duty.route)
    : (personFor(store.directory(), region, duty.persoon)?.naam ?? duty.persoon);

/** What the one whose day part it is now said; what another said before a change does not count. */
async function presence({ store }: World, region: Region, about: { datum: string; van: string | null }, id?: string) {
  const present = about.van === null ? null : await store.aanwezig(region.code, about.datum, about.van);
  return present?.persoonId === id ? present : null;
}

/** A reminder to the one on duty: the day parts, and the open cases that are handed over [P7]. */
export async function dienstView(
  world: World,
  region: Region,
  soort: 'dienst_morgen' | 'dienst_straks',
  about: { datum: string; van: string | null },
  personId: string,
  now: Instant,
): Promise<DienstView | null> {
  const { store, holidays } = world;
  const directory = store.directory();
  const zone = region.tijdzone;
  const wall = (at: Instant) => at.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' });
  const mine = dutiesOn(region, holidays, about.datum).filter(
    (d) => responsible(region, directory, d)?.id === personId && (about.van === null || wall(d.start) === about.van),
  );
  const [first] = mine;
  const last = mine.at(-1);
  const confirmed = await presence(world, region, about, personId);
  const waiting = await store.wachtend(region.code, HANDED_OVER);
  const own = await store.casussenVan(personId, HANDED_OVER);
  const known = new Set(own.map((o) => o.casus.id));
  return {
    view: 'dienst',
    soort: soort === 'dienst_morgen' ? 'morgen' : 'straks',
    subject: [region.code, about.datum, about.van].filter(Boolean).join('/'),
    regio: region.naam,
    zone,
    datum: about.datum,
    dagdelen: mine.map((d) => ({
      van: wall(d.start),
      tot: wall(d.end),
      route: d.kind === 'route' ? whoOf(world, region, d) : null,
    })),
    // The rota changed after the reminder was made: it is somebody else's turn now.
    vervallen: first === undefined,
    voorbij: last !== undefined && !isBefore(now, last.end),
    bevestigd: confirmed ? confirmed.op.toString() : null,
    casussen: [
      ...own
        .filter((o) => o.casus.aanspreekpunt === personId && o.casus.stand !== 'teruggekoppeld')
        .map((o) => casusRegel(o.casus, o.termijnen, directory, now, 'aanspreekpunt')),
      ...(await Promise.all(
        waiting
          .filter((c) => !known.has(c.id))
          .map(async (c) => casusRegel(c, await store.termijnen(c.id), directory, now, 'wachtend')),
      )),
    ].slice(0, HANDED_OVER),
  };
}

/** What was missed in an outage: worked out anew from the same interval. */
function missedView(world: World, bericht: Bericht): View | null {
  const [code = '', since = ''] = bericht.onderwerp.split('/');
  const region = world.store.directory().regions.get(code);
  if (!region || !/^\d+$/.test(since)) return null;
  const after = Temporal.Instant.fromEpochMilliseconds(Number(since));
  const missed = noticesBetween(region, world.holidays, after, bericht.op, world.store.directory()).filter(
    (n) => !isBefore(bericht.op, n.nuttigTot) && n.soort !== 'dienst_onbevestigd',
  );
  return {
    view: 'rooster_gemist',
    regio: region.naam,
    zone: region.tijdzone,
    van: after.toString(),
    tot: bericht.op.toString(),
    aantal: missed.length,
    dagen: [...new Set(missed.map((n) => n.datum))],
  };
}
