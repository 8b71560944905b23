import type { Bericht } from '../berichten/bericht.ts';
import type { View } from '../view.ts';
import type { World } from '../world.ts';
import { houdtNog, leesOnderwerp } from './regio-melding.ts';
import { waaktOver } from './regio-team.ts';
import { budgetOntbreekt, overzichtNu } from './regio-view.ts';

/** What was said of a year budget, as it is now; null: not theirs to know any more, or pointless before it was shown. */
export async function regioMeldingView({ store, clock }: World, bericht: Bericht): Promise<View | null> {
  const about = leesOnderwerp(bericht.onderwerp);
  const directory = store.directory();
  const region = about && directory.regions.get(about.regio);
  if (!about || !region || !('persoon' in bericht.aan)) return null;
  const now = clock.now();
  if (!waaktOver(directory, region, bericht.aan.persoon, now))
    return bericht.adres ? { view: 'afgeschermd', referentie: `Jaarbudget ${region.naam}` } : null;
  const overzicht = await overzichtNu(store, region, about.jaar, now);
  const wat = houdtNog(about.wat, { ...overzicht, budgetOntbreekt: budgetOntbreekt(region, overzicht) });
  if (wat.length === 0 && !bericht.adres) return null;
  const { maanden: _, categorieen: __, vooraf: ___, nadien: ____, ...stand } = overzicht;
  return { view: 'rugzak_regio_melding', regio: region.naam, regioCode: region.code, gezegd: about.wat, wat, ...stand };
}
