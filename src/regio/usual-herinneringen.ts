import type { Region } from './region.ts';

/** What a region gets that says nothing about its reminders [P6, P7]. */
export const usualHerinneringen: Region['herinneringen'] = {
  dagVoor: '16:00',
  vooraf: 'PT15M',
  ochtend: '08:30',
  bevestigenBinnen: 'PT15M',
  overdracht: 'PT15M',
  gaten: [14, 7, 1],
};
