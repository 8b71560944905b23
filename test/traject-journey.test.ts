import { describe, expect, it, onTestFinished } from 'vitest';
import { eachPlace, platformsOn } from './databases.ts';
import { readCalendar } from './read-calendar.ts';
import { type Stage, sendAanmelding, startStage } from './stage.ts';
import type { ChatUser } from './stand-ins/chat-user.ts';

/** A moment of the reference year, on the wall of the region. */
const at = (day: string, time: string) =>
  Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime('Europe/Brussels').toInstant();
const answerField = (day: string, time: string) =>
  `antwoord_m${Math.floor(at(day, time).epochMilliseconds / 60_000).toString(36)}`;

const date = (iso: string) =>
  new Intl.DateTimeFormat('nl-BE', { dateStyle: 'full', timeZone: 'UTC' }).format(Date.parse(iso));

type Values = Record<string, string | string[]>;

/** Waits for what has the button, presses it, fills in what opens, and sends it. */
async function form(user: ChatUser, label: string, shows: RegExp, values: Values, from?: RegExp): Promise<void> {
  if (from) await user.until(from);
  await user.press(label, from);
  await user.until(shows, 'screen');
  if (Object.keys(values).length > 0) await user.fill(values);
  await user.submit();
}

async function planTable(
  marijke: ChatUser,
  [label, from]: readonly [string, RegExp],
  moments: [string, string][],
): Promise<void> {
  const [first = ['', ''], second = ['', '']] = moments;
  const pages: Values[] = [
    { plaats: 'org:ckg-molenberg' },
    {
      moment_1_datum: first[0],
      moment_1_uur: first[1],
      moment_2_datum: second[0],
      moment_2_uur: second[1],
    },
    { ouders: 'mama\npapa', netwerk: 'oma', kind_en_gezin: 'geen' },
    { expert_vraag: 'Hoe bouwen we veilig bezoek op?', boodschap: 'We kijken samen wat helpt.' },
  ];
  await marijke.press(label, from);
  for (const [n, page] of pages.entries()) {
    await marijke.until(new RegExp(`Stap ${n + 1} van 5`), 'screen');
    await marijke.fill(page);
    await marijke.submit();
  }
  await marijke.until(/Stap 5 van 5/, 'screen');
  await marijke.submit();
  await marijke.until(/Uitnodigingen verstuurd/, 'screen');
  marijke.close?.();
}

const answer = async (user: ChatUser, given: Record<string, string>, from: RegExp) => {
  await user.until(from, 'inbox');
  await user.fill(given, from);
  await user.press('Antwoord versturen', from);
};

async function calendarOf(user: ChatUser, shows: RegExp) {
  const url = /http:\/\/127\.0\.0\.1:\d+\/ical\/[A-Za-z0-9_-]{43}\.ics/.exec(await user.until(shows, 'inbox'))?.[0];
  if (!url) throw new Error('no calendar address');
  return async () => readCalendar(await (await fetch(url)).text()).entries;
}

async function casusOf({ bot }: Stage, reference: string) {
  const casus = await bot.world.store.casusByReferentie(reference);
  if (!casus) throw new Error(`no ${reference}`);
  return casus;
}

eachPlace((name, openPlace) => {
  describe.each(platformsOn(name))('een traject van aanmelding tot afsluiten, %s', (where) => {
    it('met een expert die niet kan, ouders zonder chat, een verplaatsing, een afgelasting, twee evaluaties en plan B [T1–T7, Z1–Z6, C2, M1]', async () => {
      const stage = await startStage(where, await openPlace(), {
        known: ['marijke', 'ines', 'provinciaal', 'expert-ckg', 'expert-cig', 'expert-derde'],
      });
      onTestFinished(() => stage.close());
      const { aanmelder, marijke, experts, clock, bot, channel } = stage;
      const later = async (day: string, time = '09:00') => {
        await stage.quiet();
        clock.set(at(day, time));
        await bot.beat();
      };
      const { reference } = await sendAanmelding(aanmelder);
      await marijke.until(/Wacht op Marijke/, 'inbox');
      await form(
        marijke,
        'Terugkoppeling gegeven',
        /stopt de klok/,
        {
          uitkomst: 'zorgtafel',
          nota: 'We komen samen.',
        },
        /Casus LIM/,
      );
      await marijke.until(/Teruggekoppeld door Marijke/, 'inbox');

      // The first table: one expert cannot, the parents are asked by who reported it.
      const wednesday = answerField('2026-03-11', '09:00');
      await planTable(
        marijke,
        ['Zorgtafel plannen', /Teruggekoppeld door Marijke/],
        [
          ['2026-03-10', '10:00'],
          ['2026-03-11', '09:00'],
        ],
      );
      await experts.ckg.until(/gevraagd als expert/, 'inbox');
      await experts.ckg.press('Ik kan op geen enkel moment', /gevraagd als expert/);
      await experts.derde.until(/gevraagd als expert/, 'inbox');
      await answer(aanmelder, { [wednesday]: 'kan' }, /[Mm]ama heeft geen chat/);
      await answer(aanmelder, { [wednesday]: 'kan' }, /[Pp]apa heeft geen chat/);
      await answer(aanmelder, { [wednesday]: 'kan' }, /Je wordt gevraagd voor een zorgtafel/);
      await answer(experts.cig, { [wednesday]: 'kan' }, /gevraagd als expert/);
      await marijke.until(/Voorstel: woensdag 11 maart om 09:00/, 'inbox');
      await marijke.press('Leg dit moment vast', /Voorstel: woensdag/);
      const entries = await calendarOf(experts.cig, /Je bent erbij[\s\S]*\.ics/);
      const [fixed] = await entries();
      expect(fixed).toMatchObject({ status: 'CONFIRMED', start: at('2026-03-11', '09:00') });

      // It moves, and then it is called off: the same entry of the calendar follows.
      await marijke.until(/Ligt vast: woensdag/, 'inbox');
      await form(
        marijke,
        'Verplaatsen',
        /Ligt dat al vast/,
        {
          datum: '2026-03-12',
          uur: '14:00',
          hoe: 'vast',
          reden: 'De zaal is bezet.',
        },
        /Ligt vast: woensdag/,
      );
      await experts.cig.until(/donderdag 12 maart om 14:00/, 'inbox');
      const [moved] = await entries();
      expect(moved).toMatchObject({ uid: fixed?.uid, status: 'CONFIRMED', start: at('2026-03-12', '14:00') });
      expect(moved?.sequence).toBeGreaterThan(fixed?.sequence ?? 0);
      await marijke.until(/Ligt vast: donderdag/, 'inbox');
      await form(marijke, 'Afgelasten', /Waarom gaat ze niet door/, { reden: 'Er is ziekte.' }, /Ligt vast: donderdag/);
      await experts.cig.until(/gaat niet door/, 'inbox');
      const [called] = await entries();
      expect(called).toMatchObject({ uid: fixed?.uid, status: 'CANCELLED' });
      expect(called?.sequence).toBeGreaterThan(moved?.sequence ?? 0);

      // The second table is fixed by hand, held with a mother, and becomes a plan.
      await later('2026-03-12', '09:00');
      await marijke.until(/Afgelast\./, 'inbox');
      await planTable(
        marijke,
        ['Opnieuw plannen', /Afgelast\./],
        [
          ['2026-03-13', '10:00'],
          ['2026-03-13', '14:00'],
        ],
      );
      await form(
        marijke,
        'Zelf vastleggen',
        /Welk moment/,
        {
          moment: answerField('2026-03-13', '14:00').replace('antwoord_', ''),
          reden: 'Iedereen zei het aan de telefoon.',
        },
        /Zorgtafel[\s\S]*Nog geen moment past/,
      );
      await marijke.until(/Ligt vast: vrijdag 13 maart om 14:00/, 'inbox');
      await later('2026-03-16', '10:00');
      await marijke.until(/hoe was het\?/, 'inbox');
      const tafel = (await bot.world.store.zorgtafels((await casusOf(stage, reference)).id)).at(-1);
      const present = (tafel?.deelnemers ?? []).filter((d) => ['mama', 'oma', 'Marijke'].includes(d.naam));
      await form(
        marijke,
        'Hoe was het?',
        /Begint het zorgplan hiermee/,
        {
          gehouden: 'ja',
          aanwezig: present.map((d) => d.id),
          veiligheid: 'Oma slaapt deze week mee.',
          besluit: 'We maken een zorgplan.',
        },
        /hoe was het\?/,
      );
      await marijke.until(/Gehouden op vrijdag/, 'inbox');

      // The plan, with what was agreed at the table already in it.
      await marijke.press('Zorgplan maken', /Casus LIM[\s\S]*Teruggekoppeld door Marijke/);
      await marijke.until(/Het zorgplan is begonnen[\s\S]*De baby komt niet bij in gewicht/, 'screen');
      const open = async (label: string, shows: RegExp) => {
        marijke.close?.();
        await marijke.type(`zorgplan ${reference}`);
        await marijke.until(new RegExp(`Zorgplan ${reference}`));
        await marijke.press(label, /Zorgplan LIM/);
        await marijke.until(shows, 'screen');
      };
      await open('Doelen openen', /Doelen, LIM/);
      await form(marijke, 'Doel toevoegen', /Nieuw doel/, {
        doel: 'De baby komt bij',
        zichtbaar: 'Elke week 150 gram',
      });
      await marijke.until(/1\. De baby komt bij/, 'screen');
      for (const [plan, tekst] of [
        ['A', 'Thuis, met hulp van oma.'],
        ['B', 'Enkele nachten bij oma.'],
      ] as const) {
        await open(`Plan ${plan} openen`, new RegExp(`Plan ${plan}, LIM`));
        await form(marijke, `Plan ${plan} bewerken`, /Hoogstens 2000 tekens/, { tekst });
        await marijke.until(new RegExp(`Plan ${plan}: gewijzigd`), 'screen');
      }
      marijke.close?.();
      await marijke.type(`zorgplan ${reference}`);
      await form(marijke, 'Plan vastleggen', /Eerste evaluatie/, {}, /Zorgplan LIM/);
      const planNow = async () => (await bot.world.store.zorgplan((await casusOf(stage, reference)).id))?.inhoud;
      await expect.poll(async () => (await planNow())?.evaluaties.length).toBe(1);
      const doel = (await planNow())?.doelen[0]?.id ?? '';

      // Two evaluations: plan A is not enough, plan B works.
      const evaluate = async (score: string, more: Values) => {
        const planned = (await planNow())?.evaluaties.at(-1)?.datum ?? '';
        const asked = new RegExp(`Herinnering: evaluatie LIM[\\s\\S]*${date(planned)}`);
        await later(Temporal.PlainDate.from(planned).subtract({ days: 3 }).toString(), '10:00');
        await later(planned, '16:00');
        marijke.close?.();
        await form(
          marijke,
          'Evaluatie gehouden',
          /Geef elk doel een score/,
          { [`score_${doel}`]: score, nota: 'Samen bekeken.', gezin: 'ja', ...more },
          asked,
        );
        await marijke.until(/De evaluatie is bewaard/, 'screen');
        marijke.close?.();
      };
      await evaluate('4', { plan: 'b', overstap_reden: 'De nachten lukken niet.' });
      expect(await planNow()).toMatchObject({ actief: 'b' });
      await evaluate('8', { plan: 'b' });
      expect((await planNow())?.evaluaties.map((e) => [e.stand, e.scores[doel]])).toEqual([
        ['gehouden', 4],
        ['gehouden', 8],
        ['gepland', undefined],
      ]);

      // The end: everybody hears it, nothing runs, nothing is left on screens.
      await marijke.type(`casus ${reference}`);
      await marijke.press('Toon casus', /Verloop/);
      await form(
        marijke,
        'Afsluiten',
        /Waar woont het kind/,
        {
          resultaat: 'bereikt',
          woont: 'thuis',
          opvolging: 'Het lokaal team komt elke maand.',
        },
        /Teruggekoppeld door Marijke/,
      );
      await aanmelder.until(/Marijke sloot deze casus af/, 'inbox');
      const casus = await casusOf(stage, reference);
      expect((await bot.world.store.termijnen(casus.id)).filter((t) => !t.gestopt || t.volgende)).toEqual([]);
      await later('2026-12-01');
      for (const user of [aanmelder, experts.cig])
        await expect.poll(() => user.inbox().join()).not.toMatch(/baby|150 gram|nachten|ziekte/);
      await marijke.until(new RegExp(`${reference} is afgesloten`), 'inbox');
      expect(channel().join()).not.toMatch(/baby|gram|oma|mama|nachten/i);
      await marijke.type(`casus ${reference}`);
      const story = await marijke.until(/Verloop/);
      expect(story).toMatch(/Overgestapt naar een ander plan[\s\S]*Afgesloten/);
    }, 240_000);
  });
});
