import { describe, expect, it, onTestFinished } from 'vitest';
import { brussels } from '../src/play.fixture.ts';
import { eachPlace, platformsOn } from './databases.ts';
import { type Stage, sendAanmelding, startStage } from './stage.ts';

const known = ['marijke', 'ines', 'provinciaal', 'beheerder'] as const;

/** From here on it is this late, and the heart beats. Gives how many messages fell due. */
function beatAt({ clock, bot }: Stage, wall: string): Promise<number> {
  clock.set(brussels(wall));
  return bot.beat();
}

eachPlace((name, openPlace) => {
  describe.each(platformsOn(name))('een maandag van wacht, %s', (where) => {
    /** Friday afternoon: Ines owns the phone route, and an aanmelding comes in for her. */
    const friday = async () => {
      const stage = await startStage(where, await openPlace(), { at: brussels('2026-03-06T15:30'), known });
      onTestFinished(() => stage.close());
      await stage.bot.beat();
      const { reference } = await sendAanmelding(stage.aanmelder);
      await stage.ines.until(/Wacht op Ines/, 'inbox');
      return { stage, reference };
    };
    const reminded = async () => {
      const found = await friday();
      await beatAt(found.stage, '2026-03-06T16:00');
      await beatAt(found.stage, '2026-03-09T08:30');
      await beatAt(found.stage, '2026-03-09T08:45');
      await found.stage.marijke.until(/Je permanentie begint zo[\s\S]*Ik ben er/, 'inbox');
      return found;
    };

    it('herinnert op vrijdag met wat openstaat, ’s morgens neutraal in het kanaal, en hoort wie er is [P7]', async () => {
      const { stage, reference } = await friday();
      const { marijke, ines, beheerder, channel } = stage;

      await beatAt(stage, '2026-03-06T16:00');
      const dayBefore = await marijke.until(/Permanentie maandag 9 maart/, 'inbox');
      expect(dayBefore).toMatch(/09:00–12:00 en 14:00–17:00/);
      expect(dayBefore).toMatch(new RegExp(`Eén casus staat open[\\s\\S]*${reference}: [^\\n]*, bij Ines`));
      expect(dayBefore).not.toMatch(/baby|J\.V\.|Hasselt/);
      expect(dayBefore).not.toMatch(/Ik ben er/);

      // The weekend passes; at half past eight the channel reads who is on duty, and nothing else.
      await beatAt(stage, '2026-03-09T08:30');
      const post = await marijke.until(/Permanentie Limburg, maandag 9 maart/, 'channel');
      expect(post).toMatch(/09:00–12:00[\s\S]*Marijke[\s\S]*14:00–17:00/);
      expect(post).not.toContain(reference);
      expect(channel().join()).not.toMatch(/baby|J\.V\.|Hasselt/);

      await beatAt(stage, '2026-03-09T08:45');
      const straks = await marijke.until(/Je permanentie begint zo/, 'inbox');
      expect(straks).toContain(reference);
      await marijke.press('Ik ben er', /Je permanentie begint zo/);
      await marijke.until(/Je permanentie begint zo[\s\S]*Bevestigd om 08:45/, 'inbox');

      // A quarter after the start nobody has to look for her.
      expect(await beatAt(stage, '2026-03-09T09:15')).toBe(0);
      for (const user of [beheerder, ines]) expect(user.inbox().join()).not.toMatch(/bevestigde de permanentie niet/);
      // Each once: what fell due did not come a second time.
      expect(marijke.inbox().filter((text) => /Permanentie maandag 9 maart/.test(text))).toHaveLength(1);
      expect(marijke.inbox().filter((text) => /Je permanentie begint zo/.test(text))).toHaveLength(1);
      expect(channel().filter((text) => /Permanentie Limburg, maandag 9 maart/.test(text))).toHaveLength(1);
    });

    it('zoekt wie niet bevestigde, en zegt het als die er toch is [P7]', async () => {
      const { stage } = await reminded();
      const { marijke, ines, beheerder, provinciaal } = stage;

      expect(await beatAt(stage, '2026-03-09T09:14')).toBe(0);
      expect(await beatAt(stage, '2026-03-09T09:15')).toBe(2);
      for (const user of [beheerder, ines]) {
        const card = await user.until(/Marijke bevestigde de permanentie niet/, 'inbox');
        expect(card).toMatch(/09:00–12:00/);
      }
      expect(provinciaal.inbox().join()).not.toMatch(/bevestigde de permanentie niet/);

      stage.clock.set(brussels('2026-03-09T09:20'));
      await marijke.press('Ik ben er', /Je permanentie begint zo/);
      await marijke.until(/Je bent nu van wacht[\s\S]*Bevestigd om 09:20/, 'inbox');
      for (const user of [beheerder, ines]) {
        await user.until(/Marijke is er[\s\S]*Bevestigd om 09:20/, 'inbox');
        expect(user.inbox().join()).not.toMatch(/bevestigde de permanentie niet/);
      }
    });

    // The embedded database of a test lives in memory: it does not outlive the bot.
    it.runIf(name === 'PostgreSQL')(
      'gaat na een herstart verder waar het was, zonder iets twee keer te sturen [P7]',
      async () => {
        const { stage } = await reminded();
        await stage.restart();
        expect(await beatAt(stage, '2026-03-09T08:45')).toBe(0);
        expect(await beatAt(stage, '2026-03-09T09:15')).toBe(2);
        await stage.beheerder.until(/Marijke bevestigde de permanentie niet/, 'inbox');
        expect(stage.marijke.inbox().filter((text) => /Je permanentie begint zo/.test(text))).toHaveLength(1);
      },
    );

    it('toont de week en de eigen dagdelen waar iemand ernaar vraagt [P1]', async () => {
      const { stage } = await friday();
      await stage.marijke.type('permanentie week volgende maandag');
      const week = await stage.marijke.until(/Week van maandag 9 maart/);
      expect(week).toMatch(/Marijke[\s\S]*Ines/);
      await stage.marijke.press('Vorige week', /Week van maandag 9 maart/);
      await stage.marijke.until(/Week van maandag 2 maart/);
      await stage.marijke.type('permanentie van mij');
      await stage.marijke.until(/Jouw permanentie[\s\S]*09:00–12:00/);
    });
  });
});
