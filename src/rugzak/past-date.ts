import type { Seen } from '../casus/see.ts';
import { isDate } from '../time.ts';
import { vandaag } from './rugzak-views.ts';

/** What is wrong with a day that should have been: it is ahead, or a typing error of years; null: nothing. */
export function pastDate(date: string, seen: Seen): string | null {
  const today = vandaag(seen);
  if (!isDate(date)) return 'Kies een datum.';
  if (date > today) return 'Deze datum moet nog komen. Vul ze in als het zover is.';
  const old = Temporal.PlainDate.from(today).subtract({ years: 2 }).toString();
  return date < old ? 'Dit is meer dan twee jaar geleden. Kijk het jaartal na.' : null;
}
