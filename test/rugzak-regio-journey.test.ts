import { read, utils } from '@e965/xlsx';
import { describe, expect, it, onTestFinished } from 'vitest';
import { brussels } from '../src/play.fixture.ts';
import type { Boeking } from '../src/rugzak/boeking.ts';
import { rugzak } from '../src/rugzak/rugzak.fixture.ts';
import { eachPlace, platformsOn } from './databases.ts';
import { type Stage, sendAanmelding, startStage } from './stage.ts';

const known = ['marijke', 'provinciaal', 'beheerder'] as const;

/** Books on the only case there is, as an approval does. */
async function book(stage: Stage, reference: string, cents: number, more: Partial<Boeking> = {}): Promise<void> {
  const { store, ids } = stage.bot.world;
  // A beat may be busy with the same case.
  const again = () => book(stage, reference, cents, more);
  const casus = await store.casusByReferentie(reference);
  if (!casus) throw new Error('no case');
  const now = stage.clock.now();
  const line: Boeking = {
    id: ids.next(),
    casusId: casus.id,
    aanvraagId: 'a-1',
    factuurId: null,
    van: cents < 0 ? 'vastgelegd' : null,
    naar: cents < 0 ? null : 'vastgelegd',
    categorie: 'begeleiding',
    cents: Math.abs(cents),
    jaar: Number(now.toString().slice(0, 4)),
    door: casus.aanspreekpunt,
    op: now,
    datum: now.toZonedDateTimeISO('Europe/Brussels').toPlainDate().toString(),
    corrigeert: null,
    ...more,
  };
  const result = await store.commit({
    casus: { next: { ...casus, versie: casus.versie + 1 }, was: casus.versie },
    rugzak: { next: { ...rugzak, casusId: casus.id }, regio: 'LIM', boekingen: [line], budget: new Map() },
    audit: [{ op: now, wie: 'p', wat: 'rugzak.boeken', waarover: casus.id, resultaat: 'toegestaan' }],
  });
  if (result.kind !== 'ok') await again();
}

eachPlace((name, openPlace) => {
  describe.each(platformsOn(name))('het jaarbudget van een regio, %s', (where) => {
    it('meldt wat bereikt is één keer, toont het overzicht aan wie erover waakt, en begint in januari opnieuw [B8, B9]', async () => {
      const stage = await startStage(where, await openPlace(), { at: brussels('2026-03-09T09:20'), known });
      onTestFinished(() => stage.close());
      const { marijke, provinciaal, beheerder, aanmelder, bot } = stage;
      const budget = stage.bot.world.store.directory().regions.get('LIM')?.rugzak.jaarbudget['2026'] ?? 0;
      expect(budget).toBeGreaterThan(0);
      const share = (percent: number) => Math.trunc((budget * percent) / 100);

      await provinciaal.type('/rugzak regio');
      await provinciaal.until(/Jaarbudget 2026 Limburg[\s\S]*nog niets vastgelegd/);
      const { reference } = await sendAanmelding(aanmelder);

      // One booking jumps over two: one card that says so, to each of them, once.
      await book(stage, reference, share(76));
      await bot.beat();
      await bot.beat();
      for (const person of [provinciaal, marijke])
        await person.until(/Jaarbudget 2026 Limburg: 75 %[\s\S]*in één keer voorbij 50 % en 75 %/, 'inbox');
      await book(stage, reference, share(15));
      await bot.beat();
      await provinciaal.until(/Jaarbudget 2026 Limburg: 90 %/, 'inbox');
      expect(
        provinciaal
          .inbox()
          .join('\n')
          .match(/in één keer voorbij 50 % en 75 %/g),
      ).toHaveLength(1);
      expect(stage.channel().join('\n')).not.toMatch(/[Bb]udget|€/);

      // It falls below, and rises anew: the sent card says that it no longer holds, and a new one comes.
      await book(stage, reference, -share(15));
      await bot.beat();
      await provinciaal.until(/Jaarbudget 2026 Limburg: niet meer zo/, 'inbox');
      await book(stage, reference, share(15));
      await bot.beat();
      await provinciaal.until(/Jaarbudget 2026 Limburg: 90 %/, 'inbox');

      await provinciaal.press('Jaarbudget', /Jaarbudget 2026 Limburg: 90 %/);
      await provinciaal.until(/€\s[\d.,]+ van €\s[\d.,]+ is vastgelegd \(91 %\)[\s\S]*nog te vroeg/);

      // The year in Excel: at an address of one's own, again asked who it is when it is fetched.
      await provinciaal.press('Excel', /is vastgelegd \(91 %\)/);
      const url = /http:\/\/127\.0\.0\.1:\d+\/document\/[A-Za-z0-9_-]{43}/.exec(
        await provinciaal.until(/Jaarbudget 2026 Limburg in Excel[\s\S]*document/),
      )?.[0];
      if (!url) return expect.fail('no address');
      expect(await (await fetch(url)).text()).not.toMatch(/budget|LIM/i);
      const file = await fetch(url, { method: 'POST' });
      expect(file.headers.get('content-disposition')).toBe('attachment; filename="jaarbudget-LIM-2026.xlsx"');
      const { Sheets } = read(Buffer.from(await file.arrayBuffer()));
      const [, ...lines] = utils.sheet_to_json<unknown[]>(Sheets.Grootboek ?? {}, { header: 1 });
      expect(lines.map((l) => l[2])).toEqual(Array.from({ length: 4 }, () => reference));
      expect(lines.reduce((sum, l) => sum + Math.round(Number(l[7]) * 100), 0)).toBe(share(76) + share(15));
      await provinciaal.press('Excel om te delen', /is vastgelegd \(91 %\)/);
      await provinciaal.until(/in Excel, om te delen[\s\S]*minder dan 5 casussen/);

      await marijke.type('/rugzak regio vorig jaar');
      await marijke.until(/Jaarbudget 2025 Limburg/);
      await marijke.type('/rugzak regio ooit');
      await marijke.until(/Dat jaar begrijp ik niet/);

      // Somebody who plans, and somebody who reports: no figures.
      for (const person of [beheerder, aanmelder]) {
        await person.type('/rugzak regio');
        await person.until(/Dit overzicht is voor de coördinatoren/);
        expect(`${person.screen()}${person.inbox().join('\n')}`).not.toMatch(/is vastgelegd \(/);
      }

      // The new year starts from nothing, and what is booked late still weighs on the old one.
      stage.clock.set(brussels('2027-01-04T09:00'));
      await bot.beat();
      await provinciaal.type('/rugzak regio');
      await provinciaal.until(/Jaarbudget 2027 Limburg[\s\S]*nog niets vastgelegd/);
      await book(stage, reference, budget - share(76) - share(15), { jaar: 2026 });
      await bot.beat();
      await provinciaal.until(/Jaarbudget 2026 Limburg is volledig vastgelegd/, 'inbox');
    });
  });
});
