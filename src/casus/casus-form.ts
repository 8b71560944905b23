import { RIJKSREGISTER_GEWEIGERD } from '../aanmelding/check-page.ts';
import { hasRijksregisternummer, withoutRijksregisternummers } from '../aanmelding/rijksregisternummer.ts';
import type { ActionId } from '../actions.ts';
import { bewaardTot } from '../bewaring/bewaren.ts';
import { type Context, type Handler, refuse } from '../context.ts';
import type { Values } from '../intent.ts';
import type { Outcome } from '../outcome.ts';
import { reachableAccount } from '../personen/directory.ts';
import { eersteKring } from '../personen/eerste-kring.ts';
import { dateIn } from '../time.ts';
import type { FieldErrors, View } from '../view.ts';
import { doorTeGeven, lopendeTafel } from '../zorgtafel/tafel-change.ts';
import { afgelastMetCasus, startVan } from '../zorgtafel/zorgtafel.ts';
import type { CasusFormulier } from './casus-view.ts';
import { aanspreekpuntNaam, nameOf } from './casus-views.ts';
import type { Decision } from './change.ts';
import { ended } from './ended.ts';
import type { Seen } from './see.ts';
import { opvang, zonderAanspreekpunt } from './volgt-op.ts';
import { deciding, read } from './with-casus.ts';

/** Longest text somebody may type about a case. */
const TEXT_MAX = 2000;

/** A text as typed, or empty. */
export const textIn = (values: Values, id: string): string => {
  const value = values[id];
  return typeof value === 'string' ? value.trim() : '';
};

/** What is wrong with one text that somebody typed about a case. */
export function textError(value: string, required: boolean, max = TEXT_MAX): string | null {
  if (value === '') return required ? 'Dit ontbreekt nog; een korte zin volstaat.' : null;
  if (hasRijksregisternummer(value)) return RIJKSREGISTER_GEWEIGERD;
  return value.length > max ? `Dit is ${value.length} tekens; houd het onder ${max}.` : null;
}

/**
 * Who a case can go to, as the options of the form: coordinators of the region, and where there is no other one who
 * watches over it [C4], so that it never stays with somebody who leaves.
 */
export function colleagues({ casus, directory, region, now }: Seen) {
  const without = casus.stand === 'aangemeld' ? [] : [casus.aanspreekpunt];
  return eersteKring(directory, region, opvang, dateIn(region.tijdzone, now), without).map((p) => ({
    value: p.id,
    label: reachableAccount(directory, p.id) ? p.naam : `${p.naam} (niet bereikbaar via de bot)`,
  }));
}

/** A form about a case: its fields are in `cards/casus-formulier.ts`. */
export const casusForm = (seen: Seen, formulier: CasusFormulier, values: Values, errors: FieldErrors): Outcome => ({
  kind: 'form',
  view: {
    view: 'casus_formulier',
    formulier,
    casusId: seen.casus.id,
    referentie: seen.casus.referentie,
    beller: seen.casus.inhoud.aanmelding.namens ?? null,
    values,
    errors,
    keuzes: formulier === 'overdracht' ? colleagues(seen) : [],
    ...(formulier === 'afsluiting' || formulier === 'intrekking'
      ? { ...metZorgtafel(seen), bewaard: { tot: bewaardTot(seen.region, seen.now) } }
      : {}),
  },
});

/** The table that is called off with the case. */
function metZorgtafel(seen: Seen): Pick<Extract<View, { view: 'casus_formulier' }>, 'zorgtafel'> {
  const tafel = lopendeTafel(seen);
  if (!tafel) return {};
  const start = startVan(tafel)?.toString() ?? null;
  return { zorgtafel: { id: tafel.id, start, zone: seen.region.tijdzone, voor: doorTeGeven(tafel, seen.lezer) } };
}

/** Opens a form, unless the decision behind it would be refused anyway: said now, not after typing. */
export const opens =
  (
    action: ActionId,
    formulier: CasusFormulier,
    refusal: (seen: Seen, context: Context) => Outcome | null = refuseEnded,
  ): Handler =>
  (context) =>
    read(
      context,
      action,
      (seen) => refusal(seen, context) ?? casusForm(seen, formulier, startValues(seen, formulier), {}),
    );

const startValues = ({ casus }: Seen, formulier: CasusFormulier): Values =>
  formulier === 'terugkoppeling' && casus.inhoud.terugkoppeling
    ? { uitkomst: casus.uitkomst ?? '', nota: casus.inhoud.terugkoppeling.nota }
    : {};

const refuseEnded = ({ casus }: Seen) => {
  const over = ended(casus);
  return over && refuse(over);
};

/** Refused when another coordinator has the case. */
export function takenByOther(seen: Seen, context: Context): Outcome | null {
  const { casus, directory } = seen;
  if (casus.stand === 'aangemeld' || casus.aanspreekpunt === context.person.id) return refuseEnded(seen);
  const over = refuseEnded(seen);
  if (over) return over;
  const door = nameOf(directory, casus.aanspreekpunt);
  if (zonderAanspreekpunt(casus, directory, seen.now)) return refuse({ kind: 'eerst_overdragen', was: door });
  const kind = casus.stand === 'teruggekoppeld' ? 'al_teruggekoppeld' : 'al_opgenomen';
  return refuse({ kind, door });
}

/** What a form comes to: what is wrong by field id (null: nothing), and the decision when nothing is. */
type Filled = {
  errors: Record<string, string | null>;
  /** What is wrong in the light of the case itself. */
  check?: (seen: Seen) => Record<string, string | null>;
  decide: (seen: Seen) => Decision | Promise<Decision>;
};

/** Keeps a form: with mistakes it comes back with what was typed, otherwise the decision is taken. */
export const saves =
  (action: ActionId, formulier: CasusFormulier, fill: (values: Values, context: Context) => Filled): Handler =>
  async (context) => {
    const { errors, check, decide } = fill(context.values, context);
    return deciding(
      context,
      action,
      context.subject,
      (seen) => {
        const found = Object.entries({ ...errors, ...check?.(seen) });
        const wrong = Object.fromEntries(found.filter((e): e is [string, string] => e[1] !== null));
        return Object.keys(wrong).length > 0
          ? { toon: casusForm(seen, formulier, withoutRijksregisternummers(context.values), wrong) }
          : decide(seen);
      },
      (seen) => ({ kind: 'replace', view: kept(seen, formulier) }),
    );
  };

/** What became of a form, in a line. The living cards are brought up to date by the outbox. */
export const kept = (seen: Seen, wat: Kept['wat']): Kept => ({
  view: 'bewaard',
  wat,
  referentie: seen.casus.referentie,
  beller: seen.casus.inhoud.aanmelding.namens ?? null,
  aanspreekpunt: aanspreekpuntNaam(seen),
  ...(wat === 'afsluiting' || wat === 'intrekking' ? { voor: voorWie(seen) } : {}),
});

/** Who the reader has to tell that the table is off. */
const voorWie = (seen: Seen): string[] => {
  const tafel = afgelastMetCasus(seen.zorgtafels);
  return tafel ? doorTeGeven(tafel, seen.lezer) : [];
};

type Kept = Extract<View, { view: 'bewaard' }>;
