import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { actionIds } from '../src/actions.ts';
import type { Values } from '../src/intent.ts';
import { accountKey } from '../src/personen/directory.ts';
import { eachPlace, quickest } from './databases.ts';
import {
  accountOf,
  asSlack,
  auditOf,
  count,
  meet,
  one,
  opener,
  pagesFor,
  press,
  reference,
  wire,
  wizard,
} from './security-stage.ts';
import { settledDump } from './security-wire.ts';
import { sendAanmelding } from './stage.ts';
import { sendToBot, signSlack } from './stand-ins/slack-user.ts';

vi.mock('../adapters/database/open-database.ts', async (real) =>
  (await import('./security-watch.ts')).watchDatabase(await real()),
);
vi.mock('../adapters/log/create-log.ts', async (real) => (await import('./security-watch.ts')).watchLog(await real()));

eachPlace((name, openPlace) => {
  const open = opener(openPlace);

  describe.each(['slack', 'teams'] as const)('%s', (where) => {
    it('doet hetzelfde twintig keer tegelijk één keer [S2]', async () => {
      const { stage, database } = await open(where);
      const { aanmelder, marijke, bot } = stage;
      await meet(aanmelder);
      await aanmelder.type('aanmelding');
      await aanmelder.until(/Stap 1 van 4/, 'screen');
      for (const [index, page] of pagesFor('J.V.', (id) => `Over ${id}.`).entries()) {
        await aanmelder.fill(page);
        await aanmelder.submit();
        await aanmelder.until(new RegExp(`Stap ${index + 2} van 4`), 'screen');
      }
      const copies = async (act: () => Promise<void>) => {
        const from = wire.exchanges.length;
        wire.multiply(20);
        await act();
        const sent = wire.exchanges.slice(from).filter(({ url }) => url.includes(`:${bot.port}/`));
        expect(new Set(sent.map((e) => e.sent)).size, 'the same bytes').toBe(1);
        expect(sent.map((e) => e.status)).toEqual(Array.from({ length: 20 }, () => 200));
      };

      await copies(() => aanmelder.submit());
      await marijke.until(/Wacht op Marijke/, 'inbox');
      aanmelder.close?.();
      await settledDump(database);
      expect(await one(database, 'casus')).toBe(1);
      expect(await one(database, 'termijn')).toBe(1);
      expect(await one(database, 'gebeurtenis')).toBe(1);
      expect(await one(database, `bericht WHERE soort = 'casus_kaart'`)).toBe(1);
      const sent = (await auditOf(database)).filter(({ wat }) => wat === 'aanmelding.versturen');
      expect(sent.map(({ resultaat }) => resultaat)).toEqual(['toegestaan']);

      await copies(() => marijke.press('Opnemen', /Wacht op Marijke/));
      await marijke.until(/Marijke nam deze casus op/, 'inbox');
      await aanmelder.until(/is je aanspreekpunt/, 'inbox');
      await settledDump(database);
      const casus = await bot.world.store.casusByReferentie('LIM-2026-0001');
      expect(casus?.versie).toBe(2);
      expect(await one(database, `gebeurtenis WHERE soort = 'opgenomen'`)).toBe(1);
      const taken = (await auditOf(database)).filter(({ wat }) => wat === 'casus.opnemen');
      expect(taken.map(({ resultaat }) => resultaat)).toEqual(['toegestaan']);
      expect(marijke.inbox().filter((text) => text.includes('Marijke nam deze casus op'))).toHaveLength(1);

      // And again, long after the first: still once.
      const rows = await settledDump(database, /public/);
      if ('replay' in marijke && typeof marijke.replay === 'function') await marijke.replay();
      else await sendToBot(`http://127.0.0.1:${bot.port}`, asSlack(marijke).last());
      expect([...(await settledDump(database, /public/))]).toEqual([...rows]);
      count(
        `S2 ${where}, ${name}: 20× Versturen → 1 case, 1 audit entry; 20× Opnemen → version 2, 1 event, 1 audit entry`,
      );
    });
  });
  // Only that is a race, which two databases run differently; the rest is thousands of requests for the door.
  if (name !== quickest) return;

  it('wijst vervalste en oude vragen van Slack af, en er verandert niets [S1]', async () => {
    const { stage, database } = await open('slack');
    const { slack, bot, clock } = stage;
    if (!slack) throw new Error('no Slack');
    await sendAanmelding(stage.aanmelder);
    await stage.marijke.until(/Wacht op Marijke/, 'inbox');
    const casusId = (await bot.world.store.casusByReferentie('LIM-2026-0001'))?.id ?? '';
    const { person } = asSlack(stage.marijke);
    const form = 'application/x-www-form-urlencoded';
    const who = { team: { id: slack.team }, user: { id: person.id, team_id: slack.team } };
    const payload = JSON.stringify({
      type: 'block_actions',
      ...who,
      trigger_id: slack.newTrigger(person.id),
      response_url: slack.newResponseUrl(person.id, person.talk, null),
      container: { type: 'message', message_ts: '1.1', channel_id: person.talk },
      actions: [{ type: 'button', action_id: 'casus.opnemen', value: casusId }],
    });
    const bodies = {
      opdracht: [
        new URLSearchParams({
          command: '/casus',
          text: 'LIM-2026-0001',
          team_id: slack.team,
          user_id: person.id,
          channel_id: person.talk,
          trigger_id: slack.newTrigger(person.id),
          response_url: slack.newResponseUrl(person.id, person.talk, null),
        }).toString(),
        form,
      ],
      knop: [new URLSearchParams({ payload }).toString(), form],
      ssl_check: [`ssl_check=1&${new URLSearchParams({ payload })}`, form],
      url_verification: [JSON.stringify({ type: 'url_verification', challenge: 'x' }), 'application/json'],
      bericht: [
        JSON.stringify({
          type: 'event_callback',
          team_id: slack.team,
          event_id: 'Ev1',
          event: {
            type: 'message',
            channel: person.talk,
            channel_type: 'im',
            user: person.id,
            text: 'casus',
            ts: '1.2',
          },
        }),
        'application/json',
      ],
    } as const;
    const now = Math.floor(clock.now().epochMilliseconds / 1000);
    const right = (body: string) => signSlack(body, slack.signingSecret, now);
    const without = (headers: Record<string, string>, gone: string) =>
      Object.fromEntries(Object.entries(headers).filter(([header]) => header !== gone));
    const forged: Record<string, (body: string) => Record<string, string>> = {
      'zes minuten te oud': (body) => signSlack(body, slack.signingSecret, now - 360),
      'zes minuten te vroeg': (body) => signSlack(body, slack.signingSecret, now + 360),
      'een ander geheim': (body) => signSlack(body, 'another-secret', now),
      'een leeg geheim': (body) => signSlack(body, '', now),
      'van een ander lichaam': (body) => right(`${body}&x=1`),
      'van een ander tijdstip': (body) => ({ ...right(body), 'x-slack-request-timestamp': String(now - 1) }),
      'zonder handtekening': (body) => without(right(body), 'x-slack-signature'),
      'zonder tijdstip': (body) => without(right(body), 'x-slack-request-timestamp'),
      'zonder iets': () => ({}),
      'een lege handtekening': (body) => ({ ...right(body), 'x-slack-signature': '' }),
      'een ander schema': (body) => ({
        ...right(body),
        'x-slack-signature': `v1=${right(body)['x-slack-signature']?.slice(3)}`,
      }),
      'een tijdstip dat geen getal is': (body) => ({ ...right(body), 'x-slack-request-timestamp': `${now}.0` }),
    };
    const before = await settledDump(database);
    const calls = slack.calls.length;
    const from = wire.exchanges.length;
    let refused = 0;
    for (const [what, sign] of Object.entries(forged))
      for (const [which, [body, type]] of Object.entries(bodies)) {
        const response = await fetch(`http://127.0.0.1:${bot.port}/slack/events`, {
          method: 'POST',
          headers: { 'content-type': type, ...sign(body) },
          body,
        });
        expect({ what, which, status: response.status }).toEqual({ what, which, status: 401 });
        expect((await response.text()).length, 'tells nothing').toBeLessThan(40);
        refused += 1;
      }
    const after = await settledDump(database);
    expect([...after]).toEqual([...before]);
    expect(slack.calls.length).toBe(calls);
    expect(wire.exchanges.slice(from).filter(({ url }) => !url.endsWith('/slack/events'))).toEqual([]);

    // The same bytes with a good signature do get through: it was the signature that kept the others out.
    const [body, type] = bodies.knop;
    const headers = { 'content-type': type, ...right(body) };
    expect((await sendToBot(`http://127.0.0.1:${bot.port}`, { body, headers })).status).toBe(200);
    await vi.waitFor(async () => expect((await bot.world.store.casusById(casusId))?.stand).toBe('opgenomen'), {
      timeout: 20_000,
    });
    await stage.marijke.until(/Marijke nam deze casus op/, 'inbox');
    count(`S1: ${refused} forged requests refused with 401, ${before.size} tables unchanged, 0 calls to Slack`);
  });

  describe.each(['slack', 'teams'] as const)('%s', (where) => {
    it('antwoordt hetzelfde over een casus die er is en een die er niet is [S5]', async () => {
      const { stage, database } = await open(where);
      const { ines, aanmelder, bot } = stage;
      await meet(aanmelder);
      const sent = await wizard(
        ines,
        pagesFor('J.V.', (id) => `Over ${id}.`, { namens: 'mezelf' }),
      );
      expect(reference(sent)).toBe('LIM-2026-0001');
      await settledDump(database);
      const ask = async (typed: string) => {
        const from = wire.exchanges.length;
        const before = (await auditOf(database)).length;
        await aanmelder.type(`casus ${typed}`);
        await vi.waitFor(async () => expect((await auditOf(database)).length).toBe(before + 1), { timeout: 20_000 });
        await settledDump(database);
        const given = wire.given('kanaal', from);
        expect(given.length).toBeGreaterThan(0);
        const told = JSON.stringify(given.map(({ where: place, body }) => [place, body]));
        expect(told).toMatch(/Niet gevonden/);
        expect(told).not.toContain(typed.toUpperCase());
        // The activity that is answered has a number of its own each time.
        return told.replaceAll(/"replyToId":"[^"]*"/g, '');
      };
      const [there, missing] = [await ask('LIM-2026-0001'), await ask('LIM-2026-0999')];
      expect(there).toBe(missing);
      expect(await ask('lim-2026-0001')).toBe(await ask('lim-2026-0999'));
      const casusId = (await bot.world.store.casusByReferentie('LIM-2026-0001'))?.id;
      const noted = (await auditOf(database)).filter(({ wat }) => wat === 'casus.verloop');
      expect(noted.map(({ resultaat }) => resultaat)).toEqual(['geweigerd', 'geweigerd', 'geweigerd', 'geweigerd']);
      expect(noted.map(({ waarover }) => waarover)).toEqual([casusId, 'LIM-2026-0999', casusId, 'LIM-2026-0999']);
      count(`S5 ${where}: ${there.length} bytes identical, 4 refusals audited`);
    });
  });

  it('laat op Teams niemand binnen zonder token [S3]', async () => {
    const { stage, database } = await open('teams');
    const before = await settledDump(database);
    const calls = stage.teams?.calls.length;
    const activity = { type: 'message', text: 'hulp', channelId: 'msteams', id: 'x', from: { id: '29:marijke' } };
    const tries = [{}, { authorization: '' }, { authorization: 'Bearer ' }, { authorization: 'Basic eDp5' }];
    for (const headers of tries)
      for (const type of ['msteams', 'emulator', 'webchat', 'directline']) {
        const response = await fetch(`http://127.0.0.1:${stage.bot.port}/api/messages`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: JSON.stringify({ ...activity, channelId: type, serviceUrl: stage.teams?.serviceUrl }),
        });
        expect(response.status).toBe(401);
      }
    expect([...(await settledDump(database))]).toEqual([...before]);
    expect(stage.teams?.calls.length).toBe(calls);
    count(`S3: ${tries.length * 4} requests without a token refused with 401`);
  });

  it('doet met de casus van iemand anders niets, welke knop ook [S6]', async () => {
    const { stage, database } = await open('slack');
    const { aanmelder, ines, marijke, bot } = stage;
    await meet(aanmelder);
    const secret = `Geheim${randomUUID()}`;
    await wizard(
      ines,
      pagesFor('J.V.', () => secret, { namens: 'mezelf' }),
    );
    await marijke.until(/Wacht op Marijke/, 'inbox');
    const inesAccount = accountOf(stage, 'ines@example.org');
    const marijkeAccount = accountOf(stage, 'marijke@example.org');
    const stranger = accountOf(stage, 'aanmelder@example.org');
    const strangerId = bot.world.store.directory().accountsByKey.get(accountKey(stranger))?.personId ?? '';
    const casusId = (await bot.world.store.casusByReferentie('LIM-2026-0001'))?.id ?? '';
    const opened = await press(stage, inesAccount, 'aanmelding.starten', '', {}, 'card');
    const draftId = 'view' in opened && 'draftId' in opened.view ? String(opened.view.draftId) : '';
    const [first = {}] = pagesFor('G.H.', () => secret, { namens: 'mezelf' });
    await press(stage, inesAccount, 'aanmelding.verder', `${draftId}/1`, first);

    const values: Values = {
      ...Object.assign({}, ...pagesFor('V.R.', (id) => `vreemd ${id}`)),
      ...{ antwoord: 'vreemd', vraag: 'vreemd', nota: 'vreemd', reden: 'vreemd', aanvulling: 'vreemd' },
      ...{ uitkomst: 'advies', naar: strangerId, datum: '2026-03-10', wat: 'afwezig', organisatie: 'x', functie: 'x' },
    };
    const kept = /^public\.(casus|gebeurtenis|termijn|concept)$/;
    const allowed = async () => (await auditOf(database)).filter((row) => row.resultaat === 'toegestaan');
    let pressed = 0;
    const tryAll = async (stand: string) => {
      const casus = await bot.world.store.casusById(casusId);
      expect(casus?.stand).toBe(stand);
      const asked = casus?.inhoud.vragen[0]?.id ?? 'x';
      const clocks = await bot.world.store.termijnen(casusId);
      const subjects = [
        casusId,
        `${casusId}/${asked}`,
        `${casusId}/1`,
        'LIM-2026-0001',
        `${draftId}/1`,
        `${draftId}/4`,
      ];
      subjects.push(draftId, clocks[0]?.id ?? '');
      const before = await settledDump(database, kept);
      const audits = await allowed();
      const own = await bot.world.store.draft(strangerId, 'aanmelding');
      // What one button is about, all at once: thousands of presses, and most of each is waiting for the database.
      for (const action of actionIds)
        await Promise.all(
          [casusId, ...subjects].map(async (subject, index) => {
            const outcome = await press(stage, stranger, action, subject, values, index === 0 ? 'card' : 'form');
            expect(JSON.stringify(outcome), `${action} ${subject}`).not.toContain(secret);
            pressed += 1;
          }),
        );
      // What the stranger began of their own may be there: it is theirs.
      const mine = await bot.world.store.draft(strangerId, 'aanmelding');
      const lines = (dump: Map<string, string>) =>
        [...dump].map(([table, rows]) => [
          table,
          rows.split('\n').filter((row) => ![own, mine].some((d) => d && row.includes(d.id))),
        ]);
      const after = await settledDump(database, kept);
      expect(JSON.stringify(lines(after))).toBe(JSON.stringify(lines(before)));
      const news = (await allowed()).slice(audits.length);
      const about = news.filter(({ waarover }) => subjects.some((s) => waarover !== null && s.includes(waarover)));
      expect(about).toEqual([]);
      return news;
    };
    const news = await tryAll('aangemeld');
    await press(stage, marijkeAccount, 'casus.opnemen', casusId, {}, 'card');
    await press(stage, marijkeAccount, 'casus.vraag_bewaren', casusId, { vraag: 'Wie helpt?' });
    news.push(...(await tryAll('opgenomen')));
    await press(stage, marijkeAccount, 'casus.terugkoppeling_bewaren', casusId, { uitkomst: 'advies', nota: 'Klaar.' });
    news.push(...(await tryAll('teruggekoppeld')));
    const refusals = (await auditOf(database)).filter((row) => row.wie === strangerId && row.resultaat === 'geweigerd');
    expect(refusals.length).toBeGreaterThan(100);
    count(
      `S6: ${pressed} presses (${actionIds.length} actions), ${refusals.length} audited refusals, other audit: ${[...new Set(news.map((n) => n.wat))].join(', ') || 'none'}`,
    );
  }, 240_000);
});

describe('de start', () => {
  const key = `k1:${Buffer.alloc(32, 9).toString('base64')}`;
  const guid = '22222222-2222-4222-8222-222222222222';
  const cases: { what: string; env: Record<string, string>; named: string[] }[] = [
    { what: 'niets', env: {}, named: ['SLACK_BOT_TOKEN', 'BOT_KEYS'] },
    { what: 'enkel een sleutel', env: { BOT_KEYS: key }, named: ['SLACK_BOT_TOKEN'] },
    {
      what: 'Slack zonder geheim',
      env: { BOT_KEYS: key, SLACK_BOT_TOKEN: 'xoxb-geheim' },
      named: ['SLACK_SIGNING_SECRET'],
    },
    {
      what: 'Slack met een leeg geheim',
      env: { BOT_KEYS: key, SLACK_BOT_TOKEN: 'xoxb-geheim', SLACK_SIGNING_SECRET: '  ' },
      named: ['SLACK_SIGNING_SECRET'],
    },
    {
      what: 'Teams zonder id',
      env: { BOT_KEYS: key, MicrosoftAppPassword: 'geheim' },
      named: ['MicrosoftAppId', 'MicrosoftAppTenantId'],
    },
    {
      what: 'Teams zonder tenant',
      env: { BOT_KEYS: key, MicrosoftAppId: guid, MicrosoftAppPassword: 'geheim' },
      named: ['MicrosoftAppTenantId'],
    },
    {
      what: 'Teams half naast een goede Slack',
      env: { BOT_KEYS: key, SLACK_BOT_TOKEN: 'xoxb-geheim', SLACK_SIGNING_SECRET: 'geheim', MicrosoftAppId: guid },
      named: ['MicrosoftAppPassword', 'MicrosoftAppTenantId'],
    },
    {
      what: 'alles verkeerd',
      env: {
        BOT_KEYS: 'kort:geheim',
        SLACK_BOT_TOKEN: 'geheim',
        SLACK_SIGNING_SECRET: 'ge heim',
        SLACK_API_URL: 'http://geheim.example/',
        MicrosoftAppId: 'geheim',
        MicrosoftAppPassword: 'geheim',
        MicrosoftAppTenantId: 'geheim',
        TEAMS_TENANTS: 'x',
      },
      named: [
        ...['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET', 'SLACK_API_URL'],
        ...['MicrosoftAppId', 'MicrosoftAppTenantId', 'TEAMS_TENANTS', 'BOT_KEYS'],
      ],
    },
    {
      what: 'een onbekende stand en poort',
      env: { BOT_KEYS: key, BOT_MODE: 'Local', PORT: 'abc' },
      named: ['PORT', 'BOT_MODE'],
    },
  ];

  it('stopt met code 78 en één regel per instelling, nooit zonder beveiliging [S3]', async () => {
    const runs = await Promise.all(
      cases.map(
        ({ env }) =>
          new Promise<{ code: number | null; error: string }>((resolve) => {
            const dataDir = join(tmpdir(), `nooit-${randomUUID()}`);
            const child = spawn(process.execPath, ['adapters/main.ts', 'bot'], {
              cwd: join(import.meta.dirname, '..'),
              env: { PATH: process.env.PATH, NODE_NO_WARNINGS: '1', DATA_DIR: dataDir, PORT: '0', ...env },
            });
            let error = '';
            child.stderr.on('data', (text) => {
              error += text;
            });
            const limit = setTimeout(() => child.kill(), 80_000);
            child.on('exit', (code) => {
              clearTimeout(limit);
              resolve({ code, error });
            });
          }),
      ),
    );
    for (const [index, { what, named }] of cases.entries()) {
      const run = runs[index];
      const lines = (run?.error ?? '').trim().split('\n');
      expect({ what, code: run?.code, named: lines.map((line) => line.split(' ')[0]) }).toEqual({
        what,
        code: 78,
        named,
      });
      expect(run?.error, 'no value of a secret').not.toMatch(/xoxb-geheim|kort:|ge heim/);
    }
    count(`S3: ${cases.length} wrong environments refused with 78`);
  });
});
