import { describe, expect, it, onTestFinished } from 'vitest';
import { eachPlace, platformsOn } from './databases.ts';
import { type Stage, sendAanmelding, startStage } from './stage.ts';
import type { ChatUser } from './stand-ins/chat-user.ts';

/** A morning of the reference year, on the wall of the region. */
const at = (day: string, time = '09:00') =>
  Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime('Europe/Brussels').toInstant();

eachPlace((name, openPlace) => {
  describe.each(platformsOn(name))('van aanmelding tot zorgplan en evaluatie, %s', (where) => {
    const open = async () => {
      const stage = await startStage(where, await openPlace());
      onTestFinished(() => stage.close());
      return stage;
    };

    /** A case with an answer: there will be a zorgtafel. */
    const answered = async (stage: Stage) => {
      const { aanmelder, marijke } = stage;
      const { reference } = await sendAanmelding(aanmelder);
      await marijke.until(/Wacht op Marijke/, 'inbox');
      await marijke.press('Terugkoppeling gegeven', /Casus LIM/);
      await marijke.until(/stopt de klok/, 'screen');
      await marijke.fill({ uitkomst: 'zorgtafel', nota: 'We plannen een zorgtafel.' });
      await marijke.submit();
      await marijke.until(/Teruggekoppeld door Marijke/, 'inbox');
      return reference;
    };

    const form = async (
      user: ChatUser,
      label: string,
      title: RegExp,
      values: Record<string, string>,
      from?: RegExp,
    ) => {
      await user.press(label, from);
      await user.until(title, 'screen');
      if (Object.keys(values).length > 0) await user.fill(values);
      await user.submit();
    };

    /** Opens something and waits until it is there. */
    const go = async (user: ChatUser, label: string, there: RegExp) => {
      await user.press(label);
      await user.until(there, 'screen');
    };

    const begin = async (stage: Stage) => {
      const reference = await answered(stage);
      const { marijke } = stage;
      await form(
        marijke,
        'Zorgplan maken',
        /Waarom zonder zorgtafel/,
        { reden: 'De ouders vragen tijd.' },
        /Casus LIM/,
      );
      const text = await marijke.until(/Het zorgplan is begonnen/, 'screen');
      return { reference, text };
    };

    const later = async (stage: Stage, day: string, time?: string) => {
      await stage.quiet();
      stage.clock.set(at(day, time));
      await stage.bot.beat();
    };

    it('begint met wat verteld is, wordt door twee mensen geschreven en vastgelegd [A9, Z1, Z3]', async () => {
      const stage = await open();
      const { aanmelder, marijke, ines, channel } = stage;
      const { reference, text } = await begin(stage);
      expect(text).toContain('De baby komt niet bij in gewicht.');
      expect(text).toContain('De grootouders wonen dichtbij.');
      expect(text).toContain('Uit de aanmelding overgenomen.');

      await go(marijke, 'Doelen openen', /Doelen, LIM/);
      await form(marijke, 'Doel toevoegen', /Nieuw doel/, {
        doel: 'De baby komt bij',
        zichtbaar: 'Elke week 150 gram',
      });
      await marijke.until(/1\. De baby komt bij/, 'screen');

      // A colleague writes in another section at the same time, and then in the same.
      await ines.type(`zorgplan ${reference}`);
      await ines.until(/1\. De baby komt bij/);
      await ines.press('Krachten bewerken', /Zorgplan LIM/);
      await ines.until(/hoeft het niet opnieuw te vragen/, 'screen');
      await marijke.type(`zorgplan ${reference}`);
      await form(marijke, 'Krachten bewerken', /Hoogstens 3000 tekens/, { tekst: 'Marijke: oma komt elke dag.' });
      await marijke.until(/Krachten: gewijzigd/, 'screen');
      await ines.fill({ tekst: 'Ines: de grootouders zijn er elke dag.' });
      await ines.submit();
      const clash = await ines.until(/Marijke wijzigde dit intussen/, 'screen');
      expect(clash).toContain('Marijke: oma komt elke dag.');
      await ines.fill({ tekst: 'Oma en opa zijn er elke dag.' });
      await ines.submit();
      await ines.until(/Krachten: gewijzigd/, 'screen');

      await ines.press('Perspectief bewerken');
      await ines.until(/LIM-\d+-\d+\. Waar groeit/, 'screen');
      await ines.fill({ perspectief: 'pleegzorg' });
      await ines.submit();
      await ines.until(/Perspectief: gewijzigd/, 'screen');

      await marijke.type(`zorgplan ${reference}`);
      await marijke.until(/Oma en opa zijn er elke dag/);
      // Nothing was said yet of what they are going to do.
      await marijke.press('Plan vastleggen', /Zorgplan LIM/);
      await marijke.until(/Nog niet klaar om vast te leggen/);

      await marijke.type(`zorgplan ${reference}`);
      await marijke.press('Plan A openen', /Zorgplan LIM/);
      await marijke.until(/Plan A, LIM/);
      await form(marijke, 'Plan A bewerken', /Hoogstens 2000 tekens/, { tekst: 'Thuis, met hulp van oma.' });
      await marijke.until(/Plan A: gewijzigd/, 'screen');
      await form(marijke, 'Plan vastleggen', /Eerste evaluatie/, {});
      await marijke.until(/Volgende evaluatie: maandag 20 april 2026/, 'screen');
      // Everybody on the case hears it; the aanmelder reads what was agreed, not what was told in confidence.
      await aanmelder.until(/Zorgplan LIM-\d+-\d+ is vastgelegd/, 'inbox');
      await aanmelder.press('Zorgplan', /is vastgelegd/);
      const shared = await aanmelder.until(/Jullie volgen plan A/);
      expect(shared).toContain('Oma en opa zijn er elke dag.');
      expect(shared).not.toContain('De baby komt niet bij in gewicht.');
      await marijke.until(/Plan A loopt, evaluatie op 20 april 2026/, 'inbox');
      expect(channel().join()).not.toMatch(/baby|oma|gram/i);
    });

    it('herinnert aan acties, zegt wat te laat is, en laat ze afvinken [Z1]', async () => {
      const stage = await open();
      const { marijke, ines, bot } = stage;
      const { reference } = await begin(stage);
      const person = (email: string) => bot.world.store.directory().personIdByEmail.get(email) ?? '';
      await go(marijke, 'Plan A openen', /Plan A, LIM/);
      const add = async (wat: string, persoon: string, tegen: string, wie = '') => {
        await form(marijke, 'Actie toevoegen', /Nieuwe actie/, { wat, persoon, wie, tegen, plan: 'a' });
        await marijke.until(new RegExp(wat), 'screen');
      };
      await add('Huisbezoek doen', person('ines@example.org'), '2026-03-17');
      await add('Wiegje brengen', 'iemand', '2026-03-18', 'oma');
      await ines.until(/Actie voor jou[\s\S]*Huisbezoek doen/, 'inbox');

      await later(stage, '2026-03-16');
      await ines.until(/Herinnering: actie LIM/, 'inbox');
      await later(stage, '2026-03-17');
      await ines.press('Gedaan', /Herinnering: actie/);
      await ines.until(/Gedaan, aangeduid door Ines/, 'inbox');
      // Pressed on another card that was sent before: it says who did it.
      await marijke.until(/Herinnering: actie LIM[\s\S]*Wiegje brengen/, 'inbox');

      await later(stage, '2026-03-19');
      await marijke.until(/Wiegje brengen[\s\S]*Dit moest klaar zijn op woensdag 18 maart 2026/, 'inbox');
      expect(ines.inbox().filter((text) => /moest klaar zijn/.test(text))).toEqual([]);
      await marijke.type('zorgplan');
      await marijke.until(new RegExp(reference));
      await marijke.until(/1 actie is te laat/, 'inbox');
      await bot.beat();
      expect(marijke.inbox().filter((text) => /Wiegje brengen/.test(text)).length).toBeLessThanOrEqual(3);
    });

    it('evalueert op tijd, stapt over, slaat over met een reden, en zegt het als er niets gebeurt [Z2]', async () => {
      const stage = await open();
      const { marijke, ines, provinciaal, bot } = stage;
      const { reference } = await begin(stage);
      await go(marijke, 'Doelen openen', /Doelen, LIM/);
      await form(marijke, 'Doel toevoegen', /Nieuw doel/, {
        doel: 'De baby komt bij',
        zichtbaar: 'Elke week 150 gram',
      });
      await marijke.until(/1\. De baby komt bij/, 'screen');
      await go(marijke, 'Heel het zorgplan', /Jullie volgen|nog in opmaak/);
      await go(marijke, 'Plan A openen', /Plan A, LIM/);
      await form(marijke, 'Plan A bewerken', /Hoogstens 2000 tekens/, { tekst: 'Thuis, met hulp van oma.' });
      await marijke.until(/Plan A: gewijzigd/, 'screen');
      await form(marijke, 'Plan vastleggen', /Eerste evaluatie/, {});
      await marijke.until(/Volgende evaluatie: maandag 20 april 2026/, 'screen');

      const casus = await bot.world.store.casusByReferentie(reference);
      const plan = async () => (await bot.world.store.zorgplan(casus?.id ?? ''))?.inhoud;
      const running = async () => (await bot.world.store.termijnen(casus?.id ?? '')).filter((t) => !t.gestopt);
      expect((await running()).map((t) => t.soort)).toEqual(['evaluatie']);

      // Two weeks ahead is Easter Monday: the Friday before it. Then three days ahead.
      await later(stage, '2026-04-03');
      const asked = await marijke.until(/Herinnering: evaluatie LIM/, 'inbox');
      expect(asked).toContain('De baby komt bij');
      await later(stage, '2026-04-17');
      await later(stage, '2026-04-20', '16:00');
      const doel = (await plan())?.doelen[0]?.id ?? '';
      await form(
        marijke,
        'Evaluatie gehouden',
        /Geef elk doel een score/,
        {
          [`score_${doel}`]: '6',
          nota: 'Oma kan de nachten niet meer doen.',
          gezin: 'ja',
          plan: 'b',
          overstap_reden: 'De nachten lukken niet.',
        },
        /Herinnering: evaluatie/,
      );
      await marijke.until(/De evaluatie is bewaard[\s\S]*Jullie volgen plan B[\s\S]*maandag 1 juni 2026/, 'screen');
      expect((await plan())?.evaluaties).toMatchObject([
        { stand: 'gehouden', datum: '2026-04-20', scores: { [doel]: 6 }, overstap: { van: 'a', naar: 'b' } },
        { stand: 'gepland', datum: '2026-06-01' },
      ]);
      expect((await running()).map((t) => t.soort)).toEqual(['evaluatie']);
      await ines.type(`casus ${reference}`);
      await ines.until(/Overgestapt naar een ander plan[\s\S]*De nachten lukken niet/);

      // The next one is skipped, and says why.
      await later(stage, '2026-05-29');
      await marijke.until(/Herinnering: evaluatie LIM/, 'inbox');
      await marijke.type(`zorgplan ${reference}`);
      await marijke.press('Evaluatie', /Zorgplan LIM/);
      await marijke.until(/De evaluatie is gepland op maandag 1 juni 2026/);
      await form(
        marijke,
        'Overslaan',
        /reden blijft/,
        { reden: 'Het gezin verhuist die week.' },
        /gepland op maandag 1 juni/,
      );
      await marijke.until(/De evaluatie is overgeslagen/, 'screen');
      const next = (await plan())?.evaluaties.at(-1);
      expect(next).toMatchObject({ stand: 'gepland', datum: '2026-07-13' });

      // Nobody does anything: the ladder, each rung once.
      await later(stage, '2026-07-14');
      await marijke.until(/Dringend: evaluatie LIM/, 'inbox');
      expect(ines.inbox().join()).not.toMatch(/Dringend: evaluatie/);
      await later(stage, '2026-07-16');
      await ines.until(/Dringend: evaluatie LIM/, 'inbox');
      expect(provinciaal.inbox().join()).not.toMatch(/Dringend: evaluatie/);
      await later(stage, '2026-07-20');
      await provinciaal.until(/Dringend: evaluatie LIM/, 'inbox');
      await stage.restart();
      await stage.bot.beat();
      // In full: what is there twice has to be seen.
      expect(ines.inbox().filter((text) => /Dringend: evaluatie/.test(text))).toEqual([expect.any(String)]);
    });
  });
});
