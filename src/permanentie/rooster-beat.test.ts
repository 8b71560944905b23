import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deliver, refresh } from '../berichten/deliver.ts';
import { put, wachtend } from '../casus/casus.fixture.ts';
import type { Nota } from '../overdracht/nota.ts';
import { brussels as at, press } from '../play.fixture.ts';
import type { Region } from '../regio/region.ts';
import { account, directoryWith, type MemoryWorld, memoryWorld, people, regio } from '../world.fixture.ts';
import { isWorthTelling, type Notice, noticesBetween } from './notices.ts';
import { recipientsOf, roosterBeat } from './rooster-beat.ts';
import type { Uitzondering } from './uitzondering.ts';

const zone = 'Europe/Brussels';

/** A world whose bot has been beating since Sunday evening. */
async function started(region: Region = regio, since = '2022-01-09T20:00'): Promise<MemoryWorld> {
  const world = memoryWorld(directoryWith([region]), at(since));
  await roosterBeat(world);
  return world;
}
async function beatAt(world: MemoryWorld, wall: string): Promise<number> {
  world.clock.set(at(wall));
  return roosterBeat(world);
}
const rota = (world: MemoryWorld) => [...world.kept.berichten.values()].filter((b) => b.casusId === null);
/** What was put in the outbox: kind, subject, recipient. */
const owed = (world: MemoryWorld) =>
  rota(world).map((b) => `${b.soort} ${b.onderwerp} ${'persoon' in b.aan ? b.aan.persoon : `#${b.aan.kanaal.ref}`}`);
const ofSoort = (world: MemoryWorld, ...soorten: string[]) =>
  owed(world).filter((line) => soorten.includes(line.split(' ')[0] ?? ''));
async function deliverAll(world: MemoryWorld): Promise<void> {
  for (const { id, stand } of rota(world)) if (stand === 'wacht') await deliver(world, id);
}
/** What stands on the platform now about one subject, for one address. */
const shown = (world: MemoryWorld, soort: string, to: string) =>
  rota(world)
    .filter((b) => b.soort === soort && b.adres !== null)
    .map((b) => world.chats.get('groen')?.shown.get(b.adres?.ref ?? ''))
    .filter((s) => s?.to === `adres-groen-${to}`)
    .map((s) => s?.view);

/** Says to be there. */
const meldt = (world: MemoryWorld, who: string, subject: string, delivery?: string) =>
  press(world, who, 'permanentie.aanwezig', subject, {}, { delivery });
const MONDAY = 'LIM/2022-01-10/09:00';
const refused = { kind: 'answer', view: { view: 'weigering', refusal: { kind: 'niet_jouw_dienst' } } };

const monday = [
  'dienst_ochtend LIM/2022-01-10 #kanaal-lim',
  `dienst_straks ${MONDAY} p-marijke`,
  `dienst_onbevestigd ${MONDAY} p-planner`,
  `dienst_onbevestigd ${MONDAY} p-ines`,
  'dienst_morgen LIM/2022-01-11 p-ines',
];

describe('de hartslag van het rooster', () => {
  it('stuurt op een dag alles één keer, elke minuut opnieuw bekeken [P7]', async () => {
    const world = await started();
    const walls: string[] = [];
    for (let minutes = 0; minutes < 30 * 60; minutes++) {
      world.clock.set(at('2022-01-09T20:00').add({ minutes }));
      const count = await roosterBeat(world);
      const wall = world.clock.now().toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' });
      walls.push(...Array.from({ length: count }, () => wall));
    }
    expect(owed(world)).toEqual(monday);
    expect(walls).toEqual(['08:30', '08:45', '09:15', '09:15', '16:00']);
  });

  it('laat een regio waarvan iets niet gelezen kan worden de andere niet tegenhouden [A1, P4, P7]', async () => {
    const change: Uitzondering = {
      id: 'u-1',
      regio: 'OOS',
      datum: '2022-01-10',
      van: '09:00',
      tot: '12:00',
      wat: { kind: 'persoon', persoon: 'ines' },
      groep: null,
      door: 'p-ines',
      op: at('2022-01-09T19:00'),
      ongedaan: null,
    };
    const oost: Region = { ...regio, code: 'OOS', uitzonderingen: [change] };
    const lim: Region = { ...regio, uitzonderingen: [{ ...change, regio: 'LIM' }] };
    const world = memoryWorld(directoryWith([lim, oost]), at('2022-01-09T18:00'));
    await put(world, { ...wachtend, regio: 'OOS', aangemeldOp: at('2022-01-09T18:00') });
    const nota = (code: string): Nota => ({
      id: `nota-${code}`,
      regio: code,
      casusId: null,
      door: 'p-marijke',
      dienst: '',
      op: at('2022-01-09T18:00'),
      bewerkt: null,
      ingetrokken: null,
      tekst: 'De telefoon viel uit.',
      gelezen: [],
      open: true,
      bij: null,
      versie: 1,
    });
    const notas = ['LIM', 'OOS'].map((code) => ({ next: nota(code), was: null }));
    await world.store.commit({ notas, audit: [] });
    const unreadable = async (): Promise<never> => {
      throw new Error('key unknown');
    };
    const { wachtend: waiting, notas: notasOf } = world.store;
    const store: MemoryWorld['store'] = {
      ...world.store,
      wachtend: (codes, limit) => (codes.includes('LIM') ? unreadable() : waiting(codes, limit)),
      openNotas: unreadable,
      notas: (code, since) => (code === 'LIM' ? unreadable() : notasOf(code, since)),
    };
    for (const wall of ['2022-01-09T20:00', '2022-01-10T08:46']) {
      world.clock.set(at(wall));
      await expect(roosterBeat({ ...world, store })).rejects.toThrow('key unknown');
    }
    expect(ofSoort(world, 'dienst_straks')).toEqual([
      'dienst_straks LIM/2022-01-10/09:00 p-ines',
      'dienst_straks OOS/2022-01-10/09:00 p-ines',
    ]);
    expect(world.kept.casussen.get('casus-1')?.aanspreekpunt).toBe('p-ines');
    expect(world.kept.notas.get('nota-OOS')?.bij).toContain('p-ines');
  });

  it('schrijft als er niets te zeggen valt ten hoogste om de tien minuten', async () => {
    const world = await started();
    const before = world.kept.commits;
    for (let minutes = 1; minutes <= 60; minutes++) {
      world.clock.set(at('2022-01-09T20:00').add({ minutes }));
      expect(await roosterBeat(world)).toBe(0);
    }
    expect(world.kept.commits - before).toBe(6);
  });

  it('laat van twee replica’s op hetzelfde ogenblik één sturen [P7]', async () => {
    const world = await started();
    world.clock.set(at('2022-01-10T08:46'));
    let other = -1;
    world.beforeCommit(async () => {
      other = await roosterBeat(world);
    });
    expect(await roosterBeat(world)).toBe(0);
    expect(other).toBe(2);
    expect(owed(world)).toEqual(monday.slice(0, 2));
  });

  it('doet niets als de klok stilstaat of terugloopt', async () => {
    const world = await started();
    await beatAt(world, '2022-01-10T08:50');
    expect(await beatAt(world, '2022-01-10T08:50')).toBe(0);
    expect(await beatAt(world, '2022-01-10T08:00')).toBe(0);
    expect(await beatAt(world, '2022-01-10T08:55')).toBe(0);
    expect(owed(world)).toEqual(monday.slice(0, 2));
  });

  it('haalt bij een eerste start niets van vroeger in, ook niet van dezelfde ochtend', async () => {
    const world = memoryWorld(directoryWith(), at('2022-01-10T11:00'));
    expect(await roosterBeat(world)).toBe(0);
    expect(await beatAt(world, '2022-01-10T16:00')).toBe(1);
    expect(owed(world)).toEqual(['dienst_morgen LIM/2022-01-11 p-ines']);
  });

  it('stuurt wat op het ogenblik van de eerste start zelf valt', async () => {
    const world = memoryWorld(directoryWith(), at('2022-01-10T16:00'));
    expect(await roosterBeat(world)).toBe(1);
  });

  it('houdt elke regio apart bij, ook een die er later bij komt', async () => {
    const other: Region = { ...regio, code: 'OVL', naam: 'Oost', kanalen: { permanentie: [] } };
    const world = await started();
    await beatAt(world, '2022-01-10T10:00');
    world.know(directoryWith([regio, other]));
    await beatAt(world, '2022-01-10T10:01');
    expect(owed(world).filter((line) => line.includes('OVL'))).toEqual([]);
    await beatAt(world, '2022-01-10T16:00');
    expect(ofSoort(world, 'dienst_morgen')).toEqual([
      'dienst_morgen LIM/2022-01-11 p-ines',
      'dienst_morgen OVL/2022-01-11 p-ines',
    ]);
  });

  it('geeft met de herinnering de open casussen mee; in het kanaal staat niets over een kind [P7]', async () => {
    const world = await started();
    world.clock.set(at('2022-01-10T08:00'));
    await put(world);
    await beatAt(world, '2022-01-10T08:45');
    await deliverAll(world);
    expect(shown(world, 'dienst_straks', 'marijke')).toMatchObject([
      { soort: 'straks', dagdelen: [{ van: '09:00', tot: '12:00' }], casussen: [{ referentie: 'LIM-2022-0001' }] },
    ]);
    const channel = [...(world.chats.get('groen')?.shown.values() ?? [])].filter((s) => s.to === 'kanaal-lim');
    expect(channel).toHaveLength(1);
    expect(channel[0]?.view).toEqual({
      view: 'dienst_ochtend',
      regio: 'Limburg',
      datum: '2022-01-10',
      dagdelen: [
        { van: '09:00', tot: '12:00', wie: 'Marijke' },
        { van: '14:00', tot: '17:00', wie: 'Jeugdhulpregie – algemene permanentie ACT' },
      ],
    });
  });
});

describe('na een onderbreking', () => {
  it('van een uur gaat nog uit wat zin heeft, en hoort niemand van gemiste berichten [P7]', async () => {
    const world = await started();
    await beatAt(world, '2022-01-10T08:20');
    expect(await beatAt(world, '2022-01-10T09:20')).toBe(4);
    expect(owed(world)).toEqual(monday.slice(0, 4));
    expect(await beatAt(world, '2022-01-10T09:21')).toBe(0);
  });

  it('van een dag gaat uit wat zin heeft, en hoort de planner één keer wat gemist is [P7]', async () => {
    const world = await started();
    await beatAt(world, '2022-01-10T08:00');
    await beatAt(world, '2022-01-11T08:50');
    await beatAt(world, '2022-01-11T08:51');
    expect(ofSoort(world, 'dienst_morgen', 'dienst_straks', 'dienst_ochtend', 'dienst_onbevestigd')).toEqual([
      'dienst_morgen LIM/2022-01-11 p-ines',
      'dienst_ochtend LIM/2022-01-11 #kanaal-lim',
      'dienst_straks LIM/2022-01-11/09:00 p-ines',
    ]);
    await deliverAll(world);
    expect(ofSoort(world, 'rooster_gemist')).toHaveLength(1);
    // Monday's post and Monday's reminder; that nobody confirmed then helps nobody now.
    expect(shown(world, 'rooster_gemist', 'planner')).toEqual([
      {
        view: 'rooster_gemist',
        regio: 'Limburg',
        zone,
        van: at('2022-01-10T08:00').toString(),
        tot: at('2022-01-11T08:50').toString(),
        aantal: 2,
        dagen: ['2022-01-10'],
      },
    ]);
  });

  it('van een week gaat uit wat zin heeft, en hoort de planner één keer van welke dagen het andere was [P7]', async () => {
    const world = await started();
    await beatAt(world, '2022-01-10T08:00');
    await beatAt(world, '2022-01-17T10:00');
    await beatAt(world, '2022-01-17T10:01');
    expect(owed(world).filter((line) => !line.startsWith('rooster_gemist'))).toEqual([
      'dienst_ochtend LIM/2022-01-17 #kanaal-lim',
      'dienst_straks LIM/2022-01-17/09:00 p-marijke',
      'dienst_onbevestigd LIM/2022-01-17/09:00 p-planner',
      'dienst_onbevestigd LIM/2022-01-17/09:00 p-ines',
    ]);
    await deliverAll(world);
    // Five posts, five reminders just before, five of the day before.
    expect(shown(world, 'rooster_gemist', 'planner')).toMatchObject([
      {
        aantal: 15,
        dagen: ['2022-01-10', '2022-01-11', '2022-01-12', '2022-01-13', '2022-01-14', '2022-01-17'],
      },
    ]);
  });

  it('verliest bij om het even welke hartslagen niets: elk bericht is gestuurd of gemist, geen enkel twee keer [P7]', async () => {
    const end = at('2022-01-24T20:00');
    const all = noticesBetween(regio, memoryWorld().holidays, at('2022-01-09T20:00'), end);
    const beats = fc.array(fc.integer({ min: 1, max: 15 * 24 * 60 }), { maxLength: 25 });
    await fc.assert(
      fc.asyncProperty(beats, async (minutes) => {
        const world = await started();
        for (const m of [...minutes].sort((a, b) => a - b)) {
          const now = at('2022-01-09T20:00').add({ minutes: m });
          if (Temporal.Instant.compare(now, end) >= 0) continue;
          world.clock.set(now);
          await roosterBeat(world);
        }
        world.clock.set(end);
        await roosterBeat(world);
        await deliverAll(world);
        const sent = (n: Notice) =>
          rota(world).filter((b) => b.soort === n.soort && b.op.equals(n.op) && b.onderwerp.includes(n.datum)).length;
        const expected = (n: Notice) => (n.soort === 'dienst_onbevestigd' ? [0, 2] : [0, 1]);
        for (const n of all) expect(expected(n), `${n.soort} ${n.datum}`).toContain(sent(n));
        const silent = all.filter((n) => isWorthTelling(n) && sent(n) === 0).length;
        const told = shown(world, 'rooster_gemist', 'planner').reduce(
          (sum, view) => sum + (view?.view === 'rooster_gemist' ? view.aantal : 0),
          0,
        );
        expect(told).toBe(silent);
      }),
      { numRuns: 40 },
    );
  });
});

describe('een gat in het rooster', () => {
  const left: Region = {
    ...regio,
    personen: regio.personen.map((p) => (p.id === 'marijke' ? { ...p, tot: '2022-01-23' } : p)),
  };

  it('gaat vooraf naar wie het rooster maakt, en als het er is naar iedereen die iets kan doen [P6]', async () => {
    const world = await started(left);
    for (let minutes = 0; minutes < 15 * 24 * 60; minutes += 15) {
      world.clock.set(at('2022-01-09T20:00').add({ minutes }));
      await roosterBeat(world);
    }
    expect(ofSoort(world, 'gat', 'gat_nu').filter((line) => line.includes('2022-01-24/09:00'))).toEqual([
      'gat LIM/2022-01-24/09:00 p-planner',
      'gat LIM/2022-01-24/09:00 p-planner',
      'gat LIM/2022-01-24/09:00 p-planner',
      'gat_nu LIM/2022-01-24/09:00 p-planner',
      'gat_nu LIM/2022-01-24/09:00 p-ines',
      'gat_nu LIM/2022-01-24/09:00 p-provinciaal',
    ]);
  });

  it('wordt na een onderbreking van een week één keer gemeld [P6]', async () => {
    const world = await started(left);
    await beatAt(world, '2022-01-10T08:00');
    await beatAt(world, '2022-01-18T10:00');
    expect(ofSoort(world, 'gat').filter((line) => line.includes('2022-01-24/09:00'))).toHaveLength(1);
  });

  it('gaat naar de volgende kring waar niemand het rooster maakt: coördinatoren, dan de provincie [P6]', () => {
    const notice: Notice = {
      soort: 'gat',
      datum: '2022-01-24',
      van: '09:00',
      persoon: null,
      op: at('2022-01-23T09:00'),
      sleutel: at('2022-01-23T09:00'),
      nuttigTot: at('2022-01-24T09:00'),
    };
    const told = (without: readonly string[]) => {
      const region = { ...regio, personen: regio.personen.filter((p) => !without.includes(p.id)) };
      const { holidays } = memoryWorld();
      return recipientsOf(notice, region, directoryWith([region]), holidays, notice.op).map((p) => p.id);
    };
    expect(told([])).toEqual(['p-planner']);
    expect(told(['planner'])).toEqual(['p-marijke', 'p-ines']);
    expect(told(['planner', 'marijke', 'ines'])).toEqual(['p-provinciaal']);
    expect(told(['planner', 'marijke', 'ines', 'provinciaal'])).toEqual(['niemand:LIM']);
  });

  it('dat openvalt terwijl het dagdeel loopt, wordt nog gemeld als iets van nu; na het dagdeel niet meer [P4, P6]', async () => {
    const world = await started(left);
    const fell = { casusId: null, onderwerp: 'LIM/2022-01-24/09:00', op: at('2022-01-24T10:00') };
    const owe = (id: string) =>
      world.store.commit({
        berichten: [{ ...fell, id, soort: 'gat', aan: { persoon: id === 'een' ? 'p-ines' : 'p-planner' } }],
        audit: [],
      });
    world.clock.set(at('2022-01-24T10:01'));
    await owe('een');
    await deliver(world, 'een');
    expect(shown(world, 'gat', 'ines')).toMatchObject([{ van: '09:00', nu: true, opgelost: false }]);
    await owe('twee');
    world.clock.set(at('2022-01-24T12:00'));
    await deliver(world, 'twee');
    expect(shown(world, 'gat', 'planner')).toEqual([]);
  });

  it('dat ingevuld is voor het bericht vertrok, hoort niemand meer; wie het al las, leest dat het ingevuld is [P6]', async () => {
    const world = await started(left);
    await beatAt(world, '2022-01-10T09:00');
    const card = rota(world).find((b) => b.soort === 'gat' && b.onderwerp === 'LIM/2022-01-24/09:00');
    if (!card) throw new Error('no gap was told');
    await deliver(world, card.id);
    world.know(directoryWith([regio]));
    await deliverAll(world);
    await refresh(world, card.onderwerp);
    expect(shown(world, 'gat', 'planner')).toMatchObject([{ datum: '2022-01-24', van: '09:00', opgelost: true }]);
    expect(rota(world).filter((b) => b.soort === 'gat' && b.stand === 'vervallen').length).toBeGreaterThan(0);
  });
});

describe('Ik ben er', () => {
  async function reminded(): Promise<MemoryWorld> {
    const world = await started();
    await beatAt(world, '2022-01-10T08:45');
    await deliverAll(world);
    return world;
  }

  it('bevestigt op de kaart, en niemand hoeft nog te zoeken [P7]', async () => {
    const world = await reminded();
    world.clock.set(at('2022-01-10T09:14'));
    expect(await meldt(world, 'marijke', MONDAY)).toMatchObject({
      kind: 'replace',
      view: { view: 'dienst', bevestigd: at('2022-01-10T09:14').toString() },
    });
    expect(world.kept.refreshed.flat()).toContain(MONDAY);
    await beatAt(world, '2022-01-10T09:15');
    await beatAt(world, '2022-01-10T12:00');
    expect(ofSoort(world, 'dienst_onbevestigd')).toEqual([]);
    expect(world.kept.audit).toContainEqual(expect.objectContaining({ wie: 'p-marijke', wat: 'permanentie.aanwezig' }));
  });

  it('te laat gedrukt verandert de kaart van planner en collega [P7]', async () => {
    const world = await reminded();
    await beatAt(world, '2022-01-10T09:15');
    await deliverAll(world);
    expect(shown(world, 'dienst_onbevestigd', 'ines')).toMatchObject([{ wie: 'Marijke', bevestigd: null }]);
    world.clock.set(at('2022-01-10T09:20'));
    await meldt(world, 'marijke', MONDAY);
    await refresh(world, MONDAY);
    for (const who of ['planner', 'ines'])
      expect(shown(world, 'dienst_onbevestigd', who)).toMatchObject([
        { wie: 'Marijke', bevestigd: { door: 'Marijke', op: at('2022-01-10T09:20').toString() } },
      ]);
  });

  it('net voor het bericht aan de planner vertrekt: die krijgt niets [P7]', async () => {
    const world = await reminded();
    await beatAt(world, '2022-01-10T09:15');
    await meldt(world, 'marijke', MONDAY);
    await deliverAll(world);
    expect(shown(world, 'dienst_onbevestigd', 'planner')).toEqual([]);
  });

  it.each(['ines', 'planner', 'melder'])('is niet voor %s [P7]', async (who) => {
    const world = await reminded();
    expect(await meldt(world, who, MONDAY)).toEqual(refused);
    expect(world.kept.aanwezig.size).toBe(0);
  });

  it('twee keer drukken houdt de eerste keer; dezelfde levering doet niets [P7]', async () => {
    const world = await reminded();
    await meldt(world, 'marijke', MONDAY, 'een-en-dezelfde');
    expect(await meldt(world, 'marijke', MONDAY, 'een-en-dezelfde')).toEqual({ kind: 'nothing' });
    world.clock.set(at('2022-01-10T09:30'));
    expect(await meldt(world, 'marijke', MONDAY)).toMatchObject({
      view: { bevestigd: at('2022-01-10T08:45').toString() },
    });
  });

  it.each([
    ['2022-01-10T06:59', 'te vroeg'],
    ['2022-01-07T16:00', 'de vrijdag ervoor'],
    ['2022-01-10T12:00', 'na het einde'],
    ['2022-01-11T09:00', 'een dag later'],
  ])('om %s is %s [P7]', async (wall) => {
    const world = await reminded();
    world.clock.set(at(wall));
    expect(await meldt(world, 'marijke', MONDAY)).toEqual(refused);
    expect(world.kept.aanwezig.size).toBe(0);
  });

  it.each(['2022-01-10T07:00', '2022-01-10T08:59', '2022-01-10T11:59'])('mag om %s [P7]', async (wall) => {
    const world = await reminded();
    world.clock.set(at(wall));
    expect(await meldt(world, 'marijke', MONDAY)).toMatchObject({ kind: 'replace' });
  });

  it('mag zodra de knop er is, ook waar een regio vier uur vooraf herinnert [P7]', async () => {
    const world = await started({ ...regio, herinneringen: { ...regio.herinneringen, vooraf: 'PT4H' } });
    await beatAt(world, '2022-01-10T05:00');
    expect(ofSoort(world, 'dienst_straks')).toHaveLength(1);
    expect(await meldt(world, 'marijke', MONDAY)).toMatchObject({ kind: 'replace' });
  });

  it.each(['', 'LIM', 'LIM/2022-01-10', 'XXX/2022-01-10/09:00', 'LIM/2022-13-45/09:00', 'LIM/2022-01-10/10:00', '{}'])(
    'met een knop over “%s” geeft een zin, geen fout',
    async (subject) => {
      const world = await reminded();
      expect(await meldt(world, 'marijke', subject)).toMatchObject({ kind: 'answer', view: { view: 'weigering' } });
    },
  );
});

describe('het rooster wijzigt nadat de herinnering gemaakt is', () => {
  /** Ines takes over Marijke's Mondays. */
  const swapped: Region = {
    ...regio,
    permanentie: regio.permanentie.map((p) => ({
      ...p,
      dagdelen: p.dagdelen.map((d) =>
        d.dag !== 'ma' ? d : 'persoon' in d ? { ...d, persoon: 'ines' } : { ...d, eigenaar: 'ines' },
      ),
    })),
  };
  const afterReminders = async (...walls: string[]) => {
    const world = await started(regio, '2022-01-07T12:00');
    for (const wall of walls) {
      await beatAt(world, wall);
      await deliverAll(world);
    }
    world.know(
      directoryWith(
        [swapped],
        people,
        people.map((p) => account(p.id.slice(2))),
        2,
      ),
    );
    return world;
  };

  it('de kaart zegt dat het dagdeel van iemand anders is, en de knop weigert [P4, P7]', async () => {
    const world = await afterReminders('2022-01-07T16:00', '2022-01-10T08:45');
    await refresh(world, MONDAY);
    await refresh(world, 'LIM/2022-01-10');
    expect(shown(world, 'dienst_straks', 'marijke')).toMatchObject([{ vervallen: true, dagdelen: [] }]);
    expect(shown(world, 'dienst_morgen', 'marijke')).toMatchObject([{ vervallen: true, dagdelen: [] }]);
    expect(await meldt(world, 'marijke', MONDAY)).toEqual(refused);
    expect(await meldt(world, 'ines', MONDAY)).toMatchObject({ kind: 'replace', view: { vervallen: false } });
  });

  it('wat nog niet vertrokken was, vertrekt niet meer [P4]', async () => {
    const world = await started();
    await beatAt(world, '2022-01-10T08:45');
    world.know(
      directoryWith(
        [swapped],
        people,
        people.map((p) => account(p.id.slice(2))),
        2,
      ),
    );
    await deliverAll(world);
    expect(shown(world, 'dienst_straks', 'marijke')).toEqual([]);
  });

  it('wat de ene bevestigde, telt niet voor de ander: die wordt gezocht en kan zelf bevestigen [P4, P7]', async () => {
    const world = await afterReminders('2022-01-10T08:45');
    world.know(directoryWith());
    await meldt(world, 'marijke', MONDAY);
    world.know(directoryWith([swapped]));
    await beatAt(world, '2022-01-10T09:15');
    await deliverAll(world);
    expect(shown(world, 'dienst_onbevestigd', 'planner')).toMatchObject([{ wie: 'Ines', bevestigd: null }]);
    world.clock.set(at('2022-01-10T09:20'));
    expect(await meldt(world, 'ines', MONDAY)).toMatchObject({
      view: { view: 'dienst', bevestigd: at('2022-01-10T09:20').toString() },
    });
    await refresh(world, MONDAY);
    expect(shown(world, 'dienst_onbevestigd', 'planner')).toMatchObject([{ wie: 'Ines', bevestigd: { door: 'Ines' } }]);
  });
});

it('wie weer bereikbaar wordt, krijgt geen herinneringen van vroeger [P7]', async () => {
  const world = await started();
  world.chats.get('groen')?.failFor.set('adres-groen-marijke', { kind: 'unreachable', reason: 'blocked' });
  await beatAt(world, '2022-01-10T08:45');
  await deliverAll(world);
  const [card] = rota(world).filter((b) => b.soort === 'dienst_straks');
  if (!card) throw new Error('no reminder was made');
  expect(card.stand).toBe('mislukt');
  world.chats.get('groen')?.failFor.clear();
  world.know(directoryWith());
  world.kept.berichten.set(card.id, { ...card, stand: 'wacht' });
  world.clock.set(at('2022-01-12T10:00'));
  await deliver(world, card.id);
  expect(world.kept.berichten.get(card.id)?.stand).toBe('vervallen');
  expect(shown(world, 'dienst_straks', 'marijke')).toEqual([]);
});

it('telt als niet bezorgd wat over het rooster te zeggen valt in een regio zonder planners, en zegt dat aan niemand [P6]', async () => {
  const personen = regio.personen.map((p) => ({
    ...{ ...p, rollen: ['expert' as const] },
    ...(p.id === 'marijke' && { tot: '2022-01-23' }),
  }));
  const world = await started({ ...regio, personen });
  await beatAt(world, '2022-01-10T10:00');
  const gaps = () => rota(world).filter((b) => b.soort === 'gat');
  expect(ofSoort(world, 'gat')).toEqual([
    'gat LIM/2022-01-24/09:00 niemand:LIM',
    'gat LIM/2022-01-24/14:00 niemand:LIM',
  ]);
  const before = rota(world).length;
  await deliverAll(world);
  expect(gaps().map((b) => b.stand)).toEqual(['mislukt', 'mislukt']);
  expect(rota(world)).toHaveLength(before);
});
