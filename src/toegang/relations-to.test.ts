import { describe, expect, it } from 'vitest';
import { actionIds } from '../actions.ts';
import { klok, wachtend } from '../casus/casus.fixture.ts';
import { stopTermijn } from '../casus/ladder.ts';
import { directoryWith, monday, regio } from '../world.fixture.ts';
import { may } from './policy.ts';
import { relationsTo } from './relations-to.ts';

const of = (id: string, hours = 1, directory = directoryWith(), termijnen = [klok], casus = wachtend) =>
  [...relationsTo(casus, termijnen, directory, `p-${id}`, monday.add({ hours }))].sort();

const without = (id: string, day = '2022-01-10') =>
  directoryWith([{ ...regio, personen: regio.personen.map((p) => (p.id === id ? { ...p, tot: day } : p)) }]);

describe('wat iemand is voor een casus', () => {
  it('kent aanmelder, aanspreekpunt en coördinatoren van de regio, en niemand anders', () => {
    expect(of('melder')).toEqual(['aanmelder']);
    expect(of('marijke')).toEqual(['aanspreekpunt', 'coordinator']);
    expect(of('ines')).toEqual(['coordinator']);
    for (const id of ['vreemde', 'expert', 'planner', 'onbestaand']) expect(of(id)).toEqual([]);
  });

  it('laat de provinciaal coördinator pas toe als de klok verstreken is [C4]', () => {
    expect(of('provinciaal', 23)).toEqual(['budget']);
    expect(of('provinciaal', 24)).toEqual(['budget', 'provinciaal']);
    const onTime = stopTermijn(klok, monday.add({ hours: 3 }), 'terugkoppeling');
    expect(of('provinciaal', 500, directoryWith(), [onTime])).toEqual(['budget']);
  });

  it('laat de provinciaal coördinator toe zodra de ladder van de regio tot daar escaleerde [C4]', () => {
    const early = {
      ...klok,
      ladder: [{ op: monday.add({ hours: 18 }), soort: 'escalatie' as const, aan: 'provinciaal' as const }],
    };
    expect(of('provinciaal', 17, directoryWith(), [early])).toEqual(['budget']);
    expect(of('provinciaal', 18, directoryWith(), [early])).toEqual(['budget', 'provinciaal']);
  });

  it('laat die ook toe waar de ladder voor een zorgplan tot daar gaat, niet omdat dat zorgplan uitblijft [C4, T7]', () => {
    const inTime = stopTermijn(klok, monday.add({ hours: 3 }), 'terugkoppeling');
    const at = (aan: 'provinciaal' | 'coordinatoren', hours: number) => {
      const ladder = [{ op: monday.add({ hours: 70 }), soort: 'escalatie' as const, aan }];
      const plan = { ...klok, id: 'p', soort: 'zorgplan' as const, einde: monday.add({ hours: 60 }), ladder };
      return of('provinciaal', hours, directoryWith(), [inTime, plan]);
    };
    expect(at('provinciaal', 69)).toEqual(['budget']);
    expect(at('provinciaal', 70)).toEqual(['budget', 'provinciaal']);
    expect(at('coordinatoren', 700)).toEqual(['budget']);
  });

  it('opent een casus niet voor wie over het budget waakt omdat een factuur te laat is [C4, B8, S8]', () => {
    const factuur = { ...klok, id: 'f', soort: 'factuur' as const, over: 'f-1' };
    const inTime = stopTermijn(klok, monday.add({ hours: 3 }), 'terugkoppeling');
    expect(of('provinciaal', 2000, directoryWith(), [inTime, factuur])).toEqual(['budget']);
    const money = actionIds.filter((id) => may(id, new Set(['budget'])));
    expect(money.length).toBeGreaterThan(5);
    expect(money.filter((id) => !id.startsWith('rugzak.'))).toEqual([]);
    expect(money).not.toContain('rugzak.aanvragen');
    for (const id of actionIds.filter((a) => a.startsWith('rugzak.')))
      expect(may(id, new Set(['aanmelder', 'genodigde', 'provinciaal'])), id).toBe(false);
  });

  it('neemt weg wat iemand kon zodra de rol eindigt, dezelfde dag nog niet [S7]', () => {
    expect(of('ines', 1, without('ines'))).toEqual(['coordinator']);
    expect(of('ines', 24, without('ines'))).toEqual([]);
    expect(of('marijke', 24, without('marijke'))).toEqual([]);
  });

  it('laat wie als teamlid aan tafel zat niets meer lezen na het vertrek, wie er niet in het team zat wel [S7, T2]', () => {
    const seated = { ...wachtend, aanspreekpunt: 'p-ines', betrokkenen: ['p-marijke', 'p-expert', 'p-vreemde'] };
    const at = (id: string, directory: ReturnType<typeof directoryWith>) => of(id, 24, directory, [klok], seated);
    for (const id of ['marijke', 'expert']) {
      expect(at(id, without(id))).toEqual([]);
      expect(at(id, without(id, '2022-01-11'))).toContain('genodigde');
    }
    expect(at('vreemde', without('marijke'))).toEqual(['genodigde']);
    // In the file, but only from later on: a helper at the table who comes to work in the team.
    const soon = directoryWith([
      { ...regio, personen: regio.personen.map((p) => (p.id === 'expert' ? { ...p, van: '2022-03-01' } : p)) },
    ]);
    expect(at('expert', soon)).toEqual(['genodigde']);
    // Gone and back again.
    const [marijke] = regio.personen;
    if (!marijke) throw new Error('nobody');
    const back = {
      ...regio,
      personen: [
        { ...marijke, tot: '2022-01-05' },
        { ...marijke, van: '2022-01-08' },
      ],
    };
    expect(at('marijke', directoryWith([back]))).toContain('genodigde');
  });

  it('geeft een coördinator van een andere regio niets [S6]', () => {
    const other = { ...regio, code: 'VBR', naam: 'Elders' };
    const elsewhere = directoryWith([{ ...regio, personen: [] }, other]);
    expect(of('ines', 1, elsewhere)).toEqual([]);
  });

  it('geeft niemand iets als de regio er niet meer is, behalve de aanmelder de eigen aanmelding', () => {
    expect(of('marijke', 1, directoryWith([]))).toEqual([]);
    expect(of('melder', 1, directoryWith([]))).toEqual(['aanmelder']);
  });

  it('volgt het e-mailadres, niet de id in het regiobestand', () => {
    expect(of('provinciaal', 30)).toEqual(['budget', 'provinciaal']);
  });
});

describe('de tabel van wie wat mag', () => {
  it('laat over een casus niemand toe die er niets mee te maken heeft [S6]', () => {
    const open = actionIds.filter((id) => may(id, new Set(['iedereen'])));
    // Lists hold what is theirs, a draft is of who made it; the others are about no case.
    expect(open.filter((id) => /^(casus|zorgtafel|zorgplan|rugzak)\./.test(id)).toSorted()).toEqual([
      ...['casus.lijst', 'rugzak.bewaren', 'rugzak.export', 'rugzak.lijst', 'rugzak.regio', 'zorgplan.lijst'],
      ...['zorgtafel.afwezig', 'zorgtafel.afwezig_bewaren', 'zorgtafel.bewaren', 'zorgtafel.lijst'],
    ]);
    for (const id of actionIds) expect(may(id, new Set())).toBe(false);
  });
});
