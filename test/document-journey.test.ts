import { describe, expect, it, onTestFinished } from 'vitest';
import { eachPlace, platformsOn } from './databases.ts';
import { sendAanmelding, startStage } from './stage.ts';

const addressIn = (text: string): string => {
  const url = /http:\/\/127\.0\.0\.1:\d+\/document\/[A-Za-z0-9_-]{43}/.exec(text)?.[0];
  if (!url) throw new Error(`no address in:\n${text}`);
  return url;
};

eachPlace((name, openPlace) => {
  describe.each(platformsOn(name))('een zorgplan op papier, %s', (where) => {
    it('geeft een adres dat kort werkt, voor wie het vroeg, en noteert elk ophalen [S8, S13]', async () => {
      const stage = await startStage(where, await openPlace());
      onTestFinished(() => stage.close());
      const { aanmelder, marijke, clock } = stage;
      const { reference } = await sendAanmelding(aanmelder);
      await marijke.until(/Wacht op Marijke/, 'inbox');
      await marijke.press('Terugkoppeling gegeven', /Casus LIM/);
      await marijke.until(/stopt de klok/, 'screen');
      await marijke.fill({ uitkomst: 'zorgtafel', nota: 'Zorgtafel woensdag om 10 u.' });
      await marijke.submit();
      await marijke.until(/Teruggekoppeld door Marijke/, 'inbox');
      await marijke.press('Zorgplan maken', /Teruggekoppeld door Marijke/);
      await marijke.until(/zonder zorgtafel/i, 'screen');
      await marijke.fill({ reden: 'De ouders wilden meteen beginnen.' });
      await marijke.submit();
      await marijke.until(new RegExp(`Zorgplan ${reference}`));
      await marijke.press('Afdrukken voor het gezin');
      const url = addressIn(await marijke.until(/voor het gezin en het netwerk[\s\S]*document/));

      expect(await (await fetch(url)).text()).not.toContain(reference);
      const pdf = await fetch(url, { method: 'POST' });
      expect(pdf.status).toBe(200);
      expect(
        Buffer.from(await pdf.arrayBuffer())
          .subarray(0, 5)
          .toString(),
      ).toBe('%PDF-');

      clock.set(clock.now().add({ minutes: 31 }));
      expect((await fetch(url, { method: 'POST' })).status).toBe(404);
    });
  });
});
