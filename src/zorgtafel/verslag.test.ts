import { describe, expect, it } from 'vitest';
import { monday } from '../world.fixture.ts';
import { planWorld, viewOf } from '../zorgplan/zorgplan-world.fixture.ts';
import { deelnemer, tafel } from './zorgtafel.fixture.ts';

/** A table that began an hour ago, with an aunt and an expert on its list, and no parent. */
async function begonnen() {
  const w = await planWorld();
  const { kept, clock } = w.world;
  const tante = deelnemer('tante', { soort: 'netwerk', persoonId: null, via: 'p-melder' });
  const people = [tante, deelnemer('marijke', { soort: 'casuscoordinator' })];
  kept.zorgtafels.set('tafel-1', { ...tafel, stand: 'vast', gekozen: 'm-1', deelnemers: people });
  clock.set(monday.add({ hours: 25 }));
  return {
    noteer: async (values: Record<string, string | string[]>) =>
      viewOf(
        await w.as('marijke', 'zorgtafel.verslag_bewaren', 'casus-1/tafel-1', {
          gehouden: 'ja',
          veiligheid: 'Oma neemt de nachten.',
          besluit: 'We maken een plan.',
          ...values,
        }),
      ),
    open: async () => viewOf(await w.as('marijke', 'zorgtafel.verslag', 'casus-1/tafel-1')),
    kaart: async () => viewOf(await w.as('marijke', 'zorgtafel.tonen', 'casus-1/tafel-1')),
    verslag: () => kept.zorgtafels.get('tafel-1')?.verslag,
  };
}

describe('wie er aan tafel was [T6, T7]', () => {
  it('is ook wie niet op de lijst stond: met een ouder erbij wordt niet gevraagd waarom er geen was', async () => {
    const w = await begonnen();
    const zonder = await w.noteer({ aanwezig: ['tante'], ook_aanwezig: '- oma\nVroedvrouw Ilse' });
    expect(zonder).toMatchObject({ errors: { zonder_ouders: expect.stringContaining('duid dat dan aan') } });
    await w.noteer({ aanwezig: ['tante', 'ouder_erbij', 'iemand-anders'], ook_aanwezig: '- oma\nVroedvrouw Ilse' });
    expect(w.verslag()).toMatchObject({ aanwezig: ['tante', 'ouder_erbij'], zonderOuders: null });
    expect(await w.kaart()).toMatchObject({
      verslag: { aanwezig: ['tante', 'een ouder die niet uitgenodigd was', 'oma', 'Vroedvrouw Ilse'] },
    });
  });

  it('kan verbeterd worden met wat er stond, en is nooit niemand', async () => {
    const w = await begonnen();
    expect(await w.noteer({})).toMatchObject({ errors: { aanwezig: 'Duid aan wie er was.' } });
    await w.noteer({ ook_aanwezig: 'papa van een ander kind', zonder_ouders: 'Ziek.' });
    expect(await w.open()).toMatchObject({ values: { aanwezig: [], ook_aanwezig: 'papa van een ander kind' } });
    await w.noteer({ aanwezig: ['ouder_erbij'] });
    expect(w.verslag()).toMatchObject({ aanwezig: ['ouder_erbij'], zonderOuders: null });
    expect(w.verslag()).not.toHaveProperty('ookAanwezig');
  });
});
