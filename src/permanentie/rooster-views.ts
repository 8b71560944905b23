import type { Bericht } from '../berichten/bericht.ts';
import { nameOf } from '../casus/casus-views.ts';
import { overdrachtView } from '../overdracht/overdracht-views.ts';
import { ongelezenVoor } from '../overdracht/te-lezen.ts';
import { type Directory, reachableAccount, rolesIn } from '../personen/directory.ts';
import type { Region } from '../regio/region.ts';
import { type Instant, isBefore, isDate, timeIn } from '../time.ts';
import type { View } from '../view.ts';
import type { World } from '../world.ts';
import { cachedDayPlan } from './cached-day-plan.ts';
import { dienstView, presence, whoOf } from './dienst-view.ts';
import { dubbelView } from './dubbel-view.ts';
import { endTime } from './end-time.ts';
import { gatenView } from './gaten-view.ts';
import { isWorthTelling, noticesBetween, noticesOn } from './notices.ts';
import { dutiesOn } from './on-duty.ts';
import { routeName } from './route-of.ts';
import { botsingView, nieuwView } from './sjabloon-views.ts';
import { responsible } from './toewijzing.ts';
import { lieten } from './uitzondering.ts';
import { verzoekView } from './verzoek-actions.ts';
import { startOf } from './verzoek-reminder.ts';
import { wallInstant } from './wall-instant.ts';

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

/**
 * When a message about a day part changes by itself: it ends, and what could be pressed makes no sense any more.
 * Null: it does not, or not again.
 */
export function roosterWekker({ store, holidays, clock }: World, { soort, onderwerp }: Bericht): Instant | null {
  if (soort !== 'dienst_straks' && soort !== 'dienst_onbevestigd' && soort !== 'gat' && soort !== 'gat_nu') return null;
  const about = readSubject(onderwerp);
  const region = about && store.directory().regions.get(about.regio);
  if (!about || !region) return null;
  const { duties, unfilled } = cachedDayPlan(region, holidays, about.datum);
  const part = [...duties, ...unfilled].find(
    ({ start }) => about.van !== null && start.equals(wallInstant(region.tijdzone, about.datum, about.van)),
  );
  return part && isBefore(clock.now(), part.end) ? part.end : null;
}

function isPointless(view: View): boolean {
  switch (view.view) {
    case 'dienst':
      return view.vervallen || view.voorbij;
    case 'dienst_onbevestigd':
      return view.bevestigd !== null || view.vervangen || view.voorbij;
    case 'gat':
      return view.opgelost || view.voorbij;
    case 'gaten':
      return view.vrij.length === 0 && !view.eigen;
    case 'rooster_botsing':
      return view.regels.length === 0;
    case 'dubbel':
      return view.opgelost || view.voorbij;
    case 'overdracht':
      return view.vraag === null && view.mijn.length === 0;
    case 'rooster_verzoek':
      return view.stand === 'ingetrokken';
    default:
      return false;
  }
}

async function currentView(world: World, bericht: Bericht): Promise<View | null> {
  const { store, clock, holidays } = world;
  const directory = store.directory();
  const now = clock.now();
  if (bericht.soort === 'rooster_gemist') return missedView(world, bericht);
  if (bericht.soort === 'rooster_niet_bezorgd') return lostView(directory, bericht);
  if (bericht.soort === 'gaten')
    return 'persoon' in bericht.aan ? gatenView(world, bericht.onderwerp, bericht.aan.persoon) : null;
  if (bericht.soort === 'rooster_nieuw') return nieuwView(world, bericht);
  if (bericht.soort === 'rooster_botsing') return botsingView(world, bericht);
  if (bericht.soort === 'rooster_verzoek') {
    const [, id = ''] = /\/verzoek\/(.+)$/.exec(bericht.onderwerp) ?? [];
    const verzoek = await store.verzoek(id);
    const at = verzoek && directory.regions.get(verzoek.regio);
    if (!verzoek || !at || !('persoon' in bericht.aan)) return null;
    const view = verzoekView({ world, now }, at, verzoek, bericht.aan.persoon);
    // Who asked hears that it lapsed, as long as that is of use; nobody sees the question itself any more.
    const lapse = view.lezer === 'vrager' && isBefore(verzoek.op, bericht.op) && isBefore(now, startOf(verzoek, at));
    return view.vervallen && !bericht.adres && !lapse ? null : view;
  }
  const about = readSubject(bericht.onderwerp);
  const region = about && directory.regions.get(about.regio);
  if (!about || !region) return null;
  const zone = region.tijdzone;
  const wall = (at: Instant) => timeIn(zone, at);
  const duties = dutiesOn(region, holidays, about.datum);
  const duty = duties.find((d) => wall(d.start) === about.van);
  switch (bericht.soort) {
    case 'dienst_morgen':
    case 'dienst_straks':
      return 'persoon' in bericht.aan
        ? dienstView(world, region, bericht.soort, about, bericht.aan.persoon, now)
        : null;
    case 'overdracht':
      return 'persoon' in bericht.aan
        ? overdrachtView({ world, region, personId: bericht.aan.persoon, now }, bericht.onderwerp)
        : null;
    case 'dienst_ochtend':
      if (!bericht.adres && duties.length > 0 && duties.every((d) => !isBefore(now, d.end))) return null;
      return {
        view: 'dienst_ochtend',
        regio: region.naam,
        datum: about.datum,
        dagdelen: duties.map((d) => ({ van: wall(d.start), tot: endTime(zone, d.end), wie: whoOf(world, region, d) })),
      };
    case 'dienst_onbevestigd': {
      if (!duty || duty.kind === 'route') return null;
      const present = responsible(region, directory, duty)?.id;
      const confirmed = await presence(world, region, about, present);
      const notas = present === undefined ? [] : await store.notas(region.code, now);
      return {
        view: 'dienst_onbevestigd',
        subject: bericht.onderwerp,
        wie: whoOf(world, region, duty),
        van: wall(duty.start),
        tot: endTime(zone, duty.end),
        datum: about.datum,
        // It is about the one of then: who came since has a moment of their own.
        vervangen: noticesOn(region, holidays, about.datum, directory).some(
          (n) => n.soort === bericht.soort && n.van === about.van && isBefore(bericht.op, n.op),
        ),
        bevestigd: confirmed ? { op: confirmed.op.toString(), door: nameOf(directory, confirmed.persoonId) } : null,
        zone,
        voorbij: !isBefore(now, duty.end),
        ongelezen: ongelezenVoor(region, directory, holidays, notas, present ?? '', now).filter(
          (o) => o.dienst === bericht.onderwerp,
        ).length,
      };
    }
    case 'gat':
    case 'gat_nu': {
      const gap = cachedDayPlan(region, holidays, about.datum).unfilled.find((u) => wall(u.start) === about.van);
      // Told ahead, or fallen open while the day part runs.
      const ahead = bericht.soort === 'gat' && (!gap || isBefore(bericht.op, gap.start));
      // Once it runs, everybody who can do something was told: a notice of before says nothing new.
      if (!bericht.adres && gap && ahead && !isBefore(now, gap.start)) return null;
      return {
        view: 'gat',
        regio: region.naam,
        datum: about.datum,
        van: about.van ?? '',
        tot: gap ? endTime(zone, gap.end) : null,
        nu: !ahead,
        // Somebody was found since, or the day was closed: the card says so.
        opgelost: gap === undefined,
        voorbij: gap !== undefined && !isBefore(now, gap.end),
        route: gap?.route ? routeName(region, gap.route) : null,
        door: duty ? (responsible(region, directory, duty)?.naam ?? whoOf(world, region, duty)) : null,
        overnemen: gap && canTakeOver(world, region, bericht, about.datum) ? bericht.onderwerp : null,
        regioCode: region.code,
      };
    }
    case 'dubbel':
      return 'persoon' in bericht.aan ? dubbelView(world, region, about, bericht.aan.persoon) : null;
    case 'rooster_gewijzigd': {
      const persoon = 'persoon' in bericht.aan ? bericht.aan.persoon : '';
      const acts = (region.uitzonderingen ?? [])
        .filter((u) => u.datum === about.datum)
        .flatMap((u) => [u, ...(u.ongedaan ? [u.ongedaan] : [])])
        .sort((a, b) => Temporal.Instant.compare(b.op, a.op));
      // What this message was owed for, not what somebody did with another part of that day since.
      const act = acts.find(({ op }) => op.equals(bericht.op)) ?? acts[0];
      const others = duties.flatMap((d) => {
        const who = responsible(region, directory, d);
        const part = { van: wall(d.start), tot: endTime(zone, d.end) };
        const letGo = lieten(region, about.datum, part).includes(persoon);
        return who && who.id !== persoon && letGo ? [{ ...part, wie: who.naam }] : [];
      });
      return {
        view: 'rooster_gewijzigd',
        regio: region.naam,
        datum: about.datum,
        mijn: duties
          .filter((d) => responsible(region, directory, d)?.id === persoon)
          .map((d) => ({
            van: wall(d.start),
            tot: endTime(zone, d.end),
            route: d.kind === 'route' ? routeName(region, d.route) : null,
          })),
        overgenomen: others,
        door: directory.persons.get(act?.door ?? '')?.naam ?? 'iemand van de regio',
        op: bericht.op.toString(),
        zone,
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

/** Who or what could not be reached; null when somebody can be again. */
function lostView(directory: Directory, { onderwerp, adres }: Bericht): View | null {
  const [code = '', , , who = ''] = onderwerp.split('/');
  const region = directory.regions.get(code);
  if (!region || (adres === null && reachableAccount(directory, who))) return null;
  const wie = who === 'kanaal' ? null : nameOf(directory, who);
  return { view: 'rooster_niet_bezorgd', regio: region.naam, regioCode: region.code, wie };
}

/** What was missed in an outage: worked out anew from the same interval. */
function missedView(world: World, bericht: Bericht): View | null {
  const [code = '', since = ''] = bericht.onderwerp.split('/');
  const region = world.store.directory().regions.get(code);
  if (!region || !/^\d+$/.test(since)) return null;
  const after = Temporal.Instant.fromEpochMilliseconds(Number(since));
  const missed = noticesBetween(region, world.holidays, after, bericht.op, world.store.directory()).filter(
    (n) => !isBefore(bericht.op, n.nuttigTot) && isWorthTelling(n),
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
