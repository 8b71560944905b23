import type { AanmeldingPaginaView } from '../src/aanmelding/aanmelding-view.ts';
import { type Field, fieldsOf, pageTitles } from '../src/aanmelding/fields.ts';
import type { Card, Input } from './card.ts';
import { button, meldingen, text } from './words.ts';

/** One page of the aanmelding with what the answers so far give reason to say. */
export function aanmeldingPaginaCard(view: AanmeldingPaginaView): Card {
  const subject = `${view.draftId}/${view.pagina}`;
  const title = pageTitles[view.pagina - 1] ?? '';
  return {
    title: view.verbetert ? `${view.verbetert} verbeteren` : 'Aanmelding',
    summary: 'Formulier voor een aanmelding',
    parts: [
      text(`Stap ${view.pagina} van ${view.paginas}: ${title}`, 'subtle'),
      ...meldingen(view.meldingen),
      ...fieldsOf(view.pagina, view.asker, view.values).map((field) => input(field, view)),
    ],
    form: {
      submit: button('aanmelding.verder', subject),
      autosave: button('aanmelding.bewaren', subject),
      ...(view.pagina > 1 && { back: button('aanmelding.terug', subject) }),
    },
  };
}

function input(field: Field, view: AanmeldingPaginaView): Input {
  const typed = view.values[field.id];
  const one = typeof typed === 'string' ? typed : undefined;
  const common = {
    type: 'input' as const,
    id: field.id,
    label: field.label,
    hint: field.hint,
    required: typeof field.required === 'function' ? field.required(view.values) : field.required,
    ...(view.errors[field.id] !== undefined && { error: view.errors[field.id] }),
  };
  switch (field.kind) {
    case 'text':
      return { ...common, kind: 'text', value: one, maxLength: field.maxLength, multiline: field.multiline ?? false };
    case 'date':
      return { ...common, kind: 'date', value: one };
    case 'choice':
      return { ...common, kind: 'choice', value: one, options: [...field.options] };
    case 'choices':
      return {
        ...common,
        kind: 'choices',
        value: Array.isArray(typed) ? typed : typed ? [typed] : [],
        options: [...field.options],
      };
    default:
      throw new Error(field satisfies never);
  }
}
