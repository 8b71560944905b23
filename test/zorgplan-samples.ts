import { type Sectie, secties, tekstMax } from '../src/zorgplan/onderdelen.ts';
import type {
  ActieRegel,
  SectieView,
  ZorgplanActieView,
  ZorgplanEvaluatieView,
  ZorgplanFormulierView,
  ZorgplanLijstView,
  ZorgplanSectieView,
  ZorgplanView,
  ZorgplanWijzigingenView,
} from '../src/zorgplan/zorgplan-view.ts';

const zone = 'Europe/Brussels';
const casusId = 'casus-1';
const referentie = 'LIM-2026-0001';
const monday = '2026-03-09T08:20:00Z';

const leeg = (sectie: Sectie): SectieView => ({
  sectie,
  tekst: '',
  doelen: [],
  acties: [],
  zorgfiguren: [],
  perspectief: null,
  herkomst: null,
  gewijzigd: null,
});

const actie: ActieRegel = {
  id: 'a-1',
  wat: 'Slaapboekje bijhouden',
  wie: 'mama',
  tegen: '2026-03-16',
  gedaan: null,
  teLaat: false,
};

const doelen = [
  { id: 'd-1', doel: 'Een vaste dagindeling', zichtbaar: 'Vijf avonden op zeven om 19 u. in bed' },
  { id: 'd-2', doel: 'Mama rust uit', zichtbaar: 'Ze slaapt vier nachten op zeven door' },
];

const vol: Record<Sectie, SectieView> = {
  zorgen: { ...leeg('zorgen'), tekst: 'Slaapt en drinkt onregelmatig.', herkomst: 'aanmelding' },
  krachten: {
    ...leeg('krachten'),
    tekst: 'Mama zoekt hulp, oma springt bij.',
    gewijzigd: { door: 'Ines', op: monday },
  },
  doelen: { ...leeg('doelen'), doelen, gewijzigd: { door: 'Marijke', op: monday } },
  plan_a: {
    ...leeg('plan_a'),
    tekst: 'Thuis, met hulp van oma.',
    acties: [
      actie,
      { ...actie, id: 'a-2', wat: 'Huisbezoek', wie: 'Ines', tegen: '2026-03-06', teLaat: true },
      { ...actie, id: 'a-3', wat: 'Wiegje brengen', wie: 'oma', tegen: null, gedaan: { door: 'Marijke', op: monday } },
    ],
  },
  plan_b: {
    ...leeg('plan_b'),
    tekst: 'Enkele nachten bij oma.',
    acties: [{ ...actie, id: 'b-1', wat: 'Bedje bij oma' }],
  },
  plan_c: leeg('plan_c'),
  veiligheidsplan: { ...leeg('veiligheidsplan'), tekst: 'Bij paniek belt mama eerst oma.', herkomst: 'zorgtafel' },
  minimale_eisen: { ...leeg('minimale_eisen'), tekst: 'Dag en nacht een volwassene die nuchter is.' },
  veilige_haven: { ...leeg('veilige_haven'), tekst: 'oma' },
  zorgfiguren: {
    ...leeg('zorgfiguren'),
    zorgfiguren: [
      { id: 'z-1', wie: 'oma', rol: 'verblijf', ondersteuning: 'Elke vrijdag een gesprek' },
      { id: 'z-2', wie: 'buurvrouw', rol: 'buddy', ondersteuning: '' },
    ],
  },
  perspectief: { ...leeg('perspectief'), perspectief: 'pleegzorg' },
};

const scores = [
  {
    nummer: 1,
    punten: [
      { datum: '2026-03-09', score: 3 },
      { datum: '2026-04-20', score: 6 },
    ],
  },
  { nummer: 2, punten: [{ datum: '2026-04-20', score: 4 }] },
];

const plan: ZorgplanView = {
  view: 'zorgplan',
  casusId,
  referentie,
  zone,
  bewaard: null,
  stand: 'vastgelegd',
  aanspreekpunt: 'Marijke',
  versie: 7,
  door: 'Ines',
  op: monday,
  actief: 'a',
  evaluatie: { id: 'e-1', datum: '2026-04-20', teLaat: false },
  zonderTafel: null,
  delen: 'lezen',
  secties: secties.map((s) => vol[s]),
  ontbreekt: [],
  scores: [],
  schrijven: 'alles',
  mag: ['zorgplan.evaluatie', 'zorgplan.overstappen', 'zorgplan.delen', 'zorgplan.wijzigingen', 'casus.tonen'],
};

const sectie = (s: Sectie, more: Partial<ZorgplanSectieView> = {}): ZorgplanSectieView => ({
  view: 'zorgplan_sectie',
  casusId,
  referentie,
  zone,
  versie: 7,
  bewaard: null,
  terug: null,
  hoger: null,
  sectie: vol[s],
  actief: 'a',
  schrijven: 'alles',
  geschiedenis: true,
  ...more,
});

const actieKaart: ZorgplanActieView = {
  view: 'zorgplan_actie',
  casusId,
  referentie,
  zone,
  actieId: 'a-1',
  versie: 7,
  actie,
  letter: 'a',
  actief: 'a',
  vanJou: true,
  melding: 'nieuw',
  aanspreekpunt: 'Marijke',
  gestopt: false,
  mag: ['zorgplan.gedaan', 'zorgplan.tonen'],
};

const evaluatie: ZorgplanEvaluatieView = {
  view: 'zorgplan_evaluatie',
  casusId,
  referentie,
  zone,
  evaluatie: {
    id: 'e-1',
    datum: '2026-04-20',
    stand: 'gepland',
    nota: '',
    zonderGezin: null,
    overstap: null,
    door: null,
  },
  melding: 'herinnering',
  teLaat: false,
  gestopt: false,
  aanspreekpunt: 'Marijke',
  actief: 'a',
  doelen: doelen.map((d, n) => ({ ...d, score: null, nota: '', vorige: n === 0 ? 3 : null })),
  acties: vol.plan_a.acties,
  scores: scores.slice(0, 1),
  vorige: 'e-0',
  mag: ['zorgplan.evalueren', 'zorgplan.verzetten', 'zorgplan.overslaan', 'zorgplan.tonen'],
};

const formulier: ZorgplanFormulierView = {
  view: 'zorgplan_formulier',
  formulier: 'tekst',
  casusId,
  referentie,
  zone,
  subject: `${casusId}/zorgen/7/a`,
  sectie: 'zorgen',
  bestaat: false,
  hoger: false,
  intussen: null,
  herkomst: 'aanmelding',
  besluit: false,
  values: { tekst: 'Slaapt en drinkt onregelmatig.' },
  errors: {},
  mensen: [
    { value: 'p-marijke', label: 'Marijke' },
    { value: 'p-ines', label: 'Ines' },
  ],
  doelen: [],
  actief: 'a',
  datum: '2026-04-20',
  ontbreekt: [],
};

const form = (more: Partial<ZorgplanFormulierView>): ZorgplanFormulierView => ({
  ...formulier,
  sectie: null,
  herkomst: null,
  values: {},
  ...more,
});

const wijzigingen: ZorgplanWijzigingenView = {
  view: 'zorgplan_wijzigingen',
  casusId,
  referentie,
  zone,
  sectie: null,
  versies: [
    {
      versie: 3,
      door: 'Ines',
      op: monday,
      wat: [
        { sectie: 'doelen', hoe: 'toegevoegd', item: true },
        { sectie: 'zorgen', hoe: 'gewijzigd', item: false },
      ],
      ook: [],
      inhoud: null,
      huidig: false,
    },
    { versie: 2, door: 'Marijke', op: monday, wat: [], ook: ['vastgelegd', 'evaluatie'], inhoud: null, huidig: false },
    { versie: 1, door: 'Marijke', op: monday, wat: [], ook: ['gemaakt'], inhoud: null, huidig: false },
  ],
  ouder: 1,
  terugzetten: false,
};

const lijst: ZorgplanLijstView['plannen'][number] = {
  casusId,
  referentie,
  aanspreekpunt: 'Marijke',
  actief: 'a',
  vastgelegd: true,
  evaluatie: { datum: '2026-04-20', teLaat: false },
  mijnActies: 0,
  mijnTeLaat: 0,
};

/** A plan as full as it can be, with the longest texts. */
export const maximaal: SectieView[] = secties.map((s): SectieView => {
  const long = (max: number, word: string) => word.repeat(Math.ceil(max / word.length)).slice(0, max);
  return {
    ...leeg(s),
    tekst: s in tekstMax ? long(tekstMax[s as keyof typeof tekstMax], `${s} met heel wat woorden erbij. `) : '',
    doelen:
      s === 'doelen'
        ? Array.from({ length: 10 }, (_, n) => ({
            id: `0199c0de-0000-7000-8000-0000000000d${n}`,
            doel: long(500, `doel ${n} `),
            zichtbaar: long(500, `te zien ${n} `),
          }))
        : [],
    acties:
      s === 'plan_a'
        ? Array.from({ length: 30 }, (_, n) => ({
            ...actie,
            id: `0199c0de-0000-7000-8000-0000000000${String(n).padStart(2, '0')}`,
            wat: long(500, `actie ${n} `),
            wie: long(80, 'iemand met een lange naam '),
            teLaat: n % 3 === 0,
          }))
        : [],
    zorgfiguren:
      s === 'zorgfiguren'
        ? Array.from({ length: 10 }, (_, n) => ({
            id: `0199c0de-0000-7000-8000-0000000000f${n}`,
            wie: long(80, `figuur ${n} `),
            rol: 'steunfiguur',
            ondersteuning: long(500, 'ondersteuning '),
          }))
        : [],
    perspectief: s === 'perspectief' ? 'residentie' : null,
    herkomst: 'aanmelding',
    gewijzigd: { door: 'Marie-Antoinette Vandenbroucke-Van den Eynde-De Smedt', op: monday },
  };
});

const maximum = (s: Sectie): SectieView => maximaal.find((m) => m.sectie === s) ?? leeg(s);

/** At least one view of everything about a plan, by a name that becomes the name of its golden card. */
export const zorgplanSamples = {
  zorgplan: {
    begonnen: {
      ...plan,
      bewaard: { wat: 'gemaakt' },
      stand: 'concept',
      versie: 1,
      evaluatie: null,
      secties: secties.map((s) => (vol[s].herkomst ? vol[s] : leeg(s))),
      ontbreekt: ['krachten', 'doelen', 'plan', 'plan_b', 'minimale_eisen', 'perspectief'],
      zonderTafel: 'De ouders willen eerst zelf nadenken.',
      mag: ['zorgplan.vastleggen', 'zorgplan.delen', 'zorgplan.wijzigingen', 'casus.tonen'],
    },
    vastgelegd: plan,
    met_scores: { ...plan, scores, actief: 'b', bewaard: { wat: 'evaluatie' } },
    te_laat: { ...plan, evaluatie: { id: 'e-1', datum: '2026-03-06', teLaat: true } },
    aan_de_tafel: {
      ...plan,
      secties: secties.filter((s) => s !== 'zorgen' && s !== 'veiligheidsplan').map((s) => vol[s]),
      delen: null,
      schrijven: 'aanvullen',
      mag: [],
    },
    gestopt: { ...plan, stand: 'gestopt', evaluatie: null, schrijven: 'niets', mag: ['zorgplan.wijzigingen'] },
    maximaal: { ...plan, secties: maximaal, scores, zonderTafel: 'x'.repeat(500) },
  },
  zorgplan_sectie: {
    tekst: sectie('zorgen'),
    doelen: sectie('doelen', { bewaard: { wat: 'onderdeel', sectie: 'doelen', hoe: 'toegevoegd' } }),
    doel_verwijderd: sectie('doelen', {
      bewaard: { wat: 'onderdeel', sectie: 'doelen', hoe: 'verwijderd' },
      terug: { onderdeel: 'doel:d-3', versie: 6 },
    }),
    doel_naar_boven: sectie('doelen', {
      bewaard: { wat: 'onderdeel', sectie: 'doelen', hoe: 'geordend' },
      hoger: 'doel:d-2',
    }),
    plan_a: sectie('plan_a'),
    plan_b: sectie('plan_b'),
    leeg: sectie('plan_b', { sectie: leeg('plan_b') }),
    zorgfiguren: sectie('zorgfiguren'),
    perspectief: sectie('perspectief'),
    lezer: sectie('doelen', { schrijven: 'niets', geschiedenis: false }),
    maximaal: sectie('plan_a', { sectie: maximum('plan_a') }),
    maximaal_doelen: sectie('doelen', { sectie: maximum('doelen') }),
  },
  zorgplan_actie: {
    nieuw: actieKaart,
    herinnering: { ...actieKaart, melding: 'herinnering' },
    te_laat: { ...actieKaart, melding: 'herinnering', actie: { ...actie, teLaat: true } },
    gedaan: {
      ...actieKaart,
      actie: { ...actie, gedaan: { door: 'Ines', op: monday } },
      mag: ['zorgplan.niet_gedaan', 'zorgplan.tonen'],
    },
    van_een_ander: { ...actieKaart, melding: null, vanJou: false, mag: ['zorgplan.gedaan', 'zorgplan.bewerken'] },
    ander_plan: { ...actieKaart, melding: null, letter: 'b' },
    weg: { ...actieKaart, actie: null, letter: null, mag: [] },
    gestopt: { ...actieKaart, gestopt: true, mag: [] },
  },
  zorgplan_evaluatie: {
    herinnering: evaluatie,
    escalatie: { ...evaluatie, melding: 'escalatie', teLaat: true },
    gehouden: {
      ...evaluatie,
      melding: null,
      evaluatie: {
        ...evaluatie.evaluatie,
        stand: 'gehouden',
        nota: 'Het gaat beter.',
        zonderGezin: 'Mama was ziek.',
        overstap: { van: 'a', naar: 'b', reden: 'Oma kan niet elke nacht.' },
        door: 'Marijke',
      },
      doelen: doelen.map((d, n) =>
        n === 0
          ? { ...d, score: 6, nota: 'Al drie weken.', vorige: 3 }
          : { ...d, score: 4, nota: 'Twee nachten op zeven.', vorige: null },
      ),
      scores,
      vorige: null,
      mag: ['zorgplan.verbeteren', 'zorgplan.tonen'],
    },
    overgeslagen: {
      ...evaluatie,
      melding: null,
      evaluatie: { ...evaluatie.evaluatie, stand: 'overgeslagen', nota: 'Iedereen met vakantie.', door: 'Ines' },
      mag: ['zorgplan.tonen'],
    },
    gestopt: { ...evaluatie, gestopt: true, mag: ['zorgplan.tonen'] },
    maximaal: {
      ...evaluatie,
      doelen: maximum('doelen').doelen.map((d) => ({ ...d, score: null, nota: '', vorige: 5 })),
      acties: maximum('plan_a').acties,
      scores: Array.from({ length: 10 }, (_, n) => ({
        nummer: n + 1,
        punten: Array.from({ length: 9 }, (_, i) => ({ datum: `2026-0${i + 1}-15`, score: ((n + i) % 10) + 1 })),
      })),
    },
  },
  zorgplan_formulier: {
    tekst: formulier,
    tekst_besluit: form({
      sectie: 'plan_a',
      subject: `${casusId}/plan_a/1/a`,
      herkomst: 'zorgtafel',
      besluit: true,
      values: { tekst: 'Thuis met hulp van oma.' },
    }),
    tekst_intussen: {
      ...formulier,
      herkomst: null,
      intussen: { door: 'Ines', op: monday, weg: false, tekst: ['Slaapt al wat beter.'] },
    },
    perspectief: form({ formulier: 'perspectief', sectie: 'perspectief', values: { perspectief: 'pleegzorg' } }),
    doel: form({ formulier: 'doel', sectie: 'doelen', subject: `${casusId}/doel:d-9/7/a` }),
    doel_bestaat: form({
      formulier: 'doel',
      sectie: 'doelen',
      subject: `${casusId}/doel:d-1/7/a`,
      bestaat: true,
      values: { doel: 'Een vaste dagindeling', zichtbaar: '' },
      errors: { zichtbaar: 'Dit ontbreekt nog; een korte zin volstaat.' },
    }),
    doel_tweede: form({
      formulier: 'doel',
      sectie: 'doelen',
      subject: `${casusId}/doel:d-2/7/a`,
      bestaat: true,
      hoger: true,
      values: { doel: 'Een vaste dagindeling', zichtbaar: 'Om 19 u. in bed' },
    }),
    doel_weg: form({
      formulier: 'doel',
      sectie: 'doelen',
      subject: `${casusId}/doel:d-1/8/a`,
      values: { doel: 'Een vaste dagindeling', zichtbaar: 'Om 19 u. in bed' },
      intussen: { door: 'Ines', op: monday, weg: true, tekst: [] },
    }),
    actie: form({ formulier: 'actie', sectie: 'plan_a', subject: `${casusId}/actie:a-9/7/a`, values: { plan: 'a' } }),
    actie_intussen: form({
      formulier: 'actie',
      sectie: 'plan_a',
      subject: `${casusId}/actie:a-1/7/a`,
      bestaat: true,
      values: { plan: 'a', wat: 'Slaapboekje', persoon: 'iemand', wie: 'mama', tegen: '2026-03-16' },
      intussen: { door: 'Ines', op: monday, weg: false, tekst: ['Slaapboekje bijhouden', 'papa', '2026-03-20'] },
    }),
    zorgfiguur: form({ formulier: 'zorgfiguur', sectie: 'zorgfiguren', subject: `${casusId}/zorgfiguur:z-9/7/a` }),
    maken: form({ formulier: 'maken', subject: casusId }),
    vastleggen: form({
      formulier: 'vastleggen',
      subject: casusId,
      values: { datum: '2026-04-20' },
      ontbreekt: ['veiligheidsplan', 'veilige_haven', 'ondersteuning'],
    }),
    overstappen: form({ formulier: 'overstappen', subject: casusId }),
    vastleggen_besluit: form({ formulier: 'vastleggen', subject: casusId, besluit: true }),
    delen_besluit: form({ formulier: 'delen', subject: casusId, values: { delen: 'lezen' }, besluit: true }),
    delen: form({ formulier: 'delen', subject: casusId, values: { delen: 'lezen' } }),
    evaluatie: form({
      formulier: 'evaluatie',
      subject: `${casusId}/e-1`,
      values: { gehouden_op: '2026-04-20', plan: 'a', volgende: '2026-06-01' },
      doelen: doelen.map((d, n) => ({ ...d, vorige: n === 0 ? 3 : null })),
    }),
    evaluatie_maximaal: form({
      formulier: 'evaluatie',
      subject: `${casusId}/e-1`,
      values: { gehouden_op: '2026-04-20', plan: 'a', volgende: '2026-06-01', nota: 'n'.repeat(3000) },
      doelen: maximum('doelen').doelen.map((d) => ({ ...d, vorige: 4 })),
    }),
    verbeteren: form({
      formulier: 'verbeteren',
      subject: `${casusId}/e-0`,
      values: { gehouden_op: '2026-04-20', nota: 'Het gaat beter.', gezin: 'ja' },
      doelen: doelen.map((d, n) => ({ ...d, vorige: n === 0 ? 3 : null })),
    }),
    verzetten_zonder_reden: form({
      formulier: 'verzetten',
      subject: `${casusId}/e-1`,
      values: { datum: '2026-09-21' },
      errors: { reden: 'Dat is meer dan twee keer de gewone termijn na de vorige: schrijf kort waarom.' },
    }),
    verzetten: form({ formulier: 'verzetten', subject: `${casusId}/e-1`, values: { datum: '2026-04-20' } }),
    overslaan: form({ formulier: 'overslaan', subject: `${casusId}/e-1`, values: { volgende: '2026-06-01' } }),
  },
  zorgplan_wijzigingen: {
    alles: wijzigingen,
    sectie: {
      ...wijzigingen,
      sectie: 'zorgen',
      versies: [
        {
          versie: 3,
          door: 'Ines',
          op: monday,
          wat: [{ sectie: 'zorgen', hoe: 'gewijzigd', item: false }],
          ook: [],
          inhoud: vol.zorgen,
          huidig: true,
        },
        { versie: 1, door: 'Marijke', op: monday, wat: [], ook: [], inhoud: leeg('zorgen'), huidig: false },
      ],
      ouder: null,
      terugzetten: true,
    },
  },
  zorgplan_lijst: {
    leeg: { view: 'zorgplan_lijst', plannen: [], meer: false },
    gewoon: {
      view: 'zorgplan_lijst',
      plannen: [
        lijst,
        { ...lijst, referentie: 'LIM-2026-0002', mijnActies: 1, evaluatie: { datum: '2026-03-06', teLaat: true } },
        { ...lijst, referentie: 'LIM-2026-0003', mijnActies: 3, mijnTeLaat: 2, actief: 'b' },
        { ...lijst, referentie: 'LIM-2026-0004', vastgelegd: false, evaluatie: null },
      ],
      meer: true,
    },
  },
} satisfies {
  zorgplan: Record<string, ZorgplanView>;
  zorgplan_sectie: Record<string, ZorgplanSectieView>;
  zorgplan_actie: Record<string, ZorgplanActieView>;
  zorgplan_evaluatie: Record<string, ZorgplanEvaluatieView>;
  zorgplan_formulier: Record<string, ZorgplanFormulierView>;
  zorgplan_wijzigingen: Record<string, ZorgplanWijzigingenView>;
  zorgplan_lijst: Record<string, ZorgplanLijstView>;
};
