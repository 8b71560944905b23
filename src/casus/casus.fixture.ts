import { voorbeeld } from '../aanmelding/aanmelding.fixture.ts';
import { addTerm } from '../regio/add-term.ts';
import { holidays, type MemoryWorld, monday, regio } from '../world.fixture.ts';
import type { Casus } from './casus.ts';
import { startTermijn } from './ladder.ts';
import type { Termijn } from './termijn.ts';

/** A case that waits for Marijke, reported by somebody of a hospital: for tests. */
export const wachtend: Casus = {
  id: 'casus-1',
  referentie: 'LIM-2022-0001',
  regio: 'LIM',
  stand: 'aangemeld',
  versie: 1,
  aanmelder: 'p-melder',
  aanspreekpunt: 'p-marijke',
  betrokkenen: [],
  aangemeldOp: monday,
  opgenomenOp: null,
  teruggekoppeldOp: null,
  uitkomst: null,
  inhoud: { aanmelding: voorbeeld, aanvullingen: [], vragen: [], terugkoppeling: null, intrekking: null },
};

/** Its 24 hours, with the default ladder. */
export const klok: Termijn = startTermijn(
  {
    id: 'termijn-1',
    casusId: wachtend.id,
    soort: 'terugkoppeling',
    start: monday,
    einde: monday.add({ hours: 24 }),
  },
  regio.ladder.terugkoppeling,
  (duration) => addTerm(monday, duration, 'klokuren', regio, holidays),
);

/** Puts a case with its clock and its two living cards in a world. */
export async function put(world: MemoryWorld, casus: Casus = wachtend, termijn: Termijn = klok): Promise<Casus> {
  const { referentie: _, ...rest } = casus;
  await world.store.commit({
    newCasus: { casus: rest, prefix: 'LIM-2022' },
    termijnen: [{ ...termijn, casusId: casus.id }],
    gebeurtenissen: [{ casusId: casus.id, op: casus.aangemeldOp, soort: 'aangemeld', door: casus.aanmelder }],
    berichten: [
      {
        id: `kaart-${casus.id}`,
        soort: 'casus_kaart',
        casusId: casus.id,
        onderwerp: 'kaart',
        op: casus.aangemeldOp,
        aan: { persoon: casus.aanspreekpunt },
      },
      {
        id: `status-${casus.id}`,
        soort: 'aanmelding_status',
        casusId: casus.id,
        onderwerp: 'status',
        op: casus.aangemeldOp,
        aan: { persoon: casus.aanmelder },
      },
    ],
    audit: [],
  });
  const kept = world.kept.casussen.get(casus.id);
  if (!kept) throw new Error('the case was not kept');
  return kept;
}
