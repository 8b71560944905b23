import {
  aanmeldingStatusView,
  casusKaartView,
  mededelingView,
  nameOf,
  type Seen,
  termijnView,
  vraagView,
} from '../casus/casus-views.ts';
import { relationsTo } from '../toegang/relations-to.ts';
import type { MededelingSoort, View } from '../view.ts';
import type { World } from '../world.ts';
import type { Bericht } from './bericht.ts';

/**
 * What a message shows, from what is true now and what this recipient may see now. Null: there is
 * nothing to show any more (the case is gone, the recipient lost the right before it was sent).
 */
export async function viewFor(world: World, bericht: Bericht): Promise<View | null> {
  const { store, clock, holidays } = world;
  const directory = store.directory();
  const casus = bericht.casusId === null ? null : await store.casusById(bericht.casusId);
  const region = casus && directory.regions.get(casus.regio);
  if (!casus || !region) return null;
  const now = clock.now();
  const termijnen = await store.termijnen(casus.id);
  const recipient = 'persoon' in bericht.aan ? bericht.aan.persoon : null;
  const relations = recipient ? relationsTo(casus, termijnen, directory, recipient, now) : new Set<never>();
  const seen: Seen = { casus, termijnen, region, directory, holidays, relations, now };
  switch (bericht.soort) {
    case 'kanaal_aanmelding':
      return {
        view: 'kanaal_aanmelding',
        referentie: casus.referentie,
        bij: nameOf(directory, casus.aanspreekpunt),
        uiterlijk: (termijnen.find((t) => t.soort === 'terugkoppeling')?.einde ?? casus.aangemeldOp).toString(),
        zone: region.tijdzone,
        stand: casus.stand,
      };
    case 'aanmelding_status':
      return relations.has('aanmelder') ? aanmeldingStatusView(seen) : afgeschermd(casus.referentie);
    case 'casus_kaart':
      return relations.has('coordinator') || relations.has('aanspreekpunt') || relations.has('provinciaal')
        ? casusKaartView(seen, relations.has('coordinator') ? await store.mogelijkDubbel(casus.id, 3) : [])
        : afgeschermd(casus.referentie);
    case 'termijn': {
      const [, soort] = bericht.onderwerp.split(':');
      return termijnView(seen, soort === 'escalatie' ? 'escalatie' : 'herinnering');
    }
    case 'vraag':
      return relations.has('aanmelder') ? vraagView(seen, bericht.onderwerp) : afgeschermd(casus.referentie);
    case 'mededeling': {
      const soort = bericht.onderwerp as MededelingSoort;
      const view = mededelingView(seen, soort, bericht.op, recipient ?? '');
      // Protected words only for who is on the case now [S7].
      return relations.size > 0 ? view : { ...view, tekst: null, uitkomst: null };
    }
    default:
      throw new Error(bericht.soort satisfies never);
  }
}

/** A card somebody may no longer read: its content disappears from where it was posted [S7]. */
const afgeschermd = (referentie: string): View => ({ view: 'afgeschermd', referentie });
