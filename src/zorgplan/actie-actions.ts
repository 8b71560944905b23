import type { Seen } from '../casus/see.ts';
import { deciding, read } from '../casus/with-casus.ts';
import { type Context, type Handler, refuse } from '../context.ts';
import type { Outcome } from '../outcome.ts';
import { actieGedaan } from './beslissingen.ts';
import { doorOf } from './zorgplan-actions.ts';
import { schrijven, zorgplanActieView } from './zorgplan-views.ts';

/** Subject of each: `<casus>/<actie>`. */
const actieIn = (context: Context): string => context.subject.split('/')[1] ?? '';

const toon = (seen: Seen, actieId: string, kind: 'answer' | 'replace'): Outcome => {
  const view = zorgplanActieView(seen, actieId, null);
  return view?.actie ? { kind, view } : refuse({ kind: 'onderdeel_weg' });
};

export const zorgplanActie: Handler = (context) =>
  read(context, 'zorgplan.actie', (seen) => toon(seen, actieIn(context), 'answer'));

export const zorgplanGedaan: Handler = (context) => afvinken(context, 'zorgplan.gedaan', true);

export const zorgplanNietGedaan: Handler = (context) => afvinken(context, 'zorgplan.niet_gedaan', false);

async function afvinken(
  context: Context,
  action: 'zorgplan.gedaan' | 'zorgplan.niet_gedaan',
  gedaan: boolean,
): Promise<Outcome> {
  const [casusId = '', id = ''] = context.subject.split('/');
  return deciding(
    context,
    action,
    casusId,
    (seen) => actieGedaan(seen, id, gedaan, schrijven(seen) === 'alles', doorOf(context)),
    (seen) => toon(seen, id, 'replace'),
  );
}
