import { dagVoorKeuzes, voorafKeuzes } from '../src/permanentie/herinnering-keuzes.ts';
import type { HerinneringStand } from '../src/permanentie/rooster-view.ts';
import type { View } from '../src/view.ts';
import type { Card, Option } from './card.ts';
import { button, text } from './words.ts';

/** `15 minuten`, `1 uur`, `anderhalf uur` */
function lasting(minutes: number): string {
  if (minutes === 90) return 'anderhalf uur';
  return minutes % 60 === 0 ? `${minutes / 60} uur` : minutes === 1 ? '1 minuut' : `${minutes} minuten`;
}

/** One line: when this person is reminded. */
export function herinneringLine({ eigen, regio }: HerinneringStand): string {
  const hour = eigen.dagVoor ?? regio.dagVoor;
  const minutes = eigen.vooraf ?? regio.vooraf;
  const before = minutes === null ? 'vlak voor je dagdeel' : `${lasting(minutes)} voor je dagdeel`;
  if (hour === 'niet') return `Ik herinner je ${before}, niet de dag ervoor.`;
  return `Ik herinner je de werkdag ervoor${hour === null ? '' : ` om ${hour}`}, en ${before}.`;
}

/** When somebody wants to hear of their day parts [P7]. */
export function herinneringCard(view: Extract<View, { view: 'herinnering' }>): Card {
  const title = 'Mijn herinneringen';
  const { regio } = view.stand;
  const value = (id: string) => {
    const typed = view.values[id];
    return typeof typed === 'string' ? { value: typed } : {};
  };
  const error = (id: string) => (view.errors[id] === undefined ? {} : { error: view.errors[id] });
  const asRegion = (now: string | null): Option => ({
    value: 'regio',
    label: now === null ? 'Zoals elke regio het koos' : `Zoals mijn regio: ${now}`,
  });
  return {
    title,
    summary: title,
    parts: [
      text('Dit geldt voor al je dagdelen, in elke regio waar je op het rooster staat.', 'subtle'),
      {
        type: 'input',
        kind: 'choice',
        id: 'dag_voor',
        label: 'De werkdag ervoor, met wat openstaat',
        required: true,
        options: [
          asRegion(regio.dagVoor),
          { value: 'niet', label: 'Niet' },
          ...dagVoorKeuzes.map((hour) => ({ value: hour, label: `Om ${hour}` })),
        ],
        ...value('dag_voor'),
        ...error('dag_voor'),
      },
      {
        type: 'input',
        kind: 'choice',
        id: 'vooraf',
        label: 'Vlak voor je dagdeel, met de knop Ik ben er',
        hint: 'Deze komt altijd: zo weten je collega’s dat er iemand is.',
        required: true,
        options: [
          asRegion(regio.vooraf === null ? null : lasting(regio.vooraf)),
          ...voorafKeuzes.map((minutes) => ({ value: String(minutes), label: `${lasting(minutes)} ervoor` })),
        ],
        ...value('vooraf'),
        ...error('vooraf'),
      },
    ],
    form: { submit: button('herinnering.bewaren', ''), cancel: button('formulier.annuleren', '') },
  };
}
