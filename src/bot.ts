import * as aanmelding from './aanmelding/aanmelding-actions.ts';
import { type ActionId, isActionId } from './actions.ts';
import * as casus from './casus/casus-actions.ts';
import * as formulier from './casus/casus-form-actions.ts';
import { type CommandName, commandIn, commands } from './commands.ts';
import { type Context, type Handler, refuse } from './context.ts';
import type { Intent } from './intent.ts';
import type { Outcome } from './outcome.ts';
import { casusNota, casusNotaBewaren } from './overdracht/casus-nota.ts';
import * as overdracht from './overdracht/overdracht-actions.ts';
import { overdrachtGelezen } from './overdracht/overdracht-lezen.ts';
import { aanwezigMelden } from './permanentie/aanwezig-melden.ts';
import { agendaStoppen, agendaTonen, agendaVernieuwen } from './permanentie/agenda-actions.ts';
import { herinneringBewaren, herinneringInstellen } from './permanentie/herinnering-actions.ts';
import { permanentie, permanentieTonen } from './permanentie/permanentie-actions.ts';
import * as rooster from './permanentie/rooster-actions.ts';
import * as verzoeken from './permanentie/verzoek-actions.ts';
import { accountKey, type Person } from './personen/directory.ts';
import { hulp, voorkeurBewaren } from './personen/hulp.ts';
import { askKennismaking, markUnreachable, recognise, saveKennismaking } from './personen/meet.ts';
import { nearest } from './regio/nearest.ts';
import * as rugzakAanvraag from './rugzak/aanvraag-form.ts';
import { rugzakExport, rugzakRegio, rugzakRegioTonen } from './rugzak/regio-actions.ts';
import * as rugzak from './rugzak/rugzak-actions.ts';
import * as rugzakForm from './rugzak/rugzak-formulieren.ts';
import { rugzakLijst } from './rugzak/rugzak-lijst.ts';
import { rugzakSaldo, rugzakSaldoTonen } from './rugzak/saldo-actions.ts';
import { rugzakVerlengingTerug } from './rugzak/verlenging.ts';
import { werk, werkTonenBijKomst } from './werk/werk-actions.ts';
import type { World } from './world.ts';
import { onZorgplanAction } from './zorgplan/on-zorgplan-action.ts';
import { zorgplan } from './zorgplan/zorgplan-actions.ts';
import { zorgtafel } from './zorgtafel/tafel-actions.ts';
import { zorgtafelHandlers } from './zorgtafel/zorgtafel-handlers.ts';

/** What each command does with the words behind it. */
const onCommand = {
  aanmelding: aanmelding.aanmeldingStarten,
  permanentie: (context, rest) => permanentie(context, rest),
  casus: (context, rest) => (rest === '' ? casus.casusLijst(context) : casus.casusByReferentie(context, rest)),
  rugzak: (context, rest) =>
    /^regio\b/i.test(rest) ? rugzakRegio(context, rest.replace(/^regio\b/i, '')) : rugzak.rugzak(context, rest),
  werk: (context) => werk(context),
  zorgplan,
  zorgtafel,
  hulp,
} as const satisfies Record<CommandName, (context: Context, rest: string) => Promise<Outcome>>;

/** What each button and form does. A missing one does not compile. */
const onAction = {
  // Somebody who is known already sends the introduction again: go on with what was asked.
  'kennismaking.bewaren': (context) => command(context, context.subject),
  'account.voorkeur': voorkeurBewaren,
  'formulier.annuleren': async () => ({ kind: 'replace', view: { view: 'geannuleerd' } }),
  'hulp.tonen': hulp,
  'werk.tonen': werk,
  'permanentie.tonen': permanentieTonen,
  'permanentie.aanwezig': aanwezigMelden,
  'herinnering.instellen': herinneringInstellen,
  'herinnering.bewaren': herinneringBewaren,
  'overdracht.tonen': overdracht.overdrachtTonen,
  'overdracht.schrijven': overdracht.overdrachtSchrijven,
  'overdracht.bewaren': overdracht.overdrachtBewaren,
  'overdracht.wijzigen': overdracht.overdrachtWijzigen,
  'overdracht.wijziging_bewaren': overdracht.overdrachtWijzigingBewaren,
  'overdracht.intrekken': overdracht.overdrachtIntrekken,
  'overdracht.gelezen': overdrachtGelezen,
  'rooster.wijzigen': rooster.roosterWijzigen,
  'rooster.dag': rooster.roosterDag,
  'rooster.bewaren': rooster.roosterBewaren,
  'rooster.overnemen': rooster.roosterOvernemen,
  'rooster.ongedaan': rooster.roosterOngedaan,
  'rooster.aanvaarden': verzoeken.verzoekAanvaarden,
  'rooster.weigeren': verzoeken.verzoekWeigeren,
  'rooster.intrekken': verzoeken.verzoekIntrekken,
  'agenda.tonen': agendaTonen,
  'agenda.vernieuwen': agendaVernieuwen,
  'agenda.stoppen': agendaStoppen,
  'rugzak.regio': rugzakRegioTonen,
  'rugzak.export': rugzakExport,
  'aanmelding.starten': aanmelding.aanmeldingStarten,
  'aanmelding.hervatten': aanmelding.aanmeldingHervatten,
  'aanmelding.opnieuw': aanmelding.aanmeldingOpnieuw,
  'aanmelding.bewaren': aanmelding.aanmeldingBewaren,
  'aanmelding.verder': aanmelding.aanmeldingVerder,
  'aanmelding.terug': aanmelding.aanmeldingTerug,
  'aanmelding.versturen': aanmelding.aanmeldingVersturen,
  'aanmelding.tonen': casus.aanmeldingTonen,
  'aanmelding.aanvullen': formulier.aanmeldingAanvullen,
  'aanmelding.aanvulling_bewaren': formulier.aanvullingBewaren,
  'aanmelding.verbeteren': aanmelding.aanmeldingVerbeteren,
  'aanmelding.intrekken': formulier.aanmeldingIntrekken,
  'aanmelding.intrekking_bevestigen': formulier.intrekkingBevestigen,
  ...zorgtafelHandlers,
  'casus.lijst': casus.casusLijst,
  'casus.tonen': casus.casusTonen,
  'casus.verloop': casus.casusVerloop,
  'casus.opnemen': casus.casusOpnemen,
  'casus.teruggeven': casus.casusTeruggeven,
  'casus.terugkoppelen': formulier.casusTerugkoppelen,
  'casus.terugkoppeling_bewaren': formulier.terugkoppelingBewaren,
  'casus.vragen': formulier.casusVragen,
  'casus.vraag_bewaren': formulier.vraagBewaren,
  'casus.vraag_tonen': casus.casusVraagTonen,
  'casus.antwoorden': casus.casusAntwoorden,
  'casus.geboorte': formulier.casusGeboorte,
  'casus.geboorte_bewaren': formulier.geboorteBewaren,
  'casus.afsluiten': formulier.casusAfsluiten,
  'casus.afsluiting_bewaren': formulier.afsluitingBewaren,
  'casus.heropenen': casus.casusHeropenen,
  'casus.nota': casusNota,
  'casus.nota_bewaren': casusNotaBewaren,
  'casus.overdragen': formulier.casusOverdragen,
  'casus.overdracht_bewaren': formulier.overdrachtBewaren,
  ...onZorgplanAction,
  'rugzak.lijst': rugzakLijst,
  'rugzak.tonen': rugzak.rugzakTonen,
  'rugzak.boekingen': rugzak.rugzakBoekingen,
  'rugzak.saldo': rugzakSaldo,
  'rugzak.saldo_tonen': rugzakSaldoTonen,
  'rugzak.alle_aanvragen': rugzak.rugzakAlleAanvragen,
  'rugzak.facturen': rugzak.rugzakFacturen,
  'rugzak.bewijzen': rugzak.rugzakBewijzen,
  'rugzak.aanvraag': rugzak.rugzakAanvraag,
  'rugzak.aanvragen': rugzakAanvraag.rugzakAanvragen,
  'rugzak.bewaren': rugzakAanvraag.rugzakBewaren,
  'rugzak.verder': rugzakAanvraag.rugzakVerder,
  'rugzak.terug': rugzakAanvraag.rugzakTerug,
  'rugzak.versturen': rugzakAanvraag.rugzakVersturen,
  'rugzak.intrekken': rugzak.rugzakIntrekken,
  'rugzak.goedkeuren': rugzak.rugzakGoedkeuren,
  'rugzak.weigeren': rugzakForm.rugzakWeigeren,
  'rugzak.weigering_bewaren': rugzakForm.rugzakWeigeringBewaren,
  'rugzak.navragen': rugzakForm.rugzakNavragen,
  'rugzak.vraag_bewaren': rugzakForm.rugzakVraagBewaren,
  'rugzak.antwoorden': rugzakForm.rugzakAntwoorden,
  'rugzak.antwoord_bewaren': rugzakForm.rugzakAntwoordBewaren,
  'rugzak.starten': rugzakForm.rugzakStarten,
  'rugzak.start_bewaren': rugzakForm.rugzakStartBewaren,
  'rugzak.verlengen': rugzakForm.rugzakVerlengen,
  'rugzak.verlenging_bewaren': rugzakForm.rugzakVerlengingBewaren,
  'rugzak.verlenging_terug': rugzakVerlengingTerug,
  'rugzak.stappen': rugzakForm.rugzakStappen,
  'rugzak.stappen_bewaren': rugzakForm.rugzakStappenBewaren,
  'rugzak.factuur': rugzakForm.rugzakFactuur,
  'rugzak.factuur_bewaren': rugzakForm.rugzakFactuurBewaren,
  'rugzak.betaald': rugzakForm.rugzakBetaald,
  'rugzak.betaling_bewaren': rugzakForm.rugzakBetalingBewaren,
  'rugzak.vrijgeven': rugzakForm.rugzakVrijgeven,
  'rugzak.vrijgave_bewaren': rugzakForm.rugzakVrijgaveBewaren,
  'rugzak.corrigeren': rugzak.rugzakCorrigeren,
  'rugzak.bezorgd': rugzak.rugzakBezorgd,
} as const satisfies Record<ActionId, Handler>;

/** The only door in: what a person did on a chat platform, to what that person gets to see. */
export async function handle(world: World, intent: Intent): Promise<Outcome> {
  const { input } = intent;
  if (input.kind === 'lifecycle') return lifecycle(world, intent, input.event);
  if (input.kind === 'action' && !isActionId(input.action)) return refuse({ kind: 'knop_onbekend' });
  const person = await recognise(world, intent);
  if (!person) return firstContact(world, intent);
  const context = contextOf(world, intent, person);
  if (input.kind === 'command') return command(context, input.text);
  return isActionId(input.action) ? onAction[input.action](context) : refuse({ kind: 'knop_onbekend' });
}

function contextOf(world: World, intent: Intent, person: Person): Context {
  const { input } = intent;
  const action = input.kind === 'action';
  return {
    world,
    intent,
    now: intent.at,
    person,
    subject: action ? input.subject : '',
    values: action ? input.values : {},
  };
}

/** `/Aanmelding`, `aanmelding`, `permanentie maandag`: the words somebody typed, without the bot's name. */
function command(context: Context, text: string): Promise<Outcome> {
  const found = commandIn(text);
  if (found) return onCommand[found.name](context, found.rest);
  const [first = ''] = text.trim().split(/\s+/);
  if (first === '') return hulp(context);
  return Promise.resolve(unknownCommand(first));
}

const normal = (typed: string) => typed.toLowerCase().replace(/^\//, '');

function unknownCommand(typed: string): Outcome {
  const names = commands.map((c) => c.name);
  const near = nearest(normal(typed), names);
  return {
    kind: 'answer',
    view: {
      view: 'onbekend_commando',
      typed: normal(typed).slice(0, 40),
      nearest: names.find((n) => n === near) ?? null,
      commands: names,
    },
  };
}

/** Somebody the bot does not know yet tells who they are once, then goes on with what they came for. */
async function firstContact(world: World, intent: Intent): Promise<Outcome> {
  const { input } = intent;
  if (input.kind === 'action' && input.action === 'kennismaking.bewaren') {
    const saved = await saveKennismaking(world, intent, input.subject);
    if ('kind' in saved) return saved;
    return command(contextOf(world, { ...intent, delivery: `${intent.delivery}+` }, saved), input.subject);
  }
  // A button goes on with the command of its activity.
  const words = input.kind === 'command' ? input.text : input.kind === 'action' ? input.action.replace('.', ' ') : '';
  return askKennismaking(world, intent, commandIn(words)?.name ?? 'hulp');
}

async function lifecycle(
  world: World,
  intent: Intent,
  event: 'reachable' | 'unreachable' | 'home-opened',
): Promise<Outcome> {
  if (event !== 'unreachable') return werkTonenBijKomst(world, intent, event);
  const known = world.store.directory().accountsByKey.get(accountKey(intent.account));
  if (known) await markUnreachable(world, known);
  return { kind: 'nothing' };
}
