import { describe, expect, it } from 'vitest';
import { deliver, refresh } from '../berichten/deliver.ts';
import { klok, put, wachtend } from '../casus/casus.fixture.ts';
import type { Casus } from '../casus/casus.ts';
import type { Intent } from '../intent.ts';
import { comes } from '../play.fixture.ts';
import type { Region } from '../regio/region.ts';
import {
  account,
  directoryWith,
  type FakeChat,
  fakeChat,
  type MemoryWorld,
  memoryWorld,
  monday,
  people,
  regio,
} from '../world.fixture.ts';
import { tafel } from '../zorgtafel/zorgtafel.fixture.ts';
import { mijnWerk } from './mijn-werk.ts';
import { werkBeat } from './werk-beat.ts';
import type { MijnWerkView } from './werk-view.ts';

const personOf = (id: string) => {
  const found = people.find((p) => p.id === `p-${id}`);
  if (!found) throw new Error(id);
  return found;
};
const of = async (world: MemoryWorld, id: string): Promise<MijnWerkView> =>
  (await mijnWerk(world, personOf(id), world.clock.now())).view;

const references = (list: { eerste: { referentie: string }[] }) => list.eerste.map((r) => r.referentie);

/** A case of its own, with its clock. */
async function withCase(world: MemoryWorld, n: number, more: Partial<Casus> = {}, hours = 24): Promise<string> {
  const id = `casus-${n}`;
  const einde = monday.add({ hours });
  await put(world, { ...wachtend, id, ...more }, { ...klok, id: `termijn-${n}`, einde });
  return id;
}

/** `groen` has a home, kept in `homes`. */
function withHome(start = memoryWorld()): { world: MemoryWorld; chat: FakeChat } {
  const chat = fakeChat('groen', { 'groen-nieuw': { naam: 'Nieuw', email: 'nieuw@example.org' } });
  chat.home = async (to, view) => {
    const failed = chat.next.shift() ?? chat.failFor.get(to);
    if (failed && failed.kind !== 'posted') return failed;
    chat.homes.push({ account: to, view });
    return { kind: 'posted', ref: to };
  };
  start.chats.set('groen', chat);
  return { world: start, chat };
}

const opens = (world: MemoryWorld, who: string) => comes(world, who, { kind: 'lifecycle', event: 'home-opened' });
const types = (world: MemoryWorld, who: string, text = '/werk', place: Intent['place'] = 'private') =>
  comes(world, who, { kind: 'command', text }, { place });

/** Does the work that waits: messages, and what is to be brought up to date. */
async function work(world: MemoryWorld): Promise<void> {
  for (const b of [...world.kept.berichten.values()].filter((one) => one.stand === 'wacht')) await deliver(world, b.id);
  for (const subject of world.kept.refreshed.splice(0)) await refresh(world, subject);
}

describe('wat op iemands overzicht staat', () => {
  it('is voor een aanmelder de eigen aanmeldingen, de vragen daarover en verder niets', async () => {
    const world = memoryWorld();
    const vraag = { id: 'v-1', door: 'p-marijke', tekst: 'Wie kookt?', op: monday };
    await withCase(world, 1, { inhoud: { ...wachtend.inhoud, vragen: [vraag] } });
    await withCase(world, 2, { aanmelder: 'p-vreemde' });
    const view = await of(world, 'melder');
    expect(references(view.aanmeldingen)).toEqual(['LIM-2022-0001']);
    expect(view.wacht.eerste).toEqual([
      { soort: 'vraag', subject: 'casus-1/v-1', referentie: 'LIM-2022-0001', door: 'Marijke' },
    ]);
    expect(view).toMatchObject({
      inTeam: false,
      casussen: { eerste: [] },
      dagdelen: { eerste: [] },
      gaten: { eerste: [] },
    });
    expect(JSON.stringify(view)).not.toContain('Wie kookt');
  });

  it('is voor wie van wacht is: tot wanneer, de eigen casussen en wat nog te bevestigen is [P7]', async () => {
    const world = memoryWorld();
    await withCase(world, 1);
    const view = await of(world, 'marijke');
    expect(view.nu).toEqual([{ regio: 'Limburg', tot: '12:00', route: null }]);
    expect(references(view.casussen)).toEqual(['LIM-2022-0001']);
    expect(view.wacht.eerste[0]).toMatchObject({ soort: 'bevestigen', subject: 'LIM/2022-01-10/09:00' });
    const ines = await of(world, 'ines');
    expect(ines).toMatchObject({ nu: [], casussen: { eerste: [], nogMeer: 0 }, wacht: { eerste: [] } });
  });

  it('is voor wie plant: wat niemand invult [P6]; een collega ziet dat niet', async () => {
    const open: Region = {
      ...regio,
      uitzonderingen: [
        {
          id: 'u-1',
          regio: 'LIM',
          datum: '2022-01-12',
          van: '09:00',
          tot: '12:00',
          wat: { kind: 'open' },
          groep: null,
          door: 'p-marijke',
          op: monday,
          ongedaan: null,
        },
      ],
    };
    const world = memoryWorld(directoryWith([open]));
    expect((await of(world, 'planner')).gaten.eerste).toMatchObject([
      { datum: '2022-01-12', van: '09:00', tot: '12:00', subject: 'LIM/2022-01-12/09:00', overnemen: false },
    ]);
    expect((await of(world, 'marijke')).gaten.eerste).toEqual([]);
    expect((await of(world, 'expert')).gaten.eerste).toEqual([]);
  });

  it('toont een vraag om te ruilen aan wie gevraagd wordt, tot het dagdeel begint [P4]', async () => {
    const world = memoryWorld();
    const geef = { datum: '2022-01-12', van: '09:00', tot: '12:00' };
    const verzoek = {
      id: 'v',
      regio: 'LIM',
      van: 'p-marijke',
      aan: 'p-ines',
      geef,
      krijg: null,
      stand: 'open' as const,
      op: monday,
    };
    world.kept.verzoeken.set('v', verzoek);
    expect((await of(world, 'ines')).wacht.eerste).toEqual([
      { soort: 'verzoek', subject: 'LIM/verzoek/v', van: 'Marijke', geef, krijg: null },
    ]);
    expect((await of(world, 'marijke')).wacht.eerste.map((w) => w.soort)).not.toContain('verzoek');
    world.clock.set(Temporal.Instant.from('2022-01-12T08:00:00Z'));
    expect((await of(world, 'ines')).wacht.eerste.map((w) => w.soort)).not.toContain('verzoek');
  });

  it('telt wat niet meer past, en zegt het als er nog meer is', async () => {
    const world = memoryWorld();
    for (let n = 1; n <= 45; n += 1) await withCase(world, n);
    const { casussen, nietGelezen } = await of(world, 'marijke');
    expect(casussen.eerste).toHaveLength(8);
    expect(casussen.nogMeer).toBe(33);
    expect(nietGelezen).toBe(true);
  });

  it('houdt voor wie het team verliet alleen over wat nog van hem is [S7]', async () => {
    const gone: Region = {
      ...regio,
      personen: regio.personen.map((p) => (p.id === 'marijke' ? { ...p, tot: '2022-01-09' } : p)),
    };
    const world = memoryWorld(directoryWith([gone]));
    await withCase(world, 1);
    await withCase(world, 2, { aanmelder: 'p-marijke', aanspreekpunt: 'p-ines' });
    const view = await of(world, 'marijke');
    expect(view).toMatchObject({ inTeam: false, coordinator: false, nu: [], casussen: { eerste: [] } });
    expect(references(view.aanmeldingen)).toEqual(['LIM-2022-0002']);
  });

  it('weet wanneer het vanzelf verandert: het eerste van een termijn, een dagdeel en de dag', async () => {
    const world = memoryWorld();
    await withCase(world, 1, { aanmelder: 'p-vreemde' }, 1);
    const at = async (id: string) => (await mijnWerk(world, personOf(id), world.clock.now())).verandert?.toString();
    expect(await at('marijke')).toBe('2022-01-10T10:00:00Z');
    expect(await at('ines')).toBe('2022-01-10T23:00:00Z');
    expect(await at('vreemde')).toBe('2022-01-10T10:00:00Z');
    expect(await at('melder')).toBeUndefined();
  });
});

describe('een plek die altijd hetzelfde toont', () => {
  it('vraagt geen antwoord meer voor een moment van een zorgtafel dat voorbij is, en weet wanneer dat is [T4]', async () => {
    const world = memoryWorld();
    await withCase(world, 1, { stand: 'opgenomen', betrokkenen: ['p-vreemde'] });
    world.kept.zorgtafels.set('tafel-1', { ...tafel, casusId: 'casus-1' });
    const work = async (hours: number) => {
      world.clock.set(monday.add({ hours }));
      const { view, verandert } = await mijnWerk(world, personOf('vreemde'), world.clock.now());
      return [view.wacht.eerste.map((w) => w.soort), verandert?.toString()];
    };
    expect(await work(25)).toEqual([['zorgtafel'], monday.add({ hours: 30 }).toString()]);
    expect((await work(30))[0]).toEqual([]);
  });

  it('toont wie ze opent het overzicht, één keer zolang er niets verandert', async () => {
    const { world, chat } = withHome();
    expect(await opens(world, 'marijke')).toEqual({ kind: 'nothing' });
    await work(world);
    for (let n = 0; n < 3; n += 1) {
      await opens(world, 'marijke');
      await work(world);
    }
    expect(chat.homes).toMatchObject([
      { account: 'adres-groen-marijke', view: { view: 'mijn_werk', naam: 'Marijke' } },
    ]);
    expect([...world.kept.berichten.values()]).toHaveLength(1);
    expect(chat.shown.size).toBe(0);
  });

  it('toont een onbekende waarvoor het is, met de kennismaking achter een knop', async () => {
    const { world, chat } = withHome();
    expect(await opens(world, 'nieuw')).toEqual({ kind: 'answer', view: { view: 'welkom' } });
    const press = { kind: 'action', action: 'werk.tonen', subject: '', values: {}, from: 'card' } as const;
    const asked = await comes(world, 'nieuw', press);
    expect(asked).toMatchObject({ kind: 'form', view: { view: 'kennismaking' } });
    expect(JSON.stringify(asked)).toContain('"then":"werk"');
    const values = { organisatie: 'CKG', functie: 'Begeleider', sector: 'ckg_cig' };
    await comes(world, 'nieuw', {
      kind: 'action',
      action: 'kennismaking.bewaren',
      subject: 'werk',
      values,
      from: 'form',
    });
    await work(world);
    expect(chat.homes.at(-1)).toMatchObject({
      account: 'adres-groen-nieuw',
      view: { view: 'mijn_werk', naam: 'Nieuw' },
    });
  });

  it('volgt een casus voor wie erbij is en wie erbij was, en laat de anderen met rust [A3]', async () => {
    const { world, chat } = withHome();
    await withCase(world, 1);
    for (const who of ['marijke', 'ines', 'melder', 'vreemde']) await opens(world, who);
    await work(world);
    expect(chat.homes).toHaveLength(4);
    const next = { ...wachtend, versie: 2, stand: 'opgenomen' as const, aanspreekpunt: 'p-ines' };
    await world.store.commit({ casus: { next, was: 1 }, refresh: 'casus-1', audit: [] });
    await work(world);
    const changed = chat.homes.slice(4);
    expect(changed.map((h) => h.account).sort()).toEqual(
      ['ines', 'marijke', 'melder'].map((who) => `adres-groen-${who}`),
    );
  });

  it('zegt uit zichzelf dat een termijn verstreek, ook als er geen herinnering op valt [A2]', async () => {
    const { world, chat } = withHome();
    await withCase(world, 1, { aanmelder: 'p-vreemde' });
    await opens(world, 'vreemde');
    await work(world);
    expect(await werkBeat(world)).toBe(0);
    world.clock.set(monday.add({ hours: 24 }));
    expect(await werkBeat(world)).toBe(1);
    await work(world);
    expect(chat.homes.at(-1)?.view).toMatchObject({ aanmeldingen: { eerste: [{ verstreken: true }] } });
    expect(await werkBeat(world)).toBe(0);
  });

  it('past zich aan als een rol weggenomen wordt [S7]', async () => {
    const { world, chat } = withHome();
    await withCase(world, 1);
    await opens(world, 'marijke');
    await work(world);
    world.know(
      directoryWith([
        { ...regio, personen: regio.personen.map((p) => (p.id === 'marijke' ? { ...p, tot: '2022-01-09' } : p)) },
      ]),
    );
    await refresh(world, 'team/LIM');
    expect(chat.homes.at(-1)?.view).toMatchObject({
      inTeam: false,
      casussen: { eerste: [] },
      dagdelen: { eerste: [] },
    });
  });

  it('komt terug als het platform het druk heeft, en blijft wachten als er niemand is', async () => {
    const { world, chat } = withHome();
    await opens(world, 'marijke');
    const [bericht] = world.kept.berichten.keys();
    chat.next.push({ kind: 'later', afterMs: 700, reason: 'druk' });
    expect(await deliver(world, bericht ?? '')).toEqual({ kind: 'later', afterMs: 700 });
    chat.next.push({ kind: 'unreachable', reason: 'weg' });
    expect(await deliver(world, bericht ?? '')).toEqual({ kind: 'done' });
    // Not shown, but nobody is called unreachable for it, and nothing is counted as lost.
    expect(world.store.directory().accountsByKey.get('groen|groen-marijke')?.reachable).toBe(true);
    expect(await world.outbox.deadCount()).toBe(0);
    await refresh(world, 'werk/p-marijke');
    expect(chat.homes).toHaveLength(1);
  });

  it('toont niets meer op een account dat van iemand anders werd', async () => {
    const { world, chat } = withHome();
    await opens(world, 'marijke');
    await work(world);
    world.know(directoryWith([regio], people, [{ ...account('marijke'), personId: 'p-vreemde' }]));
    await refresh(world, 'werk/p-marijke');
    expect(chat.homes).toHaveLength(1);
    expect([...world.kept.berichten.values()].map((b) => b.stand)).toEqual(['vervallen']);
  });

  it('antwoordt op /werk met een afschrift van nu, en houdt daarna de plek zelf juist', async () => {
    const { world, chat } = withHome();
    expect(await types(world, 'marijke')).toMatchObject({ kind: 'answer', view: { view: 'mijn_werk' } });
    await work(world);
    expect(chat.homes).toHaveLength(1);
  });
});

describe('zonder zo’n plek', () => {
  const cards = (world: MemoryWorld) =>
    [...(world.chats.get('groen')?.shown.values() ?? [])].map((s) => [s.view.view, s.times] as const);

  it('is het nieuwste overzicht in het gesprek het juiste, en zegt een ouder waar het staat', async () => {
    const world = memoryWorld();
    await types(world, 'marijke', 'mijn werk');
    await work(world);
    world.clock.set(monday.add({ seconds: 5 }));
    await types(world, 'marijke', 'Mijn Werk');
    await work(world);
    expect(cards(world)).toEqual([
      ['mijn_werk_ouder', 2],
      ['mijn_werk', 1],
    ]);
    await withCase(world, 1);
    await refresh(world, 'casus-1');
    expect(cards(world).slice(0, 2)).toEqual([
      ['mijn_werk_ouder', 2],
      ['mijn_werk', 2],
    ]);
  });

  it('staat er één zodra de bot erbij komt, voor wie bekend is', async () => {
    const world = memoryWorld();
    for (let n = 0; n < 2; n += 1) {
      await comes(world, 'marijke', { kind: 'lifecycle', event: 'reachable' });
      await work(world);
    }
    await comes(world, 'nieuw', { kind: 'lifecycle', event: 'reachable' });
    await work(world);
    expect(cards(world)).toEqual([['mijn_werk', 1]]);
  });

  it('wordt waar anderen meekijken alleen aan de vrager getoond', async () => {
    const world = memoryWorld();
    expect(await types(world, 'marijke', 'werk', 'shared')).toMatchObject({
      kind: 'answer',
      view: { view: 'mijn_werk' },
    });
    expect(world.kept.berichten.size).toBe(0);
  });
});
