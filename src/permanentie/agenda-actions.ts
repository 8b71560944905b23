import {
  ATTEMPTS,
  audit,
  type Context,
  coordinatorRegions,
  directoryOf,
  type Handler,
  refuse,
  teamRegions,
} from '../context.ts';
import type { Outcome } from '../outcome.ts';
import { type Agenda, mijnAgenda } from './agenda.ts';
import type { AgendaStand, AgendaView } from './rooster-view.ts';

/** *Agenda*, `/permanentie agenda`: an address for a calendar program. `subject`: a region's code, or nothing for one's own. */
export const agendaTonen: Handler = (context) => agenda(context, context.subject);

/**
 * The first time it makes the address and shows it. After that it only says that there is one: somebody
 * who asks again must not stop the calendar they use by accident.
 */
export async function agenda(context: Context, subject: string): Promise<Outcome> {
  const refused = await check(context, subject);
  if (refused) return refused;
  const { store } = context.world;
  const known = await store.agendaVan(context.person.id, subject || null);
  if (known)
    return { kind: 'answer', view: viewOf(context, subject, { kind: 'bestaat', op: known.gemaaktOp.toString() }) };
  const made = await replaceAddress(context, subject, 'maken');
  return 'outcome' in made ? made.outcome : { kind: 'answer', view: viewOf(context, subject, made) };
}

/** *Nieuw adres*: the one before stops at once. */
export const agendaVernieuwen: Handler = async (context) => {
  const refused = await check(context, context.subject);
  if (refused) return refused;
  const made = await replaceAddress(context, context.subject, 'maken');
  return 'outcome' in made ? made.outcome : { kind: 'replace', view: viewOf(context, context.subject, made) };
};

/** *Stop agenda*: also for somebody who may not have it any more. */
export const agendaStoppen: Handler = async (context) => {
  const { subject } = context;
  if (subject !== '' && !directoryOf(context).regions.has(subject)) return refuse({ kind: 'knop_onbekend' });
  const stopped = await replaceAddress(context, subject, 'stoppen');
  return 'outcome' in stopped ? stopped.outcome : { kind: 'replace', view: viewOf(context, subject, stopped) };
};

/** Why there is no calendar to be had here: an answer, or null. */
async function check(context: Context, subject: string): Promise<Outcome | null> {
  const { world, person, now } = context;
  const directory = directoryOf(context);
  const say = (stand: AgendaStand): Outcome => ({ kind: 'answer', view: viewOf(context, subject, stand) });
  if (subject === '') {
    const onRota =
      coordinatorRegions(directory, person.id, now).length > 0 ||
      mijnAgenda(directory, world.holidays, person, now).items.length > 0 ||
      (await world.store.zorgtafelsVan(person.id, 'lopende')).length > 0;
    if (!onRota) return say({ kind: 'niet_op_rooster' });
  } else {
    if (!directory.regions.has(subject)) return refuse({ kind: 'knop_onbekend' });
    if (!teamRegions(directory, person.id, now).some((r) => r.code === subject)) return say({ kind: 'niet_in_team' });
  }
  return world.agenda.isReachable() ? null : say({ kind: 'geen_adres' });
}

/** Ends the address somebody has for a calendar and, for `maken`, puts another in its place. */
async function replaceAddress(
  context: Context,
  subject: string,
  wat: 'maken' | 'stoppen',
): Promise<AgendaStand | { outcome: Outcome }> {
  const { world, person, now, intent } = context;
  const regio = subject || null;
  const waarover = `agenda/${regio ?? person.id}`;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const before = await world.store.agendaVan(person.id, regio);
    if (wat === 'stoppen' && before === null) return { kind: 'gestopt' };
    const address = wat === 'maken' ? world.agenda.make() : null;
    const next: Agenda | null = address && { hash: address.hash, persoonId: person.id, regio, gemaaktOp: now };
    const result = await world.store.commit({
      once: intent.delivery,
      agenda: { was: before?.hash ?? null, next, op: now },
      audit: [
        ...(before ? [audit(context, 'agenda.intrekken', waarover)] : []),
        ...(next ? [audit(context, 'agenda.maken', waarover)] : []),
      ],
    });
    if (result.kind === 'al_verwerkt') return { outcome: { kind: 'nothing' } };
    if (result.kind === 'ok')
      return address ? { kind: 'nieuw', adres: address.url, vervangt: before !== null } : { kind: 'gestopt' };
  }
  return { outcome: refuse({ kind: 'storing' }) };
}

function viewOf(context: Context, subject: string, stand: AgendaStand): AgendaView {
  const { person, now } = context;
  const directory = directoryOf(context);
  const region = directory.regions.get(subject);
  return {
    view: 'agenda',
    regio: region ? { code: region.code, naam: region.naam } : null,
    zone: region?.tijdzone ?? teamRegions(directory, person.id, now)[0]?.tijdzone ?? 'Europe/Brussels',
    stand,
    andere: teamRegions(directory, person.id, now)
      .filter((r) => r.code !== subject)
      .map(({ code, naam }) => ({ code, naam })),
  };
}
