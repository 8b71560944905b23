import { regio } from '../world.fixture.ts';
import type { Kas } from './kas.ts';
import type { Rugzak } from './rugzak.ts';

/** The rugzak of `casus-1`, nothing asked for yet, under the default policy: for tests. */
export const rugzak: Rugzak = {
  casusId: 'casus-1',
  beleid: regio.rugzak,
  start: null,
  verlengingen: [],
  aanvragen: [],
  facturen: [],
};

export const legeKas: Kas = {
  rugzak,
  boekingen: [],
  regio: new Map([
    [2026, { gebonden: 0, budget: 40_000_000 }],
    [2027, { gebonden: 0, budget: null }],
  ]),
};
