import { planLetters } from '../src/zorgplan/zorgplan.ts';
import type { ZorgplanFormulierView } from '../src/zorgplan/zorgplan-view.ts';
import type { Input, Option } from './card.ts';

type View = ZorgplanFormulierView;

const filledIn = (view: View, id: string): string | undefined => {
  const value = view.values[id];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

const common = (view: View, id: string, label: string, hint: string, required: boolean) => ({
  type: 'input' as const,
  id,
  label,
  ...(hint && { hint }),
  required,
  ...(view.errors[id] !== undefined && { error: view.errors[id] }),
});

export const tekst = (
  view: View,
  id: string,
  label: string,
  hint: string,
  maxLength: number,
  required = true,
): Input => ({
  ...common(view, id, label, hint, required),
  kind: 'text',
  multiline: maxLength > 100,
  maxLength,
  value: filledIn(view, id),
});

export const keuze = (
  view: View,
  id: string,
  label: string,
  hint: string,
  options: Option[],
  required = true,
): Input => ({ ...common(view, id, label, hint, required), kind: 'choice', options, value: filledIn(view, id) });

export const dag = (view: View, id: string, label: string, hint: string, required = true): Input => ({
  ...common(view, id, label, hint, required),
  kind: 'date',
  value: filledIn(view, id),
});

export const planKeuzes: Option[] = planLetters.map((letter) => ({
  value: letter,
  label: `Plan ${letter.toUpperCase()}`,
}));
