import { describe, expect, it, onTestFinished } from 'vitest';
import { eachPlace } from './databases.ts';
import { type Stage, sendAanmelding, startStage, type Where } from './stage.ts';
import type { ChatUser } from './stand-ins/chat-user.ts';

const places: Where[] = ['slack', 'teams', 'mixed'];

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

/** A modal stays open with its last words until somebody closes it. */
const close = (user: ChatUser) => {
  if ('close' in user && typeof user.close === 'function') user.close();
};

eachPlace((_, openPlace) => {
  describe.each(places)('een rugzak, %s', (where) => {
    it('gaat van aanvraag over vier ogen, factuur en betaling naar het bewijs [B1, B3, B7, S16]', async () => {
      const stage = await startStage(where, await openPlace());
      onTestFinished(() => stage.close());
      const { marijke, ines, provinciaal, aanmelder, channel } = stage;
      const reference = await opgenomen(stage);
      const check = await vraagAan(marijke, reference);
      expect(check).toMatch(/20\.000, daarna.*18\.799,50/);
      expect(await marijke.until(/Je vroeg dit zelf aan/, 'screen')).not.toContain('Goedkeuren');
      close(marijke);

      // Who may approve has the card; the first press decides, the second reads who did.
      await provinciaal.until(/Aanvraag rugzakmiddelen/, 'inbox');
      await ines.until(/Aanvraag rugzakmiddelen/, 'inbox');
      await ines.press('Goedkeuren', /Aanvraag rugzakmiddelen/);
      await ines.until(/Ines keurde dit goed/);
      await provinciaal.until(/Ines keurde dit goed/, 'inbox');
      await marijke.until(/Ines keurde dit goed/, 'inbox');

      await marijke.press('Factuur ontvangen', /Ines keurde dit goed/);
      await marijke.until(/Nummer van de factuur/, 'screen');
      await marijke.fill({ nummer: '2026/17', bedrag: '1.000,00' });
      await marijke.submit();
      await marijke.until(/te betalen tegen 8 apr/);
      close(marijke);
      await marijke.until(/te betalen tegen 8 apr/, 'inbox');
      await marijke.press('Betaald', /te betalen tegen 8 apr/);
      await marijke.until(/betaald op 9 mrt/, 'inbox');
      await marijke.press('Rest vrijgeven', /betaald op 9 mrt/);

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
  });
});
