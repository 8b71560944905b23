import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { apply } from '../adapters/region/region-command.ts';
import { uuids } from '../adapters/start-bot.ts';
import { brussels } from '../src/play.fixture.ts';
import { eachPlace, platformsOn } from './databases.ts';
import { type Stage, startStage } from './stage.ts';
import type { ChatUser } from './stand-ins/chat-user.ts';

const known = ['marijke', 'ines', 'provinciaal', 'beheerder'] as const;
const monday = '2026-03-09';

function beatAt({ clock, bot }: Stage, wall: string): Promise<number> {
  clock.set(brussels(wall));
  return bot.beat();
}
/** Opens the second page of a change. */
async function change(user: ChatUser, datum: string, wat: string): Promise<void> {
  await user.type('permanentie');
  await user.press('Rooster wijzigen');
  await user.until(/Welke dag\?/, 'screen');
  await user.fill({ datum, wat });
  await user.submit();
}

eachPlace((name, openPlace) => {
  describe.each(platformsOn(name))('samen aan één rooster, %s', (where) => {
    const open = async (wall: string) => {
      const stage = await startStage(where, await openPlace(), { at: brussels(wall), known });
      onTestFinished(() => stage.close());
      await stage.bot.beat();
      return stage;
    };

    it('herinnert op het eigen uur, meteen als dat al voorbij is, en geen tweede keer [P7]', async () => {
      const stage = await open('2026-03-06T15:50');
      const { marijke } = stage;
      await marijke.type('permanentie van mij');
      await marijke.until(/Ik herinner je de werkdag ervoor om 16:00, en 15 minuten voor je dagdeel/);
      await marijke.press('Herinneringen');
      await marijke.until(/Mijn herinneringen/, 'screen');
      await marijke.fill({ dag_voor: '15:30', vooraf: '30' });
      await marijke.submit();
      await marijke.until(/Ik herinner je de werkdag ervoor om 15:30, en 30 minuten voor je dagdeel/, 'screen');
      await marijke.until(/Permanentie maandag 9 maart/, 'inbox');
      await beatAt(stage, '2026-03-06T16:00');
      await beatAt(stage, '2026-03-09T08:29');
      await beatAt(stage, '2026-03-09T08:30');
      await marijke.until(/Je permanentie begint zo/, 'inbox');
      await beatAt(stage, '2026-03-09T08:45');
      expect(marijke.inbox().filter((text) => /Permanentie maandag 9 maart/.test(text))).toHaveLength(1);
      expect(marijke.inbox().filter((text) => /Je permanentie begint zo/.test(text))).toHaveLength(1);
    });

    it('laat van twee die tegelijk bewaren één winnen; de ander leest wie er was en beslist dan [P4]', async () => {
      const { ines, beheerder } = await open('2026-03-06T10:04');
      const both = [ines, beheerder];
      for (const user of both) {
        await change(user, monday, 'vervangen');
        await user.until(/Iemand vervangen/, 'screen');
        await user.fill({ dagdeel: '09:00-12:00', wie: 'ines' });
      }
      await Promise.all(both.map((user) => user.submit()));
      const answers = await Promise.all(
        both.map((user) => user.until(/Wijzigingen permanentie|intussen in met/, 'screen')),
      );
      const second = both.filter((_user, n) => /intussen in met/.test(answers[n] ?? ''));
      expect(second).toHaveLength(1);
      const [loser] = second;
      if (!loser) throw new Error('nobody was second');
      const name = loser === ines ? 'Beheerder' : 'Ines';
      expect(loser.screen()).toMatch(new RegExp(`${name} vulde 09:00–12:00 intussen in met Ines, om 10:04`));
      await loser.fill({ dagdeel: '09:00-12:00', wie: 'marijke' });
      await loser.submit();
      await loser.until(/Wijzigingen permanentie[\s\S]*09:00–12:00: Marijke/, 'screen');
    });

    it('meldt een gat vooraf met de knop die het oplost [P6]', async () => {
      const stage = await open('2026-03-06T10:00');
      const { marijke, beheerder, ines } = stage;
      await change(marijke, '2026-03-16', 'afwezig');
      await marijke.until(/Ik ben er niet/, 'screen');
      await marijke.fill({ dagdeel: ['09:00-12:00'], vraag: 'planners' });
      await marijke.submit();
      await marijke.until(/nog in te vullen/, 'screen');
      // At once, and again a week ahead.
      await beheerder.until(/Een dagdeel is niet ingevuld/, 'inbox');
      await beatAt(stage, '2026-03-09T09:00');
      await expect.poll(() => beheerder.inbox().filter((t) => /Een dagdeel is niet ingevuld/.test(t))).toHaveLength(2);
      expect(ines.inbox().join()).not.toMatch(/niet ingevuld/);
      await beheerder.press('Kies wie het doet', /niet ingevuld/);
      await beheerder.until(/Iemand vervangen/, 'screen');
      await beheerder.fill({ dagdeel: '09:00-12:00', wie: 'ines' });
      await beheerder.submit();
      await beheerder.until(/Wijzigingen permanentie/, 'screen');
      await expect.poll(() => beheerder.inbox().filter((t) => /Ingevuld door Ines/.test(t))).toHaveLength(2);
      await beatAt(stage, '2026-03-13T09:00');
      expect(beheerder.inbox().join()).not.toMatch(/niet ingevuld/);
    });

    it('sluit een dag: niemand is van wacht, en dat is geen gat [P2, P4]', async () => {
      const stage = await open('2026-03-06T10:00');
      const { beheerder, marijke, ines } = stage;
      await change(beheerder, monday, 'sluiten');
      await beheerder.until(/Niets aangeduid is de hele dag/, 'screen');
      await beheerder.submit();
      await beheerder.until(/hele dag: gesloten/, 'screen');
      await marijke.until(/Je bent niet meer van wacht op maandag 9 maart/, 'inbox');
      await ines.type('permanentie 9/3/2026');
      await ines.until(/Permanentie Limburg, maandag 9 maart/);
      await beatAt(stage, '2026-03-06T16:00');
      await beatAt(stage, '2026-03-09T09:30');
      expect(marijke.inbox().join()).not.toMatch(/Permanentie maandag 9 maart|begint zo/);
      expect(beheerder.inbox().join()).not.toMatch(/niet ingevuld|niemand van wacht|bevestigde/);
    });

    it('vraagt één collega, die weigert: er verandert niets, en wie vroeg kan verder [P4]', async () => {
      const { marijke, ines, beheerder } = await open('2026-03-06T10:00');
      await change(marijke, monday, 'afwezig');
      await marijke.until(/Wie vraag je het\?/, 'screen');
      await marijke.fill({ dagdeel: ['09:00-12:00'], vraag: 'aan:ines' });
      await marijke.submit();
      await marijke.until(/Je vroeg Ines om maandag 9 maart/);
      marijke.close?.();
      await ines.until(/Marijke vraagt of jij maandag 9 maart 2026, 09:00–12:00 kan overnemen/, 'inbox');
      await ines.press('Nee, dat lukt niet', /Marijke vraagt/);
      await marijke.until(/Ines kan niet\. Er is niets gewijzigd/, 'inbox');
      expect(beheerder.inbox().join()).not.toMatch(/niet ingevuld/);
      await ines.type('permanentie 9/3/2026');
      expect(await ines.until(/09:00[\s\S]*12:00/)).toContain('Marijke');
    });

    it('meldt wie tegelijk in twee regio’s staat aan beide beheerders; een knop lost het op [P4, P6]', async () => {
      const stage = await open('2026-03-06T10:00');
      const { beheerder, provinciaal, bot, clock } = stage;
      const file = join(tmpdir(), `oost-${randomUUID()}.yaml`);
      await writeFile(file, secondRegion);
      onTestFinished(() => rm(file, { force: true }));
      const lines: string[] = [];
      const done = await apply(file, {
        store: bot.world.store,
        clock,
        ids: uuids,
        by: 'bot',
        print: (line) => void lines.push(line),
      });
      expect(done, lines.join('\n')).toBe(0);
      await stage.bot.beat();
      await beatAt(stage, '2026-03-09T09:00');
      const here = await beheerder.until(/Marijke staat tegelijk in twee regio’s[\s\S]*16 maart/, 'inbox');
      expect(here).toMatch(/Limburg: maandag 16 maart 2026, 09:00–12:00[\s\S]*Ook Oost, 08:30–10:00/);
      const there = await provinciaal.until(/Marijke staat tegelijk in twee regio’s[\s\S]*16 maart/, 'inbox');
      expect(there).toMatch(/Oost: maandag 16 maart 2026, 08:30–10:00[\s\S]*Ook Limburg, 09:00–12:00/);
      await beheerder.press('Iemand anders kiezen', /16 maart/);
      await beheerder.until(/Iemand vervangen/, 'screen');
      await beheerder.fill({ wie: 'ines' });
      await beheerder.submit();
      await beheerder.until(/Wijzigingen permanentie/, 'screen');
      for (const user of [beheerder, provinciaal])
        await user.until(/Dubbele permanentie opgelost[\s\S]*16 maart/, 'inbox');
    });
  });
});

/** Marijke works there too, on Mondays; the provincial coordinator of the stage plans it. */
const secondRegion = `
code: OVL
naam: Oost
postcodes: [9000-9299]
contact: { email: oost@example.org, telefoon: [{ nummer: 02 000 00 00 }] }
personen:
  - { id: marijke, naam: Marijke, email: marijke@example.org, rollen: [casuscoordinator] }
  - { id: prov, naam: Provinciaal coördinator Limburg, email: provinciaal@example.org, rollen: [beheerder] }
permanentie:
  - van: 2022-01-01
    dagdelen:
      - { dag: ma, uren: 08:30-10:00, persoon: marijke }
routes: []
`;
