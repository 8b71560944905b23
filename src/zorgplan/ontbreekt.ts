import type { ZorgplanInhoud } from './zorgplan.ts';

export type Ontbrekend =
  | 'zorgen'
  | 'krachten'
  | 'doelen'
  | 'plan'
  | 'plan_b'
  | 'veiligheidsplan'
  | 'minimale_eisen'
  | 'veilige_haven'
  | 'ondersteuning'
  | 'perspectief';

/** What a whole plan still lacks, in the order of its sections [Z1, Z3–Z6]. Said, never held against anybody. */
export function ontbreekt(inhoud: ZorgplanInhoud): Ontbrekend[] {
  const { plannen, actief, zorgfiguren } = inhoud;
  const empty = (text: string) => text.trim() === '';
  const checks: [Ontbrekend, boolean][] = [
    ['zorgen', empty(inhoud.zorgen)],
    ['krachten', empty(inhoud.krachten)],
    ['doelen', inhoud.doelen.length === 0],
    ['plan', empty(plannen[actief].omschrijving) && plannen[actief].acties.length === 0],
    ['plan_b', actief === 'a' && empty(plannen.b.omschrijving) && plannen.b.acties.length === 0],
    ['veiligheidsplan', empty(inhoud.veiligheidsplan)],
    ['minimale_eisen', empty(inhoud.minimaleEisen)],
    // Of several part solutions one is where the child always can go [Z5].
    ['veilige_haven', zorgfiguren.length >= 2 && empty(inhoud.veiligeHaven)],
    ['ondersteuning', zorgfiguren.some((z) => empty(z.ondersteuning))],
    ['perspectief', inhoud.perspectief === null],
  ];
  return checks.flatMap(([what, missing]) => (missing ? [what] : []));
}
