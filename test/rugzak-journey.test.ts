import { describe, expect, it, onTestFinished } from 'vitest';
import { eachPlace, platformsOn } from './databases.ts';
import { type Stage, sendAanmelding, startStage } from './stage.ts';
import type { ChatUser } from './stand-ins/chat-user.ts';

/** A case that Marijke took up. */
async function opgenomen(stage: Stage): Promise<string> {
  const { reference } = await sendAanmelding(stage.aanmelder);
  await stage.marijke.until(/Wacht op Marijke/, 'inbox');
  await stage.marijke.press('Opnemen', /Wacht op Marijke/);
  await stage.marijke.until(/Marijke nam deze casus op/, 'inbox');
  return reference;
}

type Vraag = Partial<Record<'categorie' | 'doel' | 'bedrag' | 'van' | 'tot', string>>;

/** Fills in and sends a request; gives what the check screen said. */
async function vraagAan(user: ChatUser, reference: string, more: Vraag = {}): Promise<string> {
  await user.type(`rugzak ${reference}`);
  await user.until(new RegExp(`Rugzak ${reference}`), 'screen');
  await user.press('Middelen aanvragen', new RegExp(`Rugzak ${reference}`));
  await user.until(/Stap 1 van 3/, 'screen');
  const { van = '2026-03-16', tot = '2026-05-15', ...first } = more;
  await user.fill({
    categorie: 'begeleiding',
    doel: 'Elke dag iemand die de voeding opvolgt.',
    aanbieder: 'CKG Molenberg',
    bedrag: '1.200,50',
    ...first,
  });
  await user.submit();
  await user.until(/Stap 2 van 3/, 'screen');
  await user.fill({ van, tot, waarom_niet_regulier: 'Thuisbegeleiding start pas over vier maanden.' });
  await user.submit();
  const check = await user.until(/Stap 3 van 3/, 'screen');
  await user.submit('Aanvraag versturen');
  return check;
}

eachPlace((name, openPlace) => {
  describe.each(platformsOn(name))('een rugzak, %s', (where) => {
    it('gaat van aanvraag over vier ogen, factuur en betaling naar het bewijs [B1, B3, B7, S16]', async () => {
      const stage = await startStage(where, await openPlace());
      onTestFinished(() => stage.close());
      const { marijke, ines, provinciaal, aanmelder, channel } = stage;
      const reference = await opgenomen(stage);
      const check = await vraagAan(marijke, reference);
      expect(check).toMatch(/20\.000, daarna.*18\.799,50/);
      expect(await marijke.until(/Je vroeg dit zelf aan/, 'screen')).not.toContain('Goedkeuren');
      marijke.close?.();

      // Who may approve has the card; the first press decides, the second reads who did.
      await provinciaal.until(/Aanvraag rugzakmiddelen/, 'inbox');
      await ines.until(/Aanvraag rugzakmiddelen/, 'inbox');
      // Somebody else has it open beside it and is a moment later.
      await provinciaal.type(`rugzak ${reference}`);
      await provinciaal.until(new RegExp(`Rugzak ${reference}`), 'screen');
      await provinciaal.press('Bekijken', new RegExp(`Rugzak ${reference}`));
      await provinciaal.until(/Wacht op een beslissing/, 'screen');
      await ines.press('Goedkeuren', /Aanvraag rugzakmiddelen/);
      await ines.until(/Ines keurde dit goed/);
      await provinciaal.until(/Ines keurde dit goed/, 'inbox');
      await provinciaal.press('Goedkeuren', /Wacht op een beslissing/);
      await provinciaal.until(/Ines keurde deze aanvraag goed/);
      provinciaal.close?.();
      await marijke.until(/Ines keurde dit goed/, 'inbox');

      await marijke.press('Factuur ontvangen', /Ines keurde dit goed/);
      await marijke.until(/Nummer van de factuur/, 'screen');
      await marijke.fill({ nummer: '2026/17', bedrag: '1.000,00', ontvangen: '2026-03-09' });
      await marijke.submit();
      await marijke.until(/te betalen tegen 8 apr/);
      marijke.close?.();
      await marijke.until(/te betalen tegen 8 apr/, 'inbox');
      await marijke.press('Betaald', /te betalen tegen 8 apr/);
      await marijke.until(/Betaald op/, 'screen');
      await marijke.submit();
      marijke.close?.();
      await marijke.until(/betaald op 9 mrt/, 'inbox');
      await marijke.press('Rest vrijgeven', /betaald op 9 mrt/);
      await marijke.until(/Laatste dag van de hulp/, 'screen');
      await marijke.fill({ laatste_dag: '2026-03-20' });
      await marijke.submit();
      marijke.close?.();

      await marijke.type(`rugzak ${reference}`);
      const balance = await marijke.until(/Vrij: €.19\.000/, 'screen');
      expect(balance).toMatch(/Betaald:?\s+€.1\.000/);
      await marijke.press('Bewijzen', /Vrij: €.19\.000/);
      await marijke.until(/1 bewijs ontbreekt, te bezorgen tegen 30 juni 2026/);
      await marijke.press('Bezorgd', /te bezorgen tegen 30 juni 2026/);
      await marijke.until(/Alles is bezorgd/);

      // The aanmelder and the channel never hear of it.
      expect([...aanmelder.inbox(), ...channel()].join()).not.toMatch(/rugzak|1\.200|Molenberg/i);
      await aanmelder.type(`rugzak ${reference}`);
      await aanmelder.until(/Niet gevonden/);
    });

    it('herinnert aan een aanvraag die wacht, en vraagt opnieuw als de goedkeuring teruggedraaid wordt [S16]', async () => {
      const stage = await startStage(where, await openPlace());
      onTestFinished(() => stage.close());
      const { marijke, ines, provinciaal, clock, bot } = stage;
      const reference = await opgenomen(stage);
      await vraagAan(marijke, reference);
      marijke.close?.();
      await ines.until(/Aanvraag rugzakmiddelen/, 'inbox');
      await ines.type('rugzak');
      await ines.until(/Wacht op jouw beslissing/i, 'screen');
      ines.close?.();

      // Two working days later, once however often it beats; decided from the reminder.
      clock.set(Temporal.Instant.from('2026-03-11T08:30:00Z'));
      await bot.beat();
      await bot.beat();
      for (const user of [ines, provinciaal]) {
        await user.until(/Herinnering: rugzakmiddelen/, 'inbox');
        expect(user.inbox().filter((m) => /Herinnering: rugzakmiddelen/.test(m))).toHaveLength(1);
      }
      expect(marijke.inbox().join()).not.toMatch(/Herinnering: rugzakmiddelen/);
      await ines.press('Goedkeuren', /Herinnering: rugzakmiddelen/);
      await marijke.until(/Ines keurde dit goed/, 'inbox');

      await marijke.type(`rugzak ${reference}`);
      await marijke.until(new RegExp(`Rugzak ${reference}`), 'screen');
      await marijke.press('Boekingen', new RegExp(`Rugzak ${reference}`));
      await marijke.until(/Boekingen LIM/);
      await marijke.press('Terugdraaien', /Boekingen LIM/);
      marijke.close?.();
      for (const user of [ines, provinciaal]) {
        const again = await user.until(/Opnieuw te beslissen: rugzakmiddelen/, 'inbox');
        expect(again).toMatch(/Marijke draaide de goedkeuring terug/);
      }
      await provinciaal.press('Goedkeuren', /Opnieuw te beslissen: rugzakmiddelen/);
      await marijke.until(/Provinciaal .*keurde dit goed/, 'inbox');
    });

    it('waarschuwt voor drempels, het A-document en het einde, en verlengt [B2, B5, B9]', async () => {
      const stage = await startStage(where, await openPlace());
      onTestFinished(() => stage.close());
      const { marijke, ines, provinciaal, clock, bot } = stage;
      const reference = await opgenomen(stage);

      // More than a coordinator may approve goes to the province only; one booking jumps over two thresholds.
      const check = await vraagAan(marijke, reference, { bedrag: '15.500' });
      expect(check).toMatch(/Wie beslist:?\s+Provinciaal/);
      marijke.close?.();
      await provinciaal.until(/Aanvraag rugzakmiddelen/, 'inbox');
      expect(ines.inbox().join()).not.toMatch(/Aanvraag rugzakmiddelen/);
      await provinciaal.press('Iets vragen', /Aanvraag rugzakmiddelen/);
      await provinciaal.until(/Je vraag/, 'screen');
      await provinciaal.fill({ vraag: 'Kan het met minder?' });
      await provinciaal.submit();
      provinciaal.close?.();
      await marijke.until(/Kan het met minder/, 'inbox');
      await marijke.press('Antwoorden', /Kan het met minder/);
      await marijke.until(/Je antwoord/, 'screen');
      await marijke.fill({ antwoord: 'Neen, dit is het minimum.' });
      await marijke.submit();
      marijke.close?.();
      await provinciaal.until(/dit is het minimum/, 'inbox');
      await provinciaal.press('Goedkeuren', /dit is het minimum/);
      for (const user of [marijke, provinciaal]) {
        const alert = await user.until(/drempel bereikt/, 'inbox');
        expect(alert).toMatch(/Van de rugzak is .*15\.500.*\(77 %\): de drempel van 75 %/);
        expect(user.inbox().filter((m) => /drempel bereikt/.test(m))).toHaveLength(1);
      }

      // The term starts, and a foster family is looked for: 30 working days before Saturday 25 April, with Easter
      // Monday between. Two of its reminders would have been by last Thursday: only the one of the day itself comes.
      const opens = async (label: string, shows: RegExp) => {
        await marijke.type(`rugzak ${reference}`);
        await marijke.until(new RegExp(`Rugzak ${reference}`), 'screen');
        await marijke.press(label, new RegExp(`Rugzak ${reference}`));
        await marijke.until(shows, 'screen');
      };
      await opens('Eerste hulp gestart op …', /Eerste dag van de eerste hulp/);
      await marijke.fill({ start: '2026-01-26' });
      await marijke.submit();
      await marijke.until(/26 januari 2026 tot en met 25 april 2026/);
      marijke.close?.();
      await opens('Stappen toegangspoort', /pleeggezin gezocht/);
      await marijke.fill({ vist: '2026-03-09', pleegzorg: 'ja' });
      await marijke.submit();
      await marijke.until(/12 mrt 2026: A-document/);
      marijke.close?.();
      const reminded = () =>
        marijke.inbox().filter((m) => /Herinnering: rugzak/.test(m) && /12 mrt 2026: A-document/.test(m)).length;
      await bot.beat();
      expect(reminded()).toBe(0);
      clock.set(Temporal.Instant.from('2026-03-12T08:30:00Z'));
      await bot.beat();
      await bot.beat();
      await marijke.until(/Herinnering: rugzak[\s\S]*12 mrt 2026: A-document/, 'inbox');
      expect(reminded()).toBe(1);

      // Six weeks ahead, on the Friday [P2]; extended from the warning, which is settled then.
      clock.set(Temporal.Instant.from('2026-03-13T08:30:00Z'));
      await bot.beat();
      await marijke.until(/25 apr 2026: laatste dag van de rugzak/, 'inbox');
      await marijke.press('Verlengen', /25 apr 2026: laatste dag van de rugzak/);
      await marijke.until(/tot en met 25 juli 2026/, 'screen');
      await marijke.fill({ reden: 'De overgang naar het pleeggezin vraagt meer tijd.' });
      await marijke.submit();
      await marijke.until(/26 januari 2026 tot en met 25 juli 2026/);
      marijke.close?.();
      const warnings = () =>
        marijke.inbox().filter((m) => /Herinnering: rugzak/.test(m) && /25 apr 2026: laatste dag/.test(m)).length;
      await expect.poll(warnings, { timeout: 20_000 }).toBe(0);
      // Four weeks before the old end nothing comes any more.
      clock.set(Temporal.Instant.from('2026-03-27T08:30:00Z'));
      await bot.beat();
      expect(warnings()).toBe(0);
    });
  });
});
