import { voorbeeld, voorbeeldPaginas } from '../src/aanmelding/aanmelding.fixture.ts';
import type {
  AanmeldingControleView,
  AanmeldingPaginaView,
  AanmeldingStatusView,
  Ontvangst,
} from '../src/aanmelding/aanmelding-view.ts';
import type { ActionId } from '../src/actions.ts';
import type {
  CasusKaartView,
  MededelingView,
  StapTermijnView,
  TermijnView,
  VraagView,
} from '../src/casus/casus-view.ts';
import type { Stap } from '../src/casus/volgende-stap.ts';
import { commands } from '../src/commands.ts';
import type { Values } from '../src/intent.ts';
import type { NotaFormulierView, NotaRegel, OverdrachtView, TeLezen } from '../src/overdracht/overdracht-view.ts';
import type { PermanentieView } from '../src/permanentie/rooster-view.ts';
import type { View } from '../src/view.ts';
import type { MijnWerkView, WachtOpJou } from '../src/werk/werk-view.ts';
import { rugzakSamples } from './rugzak-samples.ts';
import { rugzakRegioMeldingSamples, rugzakRegioSamples } from './sample-rugzak-regio.ts';
import { sampleTafels } from './sample-tafels.ts';
import { zorgplanSamples } from './zorgplan-samples.ts';

/** At least one view of every kind, by a name that becomes the name of its golden card. */
type Samples = { [K in View['view']]: Record<string, Extract<View, { view: K }>> };

const zone = 'Europe/Brussels';
const casusId = 'casus-1';
const referentie = 'LIM-2026-0001';
const monday = '2026-03-09T08:20:00Z';
const tuesday = '2026-03-10T08:20:00Z';
const values: Values = Object.assign({}, ...voorbeeldPaginas);
const names = commands.map((c) => c.name);

export const longName = 'Marie-Antoinette Vandenbroucke-Van den Eynde-De Smedt de la Vega';

const naar: Ontvangst = {
  naam: 'Marijke',
  telefoon: '02 243 55 05',
  nuVanWacht: true,
  vanaf: null,
  uiterlijk: tuesday,
  inPlaatsVan: null,
  bereikbaar: true,
  route: null,
};
const vrijdagavond: Ontvangst = {
  ...naar,
  nuVanWacht: false,
  vanaf: '2026-03-16T08:00:00Z',
  uiterlijk: '2026-03-14T20:00:00Z',
};

const pagina: AanmeldingPaginaView = {
  view: 'aanmelding_pagina',
  draftId: 'concept-1',
  pagina: 1,
  paginas: 4,
  asker: { coordinator: false, basisvoorziening: true },
  values: {},
  errors: {},
  meldingen: [],
  verbetert: null,
};
const controle: AanmeldingControleView = {
  view: 'aanmelding_controle',
  draftId: 'concept-1',
  pagina: 4,
  paginas: 4,
  asker: pagina.asker,
  values,
  meldingen: [],
  ontbreekt: [],
  naar,
  verbetert: null,
  zone,
};
const status: AanmeldingStatusView = {
  view: 'aanmelding_status',
  casusId,
  referentie,
  zone,
  stand: 'aangemeld',
  ontvangst: naar,
  opgenomenDoor: null,
  uitkomst: null,
  nota: null,
  openVragen: 0,
  namens: null,
  meldingen: [],
  mag: ['aanmelding.aanvullen', 'aanmelding.verbeteren', 'aanmelding.intrekken', 'casus.verloop'],
};
const gevaar = {
  regel: 'A6',
  ernst: 'gevaar' as const,
  tekst: 'Onmiddellijk gevaar: wacht niet op deze bot. Levensgevaar: bel 112.',
};
const kaart: CasusKaartView = {
  view: 'casus_kaart',
  casusId,
  referentie,
  regio: 'Limburg',
  zone,
  stand: 'aangemeld',
  aanmelder: { naam: 'Noor', organisatie: 'Materniteit', functie: 'Vroedvrouw', telefoon: null, namens: null },
  aanspreekpunt: 'Marijke',
  aangemeldOp: monday,
  uiterlijk: tuesday,
  klok: 'loopt',
  aanmelding: { ...voorbeeld, geboortedatum: '2025-12-22' },
  leeftijd: '11 weken',
  aanvullingen: [],
  vragen: [],
  uitkomst: null,
  nota: null,
  overdrachtsnota: null,
  intrekking: null,
  afsluiting: null,
  bewaard: null,
  meldingen: [],
  mogelijkDubbel: [],
  inPlaatsVan: null,
  zorgplan: null,
  mag: ['casus.opnemen', 'casus.terugkoppelen', 'casus.vragen', 'casus.overdragen', 'casus.nota', 'casus.verloop'],
};
const permanentie: PermanentieView = {
  view: 'permanentie',
  regio: 'Limburg',
  regioCode: 'LIM',
  zone,
  dag: null,
  nu: { naam: 'Marijke', telefoon: '02 243 55 05', route: false, tot: '2026-03-09T11:00:00Z' },
  volgende: {
    naam: 'Jeugdhulpregie – algemene permanentie ACT',
    telefoon: '011 30 31 40',
    route: true,
    van: '2026-03-09T13:00:00Z',
    tot: '2026-03-09T16:00:00Z',
  },
  dagdelen: [
    { van: '09:00', tot: '12:00', wie: 'Marijke' },
    { van: '14:00', tot: '17:00', wie: 'Jeugdhulpregie – algemene permanentie ACT' },
  ],
  waaromNiet: null,
  dringend: [{ naam: 'Kind en Gezin-Lijn', telefoon: '078 150 100' }],
  telefoon: '02 243 55 05',
  overdracht: false,
  magWijzigen: false,
  nietBereikbaar: [],
  route: null,
};
const termijn: TermijnView = {
  view: 'termijn',
  casusId,
  referentie,
  zone,
  soort: 'herinnering',
  einde: tuesday,
  verstreken: false,
  aanspreekpunt: 'Marijke',
  stand: 'opgenomen',
  gestopt: false,
  mag: ['casus.tonen', 'casus.terugkoppelen'],
};
const vraag: VraagView = {
  view: 'vraag',
  casusId,
  vraagId: 'vraag-1',
  referentie,
  door: 'Marijke',
  tekst: 'Wie kan vanavond de voeding overnemen?',
  antwoord: null,
  waarde: null,
  vervallen: false,
  errors: {},
};
const mededeling: MededelingView = {
  view: 'mededeling',
  casusId,
  referentie,
  zone,
  soort: 'opgenomen',
  wie: 'Marijke',
  telefoon: '02 243 55 05',
  uitkomst: null,
  tekst: null,
  uiterlijk: tuesday,
  mag: [],
};
const beller = { naam: 'Dokter Maes', telefoon: '0470 11 22 33' };
const stapTermijn: StapTermijnView = {
  ...{ view: 'stap_termijn', casusId: 'casus-1', referentie, zone, stap: 'zorgtafel', soort: 'herinnering' },
  ...{ einde: tuesday, verstreken: false, voorbij: false, aanspreekpunt: 'Marijke' },
  mag: ['zorgtafel.plannen', 'casus.tonen'],
};

const stap = (n: number, stap: Stap, teLaat: boolean, knop: ActionId): WachtOpJou => ({
  ...{ soort: 'stap', subject: `casus-${n}`, referentie: `LIM-2026-00${n}`, stap, teLaat, knop, tegen: tuesday },
});

const formulier = {
  view: 'casus_formulier' as const,
  casusId,
  referentie,
  beller: null,
  values: {},
  errors: {},
  keuzes: [],
};

const nietsTeLezen: TeLezen = { notas: [], nog: 0, gelezen: null, merk: '' };
const notas: NotaRegel[] = [
  { referentie: null, door: 'Ines', op: monday, tekst: 'De telefoon viel twee keer uit; de ICT-dienst weet het.' },
  { referentie: 'LIM-2026-0001', door: 'Ines', op: monday, tekst: 'De vroedvrouw belt morgen terug voor 10 u.' },
];
const teLezen: TeLezen = { notas, nog: 0, gelezen: null, merk: 'nota-2.2.2' };
const [algemeen, overCasus] = notas.map((n, index) => ({
  ...n,
  id: `nota-${index}`,
  bewerkt: false,
  ingetrokken: false,
  gelezen: [],
  wijzigbaar: true,
}));
if (!algemeen || !overCasus) throw new Error('no notes');
const overdracht: OverdrachtView = {
  view: 'overdracht',
  regio: 'Limburg',
  regioCode: 'LIM',
  zone,
  vraag: null,
  openCasussen: 3,
  volgende: { naam: 'Ines', van: '2026-03-10T08:00:00Z' },
  lezen: null,
  eerder: [],
  mijn: [],
  meer: 0,
  magSchrijven: true,
};
const notaFormulier: NotaFormulierView = {
  view: 'nota_formulier',
  subject: 'LIM',
  regio: 'Limburg',
  zone,
  volgende: 'Ines',
  wijzigt: null,
  casussen: [
    { veld: 'nota-casus-1', referentie: 'LIM-2026-0001', termijn: tuesday },
    { veld: 'nota-casus-2', referentie: 'LIM-2026-0002', termijn: null },
  ],
  andere: [],
  values: {},
  errors: {},
};

const dienst = {
  view: 'dienst',
  soort: 'straks',
  subject: 'LIM/2026-03-09/09:00',
  regio: 'Limburg',
  zone,
  datum: '2026-03-09',
  dagdelen: [{ van: '09:00', tot: '12:00', route: null }],
  vervallen: false,
  begonnen: false,
  voorbij: false,
  bevestigd: null,
  casussen: [],
  casussenMeer: false,
  termijnen: [],
  termijnenMeer: 0,
  afspraken: [],
  overdracht: nietsTeLezen,
} satisfies View;

const onbevestigd = {
  view: 'dienst_onbevestigd',
  subject: 'LIM/2026-03-09/09:00',
  wie: 'Marijke',
  datum: '2026-03-09',
  van: '09:00',
  tot: '12:00',
  zone,
  bevestigd: null,
  vervangen: false,
  voorbij: false,
  ongelezen: 0,
} satisfies View;

const botsing = {
  datum: '2026-04-07',
  van: '09:00',
  tot: '12:00',
  wat: 'persoon' as const,
  wie: 'Ines',
  uren: null,
  nu: null,
};

const dubbel = {
  view: 'dubbel',
  regio: 'Limburg',
  datum: '2026-03-23',
  van: '09:00',
  tot: '12:00',
  wie: 'Marijke',
  route: null,
  andere: [{ regio: 'Voorbeeldregio', van: '08:30', tot: '12:30', route: null }],
  opgelost: false,
  voorbij: false,
  vervangen: 'LIM/2026-03-23/vervangen/09:00',
  overnemen: null,
} satisfies View;

const herinnering = { eigen: { dagVoor: null, vooraf: null }, regio: { dagVoor: '16:00', vooraf: 15 } };

const gat = {
  view: 'gat',
  regio: 'Limburg',
  datum: '2026-03-23',
  van: '09:00',
  tot: '12:00',
  nu: false,
  opgelost: false,
  voorbij: false,
  door: null,
  route: null,
  overnemen: 'LIM/2026-03-23/09:00',
  regioCode: 'LIM',
} satisfies View;

const verlof = [
  { value: '2026-03-09/09:00-12:00', label: 'ma 9/3 09:00–12:00' },
  { value: '2026-03-09/14:00-17:00', label: 'ma 9/3 14:00–17:00 (telefoonroute)' },
  { value: '2026-03-16/09:00-12:00', label: 'ma 16/3 09:00–12:00' },
];

const vrij = (datum: string, route = false) => ({
  datum,
  van: route ? '14:00' : '09:00',
  tot: route ? '17:00' : '12:00',
  route,
  overnemen: `LIM/${datum}/${route ? '14:00' : '09:00'}`,
});

const gaten = {
  view: 'gaten',
  regio: 'Limburg',
  regioCode: 'LIM',
  wie: 'Marijke',
  eigen: false,
  van: '2026-03-09',
  tot: '2026-03-20',
  terug: null,
  vrij: [vrij('2026-03-09'), vrij('2026-03-09', true), vrij('2026-03-16')],
  ingevuld: [],
} satisfies View;

const overneming = {
  id: 'u-1',
  datum: '2026-03-09',
  van: '09:00',
  tot: '12:00',
  totDatum: '2026-03-09',
  aantal: 1,
  wat: 'Ines',
  door: 'Marijke',
  op: monday,
};

const lijst = {
  view: 'rooster_wijzigingen',
  regioCode: 'LIM',
  regio: 'Limburg',
  zone,
  vanaf: 0,
  totaal: 3,
  wijzigingen: [
    overneming,
    { ...overneming, id: 'u-2', van: '00:00', tot: '24:00', wat: 'gesloten', door: longName },
    { ...overneming, id: 'u-3', totDatum: '2026-03-20', aantal: 8, wat: 'nog in te vullen' },
  ],
} satisfies View;

const gewijzigd = {
  view: 'rooster_gewijzigd',
  regio: 'Limburg',
  datum: '2026-03-09',
  mijn: [],
  overgenomen: [],
  door: 'Ines',
  op: monday,
  zone,
} satisfies View;

const verzoek = {
  view: 'rooster_verzoek',
  subject: 'LIM/verzoek/v-1',
  regio: 'Limburg',
  van: 'Marijke',
  aan: 'Ines',
  geef: { datum: '2026-03-09', van: '09:00', tot: '12:00' },
  krijg: null,
  stand: 'open',
  vervallen: false,
  route: false,
  herinnerd: false,
  ongedaan: null,
  terugdraaien: null,
  zone,
  lezer: 'gevraagde',
} satisfies View;

const intussen = {
  van: '09:00',
  tot: '12:00',
  zone,
  door: longName,
  op: monday,
  wat: 'persoon',
  wie: 'Ines',
} as const;

const wijziging = {
  view: 'rooster_wijziging',
  regioCode: 'LIM',
  regio: 'Limburg',
  datum: '2026-03-09',
  tot: '2026-03-09',
  wat: 'vervangen',
  gezien: '09:00-12:00.x1',
  intussen: [],
  dagdelen: [{ value: '09:00-12:00', label: '09:00–12:00 Marijke' }],
  collegas: [{ value: 'ines', label: 'Ines' }],
  ruilen: [{ value: '2026-03-10/09:00-12:00/ines', label: 'di 10/3 09:00–12:00 Ines' }],
  values: {},
  errors: {},
} satisfies View;

const gemist = {
  view: 'rooster_gemist',
  regio: 'Limburg',
  zone,
  van: monday,
  tot: tuesday,
  aantal: 3,
  dagen: ['2026-03-09', '2026-03-10'],
} satisfies View;

const span = { datum: '2026-03-09', van: '09:00', tot: '12:00' };
const dagdeel = { ...span, regio: 'Limburg' };
const emptyWork: MijnWerkView = {
  view: 'mijn_werk',
  naam: 'Marijke',
  zone,
  inTeam: true,
  coordinator: true,
  nu: [],
  dagdelen: { eerste: [], nogMeer: 0 },
  wacht: { eerste: [], nogMeer: 0 },
  casussen: { eerste: [], nogMeer: 0 },
  aanmeldingen: { eerste: [], nogMeer: 0 },
  nietGelezen: false,
  gaten: { eerste: [], nogMeer: 0 },
};

const verdeling = verdelingOf();

export const sampleViews = {
  afgeschermd: { gewoon: { view: 'afgeschermd', referentie } },
  casus_verwijderd: { gewoon: { view: 'casus_verwijderd' } },
  geannuleerd: { gewoon: { view: 'geannuleerd' } },
  weigering: {
    niet_gevonden: { view: 'weigering', refusal: { kind: 'niet_gevonden' } },
    geen_recht: { view: 'weigering', refusal: { kind: 'geen_recht' } },
    al_opgenomen: { view: 'weigering', refusal: { kind: 'al_opgenomen', door: 'Ines' } },
    al_teruggekoppeld: { view: 'weigering', refusal: { kind: 'al_teruggekoppeld', door: 'Ines' } },
    al_ingetrokken: { view: 'weigering', refusal: { kind: 'al_ingetrokken' } },
    al_beantwoord: { view: 'weigering', refusal: { kind: 'al_beantwoord' } },
    niemand_om_over_te_dragen: { view: 'weigering', refusal: { kind: 'niemand_om_over_te_dragen' } },
    eerst_overdragen: { view: 'weigering', refusal: { kind: 'eerst_overdragen', was: 'Marijke' } },
    eerst_opnemen: { view: 'weigering', refusal: { kind: 'eerst_opnemen' } },
    zorgplan_te_vroeg: { view: 'weigering', refusal: { kind: 'zorgplan_te_vroeg' } },
    geen_zorgplan: { view: 'weigering', refusal: { kind: 'geen_zorgplan' } },
    al_zorgplan: { view: 'weigering', refusal: { kind: 'al_zorgplan' } },
    al_vastgelegd: { view: 'weigering', refusal: { kind: 'al_vastgelegd', door: 'Ines' } },
    zorgplan_onaf: { view: 'weigering', refusal: { kind: 'zorgplan_onaf', ontbreekt: ['doelen', 'plan'] } },
    zorgplan_vol: { view: 'weigering', refusal: { kind: 'zorgplan_vol', wat: 'actie', max: 30 } },
    onderdeel_weg: { view: 'weigering', refusal: { kind: 'onderdeel_weg' } },
    niets_terug_te_zetten: { view: 'weigering', refusal: { kind: 'niets_terug_te_zetten' } },
    al_gedaan: { view: 'weigering', refusal: { kind: 'al_gedaan', door: 'Ines' } },
    al_open: { view: 'weigering', refusal: { kind: 'al_open' } },
    al_overgestapt: { view: 'weigering', refusal: { kind: 'al_overgestapt', naar: 'b' } },
    evaluatie_voorbij: { view: 'weigering', refusal: { kind: 'evaluatie_voorbij' } },
    telefonisch_gemeld: { view: 'weigering', refusal: { kind: 'telefonisch_gemeld' } },
    concept_verlopen: { view: 'weigering', refusal: { kind: 'concept_verlopen' } },
    geen_regio: { view: 'weigering', refusal: { kind: 'geen_regio' } },
    intussen_gewijzigd: { view: 'weigering', refusal: { kind: 'intussen_gewijzigd', intussen } },
    geen_dagdeel_periode: {
      view: 'weigering',
      refusal: { kind: 'geen_dagdeel', datum: '2026-04-06', tot: '2026-04-17' },
    },
    niet_op_rooster: { view: 'weigering', refusal: { kind: 'niet_op_rooster' } },
    niet_in_permanentie: { view: 'weigering', refusal: { kind: 'niet_in_permanentie' } },
    nota_weg: { view: 'weigering', refusal: { kind: 'nota_weg' } },
    nota_gelezen: { view: 'weigering', refusal: { kind: 'nota_gelezen', door: 'Ines' } },
    niet_jouw_dienst: { view: 'weigering', refusal: { kind: 'niet_jouw_dienst' } },
    geen_dagdeel: { view: 'weigering', refusal: { kind: 'geen_dagdeel', datum: '2026-03-08' } },
    al_ingevuld: { view: 'weigering', refusal: { kind: 'al_ingevuld', door: 'Ines' } },
    al_ongedaan: { view: 'weigering', refusal: { kind: 'al_ongedaan' } },
    al_afgesloten: { view: 'weigering', refusal: { kind: 'al_afgesloten' } },
    niet_afgesloten: { view: 'weigering', refusal: { kind: 'niet_afgesloten' } },
    eerst_terugkoppelen: { view: 'weigering', refusal: { kind: 'eerst_terugkoppelen' } },
    al_geboren: { view: 'weigering', refusal: { kind: 'al_geboren' } },
    nog_geen_zorgplan: { view: 'weigering', refusal: { kind: 'nog_geen_zorgplan' } },
    rugzak_vol: { view: 'weigering', refusal: { kind: 'rugzak_vol', vrij: 123_450 } },
    verblijf_vol: { view: 'weigering', refusal: { kind: 'verblijf_vol', vrij: 0 } },
    jaarbudget_op: { view: 'weigering', refusal: { kind: 'jaarbudget_op', jaar: 2026, vrij: 5 } },
    boven_mandaat: { view: 'weigering', refusal: { kind: 'boven_mandaat', mandaat: 250_000 } },
    aanvraag_al_beslist: {
      view: 'weigering',
      refusal: { kind: 'aanvraag_al_beslist', stand: 'goedgekeurd', door: 'Ines' },
    },
    meer_dan_vastgelegd: { view: 'weigering', refusal: { kind: 'meer_dan_vastgelegd', rest: 40_000 } },
    collega_niet_bereikbaar: { view: 'weigering', refusal: { kind: 'collega_niet_bereikbaar', naam: longName } },
    verzoek_vervallen: { view: 'weigering', refusal: { kind: 'verzoek_vervallen' } },
    dagdeel_voorbij: { view: 'weigering', refusal: { kind: 'dagdeel_voorbij' } },
    datum_onleesbaar: { view: 'weigering', refusal: { kind: 'datum_onleesbaar', typed: 'overmorgenavond' } },
    jaar_onleesbaar: { view: 'weigering', refusal: { kind: 'jaar_onleesbaar', typed: 'ooit' } },
    alleen_coordinatoren: { view: 'weigering', refusal: { kind: 'alleen_coordinatoren' } },
    rugzak_niet_gestart: { view: 'weigering', refusal: { kind: 'rugzak_niet_gestart' } },
    al_verlengd: { view: 'weigering', refusal: { kind: 'al_verlengd', door: 'Ines' } },
    geen_verlenging_meer: { view: 'weigering', refusal: { kind: 'geen_verlenging_meer', aantal: 1 } },
    verlenging_weg: { view: 'weigering', refusal: { kind: 'verlenging_weg' } },
    rugzak_vraag_beantwoord: { view: 'weigering', refusal: { kind: 'rugzak_vraag_beantwoord' } },
    niets_te_factureren: { view: 'weigering', refusal: { kind: 'meer_dan_vastgelegd', rest: 0 } },
    bewijs_al_bezorgd: { view: 'weigering', refusal: { kind: 'bewijs_al_bezorgd', door: 'Ines' } },
    al_aangevraagd: { view: 'weigering', refusal: { kind: 'al_aangevraagd', subject: 'casus-1/aanvraag-1' } },
    aanvraag_concept_weg: { view: 'weigering', refusal: { kind: 'aanvraag_concept_weg' } },
    na_einde_rugzak: { view: 'weigering', refusal: { kind: 'na_einde_rugzak', einde: '2026-06-09' } },
    rugzak_eerst_opnemen: { view: 'weigering', refusal: { kind: 'rugzak_eerst_opnemen' } },
    knop_onbekend: { view: 'weigering', refusal: { kind: 'knop_onbekend' } },
    zorgtafel_eerst_opnemen: { view: 'weigering', refusal: { kind: 'zorgtafel_eerst_opnemen' } },
    zorgtafel_andere_uitkomst: { view: 'weigering', refusal: { kind: 'zorgtafel_andere_uitkomst' } },
    zorgtafel_loopt: { view: 'weigering', refusal: { kind: 'zorgtafel_loopt' } },
    zorgtafel_eerst_verslag: {
      view: 'weigering',
      refusal: { kind: 'zorgtafel_eerst_verslag', aanspreekpunt: 'Marijke', subject: `${casusId}/tafel-1` },
    },
    zorgtafel_eerst_verslag_van_een_ander: {
      view: 'weigering',
      refusal: { kind: 'zorgtafel_eerst_verslag', aanspreekpunt: 'Marijke', subject: null },
    },
    geen_zorgtafel: { view: 'weigering', refusal: { kind: 'geen_zorgtafel' } },
    zorgtafel_al_vast: { view: 'weigering', refusal: { kind: 'zorgtafel_al_vast' } },
    zorgtafel_nog_niet_vast: { view: 'weigering', refusal: { kind: 'zorgtafel_nog_niet_vast' } },
    zorgtafel_nog_niet_gehouden: { view: 'weigering', refusal: { kind: 'zorgtafel_nog_niet_gehouden' } },
    zorgtafel_moment_weg: { view: 'weigering', refusal: { kind: 'zorgtafel_moment_weg' } },
    zorgtafel_moment_voorbij: { view: 'weigering', refusal: { kind: 'zorgtafel_moment_voorbij' } },
    zorgtafel_past_niet: { view: 'weigering', refusal: { kind: 'zorgtafel_past_niet' } },
    zorgtafel_vol: { view: 'weigering', refusal: { kind: 'zorgtafel_vol' } },
    zorgtafel_zonder_ouders: { view: 'weigering', refusal: { kind: 'zorgtafel_zonder_ouders' } },
    niet_meer_genodigd: { view: 'weigering', refusal: { kind: 'niet_meer_genodigd' } },
    coordinator_blijft: { view: 'weigering', refusal: { kind: 'coordinator_blijft' } },
    geen_expert_over: { view: 'weigering', refusal: { kind: 'geen_expert_over' } },
    zorgtafel_afgelast: { view: 'weigering', refusal: { kind: 'zorgtafel_voorbij', stand: 'afgelast' } },
    zorgtafel_gehouden: { view: 'weigering', refusal: { kind: 'zorgtafel_voorbij', stand: 'gehouden' } },
    al_genodigd: { view: 'weigering', refusal: { kind: 'al_genodigd', naam: longName } },
    tafel_vol: { view: 'weigering', refusal: { kind: 'tafel_vol', aantal: 40 } },
    storing: { view: 'weigering', refusal: { kind: 'storing' } },
  },
  kennismaking: {
    eerste_keer: { view: 'kennismaking', naam: 'Noor', regios: [], values: {}, errors: {}, ...goOnWith('hulp') },
    met_fouten: {
      view: 'kennismaking',
      naam: '',
      regios: [
        { code: 'LIM', naam: 'Limburg' },
        { code: 'VBR', naam: 'Voorbeeldregio' },
      ],
      values: { organisatie: 'Materniteit', sector: 'basisvoorziening' },
      errors: { functie: 'Dit ontbreekt nog.', regio: 'Kies je regio.' },
      ...goOnWith('aanmelding'),
    },
  },
  hulp: {
    aanmelder: {
      view: 'hulp',
      naam: 'Noor',
      rollen: ['aanmelder'],
      commands: names,
      voorkeur: null,
      herinnering: null,
    },
    twee_accounts: {
      view: 'hulp',
      naam: 'Marijke',
      rollen: ['aanmelder', 'casuscoordinator', 'beheerder'],
      commands: names,
      voorkeur: { huidig: 'groen', platforms: ['groen', 'blauw'] },
      herinnering: { ...herinnering, eigen: { dagVoor: 'niet', vooraf: 60 } },
    },
    zonder_voorkeur: {
      view: 'hulp',
      naam: longName,
      rollen: ['aanmelder', 'expert'],
      commands: names,
      voorkeur: { huidig: null, platforms: ['groen', 'blauw'] },
      herinnering: null,
    },
  },
  onbekend_commando: {
    bijna: { view: 'onbekend_commando', typed: 'aanmeldign', nearest: 'aanmelding', commands: names },
    iets_anders: { view: 'onbekend_commando', typed: 'xyz', nearest: null, commands: names },
  },
  permanentie: {
    nu: permanentie,
    avond: { ...permanentie, nu: null, waaromNiet: 'buiten_uren' },
    weekend: { ...permanentie, nu: null, dagdelen: [], waaromNiet: 'weekend' },
    feestdag: { ...permanentie, nu: null, dagdelen: [], waaromNiet: 'feestdag', telefoon: null, dringend: [] },
    telefoonroute_zonder_opvolging: {
      ...permanentie,
      nu: null,
      waaromNiet: 'niet_ingevuld',
      route: { naam: 'Jeugdhulpregie', telefoon: '011 30 31 40', tot: monday },
    },
    leeg: { ...permanentie, nu: null, volgende: null, dagdelen: [], waaromNiet: 'niet_ingevuld', telefoon: null },
    andere_dag: { ...permanentie, nu: null, volgende: null, dag: '2026-03-10' },
    andere_dag_leeg: { ...permanentie, nu: null, dag: '2026-03-14', dagdelen: [], waaromNiet: 'weekend' },
    van_wacht: { ...permanentie, overdracht: true },
    voor_de_planner: { ...permanentie, nietBereikbaar: ['Ines'] },
    lange_naam: { ...permanentie, nu: { naam: longName, telefoon: null, route: false, tot: '2026-03-09T11:00:00Z' } },
  },
  aanmelding_pagina: {
    leeg: pagina,
    coordinator: { ...pagina, asker: { coordinator: true, basisvoorziening: false } },
    voor_een_beller: {
      ...pagina,
      asker: { coordinator: true, basisvoorziening: false },
      values: { namens: 'beller' },
      errors: { beller_naam: 'Iemand belde: vul dit nog in.' },
    },
    met_fouten: {
      ...pagina,
      values: { kind: 'geboren', initialen: 'Jan', geboortedatum: '2026-02-30' },
      errors: { initialen: 'Enkel initialen.', geboortedatum: 'Deze datum bestaat niet.' },
    },
    gevaar: { ...pagina, pagina: 2, values, meldingen: [gevaar] },
    verbeteren: { ...pagina, pagina: 3, values, verbetert: referentie },
  },
  aanmelding_controle: {
    volledig: controle,
    vrijdagavond: { ...controle, naar: vrijdagavond },
    niet_bereikbaar: { ...controle, naar: { ...naar, naam: 'Ines', inPlaatsVan: 'Marijke' } },
    ontbreekt: {
      ...controle,
      values: { ...values, krachten: '', geboortedatum: 'ooit' },
      ontbreekt: [{ label: 'Krachten en veiligheid die er al zijn', pagina: 2 }],
    },
    verbeteren: { ...controle, verbetert: referentie },
    niemand: { ...controle, naar: null },
    via_een_telefoonroute: {
      ...controle,
      naar: { ...naar, route: { naam: 'Jeugdhulpregie', telefoon: '011 30 31 40', tot: '2026-03-09T16:00:00Z' } },
    },
    niemand_bereikbaar: { ...controle, naar: { ...naar, bereikbaar: false } },
  },
  aanmelding_hervatten: {
    gewoon: {
      view: 'aanmelding_hervatten',
      draftId: 'concept-1',
      bewaardTot: '2026-03-11T08:20:00Z',
      zone,
      paginaVan: [2, 4],
    },
  },
  aanmelding_status: {
    aangemeld: status,
    vrijdagavond: { ...status, ontvangst: vrijdagavond },
    gevaar: { ...status, meldingen: [gevaar] },
    opgenomen: { ...status, stand: 'opgenomen', opgenomenDoor: 'Marijke' },
    een_vraag: { ...status, stand: 'opgenomen', opgenomenDoor: 'Marijke', openVragen: 1 },
    twee_vragen: { ...status, stand: 'opgenomen', opgenomenDoor: 'Marijke', openVragen: 2 },
    teruggekoppeld: {
      ...status,
      stand: 'teruggekoppeld',
      opgenomenDoor: 'Marijke',
      uitkomst: 'zorgtafel',
      nota: 'Woensdag om 10 u.',
    },
    ingetrokken: { ...status, stand: 'ingetrokken', opgenomenDoor: 'Marijke', mag: ['casus.verloop'] },
    per_telefoon: { ...status, namens: 'An Peeters' },
  },
  aanmelding_verzonden: {
    gewoon: { view: 'aanmelding_verzonden', status },
    vrijdagavond: { view: 'aanmelding_verzonden', status: { ...status, ontvangst: vrijdagavond } },
  },
  bewaard: {
    terugkoppeling: { view: 'bewaard', wat: 'terugkoppeling', referentie, beller: null, aanspreekpunt: 'Marijke' },
    terugkoppeling_per_telefoon: {
      view: 'bewaard',
      wat: 'terugkoppeling',
      referentie,
      beller,
      aanspreekpunt: 'Marijke',
    },
    vraag: { view: 'bewaard', wat: 'vraag', referentie, beller: null, aanspreekpunt: 'Marijke' },
    overdracht: { view: 'bewaard', wat: 'overdracht', referentie, beller: null, aanspreekpunt: 'Ines' },
    aanvulling: { view: 'bewaard', wat: 'aanvulling', referentie, beller: null, aanspreekpunt: 'Marijke' },
    geboorte: { view: 'bewaard', wat: 'geboorte', referentie, beller: null, aanspreekpunt: 'Marijke' },
    afsluiting: { view: 'bewaard', wat: 'afsluiting', referentie, beller: null, aanspreekpunt: 'Marijke' },
    afsluiting_met_zorgtafel: {
      view: 'bewaard',
      wat: 'afsluiting',
      referentie,
      beller: null,
      aanspreekpunt: 'Marijke',
      voor: ['oma'],
    },
    nota: { view: 'bewaard', wat: 'nota', referentie, beller: null, aanspreekpunt: 'Marijke' },
    intrekking: { view: 'bewaard', wat: 'intrekking', referentie, beller: null, aanspreekpunt: 'Marijke' },
    verbetering: { view: 'bewaard', wat: 'verbetering', referentie, beller: null, aanspreekpunt: 'Marijke' },
  },
  casus_afgesloten: {
    aanmelder: {
      view: 'casus_afgesloten',
      casusId,
      referentie,
      door: 'Marijke',
      bewaard: { tot: null },
      mag: ['casus.verloop'],
    },
    coordinator: {
      view: 'casus_afgesloten',
      casusId,
      referentie,
      door: 'Marijke',
      bewaard: { tot: '2031-06-09' },
      mag: ['casus.tonen', 'casus.heropenen', 'casus.verloop'],
    },
  },
  casus_kaart: {
    afgesloten: {
      ...kaart,
      stand: 'afgesloten',
      klok: 'gestopt',
      afsluiting: {
        resultaat: 'bereikt',
        woont: 'netwerk',
        opvolging: 'Het lokaal team Kind & Gezin komt elke maand langs.',
        openPunten: '',
      },
      bewaard: { tot: '2031-06-09' },
      mag: ['casus.heropenen', 'casus.verloop'],
    },
    aangemeld: kaart,
    alles_tegelijk: {
      ...kaart,
      klok: 'verstreken',
      inPlaatsVan: 'Ines',
      mogelijkDubbel: ['LIM-2026-0007', 'LIM-2026-0009'],
      meldingen: [gevaar, { regel: 'D6', ernst: 'info', tekst: 'Voor de oudere broer of zus …' }],
      aanmelding: { ...kaart.aanmelding, oudereSibling: true, gevaarNu: true, waaromNietBesproken: 'Te gevaarlijk.' },
      aanvullingen: [{ door: 'Noor', op: monday, tekst: 'Er is een tante in Genk.' }],
      vragen: [
        { door: 'Marijke', tekst: 'Wie kookt?', antwoord: 'Oma.' },
        { door: 'Marijke', tekst: 'En ’s nachts?', antwoord: null },
      ],
    },
    opgenomen: { ...kaart, stand: 'opgenomen', mag: ['casus.terugkoppelen', 'casus.vragen', 'casus.teruggeven'] },
    teruggekoppeld: {
      ...kaart,
      stand: 'teruggekoppeld',
      klok: 'gestopt',
      uitkomst: 'zorgtafel',
      nota: 'Woensdag.',
      mag: ['casus.terugkoppelen', 'casus.overdragen', 'casus.verloop'],
    },
    met_zorgplan: {
      ...kaart,
      stand: 'teruggekoppeld',
      klok: 'gestopt',
      uitkomst: 'zorgtafel',
      zorgplan: { vastgelegd: true, actief: 'a', evaluatie: { datum: '2026-04-20', teLaat: false }, teLaat: 2 },
      mag: ['casus.verloop', 'zorgplan.tonen'],
    },
    met_nota: {
      ...kaart,
      overdrachtsnota: { door: 'Ines', op: monday, tekst: 'De vroedvrouw belt terug.', gelezen: null },
    },
    met_gelezen_nota: {
      ...kaart,
      overdrachtsnota: {
        door: 'Ines',
        op: monday,
        tekst: 'De vroedvrouw belt terug.',
        gelezen: { door: 'Marijke', op: tuesday },
      },
    },
    ingetrokken: { ...kaart, stand: 'ingetrokken', klok: 'gestopt', intrekking: 'Vergissing.', mag: ['casus.verloop'] },
    per_telefoon: {
      ...kaart,
      aanmelder: { naam: longName, organisatie: 'CKG', functie: null, telefoon: '0470 00 00 00', namens: 'Marijke' },
    },
  },
  casus_lijst: {
    leeg: { view: 'casus_lijst', zone, mijn: [], wachtend: [], zonder: [], meer: false },
    gemengd: {
      view: 'casus_lijst',
      zone,
      mijn: [
        regel('LIM-2026-0001', 'aanspreekpunt', false),
        regel('LIM-2026-0002', 'aanspreekpunt', true),
        { ...regel('LIM-2026-0003', 'aanmelder', false), termijn: null, stand: 'teruggekoppeld' },
        {
          ...regel('LIM-2026-0007', 'aanspreekpunt', false),
          stand: 'teruggekoppeld',
          stap: 'zorgtafel',
          van: 'zorgtafel',
        },
        {
          ...regel('LIM-2026-0005', 'aanspreekpunt', false),
          zorgplan: { vastgelegd: true, actief: 'b', evaluatie: { datum: '2026-04-20', teLaat: false }, teLaat: 0 },
        },
      ],
      wachtend: [regel('LIM-2026-0004', 'wachtend', false)],
      zonder: [{ ...regel('LIM-2026-0006', 'zonder', false), stap: 'zorgplan', termijn: null }],
      meer: true,
    },
  },
  mijn_werk: {
    aanmelder_leeg: { ...emptyWork, naam: 'Noor', inTeam: false, coordinator: false },
    aanmelder: {
      ...emptyWork,
      naam: 'Noor',
      inTeam: false,
      coordinator: false,
      wacht: {
        eerste: [
          { soort: 'vraag', subject: 'casus-1/vraag-1', referentie, door: 'Marijke' },
          { soort: 'zorgtafel', subject: 'casus-1/tafel-1/d-1', referentie, voor: false },
          { soort: 'zorgtafel', subject: 'casus-1/tafel-1/d-2', referentie, voor: true },
        ],
        nogMeer: 0,
      },
      aanmeldingen: {
        eerste: [regel('LIM-2026-0001', 'aanmelder', false), regel('LIM-2026-0002', 'aanmelder', true)],
        nogMeer: 3,
      },
    },
    coordinator_leeg: emptyWork,
    coordinator: {
      ...emptyWork,
      nu: [{ regio: 'Limburg', tot: '12:00', route: null }],
      dagdelen: {
        eerste: [
          { ...dagdeel, van: '14:00', tot: '17:00', route: 'Jeugdhulpregie – algemene permanentie ACT' },
          { ...dagdeel, datum: '2026-03-11', route: null },
        ],
        nogMeer: 12,
      },
      wacht: {
        eerste: [
          { soort: 'bevestigen', subject: 'LIM/2026-03-09/09:00', ...dagdeel },
          { soort: 'zonder_aanspreekpunt', subject: 'casus-6', referentie: 'LIM-2026-0006', was: 'Marijke' },
          stap(17, 'zorgtafel', false, 'zorgtafel.plannen'),
          stap(18, 'zorgtafel', true, 'zorgtafel.plannen'),
          stap(19, 'zorgplan', false, 'zorgplan.maken'),
          stap(20, 'zorgplan_concept', true, 'zorgplan.tonen'),
          {
            soort: 'verzoek',
            subject: 'LIM/verzoek/v-1',
            van: 'Ines',
            geef: span,
            krijg: { ...span, datum: '2026-03-16' },
          },
          { soort: 'verzoek', subject: 'LIM/verzoek/v-2', van: 'Ines', geef: span, krijg: null },
          { soort: 'actie', subject: 'casus-1/a-1', referentie, tegen: '2026-03-12', teLaat: false },
          { soort: 'actie', subject: 'casus-1/a-2', referentie, tegen: '2026-03-06', teLaat: true },
          { soort: 'rugzak_vraag', subject: 'casus-1/a-1/v-1', referentie, door: 'Ines' },
          {
            ...{ soort: 'aanvraag', subject: 'casus-3/a-2', referentie, door: 'Ines' },
            ...{ cents: 123_450, tegen: '2026-03-16', teLaat: false },
          },
          {
            ...{ soort: 'aanvraag', subject: 'casus-4/a-3', referentie, door: 'Ines' },
            ...{ cents: 400_000, tegen: '2026-03-06', teLaat: true },
          },
          { soort: 'evaluatie', subject: 'casus-1/e-1', referentie, datum: '2026-03-13', teLaat: false },
          { soort: 'evaluatie', subject: 'casus-2/e-1', referentie, datum: '2026-03-06', teLaat: true },
        ],
        nogMeer: 2,
      },
      casussen: {
        eerste: [regel('LIM-2026-0002', 'aanspreekpunt', true), regel('LIM-2026-0001', 'aanspreekpunt', false)],
        nogMeer: 5,
      },
      aanmeldingen: { eerste: [regel('LIM-2026-0003', 'aanmelder', false)], nogMeer: 0 },
      nietGelezen: true,
    },
    op_wacht: {
      ...emptyWork,
      nu: [{ regio: 'Limburg', tot: '12:00', route: null }],
      wacht: {
        eerste: [
          {
            soort: 'verzoek',
            subject: 'LIM/verzoek/v-1',
            van: 'Ines',
            geef: { ...span, datum: '2026-03-12' },
            krijg: { ...span, datum: '2026-03-16' },
          },
        ],
        nogMeer: 0,
      },
      casussen: { eerste: [regel('LIM-2026-0002', 'aanspreekpunt', false)], nogMeer: 0 },
      dagdelen: { eerste: [{ ...dagdeel, datum: '2026-03-11', route: null }], nogMeer: 0 },
    },
    planner: {
      ...emptyWork,
      naam: 'Planner',
      coordinator: false,
      gaten: {
        eerste: [
          { ...dagdeel, subject: 'LIM/2026-03-09/09:00', regioCode: 'LIM', overnemen: true },
          { ...dagdeel, datum: '2026-03-10', subject: 'LIM/2026-03-10/09:00', regioCode: 'LIM', overnemen: false },
        ],
        nogMeer: 1,
      },
    },
    lang: {
      ...emptyWork,
      naam: longName,
      casussen: {
        eerste: Array.from({ length: 8 }, (_, n) => ({
          ...regel(`LIM-2026-000${n}`, 'aanspreekpunt' as const, n < 3),
          aanspreekpunt: longName,
        })),
        nogMeer: 1,
      },
    },
  },
  mijn_werk_ouder: { gewoon: { view: 'mijn_werk_ouder' } },
  welkom: { gewoon: { view: 'welkom' } },
  casus_verloop: {
    gewoon: {
      view: 'casus_verloop',
      casusId,
      referentie,
      stand: 'opgenomen',
      zone,
      aanspreekpunt: 'Ines',
      regels: [
        { op: monday, soort: 'aangemeld', door: 'Noor', betreft: null, detail: null },
        { op: monday, soort: 'niet_bereikt', door: null, betreft: 'Marijke', detail: null },
        { op: monday, soort: 'overgedragen', door: 'Marijke', betreft: 'Ines', detail: 'Ik ben morgen weg.' },
        { op: tuesday, soort: 'herinnerd', door: null, betreft: null, detail: null },
      ],
      vroeger: null,
      later: false,
      mag: ['casus.tonen'],
    },
    tussenin: {
      view: 'casus_verloop',
      casusId,
      referentie,
      stand: 'afgesloten',
      zone,
      aanspreekpunt: 'Ines',
      regels: [
        { op: monday, soort: 'geboren', door: 'Noor', betreft: null, detail: null },
        { op: tuesday, soort: 'afgesloten', door: 'Ines', betreft: null, detail: 'Het lokaal team volgt op.' },
        { op: tuesday, soort: 'heropend', door: 'Ines', betreft: null, detail: null },
      ],
      vroeger: 31,
      later: true,
      mag: ['casus.tonen'],
    },
  },
  casus_formulier: {
    terugkoppeling: { ...formulier, formulier: 'terugkoppeling' },
    terugkoppeling_per_telefoon: { ...formulier, formulier: 'terugkoppeling', beller },
    terugkoppeling_fout: {
      ...formulier,
      formulier: 'terugkoppeling',
      values: { uitkomst: 'zorgtafel', nota: '' },
      errors: { nota: 'Dit ontbreekt nog; een korte zin volstaat.' },
    },
    geboorte: { ...formulier, formulier: 'geboorte' },
    afsluiting: { ...formulier, formulier: 'afsluiting', bewaard: { tot: '2031-06-09' } },
    afsluiting_met_rugzak: {
      ...formulier,
      formulier: 'afsluiting',
      geld: { aangevraagd: 60_000, vastgelegd: 125_050, gefactureerd: 20_000, verblijf: true },
    },
    afsluiting_met_zorgtafel: {
      ...formulier,
      formulier: 'afsluiting',
      zorgtafel: { id: 'tafel-1', start: tuesday, zone, voor: ['oma', 'het CLB'] },
      errors: { zorgtafel: 'Duid dit aan als ze niet doorgaat. Gaat ze wel door, sluit de casus dan later af.' },
    },
    intrekking_met_zorgtafel: {
      ...formulier,
      formulier: 'intrekking',
      zorgtafel: { id: 'tafel-1', start: null, zone, voor: ['mama'] },
    },
    afsluiting_fout: {
      ...formulier,
      formulier: 'afsluiting',
      values: { woont: 'thuis', opvolging: '' },
      errors: { resultaat: 'Kies hoe de casus eindigt.', opvolging: 'Dit ontbreekt nog; een korte zin volstaat.' },
    },
    vraag: { ...formulier, formulier: 'vraag' },
    overdracht: { ...formulier, formulier: 'overdracht', keuzes: [{ value: 'p-ines', label: 'Ines' }] },
    aanvulling: { ...formulier, formulier: 'aanvulling' },
    intrekking: { ...formulier, formulier: 'intrekking', bewaard: { tot: null } },
    nota: { ...formulier, formulier: 'nota' },
  },
  kanaal_aanmelding: {
    aangemeld: { view: 'kanaal_aanmelding', referentie, bij: 'Marijke', uiterlijk: tuesday, zone, stand: 'aangemeld' },
    opgenomen: { view: 'kanaal_aanmelding', referentie, bij: 'Marijke', uiterlijk: tuesday, zone, stand: 'opgenomen' },
    teruggekoppeld: {
      view: 'kanaal_aanmelding',
      referentie,
      bij: 'Marijke',
      uiterlijk: tuesday,
      zone,
      stand: 'teruggekoppeld',
    },
    ingetrokken: {
      view: 'kanaal_aanmelding',
      referentie,
      bij: 'Marijke',
      uiterlijk: tuesday,
      zone,
      stand: 'ingetrokken',
    },
  },
  termijn: {
    herinnering: termijn,
    escalatie: { ...termijn, soort: 'escalatie', verstreken: true },
    afgehandeld: { ...termijn, gestopt: true, stand: 'teruggekoppeld' },
  },
  stap_termijn: {
    zorgtafel: stapTermijn,
    zorgtafel_dringend: {
      ...stapTermijn,
      soort: 'escalatie',
      verstreken: true,
      mag: ['casus.overdragen', 'casus.tonen'],
    },
    zorgplan: { ...stapTermijn, stap: 'zorgplan', mag: ['zorgplan.maken', 'casus.tonen'] },
    vastleggen: { ...stapTermijn, stap: 'zorgplan_concept', soort: 'escalatie', mag: ['casus.tonen'] },
    afgehandeld: { ...stapTermijn, voorbij: true, mag: ['casus.tonen'] },
  },
  ...rugzakSamples,
  vraag: {
    open: vraag,
    in_formulier: { ...vraag, formulier: true },
    fout: { ...vraag, errors: { antwoord: 'Dit ontbreekt nog; een korte zin volstaat.' } },
    beantwoord: { ...vraag, antwoord: 'De grootmoeder,\ntot woensdag.' },
    vervallen: { ...vraag, vervallen: true },
  },
  mededeling: {
    opgenomen: mededeling,
    teruggegeven: { ...mededeling, soort: 'teruggegeven', mag: ['casus.tonen'] },
    teruggekoppeld: { ...mededeling, soort: 'teruggekoppeld', uitkomst: 'crisis', tekst: 'Bel nu.', uiterlijk: null },
    overgedragen_aan_jou: { ...mededeling, soort: 'overgedragen_aan_jou', mag: ['casus.tonen'] },
    overgedragen_na_antwoord: { ...mededeling, soort: 'overgedragen_aan_jou', uiterlijk: null },
    nieuw_aanspreekpunt: { ...mededeling, soort: 'nieuw_aanspreekpunt', wie: longName },
    beantwoord: { ...mededeling, soort: 'beantwoord', wie: 'Noor', tekst: 'Oma.', mag: ['casus.tonen'] },
    geboren: { ...mededeling, soort: 'geboren', uiterlijk: null },
    afgesloten: { ...mededeling, soort: 'afgesloten', uiterlijk: null },
    heropend: { ...mededeling, soort: 'heropend', uiterlijk: null },
    heropend_zonder_zorgtafel: { ...mededeling, soort: 'heropend', uiterlijk: null, zorgtafelAfgelast: true },
    aanvraag_ingetrokken: { ...mededeling, soort: 'aanvraag_ingetrokken', uiterlijk: null },
    aangevuld: { ...mededeling, soort: 'aangevuld', wie: 'Noor', tekst: 'Er is een tante.', mag: ['casus.tonen'] },
    zonder_aanspreekpunt: {
      ...mededeling,
      soort: 'aangevuld',
      wie: 'Noor',
      tekst: 'Er is een tante.',
      zonderAanspreekpunt: 'Marijke',
      mag: ['casus.overdragen', 'casus.tonen'],
    },
    verbeterd: { ...mededeling, soort: 'verbeterd', wie: 'Noor', mag: ['casus.tonen'] },
    ingetrokken: { ...mededeling, soort: 'ingetrokken', wie: 'Noor', tekst: 'Vergissing.', uiterlijk: null },
    ingetrokken_voor_wie_aan_tafel_zat: { ...mededeling, soort: 'ingetrokken', uiterlijk: null },
    persoon_niet_bereikbaar: { ...mededeling, soort: 'persoon_niet_bereikbaar' },
    bericht_niet_bezorgd: { ...mededeling, soort: 'bericht_niet_bezorgd' },
    volgt_niemand_op: { ...mededeling, soort: 'bericht_niet_bezorgd', volgtNiemandOp: true, mag: [] },
  },
  dienst: {
    morgen: { ...dienst, soort: 'morgen', subject: 'LIM/2026-03-09' },
    straks: dienst,
    begonnen: { ...dienst, begonnen: true },
    bevestigd: { ...dienst, bevestigd: monday },
    voorbij: { ...dienst, voorbij: true },
    vervallen: { ...dienst, vervallen: true, dagdelen: [] },
    route: { ...dienst, soort: 'morgen', dagdelen: [{ van: '14:00', tot: '17:00', route: 'Algemene permanentie' }] },
    met_casussen: {
      ...dienst,
      casussen: [regel('LIM-2026-0001', 'wachtend', false), regel('LIM-2026-0002', 'aanspreekpunt', true)],
    },
    meer_casussen: {
      ...dienst,
      casussen: Array.from({ length: 10 }, (_, n) => regel(`LIM-2026-00${10 + n}`, 'wachtend', n === 0)),
      casussenMeer: true,
    },
    overdracht: { ...dienst, overdracht: { ...teLezen, nog: 1 } },
    overdracht_zonder_recht: {
      ...dienst,
      overdracht: { ...teLezen, notas: notas.slice(1).map((n) => ({ ...n, tekst: null })), merk: '' },
    },
    overdracht_gelezen: { ...dienst, overdracht: { ...nietsTeLezen, gelezen: { op: monday, aantal: 2 } } },
    een_nota_gelezen: { ...dienst, overdracht: { ...nietsTeLezen, gelezen: { op: monday, aantal: 1 } } },
    drukke_dag: {
      ...dienst,
      termijnen: Array.from({ length: 12 }, (_, n) => ({
        referentie: `LIM-2026-00${10 + n}`,
        aanspreekpunt: n % 2 ? 'Ines' : 'Marijke',
        einde: tuesday,
        verstreken: n === 0,
      })),
      termijnenMeer: 28,
      afspraken: [{ op: tuesday, wat: 'zorgtafel', referentie: 'LIM-2026-0007' }],
    },
    morgen_met_termijn: {
      ...dienst,
      soort: 'morgen',
      termijnen: [{ referentie, aanspreekpunt: 'Ines', einde: tuesday, verstreken: false }],
      afspraken: [{ op: tuesday, wat: 'zorgtafel', referentie: 'LIM-2026-0007' }],
    },
  },
  overdracht: {
    vraag: { ...overdracht, vraag: { tot: '2026-03-09T11:00:00Z' } },
    niemand_na_jou: { ...overdracht, volgende: null, openCasussen: 0 },
    geschreven: {
      ...overdracht,
      mijn: [
        { ...algemeen, bewerkt: true },
        { ...overCasus, wijzigbaar: false, gelezen: [{ door: 'Ines', op: tuesday }] },
        {
          ...overCasus,
          wijzigbaar: false,
          gelezen: [
            { door: 'Ines', op: tuesday },
            { door: longName, op: tuesday },
          ],
        },
        { ...algemeen, tekst: '', ingetrokken: true, wijzigbaar: false },
        { ...overCasus, tekst: null },
      ],
      meer: 2,
    },
    te_lezen: { ...overdracht, lezen: { ...teLezen, nog: 3 }, eerder: notas, openCasussen: 1 },
    niets_te_lezen: { ...overdracht, lezen: nietsTeLezen, magSchrijven: false },
  },
  nota_formulier: {
    gewoon: notaFormulier,
    veel_casussen: {
      ...notaFormulier,
      volgende: null,
      andere: [{ value: 'casus-3', label: 'LIM-2026-0003' }],
      values: { algemeen: 'Rustige ochtend.', andere_nota: 'Bel terug.' },
      errors: { andere_casus: 'Kies over welke casus je nota gaat.' },
    },
    geen_casussen: { ...notaFormulier, casussen: [] },
    wijzigen: { ...notaFormulier, subject: 'nota-1', wijzigt: { referentie }, values: { nota: 'Bel terug.' } },
    wijzigen_algemeen: {
      ...notaFormulier,
      subject: 'nota-1',
      wijzigt: { referentie: null },
      values: { nota: '' },
      errors: { nota: 'Dit ontbreekt nog; een korte zin volstaat.' },
    },
  },
  dienst_ochtend: {
    gewoon: {
      view: 'dienst_ochtend',
      regio: 'Limburg',
      datum: '2026-03-09',
      dagdelen: [
        { van: '09:00', tot: '12:00', wie: 'Marijke' },
        { van: '14:00', tot: '17:00', wie: 'Algemene permanentie' },
      ],
    },
    niemand: { view: 'dienst_ochtend', regio: 'Limburg', datum: '2026-03-09', dagdelen: [] },
  },
  dienst_onbevestigd: {
    gewoon: onbevestigd,
    overdracht_ongelezen: { ...onbevestigd, ongelezen: 3 },
    een_nota_ongelezen: { ...onbevestigd, ongelezen: 1 },
    bevestigd: { ...onbevestigd, bevestigd: { op: monday, door: 'Marijke' } },
    vervangen: { ...onbevestigd, wie: 'Ines', vervangen: true },
    voorbij: { ...onbevestigd, voorbij: true },
  },
  gat: {
    vooraf: gat,
    nu: { ...gat, nu: true },
    telefoonroute: { ...gat, route: 'Jeugdhulpregie' },
    voor_wie_niet_van_wacht_kan: { ...gat, overnemen: null },
    voorbij: { ...gat, nu: true, voorbij: true },
    opgelost: { ...gat, opgelost: true, tot: null, door: 'Ines', overnemen: null },
    gesloten: { ...gat, opgelost: true, overnemen: null },
  },
  gaten: {
    drie: gaten,
    ook_ingevuld: { ...gaten, vrij: [vrij('2026-03-16')], ingevuld: [{ ...vrij('2026-03-09'), wie: longName }] },
    veel: {
      ...gaten,
      vrij: Array.from({ length: 20 }, (_, n) => vrij(`2026-04-${String(n + 1).padStart(2, '0')}`)),
      ingevuld: Array.from({ length: 12 }, (_, n) => ({ ...vrij(`2026-03-${n + 10}`), wie: 'Ines' })),
    },
    voor_de_planner: { ...gaten, vrij: gaten.vrij.map((p) => ({ ...p, overnemen: null })) },
    alles_ingevuld: { ...gaten, vrij: [], ingevuld: [{ ...vrij('2026-03-09'), wie: 'Ines' }] },
    er_toch: { ...gaten, vrij: [], terug: 'Ines' },
    er_toch_zelf: { ...gaten, vrij: [], terug: 'Ines', eigen: true },
  },
  rooster_niet_bezorgd: {
    kanaal: { view: 'rooster_niet_bezorgd', regio: 'Limburg', regioCode: 'LIM', wie: null },
    persoon: { view: 'rooster_niet_bezorgd', regio: 'Limburg', regioCode: 'LIM', wie: longName },
  },
  rooster_gemist: {
    een: { ...gemist, aantal: 1, dagen: ['2026-03-09'] },
    meer: gemist,
  },
  rooster_week: {
    gewoon: {
      view: 'rooster_week',
      regio: 'Limburg',
      regioCode: 'LIM',
      vorige: '2026-03-02',
      volgende: '2026-03-16',
      magWijzigen: false,
      dagen: [
        {
          datum: '2026-03-09',
          gesloten: false,
          dagdelen: [
            { van: '09:00', tot: '12:00', wie: 'Marijke' },
            { van: '14:00', tot: '17:00', wie: null },
          ],
        },
        { datum: '2026-03-10', gesloten: true, dagdelen: [] },
        { datum: '2026-03-11', gesloten: false, dagdelen: [] },
      ],
    },
    volle_week: {
      view: 'rooster_week',
      regio: 'Limburg',
      regioCode: 'LIM',
      vorige: '2026-03-02',
      volgende: '2026-03-16',
      magWijzigen: true,
      dagen: ['Marijke', 'Ines', 'Marijke', null, 'Ines'].map((wie, n) => ({
        datum: `2026-03-${String(n + 9).padStart(2, '0')}`,
        gesloten: false,
        dagdelen: [
          { van: '09:00', tot: '12:00', wie },
          { van: '14:00', tot: '17:00', wie: 'Algemene permanentie' },
        ],
      })),
    },
  },
  rooster_dag: {
    leeg: { view: 'rooster_dag', regioCode: 'LIM', regio: 'Limburg', values: {}, errors: {} },
    fout: {
      view: 'rooster_dag',
      regioCode: 'LIM',
      regio: 'Limburg',
      values: { datum: '2026-03-09' },
      errors: { wat: 'Kies wat er wijzigt.' },
    },
  },
  rooster_wijziging: {
    vervangen: wijziging,
    afwezig: { ...wijziging, wat: 'afwezig' },
    afwezig_dagen: {
      ...wijziging,
      wat: 'afwezig',
      tot: '2026-03-20',
      gezien: '2026-03-20',
      dagdelen: verlof,
      collegas: [],
      values: { dagdeel: verlof.map((d) => d.value) },
      intussen: [{ ...intussen, datum: '2026-03-12' }],
    },
    intussen_ingevuld: { ...wijziging, intussen: [intussen], values: { dagdeel: '09:00-12:00', wie: 'ines' } },
    intussen_gesloten: { ...wijziging, intussen: [{ ...intussen, door: 'Ines', wat: 'gesloten', wie: null }] },
    intussen_ongedaan: { ...wijziging, intussen: [{ ...intussen, door: 'Ines', wat: 'ongedaan' }] },
    intussen_open: { ...wijziging, intussen: [{ ...intussen, door: 'Ines', wat: 'open', wie: null }] },
    intussen_anders: { ...wijziging, intussen: [{ ...intussen, door: null, op: null }] },
    ruilen: { ...wijziging, wat: 'ruilen' },
    ruilen_met_niemand: { ...wijziging, wat: 'ruilen', ruilen: [] },
    extra: {
      ...wijziging,
      wat: 'extra',
      dagdelen: [],
      values: { van: '25:00' },
      errors: { van: 'Schrijf een uur als 09:00.' },
    },
    sluiten: { ...wijziging, wat: 'sluiten' },
    sluiten_lege_dag: { ...wijziging, wat: 'sluiten', dagdelen: [] },
  },
  rooster_wijzigingen: {
    leeg: { ...lijst, totaal: 0, wijzigingen: [] },
    gewoon: lijst,
    midden: { ...lijst, vanaf: 10, totaal: 23 },
    laatste: { ...lijst, vanaf: 20, totaal: 23 },
  },
  rooster_verzoek: {
    gevraagd: verzoek,
    gevraagd_ruil: { ...verzoek, krijg: { datum: '2026-03-10', van: '09:00', tot: '12:00' } },
    gesteld: { ...verzoek, lezer: 'vrager', krijg: { datum: '2026-03-10', van: '09:00', tot: '12:00' } },
    telefoonroute: { ...verzoek, route: true },
    geen_antwoord: { ...verzoek, herinnerd: true },
    geen_antwoord_vrager: { ...verzoek, herinnerd: true, lezer: 'vrager' },
    aanvaard: { ...verzoek, lezer: 'vrager', stand: 'aanvaard' },
    aanvaard_en_nog_terug_te_draaien: { ...verzoek, stand: 'aanvaard', terugdraaien: 'LIM/u-1/afspraak' },
    ongedaan: { ...verzoek, stand: 'aanvaard', ongedaan: { door: 'Marijke', op: monday } },
    geweigerd: { ...verzoek, lezer: 'vrager', stand: 'geweigerd' },
    ingetrokken: { ...verzoek, stand: 'ingetrokken' },
    vervallen: { ...verzoek, vervallen: true },
    vervallen_bij_vrager: { ...verzoek, vervallen: true, lezer: 'vrager' },
  },
  rooster_gewijzigd: {
    erbij: {
      ...gewijzigd,
      mijn: [{ van: '09:00', tot: '12:00', route: null }],
    },
    telefoonroute: { ...gewijzigd, mijn: [{ van: '14:00', tot: '17:00', route: 'Jeugdhulpregie' }] },
    eraf: { ...gewijzigd, door: longName },
    overgenomen: { ...gewijzigd, overgenomen: [{ van: '09:00', tot: '12:00', wie: 'Ines' }] },
  },
  agenda: {
    nieuw: {
      view: 'agenda',
      regio: null,
      zone,
      stand: { kind: 'nieuw', adres: `https://bot.example.org/ical/${'Ab_-'.repeat(10)}x0Z.ics`, vervangt: false },
      andere: [{ code: 'LIM', naam: 'Limburg' }],
    },
    regio: {
      view: 'agenda',
      regio: { code: 'LIM', naam: 'Limburg' },
      zone,
      stand: { kind: 'nieuw', adres: `http://127.0.0.1:3978/ical/${'Ab_-'.repeat(10)}x0Z.ics`, vervangt: true },
      andere: [],
    },
    bestaat: { view: 'agenda', regio: null, zone, stand: { kind: 'bestaat', op: monday }, andere: [] },
    gestopt: { view: 'agenda', regio: null, zone, stand: { kind: 'gestopt' }, andere: [] },
    zonder_adres: { view: 'agenda', regio: null, zone, stand: { kind: 'geen_adres' }, andere: [] },
    niet_op_rooster: {
      view: 'agenda',
      regio: null,
      zone,
      stand: { kind: 'niet_op_rooster' },
      andere: [{ code: 'LIM', naam: 'Limburg' }],
    },
    niet_in_team: {
      view: 'agenda',
      regio: { code: 'LIM', naam: 'Limburg' },
      zone,
      stand: { kind: 'niet_in_team' },
      andere: [],
    },
  },
  mijn_diensten: {
    leeg: { view: 'mijn_diensten', naam: 'Marijke', diensten: [], herinnering },
    gewoon: {
      view: 'mijn_diensten',
      naam: 'Marijke',
      diensten: [
        { datum: '2026-03-09', van: '09:00', tot: '12:00', regio: 'Limburg', route: null },
        { datum: '2026-03-09', van: '14:00', tot: '17:00', regio: 'Limburg', route: 'Jeugdhulpregie' },
      ],
      herinnering: { ...herinnering, eigen: { dagVoor: '15:30', vooraf: null } },
    },
  },
  rooster_nieuw: {
    andere_dagen: {
      view: 'rooster_nieuw',
      regio: 'Limburg',
      vanaf: '2026-04-06',
      mijn: [
        { datum: '2026-04-07', van: '09:00', tot: '12:00', route: null },
        { datum: '2026-04-09', van: '14:00', tot: '17:00', route: 'Jeugdhulpregie' },
      ],
    },
    eraf: { view: 'rooster_nieuw', regio: 'Limburg', vanaf: '2026-04-06', mijn: [] },
  },
  rooster_botsing: {
    alle_redenen: {
      view: 'rooster_botsing',
      regio: 'Limburg',
      regioCode: 'LIM',
      regels: [
        { ...botsing, reden: 'dagdeel_weg' },
        { ...botsing, van: '00:00', tot: '24:00', wat: 'gesloten', wie: null, reden: 'dagdeel_weg' },
        { ...botsing, reden: 'persoon_weg' },
        { ...botsing, reden: 'zelfde' },
        { ...botsing, wat: 'open', wie: null, reden: 'andere_uren', uren: '09:00–13:00' },
        { ...botsing, reden: 'andere_persoon', nu: longName },
        { ...botsing, wat: 'open', wie: 'Marijke', reden: 'andere_persoon', nu: 'Ines' },
      ],
    },
    nagekeken: { view: 'rooster_botsing', regio: 'Limburg', regioCode: 'LIM', regels: [] },
  },
  dubbel: {
    beheerder: dubbel,
    coordinator: { ...dubbel, wie: longName, overnemen: 'LIM/2026-03-23/09:00' },
    route: {
      ...dubbel,
      route: 'Jeugdhulpregie – algemene permanentie ACT',
      andere: [{ regio: 'Voorbeeldregio', van: '13:00', tot: '16:00', route: 'Onthaal' }],
    },
    opgelost: { ...dubbel, wie: 'Ines', andere: [], opgelost: true, vervangen: null },
    opgelost_gesloten: { ...dubbel, wie: null, tot: null, andere: [], opgelost: true, vervangen: null },
    voorbij: { ...dubbel, voorbij: true, vervangen: null },
  },
  herinnering: {
    gewoon: { view: 'herinnering', stand: herinnering, values: { dag_voor: 'regio', vooraf: 'regio' }, errors: {} },
    regios_verschillen: {
      view: 'herinnering',
      stand: { eigen: { dagVoor: '15:30', vooraf: 90 }, regio: { dagVoor: null, vooraf: null } },
      values: { dag_voor: '15:30', vooraf: '90' },
      errors: {},
    },
    fouten: {
      view: 'herinnering',
      stand: herinnering,
      values: {},
      errors: { dag_voor: 'Kies een uur.', vooraf: 'Kies hoe lang ervoor.' },
    },
  },
  rugzak_regio: rugzakRegioSamples,
  rugzak_regio_melding: rugzakRegioMeldingSamples,
  verdeling: {
    gewoon: verdeling,
    vier_collegas: { ...verdeling, personen: verdeling.personen.filter((_, n) => n !== 2).slice(0, 4) },
    per_maand: { ...verdeling, perMaand: true },
    gelijk: {
      ...verdeling,
      personen: verdeling.personen
        .slice(0, 2)
        .map((p) => ({ ...p, totaal: 6_000, overgenomen: 0, geruild: 0, bijzonder: 0 })),
    },
    alleen: { ...verdeling, personen: verdeling.personen.slice(0, 1) },
    enkel_route: {
      ...verdeling,
      personen: verdeling.personen.slice(0, 1).map((p) => ({
        ...p,
        totaal: 0,
        dagdelen: 0,
        minuten: p.minuten.map(() => 0),
        overgenomen: 0,
        geruild: 0,
        bijzonder: 0,
      })),
    },
    leeg: { ...verdeling, periode: '2031', vorige: '2030', volgende: '2032', personen: [] },
    maand: {
      ...verdeling,
      periode: '2026-03',
      vorige: '2026-02',
      volgende: '2026-04',
      metPlanning: false,
      maanden: ['2026-03'],
    },
  },
  document_adres: {
    volledig: {
      view: 'document_adres',
      referentie,
      soort: 'zorgplan',
      zone,
      adres: 'https://bot.example.org/document/een-lang-geheim-adres',
      verlooptOp: tuesday,
    },
    gezin: {
      view: 'document_adres',
      referentie,
      soort: 'zorgplan_gezin',
      zone,
      adres: 'https://bot.example.org/document/een-lang-geheim-adres',
      verlooptOp: tuesday,
    },
    jaarbudget: {
      view: 'document_adres',
      referentie: '2026 Limburg',
      soort: 'rugzak_regio',
      zone,
      adres: 'https://bot.example.org/document/een-lang-geheim-adres',
      verlooptOp: tuesday,
    },
    jaarbudget_om_te_delen: {
      view: 'document_adres',
      referentie: '2026 Limburg',
      soort: 'rugzak_regio_extern',
      zone,
      adres: 'https://bot.example.org/document/een-lang-geheim-adres',
      verlooptOp: tuesday,
    },
    zonder_adres: { view: 'document_adres', referentie, soort: 'zorgplan', zone, adres: null, verlooptOp: null },
  },
  ...zorgplanSamples,
  ...sampleTafels,
} satisfies Samples;

/** Twelve people over a year, one with a very long name. */
function verdelingOf(): Extract<View, { view: 'verdeling' }> {
  const names = [
    'Marijke',
    'Ines',
    longName,
    'Tom',
    'Fatima',
    'Joris',
    'Leen',
    'Bart',
    'Sofie',
    'Karel',
    'Nadia',
    'Wim',
  ];
  return {
    view: 'verdeling',
    regio: 'Limburg',
    regioCode: 'LIM',
    periode: '2026',
    vorige: '2025',
    volgende: '2027',
    perMaand: false,
    metPlanning: true,
    maanden: Array.from({ length: 12 }, (_, n) => `2026-${String(n + 1).padStart(2, '0')}`),
    personen: names.map((naam, n) => {
      const minuten = Array.from({ length: 12 }, (_, m) => (m === 6 ? 0 : Math.max(0, (14 - n - (m % 3)) * 90)));
      const totaal = minuten.reduce((sum, one) => sum + one, 0);
      return {
        naam,
        totaal,
        minuten,
        dagdelen: Math.round(totaal / 180),
        overgenomen: n === 1 ? 3 : n === 2 ? 1 : 0,
        geruild: n < 2 ? 1 : 0,
        bijzonder: n === 1 ? 2 : 0,
        alsEigenaar: n < 2 ? 9_000 : 0,
      };
    }),
  };
}

/** Every sample, as `<kind>-<name>`. */
export const allSamples: [name: string, view: View][] = Object.entries(sampleViews).flatMap(([kind, byName]) =>
  Object.entries(byName).map(([name, view]): [string, View] => [`${kind}-${name}`, view]),
);

/** Written through a computed key: an object literal with `then` in it looks like a promise to the linter. */
function goOnWith(command: string): { then: string } {
  const key = 'then';
  return { [key]: command };
}

function regel(reference: string, rol: 'aanmelder' | 'aanspreekpunt' | 'wachtend' | 'zonder', verstreken: boolean) {
  return {
    casusId: `casus-${reference.slice(-4)}`,
    referentie: reference,
    stand: 'aangemeld' as const,
    aanspreekpunt: 'Marijke',
    termijn: tuesday,
    verstreken,
    rol,
  };
}
