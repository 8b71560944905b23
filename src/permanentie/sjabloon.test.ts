import { describe, expect, it } from 'vitest';
import { deliver } from '../berichten/deliver.ts';
import { brussels as at } from '../play.fixture.ts';
import type { Region } from '../regio/region.ts';
import { directoryWith, type MemoryWorld, memoryWorld, regio } from '../world.fixture.ts';
import { botsingenTussen } from './botsing.ts';
import { dayPlan } from './day-plan.ts';
import { sjabloonGevolgen } from './sjabloon.ts';
import type { Uitzondering } from './uitzondering.ts';

const TODAY = '2022-01-10';
const none = () => new Set<string>();

const change = (datum: string, wat: Uitzondering['wat'], over: Partial<Uitzondering> = {}): Uitzondering => ({
  id: `u-${datum}`,
  regio: 'LIM',
  datum,
  van: '09:00',
  tot: '12:00',
  wat,
  groep: null,
  door: 'p-planner',
  op: at('2022-01-09T10:00'),
  ongedaan: null,
  ...over,
});
const ines = { kind: 'persoon', persoon: 'ines' } as const;
const withChanges = (...uitzonderingen: Uitzondering[]): Region => ({ ...regio, uitzonderingen });
/** The same region with other day parts from `van` on. */
const from = (
  van: string,
  edit: (part: Region['permanentie'][0]['dagdelen'][0]) => Region['permanentie'][0]['dagdelen'],
) => ({
  ...regio,
  permanentie: [...regio.permanentie, { van, dagdelen: regio.permanentie[0]?.dagdelen.flatMap(edit) ?? [] }],
});
const reasons = (current: Region, next: Region) =>
  botsingenTussen(current, next, none, TODAY).map(
    (b) => `${b.uitzondering.datum} ${b.reden}${b.uren ? ` ${b.uren}` : ''}`,
  );

describe('wijzigingen die een nieuw rooster tegenkomen', () => {
  it('zijn die waarvan het dagdeel weg is, andere uren heeft, of dezelfde persoon al krijgt [P4]', () => {
    const current = withChanges(
      change('2022-01-17', ines),
      change('2022-01-18', { kind: 'gesloten' }),
      change('2022-01-19', ines),
      change('2022-01-20', ines),
      change('2022-01-21', { kind: 'open' }),
      change('2022-01-07', ines),
      change('2022-01-24', ines, { ongedaan: { door: 'p-planner', op: at('2022-01-09T11:00') } }),
    );
    const next = from('2022-01-11', (part) => {
      if (part.van !== '09:00') return [part];
      if (part.dag === 'ma' || part.dag === 'di') return [];
      if (part.dag === 'wo') return [{ ...part, tot: '13:00' }];
      return [{ dag: part.dag, van: part.van, tot: part.tot, persoon: part.dag === 'do' ? 'ines' : 'marijke' }];
    });
    expect(reasons(current, next)).toEqual([
      '2022-01-17 dagdeel_weg',
      '2022-01-18 dagdeel_weg',
      '2022-01-19 andere_uren 09:00–13:00',
      '2022-01-20 zelfde',
    ]);
  });

  it('zijn die van iemand die vertrekt, en niet wat al zo was [P3, P4]', () => {
    const extra = change('2022-01-22', ines);
    const current = withChanges(change('2022-01-17', ines), change('2022-02-14', ines, { id: 'later' }), extra);
    const next = { ...regio, personen: regio.personen.map((p) => (p.id === 'ines' ? { ...p, tot: '2022-01-31' } : p)) };
    expect(reasons(current, next)).toEqual(['2022-02-14 persoon_weg']);
    expect(reasons(current, regio)).toEqual([]);
  });
});

describe('een afwezigheid onder een nieuw rooster', () => {
  const away = change('2022-01-17', { kind: 'open', afwezig: 'marijke' }, { door: 'p-marijke' });
  const current = withChanges(away);
  const byInes = (part: Region['permanentie'][0]['dagdelen'][0]) => [
    part.van === '09:00' ? { dag: part.dag, van: part.van, tot: part.tot, persoon: 'ines' } : part,
  ];
  const morning = (region: Region) => {
    const { duties, unfilled } = dayPlan({ ...region, uitzonderingen: [away] }, none, '2022-01-17');
    return [...duties.map((d) => ('persoon' in d ? d.persoon : d.route)), ...unfilled.map(() => 'open')];
  };

  it('laat van wacht wie het rooster er nu zet, en staat bij wat na te kijken is [P4]', () => {
    const next = from('2022-01-11', byInes);
    expect(morning(regio)).toEqual(['act', 'open']);
    expect(morning(next)).toEqual(['ines', 'act']);
    expect(botsingenTussen(current, next, none, TODAY)).toMatchObject([
      { reden: 'andere_persoon', persoon: 'ines', uitzondering: { id: away.id } },
    ]);
  });

  it('is geen gat op een dag waarop de regio gesloten is [P4, P6]', () => {
    const closed = { ...current, sluitingsdagen: ['2022-01-17'] };
    expect(dayPlan(closed, none, '2022-01-17')).toMatchObject({ closed: true, unfilled: [] });
    expect(reasons(current, closed)).toEqual(['2022-01-17 dagdeel_weg']);
  });

  it('en een vervanging: ze staat in de lijst als het rooster er een ander onder zet, aan dezelfde uren [P4]', () => {
    const next = from('2022-01-11', byInes);
    const replaced = withChanges(change('2022-01-17', { kind: 'persoon', persoon: 'planner' }));
    expect(reasons(replaced, next)).toEqual(['2022-01-17 andere_persoon']);
    // Closed is closed, whoever would have done it.
    expect(reasons(withChanges(change('2022-01-17', { kind: 'gesloten' })), next)).toEqual([]);
  });
});

describe('een nieuw rooster', () => {
  const needs = (world: MemoryWorld) => ({
    holidays: world.holidays,
    now: world.clock.now(),
    ids: world.ids,
    verzoeken: [],
    tot: null,
  });
  const lines = (found: ReturnType<typeof sjabloonGevolgen>) =>
    found.berichten.map((b) => `${b.soort} ${b.onderwerp} ${'persoon' in b.aan ? b.aan.persoon : ''}`);

  it('zegt het één keer aan wie andere dagdelen krijgt, aan niemand anders, en ververst de kaarten [P4]', () => {
    const current = withChanges(change('2022-01-17', ines));
    const world = memoryWorld(directoryWith([current]), at('2022-01-10T18:00'));
    // From Tuesday on the Friday is of Marijke; everything else stays.
    const next = from('2022-01-11', (p) => [
      p.dag === 'vr' && p.van === '09:00' ? { dag: p.dag, van: p.van, tot: p.tot, persoon: 'marijke' } : p,
    ]);
    const found = sjabloonGevolgen(current, next, world.store.directory(), [], needs(world));
    expect(lines(found)).toEqual([
      'rooster_nieuw LIM/nieuw/2022-01-14 p-ines',
      'rooster_nieuw LIM/nieuw/2022-01-14 p-marijke',
    ]);
    expect(found.refresh).toContain('LIM/2022-01-14/09:00');
    expect(found.refresh).toContain('LIM/2022-01-14');
    expect(found.refresh.some((s) => s.includes('2022-01-13') || s.includes('2022-01-17'))).toBe(false);
    expect(sjabloonGevolgen(current, current, world.store.directory(), [], needs(world))).toEqual({
      botsingen: [],
      berichten: [],
      refresh: [],
    });
  });

  it('zegt aan de beheerders één keer wat het tegenkomt; wie er al van wacht had moeten zijn, hoort het meteen [P4, P7]', async () => {
    const current = withChanges(change('2022-01-17', ines));
    const world = memoryWorld(directoryWith([current]), at('2022-01-10T16:30'));
    const next = from('2022-01-11', (p) =>
      p.van !== '09:00' ? [p] : [{ dag: p.dag, van: p.van, tot: p.tot, persoon: p.dag === 'ma' ? 'ines' : 'marijke' }],
    );
    const found = sjabloonGevolgen(current, next, world.store.directory(), [], needs(world));
    expect(found.botsingen.map((u) => u.id)).toEqual(['u-2022-01-17']);
    expect(lines(found)).toEqual([
      'rooster_nieuw LIM/nieuw/2022-01-11 p-ines',
      'rooster_nieuw LIM/nieuw/2022-01-11 p-marijke',
      'rooster_botsing LIM/botsing/u-2022-01-17 p-planner',
      // Tuesday is hers now, and four o'clock is past.
      'dienst_morgen LIM/2022-01-11 p-marijke',
    ]);
    const after = { ...next, uitzonderingen: current.uitzonderingen ?? [] };
    world.know(directoryWith([after]));
    await world.store.commit({ berichten: found.berichten, audit: [] });
    for (const b of found.berichten) await deliver(world, b.id);
    const views = [...(world.chats.get('groen')?.shown.values() ?? [])];
    expect(views.find((s) => s.view.view === 'rooster_botsing')?.view).toMatchObject({
      regels: [{ datum: '2022-01-17', wie: 'Ines', reden: 'zelfde' }],
    });
    expect(
      views
        .filter((s) => s.view.view === 'rooster_nieuw')
        .map((s) => s.to)
        .sort(),
    ).toEqual(['adres-groen-ines', 'adres-groen-marijke']);
    expect(views.find((s) => s.view.view === 'rooster_nieuw' && s.to === 'adres-groen-marijke')?.view).toMatchObject({
      vanaf: '2022-01-11',
      mijn: [{ datum: '2022-01-11', van: '09:00', tot: '12:00' }, ...Array(7).fill(expect.anything())],
    });
  });
});
