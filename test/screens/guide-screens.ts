/** Pictures that stand in the guides: `<sample>.<slack|teams>.<wide|narrow>`. */
export const guideScreens = [
  'dienst-met_casussen.slack.narrow',
  'dienst-met_casussen.teams.narrow',
  'gat-nu.teams.narrow',
  'gat-vooraf.slack.narrow',
  'mijn_werk-op_wacht.slack.narrow',
  'mijn_werk-op_wacht.teams.narrow',
  'rooster_verzoek-gesteld.teams.narrow',
  'rooster_verzoek-gevraagd_ruil.slack.narrow',
  'rooster_week-volle_week.slack.narrow',
  'rooster_week-volle_week.teams.narrow',
  'uitnodiging-expert.slack.narrow',
  'uitnodiging-expert.teams.narrow',
  'uitnodiging-voor_mama.teams.narrow',
  'verdeling-vier_collegas.slack.narrow',
  'verdeling-vier_collegas.teams.narrow',
];

/** The sample of `test/sample-views.ts` on a picture. */
export const sampleOf = (picture: string): string => picture.replace(/\..*$/, '');
