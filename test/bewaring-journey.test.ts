import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../adapters/database/open-database.ts';
import { eachPlace, platformsOn, silent, testKeys } from './databases.ts';
import { everyRow } from './read-everything.ts';
import { sendAanmelding, startStage } from './stage.ts';

const TOMBSTONE = 'Deze casus is verwijderd na de bewaartermijn.';

eachPlace((name, openPlace) => {
  describe.each(platformsOn(name))('na de bewaartermijn, %s', (where) => {
    it('zegt bij het afsluiten tot wanneer een casus blijft, en laat er daarna nergens iets van over [S17, S5]', async () => {
      const place = await openPlace();
      const stage = await startStage(where, place);
      onTestFinished(() => stage.close());
      const { aanmelder, marijke, channel, clock } = stage;
      const { store } = stage.bot.world;
      const region = store.directory().regions.get('LIM');
      if (!region) throw new Error('no region');
      await store.commit({ region: { next: { ...region, bewaring: [{ casus: 'P5Y' }] }, by: 'test' }, audit: [] });

      const { reference } = await sendAanmelding(aanmelder);
      const kept = await sendAanmelding(aanmelder, { initialen: 'X.Y.' });
      await marijke.until(new RegExp(reference), 'inbox');
      const itsCard = new RegExp(`Casus ${reference}[\\s\\S]*Marijke`);
      await marijke.press('Opnemen', itsCard);
      await marijke.until(/Marijke nam deze casus op/, 'inbox');
      await marijke.press('Terugkoppeling gegeven', /Marijke nam deze casus op/);
      await marijke.until(/stopt de klok/, 'screen');
      await marijke.fill({ uitkomst: 'advies', nota: 'Bel het consultatiebureau.' });
      await marijke.submit();
      await marijke.until(/Teruggekoppeld door Marijke/, 'inbox');
      await marijke.press('Afsluiten', /Teruggekoppeld door Marijke/);
      await marijke.until(/bewaard tot en met 9 maart 2031 en daarna verwijderd/, 'screen');
      await marijke.fill({ resultaat: 'bereikt', woont: 'thuis', opvolging: 'Het lokaal team.' });
      await marijke.submit();
      const closed = new RegExp(`${reference} is afgesloten[\\s\\S]*bewaard tot en met 9 maart 2031`);
      await marijke.until(closed, 'inbox');
      await aanmelder.until(closed, 'inbox');
      const id = (await store.casusByReferentie(reference))?.id ?? '';
      const everywhere = () => [...marijke.inbox(), ...aanmelder.inbox(), ...channel()];
      const blanked = () => everywhere().filter((text) => text.includes(TOMBSTONE)).length;

      // The night before nothing goes; the night after the bot does it, and a restart in between loses nothing.
      clock.set(Temporal.Instant.from('2031-03-09T03:00:00+01:00'));
      await stage.bot.beat();
      expect(await store.casusById(id)).not.toBeNull();
      clock.set(Temporal.Instant.from('2031-03-10T03:00:00+01:00'));
      await stage.bot.beat();
      // What is in memory does not outlive its process.
      if (place.database.url) await stage.restart();
      const now = stage.bot.world.store;
      expect(await now.casusById(id)).toBeNull();
      expect(await now.casusByReferentie(kept.reference)).not.toBeNull();
      // The card of each of both, and the line in the channel.
      await expect.poll(blanked).toBeGreaterThanOrEqual(3);
      // Of answers to one's own presses the bot keeps no address: in Teams they stay, here with the number alone.
      const named = () => everywhere().filter((text) => text.includes(reference));
      if (where === 'slack') await expect.poll(named).toEqual([]);
      else
        await expect
          .poll(() =>
            named().filter(
              (text) => !/^(Terugkoppeling over|Aanmelding verstuurd|LIM-.*is afgesloten\nIedereen)/.test(text),
            ),
          )
          .toEqual([]);
      expect(everywhere().some((text) => text.includes(kept.reference))).toBe(true);

      // Asked for, it is as if it never was.
      clock.set(Temporal.Instant.from('2031-03-10T09:30:00+01:00'));
      const answerTo = async (asked: string) => {
        await marijke.type(`casus ${asked}`);
        return marijke.until(/vond|vind|bestaat|zie/i, 'screen');
      };
      expect(await answerTo(reference)).toBe(await answerTo('LIM-2026-9999'));

      // The next night it is forgotten where the cards stand, and the database knows neither number nor id.
      clock.set(Temporal.Instant.from('2031-03-11T03:00:00+01:00'));
      await stage.bot.beat();
      await stage.bot.stop();
      if (place.database.url === undefined) return;
      const database = await openDatabase({ ...place.database, keys: testKeys, log: silent });
      const rows = await everyRow(database);
      await database.close();
      const chain = rows.get('public.audit')?.join('\n') ?? '';
      rows.delete('public.audit');
      const dump = [...rows.values()].flat().join('\n');
      expect(dump).toContain(kept.reference);
      for (const trace of [reference, id]) expect(dump.split('\n').filter((line) => line.includes(trace))).toEqual([]);
      expect(rows.get('public.bericht')?.join('\n')).not.toContain('verwijderd');
      expect(chain).toContain('casus.verwijderd');
    });
  });
});
