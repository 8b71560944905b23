import { describe, expect, it } from 'vitest';
import type { Values } from '../intent.ts';
import { monday } from '../world.fixture.ts';
import { planWorld, viewOf } from '../zorgplan/zorgplan-world.fixture.ts';
import { deelnemer, tafel } from './zorgtafel.fixture.ts';
import type { Zorgtafel } from './zorgtafel.ts';

const ouders = ['mama', 'papa'].map((naam) =>
  deelnemer(naam, { soort: 'ouder', persoonId: null, via: 'p-marijke', antwoorden: { 'm-1': 'kan' } }),
);
const anderen = ['melder', 'marijke', 'expert'].map((id) =>
  deelnemer(id, {
    soort: id === 'melder' ? 'aanmelder' : id === 'marijke' ? 'casuscoordinator' : 'expert',
    antwoorden: { 'm-1': 'kan' },
  }),
);
const gevraagd: Zorgtafel = { ...tafel, deelnemers: [...ouders, ...anderen] };
/** Fixed, for so many hours after Monday 10 h. */
const vastOp = (uren: number): Zorgtafel => {
  const start = monday.add({ hours: uren });
  const momenten = [{ id: 'm-1', start }];
  return { ...gevraagd, stand: 'vast', gekozen: 'm-1', momenten, agenda: { start, op: monday } };
};
const vast = vastOp(24);

/** What `wie` reads after a press about the table. */
async function na(was: Zorgtafel, wie: string, action: string, subject: string, values: Values = {}) {
  const p = await planWorld();
  p.world.kept.zorgtafels.set('tafel-1', was);
  return viewOf(await p.as(wie, action, subject, values));
}

describe('wie zelf mensen zonder chat uitnodigt en de zorgtafel wijzigt', () => {
  const over = 'casus-1/tafel-1';
  const later = { datum: '2022-01-12', uur: '10:00', reden: 'De zaal is bezet.' };

  it('leest na elke wijziging wie het nog van hen moet horen: de bot zegt het niemand anders [T4]', async () => {
    const wijzigingen: [Zorgtafel, string, Values][] = [
      [gevraagd, 'kiezen_bewaren', { moment: 'm-1' }],
      [gevraagd, 'moment_bewaren', later],
      [vast, 'verplaatsen_bewaren', { ...later, hoe: 'vast' }],
      [vast, 'verplaatsen_bewaren', { ...later, hoe: 'vragen' }],
      [vast, 'afgelasten_bewaren', { reden: 'Mama is ziek.' }],
    ];
    for (const [was, action, values] of wijzigingen) {
      const by = (wie: string) => na(was, wie, `zorgtafel.${action}`, over, values);
      expect(await by('marijke'), action).toMatchObject({ view: 'tafel_bewaard', voor: ['mama', 'papa'] });
      // Another coordinator who does it: then Marijke gets the notice.
      expect(await by('ines'), action).toMatchObject({ view: 'tafel_bewaard', voor: [] });
    }
  });

  it('leest het ook van wie van de lijst gaat, en alleen van die [T4]', async () => {
    const weg = (wie: string, deelnemer: string) =>
      na(gevraagd, wie, 'zorgtafel.verwijderen_bewaren', over, { deelnemer });
    expect(await weg('marijke', 'mama')).toMatchObject({ voor: ['mama'] });
    expect(await weg('marijke', 'expert')).toMatchObject({ voor: [] });
    expect(await weg('ines', 'mama')).toMatchObject({ voor: [] });
  });

  it('leest het op de kaart van de zorgtafel, zolang het moment nog komt [T4]', async () => {
    expect(await na(gevraagd, 'marijke', 'zorgtafel.vastleggen', `${over}/m-1`)).toMatchObject({
      view: 'tafel_kaart',
      stand: 'vast',
      voor: ['mama', 'papa'],
    });
    const toon = (was: Zorgtafel, wie = 'marijke') => na(was, wie, 'zorgtafel.tonen', over);
    expect(await toon({ ...vast, stand: 'afgelast' })).toMatchObject({ voor: ['mama', 'papa'] });
    expect(await toon({ ...vast, stand: 'peilen', gekozen: null })).toMatchObject({ voor: ['mama', 'papa'] });
    // The first time people are asked, the invitations to pass on say it.
    expect(await toon(gevraagd)).toMatchObject({ voor: [] });
    expect(await toon(vast, 'ines')).toMatchObject({ voor: [] });
    expect(await toon(vastOp(-1))).toMatchObject({ voor: [] });
  });
});
