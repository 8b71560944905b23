import { describe, expect, it } from 'vitest';
import { fitsMessage } from '../adapters/slack/render.ts';
import { cardOf } from '../cards/card-of.ts';
import { casusMetRugzak, doet, gefactureerd, gevraagd, goedgekeurd } from '../src/rugzak/casus-met-rugzak.fixture.ts';
import type { View } from '../src/view.ts';
import { longName } from './sample-views.ts';

const times = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n + 1));
const long = {
  aanbieder: longName,
  doel: 'Voeding opvolgen. '.repeat(20),
  waaromNietRegulier: 'Wachttijd. '.repeat(20),
};

/** A rugzak with more of everything than a screen shows, in a case of Marijke who has twenty of them. */
async function full() {
  const world = await casusMetRugzak([
    // Help over six quarters, much invoiced, the last not yet paid.
    ...times(12, (n) => [gevraagd(`a-${n}`, { ...long, tot: '2023-06-30' }), goedgekeurd(`a-${n}`)]).flat(),
    ...times(12, (n) => gefactureerd(`f-a-${n}`, `a-${n}`, { vervalt: '2022-01-05' })),
    ...times(12, (n) => gefactureerd(`f-${n}`, 'a-1', { vervalt: '2022-01-05' })),
    ...times(10, (n) => gevraagd(`w-${n}`, long)),
  ]);
  world.clock.set(Temporal.Instant.from('2022-02-14T10:00:00Z'));
  await doet(world, 'ines', 'rugzak.vraag_bewaren', 'casus-1/w-1', { vraag: 'Tot wanneer? '.repeat(20) });
  const [casus, rugzak] = [world.kept.casussen.get('casus-1'), world.kept.rugzakken.get('casus-1')];
  if (!casus || !rugzak) throw new Error('no case');
  for (const n of times(20, (n) => n)) {
    const id = `casus-${n + 1}`;
    world.kept.casussen.set(id, { ...casus, id, referentie: `LIM-2022-00${n + 10}` });
    world.kept.rugzakken.set(id, { ...rugzak, casusId: id });
  }
  // Requests of Ines, for Marijke to decide about.
  for (const n of times(10, (n) => n)) {
    const asked = world.kept.boekingen.find((b) => b.aanvraagId === `w-${n}`);
    if (!asked) throw new Error('no line');
    world.kept.boekingen.push({ ...asked, id: `i-${n}`, aanvraagId: `i-${n}`, casusId: 'casus-2', door: 'p-ines' });
    world.kept.termijnen.set(`i-${n}`, {
      ...{ id: `i-${n}`, casusId: 'casus-2', soort: 'aanvraag', over: `i-${n}`, start: asked.op },
      ...{ einde: asked.op.add({ hours: 24 }), ladder: [], volgende: null, gestopt: null },
    });
  }
  return world;
}

const world = await full();
const see = (what: string, subject = '', who = 'marijke') => doet(world, who, what, subject);
const buttons = (view: View) => cardOf(view).parts.flatMap((p) => (p.type === 'buttons' ? p.buttons : []));

describe('de grootste rugzak past in één bericht: woorden en knoppen blijven bij elkaar', () => {
  it.each([
    ['rugzak_lijst', '/rugzak', ''],
    ['rugzak', 'rugzak.tonen', 'casus-1'],
    ['rugzak_aanvragen', 'rugzak.alle_aanvragen', 'casus-1/15'],
    ['rugzak_aanvraag', 'rugzak.aanvraag', 'casus-1/a-1'],
    ['rugzak_aanvraag', 'rugzak.aanvraag', 'casus-1/w-1'],
    ['rugzak_facturen', 'rugzak.facturen', 'casus-1/a-1/12'],
    ['rugzak_boekingen', 'rugzak.boekingen', 'casus-1/30'],
    ['rugzak_bewijzen', 'rugzak.bewijzen', 'casus-1'],
    ['rugzak_bewijzen', 'rugzak.bewijzen', 'casus-1/40'],
  ])('%s', async (name, action, subject) => {
    const view = await see(action, subject);
    expect(view.view).toBe(name);
    expect(fitsMessage(cardOf(view))).toBe(true);
  });

  it('toont in de lijst acht beslissingen en twaalf casussen, en zegt dat er meer zijn', async () => {
    expect(await see('/rugzak')).toMatchObject({
      casussen: { length: 12 },
      meer: true,
      beslissen: { eerste: { length: 8 }, nogMeer: 2 },
      jaarbudget: 'LIM',
    });
  });
});

describe('bewijzen', () => {
  it('staan tien op een bladzijde: eerst de kwartalen waar iets ontbreekt, dan wat in orde is [B7]', async () => {
    const first = await see('rugzak.bewijzen', 'casus-1');
    if (first.view !== 'rugzak_bewijzen') throw new Error(first.view);
    expect(first.kwartalen).toMatchObject([{ kwartaal: '2022K1', ontbreekt: 12, regels: { length: 10 } }]);
    expect(buttons(first).map((b) => b.label)).toContain('Vroeger');
    for (const n of times(12, (n) => n)) await see('rugzak.bezorgd', `casus-1/a-${n}/2022K1`);
    const after = await see('rugzak.bewijzen', 'casus-1');
    expect(after).toMatchObject({ kwartalen: [{ kwartaal: '2022K2', ontbreekt: 12 }], later: null });
    // Every proof once, however one turns the pages; what is in order last.
    const seen: string[] = [];
    for (let tot = '', more = true; more; ) {
      const page = await see('rugzak.bewijzen', `casus-1${tot}`);
      if (page.view !== 'rugzak_bewijzen') throw new Error(page.view);
      seen.push(...page.kwartalen.flatMap((k) => k.regels.map((r) => r.subject)));
      more = page.vroeger !== null;
      tot = `/${page.vroeger}`;
    }
    expect(new Set(seen).size).toBe(72);
    expect(seen).toHaveLength(72);
    expect(seen.slice(-12).every((s) => s.endsWith('/2022K1'))).toBe(true);
    // Who made a mistake finds it there.
    expect(await see('rugzak.bezorgd', 'casus-1/a-1/2022K1/nee')).toMatchObject({
      kwartalen: [{ kwartaal: '2022K1', ontbreekt: 1, regels: { length: 10 } }],
    });
  });

  it('ziet wie er niets mee te maken heeft geen enkele bladzijde [C4, S8]', async () => {
    for (const who of ['melder', 'vreemde', 'expert', 'planner'])
      expect(await see('rugzak.bewijzen', 'casus-1/20', who)).toMatchObject({ refusal: { kind: 'niet_gevonden' } });
  });
});
