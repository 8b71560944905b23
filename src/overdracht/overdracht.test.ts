import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deliver } from '../berichten/deliver.ts';
import { put, wachtend } from '../casus/casus.fixture.ts';
import type { Values } from '../intent.ts';
import { dutiesOn } from '../permanentie/on-duty.ts';
import { roosterBeat } from '../permanentie/rooster-beat.ts';
import type { DienstView } from '../permanentie/rooster-view.ts';
import { responsible } from '../permanentie/toewijzing.ts';
import type { Uitzondering } from '../permanentie/uitzondering.ts';
import { brussels as at, send } from '../play.fixture.ts';
import type { Region } from '../regio/region.ts';
import { isBefore } from '../time.ts';
import { directoryWith, holidays, type MemoryWorld, memoryWorld, regio } from '../world.fixture.ts';
import { lezerVan } from './lezer-van.ts';
import type { Nota } from './nota.ts';
import type { OverdrachtView } from './overdracht-view.ts';
import { ongelezenVoor } from './te-lezen.ts';

/** Monday 10 January 2022, 11:45: Marijke until 12, then the owner of the phone route; Ines on Tuesday. */
const start = (wall = '2022-01-10T11:45', region: Region = regio) => memoryWorld(directoryWith([region]), at(wall));

const act = (world: MemoryWorld, who: string, action: string, subject: string, values?: Values, delivery?: string) =>
  send(world, who, action, subject, values, { delivery });
const view = async <T>(outcome: ReturnType<typeof act>) => {
  const got = await outcome;
  if (!('view' in got)) throw new Error(got.kind);
  return got.view as T;
};
const write = (world: MemoryWorld, who: string, tekst = 'De telefoon viel uit.') =>
  view<OverdrachtView>(act(world, who, 'overdracht.bewaren', 'LIM', { algemeen: tekst }));
const screen = (world: MemoryWorld, who: string) => view<OverdrachtView>(act(world, who, 'overdracht.tonen', 'LIM'));
const lees = async (world: MemoryWorld, who: string) =>
  act(world, who, 'overdracht.gelezen', `LIM/${(await screen(world, who)).lezen?.merk ?? ''}`);
const notas = (world: MemoryWorld) => [...world.kept.notas.values()];
const refusal = (kind: string) => ({ view: { view: 'weigering', refusal: { kind } } });

/** Another person on a day part of a day, by id of the region file; null: nobody. */
const change = (datum: string, van: string, tot: string, persoon: string | null, n = 1): Uitzondering => ({
  id: `u-${n}`,
  regio: 'LIM',
  datum,
  van,
  tot,
  wat: persoon === null ? { kind: 'gesloten' } : { kind: 'persoon', persoon },
  groep: null,
  door: 'p-planner',
  op: at('2022-01-01T00:00').add({ minutes: n }),
  ongedaan: null,
});

describe('wie een nota leest [P1, P7]', () => {
  const reader = (wall: string, door: string, region: Region = regio) =>
    lezerVan(region, directoryWith([region]), holidays, `p-${door}`, at(wall))?.persoon.id;

  it('is wie nu van wacht is, anders de eerstvolgende, nooit wie schreef', () => {
    expect(reader('2022-01-10T11:45', 'marijke')).toBe('p-ines');
    expect(reader('2022-01-10T11:45', 'ines')).toBe('p-marijke');
    // Friday evening to Monday.
    expect(reader('2022-01-14T17:30', 'ines')).toBe('p-marijke');
  });

  it('volgt een ruil, een gesloten dag en een lang weekend', () => {
    const closed = { ...regio, uitzonderingen: [change('2022-01-11', '00:00', '24:00', null)] };
    // Without Tuesday, Wednesday and Thursday are Marijke's own: Friday it is.
    expect(reader('2022-01-10T11:45', 'marijke', closed)).toBe('p-ines');
    const swapped = { ...regio, uitzonderingen: [change('2022-01-11', '09:00', '12:00', 'expert')] };
    expect(reader('2022-01-10T11:45', 'marijke', swapped)).toBe('p-expert');
  });

  it('is niemand als er niemand anders komt, en de nota wacht', async () => {
    const alone: Region = {
      ...regio,
      permanentie: [{ dagdelen: [{ dag: 'ma', van: '09:00', tot: '12:00', persoon: 'marijke' }] }],
    };
    const world = start('2022-01-10T11:45', alone);
    expect((await write(world, 'marijke')).volgende).toBeNull();
    world.clock.set(at('2022-02-14T09:30'));
    await roosterBeat(world);
    expect(notas(world)[0]?.open).toBe(true);
    // Months later somebody comes, and it is theirs.
    world.know(directoryWith([{ ...alone, uitzonderingen: [change('2022-02-14', '14:00', '17:00', 'ines')] }]));
    expect((await screen(world, 'ines')).lezen?.notas).toHaveLength(1);
  });
});

describe('schrijven', () => {
  it('bewaart een algemene nota en een per casus, met een lijn in het verloop en één kaart', async () => {
    const world = start();
    const casus = await put(world);
    const shown = await view<OverdrachtView>(
      act(world, 'marijke', 'overdracht.bewaren', 'LIM', {
        algemeen: 'Rustig.',
        [`nota-${casus.id}`]: 'De vroedvrouw belt terug.',
      }),
    );
    expect(shown.mijn.map((n) => [n.referentie, n.tekst])).toEqual([
      [null, 'Rustig.'],
      [casus.referentie, 'De vroedvrouw belt terug.'],
    ]);
    expect(world.kept.gebeurtenissen.at(-1)).toMatchObject({ soort: 'nota', detail: 'De vroedvrouw belt terug.' });
    const cards = [...world.kept.berichten.values()].filter((b) => b.soort === 'overdracht');
    expect(cards.map((b) => b.onderwerp)).toEqual(['LIM/2022-01-10/09:00']);
    expect(world.kept.audit.filter((a) => a.wat === 'overdracht.bewaren').map((a) => a.waarover)).toEqual([
      notas(world)[0]?.id,
      casus.id,
    ]);
    await write(world, 'marijke', 'Nog iets.');
    expect([...world.kept.berichten.values()].filter((b) => b.soort === 'overdracht')).toHaveLength(1);
  });

  it('schrijft een herhaalde aflevering één keer', async () => {
    const world = start();
    for (let n = 0; n < 3; n++)
      await act(world, 'marijke', 'overdracht.bewaren', 'LIM', { algemeen: 'Rustig.' }, 'dezelfde');
    expect(notas(world)).toHaveLength(1);
  });

  it('weigert leeg, te lang, een rijksregisternummer en een casus zonder keuze, en houdt wat getypt is [S10]', async () => {
    const world = start();
    await put(world);
    const form = async (values: Values) =>
      view<{ errors: Record<string, string>; values: Values }>(
        act(world, 'marijke', 'overdracht.bewaren', 'LIM', values),
      );
    expect(Object.keys((await form({})).errors)).toEqual(['algemeen']);
    expect((await form({ algemeen: 'x'.repeat(1001) })).errors.algemeen).toMatch(/1001 tekens/);
    const number = await form({ algemeen: 'Moeder is 93.05.18-223.61.' });
    expect(number.errors.algemeen).toBeTruthy();
    expect(JSON.stringify(number.values)).not.toContain('223.61');
    expect((await form({ andere_nota: 'Bel.' })).errors).toHaveProperty('andere_casus');
    expect((await form({ andere_casus: 'casus-1' })).errors).toHaveProperty('andere_nota');
    expect(notas(world)).toHaveLength(0);
  });

  it('mag niet over een casus van een andere regio, en niet door wie er niet toe hoort [S6]', async () => {
    const world = start();
    await put(world, { ...wachtend, id: 'casus-ver', regio: 'OVL' });
    expect(await act(world, 'marijke', 'overdracht.bewaren', 'LIM', { 'nota-casus-ver': 'Hallo.' })).toMatchObject(
      refusal('niet_gevonden'),
    );
    for (const action of ['overdracht.tonen', 'overdracht.schrijven', 'overdracht.bewaren'])
      expect(await act(world, 'melder', action, 'LIM', { algemeen: 'Hallo.' })).toMatchObject(
        refusal('niet_in_permanentie'),
      );
    expect(await act(world, 'melder', 'casus.nota_bewaren', 'casus-ver', { nota: 'Hallo.' })).toMatchObject(
      refusal('niet_gevonden'),
    );
    expect(notas(world)).toHaveLength(0);
    expect(world.kept.audit.filter((a) => a.resultaat === 'geweigerd')).toHaveLength(5);
  });

  it('vraagt met dertig open casussen de dichtste vijf, en biedt de andere te kiezen aan', async () => {
    const world = start();
    for (let n = 0; n < 30; n++) await put(world, { ...wachtend, id: `casus-${n}` }, { ...klokOf(n) });
    const form = await view<{ casussen: unknown[]; andere: { value: string }[] }>(
      act(world, 'marijke', 'overdracht.schrijven', 'LIM'),
    );
    expect(form.casussen).toHaveLength(5);
    expect(form.andere).toHaveLength(25);
    await act(world, 'marijke', 'overdracht.bewaren', 'LIM', {
      andere_casus: form.andere[20]?.value ?? '',
      andere_nota: 'Bel terug.',
    });
    expect(notas(world).map((n) => n.casusId)).toEqual([form.andere[20]?.value]);
  });

  it('wijzigt en trekt in tot ze gelezen is; daarna niet meer, en van een ander nooit', async () => {
    const world = start();
    const casus = await put(world);
    await act(world, 'marijke', 'casus.nota_bewaren', casus.id, { nota: 'Eerste woorden.' });
    await write(world, 'marijke', 'Algemeen.');
    const [first, second] = notas(world).map((n) => n.id);
    expect(await act(world, 'ines', 'overdracht.wijzigen', first ?? '')).toMatchObject(refusal('nota_weg'));
    expect(await act(world, 'ines', 'overdracht.intrekken', first ?? '')).toMatchObject(refusal('nota_weg'));
    world.clock.set(at('2022-01-10T11:50'));
    await act(world, 'marijke', 'overdracht.wijziging_bewaren', first ?? '', { nota: 'Betere woorden.' });
    await act(world, 'marijke', 'overdracht.intrekken', second ?? '');
    expect(await act(world, 'marijke', 'overdracht.intrekken', second ?? '')).toMatchObject(refusal('nota_weg'));
    const read = await screen(world, 'ines');
    expect(read.lezen?.notas.map((n) => n.tekst)).toEqual(['Betere woorden.']);
    await lees(world, 'ines');
    for (const action of ['overdracht.wijzigen', 'overdracht.wijziging_bewaren', 'overdracht.intrekken'])
      expect(await act(world, 'marijke', action, first ?? '', { nota: 'Te laat.' })).toMatchObject({
        view: { refusal: { kind: 'nota_gelezen', door: 'Ines' } },
      });
    // The story shows the words that hold, to the team; to the aanmelder nothing of it.
    type Verloop = { regels: { soort: string; detail: string | null }[] };
    const story = (await view<Verloop>(act(world, 'ines', 'casus.verloop', casus.id))).regels;
    expect(story.filter((r) => r.soort.startsWith('nota')).map((r) => r.detail)).toEqual([null, 'Betere woorden.']);
    const outside = (await view<Verloop>(act(world, 'melder', 'casus.verloop', casus.id))).regels;
    expect(outside.some((r) => r.soort.startsWith('nota'))).toBe(false);
  });
});

/** A clock that ends `n` hours after the start. */
const klokOf = (n: number) => ({
  id: `termijn-${n}`,
  casusId: `casus-${n}`,
  soort: 'terugkoppeling' as const,
  over: null,
  start: at('2022-01-10T10:00'),
  einde: at('2022-01-10T10:00').add({ minutes: 20 * n }),
  ladder: [],
  volgende: null,
  gestopt: null,
});

describe('lezen en bevestigen', () => {
  it('toont aan de schrijver door wie en wanneer, en zegt bij een tweede druk dat het al gebeurd is', async () => {
    const world = start();
    await write(world, 'marijke');
    world.clock.set(at('2022-01-11T08:50'));
    const merk = (await screen(world, 'ines')).lezen?.merk ?? '';
    await act(world, 'ines', 'overdracht.gelezen', `LIM/${merk}`);
    expect(await act(world, 'ines', 'overdracht.gelezen', `LIM/${merk}`)).toMatchObject({
      notice: 'Je bevestigde dit al.',
    });
    expect(notas(world)[0]?.gelezen).toHaveLength(1);
    expect((await screen(world, 'marijke')).mijn[0]).toMatchObject({ gelezen: [{ door: 'Ines' }], wijzigbaar: false });
  });

  it('bevestigt niet wat na het tonen kwam of veranderde', async () => {
    const world = start();
    await write(world, 'marijke');
    const old = (await screen(world, 'ines')).lezen?.merk ?? '';
    await act(world, 'marijke', 'overdracht.wijziging_bewaren', notas(world)[0]?.id ?? '', { nota: 'Anders.' });
    expect(await act(world, 'ines', 'overdracht.gelezen', `LIM/${old}`)).toMatchObject({
      notice: expect.stringMatching(/lees het eerst/),
    });
    const before = (await screen(world, 'ines')).lezen?.merk ?? '';
    await write(world, 'marijke', 'Nog iets.');
    await act(world, 'ines', 'overdracht.gelezen', `LIM/${before}`);
    expect(notas(world).flatMap((n) => n.gelezen)).toEqual([]);
    await lees(world, 'ines');
    expect(notas(world).every((n) => n.gelezen.length === 1)).toBe(true);
  });

  it('is niet voor wie niet aan de beurt is', async () => {
    const world = start();
    await write(world, 'marijke');
    const merk = (await screen(world, 'ines')).lezen?.merk ?? '';
    for (const who of ['planner', 'expert', 'melder', 'marijke'])
      expect(await act(world, who, 'overdracht.gelezen', `LIM/${merk}`)).toMatchObject(refusal('niet_jouw_dienst'));
    expect(notas(world)[0]?.gelezen).toEqual([]);
  });

  it('wie vooruit las en dan ruilt, telt niet: wie echt komt, leest ze ook', async () => {
    const world = start();
    await roosterBeat(world);
    await write(world, 'marijke');
    await lees(world, 'ines');
    expect(notas(world)[0]?.open).toBe(true);
    world.know(directoryWith([{ ...regio, uitzonderingen: [change('2022-01-11', '09:00', '12:00', 'expert')] }]));
    expect((await screen(world, 'expert')).lezen?.notas).toHaveLength(1);
    world.clock.set(at('2022-01-11T09:05'));
    await roosterBeat(world);
    expect(notas(world)[0]?.open).toBe(true);
    await lees(world, 'expert');
    expect(notas(world)[0]).toMatchObject({ open: false, gelezen: [{ door: 'p-ines' }, { door: 'p-expert' }] });
  });

  it('sluit wat vooruit gelezen is zodra het dagdeel begint', async () => {
    const world = start();
    await write(world, 'marijke');
    await lees(world, 'ines');
    world.clock.set(at('2022-01-11T09:00'));
    await roosterBeat(world);
    expect(notas(world)[0]?.open).toBe(false);
  });

  it('geeft zonder recht op de casus enkel de referentie, en die nota blijft voor de volgende [S8]', async () => {
    const world = start('2022-01-10T11:45', {
      ...regio,
      uitzonderingen: [change('2022-01-11', '09:00', '12:00', 'expert')],
    });
    const casus = await put(world);
    await act(world, 'marijke', 'casus.nota_bewaren', casus.id, { nota: 'Geheim.' });
    const shown = await screen(world, 'expert');
    expect(shown.lezen).toMatchObject({ notas: [{ referentie: casus.referentie, tekst: null }], merk: '' });
    expect(JSON.stringify(shown)).not.toContain('Geheim');
    world.clock.set(at('2022-01-11T12:30'));
    expect((await screen(world, 'ines')).lezen?.notas[0]?.tekst).toBe('Geheim.');
  });

  it('legt veel nota’s voor in stukken die op een kaart passen, en gaat door na elk stuk', async () => {
    const world = start();
    for (let n = 0; n < 20; n++) await write(world, 'marijke', `${n} ${'x'.repeat(900)}`);
    const seen = new Set<string>();
    for (let page = 0; page < 20; page++) {
      const { lezen } = await screen(world, 'ines');
      if (!lezen || lezen.notas.length === 0) break;
      expect(lezen.notas.reduce((sum, n) => sum + (n.tekst?.length ?? 0), 0)).toBeLessThanOrEqual(3500);
      expect(lezen.nog).toBe(20 - seen.size - lezen.notas.length);
      for (const n of lezen.notas) seen.add(n.tekst ?? '');
      await act(world, 'ines', 'overdracht.gelezen', `LIM/${lezen.merk}`);
    }
    expect(seen.size).toBe(20);
  });
});

describe('de hartslag en de kaarten', () => {
  const owed = (world: MemoryWorld, soort: string) =>
    [...world.kept.berichten.values()]
      .filter((b) => b.soort === soort)
      .map((b) => `${b.onderwerp} ${'persoon' in b.aan ? b.aan.persoon : ''}`);
  const every = async (world: MemoryWorld, from: string, to: string, minutes = 5) => {
    for (let t = at(from); !isBefore(at(to), t); t = t.add({ minutes })) {
      world.clock.set(t);
      await roosterBeat(world);
    }
  };

  it('vraagt op een rustige dag niets, en anders één keer, aan wie een ander na zich heeft [P7]', async () => {
    const quiet = start('2022-01-10T08:00');
    await every(quiet, '2022-01-10T08:00', '2022-01-10T18:00');
    expect(owed(quiet, 'overdracht')).toEqual([]);

    const world = start('2022-01-10T08:00');
    await put(world);
    await every(world, '2022-01-10T08:00', '2022-01-12T08:00');
    // Monday afternoon is her own phone route in this rota when she owns it: asked only at the end of the day.
    const asked = owed(world, 'overdracht');
    expect(new Set(asked).size).toBe(asked.length);
    for (const line of asked) {
      const [onderwerp = '', persoon] = line.split(' ');
      const [, datum = '', van = ''] = onderwerp.split('/');
      const duty = dutiesOn(regio, holidays, datum).find((d) => d.start.equals(at(`${datum}T${van}`)));
      expect(duty && responsible(regio, world.store.directory(), duty)?.id).toBe(persoon);
      const to = duty && lezerVan(regio, world.store.directory(), holidays, '', duty.end);
      expect(to?.persoon.id).not.toBe(persoon);
    }
    expect(asked.length).toBeGreaterThan(0);
  });

  it('geeft wie laat overnam en wie een telefoonroute bezit de herinnering met de nota, één keer [P1, P4]', async () => {
    const world = start('2022-01-11T08:40');
    await roosterBeat(world);
    await every(world, '2022-01-11T08:45', '2022-01-11T08:50');
    await write(world, 'marijke');
    expect(owed(world, 'dienst_straks')).toEqual(['LIM/2022-01-11/09:00 p-ines']);
    world.know(directoryWith([{ ...regio, uitzonderingen: [change('2022-01-11', '09:00', '12:00', 'expert')] }]));
    await every(world, '2022-01-11T08:55', '2022-01-11T09:10');
    expect(owed(world, 'dienst_straks')).toEqual(['LIM/2022-01-11/09:00 p-ines', 'LIM/2022-01-11/09:00 p-expert']);
  });

  it('toont ze op de kaart van de volgende, en telt ze enkel voor wie onbevestigd zoekt', async () => {
    const world = start();
    await roosterBeat(world);
    await write(world, 'marijke', 'Bel de dienst.');
    await every(world, '2022-01-11T08:40', '2022-01-11T09:20');
    for (const b of world.kept.berichten.values()) if (b.stand === 'wacht') await deliver(world, b.id);
    const shown = [...(world.chats.get('groen')?.shown.values() ?? [])].map((s) => ({ to: s.to, view: s.view }));
    const dienst = shown.find((s) => s.view.view === 'dienst' && s.to === 'adres-groen-ines');
    expect(dienst?.view).toMatchObject({ overdracht: { notas: [{ tekst: 'Bel de dienst.' }] } });
    const looking = shown.filter((s) => s.view.view === 'dienst_onbevestigd');
    expect(looking.length).toBeGreaterThan(0);
    for (const { view: v } of looking) expect(v).toMatchObject({ ongelezen: 1 });
    for (const { to, view: v } of shown)
      if (to !== 'adres-groen-ines' && to !== 'adres-groen-marijke') expect(JSON.stringify(v)).not.toContain('Bel de');
  });

  it('blijft met veertig open casussen een korte lijst van termijnen', async () => {
    const world = start('2022-01-10T08:00');
    await roosterBeat(world);
    for (let n = 0; n < 40; n++) await put(world, { ...wachtend, id: `casus-${n}` }, { ...klokOf(n) });
    await every(world, '2022-01-10T08:40', '2022-01-10T08:50');
    for (const b of world.kept.berichten.values()) if (b.soort === 'dienst_straks') await deliver(world, b.id);
    const view = [...(world.chats.get('groen')?.shown.values() ?? [])]
      .map((s) => s.view)
      .find((v) => v.view === 'dienst');
    expect(view).toMatchObject({ termijnenMeer: 28, afspraken: [] });
    expect((view as DienstView).termijnen).toHaveLength(12);
  });
});

describe('eender welk rooster met wijzigingen', () => {
  const who = ['marijke', 'ines', 'expert', 'planner'] as const;
  const days = Array.from({ length: 14 }, (_, n) => Temporal.PlainDate.from('2022-03-21').add({ days: n }).toString());
  const changes = fc.array(
    fc.record({
      datum: fc.constantFrom(...days),
      part: fc.constantFrom(['09:00', '12:00'], ['14:00', '17:00'], ['00:00', '24:00'], ['11:00', '15:00']),
      persoon: fc.constantFrom(...who, null),
    }),
    { maxLength: 12 },
  );
  const moment = fc.integer({ min: 0, max: 12 * 24 * 12 }).map((n) => at('2022-03-21T00:00').add({ minutes: 5 * n }));

  it('legt elke nota voor aan precies één: de eerste ander die van wacht is; aan niemand anders [P7]', () => {
    fc.assert(
      fc.property(changes, fc.constantFrom(...who), moment, moment, (list, writer, written, now) => {
        fc.pre(!isBefore(now, written));
        const region: Region = {
          ...regio,
          uitzonderingen: list.map(({ datum, part: [van = '', tot = ''], persoon }, n) =>
            change(datum, van, tot, persoon, n),
          ),
        };
        const directory = directoryWith([region]);
        const nota: Nota = {
          id: 'n',
          regio: 'LIM',
          casusId: null,
          door: `p-${writer}`,
          dienst: '',
          op: written,
          bewerkt: null,
          ingetrokken: null,
          tekst: 't',
          gelezen: [],
          open: true,
          bij: null,
          versie: 1,
        };
        // Found another way: every duty of three weeks, in order of time.
        const first = Array.from({ length: 40 }, (_, n) => Temporal.PlainDate.from('2022-03-20').add({ days: n }))
          .flatMap((day) => dutiesOn(region, holidays, day.toString()))
          .filter((d) => isBefore(now, d.end))
          .find((d) => responsible(region, directory, d)?.id !== nota.door);
        const expected = first && responsible(region, directory, first)?.id;
        const readers = [...directory.persons.keys()].filter(
          (p) => ongelezenVoor(region, directory, holidays, [nota], p, now).length > 0,
        );
        expect(readers).toEqual(expected === undefined ? [] : [expected]);
      }),
      { numRuns: 300 },
    );
  });

  it('gaat nooit verloren: open tot iemand anders ze van wacht las, wat er ook wijzigt', async () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('wijzig' as const), n: fc.nat(11) }),
      fc.record({ kind: fc.constant('lees' as const), n: fc.nat(3) }),
      fc.record({ kind: fc.constant('wacht' as const), n: fc.integer({ min: 1, max: 48 }) }),
    );
    await fc.assert(
      fc.asyncProperty(changes, fc.array(step, { maxLength: 15 }), async (list, steps) => {
        const world = start('2022-03-21T11:45');
        await write(world, 'marijke');
        let used: Uitzondering[] = [];
        for (const { kind, n } of steps) {
          if (kind === 'wacht') world.clock.set(world.clock.now().add({ hours: n }));
          if (kind === 'wijzig' && list[n]) {
            const { datum, part, persoon } = list[n];
            used = [...used, change(datum, part[0] ?? '', part[1] ?? '', persoon, used.length)];
            world.know(directoryWith([{ ...regio, uitzonderingen: used }]));
          }
          if (kind === 'lees') await lees(world, who[n] ?? 'ines');
          await roosterBeat(world);
          const [nota] = notas(world);
          const region = world.store.directory().regions.get('LIM');
          if (!nota || !region) throw new Error('lost');
          const closedRightly = nota.gelezen.length > 0 && nota.gelezen.every((l) => l.door !== 'p-marijke');
          expect(nota.open || closedRightly).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});
