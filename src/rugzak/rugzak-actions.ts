import type { ActionId } from '../actions.ts';
import { casusOpReferentie } from '../casus/casus-actions.ts';
import { ended } from '../casus/ended.ts';
import type { Seen } from '../casus/see.ts';
import { read, reading } from '../casus/with-casus.ts';
import { type Context, type Handler, refuse } from '../context.ts';
import type { Outcome } from '../outcome.ts';
import { may } from '../toegang/policy.ts';
import { aanvraagView } from './aanvraag-view.ts';
import { aanvraagIntrekken, goedkeuren } from './aanvragen.ts';
import { alsBesluit, type Besluit, beslissen, kasVan } from './beslissen.ts';
import { corrigeren } from './betalen.ts';
import { leesBladzijde } from './bladzijde.ts';
import { type Daad, isGoedkeuring } from './boeking.ts';
import { boekingenView } from './boekingen-view.ts';
import { facturenView } from './facturen-view.ts';
import { aanvraagVan, type Kas } from './kas.ts';
import { mandaatVan } from './mandaat.ts';
import { overAanvraag, teruggedraaid } from './rugzak-berichten.ts';
import { rugzakLijst } from './rugzak-lijst.ts';
import { aanvragenView, bewijzenView, rugzakView, vandaag } from './rugzak-views.ts';
import { rugzakSaldoOp } from './saldo-actions.ts';
import { bewijsBezorgen } from './verloop.ts';

/** `/rugzak LIM-2026-0001`, and a day behind it for the balance on that day; without a reference: my cases with a rugzak. */
export function rugzak(context: Context, rest: string): Promise<Outcome> {
  if (rest === '') return rugzakLijst(context);
  const [typed = '', ...day] = rest.split(/\s+/);
  return day.length > 0 ? rugzakSaldoOp(context, typed, day.join(' ')) : rugzakByReferentie(context, typed);
}

async function rugzakByReferentie(context: Context, typed: string): Promise<Outcome> {
  const { casus, asked } = await casusOpReferentie(context, typed);
  return reading(context, 'rugzak.tonen', casus, asked, toOverzicht(context));
}

/** A form becomes what it came to; a card that was pressed is that card from now on. */
const shown = ({ intent: { input } }: Context): 'answer' | 'replace' =>
  input.kind === 'action' && input.from === 'card' ? 'replace' : 'answer';

/** The whole rugzak, after a decision or as an answer. */
export const toOverzicht =
  (context: Context) =>
  async (seen: Seen): Promise<Outcome> => ({
    kind: shown(context),
    view: rugzakView(await kasVan(context.world.store, seen), seen),
  });

/** What is shown after a decision, or on a press: on the card that was pressed, or beside it. */
const reads =
  (action: ActionId, show: (kas: Kas, seen: Seen, context: Context) => Outcome): Handler =>
  (context) =>
    read(context, action, async (seen) => show(await kasVan(context.world.store, seen), seen, context));

export const rugzakTonen = reads('rugzak.tonen', (kas, seen) => ({ kind: 'answer', view: rugzakView(kas, seen) }));

/** Subject: `<case>`, or `<case>/<number of the newest line>` for an older page. */
export const rugzakBoekingen = reads('rugzak.boekingen', (kas, seen, { subject }) => ({
  kind: 'answer',
  view: boekingenView(kas, seen, leesBladzijde(subject.split('/')[1])),
}));

/** Every request, a page at a time. Subject: `<case>[/<number of the newest>]`. */
export const rugzakAlleAanvragen = reads('rugzak.alle_aanvragen', (kas, seen, { subject }) => ({
  kind: 'answer',
  view: aanvragenView(kas, seen, leesBladzijde(subject.split('/')[1])),
}));

/** Every invoice of a request, a page at a time. Subject: `<case>/<request>[/<number of the newest>]`. */
export const rugzakFacturen = reads('rugzak.facturen', (kas, seen, { subject }) => {
  const [, id = '', tot] = subject.split('/');
  const view = facturenView(kas, seen, id, leesBladzijde(tot));
  return view ? { kind: 'answer', view } : refuse({ kind: 'niet_gevonden' });
});

/** Proofs, a page at a time. Subject: `<case>[/<number of the newest>]`. */
export const rugzakBewijzen = reads('rugzak.bewijzen', (kas, seen, { subject }) => ({
  kind: 'answer',
  view: bewijzenView(kas, seen, leesBladzijde(subject.split('/')[1])),
}));

/** Subject: `<case>/<request>`. */
export const rugzakAanvraag = reads('rugzak.aanvraag', (kas, seen, context) => {
  const view = aanvraagView(kas, seen, context.subject.split('/')[1] ?? '');
  return view ? { kind: 'answer', view } : refuse({ kind: 'niet_gevonden' });
});

/** The card of a request after something was decided about it. */
export const toAanvraag =
  (context: Context, aanvraagId: string) =>
  async (seen: Seen): Promise<Outcome> => {
    const view = aanvraagView(await kasVan(context.world.store, seen), seen, aanvraagId);
    return view ? { kind: shown(context), view } : { kind: 'nothing' };
  };

/** A decision about one request, by a press on its card. Subject: `<case>/<request>`. */
const presses =
  (action: ActionId, decide: (kas: Kas, id: string, daad: Daad, seen: Seen) => Besluit): Handler =>
  (context) => {
    const [, id = ''] = context.subject.split('/');
    return beslissen(context, action, (kas, seen, daad) => decide(kas, id, daad, seen), toAanvraag(context, id));
  };

export const rugzakGoedkeuren = presses('rugzak.goedkeuren', (kas, id, daad, seen) => {
  // What ended binds nothing new; what waits can be refused or taken back.
  const over = ended(seen.casus);
  if (over) return { refusal: over };
  const mandaat = mandaatVan(seen.region, seen.directory, daad.door, vandaag(seen));
  const berichten = overAanvraag('beslist', kas, id, seen, daad);
  return alsBesluit(goedkeuren(kas, id, mandaat, daad), 'rugzak_goedgekeurd', '', berichten);
});

export const rugzakIntrekken = presses('rugzak.intrekken', (kas, id, daad, seen) =>
  aanvraagVan(kas, id)?.door === daad.door || seen.relations.has('aanspreekpunt')
    ? alsBesluit(
        aanvraagIntrekken(kas, id, daad),
        'rugzak_gewijzigd',
        'Aanvraag ingetrokken',
        overAanvraag('ingetrokken', kas, id, seen, daad),
      )
    : { refusal: { kind: 'geen_recht' } },
);

/**
 * Takes one line back by another. Subject: `<case>/<line>[/<number of the newest line of the page>]`, from the card of
 * a request with its id: `<case>/<line>/<request>`.
 */
export const rugzakCorrigeren: Handler = (context) => {
  const [, boekingId = '', tot] = context.subject.split('/');
  return beslissen(
    context,
    'rugzak.corrigeren',
    (kas, seen, daad) => {
      const line = kas.boekingen.find((b) => b.id === boekingId);
      // What ended binds nothing again, and waits for nobody.
      const over = line?.naar === null || line?.naar === 'vastgelegd' ? ended(seen.casus) : null;
      if (over) return { refusal: over };
      const approval = line !== undefined && isGoedkeuring(line);
      // Who only decides takes back what they decided themself.
      if (!may('rugzak.vrijgeven', seen.relations) && !(approval && line.door === daad.door))
        return { refusal: { kind: 'alleen_goedkeuring_terug' } };
      const berichten = approval ? teruggedraaid(kas, line.aanvraagId, seen, daad) : [];
      return alsBesluit(corrigeren(kas, boekingId, daad), 'rugzak_gewijzigd', 'Boeking teruggedraaid', berichten);
    },
    async (seen) => {
      const kas = await kasVan(context.world.store, seen);
      return {
        kind: 'replace',
        view: aanvraagView(kas, seen, tot ?? '') ?? boekingenView(kas, seen, leesBladzijde(tot)),
      };
    },
  );
};

/** Subject: `<case>/<request>/<quarter>[/nee]`. */
export const rugzakBezorgd: Handler = (context) => {
  const [, id = '', kwartaal = '', nee] = context.subject.split('/');
  return beslissen(
    context,
    'rugzak.bezorgd',
    (kas, _, daad) =>
      alsBesluit(
        bewijsBezorgen(kas, id, kwartaal, nee === 'nee', daad),
        'rugzak_gewijzigd',
        nee === 'nee' ? 'Bewijs toch niet bezorgd' : 'Bewijs bezorgd',
      ),
    async (seen) => ({ kind: 'replace', view: bewijzenView(await kasVan(context.world.store, seen), seen) }),
  );
};
