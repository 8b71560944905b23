/** The few sentences this folder says itself. Neutral, as anybody in a channel may read them [S9]. */
export const sentences = {
  privately: 'Ik antwoord je privé.',
  openPersonalChat: 'Ik kan je niet privé bereiken. Open een persoonlijke chat met mij en vraag het daar opnieuw.',
  patience: 'Even geduld, ik ben ermee bezig.',
  fault: 'Er ging iets mis. Er is niets verloren; probeer het over enkele minuten opnieuw.',
} as const;
