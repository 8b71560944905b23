import type { AanmeldingStatusView, Ontvangst } from '../aanmelding/aanmelding-view.ts';
import { ageInWords } from '../aanmelding/age.ts';
import { triageOf } from '../aanmelding/triage-of.ts';
import type { ActionId } from '../actions.ts';
import { bewaardTot } from '../bewaring/bewaren.ts';
import type { Nota } from '../overdracht/nota.ts';
import { nextOnDuty, onDutyAt, phoneAt } from '../permanentie/on-duty.ts';
import { routeNow } from '../permanentie/route-of.ts';
import { type Directory, personFor, reachableAccount } from '../personen/directory.ts';
import { dateIn, type Instant, isBefore } from '../time.ts';
import { may } from '../toegang/policy.ts';
import type { View } from '../view.ts';
import type { PlanStand } from '../zorgplan/zorgplan-view.ts';
import { planKnoppen, planStand } from '../zorgplan/zorgplan-views.ts';
import { afgelastMetCasus } from '../zorgtafel/zorgtafel.ts';
import { aanmelderButtons, coordinatorButtons } from './allowed.ts';
import type { Casus, Gebeurtenis, Genummerd } from './casus.ts';
import type {
  Bewaard,
  CasusKaartView,
  CasusRegel,
  CasusVerloopView,
  MededelingSoort,
  MededelingView,
  TermijnView,
  VraagView,
} from './casus-view.ts';
import { ended } from './ended.ts';
import type { Seen } from './see.ts';
import { isDeadline, type Rung, type Termijn } from './termijn.ts';
import { stapKlok } from './volgende-stap.ts';
import { volgtNiemandOp, zonderAanspreekpunt } from './volgt-op.ts';

/** Name of a person, as shown; somebody who was removed is still somebody. */
export const nameOf = (directory: Directory, personId: string): string =>
  directory.persons.get(personId)?.naam ?? 'een vroegere medewerker';

const clockOf = (seen: Seen): Termijn | undefined => seen.termijnen.find((t) => t.soort === 'terugkoppeling');

/** Who somebody outside the team can turn to: the contact, or the team once that one left it [A3]. */
export const aanspreekpuntNaam = (seen: Seen): string => heetNu(seen, 'Het');

/** The same within a sentence. */
export const aanspreekpuntInZin = (seen: Seen): string => heetNu(seen, 'het');

const heetNu = ({ casus, directory, region, now }: Seen, het: 'Het' | 'het'): string =>
  zonderAanspreekpunt(casus, directory, now)
    ? `${het} team van ${region.naam}`
    : nameOf(directory, casus.aanspreekpunt);

/** The number that reaches a case's people now: the phone of the region [P3]. */
const regionPhone = (seen: Seen) => phoneAt(seen.region, dateIn(seen.region.tijdzone, seen.now));

export function casusKaartView(seen: Seen, mogelijkDubbel: string[], notas: readonly Nota[]): CasusKaartView {
  const { casus, region, directory } = seen;
  const { aanmelding } = casus.inhoud;
  const aanmelder = directory.persons.get(casus.aanmelder);
  const clock = clockOf(seen);
  return {
    view: 'casus_kaart',
    casusId: casus.id,
    referentie: casus.referentie,
    regio: region.naam,
    zone: region.tijdzone,
    stand: casus.stand,
    aanmelder: {
      naam: aanmelding.namens?.naam ?? nameOf(directory, casus.aanmelder),
      organisatie: aanmelding.namens?.organisatie || (aanmelding.namens ? null : (aanmelder?.organisatie ?? null)),
      functie: aanmelding.namens ? null : (aanmelder?.functie ?? null),
      telefoon: aanmelding.namens?.telefoon ?? null,
      namens: aanmelding.namens ? nameOf(directory, casus.aanmelder) : null,
    },
    aanspreekpunt: nameOf(directory, casus.aanspreekpunt),
    aangemeldOp: casus.aangemeldOp.toString(),
    uiterlijk: (clock?.einde ?? casus.aangemeldOp).toString(),
    klok: !clock || clock.gestopt ? 'gestopt' : isBefore(seen.now, clock.einde) ? 'loopt' : 'verstreken',
    aanmelding,
    leeftijd: ageInWords(aanmelding.kind, aanmelding.geboortedatum, dateIn(region.tijdzone, seen.now)),
    aanvullingen: casus.inhoud.aanvullingen.map((a) => ({
      door: nameOf(directory, a.door),
      op: a.op.toString(),
      tekst: a.tekst,
    })),
    vragen: casus.inhoud.vragen.map((v) => ({
      door: nameOf(directory, v.door),
      tekst: v.tekst,
      antwoord: v.antwoord?.tekst ?? null,
    })),
    uitkomst: casus.uitkomst,
    nota: casus.inhoud.terugkoppeling?.nota ?? null,
    overdrachtsnota: latestNota(seen, notas),
    intrekking: casus.inhoud.intrekking?.reden ?? null,
    afsluiting: casus.inhoud.afsluiting ?? null,
    bewaard: bewaardVan(seen),
    meldingen: triageOf(
      aanmelding,
      directory,
      region,
      casus.aanmelder,
      dateIn(region.tijdzone, casus.aangemeldOp),
      'coordinator',
    ),
    mogelijkDubbel,
    inPlaatsVan: meantFor(seen),
    zorgplan: planStand(seen),
    mag: [...coordinatorButtons(casus, seen.relations, seen.zorgtafels), ...planKnoppen(seen)],
  };
}

/** Until when a case that was closed or withdrawn is kept; null: it goes on. */
function bewaardVan({ casus, region }: Pick<Seen, 'casus' | 'region'>): Bewaard | null {
  const end = casus.inhoud.afsluiting ?? casus.inhoud.intrekking;
  return end && ended(casus) ? { tot: bewaardTot(region, end.op) } : null;
}

/** What is left on screens of a closed case. */
export const casusAfgeslotenView = (seen: Seen): Extract<View, { view: 'casus_afgesloten' }> => ({
  view: 'casus_afgesloten',
  casusId: seen.casus.id,
  referentie: seen.casus.referentie,
  door: nameOf(seen.directory, seen.casus.inhoud.afsluiting?.door ?? seen.casus.aanspreekpunt),
  bewaard: bewaardVan(seen) ?? { tot: null },
  mag: (['casus.tonen', 'casus.heropenen', 'casus.verloop'] as const).filter((a) => may(a, seen.relations)),
});

/** The newest handover note that was not withdrawn; only for who works on the case [P7]. */
function latestNota({ relations, directory }: Seen, notas: readonly Nota[]): CasusKaartView['overdrachtsnota'] {
  if (!relations.has('coordinator') && !relations.has('aanspreekpunt')) return null;
  const nota = notas.filter((n) => n.ingetrokken === null).at(-1);
  const read = nota?.gelezen.at(-1);
  return nota
    ? {
        door: nameOf(directory, nota.door),
        op: (nota.bewerkt ?? nota.op).toString(),
        tekst: nota.tekst,
        gelezen: read ? { door: nameOf(directory, read.door), op: read.op.toString() } : null,
      }
    : null;
}

/** Who was on duty for it, when it waits for somebody else because the bot could not reach that person. */
function meantFor({ casus, region, directory, holidays }: Seen): string | null {
  if (casus.stand !== 'aangemeld') return null;
  const duty = onDutyAt(region, holidays, casus.aangemeldOp) ?? nextOnDuty(region, holidays, casus.aangemeldOp);
  const meant = duty && personFor(directory, region, duty.kind === 'route' ? duty.eigenaar : duty.persoon);
  // Somebody the bot does reach was not passed over: the case was given back and waits for a later day part.
  return meant && meant.id !== casus.aanspreekpunt && !reachableAccount(directory, meant.id) ? meant.naam : null;
}

/** What can honestly be promised about the answer to a case [P2]. */
function ontvangstOf(seen: Seen): Ontvangst {
  const { casus, region, holidays, directory } = seen;
  const nu = onDutyAt(region, holidays, casus.aangemeldOp);
  const next = nu ? null : nextOnDuty(region, holidays, casus.aangemeldOp);
  const waits = nu === null && (next === null || isBefore(seen.now, next.start));
  return {
    naam: nameOf(directory, casus.aanspreekpunt),
    telefoon: regionPhone(seen),
    nuVanWacht: !waits,
    vanaf: waits ? (next?.start.toString() ?? null) : null,
    uiterlijk: (clockOf(seen)?.einde ?? casus.aangemeldOp).toString(),
    inPlaatsVan: meantFor(seen),
    bereikbaar: reachableAccount(directory, casus.aanspreekpunt) !== undefined,
    route: routeNow(region, holidays, seen.now),
  };
}

export function aanmeldingStatusView(seen: Seen): AanmeldingStatusView {
  const { casus, region, directory } = seen;
  return {
    view: 'aanmelding_status',
    casusId: casus.id,
    referentie: casus.referentie,
    zone: region.tijdzone,
    stand: casus.stand,
    ontvangst: ontvangstOf(seen),
    opgenomenDoor: casus.stand === 'aangemeld' ? null : aanspreekpuntNaam(seen),
    uitkomst: casus.uitkomst,
    nota: casus.inhoud.terugkoppeling?.nota ?? null,
    openVragen: ended(casus) ? 0 : casus.inhoud.vragen.filter((v) => !v.antwoord).length,
    namens: casus.inhoud.aanmelding.namens?.naam ?? null,
    meldingen: triageOf(
      casus.inhoud.aanmelding,
      directory,
      region,
      casus.aanmelder,
      dateIn(region.tijdzone, casus.aangemeldOp),
      'aanmelder',
    ).filter((m) => m.ernst === 'gevaar'),
    mag: aanmelderButtons(casus, seen.relations),
  };
}

/** The button that opens the case, for who may. */
const show = ({ relations }: Seen): ActionId[] => (may('casus.tonen', relations) ? ['casus.tonen'] : []);

export function termijnView(seen: Seen, soort: Rung['soort']): TermijnView {
  const { casus, region, directory } = seen;
  const clock = clockOf(seen);
  const einde = clock?.einde ?? casus.aangemeldOp;
  return {
    view: 'termijn',
    casusId: casus.id,
    referentie: casus.referentie,
    zone: region.tijdzone,
    soort,
    einde: einde.toString(),
    verstreken: !isBefore(seen.now, einde),
    aanspreekpunt: nameOf(directory, casus.aanspreekpunt),
    stand: casus.stand,
    gestopt: !clock || clock.gestopt !== null,
    mag: [...show(seen), ...coordinatorButtons(casus, seen.relations)].filter(
      (a) => a !== 'casus.verloop' && a !== 'casus.nota' && !a.startsWith('zorgtafel.'),
    ),
  };
}

export function vraagView(seen: Seen, vraagId: string): VraagView | null {
  const vraag = seen.casus.inhoud.vragen.find((v) => v.id === vraagId);
  return vraag
    ? {
        view: 'vraag',
        casusId: seen.casus.id,
        vraagId,
        referentie: seen.casus.referentie,
        door: nameOf(seen.directory, vraag.door),
        tekst: vraag.tekst,
        antwoord: vraag.antwoord?.tekst ?? null,
        waarde: null,
        vervallen: ended(seen.casus) !== null,
        errors: {},
      }
    : null;
}

/**
 * A notice that says who the contact is would become a second contact once that changes: from then on
 * it says who it is now [A3].
 */
function stillSo(casus: Casus, soort: MededelingSoort, recipientId: string): MededelingSoort {
  const still =
    soort === 'overgedragen_aan_jou'
      ? casus.aanspreekpunt === recipientId
      : soort === 'opgenomen'
        ? casus.stand !== 'aangemeld'
        : soort !== 'teruggegeven' || casus.stand === 'aangemeld';
  return still ? soort : 'nieuw_aanspreekpunt';
}

const isTeam = ({ relations }: Seen): boolean =>
  relations.has('coordinator') || relations.has('aanspreekpunt') || relations.has('provinciaal');

/** A notice of something that happened at `op`, as the recipient may see it. */
export function mededelingView(seen: Seen, soort: MededelingSoort, op: Instant, recipientId: string): MededelingView {
  const { casus, directory } = seen;
  const { terugkoppeling, vragen, aanvullingen, intrekking } = casus.inhoud;
  const texts: Partial<Record<MededelingSoort, string | undefined>> = {
    teruggekoppeld: terugkoppeling?.nota,
    beantwoord: vragen.find((v) => v.antwoord?.op.equals(op))?.antwoord?.tekst,
    aangevuld: aanvullingen.find((a) => a.op.equals(op))?.tekst,
    // Why is between who reported it and the team.
    ingetrokken: isTeam(seen) || seen.relations.has('aanmelder') ? intrekking?.reden : undefined,
  };
  const clock = clockOf(seen);
  const verweesd =
    !ended(casus) && may('casus.overdragen', seen.relations) && zonderAanspreekpunt(casus, directory, seen.now);
  const about: Partial<Record<MededelingSoort, string | null>> = {
    persoon_niet_bereikbaar: meantFor(seen),
    beantwoord: nameOf(directory, casus.aanmelder),
    aangevuld: nameOf(directory, casus.aanmelder),
    verbeterd: nameOf(directory, casus.aanmelder),
    ingetrokken: nameOf(directory, casus.aanmelder),
  };
  return {
    view: 'mededeling',
    casusId: casus.id,
    referentie: casus.referentie,
    zone: seen.region.tijdzone,
    soort: stillSo(casus, soort, recipientId),
    wie: about[soort] ?? nameOf(directory, casus.aanspreekpunt),
    telefoon: regionPhone(seen),
    uitkomst: soort === 'teruggekoppeld' ? casus.uitkomst : null,
    tekst: texts[soort] ?? null,
    uiterlijk: clock && !clock.gestopt ? clock.einde.toString() : null,
    ...(soort === 'heropend' && afgelastMetCasus(seen.zorgtafels) && { zorgtafelAfgelast: true }),
    ...(soort === 'bericht_niet_bezorgd' && volgtNiemandOp(casus, directory, seen.now) && { volgtNiemandOp: true }),
    ...(verweesd && { zonderAanspreekpunt: nameOf(directory, casus.aanspreekpunt) }),
    mag: [
      ...(verweesd ? (['casus.overdragen'] as const) : []),
      ...(soort === 'zorgplan_vastgelegd' ? (planStand(seen) ? (['zorgplan.tonen'] as const) : []) : show(seen)),
    ],
  };
}

/** One line of a list of cases: nothing about the child. */
export function casusRegel(
  casus: Casus,
  termijnen: readonly Termijn[],
  directory: Directory,
  now: Instant,
  rol: CasusRegel['rol'],
  zorgplan: PlanStand | null = null,
): CasusRegel {
  const running = termijnen
    .filter((t) => isDeadline(t) && !t.gestopt)
    .sort((a, b) => Temporal.Instant.compare(a.einde, b.einde))[0];
  const stap = stapKlok(termijnen);
  return {
    casusId: casus.id,
    referentie: casus.referentie,
    stand: casus.stand,
    aanspreekpunt: nameOf(directory, casus.aanspreekpunt),
    termijn: running?.einde.toString() ?? null,
    verstreken: running !== undefined && !isBefore(now, running.einde),
    rol,
    ...(running && (running.soort === 'zorgtafel' || running.soort === 'evaluatie') && { van: running.soort }),
    ...(stap && rol !== 'aanmelder' && { stap: stap.soort }),
    ...(zorgplan && { zorgplan }),
  };
}

/** How many lines of a case's story one screen shows. */
export const VERLOOP_LIMIT = 30;

/** What a case's aanmelder may read of what coordinators wrote: what was meant for them [A3]. */
const forAanmelder: readonly Gebeurtenis['soort'][] = [
  'teruggekoppeld',
  'terugkoppeling_verbeterd',
  'vraag_gesteld',
  'vraag_beantwoord',
  'aangevuld',
  'ingetrokken',
];

/** Handover notes are for the team; of a changed one only the words that hold now, of a withdrawn one none. */
const notaSoorten: readonly Gebeurtenis['soort'][] = ['nota', 'nota_gewijzigd', 'nota_ingetrokken'];

/** `events`: the lines to show and, when there are more before them, one more; oldest first. */
export function casusVerloopView(
  seen: Seen,
  events: readonly Genummerd[],
  notas: readonly Nota[],
  later: boolean,
): CasusVerloopView {
  const { casus, directory } = seen;
  const team = isTeam(seen);
  const holds = (e: Gebeurtenis) =>
    !notaSoorten.includes(e.soort) ||
    notas.some((n) => n.door === e.door && n.ingetrokken === null && (n.bewerkt ?? n.op).equals(e.op));
  const shown = events.slice(-VERLOOP_LIMIT).filter((e) => team || !notaSoorten.includes(e.soort));
  return {
    view: 'casus_verloop',
    casusId: casus.id,
    referentie: casus.referentie,
    stand: casus.stand,
    zone: seen.region.tijdzone,
    aanspreekpunt: nameOf(directory, casus.aanspreekpunt),
    // Means are the team's own affair.
    regels: shown
      .filter((e) => team || !e.soort.startsWith('rugzak'))
      .map((e) => ({
        op: e.op.toString(),
        soort: e.soort,
        door: e.door && nameOf(directory, e.door),
        betreft: e.betreft ? nameOf(directory, e.betreft) : null,
        detail: (team && holds(e)) || forAanmelder.includes(e.soort) ? (e.detail ?? null) : null,
      })),
    vroeger: events.length > VERLOOP_LIMIT ? (events[0]?.seq ?? null) : null,
    later,
    mag: team ? ['casus.tonen'] : ['aanmelding.tonen'],
  };
}
