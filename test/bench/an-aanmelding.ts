import { randomUUIDv7 } from 'node:crypto';
import { flemishHolidays } from '../../adapters/region/holidays.ts';
import { newCasus } from '../../src/aanmelding/new-casus.ts';
import type { Commit } from '../../src/ports.ts';
import { addTerm } from '../../src/regio/add-term.ts';
import { limburg } from './limburg.ts';

const marijke = { id: 'p-marijke', naam: 'Marijke', email: 'marijke@example.org' };
const persoon = { ...marijke, organisatie: null, functie: null, sector: null, regio: 'LIM', voorkeur: null };
const tekst = 'De baby komt niet bij in gewicht en er is overdag niemand nuchter in huis. '.repeat(4);

/** What `aanmelding.versturen` commits: a case, its story and clock, three messages, the draft gone, audit. */
export function anAanmelding(): Commit {
  const id = randomUUIDv7();
  const now = Temporal.Instant.fromEpochMilliseconds(Date.now());
  const made = newCasus({
    ids: { casus: id, termijn: randomUUIDv7() },
    region: limburg,
    aanmelding: {
      kind: 'geboren',
      initialen: 'J.V.',
      geboortedatum: '2026-01-05',
      gemeente: 'Hasselt',
      oudereSibling: false,
      gevaarNu: false,
      signalen: ['verwaarlozing', 'verslaving'],
      verontrusting: tekst,
      krachten: tekst,
      minimaalNodig: tekst,
      waaromUithuisplaatsing: tekst,
      besprokenMetOuders: 'ja',
      waaromNietBesproken: '',
      bereidheid: 'ja',
      regulierAanbod: 'onvoldoende',
      regulierToelichting: tekst,
      lokaalTeam: 'betrokken',
      maatschappelijkeNoodzaak: 'nee',
    },
    aanmelder: 'p-aanmelder',
    to: { persoon, nu: null, vanaf: null, inPlaatsVan: null },
    planners: [],
    now,
    endOf: (duration) => addTerm(now, duration, limburg.termijnen.rekening, limburg, flemishHolidays),
  });
  return {
    once: `slack:${id}`,
    newCasus: { casus: made.casus, prefix: made.prefix },
    gebeurtenissen: [{ casusId: id, op: now, soort: 'aangemeld', door: 'p-aanmelder' }],
    termijnen: [made.termijn],
    berichten: made.berichten.map((spec) => ({ ...spec, id: randomUUIDv7(), casusId: id })),
    draft: { remove: id },
    audit: [{ op: now, wie: 'p-aanmelder', wat: 'aanmelding.versturen', waarover: id, resultaat: 'toegestaan' }],
  };
}
