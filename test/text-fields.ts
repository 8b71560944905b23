import { cardOf } from '../cards/card-of.ts';
import { allSamples } from './sample-views.ts';

/** A field of a form; what comes once for every goal, note or case is cut to its stem. */
export const textField = (action: string, id: string): string => `${action}:${id.replace(/[-_]\S*\d\S*$/, '_…')}`;

/**
 * Every field that somebody can type a text in, of every form that a card draws: what a test of what people type has to
 * walk. A new form has a sample, or does not compile; so its fields are here by themselves.
 */
export const textFields: ReadonlySet<string> = new Set(
  allSamples.flatMap(([, view]) => {
    const { form, parts } = cardOf(view);
    const [button] = parts.flatMap((p) => (p.type === 'buttons' ? p.buttons : []));
    const action = form?.submit.action ?? button?.action ?? '';
    return parts.flatMap((p) => (p.type === 'input' && p.kind === 'text' ? [textField(action, p.id)] : []));
  }),
);
