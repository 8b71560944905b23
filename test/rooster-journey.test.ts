import { describe, expect, it, onTestFinished } from 'vitest';
import { eachPlace, platformsOn } from './databases.ts';
import { sendAanmelding, startStage } from './stage.ts';

/** Friday 6 March 2026, 10 h: Ines is on duty. On Monday 9 March it is Marijke. */
const FRIDAY = Temporal.Instant.from('2026-03-06T09:00:00Z');
const monday = '2026-03-09';

eachPlace((name, openPlace) => {
  describe.each(platformsOn(name))('het rooster wijzigen, %s', (where) => {
    const open = async () => {
      const stage = await startStage(where, await openPlace(), { at: FRIDAY });
      onTestFinished(() => stage.close());
      return stage;
    };

    it('laat een collega overnemen wie er niet is; wie eerst drukt heeft het, en het geldt meteen [P4, A1]', async () => {
      const { aanmelder, marijke, ines, clock } = await open();
      await marijke.type('permanentie');
      await marijke.press('Rooster wijzigen');
      await marijke.until(/Welke dag\?/, 'screen');
      await marijke.fill({ datum: monday, wat: 'afwezig' });
      await marijke.submit();
      await marijke.until(/Ik ben er niet/, 'screen');
      await marijke.fill({ dagdeel: ['09:00-12:00'], vraag: 'iedereen' });
      await marijke.submit();
      await marijke.until(/nog in te vullen/, 'screen');

      await ines.until(/Een dagdeel is niet ingevuld/, 'inbox');
      await ines.press('Ik neem het over', /niet ingevuld/);
      await ines.until(/Ingevuld door Ines/, 'inbox');
      await ines.type('permanentie 9/3/2026');
      expect(await ines.until(/09:00[\s\S]*12:00/)).toContain('Ines');

      // What is reported on Monday morning goes to who is on duty by then.
      clock.set(Temporal.Instant.from('2026-03-09T08:30:00Z'));
      await sendAanmelding(aanmelder);
      await ines.until(/Wacht op Ines/, 'inbox');
      expect(marijke.inbox().join()).not.toMatch(/Wacht op/);
    });

    it('laat wat van vrijdagavond op maandag wacht, het rooster volgen [A1, P4]', async () => {
      const { aanmelder, marijke, ines, clock, bot } = await open();
      clock.set(Temporal.Instant.from('2026-03-06T17:00:00Z'));
      await sendAanmelding(aanmelder);
      await marijke.until(/Wacht op Marijke/, 'inbox');
      await ines.type('permanentie 9/3/2026');
      await ines.press('Rooster wijzigen');
      await ines.until(/Welke dag\?/, 'screen');
      await ines.fill({ datum: monday, wat: 'vervangen' });
      await ines.submit();
      await ines.until(/Iemand vervangen/, 'screen');
      await ines.fill({ dagdeel: '09:00-12:00', wie: 'ines' });
      await ines.submit();
      await ines.until(/Wijzigingen permanentie/, 'screen');
      clock.set(Temporal.Instant.from('2026-03-06T17:01:00Z'));
      await bot.beat();
      await ines.until(/Wacht op Ines/, 'inbox');
      await marijke.until(/Wacht op Ines/, 'inbox');
      await aanmelder.until(/Het aanspreekpunt is nu Ines/, 'inbox');
    });

    it('zegt een afwezigheid van meer dagen in één keer, met één ongedaan maken [P4]', async () => {
      const { marijke, ines } = await open();
      await marijke.type('permanentie');
      await marijke.press('Rooster wijzigen');
      await marijke.until(/Welke dag\?/, 'screen');
      await marijke.fill({ datum: monday, tot: '2026-03-13', wat: 'afwezig' });
      await marijke.submit();
      await marijke.until(/maandag 9 maart 2026 tot en met vrijdag 13 maart 2026/, 'screen');
      await marijke.fill({ dagdeel: ['2026-03-09/09:00-12:00', '2026-03-11/09:00-12:00'], vraag: 'iedereen' });
      await marijke.submit();
      await marijke.until(/tot en met woensdag 11 maart 2026, 2 dagdelen: nog in te vullen/, 'screen');

      await ines.until(/Marijke is er niet[\s\S]*2 dagdelen zijn niet ingevuld/, 'inbox');
      await ines.press('ma 9/3 09:00–12:00', /Marijke is er niet/);
      await ines.until(/Eén dagdeel is niet ingevuld[\s\S]*ma 9\/3 09:00–12:00: Ines/, 'inbox');
      expect(ines.inbox().filter((t) => /Marijke is er niet/.test(t))).toHaveLength(1);
      await marijke.until(/Je dagdeel is overgenomen[\s\S]*Ines doet 09:00–12:00/, 'inbox');

      await ines.type('permanentie wijzigingen');
      await ines.until(/2 dagdelen/);
      await ines.press('Ongedaan maken', /2 dagdelen/);
      await marijke.until(/Ines maakte je afwezigheid ongedaan/, 'inbox');
      await ines.until(/Marijke is er toch/, 'inbox');
      await ines.type('permanentie 11/3/2026');
      await ines.until(/Permanentie Limburg, woensdag[\s\S]*Marijke/, 'screen');
    });

    it('ruilt pas als beiden akkoord zijn, en maakt de hele ruil ongedaan [P4]', async () => {
      const { marijke, ines } = await open();
      const ask = async () => {
        await marijke.type('permanentie');
        await marijke.press('Rooster wijzigen');
        await marijke.until(/Welke dag\?/, 'screen');
        await marijke.fill({ datum: monday, wat: 'ruilen' });
        await marijke.submit();
        await marijke.until(/Er verandert niets tot je collega ja zegt/, 'screen');
        await marijke.fill({ dagdeel: '09:00-12:00', tegen: '2026-03-10/09:00-12:00/ines' });
        await marijke.submit();
        await marijke.until(/Je vroeg Ines/);
      };
      const isOnDuty = async (day: string, name: string) => {
        await ines.type(`permanentie ${day}`);
        await ines.until(new RegExp(`Permanentie Limburg[\\s\\S]*09:00[\\s\\S]*${name}`), 'screen');
      };
      await ask();
      await ines.until(/Marijke vraagt om met jou te ruilen[\s\S]*Jij doet dan[\s\S]*maandag 9 maart/, 'inbox');
      await ines.press('Nee, dat lukt niet', /Marijke vraagt/);
      await marijke.until(/Ines kan niet\. Er is niets gewijzigd/, 'inbox');
      await ask();
      await ines.until(/Ja, dat is goed/, 'inbox');
      await ines.press('Ja, dat is goed', /Marijke vraagt/);
      await marijke.until(/Ines zei ja/, 'inbox');
      await isOnDuty('9/3/2026', 'Ines');
      await isOnDuty('10/3/2026', 'Marijke');
      await ines.type('permanentie wijzigingen');
      await ines.until(/Wijzigingen permanentie/);
      await ines.press('Ongedaan maken');
      await ines.until(/Er zijn geen wijzigingen/);
      await isOnDuty('9/3/2026', 'Marijke');
    });

    it('vervangt wie ziek is en herstelt precies wat er was; wie het aangaat hoort het één keer [P4]', async () => {
      const { marijke, ines } = await open();
      await ines.type('permanentie maandag');
      await ines.press('Rooster wijzigen');
      await ines.until(/Welke dag\?/, 'screen');
      await ines.fill({ datum: monday, wat: 'vervangen' });
      await ines.submit();
      await ines.until(/Iemand vervangen/, 'screen');
      await ines.fill({ dagdeel: '09:00-12:00', wie: 'ines' });
      await ines.submit();
      await ines.until(/Wijzigingen permanentie/, 'screen');
      await marijke.until(
        /Je bent zelf niet van wacht op maandag 9 maart 2026[\s\S]*ACT terecht, 14:00–17:00/,
        'inbox',
      );
      await ines.press('Ongedaan maken');
      await ines.until(/Er zijn geen wijzigingen/);
      await marijke.until(
        /Op maandag 9 maart 2026 ben je nu van wacht: 09:00–12:00[\s\S]*ACT terecht, 14:00–17:00/,
        'inbox',
      );
      await marijke.type('permanentie week 9/3/2026');
      const week = await marijke.until(/Week van maandag 9 maart/);
      expect(week).toMatch(/09:00–12:00[\s\S]*Marijke/);
    });
  });
});
