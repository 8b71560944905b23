import type { ActionId } from '../actions.ts';

/**
 * What somebody is to the thing an action is about. `iedereen`: anybody the bot knows; no case is
 * involved. The others are about one case: its aanmelder, its contact, a casuscoördinator of its
 * region (who watches over the region when nobody of it is left), the provincial coordinator once its clock has run
 * out or was escalated that far [C4] (`budget`: always, but only for its rugzak, which they watch over [B8]), somebody
 * who is asked to its zorgtafel [T2].
 */
export type Relation =
  | 'onbekend'
  | 'iedereen'
  | 'aanmelder'
  | 'aanspreekpunt'
  | 'coordinator'
  | 'provinciaal'
  | 'budget'
  | 'genodigde';

/**
 * Who may do what: the one table every action goes through, and where it is declared [S6]. One without a handler or words
 * does not compile.
 */
export const policy = {
  'kennismaking.bewaren': ['onbekend', 'iedereen'],
  'account.voorkeur': ['iedereen'],
  'formulier.annuleren': ['onbekend', 'iedereen'],
  'hulp.tonen': ['onbekend', 'iedereen'],
  'werk.tonen': ['iedereen'],
  'permanentie.tonen': ['iedereen'],
  // Whose day part it is, is checked with the rota: there is no case here to have a relation to.
  'permanentie.aanwezig': ['iedereen'],
  // One's own hours only.
  'herinnering.instellen': ['iedereen'],
  'herinnering.bewaren': ['iedereen'],
  // Whose handover it is, is checked with the rota, the note and each case it is about [P7].
  'overdracht.tonen': ['iedereen'],
  'overdracht.schrijven': ['iedereen'],
  'overdracht.bewaren': ['iedereen'],
  'overdracht.wijzigen': ['iedereen'],
  'overdracht.wijziging_bewaren': ['iedereen'],
  'overdracht.intrekken': ['iedereen'],
  'overdracht.gelezen': ['iedereen'],
  // Who plans a region's rota is checked with the region the button names [P4].
  'rooster.wijzigen': ['iedereen'],
  'rooster.dag': ['iedereen'],
  'rooster.bewaren': ['iedereen'],
  'rooster.overnemen': ['iedereen'],
  'rooster.ongedaan': ['iedereen'],
  // Only the two people of the request, checked with it.
  'rooster.aanvaarden': ['iedereen'],
  'rooster.weigeren': ['iedereen'],
  'rooster.intrekken': ['iedereen'],
  // Who may have which calendar is checked with the rota, and again each time it is read.
  'agenda.tonen': ['iedereen'],
  'agenda.vernieuwen': ['iedereen'],
  'agenda.stoppen': ['iedereen'],
  // Who watches over a region's budget is checked with the region [B8].
  'rugzak.regio': ['iedereen'],
  'rugzak.export': ['iedereen'],
  'aanmelding.starten': ['iedereen'],
  'aanmelding.hervatten': ['iedereen'],
  'aanmelding.opnieuw': ['iedereen'],
  'aanmelding.bewaren': ['iedereen'],
  'aanmelding.verder': ['iedereen'],
  'aanmelding.terug': ['iedereen'],
  'aanmelding.versturen': ['iedereen'],
  'aanmelding.tonen': ['aanmelder'],
  'aanmelding.aanvullen': ['aanmelder'],
  'aanmelding.aanvulling_bewaren': ['aanmelder'],
  'aanmelding.verbeteren': ['aanmelder'],
  'aanmelding.intrekken': ['aanmelder'],
  'aanmelding.intrekking_bevestigen': ['aanmelder'],
  // Whose draft it is, is checked with it; so is being an expert.
  'zorgtafel.lijst': ['iedereen'],
  'zorgtafel.tonen': ['aanmelder', 'aanspreekpunt', 'coordinator', 'provinciaal', 'genodigde'],
  'zorgtafel.iedereen': ['aanspreekpunt', 'coordinator', 'provinciaal'],
  'zorgtafel.plannen': ['aanspreekpunt', 'coordinator'],
  'zorgtafel.bewaren': ['iedereen'],
  'zorgtafel.verder': ['aanspreekpunt', 'coordinator'],
  'zorgtafel.terug': ['aanspreekpunt', 'coordinator'],
  'zorgtafel.versturen': ['aanspreekpunt', 'coordinator'],
  'zorgtafel.antwoorden': ['aanmelder', 'aanspreekpunt', 'coordinator', 'genodigde'],
  'zorgtafel.geen_moment': ['aanmelder', 'aanspreekpunt', 'coordinator', 'genodigde'],
  'zorgtafel.kom': ['aanmelder', 'aanspreekpunt', 'coordinator', 'genodigde'],
  'zorgtafel.kom_niet': ['aanmelder', 'aanspreekpunt', 'coordinator', 'genodigde'],
  'zorgtafel.doorgegeven': ['aanmelder', 'aanspreekpunt', 'coordinator', 'genodigde'],
  'zorgtafel.vastleggen': ['aanspreekpunt', 'coordinator'],
  'zorgtafel.expert': ['aanspreekpunt', 'coordinator'],
  'zorgtafel.kiezen': ['aanspreekpunt', 'coordinator'],
  'zorgtafel.kiezen_bewaren': ['aanspreekpunt', 'coordinator'],
  'zorgtafel.moment': ['aanspreekpunt', 'coordinator'],
  'zorgtafel.moment_bewaren': ['aanspreekpunt', 'coordinator'],
  'zorgtafel.verplaatsen': ['aanspreekpunt', 'coordinator'],
  'zorgtafel.verplaatsen_bewaren': ['aanspreekpunt', 'coordinator'],
  'zorgtafel.plaats': ['aanspreekpunt', 'coordinator'],
  'zorgtafel.plaats_bewaren': ['aanspreekpunt', 'coordinator'],
  'zorgtafel.afgelasten': ['aanspreekpunt', 'coordinator'],
  'zorgtafel.afgelasten_bewaren': ['aanspreekpunt', 'coordinator'],
  'zorgtafel.genodigde': ['aanspreekpunt', 'coordinator'],
  'zorgtafel.genodigde_bewaren': ['aanspreekpunt', 'coordinator'],
  'zorgtafel.doorgever': ['aanspreekpunt', 'coordinator'],
  'zorgtafel.doorgever_bewaren': ['aanspreekpunt', 'coordinator'],
  'zorgtafel.verwijderen': ['aanspreekpunt', 'coordinator'],
  'zorgtafel.verwijderen_bewaren': ['aanspreekpunt', 'coordinator'],
  'zorgtafel.noteren': ['aanspreekpunt', 'coordinator'],
  'zorgtafel.noteren_bewaren': ['aanspreekpunt', 'coordinator'],
  'zorgtafel.verslag': ['aanspreekpunt', 'coordinator'],
  'zorgtafel.verslag_bewaren': ['aanspreekpunt', 'coordinator'],
  'zorgtafel.afwezig': ['iedereen'],
  'zorgtafel.afwezig_bewaren': ['iedereen'],
  'casus.lijst': ['iedereen'],
  'casus.tonen': ['aanspreekpunt', 'coordinator', 'provinciaal'],
  'casus.verloop': ['aanmelder', 'aanspreekpunt', 'coordinator', 'provinciaal'],
  'casus.opnemen': ['aanspreekpunt', 'coordinator', 'provinciaal'],
  'casus.teruggeven': ['aanspreekpunt'],
  'casus.terugkoppelen': ['aanspreekpunt', 'coordinator'],
  'casus.terugkoppeling_bewaren': ['aanspreekpunt', 'coordinator'],
  'casus.vragen': ['aanspreekpunt', 'coordinator'],
  'casus.vraag_bewaren': ['aanspreekpunt', 'coordinator'],
  'casus.vraag_tonen': ['aanmelder'],
  'casus.antwoorden': ['aanmelder'],
  // Who reported it may be the first to know [U4].
  'casus.geboorte': ['aanmelder', 'aanspreekpunt', 'coordinator'],
  'casus.geboorte_bewaren': ['aanmelder', 'aanspreekpunt', 'coordinator'],
  'casus.afsluiten': ['aanspreekpunt', 'coordinator'],
  'casus.afsluiting_bewaren': ['aanspreekpunt', 'coordinator'],
  'casus.heropenen': ['aanspreekpunt', 'coordinator'],
  'casus.nota': ['aanspreekpunt', 'coordinator'],
  'casus.nota_bewaren': ['aanspreekpunt', 'coordinator'],
  'casus.overdragen': ['aanspreekpunt', 'coordinator'],
  'casus.overdracht_bewaren': ['aanspreekpunt', 'coordinator'],
  // What of a plan its reader sees is in `zorgplan-velden.ts`; whether it is shared, and who may add, with the plan.
  'zorgplan.lijst': ['iedereen'],
  'zorgplan.maken': ['aanspreekpunt', 'coordinator'],
  'zorgplan.maken_bewaren': ['aanspreekpunt', 'coordinator'],
  'zorgplan.tonen': ['aanmelder', 'aanspreekpunt', 'coordinator', 'provinciaal', 'genodigde'],
  'zorgplan.pdf': ['aanmelder', 'aanspreekpunt', 'coordinator', 'provinciaal', 'genodigde'],
  'zorgplan.sectie': ['aanmelder', 'aanspreekpunt', 'coordinator', 'provinciaal', 'genodigde'],
  'zorgplan.bewerken': ['aanmelder', 'aanspreekpunt', 'coordinator', 'genodigde'],
  'zorgplan.bewaren': ['aanmelder', 'aanspreekpunt', 'coordinator', 'genodigde'],
  'zorgplan.naar_boven': ['aanspreekpunt', 'coordinator'],
  'zorgplan.verwijderen': ['aanspreekpunt', 'coordinator'],
  'zorgplan.wijzigingen': ['aanspreekpunt', 'coordinator', 'provinciaal'],
  'zorgplan.terugzetten': ['aanspreekpunt', 'coordinator'],
  'zorgplan.delen': ['aanspreekpunt', 'coordinator'],
  'zorgplan.delen_bewaren': ['aanspreekpunt', 'coordinator'],
  'zorgplan.vastleggen': ['aanspreekpunt', 'coordinator'],
  'zorgplan.vastleggen_bewaren': ['aanspreekpunt', 'coordinator'],
  'zorgplan.overstappen': ['aanspreekpunt', 'coordinator'],
  'zorgplan.overstap_bewaren': ['aanspreekpunt', 'coordinator'],
  'zorgplan.evaluatie': ['aanmelder', 'aanspreekpunt', 'coordinator', 'provinciaal', 'genodigde'],
  'zorgplan.evalueren': ['aanspreekpunt', 'coordinator'],
  'zorgplan.evaluatie_bewaren': ['aanspreekpunt', 'coordinator'],
  'zorgplan.verbeteren': ['aanspreekpunt', 'coordinator'],
  'zorgplan.verbetering_bewaren': ['aanspreekpunt', 'coordinator'],
  'zorgplan.verzetten': ['aanspreekpunt', 'coordinator'],
  'zorgplan.verzetting_bewaren': ['aanspreekpunt', 'coordinator'],
  'zorgplan.overslaan': ['aanspreekpunt', 'coordinator'],
  'zorgplan.overslaan_bewaren': ['aanspreekpunt', 'coordinator'],
  'zorgplan.actie': ['aanmelder', 'aanspreekpunt', 'coordinator', 'provinciaal', 'genodigde'],
  'zorgplan.gedaan': ['aanmelder', 'aanspreekpunt', 'coordinator', 'genodigde'],
  'zorgplan.niet_gedaan': ['aanmelder', 'aanspreekpunt', 'coordinator', 'genodigde'],
  'rugzak.lijst': ['iedereen'],
  'rugzak.tonen': ['aanspreekpunt', 'coordinator', 'budget'],
  'rugzak.boekingen': ['aanspreekpunt', 'coordinator', 'budget'],
  'rugzak.saldo': ['aanspreekpunt', 'coordinator', 'budget'],
  'rugzak.saldo_tonen': ['aanspreekpunt', 'coordinator', 'budget'],
  'rugzak.alle_aanvragen': ['aanspreekpunt', 'coordinator', 'budget'],
  'rugzak.facturen': ['aanspreekpunt', 'coordinator', 'budget'],
  'rugzak.bewijzen': ['aanspreekpunt', 'coordinator', 'budget'],
  'rugzak.aanvraag': ['aanspreekpunt', 'coordinator', 'budget'],
  'rugzak.aanvragen': ['aanspreekpunt', 'coordinator'],
  // Whose request in the making it is, is checked with it.
  'rugzak.bewaren': ['iedereen'],
  'rugzak.verder': ['aanspreekpunt', 'coordinator'],
  'rugzak.terug': ['aanspreekpunt', 'coordinator'],
  'rugzak.versturen': ['aanspreekpunt', 'coordinator'],
  'rugzak.intrekken': ['aanspreekpunt', 'coordinator'],
  // Who may approve how much is checked with the region's policy [S16].
  'rugzak.goedkeuren': ['coordinator', 'budget'],
  'rugzak.weigeren': ['coordinator', 'budget'],
  'rugzak.weigering_bewaren': ['coordinator', 'budget'],
  'rugzak.navragen': ['coordinator', 'budget'],
  'rugzak.vraag_bewaren': ['coordinator', 'budget'],
  'rugzak.antwoorden': ['aanspreekpunt', 'coordinator'],
  'rugzak.antwoord_bewaren': ['aanspreekpunt', 'coordinator'],
  'rugzak.starten': ['aanspreekpunt', 'coordinator'],
  'rugzak.start_bewaren': ['aanspreekpunt', 'coordinator'],
  'rugzak.verlengen': ['aanspreekpunt', 'coordinator', 'budget'],
  'rugzak.verlenging_bewaren': ['aanspreekpunt', 'coordinator', 'budget'],
  'rugzak.verlenging_terug': ['aanspreekpunt', 'coordinator', 'budget'],
  'rugzak.stappen': ['aanspreekpunt', 'coordinator'],
  'rugzak.stappen_bewaren': ['aanspreekpunt', 'coordinator'],
  'rugzak.factuur': ['aanspreekpunt', 'coordinator'],
  'rugzak.factuur_bewaren': ['aanspreekpunt', 'coordinator'],
  'rugzak.betaald': ['aanspreekpunt', 'coordinator'],
  'rugzak.betaling_bewaren': ['aanspreekpunt', 'coordinator'],
  'rugzak.vrijgeven': ['aanspreekpunt', 'coordinator'],
  'rugzak.vrijgave_bewaren': ['aanspreekpunt', 'coordinator'],
  'rugzak.corrigeren': ['aanspreekpunt', 'coordinator', 'budget'],
  'rugzak.bezorgd': ['aanspreekpunt', 'coordinator'],
} as const satisfies Record<string, readonly Relation[]>;

/** Whether any of somebody's relations allows the action. */
export const may = (action: ActionId, relations: ReadonlySet<Relation>): boolean =>
  policy[action].some((relation) => relations.has(relation));

/** Whether somebody is on the case itself: who only watches over its budget is not [B8]. */
export const isOnCase = (relations: ReadonlySet<Relation>): boolean => [...relations].some((r) => r !== 'budget');
