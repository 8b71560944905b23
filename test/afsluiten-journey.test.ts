import { describe, expect, it, onTestFinished } from 'vitest';
import { eachPlace, platformsOn } from './databases.ts';
import { sendAanmelding, startStage } from './stage.ts';

eachPlace((name, openPlace) => {
  describe.each(platformsOn(name))('een casus die eindigt, %s', (where) => {
    it('sluit af met wat er van werd, maakt kaarten leeg, en heropent wat te snel ging [M1, A3]', async () => {
      const stage = await startStage(where, await openPlace());
      onTestFinished(() => stage.close());
      const { aanmelder, marijke, ines, channel } = stage;
      const { reference } = await sendAanmelding(aanmelder);
      await marijke.until(/Wacht op Marijke/, 'inbox');
      await marijke.press('Opnemen', /Wacht op Marijke/);
      await marijke.until(/Marijke nam deze casus op/, 'inbox');

      // Not before there is an answer: there is no button for it yet.
      expect(await marijke.until(/nam deze casus op/, 'inbox')).not.toContain('Afsluiten');
      await marijke.press('Terugkoppeling gegeven', /Casus LIM/);
      await marijke.until(/stopt de klok/, 'screen');
      await marijke.fill({ uitkomst: 'zorgtafel', nota: 'Zorgtafel woensdag om 10 u.' });
      await marijke.submit();
      await marijke.until(/Teruggekoppeld door Marijke/, 'inbox');

      // A form that is not complete says so and loses nothing; complete it closes.
      await marijke.press('Afsluiten', /Teruggekoppeld door Marijke/);
      await marijke.until(/Waar woont het kind/, 'screen');
      await marijke.fill({ resultaat: 'bereikt', woont: 'thuis', opvolging: 'Het lokaal team komt elke maand.' });
      await marijke.submit();
      const tombstone = await marijke.until(new RegExp(`${reference} is afgesloten`), 'inbox');
      expect(tombstone).not.toMatch(/baby|J\.V\./);
      await aanmelder.until(/Marijke sloot deze casus af/, 'inbox');
      await expect.poll(() => aanmelder.inbox().join()).not.toMatch(/Zorgtafel woensdag/);
      await marijke.until(/Afgesloten/, 'channel');
      expect(channel().join()).not.toMatch(/thuis|lokaal team/i);

      // Not on lists any more; who may can still read it, and a colleague can open it again.
      await marijke.type('casus');
      await marijke.until(/geen enkele open casus/);
      await ines.type(`casus ${reference}`);
      await ines.until(/Verloop[\s\S]*Afgesloten/);
      await ines.press('Toon casus');
      await ines.until(/De doelen zijn bereikt[\s\S]*lokaal team/);
      await ines.press('Heropenen');
      await aanmelder.until(/is heropend/, 'inbox');
      await marijke.until(/Teruggekoppeld door Marijke/, 'inbox');
    });
  });
});
