import { withoutRijksregisternummers } from '../aanmelding/rijksregisternummer.ts';
import type { ActionId } from '../actions.ts';
import { textError, textIn } from '../casus/casus-form.ts';
import { ended } from '../casus/ended.ts';
import { type Seen, see } from '../casus/see.ts';
import { named, read } from '../casus/with-casus.ts';
import { type Context, type Handler, refuse } from '../context.ts';
import type { Values } from '../intent.ts';
import type { Refusal } from '../refusal.ts';
import { may } from '../toegang/policy.ts';
import { weigeren } from './aanvragen.ts';
import { leesBedrag } from './bedrag.ts';
import { alsBesluit, type Besluit, beslissen, kasVan } from './beslissen.ts';
import { factureren, vrijgeven } from './betalen.ts';
import type { Daad } from './boeking.ts';
import { betaling, vrijgave } from './geld-vormen.ts';
import { aanvraagVan, factuurVan, type Kas, type KasDecision, saldoVan } from './kas.ts';
import { startTeVragen } from './klokken.ts';
import { laatsteDag } from './looptijd.ts';
import { mandaatVan } from './mandaat.ts';
import { antwoorden, navragen } from './navragen.ts';
import { pastDate } from './past-date.ts';
import { stappen } from './rugzak.ts';
import { toAanvraag, toOverzicht } from './rugzak-actions.ts';
import { beantwoord, gevraagd, overAanvraag, overVerlenging } from './rugzak-berichten.ts';
import type { RugzakFormulier, RugzakFormulierView } from './rugzak-view.ts';
import { vandaag } from './rugzak-views.ts';
import { stappenZetten, starten, verlengen } from './verloop.ts';

/** Days an invoice is to be paid in [B7]. */
const PAY_DAYS = 30;

/** What a form is about: the second and third part of its subject. */
type Waarover = { tweede: string; derde: string };

export type Vorm = {
  opens: ActionId;
  keeps: ActionId;
  /** Why it makes no sense now: said when it would open, not after typing. */
  refused?: (kas: Kas, seen: Seen, over: Waarover) => Refusal | null;
  /** What stands in the fields when it opens. */
  values?: (kas: Kas, seen: Seen, over: Waarover) => Values;
  /** What is wrong, by field id. */
  errors: (values: Values, kas: Kas, seen: Seen, over: Waarover) => Record<string, string | null>;
  decide: (values: Values, kas: Kas, seen: Seen, over: Waarover, daad: Daad, context: Context) => Besluit;
  /** It is about one request. */
  aanvraag: boolean;
};

/** Those that decide something; of the balance a form only asks the day. */
type Beslissend = Exclude<RugzakFormulier, 'saldo'>;

const vormen: Record<Beslissend, Vorm> = {
  betaling,
  vrijgave,
  weigering: {
    opens: 'rugzak.weigeren',
    keeps: 'rugzak.weigering_bewaren',
    aanvraag: true,
    refused: (kas, seen, { tweede }) => {
      const daad = zonder(seen);
      return waarom(weigeren(kas, tweede, '', mandaatVan(seen.region, seen.directory, daad.door, daad.datum), daad));
    },
    errors: (values) => ({ reden: textError(textIn(values, 'reden'), true) }),
    decide: (values, kas, seen, { tweede }, daad) =>
      alsBesluit(
        weigeren(
          kas,
          tweede,
          textIn(values, 'reden'),
          mandaatVan(seen.region, seen.directory, daad.door, daad.datum),
          daad,
        ),
        'rugzak_geweigerd',
        textIn(values, 'reden'),
        overAanvraag('beslist', kas, tweede, seen, daad),
      ),
  },
  vraag: {
    opens: 'rugzak.navragen',
    keeps: 'rugzak.vraag_bewaren',
    aanvraag: true,
    refused: (kas, seen, { tweede }) => waarom(navragen(kas, tweede, '', '', zonder(seen))),
    errors: (values) => ({ vraag: textError(textIn(values, 'vraag'), true) }),
    decide: (values, kas, seen, { tweede }, daad, { world }) => {
      const id = world.ids.next();
      const tekst = textIn(values, 'vraag');
      return alsBesluit(
        navragen(kas, tweede, id, tekst, daad),
        'rugzak_gevraagd',
        tekst,
        gevraagd(kas, tweede, id, seen, daad),
      );
    },
  },
  antwoord: {
    opens: 'rugzak.antwoorden',
    keeps: 'rugzak.antwoord_bewaren',
    aanvraag: true,
    refused: (kas, seen, over) => {
      const asked = openVraag(kas, over);
      return asked
        ? waarom(antwoorden(kas, over.tweede, asked.id, '', zonder(seen)))
        : { kind: 'rugzak_vraag_beantwoord' };
    },
    errors: (values) => ({ antwoord: textError(textIn(values, 'antwoord'), true) }),
    decide: (values, kas, _, { tweede, derde }, daad) => {
      const to = aanvraagVan(kas, tweede)?.vragen?.find((v) => v.id === derde)?.door ?? daad.door;
      const tekst = textIn(values, 'antwoord');
      return alsBesluit(
        antwoorden(kas, tweede, derde, tekst, daad),
        'rugzak_gewijzigd',
        tekst,
        beantwoord(tweede, derde, to, daad),
      );
    },
  },
  start: {
    opens: 'rugzak.starten',
    keeps: 'rugzak.start_bewaren',
    aanvraag: false,
    refused: (_, { casus }) => ended(casus),
    values: (kas, seen) => {
      const [today, asked] = [vandaag(seen), startTeVragen(kas)];
      return { start: kas.rugzak.start ?? (asked !== null && asked < today ? asked : today) };
    },
    errors: (values, _, seen) => ({ start: pastDate(textIn(values, 'start'), seen) }),
    decide: (values, kas, seen) =>
      ended(seen.casus)
        ? { refusal: ended(seen.casus) ?? { kind: 'al_afgesloten' } }
        : alsBesluit(starten(kas, textIn(values, 'start')), 'rugzak_gewijzigd', 'Start van de eerste hulp'),
  },
  verlenging: {
    opens: 'rugzak.verlengen',
    keeps: 'rugzak.verlenging_bewaren',
    aanvraag: false,
    refused: (kas, seen) =>
      ended(seen.casus) ?? waarom(verlengen(kas, '', kas.rugzak.verlengingen.length, zonder(seen))),
    errors: (values) => ({ reden: textError(textIn(values, 'reden'), true) }),
    decide: (values, kas, seen, { tweede }, daad) => {
      const over = ended(seen.casus);
      if (over) return { refusal: over };
      const reden = textIn(values, 'reden');
      const decision = verlengen(kas, reden, Number.parseInt(tweede, 10) || 0, daad);
      return alsBesluit(decision, 'rugzak_verlengd', reden, overVerlenging('verlengd', seen, daad));
    },
  },
  stappen: {
    opens: 'rugzak.stappen',
    keeps: 'rugzak.stappen_bewaren',
    aanvraag: false,
    values: ({ rugzak }) => ({
      ...Object.fromEntries(stappen.map((s) => [s, rugzak.stappen?.[s]?.datum ?? ''])),
      pleegzorg: rugzak.pleegzorg ? 'ja' : 'nee',
    }),
    errors: (values, _, seen) => ({
      ...Object.fromEntries(
        stappen.map((s) => [s, textIn(values, s) === '' ? null : pastDate(textIn(values, s), seen)]),
      ),
      pleegzorg: ['ja', 'nee'].includes(textIn(values, 'pleegzorg')) ? null : 'Duid een antwoord aan.',
    }),
    decide: (values, kas, _, __, daad) =>
      alsBesluit(
        stappenZetten(
          kas,
          Object.fromEntries(stappen.map((s) => [s, textIn(values, s) || null])),
          textIn(values, 'pleegzorg') === 'ja',
          daad,
        ),
        'rugzak_gewijzigd',
        'Stappen naar de toegangspoort',
      ),
  },
  factuur: {
    opens: 'rugzak.factuur',
    keeps: 'rugzak.factuur_bewaren',
    aanvraag: true,
    refused: (kas, _, { tweede }) => {
      if (aanvraagVan(kas, tweede)?.stand !== 'goedgekeurd') return { kind: 'niet_goedgekeurd' };
      return saldoVan(kas, tweede).vastgelegd > 0 ? null : { kind: 'meer_dan_vastgelegd', rest: 0 };
    },
    errors: (values, kas, seen, { tweede }) => {
      const { rugzak } = kas;
      // What was typed stays when the amount is too much; nothing left at all is refused.
      const rest = saldoVan(kas, tweede).vastgelegd;
      const [nummer, amount] = [textIn(values, 'nummer'), leesBedrag(textIn(values, 'bedrag'))];
      const known = rugzak.facturen.some((f) => f.aanvraagId === tweede && f.nummer === nummer && !f.ingetrokken);
      return {
        nummer: known ? 'Deze factuur staat er al. Kijk het nummer na.' : textError(nummer, true),
        bedrag:
          'fout' in amount
            ? amount.fout
            : rest > 0 && amount.cents > rest
              ? 'Dit is meer dan er nog te factureren is. Kijk het na, of vraag het verschil apart aan.'
              : null,
        ontvangen: pastDate(textIn(values, 'ontvangen'), seen),
      };
    },
    decide: (values, kas, _, { tweede }, daad, { world }) => {
      const [nummer, amount] = [textIn(values, 'nummer'), leesBedrag(textIn(values, 'bedrag'))];
      if ('fout' in amount) return { refusal: { kind: 'storing' } };
      if (kas.rugzak.facturen.some((f) => f.aanvraagId === tweede && f.nummer === nummer && !f.ingetrokken))
        return { refusal: { kind: 'factuur_bestaat_al' } };
      const ontvangen = textIn(values, 'ontvangen');
      const vervalt = Temporal.PlainDate.from(ontvangen).add({ days: PAY_DAYS }).toString();
      return alsBesluit(
        factureren(
          kas,
          { id: world.ids.next(), aanvraagId: tweede, nummer, cents: amount.cents, ontvangen, vervalt },
          daad,
        ),
        'rugzak_gewijzigd',
        'Factuur ontvangen',
      );
    },
  },
};

/** Why a decision would be refused now; it is only tried, so it needs no line of its own. */
const waarom = (decision: KasDecision): Refusal | null => ('refusal' in decision ? decision.refusal : null);
const zonder = (seen: Seen): Daad => ({ door: seen.lezer ?? '', op: seen.now, datum: vandaag(seen), boekingId: '' });

/** The question a form is about; buttons of a card name the request alone: then the oldest without an answer. */
const openVraag = (kas: Kas, { tweede, derde }: Waarover) =>
  aanvraagVan(kas, tweede)?.vragen?.find((v) => (derde ? v.id === derde : !v.antwoord));

const waarover = ({ subject }: Context): Waarover => {
  const [, tweede = '', derde = ''] = subject.split('/');
  return { tweede, derde };
};

/** Cards of before name an invoice without its request, and are drawn anew only when something of their case changes. */
function metAanvraag(kas: Kas, over: Waarover): Waarover {
  const factuur = over.derde ? undefined : factuurVan(kas, over.tweede);
  return factuur ? { tweede: factuur.aanvraagId, derde: factuur.id } : over;
}

function view(
  formulier: Beslissend,
  kas: Kas,
  seen: Seen,
  { tweede, derde }: Waarover,
  values: Values,
  errors: Record<string, string>,
): RugzakFormulierView {
  const { rugzak } = kas;
  const open = openVraag(kas, { tweede, derde });
  const third = formulier === 'antwoord' && open ? `/${open.id}` : formulier === 'betaling' ? `/${derde}` : '';
  const second =
    formulier === 'verlenging' ? `/${rugzak.verlengingen.length}` : vormen[formulier].aanvraag ? `/${tweede}` : '';
  return {
    view: 'rugzak_formulier',
    formulier,
    subject: `${seen.casus.id}${second}${third}`,
    referentie: seen.casus.referentie,
    vraag: formulier === 'antwoord' ? (open?.tekst ?? null) : null,
    rest: restOf(formulier, kas, tweede, derde),
    einde:
      formulier === 'verlenging' && rugzak.start !== null
        ? laatsteDag(rugzak.start, rugzak.beleid, rugzak.verlengingen.length + 1)
        : null,
    values,
    errors,
  };
}

/** What is left to invoice or to free, or what the invoice is of. */
function restOf(formulier: Beslissend, kas: Kas, aanvraagId: string, factuurId: string): number | null {
  if (formulier === 'betaling') return factuurVan(kas, factuurId)?.cents ?? null;
  return formulier === 'factuur' || formulier === 'vrijgave' ? saldoVan(kas, aanvraagId).vastgelegd : null;
}

/** Opens a form, unless what it is about is gone. */
const opens =
  (formulier: Beslissend): Handler =>
  (context) => {
    const { opens: action, values, aanvraag, refused } = vormen[formulier];
    return read(context, action, async (seen) => {
      const kas = await kasVan(context.world.store, seen);
      const over = metAanvraag(kas, waarover(context));
      if (aanvraag && !aanvraagVan(kas, over.tweede)) return refuse({ kind: 'niet_gevonden' });
      const refusal = refused?.(kas, seen, over);
      if (refusal) return refuse(named(refusal, seen));
      return { kind: 'form', view: view(formulier, kas, seen, over, values?.(kas, seen, over) ?? {}, {}) };
    });
  };

/** Keeps a form: with mistakes it comes back with what was typed. */
const keeps =
  (formulier: Beslissend): Handler =>
  async (context) => {
    const { keeps: action, errors, decide, aanvraag } = vormen[formulier];
    const over = waarover(context);
    const wrong = await mistakes(context, errors);
    if (wrong)
      return read(context, action, async (seen) => ({
        kind: 'form',
        view: view(
          formulier,
          await kasVan(context.world.store, seen),
          seen,
          over,
          withoutRijksregisternummers(context.values),
          wrong,
        ),
      }));
    return beslissen(
      context,
      action,
      (kas, seen, daad) => decide(context.values, kas, seen, over, daad, context),
      aanvraag ? toAanvraag(context, over.tweede) : toOverzicht(context),
    );
  };

/** What is wrong in a form, or null; who may not see the case gets the answer of `beslissen`. */
async function mistakes(context: Context, errors: Vorm['errors']): Promise<Record<string, string> | null> {
  const { world, person, now, subject, values } = context;
  const casus = await world.store.casusById(subject.split('/')[0] ?? '');
  const seen = casus && (await see(world, casus, person.id, now));
  if (!seen || !may('rugzak.tonen', seen.relations)) return null;
  const found = errors(values, await kasVan(world.store, seen), seen, waarover(context));
  const wrong = Object.entries(found).filter((e): e is [string, string] => e[1] !== null);
  return wrong.length > 0 ? Object.fromEntries(wrong) : null;
}

export const rugzakWeigeren = opens('weigering');
export const rugzakWeigeringBewaren = keeps('weigering');
export const rugzakNavragen = opens('vraag');
export const rugzakVraagBewaren = keeps('vraag');
export const rugzakAntwoorden = opens('antwoord');
export const rugzakAntwoordBewaren = keeps('antwoord');
export const rugzakStarten = opens('start');
export const rugzakStartBewaren = keeps('start');
export const rugzakVerlengen = opens('verlenging');
export const rugzakVerlengingBewaren = keeps('verlenging');
export const rugzakStappen = opens('stappen');
export const rugzakStappenBewaren = keeps('stappen');
export const rugzakFactuur = opens('factuur');
export const rugzakFactuurBewaren = keeps('factuur');
export const rugzakBetaald = opens('betaling');
export const rugzakBetalingBewaren = keeps('betaling');
export const rugzakVrijgaveBewaren = keeps('vrijgave');

/**
 * Frees what is left at once, unless something was invoiced: then it asks until when there was help, for its proofs
 * [B7]. Subject: `<case>/<request>`.
 */
export const rugzakVrijgeven: Handler = (context) => {
  const over = waarover(context);
  return beslissen(
    context,
    'rugzak.vrijgeven',
    (kas, seen, daad) => {
      const { vastgelegd, gefactureerd, betaald } = saldoVan(kas, over.tweede);
      if (vastgelegd > 0 && gefactureerd + betaald > 0)
        return {
          toon: { kind: 'form', view: view('vrijgave', kas, seen, over, vrijgave.values?.(kas, seen, over) ?? {}, {}) },
        };
      return alsBesluit(
        vrijgeven(kas, over.tweede, null, daad),
        'rugzak_gewijzigd',
        'Wat niet meer nodig is, vrijgegeven',
        overAanvraag('vrijgegeven', kas, over.tweede, seen, daad),
      );
    },
    toAanvraag(context, over.tweede),
  );
};
