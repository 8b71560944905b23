import { describe, expect, it, onTestFinished } from 'vitest';
import { eachPlace, platformsOn } from './databases.ts';
import { MONDAY, sendAanmelding, startStage } from './stage.ts';

eachPlace((name, openPlace) => {
  describe.each(platformsOn(name))('van aanmelding tot terugkoppeling, %s', (where) => {
    const open = async (options = {}) => {
      const stage = await startStage(where, await openPlace(), options);
      onTestFinished(() => stage.close());
      return stage;
    };

    it('brengt een aanmelding bij wie van wacht is, en het antwoord terug [A1, A2, A3, A9]', async () => {
      const { aanmelder, marijke, ines, channel, clock, bot } = await open();
      const { reference } = await sendAanmelding(aanmelder);

      // The coordinator on duty, privately; the channel neutrally.
      const card = await marijke.until(/Wacht op Marijke/, 'inbox');
      expect(card).toContain('De baby komt niet bij in gewicht.');
      await marijke.until(new RegExp(`${reference}[\\s\\S]*Wacht op Marijke`), 'channel');
      expect(channel().join()).not.toMatch(/baby|J\.V\.|Hasselt/);

      // Taken up: both see it, a colleague who presses reads who.
      await ines.type(`casus`);
      await ines.press(`Toon ${reference}`);
      await ines.until(/Wacht op Marijke/);
      await marijke.press('Opnemen', /Wacht op Marijke/);
      await marijke.until(/Marijke nam deze casus op/, 'inbox');
      await aanmelder.until(/is je aanspreekpunt/, 'inbox');
      await ines.press('Opnemen');
      await ines.until(/Marijke nam deze casus al op/);

      // A question goes to the aanmelder's own platform and comes back.
      await marijke.press('Vraag stellen', /nam deze casus op/);
      await marijke.until(/antwoordveld/, 'screen');
      await marijke.fill({ vraag: 'Wie kan vanavond helpen?' });
      await marijke.submit();
      await aanmelder.until(/Wie kan vanavond helpen/, 'inbox');
      await aanmelder.fill({ antwoord: 'De grootmoeder, tot woensdag.' });
      await aanmelder.press('Antwoord versturen');
      await marijke.until(/De grootmoeder, tot woensdag/, 'inbox');

      // The clock reminds, once, and stops with the answer.
      clock.set(MONDAY.add({ hours: 20 }));
      await bot.beat();
      await bot.beat();
      await marijke.until(/Herinnering/, 'inbox');
      await marijke.press('Terugkoppeling gegeven', /Casus LIM/);
      await marijke.until(/stopt de klok/, 'screen');
      await marijke.fill({ uitkomst: 'zorgtafel', nota: 'Zorgtafel woensdag om 10 u.' });
      await marijke.submit();
      await aanmelder.until(/Er komt een zorgtafel[\s\S]*Zorgtafel woensdag/, 'inbox');
      await marijke.until(/Teruggekoppeld door Marijke/, 'inbox');
      await marijke.until(/Teruggekoppeld door Marijke/, 'channel');

      clock.set(MONDAY.add({ hours: 30 }));
      await bot.beat();
      await marijke.type(`casus ${reference}`);
      const story = await marijke.until(/Verloop/);
      expect(story).toContain('Teruggekoppeld aan de aanmelder');
      expect(story).not.toContain('Escalatie');
      await expect.poll(() => marijke.inbox().filter((text) => /Herinnering: LIM/.test(text))).toHaveLength(0);
    });

    it('draagt over met lopende klok, en beklimt de ladder [A2, C3]', async () => {
      const { aanmelder, marijke, ines, provinciaal, clock, bot } = await open();
      const { reference } = await sendAanmelding(aanmelder);
      await marijke.until(/Wacht op Marijke/, 'inbox');
      await marijke.press('Overdragen', /Wacht op Marijke/);
      await marijke.until(/Je collega wordt aanspreekpunt/, 'screen');
      const directory = bot.world.store.directory();
      const ineId = directory.personIdByEmail.get('ines@example.org') ?? '';
      await marijke.fill({ naar: ineId });
      await marijke.submit();
      await ines.until(/is aan jou overgedragen/, 'inbox');
      await ines.until(/Ines nam deze casus op/, 'inbox');
      await aanmelder.until(/aanspreekpunt is nu Ines/, 'inbox');

      clock.set(MONDAY.add({ hours: 22 }));
      await bot.beat();
      await ines.until(/Dringend/, 'inbox');
      await marijke.until(/Dringend/, 'inbox');
      expect(provinciaal.inbox().join()).not.toMatch(/Dringend/);
      clock.set(MONDAY.add({ hours: 24 }));
      await bot.beat();
      await provinciaal.until(/Dringend[\s\S]*verstreken/, 'inbox');
      const count = () => ines.inbox().filter((text) => text.includes('Dringend')).length;
      expect(count()).toBe(1);
      await bot.beat();
      expect(count()).toBe(1);
      expect(reference).toMatch(/^LIM-2026-\d{4}$/);
    });

    it('laat aanvullen, verbeteren en intrekken; elke kaart toont wat waar is', async () => {
      const { aanmelder, marijke } = await open();
      await sendAanmelding(aanmelder);
      await marijke.until(/Wacht op Marijke/, 'inbox');
      await aanmelder.until(/Aanvullen/, 'inbox');

      await aanmelder.press('Aanvullen', /Aanmelding LIM/);
      await aanmelder.until(/komt bij de aanmelding te staan/, 'screen');
      await aanmelder.fill({ aanvulling: 'De huisarts belde net.' });
      await aanmelder.submit();
      await marijke.until(/Aanvulling[\s\S]*De huisarts belde net/, 'inbox');

      await aanmelder.press('Verbeteren', /Aanmelding LIM/);
      await aanmelder.until(/Stap 1 van 4/, 'screen');
      await aanmelder.fill({ gemeente: 'Genk' });
      for (const step of [2, 3, 4]) {
        await aanmelder.submit();
        await aanmelder.until(new RegExp(`Stap ${step} van 4`), 'screen');
      }
      await aanmelder.submit();
      await aanmelder.until(/verbeterd/);
      await marijke.until(/Gemeente[\s\S]*Genk/, 'inbox');

      await aanmelder.press('Intrekken', /Aanmelding LIM/);
      await aanmelder.until(/Waarom trek je in/, 'screen');
      await aanmelder.fill({ reden: 'De familie vangt het op.' });
      await aanmelder.submit();
      await marijke.until(/De aanmelder trok dit in\.[\s\S]*De familie vangt het op/, 'inbox');
      await marijke.until(/is ingetrokken/, 'inbox');
    });

    it('belooft op vrijdagavond eerlijk, en verliest niets [P2, A6]', async () => {
      // Friday 6 March, 18.30 h: nobody until Monday.
      const { aanmelder, marijke } = await open({ at: Temporal.Instant.from('2026-03-06T17:30:00Z') });
      const { sent } = await sendAanmelding(aanmelder, { gevaar_nu: 'ja' });
      expect(sent).toMatch(/Er is nu niemand van wacht; de volgende permanentie begint maandag 9 maart om 09:00/);
      expect(sent).toMatch(/Onmiddellijk gevaar/);
      await marijke.until(/Wacht op Marijke/, 'inbox');
    });

    it('stuurt door naar wie wel bereikbaar is, en zegt het [A1]', async () => {
      const { aanmelder, ines } = await open({ known: ['ines', 'provinciaal'] });
      if (where !== 'slack') {
        const { sent } = await sendAanmelding(aanmelder);
        const card = await ines.until(/Marijke is niet bereikbaar via de bot; daarom komt dit bij Ines/, 'inbox');
        expect(card).toContain('Opnemen');
        expect(sent).toMatch(/Marijke is niet bereikbaar via deze bot; het gaat meteen naar Ines/);
      }
    });
  });
});
