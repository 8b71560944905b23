import { monday } from '../world.fixture.ts';
import type { Deelnemer, Zorgtafel } from './zorgtafel.ts';

/** Somebody at the table who was asked and has not answered: for tests. */
export const deelnemer = (id: string, more: Partial<Deelnemer> = {}): Deelnemer => ({
  id,
  soort: 'hulpverlener',
  persoonId: `p-${id}`,
  naam: id,
  via: null,
  uitgenodigdOp: monday,
  antwoorden: {},
  geantwoordOp: null,
  stand: 'gevraagd',
  sinds: monday,
  agenda: { token: `token-${id}`, hash: `hash-${id}` },
  ...more,
});

/** A zorgtafel of `casus-1` with two moments, five people with a chat account and a mother without: for tests. */
export const tafel: Zorgtafel = {
  id: 'tafel-1',
  casusId: 'casus-1',
  stand: 'peilen',
  besprokenOp: monday,
  plaats: { omschrijving: 'CKG Molenberg', adres: '', lokaal: 'zaal 2', link: '', openbaar: true },
  duur: 90,
  momenten: [
    { id: 'm-1', start: monday.add({ hours: 24 }) },
    { id: 'm-2', start: monday.add({ hours: 30 }) },
  ],
  gekozen: null,
  deelnemers: [
    deelnemer('mama', { soort: 'ouder', persoonId: null, via: 'p-melder', uitgenodigdOp: null }),
    deelnemer('melder', { soort: 'aanmelder' }),
    deelnemer('marijke', { soort: 'casuscoordinator' }),
    deelnemer('expert', { soort: 'expert' }),
    deelnemer('vreemde'),
  ],
  volgnummer: 0,
  reden: null,
  verslag: null,
  boodschap: '',
  expertVraag: '',
  experts: 1,
  expertise: null,
  agenda: null,
};
