import type { Change, DatedPart, PartChange, Period } from './changes-between.ts';
import { sameContent } from './same-content.ts';

/** A change of a region in words, one line each: `+` comes in, `-` ends or goes, `~` becomes different. */
export function describeChange(change: Change): string {
  switch (change.kind) {
    case 'nieuwe_regio':
      return `+ nieuwe regio ${change.code}: ${change.naam}`;
    case 'erbij':
      return `+ ${names[change.wat]} ${change.tekst}${when(change.periode)}`;
    case 'eruit':
      return `- ${names[change.wat]} ${change.tekst}${when(change.periode)} vervalt`;
    case 'periode': {
      const subject = change.wat === 'rooster' ? names.rooster : `${names[change.wat]} ${change.tekst}`;
      return `${ends(change.was, change.wordt) ? '-' : '~'} ${subject}: geldt nu${when(change.wordt) || ' onbeperkt'} (was${when(change.was) || ' onbeperkt'})`;
    }
    case 'gewijzigd':
      return `~ ${names[change.wat]} ${change.was} → ${change.wordt}${when(change.periode)}`;
    case 'rooster':
      return `+ ${names.rooster}${when(change.periode)}: ${change.dagdelen.map(partText).join('; ') || 'zonder dagdelen'}`;
    case 'veld':
      return `~ ${change.veld}: ${change.was ?? '(niets)'} → ${change.wordt ?? '(niets)'}`;
    case 'lijst':
      return `~ ${change.veld}:${items(' erbij', change.erbij)}${change.erbij.length && change.eruit.length ? ';' : ''}${items(' eruit', change.eruit)}`;
    default:
      throw new Error(change satisfies never);
  }
}

const names: Record<DatedPart, string> = {
  persoon: 'persoon',
  telefoon: 'telefoonnummer',
  rooster: 'rooster van de permanentie',
  route: 'route',
  organisatie: 'organisatie',
  rugzakbeleid: 'rugzak van een casus',
  bewaartermijn: 'bewaartermijn van een casus',
};

const items = (label: string, list: readonly string[]) => (list.length === 0 ? '' : `${label} ${list.join(', ')}`);

/** Only the end came closer. */
const ends = (was: Period, now: Period) =>
  sameContent(was.van, now.van) && now.tot !== undefined && (was.tot === undefined || now.tot < was.tot);

const partText = ({ dag, uren, was, wordt }: PartChange) =>
  was === null ? `${dag} ${uren} ${wordt}` : `${dag} ${uren} ${was} → ${wordt ?? 'niemand'}`;

function when({ van, tot }: Period): string {
  return `${van === undefined ? '' : ` vanaf ${dutchDate(van)}`}${tot === undefined ? '' : ` tot en met ${dutchDate(tot)}`}`;
}

/** `7 maart 2022` */
const dutchDate = (date: string) => Temporal.PlainDate.from(date).toLocaleString('nl-BE', { dateStyle: 'long' });
