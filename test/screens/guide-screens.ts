/** Pictures that stand in the guides: `<sample>.<slack|teams>.<wide|narrow>[.dark]`. */
export const guideScreens = [
  'aanmelding_status-een_vraag.teams.narrow',
  'aanmelding_status-opgenomen.slack.narrow',
  'casus_formulier-afsluiting.slack.narrow',
  'casus_formulier-afsluiting.teams.narrow',
  'dienst-met_casussen.slack.narrow',
  'dienst-met_casussen.teams.narrow',
  'gat-nu.teams.narrow',
  'gat-vooraf.slack.narrow',
  'gaten-drie.slack.narrow',
  'mijn_werk-op_wacht.slack.narrow',
  'mijn_werk-op_wacht.teams.narrow',
  'rooster_verzoek-gesteld.teams.narrow',
  'rooster_verzoek-gevraagd_ruil.slack.narrow',
  'rooster_week-volle_week.slack.narrow',
  'rooster_week-volle_week.teams.narrow',
  'rugzak-start_niet_genoteerd.slack.narrow',
  'rugzak-start_niet_genoteerd.teams.narrow',
  'rugzak_aanvraag-te_beslissen.slack.narrow',
  'rugzak_aanvraag-te_beslissen.teams.narrow',
  'rugzak_aanvraag-te_beslissen.teams.narrow.dark',
  'rugzak_bewijzen-gevuld.slack.narrow',
  'rugzak_melding-driekwart.slack.narrow',
  'rugzak_regio-januari.slack.narrow',
  'rugzak_regio_melding-twee_tegelijk_met_raming.teams.narrow',
  'tafel_kaart-vast.slack.narrow',
  'tafel_kaart-vast.teams.narrow',
  'tafel_kaart-voorstel.slack.narrow',
  'tafel_kaart-voorstel.teams.narrow',
  'uitnodiging-expert.slack.narrow',
  'uitnodiging-expert.teams.narrow',
  'uitnodiging-gevraagd.slack.narrow',
  'uitnodiging-vast.slack.narrow',
  'uitnodiging-voor_mama.teams.narrow',
  'verdeling-vier_collegas.slack.narrow',
  'verdeling-vier_collegas.teams.narrow',
  'zorgplan_actie-herinnering.teams.narrow',
  'zorgplan_evaluatie-gehouden.slack.narrow',
  'zorgplan_evaluatie-gehouden.teams.narrow',
  'zorgplan_sectie-plan_a.slack.narrow',
  'zorgplan_sectie-plan_a.teams.narrow',
];

/** What a repository and a page of help can bear, in bytes of one picture. */
export const maxBytes = 90 * 1024;

/** The sample of `test/sample-views.ts` on a picture. */
export const sampleOf = (picture: string): string => picture.replace(/\..*$/, '');
