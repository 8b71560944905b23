import type {
  BoekingRegel,
  FactuurRegel,
  RugzakAanvraagView,
  RugzakControleView,
  RugzakFormulierView,
  RugzakMeldingView,
  RugzakPaginaView,
  RugzakTermijnView,
  RugzakView,
  RugzakViews,
} from '../src/rugzak/rugzak-view.ts';
import { leeg } from '../src/rugzak/saldo.ts';

/** Views of the rugzak of one case, by the name of their golden card. */
type Samples = { [K in RugzakViews['view']]: Record<string, Extract<RugzakViews, { view: K }>> };

const hoofd = { casusId: 'casus-1', referentie: 'LIM-2026-0001', zone: 'Europe/Brussels' };
const aanvraagId = 'aanvraag-1';

const nieuw: RugzakView = {
  view: 'rugzak',
  ...hoofd,
  maximum: 2_000_000,
  plafond: 1_000_000,
  saldo: leeg(),
  verblijf: 0,
  vrij: { totaal: 2_000_000, verblijf: 1_000_000 },
  start: null,
  einde: null,
  verlengd: [],
  stappen: [
    { stap: 'vist', datum: null },
    { stap: 'isv', datum: null },
    { stap: 'beslissing', datum: null },
  ],
  geldigTot: null,
  pleegzorg: false,
  komend: [],
  aanvragen: { eerste: [], nogMeer: 0 },
  beeindigd: false,
  mag: ['rugzak.aanvragen', 'rugzak.starten', 'rugzak.stappen', 'casus.tonen'],
};
const loopt: RugzakView = {
  ...nieuw,
  saldo: { aangevraagd: 80_000, vastgelegd: 350_000, gefactureerd: 120_050, betaald: 400_000 },
  verblijf: 520_000,
  vrij: { totaal: 1_129_950, verblijf: 480_000 },
  start: '2026-03-10',
  einde: '2026-06-09',
  stappen: [
    { stap: 'vist', datum: '2026-03-09' },
    { stap: 'isv', datum: '2026-03-12' },
    { stap: 'beslissing', datum: null },
    { stap: 'a_document', datum: null },
  ],
  geldigTot: '2026-06-09',
  pleegzorg: true,
  komend: [
    { soort: 'factuur', datum: '2026-04-02', wat: '2026/017', voorbij: true },
    { soort: 'a_document', datum: '2026-04-23', wat: null, voorbij: false },
    { soort: 'rugzak_einde', datum: '2026-06-09', wat: null, voorbij: false },
    { soort: 'bewijs', datum: '2026-06-30', wat: '2026K1', voorbij: false },
  ],
  aanvragen: {
    eerste: [
      {
        aanvraagId: 'aanvraag-2',
        categorie: 'vervoer',
        aanbieder: 'Mutualiteit',
        cents: 80_000,
        stand: 'aangevraagd',
        saldo: { ...leeg(), aangevraagd: 80_000 },
      },
      {
        aanvraagId,
        categorie: 'verblijf',
        aanbieder: 'CKG Molenberg',
        cents: 520_000,
        stand: 'goedgekeurd',
        saldo: { ...leeg(), gefactureerd: 120_050, betaald: 399_950 },
      },
    ],
    nogMeer: 1,
  },
  mag: [
    'rugzak.aanvragen',
    'rugzak.starten',
    'rugzak.verlengen',
    'rugzak.stappen',
    'rugzak.bewijzen',
    'rugzak.boekingen',
    'casus.tonen',
  ],
};

const wacht: RugzakAanvraagView = {
  view: 'rugzak_aanvraag',
  ...hoofd,
  aanvraagId,
  categorie: 'begeleiding',
  doel: 'Elke dag iemand die de voeding mee opvolgt.',
  aanbieder: 'CKG Molenberg',
  cents: 123_450,
  van: '2026-03-16',
  tot: '2026-05-15',
  waaromNietRegulier: 'Thuisbegeleiding start pas over vier maanden.',
  door: 'Marijke',
  op: '2026-03-09T08:20:00Z',
  stand: 'aangevraagd',
  beslissing: null,
  saldo: { ...leeg(), aangevraagd: 123_450 },
  vrij: { totaal: 2_000_000, verblijf: 1_000_000 },
  einde: null,
  naEinde: false,
  jaarbudget: { jaar: 2026, vrij: 31_200_000 },
  belet: null,
  teruggedraaid: null,
  vrijgegeven: null,
  aanspreekpunt: 'Marijke',
  vragen: [],
  facturen: { eerste: [], nogMeer: 0 },
  eigen: false,
  bovenMandaat: null,
  beslissers: ['Ines', 'Provinciaal'],
  mag: ['rugzak.goedkeuren', 'rugzak.weigeren', 'rugzak.navragen', 'rugzak.tonen'],
};

const vraag = (
  id: string,
  more: Partial<RugzakAanvraagView['vragen'][number]> = {},
): RugzakAanvraagView['vragen'][number] => ({
  vraagId: `vraag-${id}`,
  door: 'Ines',
  vanJou: false,
  tekst: 'Tot wanneer?',
  antwoord: null,
  antwoordDoor: null,
  ...more,
});

const pagina: RugzakPaginaView = {
  view: 'rugzak_pagina',
  draftId: 'concept-1',
  casusId: 'casus-1',
  referentie: 'LIM-2026-0001',
  pagina: 1,
  vrij: { totaal: 2_000_000, verblijf: 1_000_000 },
  values: {},
  errors: {},
};

const controle: RugzakControleView = {
  view: 'rugzak_controle',
  draftId: 'concept-1',
  casusId: 'casus-1',
  referentie: 'LIM-2026-0001',
  categorie: 'begeleiding',
  doel: 'Elke dag iemand die de voeding mee opvolgt.',
  aanbieder: 'CKG Molenberg',
  cents: 123_450,
  van: '2026-03-16',
  tot: '2026-05-15',
  waaromNietRegulier: 'Thuisbegeleiding start pas over vier maanden.',
  maximum: 2_000_000,
  plafond: 1_000_000,
  vrij: { totaal: 2_000_000, verblijf: 1_000_000 },
  na: { totaal: 1_876_550, verblijf: 1_000_000 },
  tekort: null,
  einde: null,
  naEinde: false,
  beslissers: ['Ines', 'Provinciaal'],
};

const formulier: RugzakFormulierView = {
  view: 'rugzak_formulier',
  formulier: 'weigering',
  subject: `casus-1/${aanvraagId}`,
  referentie: 'LIM-2026-0001',
  vraag: null,
  rest: null,
  einde: null,
  values: {},
  errors: {},
};

const termijn: RugzakTermijnView = {
  view: 'rugzak_termijn',
  ...hoofd,
  klok: { soort: 'rugzak_einde', datum: '2026-06-09', wat: null, voorbij: false },
  afgehandeld: false,
  cents: null,
  subject: 'casus-1',
  mag: ['rugzak.verlengen', 'rugzak.tonen'],
};
const factuur: RugzakTermijnView = {
  ...termijn,
  klok: { soort: 'factuur', datum: '2026-04-02', wat: '2026/017', voorbij: true },
  cents: 120_050,
  subject: 'casus-1/factuur-1',
  mag: ['rugzak.betaald', 'rugzak.tonen'],
};

const melding: RugzakMeldingView = {
  view: 'rugzak_melding',
  casusId: 'casus-1',
  referentie: 'LIM-2026-0001',
  gekruist: [{ plafond: 'totaal', drempel: 7500, gebonden: 1_612_000, maximum: 2_000_000, nog: true }],
  vrij: { totaal: 388_000, verblijf: 200_000 },
  mag: ['rugzak.tonen', 'rugzak.boekingen'],
};

const betaald: FactuurRegel = {
  subject: 'casus-1/factuur-1',
  nummer: '2026/016',
  cents: 40_000,
  vervalt: '2026-04-01',
  betaald: '2026-03-30',
  teLaat: false,
};
const teLaat: FactuurRegel = {
  subject: 'casus-1/factuur-2',
  nummer: '2026/017',
  cents: 60_000,
  vervalt: '2026-04-02',
  betaald: null,
  teLaat: true,
};

const regel: BoekingRegel = {
  subject: 'casus-1/boeking-2',
  datum: '2026-03-10',
  van: 'aangevraagd',
  naar: 'vastgelegd',
  categorie: 'begeleiding',
  aanbieder: 'CKG Molenberg',
  factuur: null,
  geweigerd: false,
  cents: 123_450,
  door: 'Ines',
  correctie: false,
  teruggedraaid: false,
  terug: true,
};
/** Everything that can be in a ledger, the newest first. */
const regels: BoekingRegel[] = [
  { ...regel, datum: '2026-04-20', van: 'vastgelegd', naar: null, cents: 23_450 },
  {
    ...regel,
    datum: '2026-04-17',
    van: 'betaald',
    naar: 'gefactureerd',
    factuur: '2026/017',
    correctie: true,
    terug: false,
  },
  {
    ...regel,
    datum: '2026-04-16',
    van: 'gefactureerd',
    naar: 'betaald',
    factuur: '2026/017',
    teruggedraaid: true,
    terug: false,
  },
  { ...regel, datum: '2026-04-02', van: 'vastgelegd', naar: 'gefactureerd', factuur: '2026/017', door: 'Marijke' },
  { ...regel, datum: '2026-03-11', van: 'vastgelegd', naar: 'aangevraagd', correctie: true, terug: false },
  regel,
  {
    ...regel,
    datum: '2026-03-10',
    van: 'aangevraagd',
    naar: null,
    geweigerd: true,
    categorie: 'vervoer',
    aanbieder: 'Mutualiteit',
    terug: false,
  },
  { ...regel, datum: '2026-03-09', van: 'aangevraagd', naar: null, door: 'Marijke', terug: false },
  { ...regel, datum: '2026-03-09', van: null, naar: 'aangevraagd', door: 'Marijke', terug: false },
];

export const rugzakSamples: Samples = {
  rugzak: {
    nieuw,
    loopt,
    vol_en_verlengd: {
      ...loopt,
      saldo: { ...leeg(), vastgelegd: 0, betaald: 2_000_000 },
      verblijf: 1_000_000,
      vrij: { totaal: 0, verblijf: 0 },
      verlengd: [{ door: 'Provinciaal', reden: 'De overgang naar het pleeggezin vraagt meer tijd.' }],
      einde: '2026-09-09',
      komend: [],
    },
    afgelopen: { ...loopt, beeindigd: true, mag: ['rugzak.bewijzen', 'rugzak.boekingen', 'casus.tonen'] },
    voor_de_provincie: { ...loopt, mag: ['rugzak.verlengen', 'rugzak.bewijzen', 'rugzak.boekingen'] },
  },
  rugzak_lijst: {
    leeg: { view: 'rugzak_lijst', casussen: [], meer: false, jaarbudget: null },
    leeg_voor_wie_waakt: { view: 'rugzak_lijst', casussen: [], meer: false, jaarbudget: 'LIM' },
    gevuld: {
      view: 'rugzak_lijst',
      casussen: [
        {
          casusId: 'casus-1',
          referentie: 'LIM-2026-0001',
          vrij: 388_000,
          einde: '2026-06-09',
          eerst: { soort: 'factuur', datum: '2026-04-02', wat: '2026/017', voorbij: true },
          beeindigd: true,
        },
        {
          casusId: 'casus-2',
          referentie: 'LIM-2026-0002',
          vrij: 2_000_000,
          einde: null,
          eerst: null,
          beeindigd: false,
        },
      ],
      meer: true,
      jaarbudget: 'LIM',
    },
  },
  rugzak_aanvraag: {
    te_beslissen: wacht,
    eigen: { ...wacht, eigen: true, mag: ['rugzak.intrekken', 'rugzak.tonen'] },
    boven_mandaat: {
      ...wacht,
      cents: 400_000,
      bovenMandaat: 250_000,
      beslissers: ['Provinciaal'],
      mag: ['rugzak.navragen', 'rugzak.tonen'],
    },
    niemand: { ...wacht, beslissers: [], bovenMandaat: 250_000, mag: ['rugzak.navragen', 'rugzak.tonen'] },
    na_het_einde: { ...wacht, einde: '2026-05-01', naEinde: true },
    na_het_einde_belet: {
      ...wacht,
      van: '2026-05-04',
      einde: '2026-05-01',
      naEinde: true,
      belet: { kind: 'na_einde_rugzak', einde: '2026-05-01' },
    },
    jaarbudget_op: {
      ...wacht,
      jaarbudget: { jaar: 2026, vrij: 5 },
      belet: { kind: 'jaarbudget_op', jaar: 2026, vrij: 5 },
    },
    zonder_jaarbudget: { ...wacht, jaarbudget: { jaar: 2027, vrij: null } },
    teruggedraaid: { ...wacht, teruggedraaid: 'Marijke' },
    vraag: {
      ...wacht,
      eigen: true,
      vragen: [
        vraag('1', { tekst: 'Kan het ook met twee dagen per week?', antwoord: 'Neen.', antwoordDoor: 'Marijke' }),
        vraag('2'),
      ],
      mag: ['rugzak.intrekken', 'rugzak.antwoorden', 'rugzak.tonen'],
    },
    vraag_van_jou: { ...wacht, vragen: [vraag('1', { vanJou: true })] },
    antwoord: {
      ...wacht,
      vragen: [vraag('1', { vanJou: true, antwoord: 'Tot eind mei.', antwoordDoor: 'Marijke' })],
    },
    goedgekeurd_verblijf: {
      ...wacht,
      categorie: 'verblijf',
      stand: 'goedgekeurd',
      beslissing: { door: 'Ines', reden: '' },
      saldo: { ...leeg(), gefactureerd: 60_000, betaald: 40_000 },
      vrijgegeven: { door: 'Ines', cents: 23_450 },
      facturen: { eerste: [teLaat, betaald], nogMeer: 2 },
      beslissers: [],
      mag: ['rugzak.betaald', 'rugzak.tonen'],
    },
    geweigerd: {
      ...wacht,
      stand: 'geweigerd',
      beslissing: { door: 'Ines', reden: 'Thuisbegeleiding kan maandag starten.' },
      beslissers: [],
      mag: ['rugzak.tonen'],
    },
    ingetrokken: {
      ...wacht,
      stand: 'ingetrokken',
      beslissing: { door: 'Marijke', reden: '' },
      beslissers: [],
      mag: ['rugzak.tonen'],
    },
  },
  rugzak_pagina: {
    leeg: pagina,
    met_fout: {
      ...pagina,
      values: { categorie: 'verblijf', doel: 'Een week rust.', bedrag: '12.50' },
      errors: { aanbieder: 'Dit ontbreekt nog; een korte zin volstaat.', bedrag: '12.50 kan twee dingen betekenen.' },
    },
    periode: { ...pagina, pagina: 2 },
  },
  rugzak_controle: {
    past: controle,
    verblijf_te_veel: {
      ...controle,
      categorie: 'verblijf',
      na: { totaal: 1_876_550, verblijf: -23_450 },
      vrij: { totaal: 2_000_000, verblijf: 100_000 },
      tekort: { kind: 'verblijf_vol', vrij: 100_000 },
    },
    jaarbudget_te_klein: { ...controle, tekort: { kind: 'jaarbudget_op', jaar: 2026, vrij: 5 } },
    na_het_einde: { ...controle, einde: '2026-05-01', naEinde: true, beslissers: [] },
  },
  rugzak_formulier: {
    weigering: formulier,
    vraag: { ...formulier, formulier: 'vraag' },
    antwoord: { ...formulier, formulier: 'antwoord', vraag: 'Tot wanneer?' },
    start: { ...formulier, formulier: 'start', subject: 'casus-1', values: { start: '2026-03-10' } },
    verlenging: { ...formulier, formulier: 'verlenging', subject: 'casus-1/0', einde: '2026-09-09' },
    stappen: { ...formulier, formulier: 'stappen', subject: 'casus-1', values: { pleegzorg: 'nee' } },
    factuur: { ...formulier, formulier: 'factuur', rest: 123_450, errors: { nummer: 'Deze factuur staat er al.' } },
  },
  rugzak_termijn: {
    einde: termijn,
    a_document: {
      ...termijn,
      klok: { soort: 'a_document', datum: '2026-04-23', wat: null, voorbij: false },
      mag: ['rugzak.stappen', 'rugzak.tonen'],
    },
    factuur_te_laat: factuur,
    bewijs: {
      ...termijn,
      klok: { soort: 'bewijs', datum: '2026-06-30', wat: '2026K1', voorbij: false },
      mag: ['rugzak.bewijzen', 'rugzak.tonen'],
    },
    afgehandeld: { ...factuur, afgehandeld: true, mag: ['rugzak.tonen'] },
  },
  rugzak_melding: {
    driekwart: melding,
    allebei_vol: {
      ...melding,
      gekruist: [
        { plafond: 'totaal', drempel: 10_000, gebonden: 2_000_000, maximum: 2_000_000, nog: true },
        { plafond: 'verblijf', drempel: 10_000, gebonden: 1_000_000, maximum: 1_000_000, nog: true },
      ],
      vrij: { totaal: 0, verblijf: 0 },
    },
    intussen_minder: {
      ...melding,
      gekruist: [{ plafond: 'verblijf', drempel: 5000, gebonden: 400_000, maximum: 1_000_000, nog: false }],
      vrij: { totaal: 1_600_000, verblijf: 600_000 },
    },
  },
  rugzak_boekingen: {
    leeg: { view: 'rugzak_boekingen', ...hoofd, regels: [], vroeger: null, later: null, mag: ['rugzak.tonen'] },
    gevuld: {
      view: 'rugzak_boekingen',
      ...hoofd,
      regels,
      vroeger: 12,
      later: 22,
      mag: ['rugzak.corrigeren', 'rugzak.boekingen', 'rugzak.tonen'],
    },
  },
  rugzak_aanvragen: {
    leeg: { view: 'rugzak_aanvragen', ...hoofd, regels: [], vroeger: null, later: null, mag: ['rugzak.tonen'] },
    gevuld: {
      view: 'rugzak_aanvragen',
      ...hoofd,
      regels: loopt.aanvragen.eerste,
      vroeger: 4,
      later: null,
      mag: ['rugzak.tonen'],
    },
  },
  rugzak_facturen: {
    leeg: {
      view: 'rugzak_facturen',
      ...hoofd,
      aanvraagId,
      categorie: 'vervoer',
      aanbieder: 'Mutualiteit',
      regels: [],
      vroeger: null,
      later: null,
      mag: ['rugzak.aanvraag'],
    },
    gevuld: {
      view: 'rugzak_facturen',
      ...hoofd,
      aanvraagId,
      categorie: 'vervoer',
      aanbieder: 'Mutualiteit',
      regels: [teLaat, betaald],
      vroeger: null,
      later: 12,
      mag: ['rugzak.betaald', 'rugzak.aanvraag'],
    },
  },
  rugzak_bewijzen: {
    leeg: { view: 'rugzak_bewijzen', casusId: 'casus-1', referentie: 'LIM-2026-0001', kwartalen: [], mag: [] },
    gevuld: {
      view: 'rugzak_bewijzen',
      casusId: 'casus-1',
      referentie: 'LIM-2026-0001',
      kwartalen: [
        {
          kwartaal: '2026K1',
          tegen: '2026-06-30',
          voorbij: true,
          teLaat: true,
          regels: [
            {
              subject: 'casus-1/aanvraag-1/2026K1',
              categorie: 'begeleiding',
              aanbieder: 'CKG Molenberg',
              bezorgdDoor: null,
            },
          ],
        },
        {
          kwartaal: '2026K2',
          tegen: '2026-09-30',
          voorbij: false,
          teLaat: false,
          regels: [
            {
              subject: 'casus-1/aanvraag-1/2026K2',
              categorie: 'begeleiding',
              aanbieder: 'CKG Molenberg',
              bezorgdDoor: 'Marijke',
            },
          ],
        },
      ],
      mag: ['rugzak.bezorgd', 'rugzak.tonen'],
    },
  },
};
