import { describe, expect, it } from 'vitest';
import { type PlanWorld, planWorld, viewOf } from '../zorgplan/zorgplan-world.fixture.ts';
import { deelnemer, tafel } from '../zorgtafel/zorgtafel.fixture.ts';
import type { Deelnemer, Zorgtafel } from '../zorgtafel/zorgtafel.ts';

/** A plan that is shared, and may be added to, of a case with these tables; `vreemde` is on the case. */
async function metPlan(...tafels: Partial<Zorgtafel>[]): Promise<PlanWorld> {
  const p = await planWorld();
  await p.as('marijke', 'zorgplan.maken_bewaren', 'casus-1', { reden: 'Er is haast bij.' });
  await p.as('marijke', 'zorgplan.bewaren', 'casus-1/doel:d-1/1/a', { doel: 'Rust', zichtbaar: 'Slaapt.' });
  await p.as('marijke', 'zorgplan.delen_bewaren', 'casus-1', { delen: 'aanvullen' });
  tafels.forEach((t, n) => {
    p.world.kept.zorgtafels.set(`tafel-${n + 1}`, { ...tafel, id: `tafel-${n + 1}`, ...t });
  });
  return p;
}

/** Whether `vreemde` reads the plan, in every way there is, and may add to it: all or none. */
async function leest(p: PlanWorld): Promise<boolean> {
  const nee = { view: 'weigering' };
  const whole = viewOf(await p.as('vreemde', 'zorgplan.tonen', 'casus-1')).view !== nee.view;
  const ways = [
    viewOf(await p.as('vreemde', 'zorgplan.sectie', 'casus-1/doelen')).view !== nee.view,
    viewOf(await p.as('vreemde', 'zorgplan.pdf', 'casus-1')).view !== nee.view,
    viewOf(await p.as('vreemde', 'zorgplan.bewerken', 'casus-1/doel')).view !== nee.view,
    JSON.stringify(viewOf(await p.type('vreemde', 'zorgplan'))).includes('LIM-2022-0001'),
  ];
  expect(ways).toEqual(ways.map(() => whole));
  return whole;
}

const zetel = (more: Partial<Deelnemer> = {}) => deelnemer('vreemde', more);
const verslag = (...aanwezig: string[]): Zorgtafel['verslag'] => ({
  ...{ door: 'p-marijke', op: tafel.besprokenOp, zonderOuders: 'Ziek.', veiligheid: 'x', besluit: 'y' },
  aanwezig,
});
const gehouden = (d: Deelnemer, ...aanwezig: string[]): Partial<Zorgtafel> => ({
  stand: 'gehouden',
  deelnemers: [d],
  verslag: verslag(...aanwezig),
});

describe('wie het zorgplan leest met de tafel [S8]', () => {
  it.each<[string, Partial<Zorgtafel>[]]>([
    ['gevraagd werd voor een tafel die nog komt', [{ stand: 'peilen', deelnemers: [zetel()] }]],
    ['toezegde voor een tafel die nog komt', [{ stand: 'vast', deelnemers: [zetel({ stand: 'komt' })] }]],
    ['afzegde', [{ stand: 'vast', deelnemers: [zetel({ stand: 'komt_niet' })] }]],
    ['afzegde en er niet was', [gehouden(zetel({ stand: 'komt_niet' }), 'mama')]],
    ['niets liet weten en er niet was', [gehouden(zetel(), 'mama')]],
    ['van de lijst ging', [gehouden(zetel({ stand: 'verwijderd' }), 'vreemde')]],
    ['op een tafel stond die afgelast werd', [{ stand: 'afgelast', deelnemers: [zetel({ stand: 'komt' })] }]],
    ['op een tafel stond die niet doorging', [{ stand: 'niet_gehouden', deelnemers: [zetel({ stand: 'komt' })] }]],
    [
      'enkel een uitnodiging doorgeeft',
      [gehouden(deelnemer('oma', { soort: 'netwerk', persoonId: null, via: 'p-vreemde', stand: 'komt' }), 'oma')],
    ],
  ])('is niet wie %s', async (_, tafels) => {
    expect(await leest(await metPlan(...tafels))).toBe(false);
  });

  it.each<[string, Partial<Zorgtafel>[]]>([
    ['er was, ook zonder antwoord', [gehouden(zetel(), 'vreemde')]],
    ['toezegde voor de tafel die gehouden is', [gehouden(zetel({ stand: 'komt' }))]],
    [
      'aan de eerste tafel zat, ook al komt er een tweede',
      [gehouden(zetel({ stand: 'komt' }), 'vreemde'), { stand: 'peilen', deelnemers: [deelnemer('expert')] }],
    ],
  ])('is wie %s', async (_, tafels) => {
    expect(await leest(await metPlan(...tafels))).toBe(true);
  });

  it('is wie een actie opnam, zolang die in het plan staat, en altijd de aanmelder', async () => {
    const p = await metPlan({ stand: 'peilen', deelnemers: [zetel()] });
    const bewaart = (persoon: string) =>
      p.as('marijke', 'zorgplan.bewaren', `casus-1/actie:a-1/${p.plan().versie}/a`, {
        ...{ wat: 'Bellen', wie: 'oma', tegen: '', plan: 'a' },
        persoon,
      });
    await bewaart('p-vreemde');
    expect(await leest(p)).toBe(true);
    await bewaart('iemand');
    expect(await leest(p)).toBe(false);
    expect(viewOf(await p.as('melder', 'zorgplan.tonen', 'casus-1'))).toMatchObject({ view: 'zorgplan' });
  });

  it('hoort dat het is vastgelegd; wie enkel gevraagd is, niet', async () => {
    const hoort = async (p: PlanWorld) => {
      await p.as('marijke', 'zorgplan.bewaren', `casus-1/plan_a/${p.plan().versie}/a`, { tekst: 'Thuis.' });
      await p.as('marijke', 'zorgplan.vastleggen_bewaren', 'casus-1', { datum: '2022-02-21' });
      return [...p.world.kept.berichten.values()].flatMap((b) =>
        b.onderwerp === 'zorgplan_vastgelegd' && 'persoon' in b.aan ? [b.aan.persoon] : [],
      );
    };
    expect(await hoort(await metPlan({ stand: 'peilen', deelnemers: [zetel()] }))).toEqual(['p-melder']);
    expect(await hoort(await metPlan(gehouden(zetel(), 'vreemde')))).toEqual(['p-melder', 'p-vreemde']);
  });
});
