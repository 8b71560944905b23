import type { TriageMelding } from '../src/aanmelding/aanmelding-view.ts';
import type { ActionId } from '../src/actions.ts';
import type { Afsluiting, GebeurtenisSoort, Stand, Uitkomst } from '../src/casus/casus.ts';
import type { Bewaard } from '../src/casus/casus-view.ts';
import { decimaal } from '../src/rugzak/bedrag.ts';
import type { AntwoordActie, AntwoordSubject } from '../src/zorgtafel/antwoord-subject.ts';
import type { Button, Card, Part, Tone } from './card.ts';
import { labels, styles } from './labels.ts';

/** Intl formatters are costly to make and few: for a shape, one per zone. */
function formatter(shape: Intl.DateTimeFormatOptions): (zone: string) => Intl.DateTimeFormat {
  const byZone = new Map<string, Intl.DateTimeFormat>();
  return (zone) => {
    const known = byZone.get(zone);
    if (known) return known;
    const made = new Intl.DateTimeFormat('nl-BE', { ...shape, timeZone: zone });
    byZone.set(zone, made);
    return made;
  };
}

const hours = formatter({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const dayOfWeek = formatter({ weekday: 'long', day: 'numeric', month: 'long' });
const shortDay = formatter({ day: 'numeric', month: 'short' });
const longMonth = formatter({ month: 'long' });
const briefMonth = formatter({ month: 'short' });
const shortFullDate = formatter({ day: 'numeric', month: 'short', year: 'numeric' });
const fullDay = formatter({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const fullDate = formatter({ day: 'numeric', month: 'long', year: 'numeric' });

const ms = (iso: string) => Temporal.Instant.from(iso).epochMilliseconds;

/** `maandag 23 november om 14:05`, on the wall of `zone`. */
export function moment(iso: string, zone: string): string {
  const at = ms(iso);
  return `${dayOfWeek(zone).format(at)} om ${hours(zone).format(at)}`;
}

/** `23 nov. 14:05` for lists and timelines. */
export function shortMoment(iso: string, zone: string): string {
  const at = ms(iso);
  return `${shortDay(zone).format(at)} ${hours(zone).format(at)}`;
}

/** `14:05` */
export const clock = (iso: string, zone: string): string => hours(zone).format(ms(iso));

/** `maandag 9 maart 2026` for an ISO date. */
export const day = (isoDate: string): string => fullDay('UTC').format(ms(`${isoDate}T00:00Z`));

/** `9 maart 2026` */
export const date = (isoDate: string): string => fullDate('UTC').format(ms(`${isoDate}T00:00Z`));

/** Until when a case is kept that ended, or is about to [S17]. */
export const bewaardZin = ({ tot }: Bewaard): string =>
  tot === null
    ? 'De regio stelde geen bewaartermijn in: deze casus blijft bewaard.'
    : `Deze casus wordt bewaard tot en met ${date(tot)} en daarna verwijderd.`;

/** `maart`, of a month as `2026-03`. */
export const monthName = (month: string): string => longMonth('UTC').format(ms(`${month}-01T00:00Z`));

/** `mrt` */
export const shortMonth = (month: string): string => briefMonth('UTC').format(ms(`${month}-01T00:00Z`));

/** `9 mrt. 2026`, for tables and axes. */
export const shortDate = (isoDate: string): string => shortFullDate('UTC').format(ms(`${isoDate}T00:00Z`));
const euros = new Intl.NumberFormat('nl-BE', {
  style: 'currency',
  currency: 'EUR',
  trailingZeroDisplay: 'stripIfInteger',
});

/** `€ 1.234,50` for integer cents; whole euros without cents. */
export const euro = (cents: number): string => euros.format(decimaal(cents));

/** `a, b en c` */
export const and = (words: readonly string[]): string => new Intl.ListFormat('nl-BE').format(words);

export const standen: Record<Stand, string> = {
  aangemeld: 'wacht op een coördinator',
  opgenomen: 'opgenomen',
  teruggekoppeld: 'teruggekoppeld',
  ingetrokken: 'ingetrokken',
  afgesloten: 'afgesloten',
};

export const uitkomsten: Record<Uitkomst, string> = {
  zorgtafel: 'Er komt een zorgtafel',
  regulier_aanbod: 'Regulier aanbod is de weg',
  advies: 'Advies gegeven',
  gemandateerde_voorziening: 'Naar een gemandateerde voorziening (OCJ of VK)',
  crisis: 'Naar het crisismeldpunt',
  niet_voor_ons: 'Valt buiten de zorggarantie, doorverwezen',
};

export const resultaten: Record<Afsluiting['resultaat'], string> = {
  bereikt: 'De doelen zijn bereikt',
  regulier: 'Verder met het reguliere aanbod',
  doorverwezen: 'Doorverwezen naar andere hulp',
  gestopt: 'Gestopt of verhuisd',
  geen_oplossing: 'Geen oplossing op lange termijn gevonden',
};

export const woonplaatsen: Record<Afsluiting['woont'], string> = {
  thuis: 'Thuis',
  netwerk: 'In het eigen netwerk',
  pleegzorg: 'In een pleeggezin',
  residentie: 'In een voorziening',
  onbekend: 'Niet bekend',
};

export const rollen: Record<string, string> = {
  aanmelder: 'aanmelder',
  casuscoordinator: 'casuscoördinator',
  expert: 'expert Jonge Kind',
  provinciaal_coordinator: 'provinciaal coördinator',
  planmaker: 'planmaker',
  beheerder: 'beheerder',
};

export const gebeurtenissen: Record<GebeurtenisSoort, string> = {
  aangemeld: 'Aangemeld',
  doorgegeven: 'Doorgegeven',
  opgenomen: 'Opgenomen',
  teruggegeven: 'Teruggegeven aan de permanentie',
  teruggekoppeld: 'Teruggekoppeld aan de aanmelder',
  terugkoppeling_verbeterd: 'Terugkoppeling verbeterd',
  vraag_gesteld: 'Vraag aan de aanmelder',
  vraag_beantwoord: 'Antwoord',
  overgedragen: 'Overgedragen',
  nota: 'Nota voor wie daarna van wacht is',
  nota_gewijzigd: 'Nota gewijzigd',
  nota_ingetrokken: 'Nota ingetrokken',
  aangevuld: 'Aangevuld',
  verbeterd: 'Aanmelding verbeterd',
  ingetrokken: 'Aanmelding ingetrokken',
  geboren: 'Geboorte gemeld',
  afgesloten: 'Afgesloten',
  heropend: 'Heropend',
  gemandateerde_voorziening_ingeschakeld: 'Gemandateerde voorziening ingeschakeld',
  zorgplan_gemaakt: 'Zorgplan begonnen',
  zorgplan_vastgelegd: 'Zorgplan vastgelegd',
  zorgplan_overgestapt: 'Overgestapt naar een ander plan',
  actie_gedaan: 'Actie van het zorgplan gedaan',
  actie_heropend: 'Actie van het zorgplan toch niet gedaan',
  evaluatie_verzet: 'Evaluatie verzet',
  evaluatie_gehouden: 'Evaluatie gehouden',
  evaluatie_verbeterd: 'Verslag van de evaluatie verbeterd',
  evaluatie_overgeslagen: 'Evaluatie overgeslagen',
  rugzak_aangevraagd: 'Rugzakmiddelen aangevraagd',
  rugzak_goedgekeurd: 'Rugzakmiddelen goedgekeurd',
  rugzak_geweigerd: 'Rugzakmiddelen geweigerd',
  rugzak_gevraagd: 'Vraag over de rugzak',
  rugzak_gewijzigd: 'Rugzak bijgewerkt',
  rugzak_verlengd: 'Rugzak verlengd',
  herinnerd: 'Herinnering gestuurd',
  herinnering_gemist: 'Herinnering overgeslagen na een onderbreking',
  geescaleerd: 'Escalatie gestuurd',
  zorgtafel_gepland: 'Zorgtafel gepland, uitnodigingen verstuurd',
  zorgtafel_antwoord: 'Antwoord op de uitnodiging voor de zorgtafel',
  zorgtafel_doorgegeven: 'Uitnodiging doorgegeven',
  zorgtafel_moment: 'Moment voor de zorgtafel toegevoegd',
  zorgtafel_vast: 'Moment van de zorgtafel vastgelegd',
  zorgtafel_verplaatst: 'Zorgtafel verplaatst',
  zorgtafel_gewijzigd: 'Zorgtafel gewijzigd',
  zorgtafel_afgelast: 'Zorgtafel afgelast',
  zorgtafel_genodigd: 'Uitgenodigd voor de zorgtafel',
  zorgtafel_doorgever: 'Iemand anders nodigt uit',
  zorgtafel_verwijderd: 'Niet langer uitgenodigd voor de zorgtafel',
  expert_gevraagd: 'Expert gevraagd',
  expert_vervangen: 'Expert kan niet en werd vervangen',
  zorgtafel_gehouden: 'Zorgtafel gehouden',
  zorgtafel_niet_gehouden: 'Zorgtafel niet doorgegaan',
  zorgtafel_verslag_verbeterd: 'Verslag van de zorgtafel verbeterd',
  niet_bereikt: 'Kon niet bereikt worden via de bot',
};

/** What a button is about; an answer names its moments. */
type SubjectOf<A extends ActionId> = A extends AntwoordActie ? AntwoordSubject : string;

/** A button with its usual words and colour. `subject`: an id, never content. */
export const button = <A extends ActionId>(action: A, subject: SubjectOf<A>, label = labels[action]): Button => ({
  action,
  label,
  subject,
  ...(styles[action] && { style: styles[action] }),
});

/** A row of buttons about one thing, or nothing when there are none. */
export const buttons = (actions: readonly ActionId[], subject: string): Part[] =>
  actions.length === 0 ? [] : [{ type: 'buttons', buttons: actions.map((a) => button(a, subject)) }];

export const text = (text: string, tone: Tone = 'normal', strong = false): Part => ({
  type: 'text',
  text,
  tone,
  strong,
});

/** What may be pressed; anything else stands there as text. */
const webAddress = /^https?:\/\/[^\s<>|]+$/;

/** An address to open, under what it is for; nothing when there is none. */
export const link = (label: string, url: string | null | undefined): Part[] =>
  url ? [text(`${label}:`, 'subtle'), webAddress.test(url) ? { type: 'link', url } : text(url)] : [];

/** Facts with something to say: an empty one is left out. */
export const facts = (
  pairs: readonly (readonly [label: string, value: string | null | undefined | false])[],
): Part[] => {
  const filled = pairs.flatMap(([label, value]) => (value ? [{ label, value }] : []));
  return filled.length === 0 ? [] : [{ type: 'facts', facts: filled }];
};

const tones: Record<TriageMelding['ernst'], Tone> = { gevaar: 'danger', let_op: 'warning', info: 'subtle' };

/** The sentences of the triage, the most urgent first. */
export const meldingen = (found: readonly TriageMelding[]): Part[] =>
  found.map((m) => text(m.tekst, tones[m.ernst], m.ernst === 'gevaar'));

/** A card that only says something. */
export const saying = (title: string, lines: readonly string[], tone: Tone = 'normal', more: Part[] = []): Card => ({
  title,
  summary: title,
  parts: [...lines.map((l) => text(l, tone)), ...more],
});
