import { ActionSet, ExecuteAction, SubmitAction } from '@microsoft/teams.cards';
import type { Button } from '../../cards/card.ts';
import { shorten } from './plain-text.ts';
import type { PressData } from './press-data.ts';

/** Teams shows six buttons of a set and hides the others behind three dots. */
const perSet = 6;

/** `inputs: false`: what is filled in stays behind. */
export type DrawnButton = { button: Button; data: Omit<PressData, 'action' | 'subject'>; inputs: boolean };

export function drawButtons(buttons: DrawnButton[]): ActionSet[] {
  const sets: ActionSet[] = [];
  for (let n = 0; n < buttons.length; n += perSet)
    sets.push(new ActionSet(...buttons.slice(n, n + perSet).map(drawButton)));
  return sets;
}

const styles = { primary: 'positive', danger: 'destructive' } as const;

/** `Action.Execute` answers in place; a client that does not know it sends the same as `Action.Submit`. */
function drawButton({ button, data, inputs }: DrawnButton): ExecuteAction {
  const carried = { press: { action: button.action, subject: button.subject, ...data } };
  const common = {
    title: shorten(button.label, 60) || '…',
    associatedInputs: inputs ? ('auto' as const) : ('none' as const),
    ...(button.style === undefined ? {} : { style: styles[button.style] }),
  };
  return new ExecuteAction({
    ...common,
    verb: button.action,
    data: carried,
    fallback: new SubmitAction({ ...common, data: carried }),
  });
}
