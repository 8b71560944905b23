/**
 * The people of the local playground and the tour: a first name of the reference rota, and roles.
 * Their addresses are those of the demo region, so that they are recognised.
 */
export const demoPeople = {
  coordinator: { id: 'marijke', naam: 'Marijke', email: 'marijke@example.org' },
  colleague: { id: 'ines', naam: 'Ines', email: 'ines@example.org' },
  aanmelder: { id: 'aanmelder-ziekenhuis', naam: 'Aanmelder ziekenhuis', email: 'aanmelder-ziekenhuis@example.org' },
  provincial: {
    id: 'provinciaal',
    naam: 'Provinciaal coördinator Limburg',
    email: 'provinciaal@example.org',
  },
  expert: { id: 'expert-ckg', naam: 'Expert CKG', email: 'expert-ckg@example.org' },
  expert2: { id: 'expert-cig', naam: 'Expert CIG', email: 'expert-cig@example.org' },
  beheerder: { id: 'beheerder', naam: 'Beheerder', email: 'beheerder@example.org' },
} as const;

/** A whole aanmelding as somebody would fill it in: an invented situation, no real child. */
export const demoAanmelding = {
  pagina1: {
    kind: 'geboren',
    initialen: 'J.V.',
    gemeente: 'Hasselt',
    gevaar_nu: 'nee',
    oudere_sibling: 'nee',
  },
  pagina2: {
    signalen: ['verwaarlozing', 'verslaving'],
    verontrusting:
      'De baby komt sinds drie weken niet meer bij in gewicht. Twee keer deze week sliep iedereen toen we om tien uur aanbelden; de fles stond er nog van de avond ervoor.',
    krachten: 'Mama laat ons telkens binnen en belt zelf terug. De grootouders wonen in dezelfde straat.',
    minimaal_nodig: 'Elke dag iemand nuchter in huis die de voedingen overneemt, en een wekelijkse weging.',
    waarom_uithuisplaatsing:
      'De grootouders werken overdag. Zonder iemand die de voedingen overneemt is de situatie deze week niet veilig.',
  },
  pagina3: {
    besproken_met_ouders: 'ja',
    bereidheid: 'ja',
    regulier_aanbod: 'onvoldoende',
    regulier_toelichting: 'Thuisbegeleiding kan pas over zes weken starten.',
    lokaal_team: 'betrokken',
    maatschappelijke_noodzaak: 'nee',
  },
} as const;
