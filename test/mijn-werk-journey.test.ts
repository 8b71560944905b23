import { describe, expect, it, onTestFinished } from 'vitest';
import { brussels } from '../src/play.fixture.ts';
import { eachPlace, platformsOn } from './databases.ts';
import { type Stage, sendAanmelding, startStage } from './stage.ts';
import { type ChatUser, patienceMs } from './stand-ins/chat-user.ts';

/** Friday 6 March 2026, 10 h: Ines is on duty. On Monday 9 March it is Marijke. */
const FRIDAY = brussels('2026-03-06T10:00');

/** Looks at one's work the way the platform has for it. */
async function look(user: ChatUser): Promise<void> {
  if (user.home) await user.home.open();
  else await user.type('mijn werk');
}

const overviews = (user: ChatUser) => user.inbox().filter((text) => text.startsWith('Mijn werk\n'));

/** What one's overview says now: the home, or the newest card in the talk. */
const work = (user: ChatUser): string => (user.home ? user.home.text() : (overviews(user).at(-1) ?? ''));

async function shows(user: ChatUser, pattern: RegExp, not?: RegExp): Promise<string> {
  for (
    const end = performance.now() + patienceMs;
    performance.now() < end;
    await new Promise((r) => setTimeout(r, 20))
  ) {
    const text = work(user);
    if (pattern.test(text) && !not?.test(text)) return text;
  }
  throw new Error(`${user.name} waited for ${pattern}${not ? ` without ${not}` : ''}; there was:\n${work(user)}`);
}

/** How often anything was shown or changed anywhere. */
const shown = ({ slack, teams }: Stage) =>
  (slack?.calls.filter(({ method }) => /^(chat|views)\./.test(method)).length ?? 0) +
  (teams?.calls.filter(({ method, path }) => ['POST', 'PUT'].includes(method) && path.includes('/activities')).length ??
    0);

/** Nothing is on its way any more. */
async function still(stage: Stage): Promise<number> {
  let before = -1;
  for (let now = shown(stage); now !== before; now = shown(stage)) {
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 1_500));
  }
  return before;
}

eachPlace((name, openPlace) => {
  describe.each(platformsOn(name))('mijn werk, %s', (where) => {
    const open = async () => {
      const stage = await startStage(where, await openPlace(), { at: FRIDAY, known: ['marijke', 'ines', 'beheerder'] });
      onTestFinished(() => stage.close());
      await stage.bot.beat();
      return stage;
    };
    const reported = async () => {
      const stage = await open();
      for (const user of [stage.marijke, stage.ines]) await look(user);
      await shows(stage.ines, /Je bent nu van wacht voor Limburg, tot 12:00/);
      await shows(stage.marijke, /Je bent nu niet van wacht\. De volgende keer: maandag 9 maart/);
      const { reference } = await sendAanmelding(stage.aanmelder);
      await look(stage.aanmelder);
      await shows(stage.aanmelder, new RegExp(`${reference}: wacht op een coördinator, jouw aanmelding, bij Ines`));
      await shows(stage.ines, new RegExp(`Jouw casussen[\\s\\S]*${reference}: wacht op een coördinator`));
      return { stage, reference };
    };

    it('volgt een casus bij iedereen die erbij is, en toont niets van kind of gezin [A3, S9]', async () => {
      const { stage, reference } = await reported();
      const { aanmelder, marijke, ines, clock, bot } = stage;

      // Somebody else takes it up: it goes from one overview to the other, and the aanmelder reads whose it is.
      await marijke.type('casus');
      await marijke.press(`Toon ${reference}`, /Wacht op een coördinator/);
      await marijke.until(/Wacht op Ines/, 'screen');
      await marijke.press('Opnemen');
      await shows(marijke, new RegExp(`${reference}: opgenomen, bij Marijke, antwoord tegen`));
      await shows(ines, /Je hebt geen open casussen/, new RegExp(reference));
      await shows(aanmelder, new RegExp(`${reference}: opgenomen, jouw aanmelding, bij Marijke`));

      // A question waits for who reported, and is answered from there.
      await marijke.press('Vraag stellen', /nam deze casus op/);
      await marijke.until(/antwoordveld/, 'screen');
      await marijke.fill({ vraag: 'Wie kan vanavond helpen?' });
      await marijke.submit();
      await shows(aanmelder, new RegExp(`Wacht op jou[\\s\\S]*Marijke stelde je een vraag over ${reference}`));
      await aanmelder.press('Beantwoorden', /Mijn werk/);
      await aanmelder.until(/Wie kan vanavond helpen[\s\S]*Annuleren/, 'screen');
      await aanmelder.fill({ antwoord: 'De grootmoeder.' });
      await aanmelder.submit();
      await shows(aanmelder, new RegExp(reference), /stelde je een vraag/);

      // The deadline passes with the clock alone.
      clock.set(FRIDAY.add({ hours: 25 }));
      await bot.beat();
      for (const user of [aanmelder, marijke])
        await shows(user, new RegExp(`${reference}: opgenomen[^\\n]*termijn verstreken op`));
      for (const user of [aanmelder, marijke, ines])
        expect(work(user)).not.toMatch(/baby|J\.V\.|Hasselt|grootmoeder|vanavond|Noor/);
    });

    it('ruilt van op het overzicht, en past dat van beiden aan [P4]', async () => {
      const { marijke, ines, clock, bot } = await open();
      for (const user of [marijke, ines]) await look(user);
      await shows(marijke, /maandag 9 maart 2026, 09:00–12:00 \(Limburg\)/);
      await marijke.type('permanentie');
      await marijke.press('Rooster wijzigen');
      await marijke.until(/Welke dag\?/, 'screen');
      await marijke.fill({ datum: '2026-03-09', wat: 'ruilen' });
      await marijke.submit();
      await marijke.until(/Er verandert niets tot je collega ja zegt/, 'screen');
      await marijke.fill({ dagdeel: '09:00-12:00', tegen: '2026-03-10/09:00-12:00/ines' });
      await marijke.submit();
      await shows(ines, /Wacht op jou[\s\S]*Marijke wil ruilen: jij doet maandag 9 maart/);
      if ('close' in ines && typeof ines.close === 'function') ines.close();
      await ines.press('Ja, dat is goed', /^Mijn werk/);
      await ines.until(/Afgesproken\. Het rooster is aangepast/);
      await shows(ines, /De volgende keer|Jouw dagdelen[\s\S]*maandag 9 maart 2026, 09:00–12:00/, /wil ruilen/);
      await shows(marijke, /dinsdag 10 maart 2026, 09:00–12:00/, /maandag 9 maart 2026, 09:00–12:00/);

      // Monday morning: who swapped is on duty, and is asked to say so.
      clock.set(brussels('2026-03-09T08:50'));
      await bot.beat();
      await shows(ines, /Bevestig dat je er bent: maandag 9 maart 2026, 09:00–12:00/);
      await ines.press('Ik ben er', /^Mijn werk/);
      await shows(ines, /Er wacht niets op jouw antwoord/);
      clock.set(brussels('2026-03-09T09:00'));
      await bot.beat();
      await shows(ines, /Je bent nu van wacht voor Limburg, tot 12:00/);
      clock.set(brussels('2026-03-09T12:00'));
      await bot.beat();
      await shows(ines, /Je bent nu niet van wacht/);
    });

    it('doet niets zolang er niets verandert, en weet na een herstart nog waar het staat', async () => {
      const { stage, reference } = await reported();
      const { aanmelder, marijke, ines, clock, bot } = stage;
      const before = await still(stage);
      await bot.beat();
      await bot.beat();
      if (ines.home) for (let n = 0; n < 3; n += 1) await ines.home.open();
      expect(await still(stage)).toBe(before);

      // The embedded database of a test lives in memory: it does not outlive the bot.
      if (name === 'PostgreSQL') await stage.restart();
      clock.set(brussels('2026-03-06T12:00'));
      await stage.bot.beat();
      await shows(ines, new RegExp(`Je bent nu niet van wacht[\\s\\S]*${reference}`));
      expect(work(aanmelder)).toContain(reference);
      // Only what a day part that ends changes: neither Marijke's nor the aanmelder's.
      if (ines.home) expect(await still(stage)).toBeGreaterThan(before);
      expect(work(marijke)).not.toContain(reference);
      if (!ines.home) {
        // A newer one takes over; the older one says so, and is left alone from then on.
        await ines.type('/werk');
        await ines.until(/Verderop staat een nieuwer overzicht/, 'inbox');
        await shows(ines, new RegExp(reference));
        expect(overviews(ines).filter((text) => text.includes(reference))).toHaveLength(1);
      }
    });
  });
});
