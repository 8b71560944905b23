import { expect, it } from 'vitest';
import { handle } from '../bot.ts';
import { memoryWorld } from '../world.fixture.ts';

/** The same press twenty times, side by side: what a platform does that heard no answer. */
async function twenty(who: string, action: string, subject: string) {
  const world = memoryWorld();
  const intent = {
    delivery: 'd-1',
    at: world.clock.now(),
    account: { platform: 'groen', ref: `groen-${who}`, address: `adres-groen-${who}` },
    place: 'private' as const,
    input: { kind: 'action' as const, action, subject, values: {}, from: 'card' as const },
  };
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => handle(world, intent)));
  const shown = outcomes.flatMap((o) => ('view' in o ? [o.view] : []));
  return {
    shown,
    addresses: world.kept.documentAdressen.size,
    audit: world.kept.audit.map((a) => a.resultaat),
    about: world.kept.audit.map((a) => a.waarover),
  };
}

it('maakt voor één druk één adres, hoe vaak die ook aankomt [S2, S13]', async () => {
  const { shown, addresses, audit } = await twenty('provinciaal', 'rugzak.export', 'LIM/2022');
  expect(shown).toMatchObject([{ view: 'document_adres' }]);
  expect({ addresses, audit }).toEqual({ addresses: 1, audit: ['toegestaan'] });
});

it('onderscheidt in de audit wat de kring verlaat van het hele grootboek [S18, M2]', async () => {
  expect((await twenty('provinciaal', 'rugzak.export', 'LIM/2022/extern')).about).toEqual(['LIM/2022/extern']);
  expect((await twenty('provinciaal', 'rugzak.export', 'LIM/2022')).about).toEqual(['LIM/2022']);
});

it.each([
  ['rugzak.export', 'LIM/2022', 'alleen_coordinatoren'],
  ['overdracht.tonen', 'LIM', 'niet_in_permanentie'],
  ['overdracht.wijzigen', 'nota-van-een-ander', 'nota_weg'],
])('noteert een weigering van %s één keer [S2, S13]', async (action, subject, kind) => {
  const { shown, audit } = await twenty('melder', action, subject);
  expect(shown).toMatchObject([{ view: 'weigering', refusal: { kind } }]);
  expect(audit).toEqual(['geweigerd']);
});
