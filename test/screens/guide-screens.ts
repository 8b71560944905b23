/** Samples whose pictures stand in the guides, by the names of `test/sample-views.ts`. */
export const guideScreens = [
  'rooster_week-volle_week',
  'rooster_verzoek-gevraagd_ruil',
  'rooster_verzoek-gesteld',
  'dienst-met_casussen',
  'mijn_diensten-gewoon',
];
