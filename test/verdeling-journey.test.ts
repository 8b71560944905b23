import { describe, expect, it, onTestFinished } from 'vitest';
import { brussels } from '../src/play.fixture.ts';
import { eachPlace, platformsOn } from './databases.ts';
import { startStage } from './stage.ts';

const known = ['marijke', 'ines', 'provinciaal', 'beheerder'] as const;

eachPlace((name, openPlace) => {
  describe.each(platformsOn(name))('de verdeling van de permanentie, %s', (where) => {
    it('toont wie hoeveel deed, per maand, vorig jaar, en niet aan een aanmelder [P1, P4]', async () => {
      const stage = await startStage(where, await openPlace(), { at: brussels('2026-03-06T10:00'), known });
      onTestFinished(() => stage.close());
      const { ines, aanmelder } = stage;

      await ines.type('/permanentie verdeling');
      const totals = await ines.until(/Verdeling Limburg, 2026[\s\S]*Marijke heeft [\d.,]+ uur meer dan gemiddeld/);
      expect(totals).toMatch(/Opvolging van de telefoonroute/);
      expect(totals).toMatch(/Met wat nog op het rooster staat/);

      await ines.press('Per maand', /Verdeling Limburg, 2026/);
      await ines.until(/Uren, januari tot maart[\s\S]*Uren, oktober tot december/);

      await ines.press('← 2025', /Uren, januari tot maart/);
      await ines.until(/Verdeling Limburg, 2025/);

      await ines.type('/permanentie verdeling maart');
      await ines.until(/Verdeling Limburg, maart 2026/);
      await ines.type('/permanentie verdeling ooit');
      await ines.until(/ooit/);

      await aanmelder.type('/permanentie verdeling');
      await aanmelder.until(/Even kennismaken/);
      expect(`${aanmelder.screen()}${aanmelder.inbox()}`).not.toMatch(/meer dan gemiddeld|Verschil/);
    });
  });
});
