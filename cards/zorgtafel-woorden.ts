import type { AgendaLink } from '../src/zorgtafel/tafel-view.ts';
import type { Antwoord, DeelnemerSoort, Plaats } from '../src/zorgtafel/zorgtafel.ts';
import type { Input, Option, Part } from './card.ts';
import { and, link, text } from './words.ts';

/** Words of the zorgtafel that several of its cards use. */

const antwoordWoorden: Record<Antwoord, string> = {
  kan: 'Kan',
  liever_niet: 'Liever niet',
  kan_niet: 'Kan niet',
};

/** One character for a narrow table; the card explains them. */
export const antwoordTekens: Record<Antwoord, string> = { kan: '✓', liever_niet: '~', kan_niet: '✗' };

export const soortWoorden: Record<DeelnemerSoort, string> = {
  ouder: 'ouder',
  netwerk: 'netwerk',
  aanmelder: 'aanmelder',
  hulpverlener: 'hulpverlener',
  expert: 'expert',
  casuscoordinator: 'coördinator',
  kind_en_gezin: 'Kind en Gezin',
};

const antwoordOpties: Option[] = Object.entries(antwoordWoorden).map(([value, label]) => ({ value, label }));

/** A question for one moment; the id of the field is that of the moment. */
export const antwoordVeld = (
  momentId: string,
  label: string,
  value: Antwoord | null | undefined,
  error?: string,
): Input => ({
  type: 'input',
  kind: 'choice',
  id: `antwoord_${momentId}`,
  label,
  required: false,
  options: antwoordOpties,
  ...(value && { value }),
  ...(error !== undefined && { error }),
});

export const plaatsWoorden = (p: Plaats): string =>
  [...new Set([p.omschrijving, p.adres, p.lokaal])].filter((text) => text !== '').join(', ');

/** `anderhalf uur`, `2 en een half uur`, for a number of minutes. */
export function duurWoorden(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} minuten`;
  return rest === 0
    ? `${hours} uur`
    : rest === 30
      ? hours === 1
        ? 'anderhalf uur'
        : `${hours} en een half uur`
      : `${hours} uur en ${rest} minuten`;
}

/** A sentence that begins with a role somebody typed: `mama` becomes `Mama`. */
export const zin = (sentence: string): string => `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;

/** A name that fits where space is short, ending in `…` when something was left out. */
export const kort = (name: string, max: number): string =>
  name.length <= max ? name : `${name.slice(0, max - 1).trimEnd()}…`;

/** People without chat who hear something only from the reader; empty: nobody. */
export const zelfZeggen = (voor: readonly string[]): Part[] =>
  voor.length === 0
    ? []
    : [
        text(
          `Laat het nu zelf weten aan ${and(voor)}, want ${voor.length === 1 ? 'die heeft' : 'ze hebben'} geen chat.`,
          'warning',
        ),
      ];

/** The calendar link, by what opening it does. */
export function agendaDelen(agenda: AgendaLink | null): Part[] {
  if (!agenda) return [];
  const { voor } = agenda;
  const label = {
    zet: voor === null ? 'Zet het in je agenda' : `Voor de agenda van ${voor}, om door te sturen`,
    werk_bij: voor === null ? 'Werk je agenda bij' : `Werkt de agenda van ${voor} bij, om door te sturen`,
    haal_uit: voor === null ? 'Haal het uit je agenda' : `Haalt het uit de agenda van ${voor}, om door te sturen`,
  }[agenda.doel];
  return [
    ...link(label, agenda.url),
    ...(agenda.doel === 'haal_uit' ? [] : [text('Wijzigt er iets, open dan dezelfde link opnieuw.', 'subtle')]),
  ];
}
