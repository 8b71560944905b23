import type { Values } from '../intent.ts';
import { isDate } from '../time.ts';
import type { FieldErrors } from '../view.ts';
import { type Asker, choicesOf, type Field, fieldsOf, textOf } from './fields.ts';
import { hasRijksregisternummer } from './rijksregisternummer.ts';

/**
 * What is wrong on one page, a Dutch sentence per field that says what to do; empty when all is well.
 * `today` is an ISO date in the region's zone. Nothing here refuses a child: being too old or living
 * elsewhere is for the triage to explain, not a mistake in the form [D8].
 */
export function checkPage(page: number, values: Values, asker: Asker, today: string): FieldErrors {
  const errors: FieldErrors = {};
  for (const field of fieldsOf(page, asker, values)) {
    const error = checkField(field, values, today);
    if (error) errors[field.id] = error;
  }
  return errors;
}

function checkField(field: Field, values: Values, today: string): string | null {
  const text = textOf(values, field.id);
  if (text === '') {
    const required = typeof field.required === 'function' ? field.required(values) : field.required;
    return required ? missing(field) : null;
  }
  switch (field.kind) {
    case 'text':
      return checkText(field.id, text, field.maxLength);
    case 'date':
      return checkDate(text, values.kind === 'ongeboren', today);
    case 'choice':
      return field.options.some((o) => o.value === text) ? null : 'Kies een van de antwoorden uit de lijst.';
    case 'choices':
      return choicesOf(values, field.id).every((v) => field.options.some((o) => o.value === v))
        ? null
        : 'Kies antwoorden uit de lijst.';
    default:
      throw new Error(field satisfies never);
  }
}

function missing(field: Field): string {
  if (field.id.startsWith('beller_')) return 'Iemand belde: vul dit nog in.';
  if (field.kind === 'choice') return 'Duid een antwoord aan.';
  if (field.kind === 'choices') return 'Duid minstens één antwoord aan.';
  if (field.kind === 'date') return 'Kies een datum.';
  return field.kind === 'text' && field.multiline ? 'Dit ontbreekt nog; een korte zin volstaat.' : 'Dit ontbreekt nog.';
}

/** What is wrong with a text typed in one field of the aanmelding. */
export function checkText(id: Field['id'], text: string, maxLength: number): string | null {
  if (hasRijksregisternummer(text)) return RIJKSREGISTER_GEWEIGERD;
  if (text.length > maxLength) return `Dit is ${text.length} tekens; houd het onder ${maxLength}.`;
  if (id === 'initialen' && (!/^(\p{L}[. -]{0,2}){1,4}$/u.test(text) || looksLikeName(text)))
    return 'Enkel initialen, hoogstens vier letters (bijvoorbeeld J.V.). De naam blijft in jullie eigen dossier.';
  if (id === 'beller_telefoon' && (text.replaceAll(/\D/g, '').length < 8 || /[^\d +/().-]/.test(text)))
    return 'Dit lijkt geen telefoonnummer. Schrijf het bijvoorbeeld als 0470 00 00 00.';
  return null;
}

/** Three letters together, not all capitals: a short first name rather than initials. */
const looksLikeName = (text: string) => /\p{L}{3}/u.test(text) && text !== text.toUpperCase();

/** [S10] */
export const RIJKSREGISTER_GEWEIGERD =
  'Hier stond een rijksregisternummer in. Dat mag deze bot niet bewaren en is weggehaald: initialen en datum volstaan.';

/** Weeks a pregnancy may pass its expected date before "not yet born" must be a mistake. */
const OVERDUE_WEEKS = 4;
/** Older than this is a typing error, not a child that is too old [D1, D6]. */
const OLDEST_YEARS = 25;

function checkDate(text: string, unborn: boolean, today: string): string | null {
  if (!isDate(text)) return 'Deze datum bestaat niet. Schrijf ze als jjjj-mm-dd, bijvoorbeeld 2026-03-09.';
  const date = Temporal.PlainDate.from(text);
  const now = Temporal.PlainDate.from(today);
  const before = (a: Temporal.PlainDate, b: Temporal.PlainDate) => Temporal.PlainDate.compare(a, b) < 0;
  if (unborn) {
    if (before(date, now.subtract({ weeks: OVERDUE_WEEKS })))
      return 'Deze datum is al een tijd voorbij. Is het kind geboren, kies dan “Geboren”.';
    if (before(now.add({ months: 9 }), date)) return 'Een verwachte datum ligt hoogstens negen maanden vooruit.';
    return null;
  }
  if (before(now, date)) return 'Deze datum moet nog komen. Is het kind nog niet geboren, kies dan “Nog niet geboren”.';
  if (before(date, now.subtract({ years: OLDEST_YEARS })))
    return 'Kijk het jaartal na: dit is geen geboortedatum van een kind.';
  return null;
}
