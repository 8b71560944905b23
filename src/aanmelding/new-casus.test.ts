import { describe, expect, it } from 'vitest';
import { toewijzing } from '../permanentie/toewijzing.ts';
import { addTerm } from '../regio/add-term.ts';
import { account, directoryWith, holidays, monday, people, regio } from '../world.fixture.ts';
import { voorbeeld } from './aanmelding.fixture.ts';
import { newCasus } from './new-casus.ts';

function made(at = monday, directory = directoryWith(), region = regio) {
  const to = toewijzing(region, directory, holidays, at);
  if (!to) throw new Error('nobody');
  return newCasus({
    ids: { casus: 'c', termijn: 't' },
    region,
    aanmelding: voorbeeld,
    aanmelder: 'p-melder',
    to,
    planners: ['p-planner'],
    now: at,
    endOf: (duration) => addTerm(at, duration, region.termijnen.rekening, region, holidays),
  });
}
const told = (m: ReturnType<typeof made>) =>
  m.berichten.map((b) => `${b.soort}:${b.onderwerp}:${'persoon' in b.aan ? b.aan.persoon : b.aan.kanaal.ref}`);

describe('een nieuwe casus', () => {
  it('wacht op wie van wacht is, met een kaart voor beiden en één regel in het kanaal [A1, A3]', () => {
    const m = made();
    expect(m.casus).toMatchObject({ stand: 'aangemeld', versie: 1, aanspreekpunt: 'p-marijke', aanmelder: 'p-melder' });
    expect(told(m)).toEqual([
      'casus_kaart:kaart:p-marijke',
      'aanmelding_status:status:p-melder',
      'kanaal_aanmelding:kanaal:kanaal-lim',
    ]);
  });

  it('laat 24 klokuren lopen vanaf het versturen, ook op vrijdagavond [A2, P2]', () => {
    const friday = Temporal.Instant.from('2022-01-14T21:00:00Z');
    const { termijn } = made(friday);
    expect(termijn.einde.toString()).toBe('2022-01-15T21:00:00Z');
    expect(termijn.volgende?.toString()).toBe('2022-01-15T09:00:00Z');
    expect(termijn.ladder).toHaveLength(4);
  });

  it('telt werkuren in een regio die daarvoor koos [A2]', () => {
    const friday = Temporal.Instant.from('2022-01-14T21:00:00Z');
    const hours = {
      ...regio,
      termijnen: { ...regio.termijnen, rekening: 'werkuren' as const, terugkoppeling: 'PT8H' },
    };
    expect(made(friday, directoryWith([hours]), hours).termijn.einde.toString()).toBe('2022-01-17T16:00:00Z');
  });

  it('verwittigt de planner als wie van wacht is niet bereikt kan worden [A1]', () => {
    const gone = directoryWith(
      [regio],
      people,
      people.map((p) => account(p.id.slice(2), 'groen', p.id !== 'p-marijke')),
    );
    const m = made(monday, gone);
    expect(m.casus.aanspreekpunt).toBe('p-ines');
    expect(told(m)).toContain('mededeling:persoon_niet_bereikbaar:p-planner');
  });

  it('nummert per regio en per jaar van de wandkalender [P5]', () => {
    expect(made(Temporal.Instant.from('2022-12-31T22:59:00Z')).prefix).toBe('LIM-2022');
    expect(made(Temporal.Instant.from('2022-12-31T23:01:00Z')).prefix).toBe('LIM-2023');
  });
});
