import type { ActionId } from '../actions.ts';
import type { Decision } from '../casus/change.ts';
import type { Seen } from '../casus/see.ts';
import { deciding } from '../casus/with-casus.ts';
import { type Context, directoryOf, refuse, teamRegions } from '../context.ts';
import type { Outcome } from '../outcome.ts';
import type { View } from '../view.ts';
import { coordineert } from './coordineert.ts';
import type { Kandidaat } from './experts.ts';
import { laadPool } from './laad-pool.ts';
import { lopendeTafel, type Maak, ontvanger } from './tafel-change.ts';
import { tafelKaartView, uitnodigingView } from './tafel-views.ts';
import { aanTafel, type Deelnemer, type Zorgtafel } from './zorgtafel.ts';

/** What a button about a table is about: `<case>/<table>[/<participant or moment>]`. */
export function readTafelSubject(subject: string): { casusId: string; tafelId: string; rest: string } {
  const [casusId = '', tafelId = '', rest = ''] = subject.split('/');
  return { casusId, tafelId, rest };
}

export const maakVan = ({ world }: Context): Maak => ({
  id: () => world.ids.next(),
  agenda: () => {
    const { token, hash } = world.agenda.make();
    return { token, hash };
  },
});

/** The pool, read before a decision that may need the next expert; empty for who cannot cause that. */
export async function poolVan(context: Context, casusId: string): Promise<readonly Kandidaat[]> {
  if (teamRegions(directoryOf(context), context.person.id, context.now).length === 0) return [];
  const casus = await context.world.store.casusById(casusId);
  return casus ? laadPool(context.world, casus, context.now) : [];
}

/** The table a button is about; without an id the one that goes on, else the last. */
export const tafelVan = (seen: Seen, tafelId: string): Zorgtafel | undefined =>
  tafelId ? seen.zorgtafels.find((t) => t.id === tafelId) : (lopendeTafel(seen) ?? seen.zorgtafels.at(-1));

/** The seats somebody answers for: their own, and those they invite. */
export const zetelsVan = (tafel: Zorgtafel, lezer: string): Deelnemer[] =>
  aanTafel(tafel).filter((d) => ontvanger(d) === lezer);

/** A table as this reader may see it: the overview, or an own invitation; null: neither. */
export function tafelOfUitnodiging(context: Context, seen: Seen, tafelId: string, deelnemerId = ''): View | null {
  const tafel = tafelVan(seen, tafelId);
  if (!tafel) return null;
  const d = tafel.deelnemers.find((p) => p.id === deelnemerId && ontvanger(p) === context.person.id);
  const { agenda } = context.world;
  if (d) return uitnodigingView(seen, tafel, d, agenda);
  if (coordineert(seen)) return tafelKaartView(seen, tafel, agenda);
  const [mine] = zetelsVan(tafel, context.person.id);
  return mine ? uitnodigingView(seen, tafel, mine, agenda) : null;
}

/** Decides about a table; the card that was pressed shows what it came to. */
export function besluit(
  context: Context,
  action: ActionId,
  decide: (seen: Seen) => Decision,
  show?: (seen: Seen) => View | null,
): Promise<Outcome> {
  const { casusId, tafelId, rest } = readTafelSubject(context.subject);
  return deciding(context, action, casusId, decide, (seen) => {
    const view = show ? show(seen) : tafelOfUitnodiging(context, seen, tafelId, rest);
    return view ? { kind: 'replace', view } : refuse({ kind: 'niet_gevonden' });
  });
}
