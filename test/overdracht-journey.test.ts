import { describe, expect, it, onTestFinished } from 'vitest';
import { brussels } from '../src/play.fixture.ts';
import { eachPlace, platformsOn } from './databases.ts';
import { type Stage, sendAanmelding, startStage } from './stage.ts';

const known = ['marijke', 'ines', 'provinciaal', 'beheerder'] as const;

async function beatAt({ clock, bot }: Stage, wall: string): Promise<void> {
  clock.set(brussels(wall));
  await bot.beat();
}

const closeForm = (user: object) => {
  if ('close' in user && typeof user.close === 'function') user.close();
};

eachPlace((name, openPlace) => {
  describe.each(platformsOn(name))('de overdracht, %s', (where) => {
    const open = async (at: string) => {
      const stage = await startStage(where, await openPlace(), { at: brussels(at), known });
      onTestFinished(() => stage.close());
      await stage.bot.beat();
      return stage;
    };

    it('gaat van vrijdagavond naar maandag: geschreven, gewijzigd, gelezen, en de schrijver ziet door wie [P7]', async () => {
      const stage = await open('2026-03-06T15:30');
      const { aanmelder, marijke, ines, beheerder, provinciaal } = stage;
      const { reference } = await sendAanmelding(aanmelder);
      await ines.until(/Wacht op Ines/, 'inbox');
      await beatAt(stage, '2026-03-06T16:00');
      await marijke.until(/Permanentie maandag 9 maart/, 'inbox');
      await beatAt(stage, '2026-03-06T16:45');
      await ines.until(/Je permanentie loopt tot 17:00[\s\S]*leest Marijke/, 'inbox');

      await ines.press('Schrijf overdracht', /Je permanentie loopt tot/);
      await ines.until(/Overdracht schrijven/, 'screen');
      await ines.fill({ algemeen: 'De telefoon viel twee keer uit.' });
      await ines.submit();
      await ines.until(/Wat jij schreef[\s\S]*De telefoon viel twee keer uit/i, 'screen');
      closeForm(ines);
      // Already to be read on the card of the day before, which was sent earlier.
      await marijke.until(/Permanentie maandag 9 maart[\s\S]*De telefoon viel twee keer uit/, 'inbox');

      // Her own card has it too, and lets her change it as long as nobody read it.
      await ines.until(/De telefoon viel twee keer uit[\s\S]*Nog niet gelezen/, 'inbox');
      await ines.press('Wijzigen', /Nog niet gelezen/);
      await ines.until(/Nota wijzigen/, 'screen');
      await ines.fill({ nota: 'De telefoon viel drie keer uit.' });
      await ines.submit();
      await marijke.until(/Permanentie maandag 9 maart[\s\S]*De telefoon viel drie keer uit/, 'inbox');
      closeForm(ines);

      // About the case, from its card.
      await ines.press('Nota voor de volgende', new RegExp(`Casus ${reference}`));
      await ines.until(/Nota voor de volgende/, 'screen');
      await ines.fill({ nota: 'Moeder 93.05.18-223.61 belt terug.' });
      await ines.submit();
      await ines.until(/rijksregisternummer/i, 'screen');
      await ines.fill({ nota: 'De vroedvrouw belt maandag terug.' });
      await ines.submit();
      closeForm(ines);
      await ines.until(/Nota voor de volgende van Ines[\s\S]*nog niet gelezen/, 'inbox');

      await beatAt(stage, '2026-03-09T08:45');
      const straks = await marijke.until(/Je permanentie begint zo[\s\S]*De vroedvrouw belt maandag terug/, 'inbox');
      expect(straks).toContain('De telefoon viel drie keer uit');
      // Later still, and on the card without a second message.
      closeForm(ines);
      await ines.press('Nog een nota', /Nog niet gelezen/);
      await ines.until(/Overdracht schrijven/, 'screen');
      await ines.fill({ algemeen: 'Vergeten: de sleutel ligt aan het onthaal.' });
      await ines.submit();
      await marijke.until(/Je permanentie begint zo[\s\S]*de sleutel ligt aan het onthaal/, 'inbox');
      closeForm(ines);
      expect(marijke.inbox().filter((text) => /Je permanentie begint zo/.test(text))).toHaveLength(1);

      await marijke.press('Gelezen', /Je permanentie begint zo/);
      await marijke.until(/Je permanentie begint zo[\s\S]*Je las de overdracht \(3 nota’s\)/, 'inbox');
      await ines.until(/Gelezen door Marijke op/, 'inbox');
      await ines.until(/gelezen door Marijke op/, 'inbox');
      // Nobody else read a word of it, and no channel.
      for (const user of [beheerder, provinciaal, aanmelder])
        expect(user.inbox().join()).not.toMatch(/telefoon viel|vroedvrouw belt|sleutel ligt/);
      expect(stage.channel().join()).not.toMatch(/telefoon viel|vroedvrouw belt|sleutel ligt/);

      // It stands in the story of the case.
      await marijke.type(`casus ${reference}`);
      await marijke.until(/Nota voor wie daarna van wacht is door Ines: De vroedvrouw belt maandag terug/);
    });

    it('volgt een vervanging ertussen tot wie echt komt, en is niet voor wie geen recht heeft [P4, P7]', async () => {
      const stage = await open('2026-03-09T11:30');
      const { aanmelder, marijke, ines, provinciaal } = stage;
      await marijke.type('permanentie');
      await marijke.press('Overdracht');
      await marijke.until(/Er is voor jou niets te lezen/);
      await marijke.press('Schrijf overdracht');
      await marijke.until(/Overdracht schrijven/, 'screen');
      await marijke.submit();
      await marijke.until(/Schrijf iets in het algemeen/, 'screen');
      await marijke.fill({ algemeen: 'De wagen staat in de garage.' });
      await marijke.submit();
      await marijke.until(/De wagen staat in de garage/, 'screen');
      closeForm(marijke);

      await beatAt(stage, '2026-03-09T16:00');
      await ines.until(/Permanentie dinsdag 10 maart[\s\S]*De wagen staat in de garage/, 'inbox');

      // Tuesday morning becomes the writer's own: the note waits for the next other.
      await ines.type('permanentie dinsdag');
      await ines.press('Rooster wijzigen');
      await ines.until(/Welke dag\?/, 'screen');
      await ines.fill({ datum: '2026-03-10', wat: 'vervangen' });
      await ines.submit();
      await ines.until(/Iemand vervangen/, 'screen');
      await ines.fill({ dagdeel: '09:00-12:00', wie: 'marijke' });
      await ines.submit();
      await ines.until(/Wijzigingen permanentie/, 'screen');
      closeForm(ines);
      await beatAt(stage, '2026-03-10T08:45');
      expect(ines.inbox().filter((text) => /Je permanentie begint zo/.test(text))).toEqual([]);

      // The afternoon's phone route is still hers to own: the note reaches her there.
      await beatAt(stage, '2026-03-10T13:45');
      await ines.until(/Je permanentie begint zo[\s\S]*De wagen staat in de garage/, 'inbox');
      await ines.press('Gelezen', /Je permanentie begint zo/);
      await ines.until(/Je permanentie begint zo[\s\S]*Je las de overdracht \(één nota\)/, 'inbox');
      await marijke.until(/De wagen staat in de garage[\s\S]*Gelezen door Ines/, 'inbox');

      // Somebody of outside finds no way in.
      await aanmelder.type('permanentie');
      const first = await aanmelder.until(/Even kennismaken|Permanentie Limburg/);
      if (/Even kennismaken/.test(first)) {
        await aanmelder.fill({ organisatie: 'Ziekenhuis', functie: 'Arts', sector: 'basisvoorziening' });
        await aanmelder.submit();
      }
      const seen = await aanmelder.until(/Permanentie Limburg/);
      expect(seen).not.toMatch(/Overdracht/);
      for (const user of [aanmelder, provinciaal]) expect(user.inbox().join()).not.toMatch(/garage/);
    });
  });
});
