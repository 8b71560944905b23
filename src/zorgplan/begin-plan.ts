import type { Casus } from '../casus/casus.ts';
import type { Instant } from '../time.ts';
import type { Verslag } from '../zorgtafel/zorgtafel.ts';
import { tekstMax } from './onderdelen.ts';
import type { Zorgplan } from './zorgplan.ts';

/**
 * The first version of a plan: what was told at the aanmelding and agreed at the zorgtafel stands in it already and
 * is not asked again [A9, T7].
 */
export function beginPlan(
  casus: Casus,
  verslag: Verslag | null,
  zonderTafel: string | null,
  door: string,
  op: Instant,
): Zorgplan {
  const { verontrusting, waaromUithuisplaatsing, krachten, minimaalNodig } = casus.inhoud.aanmelding;
  const both = [verontrusting, waaromUithuisplaatsing].filter((t) => t.trim() !== '').join('\n\n');
  const zorgen = both.length <= tekstMax.zorgen ? both : verontrusting;
  const veiligheidsplan = verslag?.veiligheid.slice(0, tekstMax.veiligheidsplan) ?? '';
  const omschrijving = verslag?.besluit.slice(0, tekstMax.plan_a) ?? '';
  return {
    casusId: casus.id,
    versie: 1,
    door,
    op,
    inhoud: {
      zorgen,
      krachten,
      doelen: [],
      plannen: {
        a: { omschrijving, acties: [] },
        b: { omschrijving: '', acties: [] },
        c: { omschrijving: '', acties: [] },
      },
      actief: 'a',
      veiligheidsplan,
      minimaleEisen: minimaalNodig,
      veiligeHaven: '',
      zorgfiguren: [],
      perspectief: null,
      evaluaties: [],
      herkomst: {
        ...(zorgen && { zorgen: 'aanmelding' }),
        ...(krachten && { krachten: 'aanmelding' }),
        ...(minimaalNodig && { minimale_eisen: 'aanmelding' }),
        ...(veiligheidsplan && { veiligheidsplan: 'zorgtafel' }),
        ...(omschrijving && { plan_a: 'zorgtafel' }),
      },
      gewijzigd: {},
      zonderTafel,
      vastgelegd: null,
      delen: 'lezen',
    },
  };
}
