import { describe, expect, it, onTestFinished } from 'vitest';
import type { Store } from '../src/ports.ts';
import { tafel } from '../src/zorgtafel/zorgtafel.fixture.ts';
import { eachPlace, platformsOn } from './databases.ts';
import { sendAanmelding, startStage } from './stage.ts';

/** A zorgtafel on Tuesday at 10 h; who reported the case invites mama. */
async function withTafel(store: Store, reference: string) {
  const casus = await store.casusByReferentie(reference);
  if (!casus) throw new Error(`no ${reference}`);
  const [mama, melder] = tafel.deelnemers;
  if (!mama || !melder) throw new Error('no participants');
  const result = await store.commit({
    casus: { next: { ...casus, versie: casus.versie + 1 }, was: casus.versie },
    zorgtafel: {
      ...tafel,
      casusId: casus.id,
      stand: 'vast',
      gekozen: 'm-1',
      momenten: [{ id: 'm-1', start: Temporal.Instant.from('2026-03-10T09:00:00Z') }],
      deelnemers: [
        { ...mama, via: casus.aanmelder },
        { ...melder, persoonId: casus.aanmelder },
      ],
    },
    audit: [],
  });
  expect(result.kind).toBe('ok');
}

eachPlace((name, openPlace) => {
  describe.each(platformsOn(name))('een casus die eindigt, %s', (where) => {
    it('sluit af met wat er van werd, maakt kaarten leeg, en heropent wat te snel ging [M1, A3]', async () => {
      const stage = await startStage(where, await openPlace());
      onTestFinished(() => stage.close());
      const { aanmelder, marijke, ines, channel, clock } = stage;
      const { store } = stage.bot.world;
      const { reference } = await sendAanmelding(aanmelder);
      await marijke.until(/Wacht op Marijke/, 'inbox');
      await marijke.press('Opnemen', /Wacht op Marijke/);
      await marijke.until(/Marijke nam deze casus op/, 'inbox');

      // Not before there is an answer: there is no button for it yet.
      expect(await marijke.until(/nam deze casus op/, 'inbox')).not.toContain('Afsluiten');
      await marijke.press('Terugkoppeling gegeven', /Casus LIM/);
      await marijke.until(/stopt de klok/, 'screen');
      await marijke.fill({ uitkomst: 'zorgtafel', nota: 'Zorgtafel woensdag om 10 u.' });
      await marijke.submit();
      await marijke.until(/Teruggekoppeld door Marijke/, 'inbox');

      // A zorgtafel that is still to come is called off with it, and the form says so; complete it closes.
      const hours48 = async () => {
        const id = (await store.casusByReferentie(reference))?.id ?? '';
        const running = (await store.termijnen(id)).filter((t) => t.soort === 'zorgtafel' && !t.gestopt);
        return running.map((t) => `${t.start} ${t.einde} ${t.volgende}`);
      };
      const before = await hours48();
      expect(before).toHaveLength(1);
      await withTafel(store, reference);
      await marijke.press('Afsluiten', /Teruggekoppeld door Marijke/);
      await marijke.until(
        /De zorgtafel van dinsdag 10 maart om 10:00 gaat dan niet door[\s\S]*Waar woont het kind/,
        'screen',
      );
      await marijke.fill({
        resultaat: 'bereikt',
        woont: 'thuis',
        opvolging: 'Het lokaal team komt elke maand.',
        zorgtafel: ['tafel-1'],
      });
      await marijke.submit();
      const tombstone = await marijke.until(new RegExp(`${reference} is afgesloten`), 'inbox');
      expect(tombstone).not.toMatch(/baby|J\.V\./);
      await aanmelder.until(/gaat niet door[\s\S]*De casus is afgesloten[\s\S]*Laat het ook weten aan mama/, 'inbox');
      await expect.poll(() => aanmelder.inbox().join()).not.toMatch(/Zorgtafel woensdag/);
      await marijke.until(/Afgesloten/, 'channel');
      expect(channel().join()).not.toMatch(/thuis|lokaal team/i);

      // Not on lists any more; who may can still read it, and a colleague can open it again.
      await marijke.type('casus');
      await marijke.until(/geen enkele open casus/);
      await ines.type(`casus ${reference}`);
      await ines.until(/Verloop[\s\S]*Afgesloten/);
      await ines.press('Toon casus');
      await ines.until(/De doelen zijn bereikt[\s\S]*lokaal team/);
      expect(await hours48()).toEqual([]);
      clock.set(clock.now().add({ minutes: 5 }));
      await ines.press('Heropenen');
      await aanmelder.until(/is heropend[\s\S]*De zorgtafel blijft afgelast/, 'inbox');
      await marijke.until(/Teruggekoppeld door Marijke/, 'inbox');
      // The 48 hours are what they were [T1].
      expect(await hours48()).toEqual(before);
    });
  });
});
