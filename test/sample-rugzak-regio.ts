import type { MaandSom } from '../src/ports.ts';
import type { Categorie } from '../src/rugzak/boeking.ts';
import { jaaroverzicht } from '../src/rugzak/jaaroverzicht.ts';
import { houdtNog, type Punt } from '../src/rugzak/regio-melding.ts';
import type { RugzakRegioMeldingView, RugzakRegioView } from '../src/rugzak/rugzak-regio-view.ts';

const BUDGET = 40_000_000;

/** So many cents that became bound in a month, half of them paid. */
const month = (
  maand: string,
  cents: number,
  categorie: Categorie = 'begeleiding',
  paid = Math.trunc(cents / 2),
): MaandSom[] => [
  { maand, categorie, fase: 'vastgelegd', cents: cents - paid },
  { maand, categorie, fase: 'betaald', cents: paid },
];
const asked = (maand: string, cents: number): MaandSom => ({ maand, categorie: 'vervoer', fase: 'aangevraagd', cents });

const vorig = [...month('2025-10', 2_000_000), ...month('2025-11', 3_000_000), ...month('2025-12', 1_000_000)];
const gewoon = [
  ...month('2025-12', 1_500_000, 'kraamzorg'),
  ...month('2026-01', 2_100_000, 'verblijf'),
  ...month('2026-02', 3_250_050),
  ...month('2026-03', 1_900_000, 'contextversterking'),
  ...month('2026-04', 4_000_000, 'verblijf'),
  ...month('2026-05', 2_750_000),
  ...month('2026-06', 3_100_000, 'veiligheidsplanning'),
  ...month('2026-07', 900_000, 'kinderopvang', 0),
  asked('2026-07', 650_000),
];

const overview = (
  today: string,
  sommen: readonly MaandSom[],
  more: { jaar?: number; budget?: number | null; vorig?: readonly MaandSom[] } = {},
) =>
  jaaroverzicht(
    more.jaar ?? 2026,
    today,
    more.budget === undefined ? BUDGET : more.budget,
    sommen,
    more.vorig ?? vorig,
  );

const few = { vergeleken: 0, driekwart: { bedrag: 0, verblijf: 0 }, grenzen: null, casussen: [], nogMeer: 0 };

const view = (more: Partial<RugzakRegioView> & Pick<RugzakRegioView, 'overzicht'>): RugzakRegioView => ({
  view: 'rugzak_regio',
  regio: 'Limburg',
  regioCode: 'LIM',
  vandaag: '2026-07-13',
  loopt: 'nu',
  structureel: null,
  opvallend: few,
  teLaat: { aantal: { te_factureren: 0, factuur: 0, bewijs: 0 }, regels: [] },
  ...more,
});

const opvallend: RugzakRegioView['opvallend'] = {
  vergeleken: 42,
  driekwart: { bedrag: 920_000, verblijf: 3_500 },
  grenzen: { bedrag: 1_580_000, verblijf: 6_200 },
  casussen: [
    { casusId: 'casus-7', referentie: 'LIM-2026-0007', gebonden: 1_990_000, verblijf: 5_025, waarin: ['bedrag'] },
    {
      casusId: 'casus-12',
      referentie: 'LIM-2026-0012',
      gebonden: 1_700_050,
      verblijf: 10_000,
      waarin: ['bedrag', 'verblijf'],
    },
    { casusId: 'casus-31', referentie: 'LIM-2025-0031', gebonden: 400_000, verblijf: 9_100, waarin: ['verblijf'] },
  ],
  nogMeer: 1,
};

const teLaat: RugzakRegioView['teLaat'] = {
  aantal: { te_factureren: 2, factuur: 3, bewijs: 2 },
  regels: [
    {
      casusId: 'casus-9',
      referentie: 'LIM-2025-0009',
      soort: 'factuur',
      datum: '2026-04-02',
      kwartaal: null,
      aanspreekpunt: 'Marijke',
    },
    {
      casusId: 'casus-7',
      referentie: 'LIM-2026-0007',
      soort: 'bewijs',
      datum: '2026-06-30',
      kwartaal: '2026K1',
      aanspreekpunt: 'Ines',
    },
    {
      casusId: 'casus-3',
      referentie: 'LIM-2026-0003',
      soort: 'te_factureren',
      datum: '2026-07-01',
      kwartaal: null,
      aanspreekpunt: 'Marijke',
    },
  ],
};

export const rugzakRegioSamples = {
  gewoon: view({ overzicht: overview('2026-07-13', gewoon), structureel: 40_000_000, opvallend, teLaat }),
  een_factuur_te_laat: view({
    overzicht: overview('2026-07-13', gewoon),
    teLaat: { aantal: { te_factureren: 0, factuur: 1, bewijs: 0 }, regels: teLaat.regels.slice(0, 1) },
  }),
  een_bewijs_te_laat: view({
    overzicht: overview('2026-07-13', gewoon),
    teLaat: { aantal: { te_factureren: 0, factuur: 0, bewijs: 1 }, regels: teLaat.regels.slice(1, 2) },
  }),
  niet_gefactureerd: view({
    overzicht: overview('2026-07-13', gewoon),
    teLaat: { aantal: { te_factureren: 1, factuur: 0, bewijs: 0 }, regels: teLaat.regels.slice(2) },
  }),
  blijft_over: view({
    overzicht: overview('2026-07-13', gewoon, { budget: 90_000_000 }),
    opvallend: { ...opvallend, casussen: [], nogMeer: 0 },
  }),
  leeg: view({ overzicht: overview('2026-07-13', [], { vorig: [] }) }),
  geen_budget: view({
    overzicht: overview('2026-07-13', gewoon, { budget: null }),
    opvallend: { ...few, vergeleken: 5 },
  }),
  geen_budget_leeg: view({
    overzicht: overview('2026-07-13', [], { budget: null, vorig: [] }),
    opvallend: { ...few, vergeleken: 1 },
  }),
  januari: view({ vandaag: '2026-01-05', overzicht: overview('2026-01-05', month('2026-01', 300_000)) }),
  te_vroeg: view({ overzicht: overview('2026-07-13', [...month('2026-06', 300_000)], { vorig: [] }) }),
  aangevraagd_past_niet: view({ overzicht: overview('2026-07-13', [...gewoon, asked('2026-07', 30_000_000)]) }),
  op: view({ overzicht: overview('2026-07-13', [...gewoon, ...month('2026-07', 20_499_950, 'verblijf')]) }),
  boven_budget: view({ overzicht: overview('2026-07-13', gewoon, { budget: 15_000_000 }) }),
  voorbij: view({
    vandaag: '2027-02-02',
    loopt: 'voorbij',
    overzicht: overview('2027-02-02', [
      ...gewoon,
      { maand: '2027-01', categorie: 'verblijf', fase: 'vastgelegd', cents: -250_000 },
    ]),
  }),
  volgend_jaar: view({
    loopt: 'komt',
    overzicht: overview('2026-07-13', month('2026-07', 500_000, 'kraamzorg', 0), { jaar: 2027, vorig: gewoon }),
  }),
} satisfies Record<string, RugzakRegioView>;

const alert = (gezegd: Punt[], overzicht: ReturnType<typeof overview>): RugzakRegioMeldingView => {
  const { jaar, budget, aangevraagd, gebonden, betaald, raming } = overzicht;
  return {
    view: 'rugzak_regio_melding',
    regio: 'Limburg',
    regioCode: 'LIM',
    gezegd,
    wat: houdtNog(gezegd, { ...overzicht, budgetOntbreekt: budget === null && gebonden > 0 }),
    ...{ jaar, budget, aangevraagd, gebonden, betaald, raming },
  };
};

export const rugzakRegioMeldingSamples = {
  drempel: alert([5000], overview('2026-07-13', [...gewoon, ...month('2026-07', 1_000_000)])),
  twee_tegelijk_met_raming: alert(
    [5000, 7500, 'uitputting'],
    overview('2026-07-13', [...gewoon, ...month('2026-07', 11_000_000)]),
  ),
  raming: alert(['uitputting'], overview('2026-07-13', gewoon, { budget: 35_000_000 })),
  nipt: alert(['uitputting'], overview('2026-07-13', gewoon, { budget: 39_000_000 })),
  op: alert(
    [9000, 10_000, 'uitputting'],
    overview('2026-07-13', [...gewoon, ...month('2026-07', 20_499_950, 'verblijf')]),
  ),
  te_vroeg: alert([5000], overview('2026-07-13', month('2026-07', 21_000_000), { vorig: [] })),
  niet_meer: alert([7500], overview('2026-07-13', gewoon)),
  geen_budget: alert(['geen_budget'], overview('2026-07-13', gewoon, { budget: null })),
  geen_budget_nodig: alert(['geen_budget'], overview('2026-07-13', [], { budget: null })),
  geen_budget_meer: alert([7500], overview('2026-07-13', gewoon, { budget: null })),
} satisfies Record<string, RugzakRegioMeldingView>;
