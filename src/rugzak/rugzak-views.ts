import type { ActionId } from '../actions.ts';
import type { NewBericht } from '../berichten/bericht.ts';
import { nameOf } from '../casus/casus-views.ts';
import { ended } from '../casus/ended.ts';
import type { Seen } from '../casus/see.ts';
import { isGeldklok, readRungSubject } from '../casus/termijn.ts';
import { dateIn } from '../time.ts';
import { may } from '../toegang/policy.ts';
import type { Begin } from '../werk/werk-view.ts';
import { type Bewijs, bewijzen, hulpTot } from './bewijzen.ts';
import { bladzijde } from './bladzijde.ts';
import { leesMelding, standen } from './drempels.ts';
import { aanvraagVan, factuurVan, type Kas, saldoVan, verblijfPlafond, vrij } from './kas.ts';
import {
  A_DOCUMENT_DAYS,
  eindeVan,
  type Klok,
  klokken,
  laatsteDagVan,
  nietMeerBinnen,
  startTeVragen,
} from './klokken.ts';
import { bewijzenTegen, kwartaalVan, laatsteDag } from './looptijd.ts';
import { type Aanvraag, stappen } from './rugzak.ts';
import type {
  AanvraagRegel,
  BewijsRegel,
  Komend,
  RugzakMeldingView,
  RugzakTermijnView,
  RugzakView,
  RugzakViews,
  TeLang,
} from './rugzak-view.ts';
import { saldo } from './saldo.ts';
import { beletVerlenging } from './verloop.ts';

/** Most requests and dates on the card, and requests or proofs on a page of all of them. */
const REQUESTS = 8;
const DATES = 6;
const PAGE = 10;
/** Requests that can be freed from one card about a threshold. */
const TO_FREE = 3;

export const vandaag = ({ region, now }: Seen): string => dateIn(region.tijdzone, now);

export const hoofd = ({ casus, region }: Seen) => ({
  casusId: casus.id,
  referentie: casus.referentie,
  zone: region.tijdzone,
});

export const begin = <T>(all: readonly T[], most: number): Begin<T> => ({
  eerste: all.slice(0, most),
  nogMeer: Math.max(0, all.length - most),
});

/** A date as shown: an invoice by its number, proofs by their quarter. */
function alsKomend({ rugzak }: Pick<Kas, 'rugzak'>, { soort, over, datum }: Klok, today: string): Komend {
  const names: Partial<Record<Klok['soort'], string | undefined>> = {
    factuur: rugzak.facturen.find((f) => f.id === over)?.nummer,
    aanvraag: rugzak.aanvragen.find((a) => a.id === over)?.aanbieder,
    te_factureren: rugzak.aanvragen.find((a) => a.id === over)?.aanbieder,
    bewijs: over ?? undefined,
  };
  const wat = names[soort] ?? null;
  return { soort, datum, wat, voorbij: datum < today };
}

/** Dates ahead and overdue, the nearest first. */
export const komende = (kas: Kas, seen: Seen): Komend[] =>
  klokken(kas, seen.region, seen.holidays, ended(seen.casus) === null).map((k) => alsKomend(kas, k, vandaag(seen)));

/** Buttons of the whole rugzak that make sense now, for this reader. */
function knoppen({ rugzak, boekingen }: Kas, seen: Seen): ActionId[] {
  const loopt = ended(seen.casus) === null && seen.casus.stand !== 'aangemeld';
  const extend = beletVerlenging(rugzak, vandaag(seen)) === null;
  const sensible: [ActionId, boolean][] = [
    ['rugzak.aanvragen', loopt],
    ['rugzak.starten', loopt],
    ['rugzak.verlengen', loopt && extend],
    ['rugzak.stappen', loopt],
    ['rugzak.bewijzen', bewijzen({ rugzak, boekingen }).length > 0],
    ['rugzak.boekingen', boekingen.length > 0],
    ['rugzak.saldo', boekingen.length > 0],
    ['rugzak.verlenging_terug', loopt && rugzak.verlengingen.length > 0],
    ['casus.tonen', true],
  ];
  return sensible.flatMap(([action, sense]) => (sense && may(action, seen.relations) ? [action] : []));
}

const aanvraagRegel =
  (kas: Kas) =>
  (a: Aanvraag): AanvraagRegel => ({
    aanvraagId: a.id,
    categorie: a.categorie,
    aanbieder: a.aanbieder,
    cents: a.cents,
    stand: a.stand,
    saldo: saldoVan(kas, a.id),
  });

/** What somebody has to do something about comes first: decide, then pay, then invoice. */
const dringend = ({ stand, saldo: { gefactureerd, vastgelegd } }: AanvraagRegel): number =>
  stand === 'aangevraagd' ? 0 : gefactureerd > 0 ? 1 : vastgelegd > 0 ? 2 : 3;

export function rugzakView(kas: Kas, seen: Seen): RugzakView {
  const { rugzak, boekingen } = kas;
  const all = saldo(boekingen);
  const asked = startTeVragen(kas);
  return {
    view: 'rugzak',
    ...hoofd(seen),
    maximum: rugzak.beleid.maximum,
    plafond: verblijfPlafond(rugzak.beleid),
    saldo: all,
    verblijf: standen(kas).verblijf.gebonden,
    vrij: vrij(kas),
    start: rugzak.start,
    startTeVragen: asked !== null && asked <= vandaag(seen) && ended(seen.casus) === null ? asked : null,
    einde: eindeVan(rugzak),
    verlengd: rugzak.verlengingen.map((v) => ({ door: nameOf(seen.directory, v.door), reden: v.reden })),
    stappen: stappen
      .filter((s) => s !== 'a_document' || rugzak.pleegzorg)
      .map((stap) => ({ stap, datum: rugzak.stappen?.[stap]?.datum ?? null })),
    geldigTot: rugzak.start === null ? null : laatsteDag(rugzak.start, rugzak.beleid, 0),
    aanspreekpunt: nameOf(seen.directory, seen.casus.aanspreekpunt),
    pleegzorg: Boolean(rugzak.pleegzorg),
    komend: komende(kas, seen).slice(0, DATES),
    aanvragen: begin(
      rugzak.aanvragen
        .toReversed()
        .map(aanvraagRegel(kas))
        .sort((a, b) => dringend(a) - dringend(b)),
      REQUESTS,
    ),
    beeindigd: ended(seen.casus) !== null,
    nietMeerBinnen: teLang(kas),
    mag: knoppen(kas, seen),
  };
}

/** A page of every request there was, the newest first. */
export function aanvragenView(kas: Kas, seen: Seen, tot?: number): Extract<RugzakViews, { view: 'rugzak_aanvragen' }> {
  const page = bladzijde(kas.rugzak.aanvragen, tot, PAGE);
  const mag = (['rugzak.tonen'] as const).filter((a) => may(a, seen.relations));
  return { view: 'rugzak_aanvragen', ...hoofd(seen), ...page, regels: page.regels.map(aanvraagRegel(kas)), mag };
}

/** A page of proofs by quarter [B7]: first the quarters in which one is missing, the oldest first, then what is in order. */
export function bewijzenView(kas: Kas, seen: Seen, tot?: number): Extract<RugzakViews, { view: 'rugzak_bewijzen' }> {
  const today = vandaag(seen);
  const quarters = Map.groupBy(bewijzen(kas), (b) => b.kwartaal);
  const missing = (all: readonly Bewijs[]) => all.filter((b) => !b.bezorgd).length;
  const done = [...quarters.values()].filter((all) => missing(all) === 0);
  const open = [...quarters.values()].filter((all) => missing(all) > 0);
  // A page begins with the last.
  const page = bladzijde(
    [...done, ...open.reverse()].flatMap((all) => all.toReversed()),
    tot,
    PAGE,
  );
  const kwartalen = [...Map.groupBy(page.regels, (b) => b.kwartaal)].map(([kwartaal, shown]) => {
    const all = quarters.get(kwartaal) ?? shown;
    return {
      kwartaal,
      tegen: all[0]?.tegen ?? '',
      voorbij: (all[0]?.tot ?? '') < today,
      teLaat: all.some((b) => !b.bezorgd && b.tegen < today),
      ontbreekt: missing(all),
      regels: shown.map(
        (b): BewijsRegel => ({
          subject: `${seen.casus.id}/${b.aanvraag.id}/${kwartaal}`,
          categorie: b.aanvraag.categorie,
          aanbieder: b.aanvraag.aanbieder,
          bezorgdDoor: b.bezorgd && nameOf(seen.directory, b.bezorgd.door),
          opnieuw: b.opnieuw,
        }),
      ),
    };
  });
  const { casusId, referentie } = hoofd(seen);
  const { vroeger, later } = page;
  const mag = (['rugzak.bezorgd', 'rugzak.tonen'] as const).filter((a) => may(a, seen.relations));
  return { view: 'rugzak_bewijzen', casusId, referentie, kwartalen, vroeger, later, mag };
}

/** A rung of a clock of money, with the button that settles it; null: it is no such clock. */
export function rugzakTermijnView(
  kas: Kas,
  seen: Seen,
  { onderwerp, op }: Pick<NewBericht, 'onderwerp' | 'op'>,
): RugzakTermijnView | null {
  const { soort, over } = readRungSubject(onderwerp);
  if (!isGeldklok(soort) || soort === 'aanvraag') return null;
  const { region, casus } = seen;
  // The clock whose rung it was: after an extension another one runs, and this card is about the one before.
  const mine = seen.termijnen.filter(
    (t) => t.soort === soort && t.over === over && t.ladder.some((r) => r.op.equals(op)),
  );
  const running = mine.find((t) => !t.gestopt);
  const clock = running ?? mine.at(-1);
  const datum = clock ? laatsteDagVan(region.tijdzone, clock.einde) : vandaag(seen);
  const actions: Record<typeof soort, readonly ActionId[]> = {
    rugzak_start: ['rugzak.starten', 'rugzak.tonen'],
    rugzak_einde: ['rugzak.verlengen', 'rugzak.tonen'],
    a_document: ['rugzak.stappen', 'rugzak.tonen'],
    te_factureren: ['rugzak.factuur', 'rugzak.vrijgeven', 'rugzak.tonen'],
    factuur: ['rugzak.betaald', 'rugzak.tonen'],
    bewijs: ['rugzak.bewijzen', 'rugzak.tonen'],
  };
  const factuur = soort === 'factuur' && over !== null ? factuurVan(kas, over) : undefined;
  const aanvraag = soort === 'te_factureren' && over !== null ? aanvraagVan(kas, over) : undefined;
  const tot = aanvraag && hulpTot(aanvraag);
  const extend = beletVerlenging(kas.rugzak, vandaag(seen)) === null;
  const mag = actions[soort].filter((a) => may(a, seen.relations) && (a !== 'rugzak.verlengen' || extend));
  return {
    view: 'rugzak_termijn',
    ...hoofd(seen),
    klok: { ...alsKomend(kas, { soort, over, datum }, vandaag(seen)), soort },
    afgehandeld: running === undefined,
    cents: factuur?.cents ?? (aanvraag ? saldoVan(kas, aanvraag.id).vastgelegd : null),
    hulp: tot === undefined ? null : { tot, bewijzenTegen: bewijzenTegen(kwartaalVan(tot)) },
    nu: running ? null : (otherDate(seen, soort, clock?.id) ?? null),
    werkdagen: A_DOCUMENT_DAYS + (region.rugzak.verwerkingstijd ?? 0),
    beeindigd: ended(casus) !== null,
    verblijf: aanvraag?.categorie === 'verblijf' || (soort === 'rugzak_einde' && standen(kas).verblijf.gebonden > 0),
    aanspreekpunt: nameOf(seen.directory, casus.aanspreekpunt),
    subject: [casus.id, ...(factuur ? [factuur.aanvraagId, factuur.id] : aanvraag ? [aanvraag.id] : [])].join('/'),
    mag: running ? mag : mag.filter((a) => a === 'rugzak.tonen'),
  };
}

/** The date (ISO) of another clock of one kind that runs now. */
function otherDate({ termijnen, region }: Seen, soort: string, not: string | undefined): string | undefined {
  const other = termijnen.find((t) => t.soort === soort && !t.gestopt && t.id !== not);
  return other && laatsteDagVan(region.tijdzone, other.einde);
}

/** Help that the term does not reach, as it is shown. */
export const teLang = (kas: Kas): TeLang[] =>
  nietMeerBinnen(kas).map(({ categorie, aanbieder, van, tot }) => ({ categorie, aanbieder, van, tot }));

/** A threshold that was passed, with how it stands now [B9]. */
export function rugzakMeldingView(kas: Kas, seen: Seen, onderwerp: string): RugzakMeldingView {
  const now = standen(kas);
  const { casusId, referentie } = hoofd(seen);
  return {
    view: 'rugzak_melding',
    casusId,
    referentie,
    aanspreekpunt: nameOf(seen.directory, seen.casus.aanspreekpunt),
    gekruist: leesMelding(onderwerp).map((m) => {
      const { gebonden, plafond } = now[m.plafond];
      return { ...m, gebonden, maximum: plafond, nog: gebonden * 10_000 >= m.drempel * plafond };
    }),
    vrij: vrij(kas),
    vrijTeGeven: kas.rugzak.aanvragen
      .filter((a) => a.stand === 'goedgekeurd' && may('rugzak.vrijgeven', seen.relations))
      .map((a) => ({ ...a, cents: saldoVan(kas, a.id).vastgelegd }))
      .filter((a) => a.cents > 0)
      .sort((a, b) => b.cents - a.cents)
      .slice(0, TO_FREE)
      .map(({ id, categorie, aanbieder, cents }) => ({ subject: `${casusId}/${id}`, categorie, aanbieder, cents })),
    magVrijgeven: may('rugzak.vrijgeven', seen.relations),
    mag: (['rugzak.tonen', 'rugzak.boekingen'] as const).filter((a) => may(a, seen.relations)),
  };
}
