import type { ActionId } from '../actions.ts';
import type { Casus, GebeurtenisSoort } from '../casus/casus.ts';
import { type BerichtSpec, changed } from '../casus/change.ts';
import type { Seen } from '../casus/see.ts';
import { deciding } from '../casus/with-casus.ts';
import type { Context } from '../context.ts';
import type { Outcome } from '../outcome.ts';
import { personsWithRole } from '../personen/directory.ts';
import type { KasCommit, Store } from '../ports.ts';
import type { Region } from '../regio/region.ts';
import { rugzakBeleidOp } from '../regio/rugzak-beleid.ts';
import { dateIn } from '../time.ts';
import type { Daad } from './boeking.ts';
import { meldingOnderwerp, overschrijdingen } from './drempels.ts';
import type { Kas, KasChange, KasDecision } from './kas.ts';
import { klokkenNa } from './klokken.ts';
import type { Rugzak } from './rugzak.ts';

/** A rugzak nobody asked anything of yet, under the policy of the day its case was reported, which stays its own [B1]. */
const nieuweRugzak = ({ casus, region }: Parameters<typeof kasVan>[1]): Rugzak => ({
  casusId: casus.id,
  beleid: rugzakBeleidOp(region, dateIn(region.tijdzone, casus.aangemeldOp)),
  start: null,
  verlengingen: [],
  aanvragen: [],
  facturen: [],
});

/** Everything about the means of a case as they are now. Read after the case, whose version guards what is decided. */
export async function kasVan(
  store: Pick<Store, 'rugzak' | 'boekingen' | 'rugzakJaren'>,
  { casus, region }: { casus: Pick<Casus, 'id' | 'aangemeldOp'> } & Pick<Seen, 'region'>,
): Promise<Kas> {
  const [rugzak, boekingen, bound] = await Promise.all([
    store.rugzak(casus.id),
    store.boekingen(casus.id),
    store.rugzakJaren(region.code),
  ]);
  const budget = jaarbudgetten(region);
  const years = new Set([...bound.keys(), ...budget.keys()]);
  return {
    rugzak: rugzak ?? nieuweRugzak({ casus, region }),
    boekingen,
    regio: new Map([...years].map((y) => [y, { gebonden: bound.get(y) ?? 0, budget: budget.get(y) ?? null }])),
  };
}

/** Of a region by calendar year, in integer cents. */
export const jaarbudgetten = ({ rugzak }: Region): KasCommit['budget'] =>
  new Map(Object.entries(rugzak.jaarbudget).map(([year, cents]) => [Number.parseInt(year, 10), cents]));

/** What a decision about means comes to, with its line in the story and who hears of it. */
export type Besluit =
  | (KasChange & { soort: GebeurtenisSoort; detail?: string; berichten?: BerichtSpec[] })
  | Extract<KasDecision, { refusal: unknown }>;

/** Gives a decision its line in the story, unless it was refused. */
export const alsBesluit = (
  decision: KasDecision,
  soort: GebeurtenisSoort,
  detail?: string,
  berichten?: BerichtSpec[],
): Besluit =>
  'refusal' in decision
    ? decision
    : { ...decision, soort, ...(detail !== undefined && { detail }), ...(berichten && { berichten }) };

/**
 * Decides about the means of a case: everything that follows from it (ledger, clocks, alerts, messages) is
 * written with it, under the version of the case, or not at all.
 */
export function beslissen(
  context: Context,
  action: ActionId,
  decide: (kas: Kas, seen: Seen, daad: Daad) => Besluit | { toon: Outcome },
  show: (seen: Seen) => Promise<Outcome> | Outcome,
  draft?: { remove: string },
): Promise<Outcome> {
  const { world, person, now } = context;
  const [casusId = ''] = context.subject.split('/');
  return deciding(
    context,
    action,
    casusId,
    async (seen) => {
      const kas = await kasVan(world.store, seen);
      const datum = dateIn(seen.region.tijdzone, now);
      const daad: Daad = { door: person.id, op: now, datum, boekingId: world.ids.next() };
      const besluit = decide(kas, seen, daad);
      if ('refusal' in besluit || 'toon' in besluit) return besluit;
      const { rugzak, boekingen, soort, detail, berichten = [] } = besluit;
      const na: Kas = { ...kas, rugzak, boekingen: [...kas.boekingen, ...boekingen] };
      return {
        next: changed(seen.casus, {}),
        gebeurtenissen: [{ op: now, soort, door: person.id, ...(detail && { detail }) }],
        berichten: [...berichten, ...meldingen(kas, na, seen, daad)],
        ...klokkenNa(na, seen, world.ids.next),
        rugzak: { next: rugzak, regio: seen.region.code, boekingen, budget: jaarbudgetten(seen.region) },
      };
    },
    show,
    draft,
  );
}

/** One card per decision that passed a threshold, to the contact and to who watches over the budget [B9, C4]. */
function meldingen(voor: Kas, na: Kas, { casus, region, directory }: Seen, daad: Daad): BerichtSpec[] {
  const passed = overschrijdingen(voor, na);
  if (passed.length === 0) return [];
  const provinciaal = personsWithRole(directory, region, 'provinciaal_coordinator', daad.datum).map((p) => p.id);
  const onderwerp = meldingOnderwerp(daad.boekingId, passed);
  return [...new Set([casus.aanspreekpunt, ...provinciaal])].map((persoon) => ({
    soort: 'rugzak_melding',
    onderwerp,
    op: daad.op,
    aan: { persoon },
  }));
}
