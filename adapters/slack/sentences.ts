/** What the adapter itself says, when there is no card to show. */
export const sentences = {
  fault: 'Er ging iets mis; er is niets gewijzigd. Probeer het zo meteen opnieuw, of bel als het dringend is.',
  notShown: 'Dit is verwerkt, maar het antwoord kan nu niet getoond worden.',
  expired: 'Het duurde te lang om het formulier te openen. Probeer het opnieuw met deze knop.',
  expiredWithoutButton: 'Het duurde te lang om het formulier te openen. Probeer het opnieuw.',
  openHere: 'Open het formulier met deze knop. Wat je invult, ziet alleen jij.',
  waiting: 'Even geduld, dit wordt verwerkt…',
  waitingTitle: 'Even geduld',
  done: 'Klaar. Je kan dit venster sluiten.',
  doneTitle: 'Klaar',
  faultTitle: 'Er ging iets mis',
  openButton: 'Formulier openen',
  againButton: 'Probeer opnieuw',
  foreign: 'Deze werkruimte is niet aangesloten op deze bot. Vraag je beheerder om ze te laten toevoegen.',
} as const;
