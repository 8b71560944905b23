import type { Values } from '../src/intent.ts';
import type {
  AgendaLink,
  TafelDeelnemer,
  TafelFormulierSoort,
  TafelFormulierView,
  TafelKaartView,
  TafelMeldingView,
  TafelPlanView,
  TafelTermijnView,
  TafelView,
  UitnodigingView,
} from '../src/zorgtafel/tafel-view.ts';

type Samples = { [K in TafelView['view']]: Record<string, Extract<TafelView, { view: K }>> };

const longName = 'Marie-Antoinette Vandenbroucke-Van den Eynde-De Smedt de la Vega';
const over = { casusId: 'casus-1', tafelId: 'tafel-1', referentie: 'LIM-2026-0001', zone: 'Europe/Brussels' };
const plaats = { omschrijving: 'CKG Molenberg', adres: '', lokaal: 'zaal 2', link: '', openbaar: true };
const starts = [
  '2026-03-10T09:00:00Z',
  '2026-03-10T13:00:00Z',
  '2026-03-11T08:30:00Z',
  '2026-03-11T15:00:00Z',
  '2026-03-12T09:00:00Z',
];
const [first = '', second = ''] = starts;
const url = 'https://bot.example.org/ical/geheim.ics';
const agenda: AgendaLink = { doel: 'zet', url, voor: null };
const werkBij: AgendaLink = { doel: 'werk_bij', url, voor: null };
const haalUit: AgendaLink = { doel: 'haal_uit', url, voor: null };

const uitnodiging: UitnodigingView = {
  view: 'uitnodiging',
  ...over,
  deelnemerId: 'd-1',
  stand: 'peilen',
  expert: false,
  voor: null,
  samenroeper: { naam: 'Marijke', telefoon: '02 243 55 05' },
  plaats,
  duur: 90,
  momenten: [
    { id: 'm-1', start: first, antwoord: null, voorbij: false },
    { id: 'm-2', start: second, antwoord: null, voorbij: false },
  ],
  gekozen: null,
  vervalt: null,
  begonnen: false,
  komt: 'onbekend',
  boodschap: 'We bekijken samen wat er de komende weken nodig is.',
  reden: null,
  leeftijd: null,
  signalen: null,
  expertVraag: null,
  agenda: null,
  beantwoord: false,
  melding: null,
  errors: {},
};
const expert: UitnodigingView = {
  ...uitnodiging,
  expert: true,
  leeftijd: '2 maanden',
  signalen: ['verslaving', 'verwaarlozing'],
  expertVraag: 'Hoe bouwen we veilig bezoek op?',
};
const vast: UitnodigingView = {
  ...uitnodiging,
  stand: 'vast',
  gekozen: { id: 'm-1', start: first },
  momenten: [],
  komt: 'ja',
  agenda,
  beantwoord: true,
};
const voorMama: UitnodigingView = { ...uitnodiging, voor: { naam: 'mama', doorgegeven: false } };

const wie = (naam: string, more: Partial<TafelDeelnemer> = {}): TafelDeelnemer => ({
  naam,
  soort: 'hulpverlener',
  via: null,
  doorgegeven: true,
  stand: 'gevraagd',
  antwoorden: ['kan', 'kan_niet'],
  ...more,
});

const kaart: TafelKaartView = {
  view: 'tafel_kaart',
  ...over,
  stand: 'peilen',
  besproken: '2026-03-09T08:00:00Z',
  uiterlijk: '2026-03-11T08:00:00Z',
  klok: 'loopt',
  plaats: { ...plaats, link: 'https://overleg.example.org/1' },
  duur: 90,
  momenten: [
    {
      id: 'm-1',
      start: first,
      kan: 4,
      liever: 1,
      kanNiet: 0,
      onbekend: 1,
      voorbij: false,
      opTijd: true,
      ontbreekt: [],
      zonderExpert: false,
    },
    {
      id: 'm-2',
      start: second,
      kan: 1,
      liever: 0,
      kanNiet: 4,
      onbekend: 1,
      voorbij: false,
      opTijd: true,
      ontbreekt: [
        { naam: 'mama', waarom: 'kan_niet' },
        { naam: 'Noor', waarom: 'geen_antwoord' },
      ],
      zonderExpert: true,
    },
  ],
  gekozen: null,
  deelnemers: [
    wie('Noor', { soort: 'aanmelder' }),
    wie('Marijke', { soort: 'casuscoordinator', antwoorden: ['kan', 'kan'] }),
    wie('mama', { soort: 'ouder', via: 'Noor', doorgegeven: false, antwoorden: ['liever_niet', null] }),
    wie(longName, { soort: 'expert', antwoorden: [null, null] }),
  ],
  voorstel: 'm-1',
  zonderOuders: false,
  zelfOpen: false,
  reden: null,
  verslag: null,
  agenda: null,
  voor: [],
  iedereen: false,
  mag: [
    'zorgtafel.kiezen',
    'zorgtafel.noteren',
    'zorgtafel.moment',
    'zorgtafel.plaats',
    'zorgtafel.genodigde',
    'zorgtafel.expert',
    'zorgtafel.doorgever',
    'zorgtafel.verwijderen',
    'zorgtafel.afgelasten',
    'casus.tonen',
  ],
};

/** As full as a table gets: forty people with long names, five moments. */
export const volleTafel: TafelKaartView = {
  ...kaart,
  voorstel: null,
  momenten: starts.map((start, n) => ({
    id: `m-${n}`,
    start,
    kan: 10 + n,
    liever: 8,
    kanNiet: 12,
    onbekend: 10 - n,
    voorbij: false,
    opTijd: n < 3,
    ontbreekt: Array.from({ length: 6 }, (_, i) => ({
      naam: `${longName} ${i}`,
      waarom: i % 2 ? 'kan_niet' : 'geen_antwoord',
    })),
    zonderExpert: n % 2 === 0,
  })),
  deelnemers: Array.from({ length: 40 }, (_, n) =>
    wie(`${longName} ${n}`, {
      via: n % 3 ? null : longName,
      doorgegeven: n % 2 === 0,
      antwoorden: ['kan', 'liever_niet', 'kan_niet', null, 'kan'],
    }),
  ),
};

const keuzes: TafelPlanView['keuzes'] = {
  plaatsen: [
    { value: 'thuis', label: 'Thuis bij de ouders' },
    { value: 'org:ckg', label: 'CKG Molenberg' },
    { value: 'anders', label: 'Ergens anders' },
  ],
  personen: [{ value: 'p-1', label: `${longName}, psycholoog` }],
  kindEnGezin: [{ value: 'p-2', label: 'Els, Kind en Gezin Hasselt' }],
  doorgevers: [
    { value: 'p-melder', label: 'Noor (aanmelder)' },
    { value: 'p-marijke', label: 'Marijke (casuscoördinator)' },
  ],
  expertises: [{ value: 'verslaving', label: 'verslaving' }],
};
const ingevuld: Values = {
  besproken_datum: '2026-03-09',
  besproken_uur: '09:00',
  plaats: 'org:ckg',
  lokaal: 'zaal 2',
  duur: '90',
  moment_1_datum: '2026-03-10',
  moment_1_uur: '10:00',
  ouders: 'mama\npapa',
  kind_en_gezin: 'p-2',
  experts: '2',
};
const plan = (pagina: number, more: Partial<TafelPlanView> = {}): TafelPlanView => ({
  view: 'tafel_plan',
  draftId: 'concept-1',
  referentie: 'LIM-2026-0001',
  zone: 'Europe/Brussels',
  pagina,
  paginas: 5,
  keuzes,
  values: ingevuld,
  errors: {},
  meldingen: [],
  overzicht: [],
  ...more,
});

const formulier = (soort: TafelFormulierSoort, more: Partial<TafelFormulierView> = {}): TafelFormulierView => ({
  ...(soort === 'plaats' && { plaatsen: keuzes.plaatsen, basis: '0' }),
  view: 'tafel_formulier',
  soort,
  ...over,
  momenten: [{ value: 'm-1', label: 'di 10 mrt 10:00: 4 kunnen, 0 kunnen niet' }],
  deelnemers: [
    { value: 'd-1', label: 'mama' },
    { value: 'd-2', label: 'Noor' },
  ],
  personen: keuzes.personen,
  doorgevers: keuzes.doorgevers,
  values: {},
  errors: {},
  ...more,
});
const soorten: TafelFormulierSoort[] = [
  'kiezen',
  'moment',
  'verplaatsen',
  'plaats',
  'afgelasten',
  'genodigde',
  'doorgever',
  'verwijderen',
  'noteren',
  'verslag',
  'afwezig',
];

const melding = (soort: TafelMeldingView['soort'], more: Partial<TafelMeldingView> = {}): TafelMeldingView => ({
  view: 'tafel_melding',
  ...over,
  soort,
  stand: 'vast',
  wie: null,
  nieuw: null,
  voor: [],
  ontbreekt: { zelf: false, voor: [] },
  start: first,
  vervalt: null,
  plaats,
  nieuws: null,
  reden: null,
  agenda: null,
  agendaVan: [],
  mag: ['zorgtafel.tonen'],
  ...more,
});

const termijn = (klok: TafelTermijnView['klok'], more: Partial<TafelTermijnView> = {}): TafelTermijnView => ({
  view: 'tafel_termijn',
  ...over,
  klok,
  soort: 'herinnering',
  einde: '2026-03-11T08:00:00Z',
  verstreken: false,
  voorbij: false,
  aanspreekpunt: 'Marijke',
  start: first,
  plaats: null,
  wie: [],
  zonderMoment: false,
  voor: [],
  mag: ['zorgtafel.tonen'],
  ...more,
});

const bewaard = (wat: TafelFormulierSoort | 'gepland') => ({
  view: 'tafel_bewaard' as const,
  ...over,
  ...(wat === 'afwezig' && { referentie: '2026-03-20', casusId: '', tafelId: '' }),
  wat,
  voor: [],
  mag: [],
});

export const sampleTafels = {
  uitnodiging: {
    gevraagd: uitnodiging,
    expert,
    fout: { ...uitnodiging, errors: { 'antwoord_m-1': 'Kies per moment of je kan.' } },
    alles_voorbij: { ...expert, momenten: expert.momenten.map((m) => ({ ...m, voorbij: true })) },
    alles_voorbij_mama: { ...voorMama, momenten: voorMama.momenten.map((m) => ({ ...m, voorbij: true })) },
    beantwoord: {
      ...uitnodiging,
      beantwoord: true,
      momenten: uitnodiging.momenten.map((m) => ({ ...m, antwoord: 'liever_niet' as const })),
    },
    voor_mama: voorMama,
    voor_mama_thuis: {
      ...voorMama,
      plaats: { ...plaats, omschrijving: 'Thuis bij de ouders', lokaal: '', link: 'https://overleg.example.org/1' },
      voor: { naam: 'mama', doorgegeven: true },
    },
    voor_mama_online: {
      ...voorMama,
      plaats: { ...plaats, omschrijving: 'Alleen online', lokaal: '', link: 'https://overleg.example.org/1' },
    },
    vast,
    begonnen: { ...vast, begonnen: true },
    vast_mama: {
      ...vast,
      voor: { naam: 'mama', doorgegeven: true },
      komt: 'onbekend',
      agenda: { ...agenda, voor: 'mama' },
    },
    vast_verplaatst: { ...vast, komt: 'nee', reden: 'De zaal was bezet.', agenda: werkBij },
    vast_verplaatst_mama: { ...vast, voor: { naam: 'mama', doorgegeven: true }, agenda: { ...werkBij, voor: 'mama' } },
    vast_gemist: { ...vast, komt: 'onbekend', reden: 'De zaal was bezet.', melding: 'ander_moment' },
    opnieuw: { ...uitnodiging, reden: 'De zaal was bezet.' },
    opnieuw_vervalt: { ...uitnodiging, reden: 'De zaal was bezet.', vervalt: starts[2] ?? '', agenda: haalUit },
    opnieuw_vervalt_mama: {
      ...voorMama,
      voor: { naam: 'mama', doorgegeven: true },
      reden: 'De zaal was bezet.',
      vervalt: starts[2] ?? '',
      agenda: { ...haalUit, voor: 'mama' },
    },
    afgelast: { ...vast, stand: 'afgelast', reden: 'Papa is opgenomen.', agenda: haalUit },
    afgelast_mama: {
      ...vast,
      stand: 'afgelast',
      reden: 'De zaal was bezet.',
      voor: { naam: 'mama', doorgegeven: true },
      agenda: { ...haalUit, voor: 'mama' },
    },
    gehouden: { ...vast, stand: 'gehouden', agenda: null },
    van_het_team: {
      ...uitnodiging,
      voor: { naam: 'mama', doorgegeven: false },
      samenroeper: { naam: 'het team van Limburg', telefoon: '02 243 55 05', team: true },
    },
    weg_met_agenda: {
      ...uitnodiging,
      ...{ stand: 'weg', samenroeper: null, plaats: null, duur: null, momenten: [], boodschap: null },
      agenda: haalUit,
    },
    weg: { ...uitnodiging, stand: 'weg', samenroeper: null, plaats: null, duur: null, momenten: [], boodschap: null },
  },
  tafel_kaart: {
    voorstel: kaart,
    past_niet: {
      ...kaart,
      voorstel: null,
      momenten: kaart.momenten.slice(1),
      deelnemers: kaart.deelnemers.map((d) => ({ ...d, antwoorden: d.antwoorden.slice(1) })),
      klok: 'verstreken',
      zonderOuders: true,
    },
    zelf_open: {
      ...kaart,
      voorstel: null,
      zelfOpen: true,
      momenten: kaart.momenten.map((m) => ({
        ...m,
        ontbreekt: [{ naam: 'Marijke', waarom: 'geen_antwoord' as const }],
      })),
      mag: ['zorgtafel.noteren', ...kaart.mag.filter((a) => a !== 'zorgtafel.noteren')],
    },
    alles_voorbij: { ...kaart, voorstel: null, momenten: kaart.momenten.map((m) => ({ ...m, voorbij: true })) },
    vol: volleTafel,
    iedereen: { ...volleTafel, iedereen: true },
    vast: {
      ...kaart,
      stand: 'vast',
      gekozen: first,
      klok: 'gestopt',
      agenda,
      deelnemers: kaart.deelnemers.map((d, n) => ({ ...d, stand: n === 2 ? 'komt_niet' : 'komt' })),
      mag: [
        'zorgtafel.noteren',
        'zorgtafel.genodigde',
        'zorgtafel.verplaatsen',
        'zorgtafel.plaats',
        'zorgtafel.afgelasten',
        'casus.tonen',
      ],
    },
    vast_zelf_zeggen: { ...kaart, stand: 'vast', gekozen: first, klok: 'gestopt', agenda, voor: ['mama', 'papa'] },
    begonnen: { ...kaart, stand: 'vast', gekozen: first, klok: 'gestopt', mag: ['zorgtafel.verslag', 'casus.tonen'] },
    gehouden: {
      ...kaart,
      stand: 'gehouden',
      gekozen: first,
      klok: 'gestopt',
      verslag: {
        aanwezig: ['Noor', 'Marijke', longName],
        zonderOuders: 'Mama was ziek; ze leest mee.',
        veiligheid: 'Oma neemt de nachten over tot vrijdag.',
        besluit: 'We maken samen een zorgplan.',
        op: second,
      },
      mag: ['zorgplan.maken', 'zorgtafel.verslag', 'casus.tonen'],
    },
    afgelast: { ...kaart, stand: 'afgelast', reden: 'De zaal was bezet.', mag: ['zorgtafel.plannen', 'casus.tonen'] },
    niet_gehouden: { ...kaart, stand: 'niet_gehouden', reden: 'Niemand daagde op.', mag: ['zorgtafel.plannen'] },
  },
  tafel_plan: {
    besproken: plan(1),
    besproken_fout: plan(1, { values: {}, errors: { plaats: 'Kies een plaats.' } }),
    momenten: plan(2, { meldingen: [{ regel: 'T1', ernst: 'info', tekst: 'De 48 uur lopen tot woensdag.' }] }),
    wie: plan(3),
    wie_klein: plan(3, {
      keuzes: { ...keuzes, personen: [], kindEnGezin: [], doorgevers: keuzes.doorgevers.slice(1) },
      meldingen: [{ regel: 'T2', ernst: 'let_op', tekst: 'Het kind is nog niet geboren.' }],
    }),
    experts: plan(4),
    nakijken: plan(5, {
      overzicht: [
        { label: 'Waar', value: 'CKG Molenberg, zaal 2' },
        { label: 'Momenten', value: 'dinsdag 10 maart om 10:00\nwoensdag 11 maart om 09:30' },
      ],
    }),
  },
  tafel_formulier: {
    ...Object.fromEntries(soorten.map((s) => [s, formulier(s)])),
    verslag_ingevuld: formulier('verslag', {
      values: {
        gehouden: 'ja',
        aanwezig: ['d-2'],
        ook_aanwezig: 'oma',
        veiligheid: 'Oma neemt over.',
        besluit: 'Zorgplan.',
      },
      errors: {
        zonder_ouders:
          'Er was geen ouder bij: schrijf kort waarom. Was er toch een, duid dat dan aan bij “Wie was er?”.',
      },
    }),
    genodigde_niemand_gekend: formulier('genodigde', { personen: [] }),
    noteren_ingevuld: formulier('noteren', { values: { deelnemer: 'd-1', 'antwoord_m-1': 'kan' } }),
  },
  tafel_bewaard: {
    ...Object.fromEntries([...soorten, 'gepland' as const].map((s) => [s, bewaard(s)])),
    terug_beschikbaar: { ...bewaard('afwezig'), referentie: '' },
    verplaatst_zelf_zeggen: { ...bewaard('verplaatsen'), voor: ['mama', 'papa'] },
    verwijderd_zelf_zeggen: { ...bewaard('verwijderen'), voor: ['mama'] },
    gepland_met_knop: { ...bewaard('gepland'), mag: ['zorgtafel.tonen'] },
  },
  tafel_lijst: {
    leeg: { view: 'tafel_lijst', zone: over.zone, regels: [], meer: false, expert: false, afwezigTot: null },
    vol: {
      view: 'tafel_lijst',
      zone: over.zone,
      regels: [
        { ...over, stand: 'peilen', start: null, rol: 'coordinator', open: 3 },
        { ...over, referentie: 'LIM-2026-0002', stand: 'vast', start: first, rol: 'coordinator', open: 0 },
        { ...over, referentie: 'LIM-2026-0003', stand: 'peilen', start: null, rol: 'genodigde', open: 1 },
        { ...over, referentie: 'LIM-2026-0004', stand: 'vast', start: second, rol: 'doorgever', open: 0 },
      ],
      meer: true,
      expert: true,
      afwezigTot: '2026-03-20',
    },
  },
  tafel_melding: {
    vast: melding('vast', { agenda, voor: ['mama', 'papa'] }),
    vast_antwoord_ontbreekt: melding('vast', { ontbreekt: { zelf: true, voor: [] } }),
    vast_antwoord_van_mama: melding('vast', { voor: ['mama'], ontbreekt: { zelf: true, voor: ['mama'] } }),
    verplaatst: melding('vast', { reden: 'De zaal was bezet.', agenda: werkBij }),
    opnieuw_vervalt: melding('opnieuw', {
      stand: 'peilen',
      start: null,
      vervalt: first,
      reden: 'De zaal was bezet.',
      voor: ['mama'],
    }),
    opnieuw: melding('opnieuw', { stand: 'peilen', start: null, reden: 'De zaal was bezet.' }),
    gewijzigd: melding('gewijzigd', {
      voor: ['mama'],
      plaats: { ...plaats, link: 'https://overleg.example.org/1' },
      nieuws: {
        delen: ['plaats', 'lokaal', 'link', 'duur', 'boodschap'],
        duur: 120,
        boodschap: 'Breng de kalender mee.',
      },
    }),
    zonder_link: melding('gewijzigd', {
      start: null,
      stand: 'peilen',
      nieuws: { delen: ['link'], duur: 90, boodschap: '' },
    }),
    gewijzigd_nu_afgelast: melding('gewijzigd', {
      stand: 'afgelast',
      reden: 'De zaal was bezet.',
      nieuws: { delen: ['lokaal'], duur: 90, boodschap: '' },
    }),
    afgelast: melding('afgelast', {
      ...{ stand: 'afgelast', reden: 'De zaal was bezet.', voor: ['mama'] },
      agenda: haalUit,
      agendaVan: ['mama'],
    }),
    ooit_vast_nu_afgelast: melding('vast', { stand: 'afgelast', reden: 'De zaal was bezet.' }),
    voorbij: melding('vast', { stand: 'gehouden' }),
    niet_meer_nodig: melding('niet_meer_nodig', { mag: [] }),
    niet_meer_nodig_agenda: melding('niet_meer_nodig', { mag: [], agenda: haalUit }),
    niet_meer_nodig_mama: melding('niet_meer_nodig', { voor: ['mama'], mag: [] }),
    andere_doorgever: melding('andere_doorgever', { voor: ['mama', 'papa'], nieuw: 'Marijke', mag: [] }),
    andere_doorgever_terug: melding('andere_doorgever', { mag: [] }),
    allen_geantwoord: melding('allen_geantwoord'),
    kan_toch_niet: melding('kan_toch_niet', { wie: 'mama' }),
    expert_vervangen: melding('expert_vervangen', { wie: longName, nieuw: 'Ilse' }),
    geen_expert: melding('geen_expert', { wie: longName }),
    geen_expert_genoeg: melding('geen_expert'),
  },
  tafel_termijn: {
    uren48: termijn('zorgtafel'),
    uren48_dringend: termijn('zorgtafel', { soort: 'escalatie', verstreken: true }),
    antwoord_ontbreekt: termijn('zorgtafel_antwoorden', { voor: ['mama'] }),
    antwoord_ontbreekt_peilen: termijn('zorgtafel_antwoorden', { start: null }),
    wie_antwoordde_niet: termijn('zorgtafel_antwoorden', { soort: 'escalatie', wie: ['mama', longName] }),
    alle_momenten_voorbij: termijn('zorgtafel_antwoorden', { soort: 'escalatie', start: null, zonderMoment: true }),
    wie_antwoordde_niet_een: termijn('zorgtafel_antwoorden', { soort: 'escalatie', wie: ['mama'] }),
    afspraak: termijn('zorgtafel_afspraak', { plaats, voor: ['mama'] }),
    hoe_was_het: termijn('zorgtafel_verslag', { mag: ['zorgtafel.tonen', 'zorgtafel.verslag'] }),
    verslag_ontbreekt: termijn('zorgtafel_verslag', { soort: 'escalatie' }),
    afgehandeld: termijn('zorgtafel', { voorbij: true }),
  },
} satisfies Samples;
