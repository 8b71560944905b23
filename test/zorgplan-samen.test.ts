import { expect, it } from 'vitest';
import { handle } from '../src/bot.ts';
import { eachPlace } from './databases.ts';
import { accountOf } from './security-stage.ts';
import { MONDAY, sendAanmelding, startStage } from './stage.ts';

eachPlace((name, openPlace) => {
  it(`houdt elke wijziging van twee die op hetzelfde moment bewaren, ${name} [Z1]`, async () => {
    const stage = await startStage('mixed', await openPlace());
    try {
      const { aanmelder, marijke, bot } = stage;
      const { reference } = await sendAanmelding(aanmelder);
      await marijke.until(/Wacht op Marijke/, 'inbox');
      const { store } = bot.world;
      const casus = await store.casusByReferentie(reference);
      const id = casus?.id ?? '';
      let n = 0;
      const as = (email: string, action: string, subject: string, values: Record<string, string>) =>
        handle(bot.world, {
          delivery: `samen-${++n}`,
          at: MONDAY,
          account: accountOf(stage, email),
          place: 'private',
          input: { kind: 'action', action, subject, values, from: 'form' },
        });
      await as('marijke@example.org', 'casus.opnemen', id, {});
      await as('marijke@example.org', 'zorgplan.maken_bewaren', id, { reden: 'Nog geen tafel.' });

      // Twelve goals and texts by two people, all at once, each based on the first version.
      const writers = ['marijke@example.org', 'ines@example.org'];
      const saves = Array.from({ length: 6 }, (_, i) =>
        as(writers[i % 2] ?? '', 'zorgplan.bewaren', `${id}/doel:d-${i}/1/a`, {
          doel: `Doel ${i}`,
          zichtbaar: 'Te zien.',
        }),
      );
      const same = writers.map((w) => as(w, 'zorgplan.bewaren', `${id}/zorgen/1/a`, { tekst: `Van ${w}` }));
      const outcomes = await Promise.all([...saves, ...same]);
      expect(outcomes.slice(0, 6).map((o) => (o.kind === 'nothing' ? '' : o.view.view))).toEqual(
        Array.from({ length: 6 }, () => 'zorgplan_sectie'),
      );
      // Of two who wrote the same section one reads what the other wrote.
      const views = outcomes.slice(6).map((o) => (o.kind === 'nothing' ? '' : o.view.view));
      expect(views.sort()).toEqual(['zorgplan', 'zorgplan_formulier']);

      const plan = await store.zorgplan(id);
      expect(plan?.inhoud.doelen.map((d) => d.doel).sort()).toEqual(Array.from({ length: 6 }, (_, i) => `Doel ${i}`));
      const versions = await store.zorgplanVersies(id, 50);
      expect(versions.map((v) => v.versie)).toEqual([8, 7, 6, 5, 4, 3, 2, 1]);
      expect((await store.zorgplanVersies(id, 2, 5)).map((v) => v.versie)).toEqual([4, 3]);
    } finally {
      await stage.close();
    }
  });
});
