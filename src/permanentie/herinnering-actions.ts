import { audit, type Context, directoryOf, type Handler, refuse } from '../context.ts';
import type { Outcome } from '../outcome.ts';
import type { Directory, Herinnering, Person } from '../personen/directory.ts';
import type { FieldErrors } from '../view.ts';
import { dueReminders } from './due-reminders.ts';
import { dagVoorKeuzes, voorafKeuzes } from './herinnering-keuzes.ts';
import { herinneringStand } from './herinnering-stand.ts';
import { mijnDienstenView } from './week-views.ts';

/** What a choice is called that leaves it to the region. */
const AS_REGION = 'regio';

/** *Herinneringen*: when somebody wants to hear of their own day parts [P7]. */
export const herinneringInstellen: Handler = async (context) => form(context, {});

function form(context: Context, errors: FieldErrors): Outcome {
  const stand = herinneringStand(directoryOf(context), current(context), context.now);
  if (!stand) return refuse({ kind: 'niet_op_rooster' });
  const { dagVoor, vooraf } = stand.eigen;
  return {
    kind: 'form',
    view: {
      view: 'herinnering',
      stand,
      values: {
        dag_voor: dagVoor ?? AS_REGION,
        vooraf: vooraf === null ? AS_REGION : String(vooraf),
        ...context.values,
      },
      errors,
    },
  };
}

/**
 * Keeps it. What is already due by the new hours goes out with it: moved from 16:00 to 15:30 at 15:50, the
 * reminder comes at once. One that went out by the old hours does not come again.
 */
export const herinneringBewaren: Handler = async (context) => {
  const { world, values, now, intent } = context;
  const { dag_voor: dag, vooraf } = values;
  const minutes = voorafKeuzes.find((m) => String(m) === vooraf) ?? null;
  const errors: FieldErrors = {};
  if (typeof dag !== 'string' || ![AS_REGION, 'niet', ...dagVoorKeuzes].includes(dag))
    errors.dag_voor = 'Kies een uur.';
  if (minutes === null && vooraf !== AS_REGION) errors.vooraf = 'Kies hoe lang ervoor.';
  if (Object.keys(errors).length > 0) return form(context, errors);
  const wish: Herinnering = { dagVoor: dag === AS_REGION ? null : String(dag), vooraf: minutes };
  const { herinnering: _, ...person } = current(context);
  const next: Person = { ...person, ...((wish.dagVoor !== null || wish.vooraf !== null) && { herinnering: wish }) };
  const directory = directoryOf(context);
  const after: Directory = { ...directory, persons: new Map([...directory.persons, [next.id, next]]) };
  const result = await world.store.commit({
    once: intent.delivery,
    persons: [next],
    berichten: [...directory.regions.values()].flatMap((region) =>
      dueReminders(region, after, world.holidays, {
        now,
        ids: world.ids,
        who: (id) => id === next.id,
        soorten: ['dienst_morgen', 'dienst_straks'],
      }),
    ),
    audit: [audit(context, 'herinnering.bewaren', next.id)],
  });
  if (result.kind !== 'ok') return { kind: 'nothing' };
  return { kind: 'answer', view: mijnDienstenView(directoryOf(context), world.holidays, next, now) };
};

/** The person as the picture has them now, not as when the intent came in. */
const current = (context: Context): Person => directoryOf(context).persons.get(context.person.id) ?? context.person;
