import { describe, expect, it, onTestFinished } from 'vitest';
import { eachPlace, platformsOn } from './databases.ts';
import { readCalendar } from './read-calendar.ts';
import { type Stage, sendAanmelding, startStage } from './stage.ts';
import type { ChatUser } from './stand-ins/chat-user.ts';

/** Tuesday 10 h and Wednesday 9 h on the wall: both within the 48 hours from Monday 9.20 h. */
const TUESDAY = Temporal.Instant.from('2026-03-10T09:00:00Z');
const WEDNESDAY = Temporal.Instant.from('2026-03-11T08:00:00Z');
const fieldOf = (at: Temporal.Instant) => `antwoord_m${Math.floor(at.epochMilliseconds / 60_000).toString(36)}`;
const [tuesday, wednesday] = [fieldOf(TUESDAY), fieldOf(WEDNESDAY)];

/** Reported, taken up, and the form filled in until the last page is sent. */
async function planned(stage: Stage, more: Record<string, string | string[]> = {}): Promise<string> {
  const { aanmelder, marijke } = stage;
  const { reference } = await sendAanmelding(aanmelder);
  await marijke.until(/Wacht op Marijke/, 'inbox');
  await marijke.press('Opnemen', /Wacht op Marijke/);
  await marijke.until(/Marijke nam deze casus op/, 'inbox');
  await plan(marijke, more);
  return reference;
}

async function plan(marijke: ChatUser, more: Record<string, string | string[]> = {}): Promise<void> {
  const pages: Record<string, string | string[]>[] = [
    { plaats: 'org:ckg-molenberg', lokaal: 'zaal 2' },
    {
      moment_1_datum: '2026-03-10',
      moment_1_uur: '10:00',
      moment_2_datum: '2026-03-11',
      moment_2_uur: '09:00',
    },
    { ouders: 'mama\npapa', netwerk: 'oma', kind_en_gezin: 'geen' },
    { expert_vraag: 'Hoe bouwen we veilig bezoek op?', boodschap: 'We kijken samen wat helpt.' },
  ];
  await marijke.press('Zorgtafel plannen', /nam deze casus op/);
  for (const [n, page] of pages.entries()) {
    await marijke.until(new RegExp(`Stap ${n + 1} van 5`), 'screen');
    await marijke.fill({ ...page, ...Object.fromEntries(Object.entries(more).filter(([id]) => id in page)) });
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

const addressIn = (text: string): string => {
  const url = /http:\/\/127\.0\.0\.1:\d+\/ical\/[A-Za-z0-9_-]{43}\.ics/.exec(text)?.[0];
  if (!url) throw new Error(`no address in:\n${text}`);
  return url;
};

const calendar = async (url: string) => {
  const got = await fetch(url);
  expect(got.status).toBe(200);
  return readCalendar(await got.text());
};

eachPlace((name, openPlace) => {
  describe.each(platformsOn(name))('een zorgtafel, %s', (where) => {
    const open = async () => {
      const stage = await startStage(where, await openPlace(), {
        known: ['marijke', 'ines', 'provinciaal', 'expert-ckg', 'expert-cig', 'expert-derde'],
      });
      onTestFinished(() => stage.close());
      return stage;
    };

    it('gaat van plannen over antwoorden en een voorstel tot gehouden, met een expert die vervangen wordt [T1, T2, T4, T5, T7]', async () => {
      const stage = await open();
      const { aanmelder, marijke, experts, clock, bot } = stage;
      const reference = await planned(stage);
      await marijke.until(/48 uur lopen tot woensdag 11 maart om 09:20/, 'inbox');

      // Two of the three experts, by turn; each reads age, signals and question, nothing else of the case.
      const asked = await experts.ckg.until(/gevraagd als expert/, 'inbox');
      expect(asked).toMatch(/9 weken[\s\S]*Hoe bouwen we veilig bezoek op/);
      expect(asked).not.toMatch(/baby|nuchter|grootouders|J\.V\./);
      await experts.cig.until(/gevraagd als expert/, 'inbox');
      expect(experts.derde.inbox().join()).not.toContain('gevraagd als expert');

      // One declines: the next is asked at once, the coordinator is only told.
      await experts.ckg.press('Ik kan op geen enkel moment', /gevraagd als expert/);
      await experts.derde.until(/gevraagd als expert/, 'inbox');
      await experts.ckg.until(/niet meer voor nodig/);
      await marijke.until(/Expert CKG kan niet; Derde Expert werd gevraagd/, 'inbox');

      // Parents have no chat: who reported it invites them, in plain words, and fills in what they say.
      const words = await aanmelder.until(/[Mm]ama heeft geen chat[\s\S]*Zeg of stuur dit/, 'inbox');
      expect(words).toMatch(/Het is hier: CKG Molenberg, zaal 2/);
      await answer(aanmelder, { [tuesday]: 'kan', [wednesday]: 'kan' }, /[Mm]ama heeft geen chat/);
      await answer(aanmelder, { [tuesday]: 'kan_niet', [wednesday]: 'liever_niet' }, /[Pp]apa heeft geen chat/);
      await aanmelder.until(/[Oo]ma heeft geen chat/, 'inbox');
      await aanmelder.press('Doorgegeven', /[Oo]ma heeft geen chat/);
      await marijke.until(/Nog geen moment past/, 'inbox');
      await answer(aanmelder, { [tuesday]: 'kan', [wednesday]: 'kan' }, /Je wordt gevraagd voor een zorgtafel/);
      await answer(experts.cig, { [tuesday]: 'kan', [wednesday]: 'kan' }, /gevraagd als expert/);

      // Tuesday suits more people, but papa has to be there.
      await marijke.until(/Voorstel: woensdag 11 maart om 09:00/, 'inbox');
      await marijke.press('Leg dit moment vast', /Voorstel: woensdag/);
      await marijke.until(/Ligt vast: woensdag 11 maart om 09:00/, 'inbox');
      await experts.cig.until(/De zorgtafel is op woensdag 11 maart om 09:00[\s\S]*Je bent erbij/, 'inbox');
      await aanmelder.until(/ligt vast[\s\S]*Laat het ook weten aan/, 'inbox');

      // The same calendar entry for everybody, neutral.
      const mine = addressIn(await experts.cig.until(/Je bent erbij[\s\S]*\.ics/, 'inbox'));
      const first = await calendar(mine);
      expect(first.entries).toMatchObject([{ sequence: 1, status: 'CONFIRMED', start: WEDNESDAY }]);
      expect(JSON.stringify(first)).not.toMatch(/mama|baby|J\.V\.|Hasselt/);

      // A day and two hours ahead, once.
      clock.set(Temporal.Instant.from('2026-03-10T08:01:00Z'));
      await bot.beat();
      await bot.beat();
      const reminders = () =>
        experts.cig.inbox().filter((t) => /De zorgtafel is op woensdag[\s\S]*Toon zorgtafel/.test(t));
      await experts.cig.until(/De zorgtafel is op woensdag[\s\S]*Toon zorgtafel/, 'inbox', 20_000);
      expect(reminders()).toHaveLength(1);

      // The next working day it is asked what came of it.
      clock.set(Temporal.Instant.from('2026-03-12T08:01:00Z'));
      await bot.beat();
      await marijke.until(/hoe was het\?/, 'inbox');
      await marijke.press('Hoe was het?', /hoe was het\?/);
      await marijke.until(/Begint het zorgplan hiermee/, 'screen');
      const tafel = (await bot.world.store.zorgtafels((await casusOf(stage, reference)).id)).at(-1);
      const id = (name: string) => tafel?.deelnemers.find((d) => d.naam === name)?.id ?? '';
      await marijke.fill({
        gehouden: 'ja',
        aanwezig: [id('oma')],
        veiligheid: 'Oma neemt de nachten over.',
        besluit: 'We maken een zorgplan.',
      });
      await marijke.submit();
      await marijke.until(/schrijf kort waarom/, 'screen');
      await marijke.fill({ aanwezig: [id('oma'), id('Marijke')], zonder_ouders: 'Ze kwamen niet opdagen.' });
      await marijke.submit();
      await marijke.until(/Gehouden op woensdag[\s\S]*Ze kwamen niet opdagen[\s\S]*Oma neemt de nachten over/, 'inbox');
      await experts.cig.until(/Deze zorgtafel is gehouden/, 'inbox');
      const clocks = await bot.world.store.termijnen((await casusOf(stage, reference)).id);
      expect(clocks.filter((t) => t.soort.startsWith('zorgtafel') && !t.gestopt)).toEqual([]);
    });

    it('verplaatst, neemt laatkomers op, maant één keer aan en last af; elke kaart en elke agenda volgt [T1, T4]', async () => {
      const stage = await open();
      const { aanmelder, marijke, ines, experts, clock, bot } = stage;
      const reference = await planned(stage);

      // Who did not answer is asked once more, in working hours; then the coordinator hears who.
      await answer(experts.ckg, { [tuesday]: 'kan', [wednesday]: 'kan' }, /gevraagd als expert/);
      await answer(aanmelder, { [tuesday]: 'kan', [wednesday]: 'kan' }, /Je wordt gevraagd voor een zorgtafel/);
      clock.set(Temporal.Instant.from('2026-03-09T12:21:00Z'));
      await bot.beat();
      await bot.beat();
      const chased = () => experts.cig.inbox().filter((t) => /antwoord ontbreekt nog/.test(t));
      await experts.cig.until(/antwoord ontbreekt nog/, 'inbox', 20_000);
      expect(chased()).toHaveLength(1);
      expect(experts.ckg.inbox().join()).not.toMatch(/antwoord ontbreekt nog/);
      clock.set(Temporal.Instant.from('2026-03-10T08:21:00Z'));
      await bot.beat();
      await marijke.until(/Nog geen antwoord van mama, papa, oma en Expert CIG/, 'inbox', 20_000);
      expect(chased()).toHaveLength(1);

      // Fixed without waiting, with a reason everybody reads.
      await marijke.press('Zelf vastleggen', /Zorgtafel LIM/);
      await marijke.until(/waarom het toch zo kan/, 'screen');
      await marijke.fill({ moment: wednesday.slice('antwoord_'.length) });
      await marijke.submit();
      await marijke.until(/schrijf waarom het toch zo kan\./, 'screen');
      await marijke.fill({ reden: 'De ouders bevestigden aan de telefoon.' });
      await marijke.submit();
      await experts.ckg.until(/De zorgtafel is op woensdag 11 maart om 09:00[\s\S]*Je bent erbij/, 'inbox', 20_000);
      const mine = addressIn(await experts.ckg.until(/Je bent erbij[\s\S]*\.ics/, 'inbox'));
      const [first] = (await calendar(mine)).entries;
      expect(first).toMatchObject({ sequence: 1, status: 'CONFIRMED' });

      // Somebody who comes later gets an own invitation.
      const directory = bot.world.store.directory();
      await marijke.until(/Ligt vast/, 'inbox', 20_000);
      await marijke.press('Iemand toevoegen', /Ligt vast/);
      await marijke.until(/krijgt meteen een uitnodiging/, 'screen');
      await marijke.fill({
        soort: 'hulpverlener',
        persoon: directory.personIdByEmail.get('expert-derde@example.org') ?? '',
      });
      await marijke.submit();
      await experts.derde.until(/De zorgtafel is op woensdag[\s\S]*Laat nog weten of je er bent/, 'inbox', 20_000);
      await experts.derde.press('Ik kom', /Laat nog weten/);
      await experts.derde.until(/Je bent erbij/, undefined, 20_000);

      // Moved in one press and a reason: the same entry, one number higher.
      await marijke.press('Verplaatsen', /Ligt vast/);
      await marijke.until(/Ligt dat al vast/, 'screen');
      await marijke.fill({ datum: '2026-03-12', uur: '14:00', hoe: 'vast', reden: 'De zaal was bezet.' });
      await marijke.submit();
      await experts.ckg.until(
        /donderdag 12 maart om 14:00[\s\S]*De zaal was bezet[\s\S]*Laat nog weten/,
        'inbox',
        20_000,
      );
      const [moved] = (await calendar(mine)).entries;
      expect(moved).toMatchObject({
        uid: first?.uid,
        sequence: 2,
        status: 'CONFIRMED',
        start: Temporal.Instant.from('2026-03-12T13:00:00Z'),
      });

      // Another room: who comes reads what is new, and the entry follows.
      await marijke.press('Plaats wijzigen', /Ligt vast/);
      await marijke.until(/Link voor wie online aansluit/, 'screen');
      await marijke.fill({ lokaal: 'zaal 9' });
      await marijke.submit();
      await experts.ckg.until(/LIM-2026-0001: ander lokaal[\s\S]*zaal 9/, 'inbox', 20_000);
      expect((await calendar(mine)).entries).toMatchObject([{ uid: first?.uid, sequence: 3, status: 'CONFIRMED' }]);

      // Somebody else invites oma from now on, with the answers so far [T4].
      const oma = (await tafelOf(stage, reference)).deelnemers.find((d) => d.naam === 'oma');
      await marijke.press('Wie nodigt uit?', /Ligt vast/);
      await marijke.until(/Wie nodigt nu uit\?/, 'screen');
      await marijke.fill({
        deelnemers: [oma?.id ?? ''],
        via: directory.personIdByEmail.get('expert-derde@example.org') ?? '',
      });
      await marijke.submit();
      await experts.derde.until(/uitnodiging om door te geven[\s\S]*oma/, 'inbox', 20_000);
      await aanmelder.until(/Voor oma hoef jij niets meer te doen/, 'inbox', 20_000);

      // Another contact takes the seat, with the table's card [C3].
      await marijke.press('Overdragen', /Casus LIM/);
      await marijke.until(/Je collega wordt aanspreekpunt/, 'screen');
      await marijke.fill({ naar: directory.personIdByEmail.get('ines@example.org') ?? '' });
      await marijke.submit();
      await ines.until(/Ligt vast: donderdag 12 maart om 14:00/, 'inbox', 20_000);

      // Called off: everybody hears it, the entry is taken back, no clock of it goes on; the 48 hours of the case do [T1].
      await ines.press('Afgelasten', /Ligt vast/);
      await ines.until(/Waarom gaat ze niet door/, 'screen');
      await ines.fill({ reden: 'Het gezin verhuisde.' });
      await ines.submit();
      await experts.ckg.until(/gaat niet door[\s\S]*Het gezin verhuisde/, 'inbox', 20_000);
      await aanmelder.until(/gaat niet door[\s\S]*Laat het ook weten aan/, 'inbox', 20_000);
      const [gone] = (await calendar(mine)).entries;
      expect(gone).toMatchObject({ uid: first?.uid, sequence: 4, status: 'CANCELLED' });
      const casus = await casusOf(stage, reference);
      const clocks = await bot.world.store.termijnen(casus.id);
      expect(clocks.filter((t) => t.soort.startsWith('zorgtafel') && !t.gestopt)).toMatchObject([
        { soort: 'zorgtafel', over: null },
      ]);
      clock.set(Temporal.Instant.from('2026-03-20T08:00:00Z'));
      await bot.beat();
      expect(experts.ckg.inbox().filter((t) => /LIM-2026-0001: donderdag/.test(t))).toEqual([]);

      // Planned again: what was known is filled in.
      await ines.until(/Opnieuw plannen/, 'inbox', 20_000);
      await ines.press('Opnieuw plannen', /Afgelast/);
      await ines.until(/Stap 1 van 5/, 'screen');
      await ines.submit();
      await ines.until(/Stap 2 van 5/, 'screen');
    });
  });
});

async function tafelOf(stage: Stage, reference: string) {
  const casus = await casusOf(stage, reference);
  const tafel = (await stage.bot.world.store.zorgtafels(casus.id)).at(-1);
  if (!tafel) throw new Error(`no table of ${reference}`);
  return tafel;
}

async function casusOf(stage: Stage, reference: string) {
  const casus = await stage.bot.world.store.casusByReferentie(reference);
  if (!casus) throw new Error(`no ${reference}`);
  return casus;
}
