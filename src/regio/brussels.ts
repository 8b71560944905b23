/** The 19 municipalities of Brussels [D7]: official Dutch name, then other names people type. */
export const brusselsMunicipalities: readonly (readonly [official: string, ...others: string[]])[] = [
  ['Anderlecht'],
  ['Brussel', 'Bruxelles', 'Brussel-Stad', 'Stad Brussel', 'Laken', 'Laeken', 'Neder-Over-Heembeek'],
  ['Elsene', 'Ixelles'],
  ['Etterbeek'],
  ['Evere'],
  ['Ganshoren'],
  ['Jette'],
  ['Koekelberg'],
  ['Oudergem', 'Auderghem'],
  ['Schaarbeek', 'Schaerbeek'],
  ['Sint-Agatha-Berchem', 'Berchem-Sainte-Agathe'],
  ['Sint-Gillis', 'Saint-Gilles'],
  ['Sint-Jans-Molenbeek', 'Molenbeek-Saint-Jean', 'Molenbeek'],
  ['Sint-Joost-ten-Node', 'Saint-Josse-ten-Noode', 'Sint-Joost'],
  ['Sint-Lambrechts-Woluwe', 'Woluwe-Saint-Lambert'],
  ['Sint-Pieters-Woluwe', 'Woluwe-Saint-Pierre'],
  ['Ukkel', 'Uccle'],
  ['Vorst', 'Forest'],
  ['Watermaal-Bosvoorde', 'Watermael-Boitsfort'],
];

/** Postcodes of the Brussels-Capital Region; 1005–1011 and the like are offices in it. */
export const brusselsPostcodes = { van: 1000, tot: 1210 } as const;
