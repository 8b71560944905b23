import { describe, expect, it, onTestFinished } from 'vitest';
import { eachPlace, platformsOn } from './databases.ts';
import { readCalendar } from './read-calendar.ts';
import { startStage } from './stage.ts';
import type { ChatUser } from './stand-ins/chat-user.ts';

/** Friday 6 March 2026, 10 h: Ines is on duty. On Monday 9 March it is Marijke. */
const FRIDAY = Temporal.Instant.from('2026-03-06T09:00:00Z');
const monday = '2026-03-09';
const UID = `LIM-${monday}-0900@zorggarantie`;

const addressIn = (text: string): string => {
  const url = /http:\/\/127\.0\.0\.1:\d+\/ical\/[A-Za-z0-9_-]{43}\.ics/.exec(text)?.[0];
  if (!url) throw new Error(`no address in:\n${text}`);
  return url;
};

eachPlace((name, openPlace) => {
  describe.each(platformsOn(name))('de permanentie in een agenda, %s', (where) => {
    const open = async () => {
      const stage = await startStage(where, await openPlace(), { at: FRIDAY });
      onTestFinished(() => stage.close());
      return stage;
    };
    const newAddress = async (user: ChatUser, words: string) => {
      await user.type(words);
      return addressIn(await user.until(/Kopieer dit adres[\s\S]*\.ics/, 'screen'));
    };
    const entry = async (url: string, uid = UID) => {
      const answer = await fetch(url);
      expect(answer.status).toBe(200);
      return readCalendar(await answer.text()).entries.find((e) => e.uid === uid);
    };

    it('volgt een vervanging en het ongedaan maken ervan op dezelfde plaats [P4]', async () => {
      const { marijke, ines, clock } = await open();
      await marijke.type('permanentie van mij');
      await marijke.until(/Jouw permanentie/);
      await marijke.press('Agenda', /Jouw permanentie/);
      const mine = addressIn(await marijke.until(/Al je dagdelen[\s\S]*\.ics/));
      const hers = await newAddress(ines, 'permanentie agenda');
      expect(await entry(mine)).toMatchObject({ status: 'CONFIRMED', sequence: 0 });
      expect(await entry(hers)).toBeUndefined();
      const known = (await fetch(mine)).headers.get('etag') ?? '';
      expect((await fetch(mine, { headers: { 'if-none-match': known } })).status).toBe(304);

      clock.set(FRIDAY.add({ minutes: 1 }));
      await ines.type('permanentie maandag');
      await ines.press('Rooster wijzigen');
      await ines.until(/Welke dag\?/, 'screen');
      await ines.fill({ datum: monday, wat: 'vervangen' });
      await ines.submit();
      await ines.until(/Iemand vervangen/, 'screen');
      await ines.fill({ dagdeel: '09:00-12:00', wie: 'ines' });
      await ines.submit();
      await ines.until(/Wijzigingen permanentie/, 'screen');
      expect((await fetch(mine, { headers: { 'if-none-match': known } })).status).toBe(200);
      expect(await entry(mine)).toMatchObject({
        status: 'CANCELLED',
        sequence: 1,
        summary: expect.stringMatching(/^Vervallen/),
      });
      expect(await entry(hers)).toMatchObject({ status: 'CONFIRMED', sequence: 1 });

      clock.set(FRIDAY.add({ minutes: 2 }));
      await ines.press('Ongedaan maken');
      await ines.until(/Er zijn geen wijzigingen/);
      expect(await entry(mine)).toMatchObject({ status: 'CONFIRMED', sequence: 2 });
      expect(await entry(hers)).toMatchObject({ status: 'CANCELLED', sequence: 2 });
    });

    it('toont het adres één keer, en een ingetrokken adres is er nooit geweest', async () => {
      const stage = await open();
      const { marijke, aanmelder } = stage;
      const first = await newAddress(marijke, 'permanentie agenda');
      const never = first.replace(/[A-Za-z0-9_-]{43}/, 'A'.repeat(43));
      const answer = async (url: string, method = 'GET') => {
        const { status, headers, text } = await fetch(url, { method }).then(async (r) => ({
          status: r.status,
          headers: [...r.headers].filter(([name]) => name !== 'date'),
          text: await r.text(),
        }));
        return JSON.stringify({ status, headers, text });
      };
      await marijke.type('permanentie agenda');
      expect(await marijke.until(/Je hebt al een adres/, 'screen')).not.toContain('/ical/');
      await marijke.press('Nieuw adres', /Je hebt al een adres/);
      const second = addressIn(await marijke.until(/Het vorige adres werkt niet meer/));
      expect(await answer(first)).toBe(await answer(never));
      expect(await answer(first, 'HEAD')).toBe(await answer(never, 'HEAD'));
      expect(JSON.parse(await answer(first))).toMatchObject({ status: 404, text: 'Niet gevonden\n' });

      // The embedded one is in memory here, and would be empty.
      if (name === 'PostgreSQL') await stage.restart();
      expect(await entry(second)).toMatchObject({ status: 'CONFIRMED' });
      await marijke.press('Stop agenda', /Het vorige adres/);
      await marijke.until(/Het adres werkt niet meer\. Verwijder/);
      expect(await answer(second)).toBe(await answer(never));

      const whole = await newAddress(marijke, 'permanentie agenda LIM');
      expect(await entry(whole)).toMatchObject({ summary: 'Marijke: permanentie Limburg', status: 'CONFIRMED' });
      await aanmelder.type('permanentie');
      if (/Even kennismaken/.test(await aanmelder.until(/Even kennismaken|Permanentie Limburg/))) {
        await aanmelder.fill({ organisatie: 'Ziekenhuis', functie: 'Sociaal werker', sector: 'basisvoorziening' });
        await aanmelder.submit();
        await aanmelder.until(/Ines/, 'screen');
        if ('close' in aanmelder && typeof aanmelder.close === 'function') aanmelder.close();
      }
      await aanmelder.type('permanentie agenda LIM');
      await aanmelder.until(/Deze agenda is er voor het team/);
    });
  });
});
