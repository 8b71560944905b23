import { randomUUID } from 'node:crypto';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { RIJKSREGISTER_GEWEIGERD } from '../src/aanmelding/check-page.ts';
import { fields } from '../src/aanmelding/fields.ts';
import type { Outcome } from '../src/outcome.ts';
import { eachPlace } from './databases.ts';
import { accountOf, close, count, meet, opener, pagesFor, press, reference, wire, wizard } from './security-stage.ts';
import { watched } from './security-watch.ts';
import { exposedTexts, type Given, settledDump } from './security-wire.ts';
import { MONDAY } from './stage.ts';

vi.mock('../adapters/database/open-database.ts', async (real) =>
  (await import('./security-watch.ts')).watchDatabase(await real()),
);
vi.mock('../adapters/log/logger.ts', async (real) => (await import('./security-watch.ts')).watchLog(await real()));

eachPlace((name, openPlace) => {
  if (name === 'PostgreSQL') return it('draait enkel op de ingebouwde databank', () => {});
  const open = opener(openPlace);

  describe.each(['slack', 'teams'] as const)('%s', (where) => {
    it('toont of bewaart nergens buiten het gesprek wat iemand typte, ook niet in het logboek [S9, S14]', async () => {
      const { stage, database } = await open(where);
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
      close(aanmelder);

      // By phone: name, organisation and number of who rang.
      const door = accountOf(stage, 'ines@example.org');
      const opened = await press(stage, door, 'aanmelding.starten', '', {}, 'card');
      const draftId = 'view' in opened && 'draftId' in opened.view ? String(opened.view.draftId) : '';
      const caller = {
        namens: 'beller',
        beller_naam: word('beller'),
        beller_organisatie: word('bellerorganisatie'),
        beller_telefoon: kept('0470 91 82 73'),
      };
      const pages = pagesFor('Z.Z.', word, caller);
      for (const [index, page] of pages.entries())
        await press(stage, door, 'aanmelding.verder', `${draftId}/${index + 1}`, page);
      await press(stage, door, 'aanmelding.versturen', draftId);
      await marijke.until(/Zqbeller/, 'inbox');
      await stage.ines.until(/LIM-2026-0003/, 'channel');
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
      // Its zorgplan, written in every field, with an action for a colleague that is reminded.
      const { store } = bot.world;
      const casusId = (await store.casusByReferentie('LIM-2026-0001'))?.id ?? '';
      const plan = (action: string, more: string, values: Record<string, string>) =>
        press(stage, door, `zorgplan.${action}`, `${casusId}${more}`, values);
      await plan('maken_bewaren', '', { reden: word('zondertafel') });
      await plan('bewaren', '/zorgen/1/a', { tekst: word('zorgen') });
      await plan('bewaren', '/veiligheidsplan/1/a', { tekst: word('veiligheid') });
      await plan('bewaren', '/plan_a/1/a', { tekst: word('plana') });
      await plan('bewaren', '/doel:d-1/1/a', { doel: word('doel'), zichtbaar: word('zichtbaar') });
      await plan('bewaren', '/zorgfiguur:z-1/1/a', { wie: word('figuur'), rol: 'buddy', ondersteuning: word('steun') });
      const marijkeId = bot.world.store.directory().personIdByEmail.get('marijke@example.org') ?? '';
      const actie = { wat: word('actie'), persoon: marijkeId, wie: word('wie'), tegen: '2026-03-11', plan: 'a' };
      await plan('bewaren', '/actie:a-1/1/a', actie);
      await plan('vastleggen_bewaren', '', { datum: '2026-04-20' });
      await marijke.until(/Actie voor jou[\s\S]*Zqactie/, 'inbox');
      const evaluatieId = (await store.zorgplan(casusId))?.inhoud.evaluaties[0]?.id ?? '';
      const held = await plan('evaluatie_bewaren', `/${evaluatieId}`, {
        gehouden_op: '2026-03-10',
        'score_d-1': '4',
        'nota_d-1': word('doelnota'),
        nota: word('evaluatie'),
        gezin: 'nee',
        zonder_gezin: word('zondergezin'),
        plan: 'b',
        overstap_reden: word('overstap'),
        volgende: '2026-04-20',
      });
      expect(held).toMatchObject({ kind: 'answer', view: { view: 'zorgplan', actief: 'b' } });
      await plan('overstap_bewaren', '', { plan: 'a', reden: word('terug') });
      await marijke.type('zorgplan LIM-2026-0001');
      await marijke.until(/Zqzorgen/);

      await ines.press('Terugkoppeling gegeven', /Casus LIM-2026-0001/);
      await ines.until(/stopt de klok/, 'screen');
      await ines.fill({ uitkomst: 'advies', nota: word('nota') });
      await ines.submit();
      await aanmelder.until(/Zqnota/, 'inbox');
      await ines.type('casus LIM-2026-0001');
      await ines.until(/Verloop/);

      for (const typed of [word('commando'), `casus ${word('ref')}`, `permanentie ${word('dag')}`])
        await aanmelder.type(typed);
      clock.set(MONDAY.add({ hours: 60 }));
      await bot.beat();
      await settledDump(database);

      const channelRef = slack ? slack.channel : (stage.teams?.team.channels[0] ?? '');
      const given: Given[] = [
        ...wire.given(channelRef),
        ...(slack?.calls ?? []).map(({ method, body }) => ({
          where: method,
          channel: String(body.channel) === slack?.channel && method !== 'chat.postEphemeral',
          body,
        })),
      ];
      expect(given.filter(({ channel }) => channel).length).toBeGreaterThan(3);
      const exposed = given.flatMap((one) => exposedTexts(one).map((text) => ({ where: one.where, text })));
      const leaked = exposed.filter(({ text }) => sentinels.some((s) => text.toLowerCase().includes(s.toLowerCase())));
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

  it('weigert een rijksregisternummer in elk vrij veld, en bewaart het nergens [S10]', async () => {
    const { stage, database } = await open('slack');
    const { aanmelder, marijke, bot } = stage;
    const spellings = ['85073003328', '85.07.30-033.28', '850730-033-28', '85 07 30 033 28', '85/07/30.033-28'];
    let n = 0;
    const typed = (around = true) => {
      n += 1;
      const number = spellings[n % spellings.length] ?? '';
      return around ? `Het nummer is ${number}, zei ze.` : number;
    };
    let refused = 0;
    const errorsOf = (outcome: Outcome): Record<string, string> =>
      'view' in outcome && 'errors' in outcome.view ? (outcome.view.errors as Record<string, string>) : {};
    const refuses = (outcome: Outcome, ids: string[], sentence: string = RIJKSREGISTER_GEWEIGERD) => {
      const errors = errorsOf(outcome);
      expect(Object.fromEntries(ids.map((id) => [id, errors[id]]))).toEqual(
        Object.fromEntries(ids.map((id) => [id, sentence])),
      );
      expect(JSON.stringify(outcome).replaceAll(/\D/g, '')).not.toContain('85073003328');
      refused += ids.length;
    };
    // The introduction, through Slack itself.
    await aanmelder.type('hulp');
    await aanmelder.until(/Even kennismaken/);
    await aanmelder.fill({ organisatie: typed(), functie: typed(), sector: 'basisvoorziening' });
    await aanmelder.submit();
    await aanmelder.until(/Hier hoort geen rijksregisternummer/, 'screen');
    refused += 2;
    close(aanmelder);
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
    expect(JSON.stringify((await draft(aanmelderId))?.values).replaceAll(/\D/g, '')).not.toContain('85073003328');
    await aanmelder.submit();
    const screen = await aanmelder.until(/rijksregisternummer/i, 'screen');
    expect(screen.split(RIJKSREGISTER_GEWEIGERD).length - 1).toBe(4);
    refused += 4;
    expect(JSON.stringify((await draft(aanmelderId))?.values).replaceAll(/\D/g, '')).not.toContain('85073003328');
    close(aanmelder);

    // Every text field of the wizard, through the door: also what Slack would cut off.
    const texts = (page: number) => fields.filter((f) => f.page === page && f.kind === 'text').map((f) => f.id);
    const ines = accountOf(stage, 'ines@example.org');
    const opened = await press(stage, ines, 'aanmelding.starten', '', {}, 'card');
    const id = 'view' in opened && 'draftId' in opened.view ? String(opened.view.draftId) : '';
    const inesId = bot.world.store.directory().personIdByEmail.get('ines@example.org') ?? '';
    for (const at of [1, 2, 3]) {
      const page = pagesFor('J.V.', () => 'Goed.', { namens: 'beller' }, { besproken_met_ouders: 'nee' })[at - 1];
      const bad = Object.fromEntries(texts(at).map((field) => [field, typed(field !== 'beller_telefoon')]));
      refuses(await press(stage, ines, 'aanmelding.verder', `${id}/${at}`, { ...page, ...bad }), texts(at));
      for (const action of ['aanmelding.bewaren', 'aanmelding.terug'])
        await press(stage, ines, action, `${id}/${at}`, {
          ...page,
          ...bad,
          signalen: [typed()],
          geboortedatum: typed(),
        });
      expect(JSON.stringify((await draft(inesId))?.values).replaceAll(/\D/g, '')).not.toContain('85073003328');
      await press(stage, ines, 'aanmelding.verder', `${id}/${at}`, {
        ...page,
        ...(at === 1 && { beller_naam: 'Jan', beller_organisatie: 'CKG', beller_telefoon: '0470 11 22 33' }),
        ...(at === 3 && { waarom_niet_besproken: 'Nog niet.' }),
      });
    }

    // The forms about a case.
    await wizard(
      stage.marijke,
      pagesFor('K.L.', () => 'Goed.', { namens: 'mezelf' }),
    );
    const melder = accountOf(stage, 'marijke@example.org');
    const casus = await bot.world.store.casusByReferentie('LIM-2026-0001');
    const casusId = casus?.id ?? '';
    await marijke.until(/Wacht op Marijke/, 'inbox');
    await press(stage, ines, 'casus.opnemen', casusId, {}, 'card');
    refuses(await press(stage, ines, 'casus.vraag_bewaren', casusId, { vraag: typed() }), ['vraag']);
    await press(stage, ines, 'casus.vraag_bewaren', casusId, { vraag: 'Wie helpt?' });
    const vraagId = (await bot.world.store.casusById(casusId))?.inhoud.vragen[0]?.id ?? '';
    const subject = `${casusId}/${vraagId}`;
    refuses(await press(stage, melder, 'casus.antwoorden', subject, { antwoord: typed() }), ['antwoord']);
    const nota = { uitkomst: 'advies', nota: typed() };
    refuses(await press(stage, ines, 'casus.terugkoppeling_bewaren', casusId, nota), ['nota']);
    const handover = {
      naar: bot.world.store.directory().personIdByEmail.get('marijke@example.org') ?? '',
      nota: typed(),
    };
    refuses(await press(stage, ines, 'casus.overdracht_bewaren', casusId, handover), ['nota']);
    const addition = { aanvulling: typed() };
    refuses(await press(stage, melder, 'aanmelding.aanvulling_bewaren', casusId, addition), ['aanvulling']);
    refuses(await press(stage, melder, 'aanmelding.intrekking_bevestigen', casusId, { reden: typed() }), ['reden']);

    // And as words: nothing of it is kept.
    for (const spelling of spellings)
      for (const command of ['casus', 'permanentie', 'aanmelding', 'hulp', 'permanentie week', ''])
        await aanmelder.type(`${command} ${spelling}`.trim());

    const dump = await settledDump(database);
    const inhoud = JSON.stringify(await bot.world.store.casusById(casusId));
    const drafts = JSON.stringify([await draft(inesId), await draft(aanmelderId)]);
    const events = JSON.stringify(await bot.world.store.gebeurtenissen(casusId, 100));
    for (const [table, text] of [...dump, ['inhoud', inhoud], ['concepten', drafts], ['verloop', events]] as const) {
      // Without the punctuation somebody may put between the digits.
      expect(text.replaceAll(/(?<=\d)[\s./·-]+(?=\d)/g, '').includes('85073003328'), table).toBe(false);
      for (const spelling of spellings) expect(text.includes(spelling), table).toBe(false);
    }
    expect(drafts).toContain('[…]');
    expect(
      watched.logged.filter((line) => line.replaceAll(/(?<=\d)[\s./·-]+(?=\d)/g, '').includes('85073003328')),
    ).toEqual([]);
    count(`S10: ${refused} fields refused, ${n} numbers typed, absent from ${dump.size} tables, 2 drafts and the log`);
  });
});
