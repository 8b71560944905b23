import { randomUUID } from 'node:crypto';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { RIJKSREGISTER_GEWEIGERD } from '../src/aanmelding/check-page.ts';
import type { Values } from '../src/intent.ts';
import { openQuickest } from './databases.ts';
import { accountOf, count, meet, opener, pagesFor, press, reference, wire, wizard } from './security-stage.ts';
import { walkForms } from './security-walk.ts';
import { watched } from './security-watch.ts';
import {
  drawings,
  exposedTexts,
  fetchCalendar,
  fetchDocument,
  fieldsWith,
  type Given,
  settledDump,
} from './security-wire.ts';
import { MONDAY } from './stage.ts';
import { textField, textFields } from './text-fields.ts';

vi.mock('../adapters/database/open-database.ts', async (real) =>
  (await import('./security-watch.ts')).watchDatabase(await real()),
);
vi.mock('../src/bot.ts', async (real) => (await import('./security-watch.ts')).watchDoor(await real()));
vi.mock('../adapters/log/create-log.ts', async (real) => (await import('./security-watch.ts')).watchLog(await real()));

const open = opener(openQuickest);
const known = ['marijke', 'ines', 'provinciaal', 'expert-ckg', 'expert-cig'] as const;

describe.each(['slack', 'teams'] as const)('%s', (where) => {
  it('toont of bewaart nergens buiten het gesprek wat iemand typte, ook niet in het logboek [S9, S14]', async () => {
    const { stage, database } = await open(where, { known });
    const { aanmelder, marijke, ines, bot, clock, slack } = stage;
    const printed: string[] = [];
    for (const stream of [process.stdout, process.stderr]) {
      const spy = vi.spyOn(stream, 'write').mockImplementation((text) => {
        printed.push(String(text));
        return true;
      });
      onTestFinished(() => spy.mockRestore());
    }
    for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const) {
      const spy = vi.spyOn(console, level).mockImplementation((...words) => void printed.push(words.join(' ')));
      onTestFinished(() => spy.mockRestore());
    }
    const sentinels: string[] = [];
    const word = (id: string) => {
      const text = `Zq${id.replaceAll('_', '')}${randomUUID().replaceAll(/[^a-f]/g, '')}`;
      sentinels.push(text);
      return text;
    };
    const kept = (text: string) => {
      sentinels.push(text);
      return text;
    };
    await meet(aanmelder, word('organisatie'), word('functie'));
    const sent = await wizard(
      aanmelder,
      pagesFor(
        kept('Q.X.Z.W.'),
        word,
        { gemeente: word('gemeente') },
        {
          besproken_met_ouders: 'nee',
          waarom_niet_besproken: word('waarom_niet'),
        },
      ),
    );
    expect(sent).toContain('LIM-2026-0001');
    const card = await marijke.until(/Wacht op Marijke/, 'inbox');
    expect(card, 'the coordinator reads it').toContain(sentinels.find((s) => s.startsWith('Zqverontrusting')));
    await aanmelder.until(/Aanvullen/, 'inbox');
    await aanmelder.press('Aanvullen', /Aanmelding LIM/);
    await aanmelder.until(/komt bij de aanmelding te staan/, 'screen');
    await aanmelder.fill({ aanvulling: word('aanvulling') });
    await aanmelder.submit();
    await marijke.until(/Zqaanvulling/, 'inbox');
    await marijke.press('Opnemen', /Wacht op Marijke/);
    await marijke.until(/Marijke nam deze casus op/, 'inbox');
    await marijke.press('Vraag stellen', /nam deze casus op/);
    await marijke.until(/antwoordveld/, 'screen');
    await marijke.fill({ vraag: word('vraag') });
    await marijke.submit();
    await aanmelder.until(/Zqvraag/, 'inbox');
    await aanmelder.fill({ antwoord: word('antwoord') });
    await aanmelder.press('Antwoord versturen');
    await marijke.until(/Zqantwoord/, 'inbox');
    // A second one, withdrawn; and a draft that is never sent.
    await wizard(aanmelder, pagesFor(kept('X.Q.W.'), word));
    await aanmelder.until(/Aanmelding LIM-2026-0002/, 'inbox');
    await aanmelder.press('Intrekken', /Aanmelding LIM-2026-0002/);
    await aanmelder.until(/Waarom trek je in/, 'screen');
    await aanmelder.fill({ reden: word('reden') });
    await aanmelder.submit();
    await marijke.until(/Zqreden/, 'inbox');
    await aanmelder.type('aanmelding');
    await aanmelder.until(/Stap 1 van 4/, 'screen');
    await aanmelder.fill(pagesFor(kept('W.X.Q.'), word)[0] ?? {});
    await aanmelder.submit();
    await aanmelder.until(/Stap 2 van 4/, 'screen');
    aanmelder.close?.();

    clock.set(MONDAY.add({ hours: 22 }));
    await bot.beat();
    await ines.until(/Dringend/, 'inbox');
    await marijke.press('Overdragen', /Casus LIM-2026-0001/);
    await marijke.until(/Je collega wordt aanspreekpunt/, 'screen');
    await marijke.fill({
      naar: bot.world.store.directory().personIdByEmail.get('ines@example.org') ?? '',
      nota: word('overdracht'),
    });
    await marijke.submit();
    await ines.until(/Ines nam deze casus op/, 'inbox');
    await ines.press('Terugkoppeling gegeven', /Casus LIM-2026-0001/);
    await ines.until(/stopt de klok/, 'screen');
    await ines.fill({ uitkomst: 'zorgtafel', nota: word('nota') });
    await ines.submit();
    await aanmelder.until(/Zqnota/, 'inbox');
    await ines.type('casus LIM-2026-0001');
    await ines.until(/Verloop/);

    // Every form there is, and what can be fetched afterwards.
    const { documents, calendars } = await walkForms(
      stage,
      {
        text: word,
        initialen: () => kept('Z.Q.X.'),
        telefoon: () => kept('0470 91 82 73'),
        bedrag: () => kept('1.213,17'),
      },
      (who, action, subject, values) =>
        press(stage, accountOf(stage, `${who}@example.org`), action, subject, values, values ? 'form' : 'card'),
    );
    const fetched = await Promise.all([...documents.map(fetchDocument), ...calendars.map(fetchCalendar)]);

    for (const typed of [word('commando'), `casus ${word('ref')}`, `permanentie ${word('dag')}`])
      await aanmelder.type(typed);
    clock.set(clock.now().add({ hours: 12 }));
    await bot.beat();
    await settledDump(database);

    const channelRef = slack ? slack.channel : (stage.teams?.team.channels[0] ?? '');
    const given: Given[] = [
      ...fetched,
      ...wire.given(channelRef),
      ...(slack?.calls ?? []).map(({ method, body }) => ({
        where: method,
        channel: String(body.channel) === slack?.channel && method !== 'chat.postEphemeral',
        body,
      })),
    ];
    expect(given.filter(({ channel }) => channel).length).toBeGreaterThan(3);
    // What came through the door is drawn here as each platform would.
    const drawn = watched.door.flatMap(({ outcome }) =>
      'view' in outcome
        ? drawings(outcome.view).map((body) => ({ where: outcome.view.view, channel: false, body }))
        : [],
    );
    const exposed = [...given, ...drawn].flatMap((one) =>
      exposedTexts(one).map((text) => ({ where: one.where, text })),
    );
    const holds = (text: string) => sentinels.some((s) => text.toLowerCase().includes(s.toLowerCase()));
    const leaked = exposed.filter(({ text }) => holds(text));
    expect(leaked.map((one) => `${one.where}: ${one.text.slice(0, 300)}`)).toEqual([]);
    // Proof that the eyes see: the same words do stand in what the readers of a card get.
    const all = JSON.stringify(given);
    expect(sentinels.filter((s) => all.includes(s)).length).toBeGreaterThan(20);

    const lines = [...watched.logged, ...printed].map((line) => line.toLowerCase());
    expect(watched.logged.length).toBeGreaterThan(0);
    expect(lines.filter((line) => sentinels.some((s) => line.includes(s.toLowerCase())))).toEqual([]);
    const dump = [...(await settledDump(database))].filter(([table]) => table !== 'public.persoon');
    const stored = dump.filter(([, rows]) => sentinels.some((s) => rows.includes(s))).map(([table]) => table);
    expect(stored).toEqual([]);
    count(
      `S9/S14 ${where}: ${sentinels.length} words, ${given.length} payloads (${given.filter((g) => g.channel).length} in the channel), ${exposed.length} exposed texts, ${lines.length} log lines: 0 leaked`,
    );
    const walked = new Set(watched.door.flatMap(({ intent }) => fieldsWith(intent, holds)));
    expect([...textFields].filter((field) => !walked.has(field))).toEqual([]);
  });

  it('zegt de aanmelder niets van een dubbel, de coördinator wel [S15]', async () => {
    const { stage, database } = await open(where);
    const { aanmelder, ines, marijke } = stage;
    await meet(aanmelder);
    await wizard(
      ines,
      pagesFor('J.V.', (id) => `Over ${id}.`, { namens: 'mezelf' }),
    );
    await settledDump(database);
    const heard = async (initialen: string) => {
      const from = wire.exchanges.length;
      const calls = stage.slack?.calls.length ?? 0;
      const sent = await wizard(
        aanmelder,
        pagesFor(initialen, (id) => `Over ${id}.`),
      );
      const ref = reference(sent);
      const status = await aanmelder.until(new RegExp(`Aanmelding ${ref}`), 'inbox');
      await settledDump(database);
      const given = JSON.stringify([
        sent,
        status,
        wire.given('geen', from).filter(({ where: place }) => place === 'ack'),
        stage.slack?.calls
          .slice(calls)
          .map(({ method }) => method)
          .toSorted(),
      ]);
      const normal = given
        .replaceAll(ref, 'REF')
        .replaceAll(initialen, 'INI')
        .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID');
      return { ref, normal };
    };
    // The first time somebody is written to, a talk is opened as well.
    await heard('A.B.');
    const [twin, single] = [await heard('J.V.'), await heard('K.W.')];
    expect(twin.normal).toBe(single.normal);
    const cardOf = (ref: string) => marijke.until(new RegExp(`Casus ${ref}[\\s\\S]*Wacht op Marijke`), 'inbox');
    expect(await cardOf(twin.ref)).toContain('Lijkt op LIM-2026-0001');
    expect(await cardOf(single.ref)).not.toContain('Lijkt op');
    expect(aanmelder.inbox().join()).not.toMatch(/Lijkt op/);
    count(`S15 ${where}: ${twin.normal.length} characters identical with and without a double`);
  });
});

/** What is read as something else than words has a sentence of its own. */
const own = new Set(['van', 'tot', 'link']);

it('weigert een rijksregisternummer in elk vrij veld, en bewaart het nergens [S10]', async () => {
  const { stage, database } = await open('slack');
  const { aanmelder, bot } = stage;
  const spellings = ['85073003328', '85.07.30-033.28', '850730-033-28', '85 07 30 033 28', '85/07/30.033-28'];
  let n = 0;
  const typed = (around = true) => {
    n += 1;
    const number = spellings[n % spellings.length] ?? '';
    return around ? `Het nummer is ${number}, zei ze.` : number;
  };
  const refused = new Set<string>();
  const withoutPunctuation = (text: string) => text.replaceAll(/(?<=\d)[\s./·-]+(?=\d)/g, '');
  const free = (what: string, held: unknown) => {
    const text = JSON.stringify(held) ?? '';
    expect(withoutPunctuation(text), what).not.toContain('85073003328');
  };
  // The introduction, through Slack itself.
  await aanmelder.type('hulp');
  await aanmelder.until(/Even kennismaken/);
  await aanmelder.fill({ organisatie: typed(), functie: typed(), sector: 'basisvoorziening' });
  await aanmelder.submit();
  await aanmelder.until(/Hier hoort geen rijksregisternummer/, 'screen');
  for (const id of ['organisatie', 'functie']) refused.add(textField('kennismaking.bewaren', id));
  aanmelder.close?.();
  await meet(aanmelder);

  // A page through Slack itself, drafts while typing included.
  await aanmelder.type('aanmelding');
  await aanmelder.until(/Stap 1 van 4/, 'screen');
  const [first = {}] = pagesFor('J.V.', () => typed());
  await aanmelder.fill(first);
  await aanmelder.submit();
  await aanmelder.until(/Stap 2 van 4/, 'screen');
  await aanmelder.fill(pagesFor('J.V.', () => typed())[1] ?? {});
  await new Promise((resolve) => setTimeout(resolve, 1_300));
  const draft = async (personId: string) => bot.world.store.draft(personId, 'aanmelding');
  const aanmelderId = bot.world.store.directory().personIdByEmail.get('aanmelder@example.org') ?? '';
  free('draft', await draft(aanmelderId));
  await aanmelder.submit();
  const screen = await aanmelder.until(/rijksregisternummer/i, 'screen');
  expect(screen.split(RIJKSREGISTER_GEWEIGERD).length - 1).toBe(4);
  expect(JSON.stringify(await draft(aanmelderId))).toContain('[…]');
  free('draft', await draft(aanmelderId));
  aanmelder.close?.();

  // Every form there is, through the door: first with a number in each of its texts, which is also what Slack cuts off.
  const { store } = bot.world;
  await walkForms(
    stage,
    { text: (id) => `Over${id}`, initialen: () => 'J.V.', telefoon: () => '0470 11 22 33', bedrag: () => '1.200,50' },
    async (who, action, subject, values) => {
      const account = accountOf(stage, `${who}@example.org`);
      if (values === undefined) return press(stage, account, action, subject, {}, 'card');
      const ids = Object.keys(values).filter((id) => textFields.has(textField(action, id)));
      const bad = { ...values, ...Object.fromEntries(ids.map((id) => [id, typed(id !== 'beller_telefoon')])) };
      if (ids.length > 0) {
        const outcome = await press(stage, account, action, subject, bad);
        const errors = 'view' in outcome && 'errors' in outcome.view ? (outcome.view.errors as Values) : {};
        for (const id of ids) {
          const sentence = own.has(id) ? expect.any(String) : RIJKSREGISTER_GEWEIGERD;
          expect(errors[id], `${action} ${id}`).toEqual(sentence);
          refused.add(textField(action, id));
        }
        free(action, outcome);
        const [draftId = ''] = subject.split('/');
        for (const turn of action.endsWith('.verder') ? ['bewaren', 'terug'] : [])
          await press(stage, account, action.replace('verder', turn), subject, {
            ...bad,
            ...Object.fromEntries(Object.keys(values).map((id) => [id, typed()])),
          });
        free(`${action}, the draft`, await store.draftById(draftId));
      }
      return press(stage, account, action, subject, values);
    },
  );
  expect([...textFields].filter((field) => !refused.has(field))).toEqual([]);

  // And as words: nothing of it is kept.
  for (const spelling of spellings)
    for (const command of ['casus', 'permanentie', 'aanmelding', 'hulp', 'permanentie week', ''])
      await aanmelder.type(`${command} ${spelling}`.trim());

  const dump = await settledDump(database);
  for (const [table, rows] of dump) free(table, rows);
  for (const reference of ['LIM-2026-0001', 'LIM-2026-0002']) {
    const casus = await store.casusByReferentie(reference);
    const id = casus?.id ?? '';
    free(reference, casus);
    free('its story', await store.gebeurtenissen(id, 1_000));
    free('its tables', await store.zorgtafels(id));
    free('its plan', await store.zorgplan(id));
    free('its rugzak', await store.rugzak(id));
  }
  free('notes', await store.notas('LIM', MONDAY));
  free('draft', await draft(aanmelderId));
  free('log', watched.logged);
  count(`S10: ${refused.size} fields refused, ${n} numbers typed, absent from ${dump.size} tables, drafts and the log`);
});
