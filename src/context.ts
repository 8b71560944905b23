import type { NewBericht } from './berichten/bericht.ts';
import type { BerichtSpec } from './casus/change.ts';
import { vangtOp } from './casus/volgt-op.ts';
import type { Intent, Values } from './intent.ts';
import type { Outcome } from './outcome.ts';
import type { Directory, Person } from './personen/directory.ts';
import { entryFor, rolesIn } from './personen/directory.ts';
import type { AuditEntry } from './ports.ts';
import type { Refusal } from './refusal.ts';
import type { Region } from './regio/region.ts';
import { dateIn, type Instant } from './time.ts';
import type { World } from './world.ts';

/** One intent being handled, by somebody the bot knows. */
export type Context = {
  world: World;
  intent: Intent;
  now: Instant;
  person: Person;
  /** Id the pressed button or form is about; empty for a typed command. */
  subject: string;
  values: Values;
};

export type Handler = (context: Context) => Promise<Outcome>;

/** The picture as it is at this moment: asked anew after every commit. */
export const directoryOf = (context: Context): Directory => context.world.store.directory();

/** Regions whose team somebody is in today, in the order of the regions. */
export const teamRegions = (directory: Directory, personId: string, now: Instant): Region[] =>
  [...directory.regions.values()].filter((r) => entryFor(directory, r, personId, dateIn(r.tijdzone, now)));

/** Regions somebody is casuscoördinator of today: an expert or a planner is in the team, but not on its cases. */
export const coordinatorRegions = (directory: Directory, personId: string, now: Instant): Region[] =>
  teamRegions(directory, personId, now).filter((r) =>
    rolesIn(directory, r, personId, dateIn(r.tijdzone, now)).includes('casuscoordinator'),
  );

/** Regions whose cases without a contact somebody takes up today [A3]. */
export const vangtOpIn = (directory: Directory, personId: string, now: Instant): Region[] =>
  teamRegions(directory, personId, now).filter((r) => vangtOp(directory, r, now).includes(personId));

/** The region somebody works in: their team's, else the one they chose, else the only one there is. */
export function homeRegion(directory: Directory, person: Person, now: Instant): Region | undefined {
  const chosen = person.regio === null ? undefined : directory.regions.get(person.regio);
  const only = directory.regions.size === 1 ? [...directory.regions.values()][0] : undefined;
  return teamRegions(directory, person.id, now)[0] ?? chosen ?? only;
}

/**
 * How often something is decided anew because somebody else was first: a rota, an agenda or a note is changed by a few
 * people at once, of whom one gets through each time. A case has more (`with-casus.ts`).
 */
export const ATTEMPTS = 8;

export const refuse = (refusal: Refusal): Outcome => ({ kind: 'answer', view: { view: 'weigering', refusal } });

/** An audit entry for what this person does now. */
export const audit = (
  context: Context,
  wat: string,
  waarover: string | null,
  resultaat: AuditEntry['resultaat'] = 'toegestaan',
): AuditEntry => ({ op: context.now, wie: context.person.id, wat, waarover, resultaat });

/** Refuses, and notes once that it was tried, however often the platform repeats it [S2, S13]. */
export async function refuseNoted(context: Context, wat: string, waarover: string, refusal: Refusal): Promise<Outcome> {
  const noted = await context.world.store.commit({
    once: context.intent.delivery,
    audit: [audit(context, wat, waarover, 'geweigerd')],
  });
  return noted.kind === 'al_verwerkt' ? { kind: 'nothing' } : refuse(refusal);
}

/** Messages of a decision, ready for the outbox. */
export function outgoing(context: Context, casusId: string, specs: readonly BerichtSpec[]): NewBericht[] {
  return specs.map((spec) => ({ ...spec, id: context.world.ids.next(), casusId }));
}
