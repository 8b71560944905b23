import { nameOf } from '../casus/casus-views.ts';
import { NOG_EVEN_MIN } from '../permanentie/notices.ts';
import { type Duty, dutiesOn, nextOnDuty, onDutyAt } from '../permanentie/on-duty.ts';
import { responsible } from '../permanentie/toewijzing.ts';
import { wallInstant } from '../permanentie/wall-instant.ts';
import { rolesIn } from '../personen/directory.ts';
import type { Region } from '../regio/region.ts';
import { dateIn, type Instant, isBefore } from '../time.ts';
import type { World } from '../world.ts';
import { dienstOf, lezerVan } from './lezer-van.ts';
import type { Nota } from './nota.ts';
import type { NotaFormulierView, NotaRegel, OverdrachtView } from './overdracht-view.ts';
import { regelOf, TERUG_DAGEN, teLezen } from './te-lezen.ts';

/** Own notes on one card, at most; the newest. */
const MOST_OWN = 10;

/** Open cases with a field of their own, nearest deadline first; the others are in a choice. */
const OWN_FIELD = 5;
/** Most options of a choice that every chat platform can draw. */
const MOST_OPTIONS = 100;

/** The person of a region who writes, or for whom is written. */
type Who = { world: World; region: Region; personId: string; now: Instant };

/** Whether `/permanentie` leads to the handover: for who is on duty, or the next one else. */
export function heeftOverdracht({ world, region, personId, now }: Who): boolean {
  const { store, holidays } = world;
  const directory = store.directory();
  const first = onDutyAt(region, holidays, now) ?? nextOnDuty(region, holidays, now);
  const holder = (first && responsible(region, directory, first)?.id) ?? '';
  return holder === personId || lezerVan(region, directory, holidays, holder, now)?.persoon.id === personId;
}

/** Who may write a handover: the coordinators of the region, and who is on duty now or next. */
export function magSchrijven(who: Who): boolean {
  const { world, region, personId, now } = who;
  const roles = rolesIn(world.store.directory(), region, personId, dateIn(region.tijdzone, now));
  return roles.includes('casuscoordinator') || heeftOverdracht(who);
}

/** What the writer's card is about: the day part they are in or last had today, else the day. */
export function kaartOf({ world, region, personId, now }: Who): { onderwerp: string; op: Instant } {
  const datum = dateIn(region.tijdzone, now);
  const last = dutiesOn(region, world.holidays, datum)
    .filter((d) => responsible(region, world.store.directory(), d)?.id === personId && !isBefore(now, d.start))
    .at(-1);
  return last
    ? { onderwerp: dienstOf(region, last), op: last.start }
    : { onderwerp: `${region.code}/${datum}`, op: wallInstant(region.tijdzone, datum, '00:00') };
}

/** Whether somebody should be asked for the handover of this day part: another comes after them. */
function vraagtOverdracht({ world, region, personId }: Who, duty: Duty): boolean {
  const after = nextOnDuty(region, world.holidays, duty.start);
  return !after || responsible(region, world.store.directory(), after)?.id !== personId;
}

/**
 * The handover as one person sees it. `onderwerp`: the living card of a day part or day, with what was
 * written there; null: the screen, with what there is to read too.
 */
export async function overdrachtView(who: Who, onderwerp: string | null): Promise<OverdrachtView> {
  const { world, region, personId, now } = who;
  const { store, holidays } = world;
  const directory = store.directory();
  const notas = await store.notas(region.code, now.subtract({ hours: 24 * TERUG_DAGEN }));
  const own = notas.filter((n) => n.door === personId && (onderwerp === null || n.dienst === onderwerp));
  const duty = onderwerp === null ? null : dutyOf(who, onderwerp);
  const to = lezerVan(region, directory, holidays, personId, now);
  const before = notas.filter((n) => n.gelezen.some((l) => l.door === personId)).slice(-MOST_OWN);
  return {
    view: 'overdracht',
    regio: region.naam,
    regioCode: region.code,
    zone: region.tijdzone,
    vraag:
      duty && isBefore(now, duty.end.add({ minutes: NOG_EVEN_MIN })) && vraagtOverdracht(who, duty)
        ? { tot: duty.end.toString() }
        : null,
    openCasussen: (await store.openCasussen(region.code, MOST_OPTIONS)).length,
    volgende: to && { naam: to.persoon.naam, van: to.duty.start.toString() },
    lezen: onderwerp === null ? (await teLezen(world, region, personId, null, now)).view : null,
    eerder: onderwerp === null ? await Promise.all(before.map((n) => regelOf(world, n, personId, now))) : [],
    mijn: await Promise.all(own.slice(-MOST_OWN).map((n) => mijnNota(who, n))),
    meer: Math.max(0, own.length - MOST_OWN),
    magSchrijven: magSchrijven(who),
  };
}

function dutyOf({ world, region, personId }: Who, onderwerp: string): Duty | null {
  const [, datum = ''] = onderwerp.split('/');
  const duty = dutiesOn(region, world.holidays, datum).find((d) => dienstOf(region, d) === onderwerp);
  return duty && responsible(region, world.store.directory(), duty)?.id === personId ? duty : null;
}

async function mijnNota({ world, personId, now }: Who, nota: Nota): Promise<OverdrachtView['mijn'][number]> {
  const regel: NotaRegel = await regelOf(world, nota, personId, now);
  return {
    ...regel,
    id: nota.id,
    bewerkt: nota.bewerkt !== null,
    ingetrokken: nota.ingetrokken !== null,
    gelezen: nota.gelezen.map((l) => ({ door: nameOf(world.store.directory(), l.door), op: l.op.toString() })),
    wijzigbaar: isWijzigbaar(nota),
  };
}

/** Until somebody read it; what comes later is a new note. */
export const isWijzigbaar = (nota: Nota): boolean => nota.gelezen.length === 0 && nota.ingetrokken === null;

/** Id of the field of one case. */
export const caseField = (casusId: string) => `nota-${casusId}`;

/** The form for a new handover: in general, the nearest cases, and any other one. */
export async function notaFormulier(
  who: Who,
  values: NotaFormulierView['values'],
  errors: NotaFormulierView['errors'],
): Promise<NotaFormulierView> {
  const { world, region, personId, now } = who;
  const to = lezerVan(region, world.store.directory(), world.holidays, personId, now);
  const open = await world.store.openCasussen(region.code, MOST_OPTIONS);
  // What was typed keeps its field, also when another deadline came nearer meanwhile.
  const typed = open.filter(({ casus }) => values[caseField(casus.id)] !== undefined);
  const near = [...typed, ...open.filter((o) => !typed.includes(o))].slice(0, Math.max(OWN_FIELD, typed.length));
  const shown = open.filter((o) => near.includes(o));
  return {
    view: 'nota_formulier',
    subject: region.code,
    regio: region.naam,
    zone: region.tijdzone,
    volgende: to?.persoon.naam ?? null,
    wijzigt: null,
    casussen: shown.map(({ casus, termijnen }) => ({
      veld: caseField(casus.id),
      referentie: casus.referentie,
      termijn:
        termijnen
          .filter((t) => !t.gestopt)
          .map((t) => t.einde)
          .sort(Temporal.Instant.compare)[0]
          ?.toString() ?? null,
    })),
    andere: open.filter((o) => !shown.includes(o)).map(({ casus }) => ({ value: casus.id, label: casus.referentie })),
    values,
    errors,
  };
}
