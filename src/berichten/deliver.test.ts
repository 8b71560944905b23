import { describe, expect, it } from 'vitest';
import { handle } from '../bot.ts';
import { klok, put, wachtend } from '../casus/casus.fixture.ts';
import type { View } from '../view.ts';
import { mijnWerk } from '../werk/mijn-werk.ts';
import {
  account,
  directoryWith,
  type FakeChat,
  type MemoryWorld,
  memoryWorld,
  monday,
  people,
  regio,
} from '../world.fixture.ts';
import { tafel } from '../zorgtafel/zorgtafel.fixture.ts';
import type { Bericht, NewBericht } from './bericht.ts';
import { deliver, refresh } from './deliver.ts';
import { undeliverable } from './undeliverable.ts';

const KAART = 'kaart-casus-1';
const STATUS = 'status-casus-1';

function chat(world: MemoryWorld, platform = 'groen'): FakeChat {
  const found = world.chats.get(platform);
  if (!found) throw new Error(`no ${platform}`);
  return found;
}
async function withCase(world = memoryWorld()): Promise<MemoryWorld> {
  await put(world);
  return world;
}
const shown = (world: MemoryWorld, id: string, platform = 'groen') =>
  chat(world, platform).shown.get(`${platform}:${id}`);
const stand = (world: MemoryWorld, id: string) => world.kept.berichten.get(id)?.stand;

/** What somebody else decides meanwhile. */
async function change(world: MemoryWorld, with_: Partial<typeof wachtend>): Promise<void> {
  const casus = world.kept.casussen.get('casus-1') ?? wachtend;
  const next = { ...casus, ...with_, versie: casus.versie + 1 };
  await world.store.commit({ casus: { next, was: casus.versie }, audit: [] });
}
async function send(world: MemoryWorld, more: Partial<NewBericht> & Pick<NewBericht, 'soort' | 'onderwerp' | 'aan'>) {
  const bericht = { id: `${more.soort}-${more.onderwerp}`, casusId: 'casus-1', op: monday, ...more };
  await world.store.commit({ berichten: [bericht], audit: [] });
  return bericht.id;
}
const people2 = (...gone: string[]) =>
  directoryWith(
    [regio],
    people,
    people.map((p) => account(p.id.slice(2), 'groen', !gone.includes(p.id.slice(2)))),
  );

describe('bezorgen', () => {
  it('plaatst een bericht één keer, hoe vaak er ook om gevraagd wordt [S2]', async () => {
    const world = await withCase();
    for (let n = 0; n < 5; n++) expect(await deliver(world, KAART)).toEqual({ kind: 'done' });
    expect(shown(world, KAART)).toMatchObject({ to: 'adres-groen-marijke', times: 1, view: { view: 'casus_kaart' } });
    expect(stand(world, KAART)).toBe('verzonden');
  });

  it('toont wat nu waar is, niet wat waar was toen het klaargezet werd [A3]', async () => {
    const world = await withCase();
    await change(world, { stand: 'opgenomen' });
    await deliver(world, KAART);
    expect(shown(world, KAART)?.view).toMatchObject({ stand: 'opgenomen' });
  });

  it('werkt een verzonden kaart bij waar ze staat, enkel als ze verandert', async () => {
    const world = await withCase();
    await deliver(world, KAART);
    await deliver(world, KAART);
    expect(shown(world, KAART)?.times).toBe(1);
    await change(world, { stand: 'opgenomen' });
    await refresh(world, 'casus-1');
    expect(shown(world, KAART)).toMatchObject({ times: 2, view: { stand: 'opgenomen' } });
  });

  it('geeft een bericht dat een ander net bezorgt even de tijd', async () => {
    const world = await withCase();
    await world.outbox.lease(KAART, monday, 1000);
    expect(await deliver(world, KAART)).toEqual({ kind: 'later', afterMs: 1000 });
    expect(await deliver(world, 'bestaat-niet')).toEqual({ kind: 'done' });
  });

  it('wacht zolang het platform dat vraagt, en verliest niets', async () => {
    const world = await withCase();
    chat(world).next.push({ kind: 'later', afterMs: 7000, reason: 'busy' });
    expect(await deliver(world, KAART)).toEqual({ kind: 'later', afterMs: 7000 });
    expect(stand(world, KAART)).toBe('wacht');
    expect(await deliver(world, KAART)).toEqual({ kind: 'done' });
    expect(stand(world, KAART)).toBe('verzonden');
  });

  it('zegt het platform erbij dat het al eens geprobeerd was, ook als een ander dat deed', async () => {
    const world = await withCase();
    const tried: (boolean | undefined)[] = [];
    const { post } = chat(world);
    world.chats.set('groen', {
      ...chat(world),
      async post(to, view, key, again) {
        tried.push(again);
        return tried.length === 1 ? { kind: 'later', reason: 'timeout' } : post(to, view, key);
      },
    });
    await deliver(world, KAART);
    await deliver(world, KAART);
    expect(tried).toEqual([false, true]);
  });

  it('brengt ook wat al opgegeven was, met wat dan waar is, en niet meer wat geen zin meer heeft [P2]', async () => {
    const world = await withCase();
    const late = await send(world, { soort: 'vraag', onderwerp: 'bestaat-niet-meer', aan: { persoon: 'p-piet' } });
    for (const id of [KAART, late])
      world.kept.berichten.set(id, { ...(world.kept.berichten.get(id) as Bericht), stand: 'mislukt' });
    await change(world, { stand: 'opgenomen' });
    expect(await deliver(world, KAART)).toEqual({ kind: 'done' });
    expect(await deliver(world, late)).toEqual({ kind: 'done' });
    expect(shown(world, KAART)?.view).toMatchObject({ stand: 'opgenomen' });
    expect([stand(world, KAART), stand(world, late)]).toEqual(['verzonden', 'vervallen']);
  });

  it('geeft het bericht vrij als er iets stukgaat, zodat de volgende poging het kan brengen', async () => {
    const world = await withCase();
    const { post } = chat(world);
    world.chats.set('groen', {
      ...chat(world),
      post: async () => {
        throw new Error('cable');
      },
    });
    await expect(deliver(world, KAART)).rejects.toThrow('cable');
    world.chats.set('groen', { ...chat(world), post });
    expect(await deliver(world, KAART)).toEqual({ kind: 'done' });
  });

  it('houdt de andere kaarten niet tegen als één ontvanger bezet is [A3]', async () => {
    const world = await withCase();
    await refresh(world, 'casus-1');
    await change(world, { stand: 'opgenomen' });
    chat(world).failFor.set('adres-groen-marijke', { kind: 'later', afterMs: 3000, reason: 'busy' });
    expect(await refresh(world, 'casus-1')).toEqual({ kind: 'later', afterMs: 3000 });
    expect(shown(world, STATUS)?.view).toMatchObject({ stand: 'opgenomen' });
    chat(world).failFor.clear();
    await refresh(world, 'casus-1');
    expect(shown(world, KAART)?.view).toMatchObject({ stand: 'opgenomen' });
  });

  it('geeft een aanmelding alsnog door als anderen telkens net eerder waren [A1]', async () => {
    const world = await withCase(memoryWorld(people2('marijke')));
    const { commit } = world.store;
    world.store.commit = async (change) => (change.casus ? { kind: 'verouderd' } : commit(change));
    await expect(deliver(world, KAART)).rejects.toThrow();
    world.store.commit = commit;
    await deliver(world, KAART);
    expect(world.kept.casussen.get('casus-1')?.aanspreekpunt).toBe('p-ines');
  });

  it('houdt de andere kaarten niet tegen als er één stukgaat, en zegt op het einde dat er iets stuk is [A3]', async () => {
    const world = await withCase();
    for (const id of [KAART, STATUS]) await deliver(world, id);
    const { update } = chat(world);
    world.chats.set('groen', {
      ...chat(world),
      async update(ref, view) {
        if (ref === `groen:${KAART}`) throw new Error('cannot be drawn');
        return update(ref, view);
      },
    });
    await change(world, { stand: 'opgenomen' });
    await expect(refresh(world, 'casus-1')).rejects.toThrow('cannot be drawn');
    expect(shown(world, STATUS)?.view).toMatchObject({ stand: 'opgenomen' });
  });

  it('laat een kaart die daar weggehaald is met rust', async () => {
    const world = await withCase();
    await deliver(world, KAART);
    chat(world).shown.clear();
    await change(world, { stand: 'opgenomen' });
    await refresh(world, 'casus-1');
    expect(stand(world, KAART)).toBe('vervallen');
    expect(world.kept.casussen.get('casus-1')?.aanspreekpunt).toBe('p-marijke');
  });

  it('gaat naar het platform dat iemand verkiest, en anders naar waar die bereikbaar is', async () => {
    const both = [account('marijke'), account('marijke', 'blauw')];
    const choice = people.map((p) => (p.id === 'p-marijke' ? { ...p, voorkeur: 'blauw' } : p));
    const world = await withCase(memoryWorld(directoryWith([regio], choice, both)));
    chat(world, 'blauw').failFor.set('adres-blauw-marijke', { kind: 'unreachable', reason: 'blocked' });
    expect(await deliver(world, KAART)).toEqual({ kind: 'later', afterMs: 0 });
    expect(await deliver(world, KAART)).toEqual({ kind: 'done' });
    expect(shown(world, KAART)).toMatchObject({ to: 'adres-groen-marijke' });
  });
});

describe('wie de bot niet bereikt', () => {
  it('geeft een wachtende aanmelding meteen door aan de volgende, en zegt het de planner en de aanmelder [A1]', async () => {
    const world = await withCase();
    chat(world).failFor.set('adres-groen-marijke', { kind: 'unreachable', reason: 'gone' });
    await deliver(world, KAART);
    expect(world.kept.casussen.get('casus-1')).toMatchObject({ aanspreekpunt: 'p-ines', stand: 'aangemeld' });
    expect(world.store.directory().accountsByKey.get('groen|groen-marijke')?.reachable).toBe(false);
    const told = [...world.kept.berichten.values()].map(
      (b) => `${b.onderwerp}:${'persoon' in b.aan ? b.aan.persoon : ''}`,
    );
    expect(told).toEqual(
      expect.arrayContaining(['kaart:p-ines', 'persoon_niet_bereikbaar:p-planner', 'nieuw_aanspreekpunt:p-melder']),
    );
    await refresh(world, 'casus-1');
    const ines = [...chat(world).shown.values()].find(
      (s) => s.to === 'adres-groen-ines' && s.view.view === 'casus_kaart',
    );
    expect(ines?.view).toMatchObject({ inPlaatsVan: 'Marijke', mag: expect.arrayContaining(['casus.opnemen']) });
    expect(shown(world, STATUS)?.view).toMatchObject({ ontvangst: { naam: 'Ines', inPlaatsVan: 'Marijke' } });
  });

  it('geeft ook door als pas een herinnering niet aankomt [A1]', async () => {
    const world = await withCase();
    await deliver(world, KAART);
    const id = await send(world, {
      soort: 'termijn',
      onderwerp: 'terugkoppeling:herinnering:aanspreekpunt',
      aan: { persoon: 'p-marijke' },
    });
    chat(world).failFor.set('adres-groen-marijke', { kind: 'unreachable', reason: 'gone' });
    await deliver(world, id);
    expect(world.kept.casussen.get('casus-1')?.aanspreekpunt).toBe('p-ines');
  });

  it('neemt een opgenomen casus niemand af: de planner hoort het [A3]', async () => {
    const world = await withCase();
    await change(world, { stand: 'opgenomen' });
    chat(world).failFor.set('adres-groen-marijke', { kind: 'unreachable', reason: 'gone' });
    await deliver(world, KAART);
    expect(world.kept.casussen.get('casus-1')).toMatchObject({ aanspreekpunt: 'p-marijke', stand: 'opgenomen' });
    const last = [...world.kept.berichten.values()].at(-1);
    expect(last).toMatchObject({ onderwerp: 'bericht_niet_bezorgd', aan: { persoon: 'p-planner' } });
  });

  it('zegt het aanspreekpunt dat de aanmelder niet bereikt wordt', async () => {
    const world = await withCase(memoryWorld(people2('melder')));
    await deliver(world, STATUS);
    expect(stand(world, STATUS)).toBe('mislukt');
    const last = [...world.kept.berichten.values()].at(-1);
    expect(last).toMatchObject({ onderwerp: 'bericht_niet_bezorgd', aan: { persoon: 'p-marijke' } });
  });

  it.each(['teruggekoppeld', 'opgenomen'] as const)(
    'zegt het aanspreekpunt dat de aanmelder niet te lezen kreeg dat de casus %s is [A2, A3]',
    async (soort) => {
      const world = await withCase();
      await change(world, { stand: soort });
      const id = await send(world, { soort: 'mededeling', onderwerp: soort, aan: { persoon: 'p-melder' } });
      chat(world).failFor.set('adres-groen-melder', { kind: 'unreachable', reason: 'blocked' });
      await deliver(world, id);
      expect(stand(world, id)).toBe('mislukt');
      const last = [...world.kept.berichten.values()].at(-1);
      expect(last).toMatchObject({ onderwerp: 'bericht_niet_bezorgd', aan: { persoon: 'p-marijke' } });
    },
  );

  it('zegt de planner, niet het aanspreekpunt, dat het kanaal van de regio niet bereikt wordt', async () => {
    const world = await withCase();
    const id = await send(world, {
      soort: 'kanaal_aanmelding',
      onderwerp: 'kanaal',
      aan: { kanaal: { platform: 'groen', ref: 'kanaal-weg' } },
    });
    chat(world).failFor.set('kanaal-weg', { kind: 'unreachable', reason: 'not in channel' });
    await deliver(world, id);
    const last = [...world.kept.berichten.values()].at(-1);
    expect(last).toMatchObject({ onderwerp: 'bericht_niet_bezorgd', aan: { persoon: 'p-planner' } });
  });

  it('laat een kanaal van een platform dat hier niet aangesloten is, stil vallen', async () => {
    const world = await withCase();
    const id = await send(world, {
      soort: 'kanaal_aanmelding',
      onderwerp: 'kanaal',
      aan: { kanaal: { platform: 'rood', ref: 'x' } },
    });
    const before = world.kept.berichten.size;
    await deliver(world, id);
    expect([stand(world, id), world.kept.berichten.size]).toEqual(['vervallen', before]);
  });

  it('eindigt: een melding over een mislukte bezorging die zelf mislukt, geeft geen nieuwe', async () => {
    const world = await withCase(memoryWorld(people2('marijke', 'ines', 'provinciaal', 'planner', 'melder')));
    const queue = [...world.kept.berichten.keys()];
    let rounds = 0;
    for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
      const before = new Set(world.kept.berichten.keys());
      await deliver(world, id);
      queue.push(...[...world.kept.berichten.keys()].filter((k) => !before.has(k)));
      expect(++rounds).toBeLessThan(20);
    }
    expect(await world.outbox.deadCount()).toBeGreaterThan(0);
  });
});

describe('wat een bericht toont', () => {
  const everyView = (world: MemoryWorld): View[] =>
    [...world.chats.values()].flatMap((c) => [...c.shown.values()].map((s) => s.view));

  it('laat in het kanaal niets over kind of gezin zien [S9]', async () => {
    const world = await withCase();
    const id = await send(world, {
      soort: 'kanaal_aanmelding',
      onderwerp: 'kanaal',
      aan: { kanaal: { platform: 'groen', ref: 'kanaal-lim' } },
    });
    await deliver(world, id);
    expect(shown(world, id)?.view).toEqual({
      view: 'kanaal_aanmelding',
      referentie: 'LIM-2022-0001',
      bij: 'Marijke',
      uiterlijk: klok.einde.toString(),
      zone: 'Europe/Brussels',
      stand: 'aangemeld',
    });
  });

  it('haalt een kaart leeg bij wie het recht kwijt is, en stuurt er geen die nog niet vertrok [S7]', async () => {
    const world = await withCase();
    const sent = await send(world, { soort: 'casus_kaart', onderwerp: 'kaart', aan: { persoon: 'p-ines' } });
    await deliver(world, sent);
    expect(shown(world, sent)?.view.view).toBe('casus_kaart');
    world.know(directoryWith([{ ...regio, personen: regio.personen.filter((p) => p.id !== 'ines') }]));
    const late = await send(world, {
      soort: 'termijn',
      onderwerp: 'terugkoppeling:escalatie:coordinatoren',
      aan: { persoon: 'p-ines' },
    });
    await refresh(world, 'casus-1');
    expect(shown(world, sent)?.view).toEqual({ view: 'afgeschermd', referentie: 'LIM-2022-0001' });
    expect(shown(world, late)).toBeUndefined();
    expect(stand(world, late)).toBe('vervallen');
  });

  it('haalt een uitnodiging leeg bij een expert die het team verliet, en toont hem de tafel nergens meer [S7]', async () => {
    const world = await withCase(memoryWorld(directoryWith()));
    await change(world, { stand: 'opgenomen', betrokkenen: ['p-expert'] });
    world.kept.zorgtafels.set(tafel.id, tafel);
    const id = await send(world, { soort: 'uitnodiging', onderwerp: 'tafel-1/expert', aan: { persoon: 'p-expert' } });
    await deliver(world, id);
    expect(shown(world, id)?.view.view).toBe('uitnodiging');
    const personen = regio.personen.map((p) => (p.id === 'expert' ? { ...p, tot: '2022-01-09' } : p));
    world.know(directoryWith([{ ...regio, personen }]));
    await refresh(world, 'casus-1');
    expect(shown(world, id)?.view).toEqual({ view: 'afgeschermd', referentie: 'LIM-2022-0001' });
    const account = { platform: 'groen', ref: 'groen-expert', address: 'adres-groen-expert' };
    const input = { kind: 'command', text: '/zorgtafel' } as const;
    const list = await handle(world, { delivery: 'd', at: monday, account, place: 'private', input });
    expect(list).toMatchObject({ view: { view: 'tafel_lijst', regels: [] } });
    const who = people.find((p) => p.id === 'p-expert');
    expect(who && (await mijnWerk(world, who, monday)).view.wacht.eerste).toEqual([]);
  });

  it('laat een planner zonder rol op de casus enkel lezen dat iets niet aankwam [S8]', async () => {
    const world = await withCase();
    const id = await send(world, {
      soort: 'mededeling',
      onderwerp: 'persoon_niet_bereikbaar',
      aan: { persoon: 'p-planner' },
    });
    const other = await send(world, { soort: 'mededeling', onderwerp: 'aangevuld', aan: { persoon: 'p-planner' } });
    await deliver(world, id);
    await deliver(world, other);
    expect(shown(world, id)?.view).toMatchObject({ tekst: null, uitkomst: null, mag: [] });
    expect(shown(world, other)).toBeUndefined();
  });

  it('zegt in elk bericht hetzelfde aanspreekpunt, ook in een ouder bericht [A3]', async () => {
    const world = await withCase();
    await change(world, { stand: 'opgenomen' });
    const taken = await send(world, { soort: 'mededeling', onderwerp: 'opgenomen', aan: { persoon: 'p-melder' } });
    const mine = await send(world, {
      soort: 'mededeling',
      onderwerp: 'overgedragen_aan_jou',
      aan: { persoon: 'p-marijke' },
    });
    await refresh(world, 'casus-1');
    expect(shown(world, mine)?.view).toMatchObject({ soort: 'overgedragen_aan_jou' });
    await change(world, { aanspreekpunt: 'p-ines' });
    await refresh(world, 'casus-1');
    expect(shown(world, mine)?.view).toMatchObject({ soort: 'nieuw_aanspreekpunt', wie: 'Ines' });
    expect(shown(world, taken)?.view).toMatchObject({ soort: 'opgenomen', wie: 'Ines' });
    await change(world, { stand: 'aangemeld' });
    await refresh(world, 'casus-1');
    expect(shown(world, taken)?.view).toMatchObject({ soort: 'nieuw_aanspreekpunt', wie: 'Ines' });
    for (const view of everyView(world)) expect(JSON.stringify(view)).not.toContain('"wie":"Marijke"');
  });

  it('belooft geen antwoord meer als de klok gestopt is [A2]', async () => {
    const world = await withCase();
    const id = await send(world, {
      soort: 'mededeling',
      onderwerp: 'overgedragen_aan_jou',
      aan: { persoon: 'p-marijke' },
    });
    await deliver(world, id);
    expect(shown(world, id)?.view).toMatchObject({ uiterlijk: klok.einde.toString() });
    await world.store.commit({
      termijnen: [{ ...klok, gestopt: { op: monday, reden: 'x' }, volgende: null }],
      audit: [],
    });
    await refresh(world, 'casus-1');
    expect(shown(world, id)?.view).toMatchObject({ uiterlijk: null });
  });

  it('noemt niemand onbereikbaar omdat een casus teruggegeven werd en nu op iemand anders wacht', async () => {
    const world = await withCase();
    await change(world, { aanspreekpunt: 'p-ines' });
    await deliver(world, STATUS);
    expect(shown(world, STATUS)?.view).toMatchObject({ ontvangst: { naam: 'Ines', inPlaatsVan: null } });
  });

  it('zegt dat er niemand van wacht is zolang dat zo is, daarna niet meer [P2]', async () => {
    const evening = Temporal.Instant.from('2022-01-10T19:00:00Z');
    const world = memoryWorld();
    world.clock.set(evening);
    await put(world, { ...wachtend, aangemeldOp: evening, aanspreekpunt: 'p-ines' });
    await deliver(world, STATUS);
    expect(shown(world, STATUS)?.view).toMatchObject({
      ontvangst: { nuVanWacht: false, vanaf: '2022-01-11T08:00:00Z' },
    });
    world.clock.set(Temporal.Instant.from('2022-01-11T09:00:00Z'));
    await refresh(world, 'casus-1');
    expect(shown(world, STATUS)?.view).toMatchObject({ ontvangst: { nuVanWacht: true, vanaf: null } });
  });
});

describe('wat over het rooster niet aankomt', () => {
  const ochtend = { soort: 'dienst_ochtend', casusId: null, onderwerp: 'LIM/2022-01-12' } as const;
  const lost = (world: MemoryWorld) =>
    [...world.kept.berichten.values()].filter((b) => b.soort === 'rooster_niet_bezorgd');
  const gone = (world: MemoryWorld, address: string) =>
    chat(world).failFor.set(address, { kind: 'unreachable', reason: 'is_archived' });

  it('hoort wie het rooster maakt: één keer per dag, en de dag erna opnieuw [P7]', async () => {
    const world = memoryWorld();
    for (const [n, ref] of ['weg', 'ook-weg', 'morgen-weg'].entries()) {
      world.clock.set(monday.add({ hours: 12 * n }));
      gone(world, ref);
      await deliver(world, await send(world, { ...ochtend, id: ref, aan: { kanaal: { platform: 'groen', ref } } }));
    }
    expect(lost(world).map((b) => [b.onderwerp, b.aan])).toEqual([
      ['LIM/niet_bezorgd/2022-01-10/kanaal', { persoon: 'p-planner' }],
      ['LIM/niet_bezorgd/2022-01-11/kanaal', { persoon: 'p-planner' }],
    ]);
    const [first] = lost(world);
    await deliver(world, first?.id ?? '');
    expect(shown(world, first?.id ?? '')?.view).toMatchObject({ view: 'rooster_niet_bezorgd', wie: null });
  });

  it('zegt over een gat of een vraag wie het niet kreeg, niet aan die persoon zelf [P6]', async () => {
    const world = memoryWorld();
    for (const soort of ['gat_nu', 'rooster_verzoek', 'rooster_gewijzigd'] as const) {
      const id = await send(world, { ...ochtend, soort, aan: { persoon: 'p-marijke' } });
      const bericht = await world.store.bericht(id);
      if (bericht) await undeliverable(world, bericht);
    }
    expect(lost(world).map((b) => b.aan)).toEqual([{ persoon: 'p-planner' }]);
    const [only] = lost(world);
    await deliver(world, only?.id ?? '');
    // By then she can be reached: nothing old is told.
    expect(shown(world, only?.id ?? '')).toBeUndefined();
  });

  it('eindigt als ook dat niet aankomt, en valt terug op de coördinatoren [P7]', async () => {
    const world = memoryWorld(people2('planner'));
    await deliver(world, await send(world, { ...ochtend, soort: 'rooster_gewijzigd', aan: { persoon: 'p-planner' } }));
    for (const notice of lost(world)) await undeliverable(world, notice);
    expect(lost(world).map((b) => b.aan)).toEqual([{ persoon: 'p-marijke' }, { persoon: 'p-ines' }]);
  });
});
