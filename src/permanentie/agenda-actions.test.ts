import { describe, expect, it } from 'vitest';
import { press, type } from '../play.fixture.ts';
import { directoryWith, type MemoryWorld, memoryWorld, regio } from '../world.fixture.ts';

const audited = (world: MemoryWorld) => world.kept.audit.map((a) => `${a.wie} ${a.wat} ${a.waarover}`);
const agendas = (world: MemoryWorld) => [...world.kept.agendas.values()].map((a) => `${a.persoonId} ${a.regio}`);

describe('/permanentie agenda', () => {
  it('maakt een adres, toont het één keer, en vervangt het niet per ongeluk', async () => {
    const world = memoryWorld();
    expect(await type(world, 'marijke', '/permanentie agenda')).toMatchObject({
      kind: 'answer',
      view: { view: 'agenda', regio: null, stand: { kind: 'nieuw', vervangt: false }, andere: [{ code: 'LIM' }] },
    });
    expect(agendas(world)).toEqual(['p-marijke null']);
    const again = await type(world, 'marijke', 'permanentie Agenda?');
    expect(again).toMatchObject({ view: { stand: { kind: 'bestaat', op: world.clock.now().toString() } } });
    expect(JSON.stringify(again)).not.toContain('/ical/');
    expect(audited(world)).toEqual(['p-marijke agenda.maken agenda/p-marijke']);
  });

  it('laat met een nieuw adres het vorige stoppen, en stopt op vraag', async () => {
    const world = memoryWorld();
    await press(world, 'marijke', 'agenda.tonen');
    const [first] = world.kept.agendas.keys();
    expect(await press(world, 'marijke', 'agenda.vernieuwen')).toMatchObject({
      kind: 'replace',
      view: { stand: { kind: 'nieuw', vervangt: true } },
    });
    expect(agendas(world)).toEqual(['p-marijke null']);
    expect(world.kept.agendas.has(first ?? '')).toBe(false);
    for (const _ of [1, 2])
      expect(await press(world, 'marijke', 'agenda.stoppen')).toMatchObject({ view: { stand: { kind: 'gestopt' } } });
    expect(agendas(world)).toEqual([]);
    expect(audited(world)).toEqual([
      'p-marijke agenda.maken agenda/p-marijke',
      'p-marijke agenda.intrekken agenda/p-marijke',
      'p-marijke agenda.maken agenda/p-marijke',
      'p-marijke agenda.intrekken agenda/p-marijke',
    ]);
  });

  it('doet een herhaalde levering niet nog eens', async () => {
    const world = memoryWorld();
    await press(world, 'ines', 'agenda.tonen');
    const again = () => press(world, 'ines', 'agenda.vernieuwen', '', {}, { delivery: 'zelfde' });
    expect(await again()).toMatchObject({ kind: 'replace' });
    const kept = [...world.kept.agendas.keys()];
    expect(await again()).toEqual({ kind: 'nothing' });
    expect([...world.kept.agendas.keys()]).toEqual(kept);
  });

  it('beslist opnieuw als dezelfde persoon elders sneller was', async () => {
    const world = memoryWorld();
    world.beforeCommit(async () => void (await press(world, 'ines', 'agenda.tonen')));
    expect(await press(world, 'ines', 'agenda.tonen')).toMatchObject({
      view: { stand: { kind: 'nieuw', vervangt: true } },
    });
    expect(agendas(world)).toEqual(['p-ines null']);
  });

  it.each([
    'permanentie agenda LIM',
    'permanentie LIM agenda',
    'permanentie agenda regio',
    'permanentie agenda van de regio',
  ])('geeft het team de agenda van de regio: %s', async (text) => {
    const world = memoryWorld();
    expect(await type(world, 'expert', text)).toMatchObject({
      view: { view: 'agenda', regio: { code: 'LIM' }, stand: { kind: 'nieuw' } },
    });
    expect(audited(world)).toEqual(['p-expert agenda.maken agenda/LIM']);
  });

  it('geeft wie niet op een rooster of in het team staat geen adres, en zegt het', async () => {
    const world = memoryWorld();
    const stand = async (who: string, text: string) => {
      const outcome = await type(world, who, text);
      return outcome.kind === 'answer' && outcome.view.view === 'agenda' ? outcome.view.stand.kind : outcome;
    };
    expect(await stand('melder', 'permanentie agenda')).toBe('niet_op_rooster');
    expect(await stand('planner', 'permanentie agenda')).toBe('niet_op_rooster');
    expect(await stand('melder', 'permanentie agenda LIM')).toBe('niet_in_team');
    expect(await press(world, 'melder', 'agenda.vernieuwen', 'LIM')).toMatchObject({
      view: { stand: { kind: 'niet_in_team' } },
    });
    for (const action of ['agenda.tonen', 'agenda.vernieuwen', 'agenda.stoppen'])
      expect(await press(world, 'melder', action, 'XYZ')).toMatchObject({
        view: { refusal: { kind: 'knop_onbekend' } },
      });
    expect(world.kept.commits).toBe(0);
    // Somebody who replaces a colleague once is on a rota too.
    world.know(
      directoryWith([
        {
          ...regio,
          uitzonderingen: [
            {
              id: 'u',
              regio: 'LIM',
              datum: '2022-01-11',
              van: '09:00',
              tot: '12:00',
              wat: { kind: 'persoon', persoon: 'planner' },
              groep: null,
              door: 'p-ines',
              op: world.clock.now(),
              ongedaan: null,
            },
          ],
        },
      ]),
    );
    expect(await stand('planner', 'permanentie agenda')).toBe('nieuw');
  });

  it('zegt dat de beheerder het adres van de bot moet instellen, en maakt dan niets', async () => {
    const world = {
      ...memoryWorld(),
      agenda: { isReachable: () => false, make: () => ({ url: '', token: '', hash: '' }), urlOf: () => null },
    };
    expect(await type(world, 'ines', 'permanentie agenda')).toMatchObject({ view: { stand: { kind: 'geen_adres' } } });
    expect(world.kept.commits).toBe(0);
  });
});
