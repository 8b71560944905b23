import type { IActionSet, IExecuteAction } from '@microsoft/teams.cards';
import type { z } from 'zod';
import type { Button } from '../../cards/card.ts';
import { shorten } from './plain-text.ts';
import type { pressDataSchema } from './press-data.ts';

/** Teams shows six buttons of a set and hides the others behind three dots. */
const perSet = 6;

/** `inputs: false`: what is filled in stays behind. */
export type DrawnButton = {
  button: Button;
  data: Omit<z.input<typeof pressDataSchema>, 'action' | 'subject'>;
  inputs: boolean;
};

export function drawButtons(buttons: DrawnButton[], spacing?: IActionSet['spacing']): IActionSet[] {
  const sets: IActionSet[] = [];
  for (let n = 0; n < buttons.length; n += perSet)
    sets.push({ type: 'ActionSet', spacing, actions: buttons.slice(n, n + perSet).map(drawButton) });
  return sets;
}

const styles = { primary: 'positive', danger: 'destructive' } as const;

/** `Action.Execute` answers in place; a client that does not know it sends the same as `Action.Submit`. */
function drawButton({ button, data, inputs }: DrawnButton): IExecuteAction {
  const common = {
    title: shorten(button.label, 60) || '…',
    style: button.style && styles[button.style],
    associatedInputs: inputs ? ('auto' as const) : ('none' as const),
    data: { press: { action: button.action, subject: button.subject, ...data } },
  };
  return {
    type: 'Action.Execute',
    verb: button.action,
    ...common,
    fallback: { type: 'Action.Submit', ...common },
  };
}
