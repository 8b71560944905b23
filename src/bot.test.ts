import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { voorbeeldPaginas } from './aanmelding/aanmelding.fixture.ts';
import { type ActionId, actionIds } from './actions.ts';
import { put, wachtend } from './casus/casus.fixture.ts';
import { commands } from './commands.ts';
import type { Values } from './intent.ts';
import type { Outcome } from './outcome.ts';
import { comes, press, type, viewOf } from './play.fixture.ts';
import { may } from './toegang/policy.ts';
import { account, directoryWith, fakeChat, type MemoryWorld, memoryWorld, people, regio } from './world.fixture.ts';

const refusal = (outcome: Outcome) => {
  const view = viewOf(outcome);
  return view.view === 'weigering' ? view.refusal.kind : view.view;
};
const casusOf = (world: MemoryWorld, id = 'casus-1') => world.kept.casussen.get(id);

async function withCase(): Promise<MemoryWorld> {
  const world = memoryWorld();
  await put(world);
  return world;
}

/** Fills in the whole form and sends it; the id of the case. */
async function report(world: MemoryWorld, who = 'melder', more: readonly [Values, Values, Values] = [{}, {}, {}]) {
  const start = viewOf(await type(world, who, '/aanmelding'));
  if (start.view !== 'aanmelding_pagina') throw new Error(start.view);
  const { draftId } = start;
  for (const [n, page] of voorbeeldPaginas.entries())
    await press(world, who, 'aanmelding.verder', `${draftId}/${n + 1}`, { ...page, ...more[n] });
  return { draftId, sent: await press(world, who, 'aanmelding.versturen', draftId) };
}

describe('woorden die iemand typt', () => {
  it.each(['/hulp', 'hulp', 'HULP', '/Hulp', '  hulp  ', ''])('begrijpt “%s” als hulp', async (text) => {
    expect(viewOf(await type(memoryWorld(), 'melder', text)).view).toBe('hulp');
  });

  it('kent elk commando uit de lijst, met en zonder streep', async () => {
    for (const { name } of commands)
      for (const text of [name, `/${name}`, `/${name.toUpperCase()}`])
        if (name === 'werk') {
          // Answered by the outbox, which keeps the card true.
          const world = memoryWorld();
          expect(await type(world, 'melder', text)).toEqual({ kind: 'nothing' });
          expect([...world.kept.berichten.values()].map((b) => b.soort)).toEqual(['mijn_werk']);
        } else expect(viewOf(await type(memoryWorld(), 'melder', text)).view, text).not.toBe('onbekend_commando');
  });

  it.each([
    ['/aanmeldign', 'aanmelding'],
    ['permanenti', 'permanentie'],
    ['casussen', 'casus'],
    ['help', 'hulp'],
    ['xyz', null],
  ])('biedt bij “%s” het dichtste commando: %s', async (text, nearest) => {
    expect(viewOf(await type(memoryWorld(), 'melder', text))).toMatchObject({
      view: 'onbekend_commando',
      nearest: text === 'casussen' ? null : nearest,
    });
  });

  it('geeft op om het even welke woorden een antwoord, nooit een fout', async () => {
    const world = await withCase();
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('', 'casus ', '/permanentie '),
        async (text, before) => {
          expect((await type(world, 'melder', before + text)).kind).not.toBe('nothing');
        },
      ),
    );
  });
});

describe('een eerste contact', () => {
  const unknown = 'nieuw';

  it('vraagt wie iemand is en gaat dan verder met wat die kwam doen', async () => {
    const world = memoryWorld();
    world.chats.set('groen', fakeChat('groen', { 'groen-nieuw': { naam: 'Noor', email: 'Noor@Example.org' } }));
    const asked = await type(world, unknown, '/permanentie');
    expect(asked).toMatchObject({ kind: 'form', view: { view: 'kennismaking', naam: 'Noor', regios: [] } });
    expect(asked).toHaveProperty('view.then', 'permanentie');
    const values = { organisatie: 'Materniteit', functie: 'Vroedvrouw', sector: 'basisvoorziening' };
    const done = await press(world, unknown, 'kennismaking.bewaren', 'permanentie', values);
    expect(viewOf(done).view).toBe('permanentie');
    const known = [...world.store.directory().persons.values()].find((p) => p.naam === 'Noor');
    expect(known).toMatchObject({ email: 'noor@example.org', sector: 'basisvoorziening' });
  });

  it('gaat na de kennismaking verder met de knop waarop iemand drukte', async () => {
    const asked = await press(memoryWorld(), unknown, 'aanmelding.starten', '');
    expect(asked).toHaveProperty('view.view', 'kennismaking');
    expect(asked).toHaveProperty('view.then', 'aanmelding');
  });

  it('vraagt opnieuw wat ontbreekt en houdt wat er stond, zonder rijksregisternummer [S10]', async () => {
    const world = memoryWorld();
    const again = await press(world, unknown, 'kennismaking.bewaren', 'hulp', { organisatie: 'CKG 85.07.30-033.28' });
    expect(again).toMatchObject({
      kind: 'form',
      view: { errors: { organisatie: expect.any(String), functie: expect.any(String), sector: expect.any(String) } },
    });
    expect(JSON.stringify(again)).not.toContain('033.28');
    expect(world.kept.commits).toBe(0);
  });

  it('herkent iemand van het team aan het e-mailadres, op elk platform [P3]', async () => {
    const world = memoryWorld(directoryWith([regio], people, []));
    world.chats.set('groen', fakeChat('groen', { 'groen-marijke': { naam: 'M.', email: 'MARIJKE@example.org' } }));
    expect(viewOf(await type(world, 'marijke', 'hulp'))).toMatchObject({
      view: 'hulp',
      naam: 'Marijke',
      rollen: ['aanmelder', 'casuscoordinator'],
    });
    expect(world.kept.resent).toEqual(['p-marijke']);
  });

  it('laat iemand die onbekend is niets over een casus zien of doen [S6]', async () => {
    const world = await withCase();
    for (const action of actionIds.filter((id) => !may(id, new Set(['onbekend'])))) {
      expect(viewOf(await press(world, unknown, action, 'casus-1')).view, action).toBe('kennismaking');
    }
    expect(casusOf(world)?.versie).toBe(1);
  });

  it('merkt op dat een account weg is of terug', async () => {
    const world = memoryWorld();
    const lifecycle = (event: 'reachable' | 'unreachable') => comes(world, 'marijke', { kind: 'lifecycle', event });
    const reachable = () => world.store.directory().accountsByKey.get('groen|groen-marijke')?.reachable;
    expect(await lifecycle('unreachable')).toEqual({ kind: 'nothing' });
    expect(reachable()).toBe(false);
    await lifecycle('reachable');
    expect(reachable()).toBe(true);
    expect(world.kept.resent).toEqual(['p-marijke']);
  });
});

describe('een aanmelding van begin tot eind', () => {
  it('gaat naar wie van wacht is, met referentie, naam, nummer en uiterste tijd [A1, A2, P2]', async () => {
    const world = memoryWorld();
    const { draftId, sent } = await report(world);
    expect(viewOf(sent)).toMatchObject({
      view: 'aanmelding_verzonden',
      status: {
        referentie: 'LIM-2022-0001',
        ontvangst: { naam: 'Marijke', telefoon: '0490 44 82 58', nuVanWacht: true, uiterlijk: '2022-01-11T09:00:00Z' },
      },
    });
    expect(casusOf(world, draftId)).toMatchObject({ aanspreekpunt: 'p-marijke', aanmelder: 'p-melder' });
    expect(world.kept.drafts.size).toBe(0);
  });

  it('maakt van twee keer versturen, of dezelfde bytes nog eens, maar één casus [S2]', async () => {
    const world = memoryWorld();
    const { draftId } = await report(world);
    expect(viewOf(await press(world, 'melder', 'aanmelding.versturen', draftId)).view).toBe('aanmelding_verzonden');
    expect(world.kept.casussen.size).toBe(1);
    expect(world.kept.audit.filter((a) => a.wat === 'aanmelding.versturen')).toHaveLength(1);
  });

  it('verliest niets bij sluiten: /aanmelding biedt aan om verder te gaan', async () => {
    const world = memoryWorld();
    const start = viewOf(await type(world, 'melder', '/aanmelding'));
    const id = start.view === 'aanmelding_pagina' ? start.draftId : '';
    await press(world, 'melder', 'aanmelding.bewaren', `${id}/1`, { initialen: 'J.V.', vreemd: 'x' });
    const again = viewOf(await type(world, 'melder', '/aanmelding'));
    expect(again).toMatchObject({ view: 'aanmelding_hervatten', draftId: id, paginaVan: [1, 4] });
    expect(viewOf(await press(world, 'melder', 'aanmelding.hervatten', id))).toMatchObject({
      view: 'aanmelding_pagina',
      values: { initialen: 'J.V.' },
    });
  });

  it('laat de eigen concepten van een ander met rust [S6]', async () => {
    const world = memoryWorld();
    const start = viewOf(await type(world, 'melder', '/aanmelding'));
    const id = start.view === 'aanmelding_pagina' ? start.draftId : '';
    for (const action of ['aanmelding.hervatten', 'aanmelding.verder', 'aanmelding.terug', 'aanmelding.versturen'])
      expect(refusal(await press(world, 'vreemde', action, `${id}/1`, { initialen: 'X' })), action).toBe(
        'concept_verlopen',
      );
    await press(world, 'vreemde', 'aanmelding.bewaren', `${id}/1`, { initialen: 'X' });
    expect(world.kept.drafts.get(id)?.values).toEqual({});
  });

  it('bewaart een concept 48 uur, niet langer', async () => {
    const world = memoryWorld();
    const start = viewOf(await type(world, 'melder', '/aanmelding'));
    const id = start.view === 'aanmelding_pagina' ? start.draftId : '';
    world.clock.set(world.clock.now().add({ hours: 49 }));
    expect(refusal(await press(world, 'melder', 'aanmelding.verder', `${id}/1`))).toBe('concept_verlopen');
  });

  it('blijft op de bladzijde met wat er mis is, en houdt wat getypt werd', async () => {
    const world = memoryWorld();
    const start = viewOf(await type(world, 'melder', '/aanmelding'));
    const id = start.view === 'aanmelding_pagina' ? start.draftId : '';
    expect(await press(world, 'melder', 'aanmelding.verder', `${id}/1`, { initialen: 'J.V.' })).toMatchObject({
      kind: 'form',
      view: { pagina: 1, values: { initialen: 'J.V.' }, errors: { kind: expect.any(String) } },
    });
  });

  it('bewaart en toont geen rijksregisternummer, en verliest de rest van de tekst niet [S10]', async () => {
    const world = memoryWorld();
    const start = viewOf(await type(world, 'melder', '/aanmelding'));
    const id = start.view === 'aanmelding_pagina' ? start.draftId : '';
    const [, page2] = voorbeeldPaginas;
    const typed = { ...page2, verontrusting: 'Het kind 85.07.30-033.28 eet niet.' };
    for (const action of ['aanmelding.bewaren', 'aanmelding.verder', 'aanmelding.terug']) {
      const outcome = await press(world, 'melder', action, `${id}/2`, typed);
      expect(JSON.stringify([outcome, [...world.kept.drafts.values()]]), action).not.toContain('033.28');
    }
    expect(world.kept.drafts.get(id)?.values.verontrusting).toBe('Het kind […] eet niet.');
    const array = { ...page2, verontrusting: ['85073003328'] };
    await press(world, 'melder', 'aanmelding.bewaren', `${id}/2`, array);
    expect(JSON.stringify([...world.kept.drafts.values()])).not.toContain('85073003328');
  });

  it('brengt “Aanvullen” op de laatste bladzijde naar de bladzijde waar iets ontbreekt', async () => {
    const world = memoryWorld();
    const start = viewOf(await type(world, 'melder', '/aanmelding'));
    const id = start.view === 'aanmelding_pagina' ? start.draftId : '';
    const last = viewOf(await press(world, 'melder', 'aanmelding.verder', `${id}/3`, voorbeeldPaginas[2]));
    expect(last).toMatchObject({ view: 'aanmelding_controle', pagina: 4 });
    if (last.view !== 'aanmelding_controle') return;
    expect(last.ontbreekt.map((o) => o.pagina)).toContain(1);
    expect(viewOf(await press(world, 'melder', 'aanmelding.hervatten', `${id}/1`))).toMatchObject({
      view: 'aanmelding_pagina',
      pagina: 1,
    });
    expect(viewOf(await press(world, 'melder', 'aanmelding.versturen', id))).toMatchObject({
      view: 'aanmelding_controle',
    });
    expect(viewOf(await press(world, 'melder', 'aanmelding.verder', `${id}/4`))).toMatchObject({ pagina: 4 });
    expect(world.kept.casussen.size).toBe(0);
  });

  it('laat enkel een casuscoördinator noteren wie er belde [A7, S8]', async () => {
    const rang = { namens: 'beller', beller_naam: 'An', beller_organisatie: 'CKG', beller_telefoon: '0470 00 00 00' };
    const world = memoryWorld();
    const mine = await report(world, 'marijke', [rang, {}, {}]);
    expect(casusOf(world, mine.draftId)?.inhoud.aanmelding.namens?.naam).toBe('An');
    for (const who of ['melder', 'expert']) {
      const { draftId } = await report(world, who, [rang, {}, {}]);
      expect(casusOf(world, draftId)?.inhoud.aanmelding, who).not.toHaveProperty('namens');
    }
  });

  it('zegt wie terugkoppelt dat wie belde het niet van de bot hoort, met het nummer [A7]', async () => {
    const rang = { namens: 'beller', beller_naam: 'An', beller_telefoon: '0470 00 00 00' };
    const world = memoryWorld();
    const { draftId } = await report(world, 'marijke', [rang, {}, {}]);
    const beller = { naam: 'An', telefoon: '0470 00 00 00' };
    expect(viewOf(await press(world, 'marijke', 'casus.terugkoppelen', draftId))).toMatchObject({ beller });
    const kept = await press(world, 'marijke', 'casus.terugkoppeling_bewaren', draftId, {
      uitkomst: 'advies',
      nota: 'Gebeld.',
    });
    expect(viewOf(kept)).toMatchObject({ view: 'bewaard', beller });
  });

  it('zegt bij elke stap wat bij de laatste antwoorden past, en gevaar altijd [A6, D6]', async () => {
    const world = memoryWorld();
    const start = viewOf(await type(world, 'melder', '/aanmelding'));
    const id = start.view === 'aanmelding_pagina' ? start.draftId : '';
    const rules: string[][] = [];
    for (const [n, page] of voorbeeldPaginas.entries()) {
      const more: Values = n === 0 ? { gevaar_nu: 'ja', oudere_sibling: 'ja' } : {};
      const next = viewOf(await press(world, 'melder', 'aanmelding.verder', `${id}/${n + 1}`, { ...page, ...more }));
      rules.push('meldingen' in next ? next.meldingen.map((m) => m.regel) : []);
    }
    expect(rules).toEqual([['A6', 'D6'], ['A6'], ['A6', 'D6']]);
  });

  it('noemt in een dagdeel met een telefoonroute het nummer dat dan antwoordt [P1]', async () => {
    const world = memoryWorld();
    world.clock.set(Temporal.Instant.from('2022-01-10T13:30:00Z'));
    const { sent } = await report(world);
    expect(viewOf(sent)).toMatchObject({
      status: { ontvangst: { naam: 'Marijke', route: { telefoon: '011 30 31 40', tot: '2022-01-10T16:00:00Z' } } },
    });
  });

  it('zegt het eerlijk als de bot niemand van de regio kan bereiken [A1]', async () => {
    const world = memoryWorld(
      directoryWith(
        [regio],
        people,
        ['melder'].map((id) => account(id)),
      ),
    );
    const { sent } = await report(world);
    expect(viewOf(sent)).toMatchObject({ status: { ontvangst: { naam: 'Marijke', bereikbaar: false } } });
  });

  it('gaat naar de regio van de gemeente, met haar telefoon en nummering [D2]', async () => {
    const other = {
      ...regio,
      code: 'VBR',
      naam: 'Elders',
      gemeenten: ['Leuven'],
      contact: { telefoon: [{ nummer: '016 00' }] },
    };
    const world = memoryWorld(directoryWith([regio, other]));
    const { draftId, sent } = await report(world, 'melder', [{ gemeente: 'Leuven' }, {}, {}]);
    expect(casusOf(world, draftId)).toMatchObject({ regio: 'VBR', referentie: 'VBR-2022-0001' });
    expect(viewOf(sent)).toMatchObject({ status: { ontvangst: { telefoon: '016 00' } } });
  });

  it('laat verbeteren zonder opnieuw te vertellen, en zonder de klok te herstarten [A9, A2]', async () => {
    const world = memoryWorld();
    const { draftId } = await report(world);
    const before = [...world.kept.termijnen.values()];
    const form = viewOf(await press(world, 'melder', 'aanmelding.verbeteren', draftId));
    expect(form).toMatchObject({
      view: 'aanmelding_pagina',
      verbetert: 'LIM-2022-0001',
      values: { initialen: 'J.V.' },
    });
    const correction = form.view === 'aanmelding_pagina' ? form.draftId : '';
    for (const [n, page] of voorbeeldPaginas.entries())
      await press(world, 'melder', 'aanmelding.verder', `${correction}/${n + 1}`, {
        ...page,
        ...(n === 0 && { gemeente: 'Genk' }),
      });
    await press(world, 'melder', 'aanmelding.versturen', correction);
    expect(casusOf(world, draftId)?.inhoud.aanmelding.gemeente).toBe('Genk');
    expect([...world.kept.termijnen.values()]).toEqual(before);
    expect(world.kept.casussen.size).toBe(1);
  });

  it('laat aanvullen en intrekken; intrekken stopt de klok [A9, A2]', async () => {
    const world = await withCase();
    await press(world, 'melder', 'aanmelding.aanvulling_bewaren', 'casus-1', { aanvulling: 'Er is een tante.' });
    expect(casusOf(world)?.inhoud.aanvullingen).toHaveLength(1);
    await press(world, 'melder', 'aanmelding.intrekking_bevestigen', 'casus-1', { reden: 'Vergissing.' });
    expect(casusOf(world)?.stand).toBe('ingetrokken');
    expect([...world.kept.termijnen.values()][0]?.gestopt).not.toBeNull();
    expect(refusal(await press(world, 'melder', 'aanmelding.verbeteren', 'casus-1'))).toBe('al_ingetrokken');
  });

  it('gaat in een regio zonder mensen niet verloren in stilte: ze zegt wie te bellen', async () => {
    const world = memoryWorld(directoryWith([{ ...regio, personen: [], permanentie: [] }]));
    const { sent } = await report(world);
    expect(refusal(sent)).toBe('geen_regio');
    expect(world.kept.drafts.size).toBe(1);
  });
});

describe('de coördinator', () => {
  it('laat van twee die tegelijk opnemen er één winnen; de ander leest wie [A1, S2]', async () => {
    const world = await withCase();
    world.beforeCommit(async () => {
      await press(world, 'ines', 'casus.opnemen', 'casus-1');
    });
    const second = viewOf(await press(world, 'marijke', 'casus.opnemen', 'casus-1'));
    expect(casusOf(world)).toMatchObject({ aanspreekpunt: 'p-ines', versie: 2 });
    expect(second).toEqual({ view: 'weigering', refusal: { kind: 'al_opgenomen', door: 'Ines' } });
  });

  it('verwerkt dezelfde druk op de knop één keer, hoe vaak het platform ze ook herhaalt [S2]', async () => {
    const world = await withCase();
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => press(world, 'marijke', 'casus.opnemen', 'casus-1', {}, { delivery: 'zelfde' })),
    );
    expect(outcomes.filter((o) => o.kind === 'nothing')).toHaveLength(19);
    expect(casusOf(world)?.versie).toBe(2);
    expect(world.kept.audit.filter((a) => a.wat === 'casus.opnemen')).toHaveLength(1);
  });

  it('koppelt terug: de klok stopt, de aanmelder krijgt het in woorden [A2]', async () => {
    const world = await withCase();
    await press(world, 'marijke', 'casus.opnemen', 'casus-1');
    expect([...world.kept.termijnen.values()][0]?.gestopt).toBeNull();
    await press(world, 'marijke', 'casus.terugkoppeling_bewaren', 'casus-1', {
      uitkomst: 'zorgtafel',
      nota: 'Woensdag.',
    });
    expect(casusOf(world)).toMatchObject({ stand: 'teruggekoppeld', uitkomst: 'zorgtafel' });
    expect([...world.kept.termijnen.values()][0]?.gestopt?.op).toEqual(world.clock.now());
    expect([...world.kept.berichten.values()].at(-1)).toMatchObject({
      onderwerp: 'teruggekoppeld',
      aan: { persoon: 'p-melder' },
    });
  });

  it('vraagt wat ontbreekt, en houdt een rijksregisternummer uit nota en vraag [S10]', async () => {
    const world = await withCase();
    expect(
      await press(world, 'marijke', 'casus.terugkoppeling_bewaren', 'casus-1', { uitkomst: 'zomaar' }),
    ).toMatchObject({
      kind: 'form',
      view: { errors: { uitkomst: expect.any(String), nota: expect.any(String) } },
    });
    const again = await press(world, 'marijke', 'casus.vraag_bewaren', 'casus-1', { vraag: 'Is 85073003328 juist?' });
    expect(again).toMatchObject({ kind: 'form', view: { values: { vraag: 'Is […] juist?' } } });
    expect(casusOf(world)?.versie).toBe(1);
  });

  it('stelt een vraag; het antwoord komt één keer terug [A3]', async () => {
    const world = await withCase();
    await press(world, 'marijke', 'casus.vraag_bewaren', 'casus-1', { vraag: 'Wie kookt?' });
    const id = casusOf(world)?.inhoud.vragen[0]?.id;
    const subject = `casus-1/${id}`;
    expect(await press(world, 'melder', 'casus.antwoorden', subject)).toMatchObject({
      view: { errors: { antwoord: expect.any(String) } },
    });
    await press(world, 'melder', 'casus.antwoorden', subject, { antwoord: 'Oma.' });
    expect(refusal(await press(world, 'melder', 'casus.antwoorden', subject, { antwoord: 'Opa.' }))).toBe(
      'al_beantwoord',
    );
    expect(casusOf(world)?.inhoud.vragen[0]?.antwoord?.tekst).toBe('Oma.');
    expect(refusal(await press(world, 'melder', 'casus.antwoorden', 'casus-1/v9', { antwoord: 'x' }))).toBe(
      'niet_gevonden',
    );
  });

  it('draagt enkel over aan een coördinator van de regio [C3]', async () => {
    const world = await withCase();
    for (const naar of ['p-vreemde', 'p-expert', 'marijke'])
      expect(refusal(await press(world, 'marijke', 'casus.overdracht_bewaren', 'casus-1', { naar })), naar).toBe(
        'geen_recht',
      );
    await press(world, 'marijke', 'casus.overdracht_bewaren', 'casus-1', { naar: 'p-ines', nota: '' });
    expect(casusOf(world)).toMatchObject({ aanspreekpunt: 'p-ines', stand: 'opgenomen' });
  });

  it('zegt bij het overdragen wie de bot niet bereikt [C3]', async () => {
    const accounts = people.map((p) => account(p.id.slice(2), 'groen', p.id !== 'p-ines'));
    const world = memoryWorld(directoryWith([regio], people, accounts));
    await put(world);
    await press(world, 'marijke', 'casus.opnemen', 'casus-1');
    expect(viewOf(await press(world, 'marijke', 'casus.overdragen', 'casus-1'))).toMatchObject({
      keuzes: [{ value: 'p-ines', label: 'Ines (niet bereikbaar via de bot)' }],
    });
  });

  it('geeft terug aan wie nu van wacht is, of daarna [P2]', async () => {
    const world = await withCase();
    await press(world, 'ines', 'casus.opnemen', 'casus-1');
    await press(world, 'ines', 'casus.teruggeven', 'casus-1');
    expect(casusOf(world)).toMatchObject({ stand: 'aangemeld', aanspreekpunt: 'p-marijke' });
  });

  it('zegt voor het typen al dat een collega de casus heeft [A3]', async () => {
    const world = await withCase();
    await press(world, 'ines', 'casus.opnemen', 'casus-1');
    for (const action of ['casus.terugkoppelen', 'casus.vragen'])
      expect(refusal(await press(world, 'marijke', action, 'casus-1')), action).toBe('al_opgenomen');
    await press(world, 'ines', 'casus.terugkoppeling_bewaren', 'casus-1', { uitkomst: 'advies', nota: 'x' });
    expect(refusal(await press(world, 'marijke', 'casus.terugkoppelen', 'casus-1'))).toBe('al_teruggekoppeld');
    expect(viewOf(await press(world, 'ines', 'casus.terugkoppelen', 'casus-1'))).toMatchObject({
      view: 'casus_formulier',
      values: { uitkomst: 'advies', nota: 'x' },
    });
  });

  it('laat een provinciaal coördinator aan wie een casus toegewezen is hem ook opnemen [A1]', async () => {
    const world = memoryWorld();
    await put(world, { ...wachtend, aanspreekpunt: 'p-provinciaal' });
    await press(world, 'provinciaal', 'casus.opnemen', 'casus-1');
    expect(casusOf(world)).toMatchObject({ stand: 'opgenomen', aanspreekpunt: 'p-provinciaal' });
  });
});

describe('wie wat ziet', () => {
  // Those that turn a page or send are about a draft: whose it is comes first.
  const caseActions = actionIds.filter(
    (id) => !may(id, new Set(['iedereen'])) && !/^(zorgtafel|rugzak)\.(verder|terug|versturen)$/.test(id),
  );

  it('weigert een buitenstaander elke actie op een casus, schrijft enkel dat in het auditlogboek [S6]', async () => {
    for (const who of ['vreemde', 'expert', 'planner', 'provinciaal']) {
      // Who watches over the budget sees the rugzak of every case, and nothing else of it [C4, B8].
      const theirs = who === 'provinciaal' ? caseActions.filter((id) => !may(id, new Set(['budget']))) : caseActions;
      for (const action of theirs) {
        const world = await withCase();
        const before = JSON.stringify([...world.kept.casussen, ...world.kept.berichten.keys(), ...world.kept.drafts]);
        const values = {
          uitkomst: 'advies',
          nota: 'x',
          vraag: 'x',
          antwoord: 'x',
          naar: 'p-ines',
          aanvulling: 'x',
          reden: 'x',
        };
        expect(refusal(await press(world, who, action, 'casus-1', values)), `${who} ${action}`).toBe('niet_gevonden');
        expect(JSON.stringify([...world.kept.casussen, ...world.kept.berichten.keys(), ...world.kept.drafts])).toBe(
          before,
        );
        expect(world.kept.audit.at(-1)).toMatchObject({ wie: `p-${who}`, resultaat: 'geweigerd', waarover: 'casus-1' });
      }
    }
  });

  it('geeft een bestaande en een onbestaande casus hetzelfde antwoord, byte voor byte, en noteert beide [S5]', async () => {
    for (const action of caseActions) {
      const world = await withCase();
      const answers = await Promise.all(['casus-1', 'casus-9', ''].map((id) => press(world, 'vreemde', action, id)));
      expect(new Set(answers.map((a) => JSON.stringify(a))).size, action).toBe(1);
      expect(world.kept.audit.slice(-3).map((a) => [a.wat, a.resultaat])).toEqual(Array(3).fill([action, 'geweigerd']));
    }
    const world = await withCase();
    const typed = await Promise.all(
      ['LIM-2022-0001', 'lim-2022-0001', 'LIM-2022-0002', 'onzin', "' or 1=1"].map((r) =>
        type(world, 'vreemde', `/casus ${r}`),
      ),
    );
    expect(new Set(typed.map((a) => JSON.stringify(a))).size).toBe(1);
    expect(world.kept.audit.slice(-5).every((a) => a.resultaat === 'geweigerd')).toBe(true);
  });

  it('schrijft van wat iemand typt enkel een referentie in het auditlogboek [S14]', async () => {
    const world = await withCase();
    await type(world, 'vreemde', '/casus Jan Vos uit Genk');
    expect(JSON.stringify(world.kept.audit)).not.toContain('JAN');
    expect(world.kept.audit.at(-1)?.waarover).toBe('geen referentie');
  });

  it('toont een casus aan wie erop is, en noteert dat [S13]', async () => {
    const world = await withCase();
    for (const who of ['melder', 'marijke', 'ines'])
      expect(viewOf(await type(world, who, '/casus lim-2022-0001')).view, who).toBe('casus_verloop');
    expect(world.kept.audit.slice(-3).map((a) => [a.wie, a.wat, a.resultaat])).toEqual([
      ['p-melder', 'casus.verloop', 'toegestaan'],
      ['p-marijke', 'casus.verloop', 'toegestaan'],
      ['p-ines', 'casus.verloop', 'toegestaan'],
    ]);
  });

  it('weigert een oude knop zodra de rol weg is, verandert niets en maakt de oude kaart leeg [S7]', async () => {
    const world = await withCase();
    world.know(
      directoryWith([
        { ...regio, personen: regio.personen.map((p) => (p.id === 'marijke' ? { ...p, tot: '2022-01-09' } : p)) },
      ]),
    );
    expect(refusal(await press(world, 'marijke', 'casus.opnemen', 'casus-1'))).toBe('niet_gevonden');
    expect(casusOf(world)).toMatchObject({ stand: 'aangemeld', versie: 1 });
    expect(world.kept.refreshed).toEqual(['casus-1']);
    expect(viewOf(await type(world, 'marijke', '/casus'))).toMatchObject({ mijn: [], wachtend: [] });
  });

  it('toont in de lijst enkel wat iemand mag openen [S8]', async () => {
    const world = await withCase();
    const list = async (who: string) => {
      const view = viewOf(await type(world, who, '/casus'));
      if (view.view !== 'casus_lijst') throw new Error(view.view);
      return [view.mijn.map((r) => r.rol), view.wachtend.map((r) => r.referentie)];
    };
    expect(await list('marijke')).toEqual([['aanspreekpunt'], []]);
    expect(await list('ines')).toEqual([[], ['LIM-2022-0001']]);
    expect(await list('melder')).toEqual([['aanmelder'], []]);
    for (const who of ['expert', 'planner', 'provinciaal', 'vreemde']) expect(await list(who), who).toEqual([[], []]);
  });

  it('laat de aanmelder niet lezen wat coördinatoren voor elkaar schreven [S8]', async () => {
    const world = await withCase();
    await press(world, 'marijke', 'casus.overdracht_bewaren', 'casus-1', { naar: 'p-ines', nota: 'Let op de vader.' });
    expect(JSON.stringify(await type(world, 'melder', '/casus LIM-2022-0001'))).not.toContain('Let op de vader');
    expect(JSON.stringify(await type(world, 'ines', '/casus LIM-2022-0001'))).toContain('Let op de vader');
  });
});

describe('knoppen', () => {
  it('zegt bij een knop die niet bestaat wat te doen, en voert niets uit', async () => {
    const world = await withCase();
    for (const who of ['marijke', 'nieuw'])
      for (const action of ['casus.wissen', '', 'constructor', '__proto__', 'toString'])
        expect(refusal(await press(world, who, action, 'casus-1')), action).toBe('knop_onbekend');
    expect(world.kept.audit).toEqual([]);
  });

  it('geeft voor elke knop met elk onderwerp een duidelijk antwoord, nooit een fout', async () => {
    const subjects = fc.oneof(fc.constantFrom('', 'casus-1', 'casus-1/v1', 'x/9', 'LIM/morgen', '/'), fc.string());
    const values = fc.dictionary(
      fc.constantFrom('nota', 'naar', 'uitkomst', 'initialen', 'sector'),
      fc.oneof(fc.string(), fc.array(fc.string())),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom<ActionId>(...actionIds),
        subjects,
        values,
        fc.constantFrom('marijke', 'melder', 'expert', 'nieuw'),
        async (action, subject, typed, who) => {
          const outcome = await press(await withCase(), who, action, subject, typed);
          expect(['answer', 'form', 'replace', 'nothing']).toContain(outcome.kind);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('onthoudt waar iemand met twee accounts bereikt wil worden, enkel waar die er een heeft', async () => {
    const world = memoryWorld(directoryWith([regio], people, [account('marijke'), account('marijke', 'blauw')]));
    expect(viewOf(await type(world, 'marijke', 'hulp'))).toMatchObject({
      voorkeur: { huidig: null, platforms: ['groen', 'blauw'] },
    });
    await press(world, 'marijke', 'account.voorkeur', 'blauw');
    expect(world.store.directory().persons.get('p-marijke')?.voorkeur).toBe('blauw');
    expect(refusal(await press(world, 'marijke', 'account.voorkeur', 'rood'))).toBe('knop_onbekend');
  });
});
