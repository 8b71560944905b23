import { describe, expect, it } from 'vitest';
import { viewFor } from '../berichten/view-for.ts';
import type { Values } from '../intent.ts';
import { dienstView } from '../permanentie/dienst-view.ts';
import { mijnWerk } from '../werk/mijn-werk.ts';
import { monday, people, regio } from '../world.fixture.ts';
import { type PlanWorld, planWorld, viewOf } from '../zorgplan/zorgplan-world.fixture.ts';
import { tafel } from '../zorgtafel/zorgtafel.fixture.ts';
import type { Zorgtafel } from '../zorgtafel/zorgtafel.ts';
import { beat } from './beat.ts';
import type { Casus } from './casus.ts';
import { stapKlok } from './volgende-stap.ts';

const opgenomen: Partial<Casus> = { stand: 'opgenomen', uitkomst: null, teruggekoppeldOp: null };

/** Without a table, unless one is given. */
async function start(casus: Partial<Casus> = {}, table: Partial<Zorgtafel> | null = null): Promise<PlanWorld> {
  const p = await planWorld(casus);
  p.world.kept.zorgtafels.clear();
  if (table) p.world.kept.zorgtafels.set('tafel-1', { ...tafel, ...table });
  return p;
}
const klokken = (p: PlanWorld) =>
  [...p.world.kept.termijnen.values()].filter((t) => !t.gestopt && t.soort !== 'terugkoppeling');
const klok = (p: PlanWorld) => stapKlok([...p.world.kept.termijnen.values()]);
const later = (p: PlanWorld, hours: number) => p.world.clock.set(monday.add({ hours }));
const answer = (p: PlanWorld, uitkomst: string) =>
  p.as('marijke', 'casus.terugkoppeling_bewaren', 'casus-1', { uitkomst, nota: 'Afspraak.' });
/** Everything that fell due until so many hours after Monday: hours, kind and rung, for whom. */
async function due(p: PlanWorld, hours: number): Promise<string[]> {
  for (let n = 0; n <= hours; n++) {
    if (Temporal.Instant.compare(monday.add({ hours: n }), p.world.clock.now()) < 0) continue;
    later(p, n);
    await beat(p.world);
  }
  return [...p.world.kept.berichten.values()]
    .filter((b) => b.soort === 'termijn' && !b.onderwerp.startsWith('terugkoppeling'))
    .map((b) => `${b.op.since(monday).total('hours')} ${b.onderwerp} ${'persoon' in b.aan ? b.aan.persoon : ''}`);
}
const work = async (p: PlanWorld, id: string) => {
  const person = people.find((one) => one.id === id);
  if (!person) throw new Error(id);
  return (await mijnWerk(p.world, person, p.world.clock.now())).view;
};
const held: Partial<Zorgtafel> = { stand: 'vast', gekozen: 'm-1' };
const verslag = (p: PlanWorld, more = {}) =>
  p.as('marijke', 'zorgtafel.verslag_bewaren', 'casus-1/tafel-1', {
    ...{ gehouden: 'ja', aanwezig: ['mama', 'marijke'], veiligheid: 'Tante slaapt er.', besluit: 'Elke dag hulp.' },
    ...more,
  });

describe('de 48 uur voor er een zorgtafel gepland is [T1]', () => {
  it('beginnen met de terugkoppeling dat er een komt, en klimmen tot de provincie', async () => {
    const p = await start(opgenomen);
    later(p, 1);
    await answer(p, 'zorgtafel');
    expect(klok(p)).toMatchObject({ soort: 'zorgtafel', over: null, einde: monday.add({ hours: 49 }) });
    expect(await due(p, 60)).toEqual([
      '25 zorgtafel:herinnering:aanspreekpunt p-marijke',
      '41 zorgtafel:herinnering:aanspreekpunt p-marijke',
      '45 zorgtafel:escalatie:coordinatoren p-marijke',
      '45 zorgtafel:escalatie:coordinatoren p-ines',
      '49 zorgtafel:escalatie:provinciaal p-provinciaal',
    ]);
  });

  it('lopen door als het antwoord verbeterd wordt, en stoppen als er toch geen zorgtafel komt', async () => {
    const p = await start(opgenomen);
    await answer(p, 'zorgtafel');
    const first = klok(p);
    later(p, 5);
    await answer(p, 'zorgtafel');
    expect(klok(p)).toEqual(first);
    await answer(p, 'advies');
    expect(klokken(p)).toEqual([]);
    await answer(p, 'zorgtafel');
    expect(klok(p)).toMatchObject({ start: monday.add({ hours: 5 }) });
  });

  it('beginnen niet bij een ander antwoord, en niet als er al een zorgtafel gepland is', async () => {
    const p = await start(opgenomen);
    await answer(p, 'advies');
    expect(klokken(p)).toEqual([]);
    const q = await start(opgenomen, { stand: 'peilen' });
    await answer(q, 'zorgtafel');
    expect(klokken(q)).toEqual([]);
  });

  it('lopen door na afgelasten: op hun eigen uur, of opnieuw als ze al stilstonden', async () => {
    const p = await start({}, { stand: 'peilen' });
    const eigen = { ...(klok(p) ?? tafelKlok), id: 't-tafel', over: 'tafel-1' };
    p.world.kept.termijnen.set('t-tafel', eigen);
    later(p, 30);
    await p.as('marijke', 'zorgtafel.afgelasten_bewaren', 'casus-1/tafel-1', { reden: 'Zaal weg.' });
    expect(klokken(p)).toMatchObject([{ soort: 'zorgtafel', over: null, einde: eigen.einde, ladder: eigen.ladder }]);
    const q = await start({}, { ...held });
    later(q, 20);
    await q.as('marijke', 'zorgtafel.afgelasten_bewaren', 'casus-1/tafel-1', { reden: 'Zaal weg.' });
    expect(klok(q)).toMatchObject({ soort: 'zorgtafel', start: monday.add({ hours: 20 }) });
  });

  it('lopen ook na een tafel die niet gehouden werd, en niet meer als de casus sluit; wel weer na heropenen', async () => {
    const p = await start({}, held);
    later(p, 26);
    await verslag(p, { gehouden: 'nee', reden: 'Niemand kwam.' });
    expect(klok(p)).toMatchObject({ soort: 'zorgtafel' });
    await p.as('marijke', 'casus.afsluiting_bewaren', 'casus-1', {
      ...{ resultaat: 'gestopt', woont: 'thuis', opvolging: 'Lokaal team', open_punten: '' },
    });
    expect(klokken(p)).toEqual([]);
    await p.as('marijke', 'casus.heropenen', 'casus-1');
    expect(klok(p)).toMatchObject({ soort: 'zorgtafel', start: monday.add({ hours: 26 }) });
  });
});

/** Plans a table for Thursday 20 January at 14 h; `typed` on the first page, over what the form begins with. */
async function plannen(p: PlanWorld, typed: Values = {}): Promise<string[]> {
  const opened = viewOf(await p.as('marijke', 'zorgtafel.plannen', 'casus-1'));
  if (opened.view !== 'tafel_plan') throw new Error(opened.view);
  const page1 = { ...opened.values, ...typed };
  const moments = { moment_1_datum: '2022-01-20', moment_1_uur: '14:00' };
  const asked = viewOf(await p.as('marijke', 'zorgtafel.verder', `${opened.draftId}/1`, page1));
  await p.as('marijke', 'zorgtafel.verder', `${opened.draftId}/2`, moments);
  await p.as('marijke', 'zorgtafel.verder', `${opened.draftId}/3`, opened.values);
  await p.as('marijke', 'zorgtafel.verder', `${opened.draftId}/4`, opened.values);
  expect(viewOf(await p.as('marijke', 'zorgtafel.versturen', opened.draftId))).toMatchObject({ view: 'tafel_bewaard' });
  return asked.view === 'tafel_plan' ? asked.meldingen.map((m) => m.tekst) : [];
}
const afgelast = (p: PlanWorld, tafelId = 'tafel-1') =>
  p.as('marijke', 'zorgtafel.afgelasten_bewaren', `casus-1/${tafelId}`, { reden: 'Zaal weg.' });
/** Closes the case and opens it again, `hours` after Monday. */
async function heropend(p: PlanWorld, hours: number, more: Values = {}) {
  const closed = await p.as('marijke', 'casus.afsluiting_bewaren', 'casus-1', {
    ...{ resultaat: 'gestopt', woont: 'thuis', opvolging: 'Lokaal team', open_punten: '' },
    ...more,
  });
  expect(viewOf(closed)).toMatchObject({ view: 'bewaard' });
  expect(klokken(p)).toEqual([]);
  later(p, hours);
  await p.as('marijke', 'casus.heropenen', 'casus-1');
}

describe('de 48 uur van een zorgtafel die opnieuw gepland wordt [T1]', () => {
  it('zijn die welke begonnen met het afgelasten: wie op tijd plant, is niet te laat', async () => {
    const p = await start({}, { ...held, momenten: [{ id: 'm-1', start: monday.add({ hours: 100 }) }] });
    later(p, 72);
    await afgelast(p);
    const told = klok(p);
    expect(told).toMatchObject({ einde: monday.add({ hours: 120 }) });
    later(p, 73);
    expect((await plannen(p)).join()).toContain('lopen tot zaterdag 15 januari om 10:00');
    expect(klokken(p).find((t) => t.soort === 'zorgtafel')).toMatchObject({
      ...{ over: expect.any(String), start: told?.start, einde: told?.einde, ladder: told?.ladder },
    });
    expect((await due(p, 95)).filter((line) => line.includes('zorgtafel:'))).toEqual([]);
  });

  it('beginnen opnieuw met een gesprek na het afgelasten', async () => {
    const p = await start({}, held);
    later(p, 20);
    await afgelast(p);
    later(p, 30);
    await plannen(p, { besproken_datum: '2022-01-11', besproken_uur: '15:00' });
    expect(klokken(p).find((t) => t.soort === 'zorgtafel')).toMatchObject({ start: monday.add({ hours: 29 }) });
  });

  it('blijven voorbij als ze al voorbij waren, en herinneren dan opnieuw', async () => {
    const p = await start({}, { stand: 'peilen' });
    const uit = { ...tafelKlok, volgende: null };
    p.world.kept.termijnen.set('t', uit);
    later(p, 60);
    await afgelast(p);
    expect(klok(p)).toMatchObject({ start: uit.start, einde: uit.einde, volgende: monday.add({ hours: 84 }) });
    expect((await work(p, 'p-marijke')).wacht.eerste).toContainEqual(expect.objectContaining({ teLaat: true }));
  });
});

describe('afsluiten en heropenen', () => {
  it('laat de 48 uur lopen zoals ze liepen: twee uur over blijft twee uur over, te laat blijft te laat [T1]', async () => {
    const p = await start(opgenomen);
    await answer(p, 'zorgtafel');
    const first = klok(p);
    await due(p, 46);
    await heropend(p, 47);
    expect(klok(p)).toMatchObject({ start: first?.start, einde: first?.einde, volgende: monday.add({ hours: 48 }) });
    await due(p, 60);
    await heropend(p, 61);
    expect(klok(p)).toMatchObject({ einde: first?.einde, volgende: monday.add({ hours: 85 }) });
  });

  it('laat ook die van een zorgtafel die mee afgelast werd, en van het zorgplan [T7]', async () => {
    const p = await start({}, { stand: 'peilen' });
    p.world.kept.termijnen.set('t', tafelKlok);
    later(p, 20);
    await heropend(p, 21, { zorgtafel: ['tafel-1'] });
    expect(klok(p)).toMatchObject({ over: null, einde: tafelKlok.einde, volgende: monday.add({ hours: 40 }) });
    const q = await start({}, held);
    later(q, 26);
    await verslag(q);
    const plan = klok(q);
    later(q, 24 * 6);
    await heropend(q, 24 * 6 + 1);
    expect(klok(q)).toMatchObject({ soort: 'zorgplan', einde: plan?.einde, volgende: plan?.ladder[0]?.op });
  });

  it('geeft een stap die pas later kwam, niets van vroeger', async () => {
    const p = await start(opgenomen);
    await answer(p, 'zorgtafel');
    later(p, 5);
    await heropend(p, 6);
    await answer(p, 'advies');
    later(p, 9);
    await answer(p, 'zorgtafel');
    expect(klok(p)).toMatchObject({ start: monday.add({ hours: 9 }) });
  });
});

describe('na de zorgtafel [T7, Z1]', () => {
  it('herinnert één keer en escaleert één keer als er geen zorgplan komt, op werkdagen', async () => {
    const p = await start({}, held);
    later(p, 26);
    await verslag(p);
    expect(klok(p)).toMatchObject({ soort: 'zorgplan', over: null });
    // Tuesday 11 January: a week and two weeks later, at 9 h.
    expect(await due(p, 24 * 30)).toEqual([
      '191 zorgplan:herinnering:aanspreekpunt p-marijke',
      '359 zorgplan:escalatie:coordinatoren p-marijke',
      '359 zorgplan:escalatie:coordinatoren p-ines',
    ]);
  });

  it('begint opnieuw voor een plan in opmaak, en stopt als het vastligt', async () => {
    const p = await start({}, held);
    later(p, 26);
    await verslag(p);
    later(p, 24 * 8);
    await p.as('marijke', 'zorgplan.maken', 'casus-1');
    expect(klokken(p)).toMatchObject([{ soort: 'zorgplan_concept', start: monday.add({ hours: 24 * 8 }) }]);
    expect((await due(p, 24 * 30)).filter((line) => line.includes('zorgplan_concept'))).toHaveLength(3);
    await p.as('marijke', 'zorgplan.bewaren', 'casus-1/doel:d-1/1/a', { doel: 'Rust', zichtbaar: 'Slaap.' });
    expect(klok(p)).toMatchObject({ soort: 'zorgplan_concept' });
    await p.as('marijke', 'zorgplan.vastleggen_bewaren', 'casus-1', { datum: '2022-03-21' });
    expect(klok(p)).toBeUndefined();
    expect(klokken(p)).toMatchObject([{ soort: 'evaluatie' }]);
  });

  it('volgt de ladder van de regio', async () => {
    const p = await start({}, held);
    // Nothing else gives who watches over the region a look at it.
    p.world.kept.termijnen.clear();
    const ladder = { ...regio.ladder, zorgplan: [{ na: 'P3D', soort: 'escalatie', aan: 'provinciaal' } as const] };
    const directory = p.world.store.directory();
    p.world.know({ ...directory, regions: new Map([['LIM', { ...regio, ladder }]]) });
    later(p, 26);
    await verslag(p);
    expect(await due(p, 24 * 20)).toEqual(['95 zorgplan:escalatie:provinciaal p-provinciaal']);
    const sent = [...p.world.kept.berichten.values()].find((b) => b.onderwerp.startsWith('zorgplan'));
    expect(sent && (await viewFor(p.world, sent))).toMatchObject({
      ...{ view: 'stap_termijn', stap: 'zorgplan', soort: 'escalatie', mag: ['casus.tonen'] },
    });
  });
});

describe('wat een casus zelf nog nodig heeft', () => {
  it('staat in Mijn werk van het aanspreekpunt, met de knop die het doet, en in de overdracht [P7]', async () => {
    const p = await start(opgenomen);
    await answer(p, 'zorgtafel');
    const view = await work(p, 'p-marijke');
    expect(view.wacht.eerste).toContainEqual({
      ...{ soort: 'stap', subject: 'casus-1', referentie: 'LIM-2022-0001', stap: 'zorgtafel', teLaat: false },
      ...{ knop: 'zorgtafel.plannen', tegen: monday.add({ hours: 48 }).toString() },
    });
    expect(view.casussen.eerste).toMatchObject([{ stap: 'zorgtafel', van: 'zorgtafel' }]);
    for (const who of ['p-ines', 'p-melder', 'p-vreemde'])
      expect(
        (await work(p, who)).wacht.eerste.map((w) => w.soort),
        who,
      ).not.toContain('stap');
    const about = { datum: '2022-01-10', van: null };
    const dienst = await dienstView(p.world, regio, 'dienst_morgen', about, 'p-marijke', p.world.clock.now());
    expect(dienst?.casussen).toMatchObject([{ referentie: 'LIM-2022-0001', stap: 'zorgtafel' }]);
    await answer(p, 'advies');
    const daarna = await dienstView(p.world, regio, 'dienst_morgen', about, 'p-marijke', p.world.clock.now());
    expect(daarna?.casussen).toEqual([]);
  });

  it('zegt in een herinnering wat te doen, aan een collega hoe over te nemen, en achteraf dat het gedaan is', async () => {
    const p = await start(opgenomen);
    await answer(p, 'zorgtafel');
    await due(p, 50);
    const show = async (persoon: string) => {
      const found = [...p.world.kept.berichten.values()].findLast(
        (b) => b.soort === 'termijn' && 'persoon' in b.aan && b.aan.persoon === persoon,
      );
      if (!found) throw new Error(persoon);
      return viewFor(p.world, found);
    };
    expect(await show('p-marijke')).toMatchObject({
      ...{ view: 'stap_termijn', stap: 'zorgtafel', verstreken: true, voorbij: false },
      mag: ['zorgtafel.plannen', 'casus.tonen'],
    });
    expect(await show('p-ines')).toMatchObject({ soort: 'escalatie', mag: ['casus.overdragen', 'casus.tonen'] });
    expect(await show('p-provinciaal')).toMatchObject({ mag: ['casus.tonen'] });
    await answer(p, 'advies');
    expect(await show('p-ines')).toMatchObject({ voorbij: true, mag: ['casus.tonen'] });
  });
});

const tafelKlok = {
  ...{ id: 't', casusId: 'casus-1', soort: 'zorgtafel' as const, over: 'tafel-1', start: monday },
  ...{ einde: monday.add({ hours: 48 }), volgende: monday.add({ hours: 40 }), gestopt: null },
  ladder: [{ op: monday.add({ hours: 40 }), soort: 'herinnering' as const, aan: 'aanspreekpunt' as const }],
};
