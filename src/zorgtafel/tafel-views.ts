import { ageInWords } from '../aanmelding/age.ts';
import type { ActionId } from '../actions.ts';
import { aanspreekpuntInZin, aanspreekpuntNaam, nameOf } from '../casus/casus-views.ts';
import { ended } from '../casus/ended.ts';
import type { Seen } from '../casus/see.ts';
import { zonderAanspreekpunt } from '../casus/volgt-op.ts';
import { phoneAt } from '../permanentie/on-duty.ts';
import type { AgendaAddresses } from '../ports.ts';
import { dateIn, type Instant, isBefore } from '../time.ts';
import { may } from '../toegang/policy.ts';
import { type TafelVeld, tafelRol, zichtbaar } from '../toegang/zichtbaar.ts';
import { heeftGeantwoord, zonderAntwoord } from './antwoorden.ts';
import { eindeVan48Uur, klokVanTafel } from './klokken.ts';
import { linesOf } from './plan-formulier.ts';
import { tafelItem } from './tafel-agenda.ts';
import { doorTeGeven, ontvanger, type TafelMeldingSoort } from './tafel-change.ts';
import type { AgendaLink, TafelKaartView, TafelMeldingView, TafelTermijnView, UitnodigingView } from './tafel-view.ts';
import { beoordeel, voorstel } from './voorstel.ts';
import { zonderChat } from './wie-nodigt-uit.ts';
import { plaatsDelen } from './wijzig-plaats.ts';
import {
  aanTafel,
  type Deelnemer,
  loopt,
  momentenVooruit,
  OUDER_ERBIJ,
  startVan,
  type Zorgtafel,
} from './zorgtafel.ts';

type Adres = Pick<AgendaAddresses, 'urlOf'>;

const over = (seen: Seen, tafel: Zorgtafel) => ({
  casusId: seen.casus.id,
  tafelId: tafel.id,
  referentie: seen.casus.referentie,
  zone: seen.region.tijdzone,
});

/** An invitation as its reader may see it now [S8]. */
export function uitnodigingView(
  seen: Seen,
  tafel: Zorgtafel,
  d: Deelnemer,
  adres: Adres,
  errors: UitnodigingView['errors'] = {},
): UitnodigingView {
  const { casus, region, directory, now } = seen;
  const rol = tafelRol(d, seen.lezer ?? '');
  const mag = (veld: TafelVeld) => zichtbaar[rol].includes(veld);
  const { aanmelding } = casus.inhoud;
  const today = dateIn(region.tijdzone, now);
  const gekozen = tafel.momenten.find((m) => m.id === tafel.gekozen);
  return {
    view: 'uitnodiging',
    ...over(seen, tafel),
    deelnemerId: d.id,
    stand: rol === 'geen' ? 'weg' : tafel.stand,
    expert: rol === 'expert',
    voor: rol === 'doorgever' ? { naam: d.naam, doorgegeven: d.uitgenodigdOp !== null } : null,
    samenroeper: mag('samenroeper')
      ? {
          naam: aanspreekpuntInZin(seen),
          telefoon: phoneAt(region, today),
          ...(zonderAanspreekpunt(casus, directory, now) && { team: true as const }),
        }
      : null,
    plaats: mag('waar') ? tafel.plaats : null,
    duur: mag('duur') ? tafel.duur : null,
    momenten:
      mag('wanneer') && tafel.stand === 'peilen'
        ? tafel.momenten.map((m) => ({
            id: m.id,
            start: m.start.toString(),
            antwoord: d.antwoorden[m.id] ?? null,
            voorbij: !isBefore(now, m.start),
          }))
        : [],
    gekozen: mag('wanneer') && gekozen ? { id: gekozen.id, start: gekozen.start.toString() } : null,
    vervalt: mag('wanneer') ? vervallen(tafel, [d], now) : null,
    begonnen: gekozen !== undefined && !isBefore(now, gekozen.start),
    komt: d.stand === 'komt' ? 'ja' : d.stand === 'komt_niet' ? 'nee' : 'onbekend',
    boodschap: mag('boodschap') ? tafel.boodschap || null : null,
    reden: mag('reden') && (tafel.stand === 'afgelast' || tafel.agenda !== null) ? tafel.reden : null,
    leeftijd: mag('leeftijd') ? ageInWords(aanmelding.kind, aanmelding.geboortedatum, today) : null,
    signalen: mag('signalen') ? aanmelding.signalen : null,
    expertVraag: mag('expertVraag') ? tafel.expertVraag || null : null,
    agenda: agendaLink(seen, tafel, d, adres),
    beantwoord: heeftGeantwoord(tafel, d, now),
    melding: null,
    errors,
  };
}

/** Whether somebody was at the table by then, whoever invites them now. */
const wist = ({ sinds, uitgenodigdOp, geantwoordOp }: Deelnemer, op: Instant): boolean =>
  [sinds, uitgenodigdOp, geantwoordOp].some((at) => at !== null && !isBefore(op, at));

/** The calendar link of a seat, for who it goes to, as long as what a calendar can have of it is not what it should be. */
function agendaLink(seen: Seen, tafel: Zorgtafel, d: Deelnemer | undefined, adres: Adres): AgendaLink | null {
  const item = d && ontvanger(d) === seen.lezer && tafel.stand !== 'gehouden' ? tafelItem(tafel, d) : null;
  const url = d && item && adres.urlOf(d.agenda.token);
  if (!d || !item || !url || tafel.agenda === null) return null;
  const link = { url, voor: d.persoonId === null ? d.naam : null };
  const heard = aanTafel(tafel).includes(d) ? wist(d, tafel.agenda.op) : d.uitAgenda !== undefined;
  if (item.stand === 'vervallen') return heard ? { doel: 'haal_uit', ...link } : null;
  return { doel: heard && tafel.volgnummer > 1 ? 'werk_bij' : 'zet', ...link };
}

/** The moment ahead that these seats were told of and that does not hold, while people are asked for another. */
function vervallen({ stand, agenda }: Zorgtafel, seats: readonly Deelnemer[], now: Instant): string | null {
  if (stand !== 'peilen' || agenda === null || !isBefore(now, agenda.start)) return null;
  return seats.some((d) => wist(d, agenda.op)) ? agenda.start.toString() : null;
}

/** Buttons on the coordinator's card of a table, in the order they are needed. */
function tafelKnoppen(seen: Seen, tafel: Zorgtafel, zelfOpen: boolean): ActionId[] {
  const start = startVan(tafel);
  const begun = start !== null && !isBefore(seen.now, start);
  const doorgever: ActionId[] = zonderChat(tafel).length > 0 ? ['zorgtafel.doorgever'] : [];
  const buttons: ActionId[] =
    tafel.stand === 'peilen'
      ? [
          ...(zelfOpen
            ? (['zorgtafel.noteren', 'zorgtafel.kiezen'] as const)
            : (['zorgtafel.kiezen', 'zorgtafel.noteren'] as const)),
          'zorgtafel.moment',
          'zorgtafel.plaats',
          'zorgtafel.genodigde',
          'zorgtafel.expert',
          ...doorgever,
          'zorgtafel.verwijderen',
          'zorgtafel.afgelasten',
        ]
      : tafel.stand === 'vast'
        ? begun
          ? ['zorgtafel.verslag', 'zorgtafel.verplaatsen']
          : [
              'zorgtafel.noteren',
              'zorgtafel.genodigde',
              'zorgtafel.expert',
              ...doorgever,
              'zorgtafel.verwijderen',
              'zorgtafel.verplaatsen',
              'zorgtafel.plaats',
              'zorgtafel.afgelasten',
            ]
        : tafel.stand === 'gehouden'
          ? [...(seen.zorgplan ? (['zorgplan.tonen'] as const) : (['zorgplan.maken'] as const)), 'zorgtafel.verslag']
          : ['zorgtafel.plannen'];
  return [...(ended(seen.casus) ? [] : buttons), 'casus.tonen' as const].filter((a) => may(a, seen.relations));
}

export function tafelKaartView(seen: Seen, tafel: Zorgtafel, adres: Adres, iedereen = false): TafelKaartView {
  const { now, directory, termijnen } = seen;
  const people = aanTafel(tafel);
  const { beste } = voorstel(tafel, now);
  const clock = klokVanTafel(termijnen, tafel.id);
  const einde = clock?.einde ?? eindeVan48Uur(tafel.besprokenOp, seen);
  const own = people.find((d) => d.persoonId !== null && d.persoonId === seen.lezer);
  const zelfOpen = own !== undefined && loopt(tafel) && !heeftGeantwoord(tafel, own, now);
  const names = (ids: readonly string[]) => ids.flatMap((id) => tafel.deelnemers.find((d) => d.id === id)?.naam ?? []);
  return {
    view: 'tafel_kaart',
    ...over(seen, tafel),
    stand: tafel.stand,
    besproken: tafel.besprokenOp.toString(),
    uiterlijk: einde.toString(),
    klok: !clock || clock.gestopt ? 'gestopt' : isBefore(now, einde) ? 'loopt' : 'verstreken',
    plaats: tafel.plaats,
    duur: tafel.duur,
    momenten: tafel.momenten.map((m) => {
      const { kan, liever, kanNiet, onbekend, voorbij, ontbreekt, zonderExpert } = beoordeel(tafel, m, now);
      return {
        id: m.id,
        start: m.start.toString(),
        kan,
        liever,
        kanNiet,
        onbekend,
        voorbij,
        opTijd: !isBefore(einde, m.start),
        ontbreekt: ontbreekt.map(({ deelnemer, waarom }) => ({ naam: deelnemer.naam, waarom })),
        zonderExpert,
      };
    }),
    gekozen: startVan(tafel)?.toString() ?? null,
    deelnemers: people.map((d) => ({
      naam: d.naam,
      soort: d.soort,
      via: d.persoonId === null && d.via !== null ? nameOf(directory, d.via) : null,
      doorgegeven: d.uitgenodigdOp !== null,
      stand: d.stand,
      antwoorden: tafel.momenten.map((m) => d.antwoorden[m.id] ?? null),
    })),
    voorstel: tafel.stand === 'peilen' ? (beste?.moment.id ?? null) : null,
    zelfOpen,
    zonderOuders: !people.some((d) => d.soort === 'ouder'),
    reden: tafel.reden,
    verslag: tafel.verslag && {
      aanwezig: [
        ...names(tafel.verslag.aanwezig),
        ...(tafel.verslag.aanwezig.includes(OUDER_ERBIJ) ? ['een ouder die niet uitgenodigd was'] : []),
        ...linesOf(tafel.verslag.ookAanwezig ?? ''),
      ],
      zonderOuders: tafel.verslag.zonderOuders,
      veiligheid: tafel.verslag.veiligheid,
      besluit: tafel.verslag.besluit,
      op: tafel.verslag.op.toString(),
    },
    agenda: agendaLink(seen, tafel, own, adres),
    voor: zelfTeZeggen(seen, tafel),
    iedereen,
    mag: tafelKnoppen(seen, tafel, zelfOpen),
  };
}

/**
 * Who the reader has to tell that the table has a moment, or that it is off: who changes it gets no notice of it. While
 * people are asked for the first time, the invitations to pass on say so.
 */
function zelfTeZeggen(seen: Seen, tafel: Zorgtafel): string[] {
  const announced = tafel.agenda ? [tafel.agenda.start] : tafel.momenten.map((m) => m.start);
  const settled = tafel.stand === 'afgelast' || (loopt(tafel) && tafel.agenda !== null);
  return settled && announced.some((at) => isBefore(seen.now, at)) ? doorTeGeven(tafel, seen.lezer) : [];
}

const toTafel = (seen: Seen): ActionId[] => (may('zorgtafel.tonen', seen.relations) ? ['zorgtafel.tonen'] : []);

/** A notice about a table, from what is true now. `betreft`: as `tafelMelding` made it. */
export function tafelMeldingView(
  seen: Seen,
  tafel: Zorgtafel,
  soort: TafelMeldingSoort,
  betreft: string,
  adres: Adres,
): TafelMeldingView {
  const [wie, nieuw] = betreft.split('.');
  const d = tafel.deelnemers.find((p) => p.id === wie);
  const ander = soort === 'andere_doorgever';
  const gone = soort === 'niet_meer_nodig' || ander;
  // Who got them back meanwhile is told nothing that is no longer so.
  const weg = zonderChat(tafel).filter((p) => betreft.split('.').includes(p.id) && p.via !== seen.lezer);
  const seats = aanTafel(tafel).filter((p) => ontvanger(p) === seen.lezer);
  // Whose calendars it is about: who is not needed any more, else everybody the reader answers for.
  const about = ander ? [] : gone ? (d ? [d] : []) : seats;
  const silent = gone ? [] : seats.filter((p) => !heeftGeantwoord(tafel, p, seen.now));
  return {
    view: 'tafel_melding',
    ...over(seen, tafel),
    soort,
    stand: tafel.stand,
    wie: d?.naam ?? null,
    nieuw: ander
      ? (weg.flatMap((p) => p.via ?? []).map((via) => nameOf(seen.directory, via))[0] ?? null)
      : (tafel.deelnemers.find((p) => p.id === nieuw)?.naam ?? null),
    voor: ander
      ? weg.map((p) => p.naam)
      : gone
        ? d && d.persoonId === null
          ? [d.naam]
          : []
        : doorTeGeven(tafel, seen.lezer),
    ontbreekt: {
      zelf: silent.some((p) => p.persoonId !== null),
      voor: silent.filter((p) => p.persoonId === null).map((p) => p.naam),
    },
    start: gone ? null : (startVan(tafel)?.toString() ?? null),
    vervalt: gone ? null : vervallen(tafel, seats, seen.now),
    plaats: gone ? null : tafel.plaats,
    nieuws:
      soort === 'gewijzigd'
        ? {
            delen: plaatsDelen.filter((deel) => betreft.split('.').includes(deel)),
            duur: tafel.duur,
            boodschap: tafel.boodschap,
          }
        : null,
    reden: gone ? null : tafel.reden,
    agenda: agendaLink(
      seen,
      tafel,
      about.find((p) => p.persoonId !== null),
      adres,
    ),
    agendaVan: about.filter((p) => p.persoonId === null && agendaLink(seen, tafel, p, adres)).map((p) => p.naam),
    mag: gone ? [] : toTafel(seen),
  };
}

/** A rung of one of the clocks of a table, from what is true now. */
export function tafelTermijnView(
  seen: Seen,
  tafel: Zorgtafel,
  klok: TafelTermijnView['klok'],
  soort: TafelTermijnView['soort'],
): TafelTermijnView {
  const own = seen.termijnen.filter((t) => t.soort === klok && t.over === tafel.id);
  // The one that runs: of a table that was moved earlier the clock that stopped ends last.
  const clock = own.find((t) => !t.gestopt) ?? own.at(-1);
  const start = startVan(tafel);
  const einde = clock?.einde ?? start ?? tafel.besprokenOp;
  const seat = aanTafel(tafel).find((d) => ontvanger(d) === seen.lezer && !heeftGeantwoord(tafel, d, seen.now));
  const coordinates = seen.relations.has('aanspreekpunt') || seen.relations.has('coordinator');
  const done = !loopt(tafel) || clock === undefined || clock.gestopt !== null;
  const silent = zonderAntwoord(tafel, seen.now);
  const zonderMoment = tafel.stand === 'peilen' && momentenVooruit(tafel, seen.now).length === 0;
  return {
    view: 'tafel_termijn',
    ...over(seen, tafel),
    klok,
    soort,
    einde: einde.toString(),
    verstreken: !isBefore(seen.now, einde),
    voorbij:
      done ||
      (klok === 'zorgtafel_antwoorden' && (soort === 'herinnering' ? !seat : silent.length === 0 && !zonderMoment)) ||
      (klok === 'zorgtafel_afspraak' && (start === null || !isBefore(seen.now, start.add({ minutes: tafel.duur })))),
    aanspreekpunt: aanspreekpuntNaam(seen),
    start: start?.toString() ?? null,
    plaats: klok === 'zorgtafel_afspraak' ? tafel.plaats : null,
    wie: klok === 'zorgtafel_antwoorden' && soort === 'escalatie' && coordinates ? silent.map((d) => d.naam) : [],
    zonderMoment,
    voor: doorTeGeven(tafel, seen.lezer),
    mag: done ? [] : [...toTafel(seen), ...(klok === 'zorgtafel_verslag' ? verslagKnop(seen) : [])],
  };
}

const verslagKnop = (seen: Seen): ActionId[] => (may('zorgtafel.verslag', seen.relations) ? ['zorgtafel.verslag'] : []);
