import type { Aanmelding } from '../src/aanmelding/aanmelding.ts';
import type { NewBericht } from '../src/berichten/bericht.ts';
import type { Casus } from '../src/casus/casus.ts';
import type { Termijn } from '../src/casus/termijn.ts';
import type { Nota } from '../src/overdracht/nota.ts';
import type { AuditEntry, Commit } from '../src/ports.ts';
import type { Region } from '../src/regio/region.ts';
import { usualHerinneringen } from '../src/regio/usual-herinneringen.ts';

/** Monday 2 November 2026, 10:15 in Brussels. */
export const noon = Temporal.Instant.from('2026-11-02T09:15:00Z');

export const auditEntry = (over: Partial<AuditEntry> = {}): AuditEntry => ({
  op: noon,
  wie: 'p-marijke',
  wat: 'aanmelding.versturen',
  waarover: 'c-1',
  resultaat: 'toegestaan',
  ...over,
});

/** `secret` stands in every text a person could have typed. */
export const anAanmelding = (secret = 'tekst'): Aanmelding => ({
  kind: 'geboren',
  initialen: 'J.P.',
  geboortedatum: '2025-05-01',
  gemeente: 'Hasselt',
  oudereSibling: false,
  gevaarNu: false,
  signalen: ['verslaving'],
  verontrusting: secret,
  krachten: secret,
  minimaalNodig: secret,
  waaromUithuisplaatsing: secret,
  besprokenMetOuders: 'ja',
  waaromNietBesproken: secret,
  bereidheid: 'ja',
  regulierAanbod: 'onvoldoende',
  regulierToelichting: secret,
  lokaalTeam: 'betrokken',
  maatschappelijkeNoodzaak: 'nee',
});

export const aCasus = (id = 'c-1', over: Partial<Casus> = {}): Omit<Casus, 'referentie'> => ({
  id,
  regio: 'LIM',
  stand: 'aangemeld',
  versie: 1,
  aanmelder: 'p-aanmelder',
  aanspreekpunt: 'p-marijke',
  betrokkenen: [],
  aangemeldOp: noon,
  opgenomenOp: null,
  teruggekoppeldOp: null,
  uitkomst: null,
  inhoud: {
    aanmelding: anAanmelding(),
    aanvullingen: [{ door: 'p-aanmelder', tekst: 'later nog dit', op: noon }],
    vragen: [],
    terugkoppeling: null,
    intrekking: null,
  },
  ...over,
});

export const aTermijn = (casusId = 'c-1', over: Partial<Termijn> = {}): Termijn => ({
  id: `t-${casusId}`,
  casusId,
  soort: 'terugkoppeling',
  over: null,
  start: noon,
  einde: noon.add({ hours: 24 }),
  ladder: [{ op: noon.add({ hours: 12 }), soort: 'herinnering', aan: 'aanspreekpunt' }],
  volgende: noon.add({ hours: 12 }),
  gestopt: null,
  ...over,
});

/** A handover note in general, nobody has read it. */
export const aNota = (id = 'n-1', over: Partial<Nota> = {}): Nota => ({
  id,
  regio: 'LIM',
  casusId: null,
  door: 'p-marijke',
  dienst: 'LIM/2026-11-02/09:00',
  op: noon,
  bewerkt: null,
  ingetrokken: null,
  tekst: 'de telefoon viel uit',
  gelezen: [],
  open: true,
  bij: null,
  versie: 1,
  ...over,
});

export const aBericht = (id: string, casusId = 'c-1', over: Partial<NewBericht> = {}): NewBericht => ({
  id,
  soort: 'casus_kaart',
  casusId,
  onderwerp: 'kaart',
  op: noon,
  aan: { persoon: 'p-marijke' },
  ...over,
});

/** An aanmelding with everything that belongs to it: case, story, clock, three messages, audit. */
export const anAanmeldingCommit = (id = 'c-1', over: Partial<Commit> = {}): Commit => ({
  once: `delivery-${id}`,
  newCasus: { casus: aCasus(id), prefix: 'LIM-2026' },
  gebeurtenissen: [{ casusId: id, op: noon, soort: 'aangemeld', door: 'p-aanmelder', detail: 'via de telefoon' }],
  termijnen: [aTermijn(id)],
  berichten: [
    aBericht(`b-${id}-1`, id),
    aBericht(`b-${id}-2`, id, { soort: 'aanmelding_status', aan: { persoon: 'p-aanmelder' } }),
    aBericht(`b-${id}-3`, id, { soort: 'kanaal_aanmelding', aan: { kanaal: { platform: 'slack', ref: 'C123' } } }),
  ],
  draft: { remove: `d-${id}` },
  audit: [auditEntry({ waarover: id })],
  ...over,
});

export const aRegion = (over: Partial<Region> = {}): Region => ({
  code: 'LIM',
  naam: 'Limburg',
  tijdzone: 'Europe/Brussels',
  herinneringen: usualHerinneringen,
  gemeenten: ['Hasselt'],
  postcodes: [],
  contact: { telefoon: [] },
  personen: [],
  organisaties: [],
  permanentie: [],
  routes: [],
  termijnen: { terugkoppeling: 'PT24H', zorgtafel: 'PT48H', evaluatie: 'P6W', rekening: 'klokuren' },
  ladder: { terugkoppeling: [] },
  rugzak: { maximum: 2_000_000, verblijf: 5_000, duur: 'P3M', verlengingen: 1, drempels: [], jaarbudget: {} },
  kanalen: { permanentie: [] },
  deuren: {},
  sluitingsdagen: [],
  ...over,
});
