import type { Sectie } from '../src/zorgplan/onderdelen.ts';
import type { Ontbrekend } from '../src/zorgplan/ontbreekt.ts';
import type { Delen, Perspectief, PlanLetter, Stempel, ZorgfiguurRol } from '../src/zorgplan/zorgplan.ts';
import type { ActieRegel, Bewaard, ScoreLijn, VersieRegel } from '../src/zorgplan/zorgplan-view.ts';
import type { Part } from './card.ts';
import { and, date, text } from './words.ts';

export const sectieNamen: Record<Sectie, string> = {
  zorgen: 'Zorgen',
  krachten: 'Krachten',
  doelen: 'Doelen',
  plan_a: 'Plan A',
  plan_b: 'Plan B',
  plan_c: 'Plan C',
  veiligheidsplan: 'Veiligheidsplan',
  minimale_eisen: 'Minimale eisen',
  veilige_haven: 'Veilige haven',
  zorgfiguren: 'Zorgfiguren',
  perspectief: 'Perspectief',
};

/** What a section is for, in a line: under its form and where it is still empty. */
export const sectieUitleg: Record<Sectie, string> = {
  zorgen: 'Wat maakt iedereen ongerust? Concreet: wat gebeurt er, hoe vaak, wat merkt het kind ervan?',
  krachten: 'Wat loopt goed, wie helpt al, waar kan het gezin op bouwen?',
  doelen: 'Wat moet er anders zijn, en waaraan zien jullie dat het bereikt is?',
  plan_a: 'Wat jullie nu samen gaan doen.',
  plan_b: 'Wat er gebeurt als plan A niet volstaat.',
  plan_c: 'Wat er gebeurt als ook plan B niet volstaat.',
  veiligheidsplan: 'Samen met het netwerk gemaakt: wie doet wat als het even niet veilig is? Wie belt wie?',
  minimale_eisen: 'Wat is minstens nodig om thuis te wonen, of weer naar huis te gaan?',
  veilige_haven: 'De ene vaste plek of persoon bij wie het kind altijd terechtkan.',
  zorgfiguren: 'Mensen uit het eigen netwerk die een stuk van de zorg opnemen, en wat zij daarvoor nodig hebben.',
  perspectief: 'Waar groeit het kind op? Thuis eerst; kan dat niet, dan in een gezin; een residentie zo kort mogelijk.',
};

export const perspectieven: Record<Perspectief, string> = {
  thuis: 'Thuis, bij de ouders',
  netwerk: 'In het eigen netwerk',
  pleegzorg: 'In een pleeggezin',
  residentie: 'Tijdelijk in een residentie',
};

/** What is worth knowing when this is where a child will live [Z3]. */
export const perspectiefHint: Partial<Record<Perspectief, string>> = {
  netwerk: 'Noteer bij de zorgfiguren wie verblijf opneemt en welke ondersteuning dat vraagt.',
  pleegzorg:
    'Begin nu al samen met Pleegzorg een pleeggezin te zoeken: zet dat als actie in het plan dat jullie volgen, ook als het plan B of C is.',
  residentie:
    'Hou het verblijf kort: zet in het plan tegen wanneer het kind naar huis of naar een gezin gaat, en zoek van bij het begin mee naar een pleeggezin.',
};

export const figuurRollen: Record<ZorgfiguurRol, string> = {
  speelgezin: 'Speelgezin',
  steunfiguur: 'Steunfiguur',
  buddy: 'Buddy',
  verblijf: 'Verblijf',
  ander: 'Iets anders',
};

export const planNaam = (letter: PlanLetter): string => `plan ${letter.toUpperCase()}`;

export const delenWoorden: Record<Delen, string> = {
  niet: 'Niet delen: enkel de coördinatoren lezen het plan',
  lezen: 'Lezen wat aan de tafel is afgesproken',
  aanvullen: 'Lezen, en doelen, acties en zorgfiguren toevoegen',
};

const ontbrekend: Record<Ontbrekend, string> = {
  zorgen: 'zorgen',
  krachten: 'krachten',
  doelen: 'doelen',
  plan: 'wat jullie nu gaan doen',
  plan_b: 'een plan B',
  veiligheidsplan: 'een veiligheidsplan met het netwerk',
  minimale_eisen: 'de minimale eisen',
  veilige_haven: 'de veilige haven',
  ondersteuning: 'welke ondersteuning de zorgfiguren krijgen',
  perspectief: 'het perspectief',
};

/** What is still missing, in one sentence; nothing when the plan is whole. */
export const ontbreektParts = (missing: readonly Ontbrekend[]): Part[] =>
  missing.length === 0 ? [] : [text(`Nog niet ingevuld: ${and(missing.map((m) => ontbrekend[m]))}.`, 'warning')];

/** What was just kept, above a card. */
export function bewaardParts(bewaard: Bewaard | null): Part[] {
  if (!bewaard) return [];
  return [text(bewaardZin(bewaard), 'good', true)];
}

/** How a part was changed, after its name. */
export const hoeWoord = (hoe: Stempel['wat']): string => (hoe === 'geordend' ? 'anders geordend' : hoe);

function bewaardZin(bewaard: Bewaard): string {
  switch (bewaard.wat) {
    case 'onderdeel': {
      const name = sectieNamen[bewaard.sectie];
      return bewaard.hoe === 'zelfde' ? `${name}: er is niets gewijzigd.` : `${name}: ${hoeWoord(bewaard.hoe)}.`;
    }
    case 'gemaakt':
      return 'Het zorgplan is begonnen. Wat al verteld was, staat er al in.';
    case 'vastgelegd':
      return 'Het plan is vastgelegd en de eerste evaluatie is gepland.';
    case 'overgestapt':
      return 'Jullie volgen nu een ander plan.';
    case 'gedeeld':
      return 'Bewaard wat de tafel met dit plan mag.';
    case 'evaluatie':
      return 'De evaluatie is bewaard en de volgende is gepland.';
    case 'overgeslagen':
      return 'De evaluatie is overgeslagen en de volgende is gepland.';
    case 'verbeterd':
      return 'Het verslag van de evaluatie is verbeterd.';
    case 'verzet':
      return 'De evaluatie is verzet.';
    default:
      throw new Error(bewaard satisfies never);
  }
}

/** `Wat (wie), tegen 9 maart 2026. Te laat.` */
export function actieZin(actie: ActieRegel): string {
  const when = actie.tegen ? `, tegen ${date(actie.tegen)}` : '';
  const mark = actie.gedaan ? `✓ Gedaan. ` : actie.teLaat ? 'Te laat. ' : '';
  return `${mark}${actie.wat} (${actie.wie}${when})`;
}

export const ookWoorden: Record<VersieRegel['ook'][number], string> = {
  gemaakt: 'Zorgplan begonnen',
  vastgelegd: 'Plan vastgelegd',
  overgestapt: 'Ander plan gevolgd',
  evaluatie: 'Evaluatie',
  actie_gedaan: 'Actie gedaan',
  actie_heropend: 'Actie toch niet gedaan',
  gedeeld: 'Delen met de tafel',
};

/** Lines one picture holds. */
const LINES = 5;
/** Points all pictures of a card hold together: with many goals each shows only its last evaluations. */
const POINTS = 60;

/** The scores of the goals over time: a picture for every five of them. */
export function scoreParts(scores: readonly ScoreLijn[]): Part[] {
  const parts: Part[] = [];
  const latest = -Math.floor(POINTS / Math.max(LINES, scores.length));
  for (let n = 0; n < scores.length; n += LINES) {
    const lines = scores.slice(n, n + LINES);
    parts.push({
      type: 'chart',
      kind: 'line',
      title: scores.length > LINES ? `Doelen over de tijd (${n / LINES + 1})` : 'Doelen over de tijd',
      alt: and(lines.map((l) => `doel ${l.nummer} staat op ${l.punten.at(-1)?.score ?? 0}`)).replace(/^d/, 'D'),
      unit: 'score',
      series: lines.map((l) => ({
        label: `Doel ${l.nummer}`,
        points: l.punten.slice(latest).map((p) => ({ date: p.datum, value: p.score })),
      })),
      marks: [],
    });
  }
  return parts;
}

/** At most `max` characters, ending in `…` when there is more. */
export const kort = (words: string, max: number): string =>
  words.length <= max ? words : `${words.slice(0, max - 1).trimEnd()}…`;
