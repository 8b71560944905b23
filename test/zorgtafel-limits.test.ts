import { describe, expect, it } from 'vitest';
import { renderMessage } from '../adapters/slack/render.ts';
import { render } from '../adapters/teams/render.ts';
import { cardOf } from '../cards/card-of.ts';
import { volleTafel } from './sample-tafels.ts';
import { blockProblems } from './stand-ins/slack-limits.ts';
import { buttonsOf, textOf } from './stand-ins/slack-screen.ts';
import { cardProblems, readCard } from './stand-ins/teams-card.ts';

const kaart = cardOf(volleTafel);
const iedereen = cardOf({ ...volleTafel, iedereen: true });
const names = volleTafel.deelnemers.map((d) => d.naam);

describe('veertig mensen met lange namen en vijf momenten', () => {
  it('past in een bericht van Slack, met elke knop en een weg naar iedereen', () => {
    const { blocks } = renderMessage(kaart);
    expect(blockProblems(blocks, 'message')).toEqual([]);
    const labels = buttonsOf(blocks).map((b) => b.label);
    expect(labels).toEqual(
      expect.arrayContaining(['Toon iedereen', 'Zelf vastleggen', 'Moment toevoegen', 'Afgelasten']),
    );
    // The table is what people look at: the moments and the first people are whole, the rest is counted.
    const text = textOf(blocks, {});
    expect(text).toMatch(/En nog 25 mensen/);
  });

  it('past in een kaart van Teams, en daar staat iedereen in', () => {
    for (const card of [kaart, iedereen]) {
      const drawn = JSON.parse(JSON.stringify(render(card)));
      expect(cardProblems(drawn)).toEqual([]);
      expect(JSON.stringify(drawn).length * 2).toBeLessThan(80 * 1024);
    }
    const all = readCard(JSON.parse(JSON.stringify(render(iedereen))));
    for (const name of names) expect(all).toContain(name);
  });

  it('toont in Slack bij iedereen zoveel namen als passen, zonder iets te breken', () => {
    const { blocks } = renderMessage(iedereen);
    expect(blockProblems(blocks, 'message')).toEqual([]);
    expect(names.filter((name) => textOf(blocks, {}).includes(name)).length).toBeGreaterThan(15);
  });
});
