import { NAKIJKEN, type PlanVeld, planPaginas, planVelden } from '../src/zorgtafel/plan-velden.ts';
import type { TafelPlanView } from '../src/zorgtafel/tafel-view.ts';
import type { Card, Input } from './card.ts';
import { button, meldingen, text } from './words.ts';

/** One page of planning a table. */
export function tafelPlanCard(view: TafelPlanView): Card {
  const subject = `${view.draftId}/${view.pagina}`;
  const last = view.pagina === NAKIJKEN;
  return {
    title: 'Zorgtafel plannen',
    summary: `Zorgtafel plannen, ${view.referentie}`,
    parts: [
      text(
        `${view.referentie}. Stap ${view.pagina} van ${view.paginas}: ${planPaginas[view.pagina - 1] ?? ''}`,
        'subtle',
      ),
      ...meldingen(view.meldingen),
      ...(last
        ? [
            { type: 'facts' as const, facts: view.overzicht },
            text(
              'Iedereen krijgt een uitnodiging op het eigen platform. Wie geen chat heeft, wordt uitgenodigd door wie je koos.',
              'subtle',
            ),
          ]
        : planVelden(view.pagina, view.keuzes).map((veld) => planInput(veld, view))),
    ],
    form: {
      submit: last ? button('zorgtafel.versturen', subject, 'Versturen') : button('zorgtafel.verder', subject),
      ...(!last && { autosave: button('zorgtafel.bewaren', subject) }),
      ...(view.pagina > 1 && { back: button('zorgtafel.terug', subject) }),
    },
  };
}

/** A field of the form, with what was typed in it. */
export function planInput(veld: PlanVeld, view: Pick<TafelPlanView, 'values' | 'errors'>): Input {
  const typed = view.values[veld.id];
  const one = typeof typed === 'string' ? typed : undefined;
  const { id, label, hint, required } = veld;
  const error = view.errors[id];
  const common = { type: 'input' as const, id, label, required, ...(hint && { hint }), ...(error && { error }) };
  switch (veld.kind) {
    case 'text':
      return { ...common, kind: 'text', value: one, maxLength: veld.maxLength, multiline: veld.multiline ?? false };
    case 'date':
    case 'time':
      return { ...common, kind: veld.kind, value: one };
    case 'choice':
      return { ...common, kind: 'choice', value: one, options: [...veld.options] };
    case 'choices':
      return {
        ...common,
        kind: 'choices',
        value: Array.isArray(typed) ? typed : typed ? [typed] : [],
        options: [...veld.options],
      };
    default:
      throw new Error(veld satisfies never);
  }
}
