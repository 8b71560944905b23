import { commands } from '../commands.ts';
import { audit, type Context, directoryOf, type Handler, refuse } from '../context.ts';
import type { Outcome } from '../outcome.ts';
import { herinneringStand } from '../permanentie/herinnering-stand.ts';
import { dateIn } from '../time.ts';
import type { HulpView } from '../view.ts';
import { type Person, rolesIn } from './directory.ts';

/** `/hulp`: what somebody can do here, by role; from the registry. */
export const hulp: Handler = async (context) => ({ kind: 'answer', view: hulpView(context, context.person) });

function hulpView(context: Context, person: Person): HulpView {
  const directory = directoryOf(context);
  const roles = [...directory.regions.values()].flatMap((r) =>
    rolesIn(directory, r, person.id, dateIn(r.tijdzone, context.now)),
  );
  const platforms = [...new Set((directory.accountsByPerson.get(person.id) ?? []).map((a) => a.platform))];
  return {
    view: 'hulp',
    naam: person.naam,
    rollen: ['aanmelder', ...new Set(roles)],
    commands: commands.map((c) => c.name),
    voorkeur: platforms.length > 1 ? { huidig: person.voorkeur, platforms } : null,
    herinnering: herinneringStand(directory, person, context.now),
  };
}

/** Where somebody with two accounts wants to be reached. Subject: the platform. */
export async function voorkeurBewaren(context: Context): Promise<Outcome> {
  const { world, person, subject, intent } = context;
  const accounts = directoryOf(context).accountsByPerson.get(person.id) ?? [];
  if (!accounts.some((a) => a.platform === subject)) return refuse({ kind: 'knop_onbekend' });
  const next = { ...person, voorkeur: subject };
  await world.store.commit({
    once: intent.delivery,
    persons: [next],
    audit: [audit(context, 'account.voorkeur', person.id)],
  });
  return { kind: 'replace', view: hulpView(context, next) };
}
