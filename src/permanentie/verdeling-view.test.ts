import { describe, expect, it } from 'vitest';
import { type } from '../play.fixture.ts';
import { directoryWith, memoryWorld, monday, regio } from '../world.fixture.ts';

// It is Monday 10 January 2022.
const world = memoryWorld(directoryWith([regio]), monday);
const ask = async (id: string, text: string) => {
  const outcome = await type(world, id, `/permanentie ${text}`);
  if (outcome.kind !== 'answer') throw new Error(outcome.kind);
  return outcome.view;
};

describe('/permanentie verdeling', () => {
  it.each([
    ['verdeling', '2022', false],
    ['Verdeling?', '2022', false],
    ['verdeling van vorig jaar', '2021', false],
    ['LIM verdeling 2023', '2023', false],
    ['verdeling maart', '2022-03', false],
    ['verdeling maanden', '2022', true],
    ['verdeling 2021 per maand', '2021', true],
  ])('%s toont %s', async (typed, periode, perMaand) =>
    expect(await ask('marijke', typed)).toMatchObject({ view: 'verdeling', periode, perMaand }),
  );

  it('zegt wat onleesbaar is', async () => {
    expect(await ask('marijke', 'verdeling ooit')).toMatchObject({
      view: 'weigering',
      refusal: { kind: 'datum_onleesbaar', typed: 'ooit' },
    });
  });

  it.each(['marijke', 'planner', 'provinciaal'])('is er voor het team: %s', async (id) =>
    expect(await ask(id, 'verdeling')).toMatchObject({ view: 'verdeling' }),
  );

  it.each(['melder', 'expert'])('is er niet voor %s', async (id) =>
    expect(await ask(id, 'verdeling')).toMatchObject({ view: 'weigering', refusal: { kind: 'geen_recht' } }),
  );

  it('zegt of er nog planning in zit, ook op de laatste dag ervan', async () => {
    expect(await ask('marijke', 'verdeling')).toMatchObject({ metPlanning: true });
    expect(await ask('marijke', 'verdeling januari')).toMatchObject({ metPlanning: true });
    expect(await ask('marijke', 'verdeling 2021')).toMatchObject({ metPlanning: false });
  });
});
