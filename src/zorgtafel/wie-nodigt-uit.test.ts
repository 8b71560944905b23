import { describe, expect, it } from 'vitest';
import type { BerichtSoort } from '../berichten/bericht.ts';
import { viewFor } from '../berichten/view-for.ts';
import type { Values } from '../intent.ts';
import { monday } from '../world.fixture.ts';
import { planWorld, viewOf } from '../zorgplan/zorgplan-world.fixture.ts';
import { deelnemer, tafel } from './zorgtafel.fixture.ts';
import type { Zorgtafel } from './zorgtafel.ts';

const allebei = { 'm-1': 'kan', 'm-2': 'kan_niet' } as const;
const begin: Zorgtafel = {
  ...tafel,
  deelnemers: [
    deelnemer('mama', { soort: 'ouder', persoonId: null, via: 'p-melder', antwoorden: allebei }),
    deelnemer('papa', { soort: 'ouder', persoonId: null, via: 'p-melder' }),
    deelnemer('oma', { soort: 'netwerk', persoonId: null, via: 'p-marijke' }),
    deelnemer('melder', { soort: 'aanmelder' }),
    deelnemer('marijke', { soort: 'casuscoordinator', antwoorden: allebei }),
    deelnemer('expert', { soort: 'expert', antwoorden: allebei }),
    deelnemer('vreemde', { antwoorden: allebei }),
  ],
};

async function metTafel() {
  const w = await planWorld({ betrokkenen: ['p-expert', 'p-vreemde'] });
  const { kept, clock } = w.world;
  kept.zorgtafels.set('tafel-1', begin);
  const berichten = (wie: string, soort: BerichtSoort) =>
    [...kept.berichten.values()].filter((b) => b.soort === soort && 'persoon' in b.aan && b.aan.persoon === wie);
  return {
    ...w,
    tafel: () => kept.zorgtafels.get('tafel-1') as Zorgtafel,
    zet: (id: string) => kept.zorgtafels.get('tafel-1')?.deelnemers.find((d) => d.id === id),
    bewaar: async (wie: string, deelnemers: string[], via: string) => {
      clock.set(clock.now().add({ minutes: 1 }));
      return viewOf(await w.as(wie, 'zorgtafel.doorgever_bewaren', 'casus-1/tafel-1', { deelnemers, via }));
    },
    leest: (wie: string, soort: BerichtSoort) => Promise.all(berichten(wie, soort).map((b) => viewFor(w.world, b))),
    klok: () => [...kept.termijnen.values()].find((t) => t.soort === 'zorgtafel_antwoorden' && !t.gestopt),
  };
}

describe('wie nodigt uit? [T4]', () => {
  it('geeft de uitnodiging met de antwoorden door, en zegt het wie het eerst deed één keer', async () => {
    const w = await metTafel();
    const opened = viewOf(await w.as('marijke', 'zorgtafel.doorgever', 'casus-1/tafel-1'));
    expect(opened).toMatchObject({
      deelnemers: [
        { value: 'mama', label: 'mama (nu Melder)' },
        { value: 'papa', label: 'papa (nu Melder)' },
        { value: 'oma', label: 'oma (nu Marijke)' },
      ],
    });
    expect(await w.bewaar('marijke', ['mama', 'papa'], 'p-vreemde')).toMatchObject({ view: 'tafel_bewaard' });
    expect(w.zet('mama')).toMatchObject({ via: 'p-vreemde', antwoorden: allebei });
    expect(await w.leest('p-vreemde', 'uitnodiging')).toMatchObject([
      { voor: { naam: 'mama' }, beantwoord: true, momenten: [{ antwoord: 'kan' }, { antwoord: 'kan_niet' }] },
      { voor: { naam: 'papa' }, beantwoord: false },
    ]);
    expect(await w.leest('p-melder', 'tafel_melding')).toMatchObject([
      { soort: 'andere_doorgever', voor: ['mama', 'papa'], nieuw: 'Vreemde' },
    ]);
    // From now on notices about mama go to who invites her.
    await w.as('marijke', 'zorgtafel.afgelasten_bewaren', 'casus-1/tafel-1', { reden: 'Ziek.' });
    expect((await w.leest('p-vreemde', 'tafel_melding')).at(-1)).toMatchObject({ voor: ['mama', 'papa'] });
    expect((await w.leest('p-melder', 'tafel_melding')).at(-1)).toMatchObject({ soort: 'afgelast', voor: [] });
  });

  it('zegt niets aan wie het zelf wijzigt, en stuurt bij terugdraaien de uitnodiging opnieuw', async () => {
    const w = await metTafel();
    await w.bewaar('marijke', ['oma'], 'p-melder');
    expect(await w.leest('p-marijke', 'tafel_melding')).toEqual([]);
    expect(await w.leest('p-melder', 'uitnodiging')).toHaveLength(1);
    await w.bewaar('ines', ['oma'], 'p-marijke');
    await w.bewaar('ines', ['oma'], 'p-melder');
    expect(await w.leest('p-melder', 'uitnodiging')).toHaveLength(2);
    // What was said holds no longer, and is not said any more.
    expect(await w.leest('p-melder', 'tafel_melding')).toMatchObject([{ soort: 'andere_doorgever', voor: [] }]);
    expect(await w.leest('p-marijke', 'tafel_melding')).toMatchObject([{ voor: ['oma'], nieuw: 'Melder' }]);
  });

  it('geeft wie nu uitnodigt de tijd om te antwoorden; met een antwoord loopt er geen klok', async () => {
    const w = await metTafel();
    await w.bewaar('marijke', ['mama'], 'p-marijke');
    expect(w.klok()).toBeUndefined();
    await w.bewaar('marijke', ['papa'], 'p-vreemde');
    expect(w.klok()).toMatchObject({ start: monday.add({ minutes: 2 }) });
    expect(w.zet('papa')).toMatchObject({ sinds: monday.add({ minutes: 2 }) });
  });

  it('neemt alleen aan wie te kiezen is, en zegt het als die het al doet', async () => {
    const w = await metTafel();
    expect(await w.bewaar('marijke', [], 'p-marijke')).toMatchObject({ errors: { deelnemers: 'Duid aan wie.' } });
    expect(await w.bewaar('marijke', ['expert'], 'p-marijke')).toHaveProperty('errors.deelnemers');
    expect(await w.bewaar('marijke', ['mama'], 'p-expert')).toMatchObject({ errors: { via: 'Kies wie uitnodigt.' } });
    expect(await w.bewaar('marijke', ['mama'], 'p-melder')).toMatchObject({ errors: { via: 'Melder doet dat al.' } });
    expect(await w.bewaar('vreemde', ['mama'], 'p-vreemde')).toMatchObject({ refusal: { kind: 'niet_gevonden' } });
    expect(w.tafel()).toEqual(begin);
  });
});

describe('iemand toevoegen die van de lijst ging [T2]', () => {
  const terug = async (values: Values) => {
    const w = await metTafel();
    await w.as('marijke', 'zorgtafel.verwijderen_bewaren', 'casus-1/tafel-1', { deelnemer: 'melder' });
    const opened = viewOf(await w.as('marijke', 'zorgtafel.genodigde', 'casus-1/tafel-1'));
    const shown = opened.view === 'tafel_formulier' ? opened.personen.map((p) => p.value) : [];
    await w.as('marijke', 'zorgtafel.genodigde_bewaren', 'casus-1/tafel-1', values);
    return { w, shown };
  };

  it('biedt de aanmelder aan, die terugkomt als aanmelder, en niet wie er al zit', async () => {
    const { w, shown } = await terug({ soort: 'hulpverlener', persoon: 'p-melder' });
    expect(shown).toContain('p-melder');
    expect(shown).not.toContain('p-vreemde');
    expect(shown).not.toContain('p-marijke');
    expect(w.tafel().deelnemers.at(-1)).toMatchObject({ soort: 'aanmelder', persoonId: 'p-melder', stand: 'gevraagd' });
    const wie = { soort: 'hulpverlener', persoon: 'p-vreemde' };
    expect(viewOf(await w.as('ines', 'zorgtafel.genodigde_bewaren', 'casus-1/tafel-1', wie))).toMatchObject({
      refusal: { kind: 'al_genodigd', naam: 'Vreemde' },
    });
  });
});
