import { describe, expect, it } from 'vitest';
import { render } from '../adapters/teams/render.ts';
import { cardOf } from '../cards/card-of.ts';
import { allSamples } from './sample-views.ts';
import { cardProblems, inputsOf, readCard } from './stand-ins/teams-card.ts';

describe('every screen in Teams', () => {
  it.each(allSamples)('%s can be drawn, and loses nothing', (_name, view) => {
    const card = cardOf(view);
    const drawn = JSON.parse(JSON.stringify(render(card)));
    expect(cardProblems(drawn)).toEqual([]);
    expect(JSON.stringify(drawn).length * 2).toBeLessThan(80 * 1024);
    const text = readCard(drawn);
    expect(text).toContain(card.title);
    expect(inputsOf(drawn).map(({ id }) => id)).toEqual(
      card.parts.flatMap((part) => (part.type === 'input' ? [part.id] : [])),
    );
    for (const part of card.parts) {
      if (part.type === 'text' && !part.text.includes('\n')) expect(text).toContain(part.text);
      if (part.type === 'buttons') for (const { label } of part.buttons) expect(text).toContain(`[${label}]`);
    }
  });
});
