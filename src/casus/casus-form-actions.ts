import { aanvullen, intrekken } from '../aanmelding/bijwerken.ts';
import { checkText } from '../aanmelding/check-page.ts';
import { geboorteFout, geboorteMelden } from '../aanmelding/geboorte.ts';
import { type Handler, refuse } from '../context.ts';
import { oneOf } from '../one-of.ts';
import type { Outcome } from '../outcome.ts';
import { metIngetrokkenAanvragen } from '../rugzak/bij-einde.ts';
import { gebonden, saldo } from '../rugzak/saldo.ts';
import { dateIn } from '../time.ts';
import { eerstVerslag, metAfgelasteTafel } from '../zorgtafel/afgelasten.ts';
import { maakVan } from '../zorgtafel/context-tafel.ts';
import { metNieuweCoordinator } from '../zorgtafel/deelnemers.ts';
import { lopendeTafel } from '../zorgtafel/tafel-change.ts';
import { afsluiten } from './afsluiten.ts';
import { aanBetrokkenen } from './berichten-over.ts';
import type { Afsluiting, Uitkomst } from './casus.ts';
import { colleagues, opens, saves, takenByOther, textError, textIn } from './casus-form.ts';
import { ended } from './ended.ts';
import { overdragen } from './overdragen.ts';
import type { Seen } from './see.ts';
import { terugkoppelen } from './terugkoppelen.ts';
import { vraagStellen } from './vragen.ts';

/** The forms about a case: each opens, and each is kept. */

/** A case does not end before it is known what came of a table that began. */
const begonnen = (seen: Seen): Outcome | null => {
  const refusal = eerstVerslag(seen);
  return refusal && refuse(refusal);
};

export const casusTerugkoppelen = opens('casus.terugkoppelen', 'terugkoppeling', takenByOther);
export const casusVragen = opens('casus.vragen', 'vraag', (seen, context) =>
  seen.casus.inhoud.aanmelding.namens ? refuse({ kind: 'telefonisch_gemeld' }) : takenByOther(seen, context),
);
export const casusOverdragen = opens('casus.overdragen', 'overdracht', (seen) => {
  const over = ended(seen.casus);
  if (over) return refuse(over);
  return colleagues(seen).length === 0 ? refuse({ kind: 'niemand_om_over_te_dragen' }) : null;
});
/** The form that closes a case says what of its rugzak is not finished, before it is sent and when it comes back. */
const metGeld =
  (form: Handler): Handler =>
  async (context) => {
    const outcome = await form(context);
    if (outcome.kind !== 'form' || outcome.view.view !== 'casus_formulier') return outcome;
    const lines = await context.world.store.boekingen(outcome.view.casusId);
    const { aangevraagd, vastgelegd, gefactureerd } = saldo(lines);
    const verblijf = gebonden(saldo(lines.filter((b) => b.categorie === 'verblijf'))) > 0;
    return { ...outcome, view: { ...outcome.view, geld: { aangevraagd, vastgelegd, gefactureerd, verblijf } } };
  };

export const casusAfsluiten = metGeld(
  opens('casus.afsluiten', 'afsluiting', (seen, context) =>
    seen.casus.stand === 'opgenomen' || seen.casus.stand === 'aangemeld'
      ? refuse({ kind: 'eerst_terugkoppelen' })
      : (takenByOther(seen, context) ?? begonnen(seen)),
  ),
);
export const casusGeboorte = opens('casus.geboorte', 'geboorte', (seen) => {
  const over = ended(seen.casus);
  if (over) return refuse(over);
  return seen.casus.inhoud.aanmelding.kind === 'geboren' ? refuse({ kind: 'al_geboren' }) : null;
});
export const aanmeldingAanvullen = opens('aanmelding.aanvullen', 'aanvulling');
export const aanmeldingIntrekken = opens('aanmelding.intrekken', 'intrekking', (seen) => {
  const over = ended(seen.casus);
  return over ? refuse(over) : begonnen(seen);
});

/** With another answer than a zorgtafel a case is on no list any more: not while something of it still goes on [A3]. */
function uitkomstFout(seen: Seen, uitkomst: Uitkomst): string | null {
  if (uitkomst === 'zorgtafel') return null;
  if (lopendeTafel(seen))
    return 'Er loopt een zorgtafel. Last ze eerst af of, is ze begonnen, noteer hoe het was; daarna kan je iets anders kiezen.';
  return seen.zorgplan?.inhoud.vastgelegd
    ? 'Er wordt een zorgplan gevolgd: laat “Er komt een zorgtafel” staan. Is het traject voorbij, sluit de casus dan af.'
    : null;
}

const isUitkomst = oneOf<Uitkomst>(
  'zorgtafel',
  'regulier_aanbod',
  'advies',
  'gemandateerde_voorziening',
  'crisis',
  'niet_voor_ons',
);

export const terugkoppelingBewaren = saves('casus.terugkoppeling_bewaren', 'terugkoppeling', (values, context) => {
  const [uitkomst, nota] = [textIn(values, 'uitkomst'), textIn(values, 'nota')];
  return {
    errors: { nota: textError(nota, true) },
    check: (seen) => ({ uitkomst: isUitkomst(uitkomst) ? uitkomstFout(seen, uitkomst) : 'Kies een uitkomst.' }),
    decide: (seen) =>
      isUitkomst(uitkomst)
        ? terugkoppelen(seen.casus, context.person.id, uitkomst, nota, context.now)
        : { refusal: { kind: 'storing' } },
  };
});

export const vraagBewaren = saves('casus.vraag_bewaren', 'vraag', (values, context) => {
  const vraag = textIn(values, 'vraag');
  return {
    errors: { vraag: textError(vraag, true) },
    decide: (seen) => vraagStellen(seen.casus, context.person.id, context.world.ids.next(), vraag, context.now),
  };
});

export const overdrachtBewaren = saves('casus.overdracht_bewaren', 'overdracht', (values, context) => {
  const [naar, nota] = [textIn(values, 'naar'), textIn(values, 'nota')];
  return {
    errors: { naar: naar ? null : 'Kies een collega.', nota: textError(nota, false) },
    decide: (seen) =>
      colleagues(seen).some((c) => c.value === naar)
        ? metNieuweCoordinator(
            overdragen(seen.casus, context.person.id, naar, nota, context.now),
            seen,
            maakVan(context),
          )
        : { refusal: { kind: 'geen_recht' } },
  };
});

const isResultaat = oneOf<Afsluiting['resultaat']>('bereikt', 'regulier', 'doorverwezen', 'gestopt', 'geen_oplossing');
const isWoont = oneOf<Afsluiting['woont']>('thuis', 'netwerk', 'pleegzorg', 'residentie', 'onbekend');

export const afsluitingBewaren = metGeld(
  saves('casus.afsluiting_bewaren', 'afsluiting', (values, context) => {
    const [resultaat, woont] = [textIn(values, 'resultaat'), textIn(values, 'woont')];
    const [opvolging, openPunten] = [textIn(values, 'opvolging'), textIn(values, 'open_punten')];
    return {
      errors: {
        resultaat: isResultaat(resultaat) ? null : 'Kies hoe de casus eindigt.',
        woont: isWoont(woont) ? null : 'Kies waar het kind woont.',
        opvolging: textError(opvolging, true),
        open_punten: textError(openPunten, false),
      },
      check: (seen) => {
        const tafel = lopendeTafel(seen);
        const chosen = !tafel || [values.zorgtafel].flat().includes(tafel.id);
        return {
          zorgtafel:
            chosen || eerstVerslag(seen)
              ? null
              : 'Duid dit aan als ze niet doorgaat. Gaat ze wel door, sluit de casus dan later af.',
        };
      },
      decide: (seen) =>
        isResultaat(resultaat) && isWoont(woont)
          ? metIngetrokkenAanvragen(
              metAfgelasteTafel(
                afsluiten(
                  seen.casus,
                  { door: context.person.id, resultaat, woont, opvolging, openPunten },
                  context.now,
                ),
                seen,
                context.person.id,
                'afgesloten',
              ),
              seen,
              context,
            )
          : { refusal: { kind: 'storing' } },
    };
  }),
);

export const geboorteBewaren = saves('casus.geboorte_bewaren', 'geboorte', (values, context) => {
  const [datum, initialen] = [textIn(values, 'geboortedatum'), textIn(values, 'initialen')];
  return {
    errors: { initialen: initialen ? checkText('initialen', initialen, 12) : null },
    check: ({ casus, region, now }) => ({
      geboortedatum: geboorteFout(datum, casus.inhoud.aanmelding.geboortedatum, dateIn(region.tijdzone, now)),
    }),
    decide: (seen) => geboorteMelden(seen.casus, context.person.id, { datum, initialen }, context.now),
  };
});

export const aanvullingBewaren = saves('aanmelding.aanvulling_bewaren', 'aanvulling', (values, context) => {
  const tekst = textIn(values, 'aanvulling');
  return {
    errors: { aanvulling: textError(tekst, true) },
    decide: (seen) => aanvullen(seen.casus, context.person.id, tekst, context.now),
  };
});

export const intrekkingBevestigen = saves('aanmelding.intrekking_bevestigen', 'intrekking', (values, context) => {
  const reden = textIn(values, 'reden');
  return {
    errors: { reden: textError(reden, true) },
    decide: (seen) =>
      metIngetrokkenAanvragen(
        aanBetrokkenen(
          'ingetrokken',
          metAfgelasteTafel(
            intrekken(seen.casus, context.person.id, reden, context.now),
            seen,
            context.person.id,
            'ingetrokken',
          ),
          seen,
          context.person.id,
        ),
        seen,
        context,
      ),
  };
});
