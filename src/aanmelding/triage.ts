import type { Values } from '../intent.ts';
import type { Door, DoorKind, Region } from '../regio/region.ts';
import { isDate } from '../time.ts';
import type { TriageMelding } from './aanmelding-view.ts';
import { isUnderThree } from './age.ts';
import { choicesOf, type FieldId, textOf } from './fields.ts';

/** What the rules look at: the answers so far and what the municipality turned out to be. */
export type TriageContext = {
  values: Values;
  region: Region;
  /** ISO date in the region's zone. */
  today: string;
  gemeente: 'in_regio' | 'andere_regio' | 'brussel' | 'onbekend' | null;
  /** Name of the region of the municipality, or the municipality itself when it is in none. */
  gemeenteNaam: string;
  /** A municipality that an unknown one is a slip of the pen away from. */
  lijktOp?: string | null;
  /** The asker works for a basic facility [V6]. */
  basisvoorziening: boolean;
};

type Rule = {
  /** Rule of the field it comes from; what a reader looks up. */
  regel: string;
  ernst: TriageMelding['ernst'];
  when: (c: TriageContext) => boolean;
  /** What the aanmelder reads. */
  text: (c: TriageContext) => string;
  /** What the coordinator reads on the card of the case: the fact, without the advice. */
  team: string | ((c: TriageContext) => string);
};

const is = (c: TriageContext, id: FieldId, ...wanted: string[]) => wanted.includes(textOf(c.values, id));

/** A door with how to reach it; a region that has not filled one in gets the general wording. */
function door(c: TriageContext, kind: DoorKind, fallback: string): string {
  const found: Door | undefined = c.region.deuren[kind];
  if (!found) return fallback;
  const how = [found.telefoon, found.email, found.web].filter(Boolean).join(', ');
  return how ? `${found.naam} (${how})` : found.naam;
}

/**
 * Which answers lead to which sentence. It informs and flags, it never stops anybody: after every one
 * of these a person still reaches the permanentie. Most urgent first.
 */
const rules: readonly Rule[] = [
  {
    regel: 'A6',
    ernst: 'gevaar',
    when: (c) => is(c, 'gevaar_nu', 'ja'),
    text: (c) =>
      `Onmiddellijk gevaar: wacht niet op deze bot. Levensgevaar: bel 112. Moet er vandaag ingegrepen worden en kan niemand anders het: ${door(c, 'crisismeldpunt', 'het crisismeldpunt')}. De hoogdringende weg via de jeugdrechter blijft bestaan. Meld daarna gerust verder aan.`,
    team: 'De aanmelder meldt onmiddellijk gevaar: bel eerst.',
  },
  {
    regel: 'D1',
    ernst: 'let_op',
    when: (c) =>
      is(c, 'kind', 'geboren') &&
      isDate(textOf(c.values, 'geboortedatum')) &&
      !isUnderThree(textOf(c.values, 'geboortedatum'), c.today),
    text: (c) =>
      `Het kind is 3 jaar of ouder en valt daardoor buiten de zorggarantie. Wat wel past: ${door(c, 'rechtstreekse_hulp', 'de rechtstreeks toegankelijke jeugdhulp in de buurt')}. Twijfel je, meld dan toch aan: de casuscoördinator denkt mee.`,
    team: 'Het kind is 3 jaar of ouder: buiten de doelgroep, wel een antwoord.',
  },
  {
    regel: 'D2',
    ernst: 'let_op',
    when: (c) => c.gemeente === 'andere_regio',
    text: (c) =>
      `Deze gemeente hoort bij regio ${c.gemeenteNaam}. De aanmelding gaat naar de permanentie van die regio.`,
    team: (c) => `De gemeente hoort bij regio ${c.gemeenteNaam}.`,
  },
  {
    regel: 'D2',
    ernst: 'let_op',
    when: (c) => c.gemeente === 'onbekend',
    text: (c) =>
      `“${c.gemeenteNaam}” hoort bij geen regio die deze bot kent. ${c.lijktOp ? `Bedoel je ${c.lijktOp}?` : 'Kijk de naam na, of schrijf de postcode.'} Klopt de naam, dan gaat de aanmelding naar regio ${c.region.naam}, die je doorverwijst.`,
    team: 'De gemeente hoort bij geen regio die deze bot kent: kijk na wie opvolgt.',
  },
  {
    regel: 'D7',
    ernst: 'let_op',
    when: (c) => c.gemeente === 'brussel',
    text: (c) =>
      `Voor een kind in Brussel kan zorggarantie enkel als niets anders een oplossing biedt: ga eerst na wat daar kan (${door(c, 'brussel', 'het Brusselse aanbod')}). De casuscoördinator bekijkt het geval per geval; schrijf op wat er al geprobeerd is.`,
    team: 'Het kind is in Brussel: enkel als niets anders een oplossing biedt.',
  },
  {
    regel: 'U1, U2, U3',
    ernst: 'info',
    when: (c) => is(c, 'kind', 'ongeboren'),
    text: (c) =>
      `Ongeboren kind: je kan ook bellen naar de ${door(c, 'kind_en_gezin_lijn', 'Kind en Gezin-Lijn')}, een consult vragen bij het ${door(c, 'ocj', 'OCJ')} of daar aanmelden met een M-document via ${door(c, 'm_document', 'het beveiligde adres van het OCJ')}. Dat vraagt een beslissing van je team, besproken met de ouders, en dat je meegaat naar het eerste gesprek. Het parket komt er vóór de geboorte niet bij.`,
    team: 'Ongeboren kind: ook het OCJ kan vanaf nu meedenken.',
  },
  {
    regel: 'D6',
    ernst: 'info',
    when: (c) => is(c, 'oudere_sibling', 'ja'),
    text: () =>
      'Voor de oudere broer of zus bekijkt de casuscoördinator wat kan. Extra capaciteit vanuit zorggarantie is er voor dat kind niet.',
    team: 'Er is een oudere broer of zus: bekijk wat voor dat kind kan, zonder extra capaciteit.',
  },
  {
    regel: 'D3',
    ernst: 'let_op',
    when: (c) => c.values.signalen !== undefined && choicesOf(c.values, 'signalen').length === 0,
    text: () => 'Er is nog geen signaal van een precaire opvoedingssituatie aangeduid.',
    team: 'Er is geen signaal van een precaire opvoedingssituatie aangeduid.',
  },
  {
    regel: 'V3',
    ernst: 'let_op',
    when: (c) => is(c, 'besproken_met_ouders', 'nee'),
    text: () =>
      'De zorgen zijn nog niet besproken met de ouders. Kan dat veilig, doe het dan eerst of samen met de casuscoördinator: zonder dat gesprek komt er geen zorgtafel.',
    team: 'De zorgen zijn nog niet besproken met de ouders.',
  },
  {
    regel: 'D5, V5',
    ernst: 'let_op',
    when: (c) => is(c, 'bereidheid', 'nee'),
    text: (c) =>
      `De ouders willen niet meewerken. Een zorgtafel vraagt een minimum aan bereidheid; lukt dat niet, dan is het ${door(c, 'ocj', 'OCJ')} of het ${door(c, 'vk', 'VK')} de weg.`,
    team: 'De ouders willen niet meewerken.',
  },
  {
    regel: 'V4',
    ernst: 'let_op',
    when: (c) => is(c, 'regulier_aanbod', 'voldoende'),
    text: () =>
      'Het regulier aanbod volstaat: zet daarop in, samen met Kind & Gezin. Een aanmelding is dan niet nodig. Loopt het vast, dan kan je altijd terugkomen; je concept blijft 48 uur bewaard.',
    team: 'Volgens de aanmelder volstaat het regulier aanbod.',
  },
  {
    regel: 'V4',
    ernst: 'info',
    when: (c) => is(c, 'regulier_aanbod', 'niet_gezocht'),
    text: () => 'Zoek als het kan eerst het regulier aanbod uit. Heeft dat haast, meld dan aan en zeg het erbij.',
    team: 'Het regulier aanbod is nog niet uitgezocht.',
  },
  {
    regel: 'V6',
    ernst: 'let_op',
    when: (c) => c.basisvoorziening && is(c, 'lokaal_team', 'niet_betrokken'),
    text: () =>
      'Betrek het lokaal team Kind & Gezin: het kijkt mee en legt contacten, het neemt de vraag niet van je over. De casuscoördinator spreekt het ook aan.',
    team: 'Het lokaal team Kind & Gezin is nog niet betrokken: leg die link.',
  },
  {
    regel: 'A8',
    ernst: 'let_op',
    when: (c) => is(c, 'lokaal_team', 'niet_bereikbaar'),
    text: (c) =>
      `Lokaal team niet bereikbaar en het dringt? Bel de ${door(c, 'kind_en_gezin_lijn', 'Kind en Gezin-Lijn')}.`,
    team: 'Het lokaal team was niet bereikbaar.',
  },
  {
    regel: 'A5',
    ernst: 'let_op',
    when: (c) => is(c, 'maatschappelijke_noodzaak', 'ja', 'twijfel'),
    text: (c) =>
      `Bij een vermoeden van maatschappelijke noodzaak komt er ook een gemandateerde voorziening bij: het ${door(c, 'ocj', 'OCJ')} of het ${door(c, 'vk', 'VK')}. De casuscoördinator noteert wie en wanneer.`,
    team: 'Vermoeden van maatschappelijke noodzaak: schakel een gemandateerde voorziening in en noteer wie en wanneer.',
  },
];

/**
 * Everything the answers so far give reason to say, most urgent first; `regel` names the rule behind
 * each. `lezer`: the aanmelder gets advice, the coordinator the bare fact.
 */
export const triage = (c: TriageContext, lezer: 'aanmelder' | 'coordinator' = 'aanmelder'): TriageMelding[] =>
  rules
    .filter((r) => r.when(c))
    .map((r) => ({
      regel: r.regel,
      ernst: r.ernst,
      tekst: lezer === 'aanmelder' ? r.text(c) : typeof r.team === 'string' ? r.team : r.team(c),
    }));
