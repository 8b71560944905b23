import { casusRegel, nameOf } from '../casus/casus-views.ts';
import { isDeadline } from '../casus/termijn.ts';
import { stapKlok } from '../casus/volgende-stap.ts';
import { dienstOf } from '../overdracht/lezer-van.ts';
import { teLezen } from '../overdracht/te-lezen.ts';
import { personFor } from '../personen/directory.ts';
import type { Region } from '../regio/region.ts';
import { type Instant, isBefore, timeIn } from '../time.ts';
import type { World } from '../world.ts';
import { planRegel, planTeLaat } from '../zorgplan/plan-regel.ts';
import { endTime } from './end-time.ts';
import { dutiesOn } from './on-duty.ts';
import type { DienstView } from './rooster-view.ts';
import { responsible } from './toewijzing.ts';
import { wallInstant } from './wall-instant.ts';

/** Open cases handed over with a reminder, at most; that there are more is said. */
const HANDED_OVER = 10;
/** Deadlines of the day that one card lists; of the others it says how many, up to this. */
const MOST_DEADLINES = 12;
const MORE_COUNTED = 200;

export const whoOf = ({ store }: World, region: Region, duty: ReturnType<typeof dutiesOn>[number]): string =>
  duty.kind === 'route'
    ? (region.routes.find((r) => r.id === duty.route)?.naam ?? duty.route)
    : (personFor(store.directory(), region, duty.persoon)?.naam ?? duty.persoon);

/** What the one whose day part it is now said; what another said before a change does not count. */
export async function presence(
  { store }: World,
  region: Region,
  about: { datum: string; van: string | null },
  id?: string,
) {
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
  const mine = dutiesOn(region, holidays, about.datum).filter(
    (d) =>
      responsible(region, directory, d)?.id === personId && (about.van === null || timeIn(zone, d.start) === about.van),
  );
  const [first] = mine;
  const last = mine.at(-1);
  const confirmed = await presence(world, region, about, personId);
  // Whoever they are with: the aanmelder of each waits for an answer.
  const unanswered = await store.zonderTerugkoppeling(region.code, HANDED_OVER + 1);
  const own = await store.casussenVan(personId, HANDED_OVER + 1);
  const known = new Set(unanswered.map((o) => o.casus.id));
  const ending = await store.termijnenTussen(
    region.code,
    wallInstant(zone, about.datum, '00:00'),
    wallInstant(zone, about.datum, '24:00'),
    MOST_DEADLINES + MORE_COUNTED,
  );
  const deadlines = ending.filter(isDeadline);
  const casussen = [
    ...unanswered.map((o) =>
      casusRegel(o.casus, o.termijnen, directory, now, o.casus.stand === 'aangemeld' ? 'wachtend' : 'aanspreekpunt'),
    ),
    // Answered already, a case is handed over for what is late in its plan, and for what it waits for itself.
    ...(await Promise.all(
      own
        .filter((o) => o.casus.aanspreekpunt === personId && !known.has(o.casus.id))
        .filter((o) => o.casus.stand !== 'teruggekoppeld' || planTeLaat(o.termijnen, now) || stapKlok(o.termijnen))
        .map(async (o) => {
          const plan = await planRegel(world, o.casus, o.termijnen, personId, now);
          return casusRegel(o.casus, o.termijnen, directory, now, 'aanspreekpunt', plan);
        }),
    )),
  ];
  const { view: overdracht } = await teLezen(
    world,
    region,
    personId,
    mine.map((d) => dienstOf(region, d)),
    now,
  );
  return {
    view: 'dienst',
    soort: soort === 'dienst_morgen' ? 'morgen' : 'straks',
    subject: [region.code, about.datum, about.van].filter(Boolean).join('/'),
    regio: region.naam,
    zone,
    datum: about.datum,
    dagdelen: mine.map((d) => ({
      van: timeIn(zone, d.start),
      tot: endTime(zone, d.end),
      route: d.kind === 'route' ? whoOf(world, region, d) : null,
    })),
    // The rota changed after the reminder was made: it is somebody else's turn now.
    vervallen: first === undefined,
    begonnen: first !== undefined && !isBefore(now, first.start),
    voorbij: last !== undefined && !isBefore(now, last.end),
    bevestigd: confirmed ? confirmed.op.toString() : null,
    casussen: casussen.slice(0, HANDED_OVER),
    casussenMeer: casussen.length > HANDED_OVER,
    termijnen: deadlines.slice(0, MOST_DEADLINES).map((t) => ({
      referentie: t.referentie,
      aanspreekpunt: nameOf(directory, t.aanspreekpunt),
      einde: t.einde.toString(),
      verstreken: !isBefore(now, t.einde),
    })),
    termijnenMeer: Math.max(0, deadlines.length - MOST_DEADLINES),
    // The clock of an appointment ends when it begins.
    afspraken: ending
      .filter((t) => t.soort === 'zorgtafel_afspraak')
      .map((t) => ({ op: t.einde.toString(), wat: 'zorgtafel', referentie: t.referentie })),
    overdracht,
  };
}
