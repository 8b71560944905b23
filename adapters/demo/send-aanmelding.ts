import type { Card } from '../../cards/card.ts';
import type { Clock } from '../../src/time.ts';
import type { Terminal, TerminalPerson } from '../terminal/terminal.ts';
import { demoAanmelding } from './people.ts';

/**
 * Somebody fills in the whole aanmelding: introduction first when the bot does not know them yet.
 * `step` gets every page that is shown. Gives the card after sending.
 */
export async function sendAanmelding(
  terminal: Terminal,
  person: TerminalPerson,
  clock: Clock,
  step: (card: Card | null) => Promise<void> = async () => {},
): Promise<Card | null> {
  let card = await terminal.type(person, '/aanmelding');
  await step(card);
  if (card?.title === 'Even kennismaken') {
    card = await press(card, 'Bewaren en verder', {
      organisatie: 'Ziekenhuis (demo)',
      functie: 'Sociaal werker',
      sector: 'basisvoorziening',
      regio: 'LIM',
    });
  }
  // A baby of eleven weeks, whenever the tour runs.
  const born = clock.now().toZonedDateTimeISO('Europe/Brussels').toPlainDate().subtract({ weeks: 11 });
  card = await press(card, 'Verder', { ...demoAanmelding.pagina1, geboortedatum: born.toString() });
  card = await press(card, 'Verder', { ...demoAanmelding.pagina2, signalen: [...demoAanmelding.pagina2.signalen] });
  card = await press(card, 'Verder', demoAanmelding.pagina3);
  return press(card, 'Versturen');

  async function press(on: Card | null, label: string, values = {}): Promise<Card | null> {
    if (!on) throw new Error(`nothing to press ${label} on`);
    const next = await terminal.press(person, on, label, values);
    await step(next);
    return next;
  }
}
