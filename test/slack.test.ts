import { createServer } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { drawPicture } from '../adapters/charts/draw-picture.ts';
import { createSlack } from '../adapters/slack/slack.ts';
import type { Card, Part } from '../cards/card.ts';
import type { Outcome } from '../src/outcome.ts';
import type { Clock } from '../src/time.ts';
import { cardBook, everyInputCard, plainCard } from './chat-contract.ts';
import { type SlackHarness, slackHarness } from './stand-ins/slack-harness.ts';
import { signSlack } from './stand-ins/slack-user.ts';

const book = cardBook();
const answer = (card: Card): Outcome => ({ kind: 'answer', view: book.viewOf(card) });
const form = (card: Card): Outcome => ({ kind: 'form', view: book.viewOf(card) });
const replace = (card: Card, notice?: string): Outcome => ({ kind: 'replace', view: book.viewOf(card), notice });

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const page = (text: string, ...inputs: Part[]): Card => ({
  title: 'Aanmelding',
  summary: 'Een formulier',
  parts: [
    { type: 'text', text },
    { type: 'input', kind: 'text', id: 'verontrusting', label: 'Zorg', required: true, maxLength: 200 },
    ...inputs,
  ],
  form: {
    submit: { action: 'aanmelding.verder', label: 'Verder', subject: 'draft-1' },
    back: { action: 'aanmelding.terug', label: 'Terug', subject: 'draft-1' },
    autosave: { action: 'aanmelding.bewaren', label: 'Bewaren', subject: 'draft-1' },
  },
});

/** A card with a question and a field for the answer, as it is posted to somebody. */
const question: Card = {
  title: 'Een vraag',
  summary: 'Er is een vraag voor je',
  parts: [
    { type: 'text', text: 'Wat bedoel je?' },
    { type: 'input', kind: 'text', id: 'antwoord', label: 'Antwoord', required: true, maxLength: 500, multiline: true },
  ],
  form: { submit: { action: 'casus.antwoorden', label: 'Antwoorden', subject: 'vraag-1' } },
};

let chat: SlackHarness;
const start = async (options?: Parameters<typeof slackHarness>[1]) => {
  chat = await slackHarness({ cardOf: book.cardOf }, options);
};
afterEach(() => chat.close());

const postTo = async (card: Card, key = 'bericht-1', again = false) =>
  chat.platform.post({ account: chat.account.address }, book.viewOf(card), key, again);

describe('a request that says it is from Slack', () => {
  const noon = Temporal.Instant.from('2026-11-20T11:00:00Z');
  const clock: Clock = { now: () => noon };
  const seconds = noon.epochMilliseconds / 1000;
  beforeEach(() => start({ clock }));

  const body = (fields: Record<string, string> = {}) =>
    new URLSearchParams({
      command: '/hulp',
      text: '',
      team_id: chat.slack.team,
      user_id: chat.user.person.id,
      channel_id: chat.user.person.talk,
      trigger_id: '1.2.3',
      response_url: 'https://hooks.slack.com/commands/1',
      ...fields,
    }).toString();
  const sendAt = (at: number, sent = body(), type = 'application/x-www-form-urlencoded') =>
    chat.send({ body: sent, headers: { 'content-type': type, ...signSlack(sent, chat.slack.signingSecret, at) } });

  it.each([
    [-360, 401],
    [-301, 401],
    [-299, 200],
    [0, 200],
    [299, 200],
    [301, 401],
    [360, 401],
  ])('signed %i seconds from now is answered with %i [S1]', async (offset, status) => {
    expect((await sendAt(seconds + offset)).status).toBe(status);
    expect(chat.intents).toHaveLength(status === 200 ? 1 : 0);
    expect(chat.slack.calls.filter(({ method }) => method.startsWith('chat.'))).toEqual([]);
  });

  it('runs nothing for an ssl_check, signed or not [S1]', async () => {
    const sent = body({ ssl_check: '1', payload: '{"type":"block_actions"}' });
    const unsigned = await chat.send({ body: sent, headers: { 'content-type': 'application/x-www-form-urlencoded' } });
    expect(unsigned.status).toBe(401);
    expect((await sendAt(seconds, body({ ssl_check: '1' }))).status).toBe(200);
    expect(chat.intents).toEqual([]);
  });

  it('answers the challenge only when it is signed', async () => {
    const sent = JSON.stringify({ type: 'url_verification', challenge: 'abc' });
    const headers = { 'content-type': 'application/json' };
    expect((await chat.send({ body: sent, headers })).status).toBe(401);
    expect(await sendAt(seconds, sent, 'application/json')).toEqual({ status: 200, answer: { challenge: 'abc' } });
  });

  it('is not read beyond a megabyte', async () => {
    expect((await sendAt(seconds, body({ text: 'x'.repeat(1024 * 1024) }))).status).toBe(413);
    expect(chat.intents).toEqual([]);
  });

  it.each(['{', '[]', '"x"', 'null', ''])('is refused when it is %j, though signed', async (sent) => {
    expect((await sendAt(seconds, sent, 'application/json')).status).toBe(400);
  });

  it('is acknowledged and left alone when nobody needs to know', async () => {
    const event = { type: 'event_callback', team_id: chat.slack.team, event_id: 'Ev1', event: { type: 'team_join' } };
    expect((await sendAt(seconds, JSON.stringify(event), 'application/json')).status).toBe(200);
    expect((await sendAt(seconds, '{}', 'application/json')).status).toBe(200);
    expect(chat.intents).toEqual([]);
  });

  it('is told so when it is from another workspace', async () => {
    const { answer: said } = await sendAt(seconds, body({ team_id: 'T0OTHER' }));
    expect(JSON.stringify(said)).toContain('niet aangesloten');
    expect(chat.intents).toEqual([]);
  });

  it('has the same delivery when the same bytes come twenty times at once [S2]', async () => {
    const sent = body();
    await Promise.all(Array.from({ length: 20 }, () => sendAt(seconds, sent)));
    expect(new Set(chat.intents.map(({ delivery }) => delivery)).size).toBe(1);
    expect(chat.intents[0]?.at).toBe(noon);
  });

  it('has the same delivery when Slack sends a message again with another event id [S2]', async () => {
    for (const event_id of ['Ev1', 'Ev2'])
      await sendAt(
        seconds,
        JSON.stringify({
          type: 'event_callback',
          team_id: chat.slack.team,
          event_id,
          event: { type: 'message', channel_type: 'im', channel: 'D1', user: 'U1', text: 'hulp', ts: '1.2' },
        }),
        'application/json',
      );
    expect(new Set(chat.intents.map(({ delivery }) => delivery)).size).toBe(1);
  });
});

describe('words', () => {
  beforeEach(() => start());

  it('are answered in the private talk', async () => {
    chat.answerWith(() => answer(plainCard('Dit kan je hier doen')));
    await chat.user.say('wat kan ik hier doen?');
    await chat.user.until(/Dit kan je hier doen/, 'inbox');
    expect(chat.intents[0]).toMatchObject({
      place: 'private',
      input: { kind: 'command', text: 'wat kan ik hier doen?' },
    });
  });

  it('lose the markup that Slack puts around links', async () => {
    const { talk, id } = chat.user.person;
    const text = 'kijk <https://x.be|x.be> en <mailto:a@b.be|a@b.be> &lt;hier&gt; &amp; <#C1|kanaal>';
    await chat.user.event({ type: 'message', channel_type: 'im', channel: talk, user: id, ts: '1.1', text });
    expect(chat.intents[0]?.input).toEqual({ kind: 'command', text: 'kijk x.be en a@b.be <hier> & #kanaal' });
  });

  it('of bots, edits and in channels are left alone', async () => {
    const { talk, id } = chat.user.person;
    const base = { type: 'message', channel_type: 'im', channel: talk, user: id, ts: '1.1', text: 'hulp' };
    await chat.user.event({ ...base, bot_id: 'B1' });
    await chat.user.event({ ...base, subtype: 'message_changed' });
    await chat.user.event({ ...base, user: chat.slack.botUser });
    await chat.user.event({ ...base, channel_type: 'channel', channel: chat.channel });
    expect(chat.intents).toEqual([]);
  });

  it('cannot open a form, so a button carries out the command again and opens it', async () => {
    chat.answerWith(() => form(page('Eerste bladzijde')));
    await chat.user.say('aanmelding voor Emma Janssens');
    await chat.user.until(/Open het formulier/, 'inbox');
    expect(JSON.stringify(chat.slack.messages.at(-1)?.blocks)).not.toContain('Emma');
    await chat.user.press('Formulier openen');
    await chat.user.until(/Eerste bladzijde/, 'screen');
    expect(chat.intents.at(-1)?.input).toEqual({ kind: 'command', text: 'aanmelding' });
  });

  it('in a channel get the button where only the writer sees it', async () => {
    chat.answerWith(() => form(page('Eerste bladzijde')));
    await chat.user.typeInChannel(chat.channel, 'aanmelding');
    await chat.user.until(/Open het formulier/, 'screen');
    expect(chat.user.channel(chat.channel)).toEqual([]);
    await chat.user.press('Formulier openen');
    await chat.user.until(/Eerste bladzijde/, 'screen');
  });
});

describe('a form', () => {
  beforeEach(() => start());

  const openForm = async (card = page('Eerste bladzijde')) => {
    chat.answerWith(() => form(card));
    await chat.user.type('aanmelding');
    await chat.user.until(/Eerste bladzijde|Vul in wat je weet/, 'screen');
  };

  it('remembers ids and nothing that was typed [S9]', async () => {
    await openForm();
    const view = chat.user.modal();
    expect(JSON.parse(String(view?.private_metadata))).toEqual({
      submit: { action: 'aanmelding.verder', subject: 'draft-1' },
      autosave: { action: 'aanmelding.bewaren', subject: 'draft-1' },
    });
    expect(view?.notify_on_close).toBe(false);
  });

  it('shows errors under its own fields without being drawn again', async () => {
    await openForm(everyInputCard());
    const before = chat.slack.views[0]?.hash;
    chat.answerWith(() => form(everyInputCard({ kort: 'Te kort.' })));
    await chat.user.fill({ kort: 'x' });
    await chat.user.submit();
    expect(chat.user.screen()).toContain('Te kort.');
    expect(chat.slack.views[0]?.hash).toBe(before);
  });

  it('is drawn again when what is wrong is on another page', async () => {
    await openForm();
    const other = everyInputCard({ kort: 'Dit ontbreekt nog.' });
    chat.answerWith(() => form(other));
    await chat.user.fill({ verontrusting: 'x' });
    await chat.user.submit();
    expect(chat.user.screen()).toContain('Dit ontbreekt nog.');
    expect(chat.user.screen()).toContain('Korte tekst');
  });

  it('is drawn again when a field was added to the page', async () => {
    await openForm();
    const wrong: Part = {
      type: 'input',
      kind: 'text',
      id: 'verontrusting',
      label: 'Zorg',
      required: true,
      maxLength: 200,
      error: 'Te kort.',
    };
    const added: Part = { type: 'input', kind: 'date', id: 'dag', label: 'Sinds wanneer', required: false };
    chat.answerWith(() => form({ ...page('x'), parts: [wrong, added] }));
    await chat.user.fill({ verontrusting: 'x' });
    await chat.user.submit();
    expect(chat.user.screen()).toMatch(/Te kort\.[\s\S]*Sinds wanneer/);
  });

  it('is kept as a draft one second after the last change, with everything in it', async () => {
    await openForm(page('Eerste bladzijde', { type: 'input', kind: 'date', id: 'dag', label: 'Dag', required: false }));
    const saved = () => chat.intents.filter(({ input }) => input.kind === 'action');
    chat.answerWith(() => ({ kind: 'nothing' }));
    await chat.user.fill({ verontrusting: 'a' });
    await pause(300);
    await chat.user.fill({ verontrusting: 'ab' });
    await chat.user.fill({ dag: '2026-11-20' });
    expect(saved()).toEqual([]);
    await pause(1_300);
    expect(saved().map(({ input }) => input)).toEqual([
      {
        kind: 'action',
        action: 'aanmelding.bewaren',
        subject: 'draft-1',
        values: { verontrusting: 'ab', dag: '2026-11-20' },
        from: 'form',
      },
    ]);
  });

  it('is not kept as a draft any more once it is sent', async () => {
    await openForm();
    chat.answerWith(() => answer(plainCard('Verzonden')));
    await chat.user.fill({ verontrusting: 'a' });
    await chat.user.submit();
    await pause(1_300);
    expect(chat.intents.map(({ input }) => input.kind === 'action' && input.action)).toEqual([
      false,
      'aanmelding.verder',
    ]);
  });

  it('is kept as a draft at once when the bot stops', async () => {
    await openForm();
    await chat.user.fill({ verontrusting: 'a' });
    await chat.adapter.stop();
    expect(chat.intents.at(-1)?.input).toMatchObject({ action: 'aanmelding.bewaren', values: { verontrusting: 'a' } });
  });

  it('does not break when Terug is pressed twice', async () => {
    await openForm();
    chat.answerWith(() => form(page('Vorige bladzijde')));
    await Promise.all([chat.user.press('Terug'), chat.user.press('Terug')]);
    await chat.user.until(/Vorige bladzijde/, 'screen');
  });

  it('does not break when it is closed before the answer comes', async () => {
    await openForm();
    chat.answerWith(() => form(page('Vorige bladzijde')));
    const pressed = chat.user.press('Terug');
    chat.user.close();
    await pressed;
    expect(chat.user.modal()).toBeNull();
  });

  it('keeps what was filled in when the core fails, on sending and on a button', async () => {
    await openForm();
    chat.answerWith(() => {
      throw new Error('database away');
    });
    await chat.user.fill({ verontrusting: 'lang verhaal' });
    await chat.user.submit();
    expect(chat.user.screen()).toMatch(/lang verhaal[\s\S]*ging iets mis/);
    await chat.user.press('Terug');
    await chat.user.until(/ging iets mis/, 'screen');
    chat.user.close();
    expect(chat.user.screen()).toContain('lang verhaal');
    expect(chat.logged.join('\n')).not.toContain('database away');
  });

  it('waits visibly when sending takes long, and then shows the answer', async () => {
    await openForm();
    chat.answerWith(async () => {
      await pause(3_000);
      return answer(plainCard('Verzonden'));
    });
    await chat.user.fill({ verontrusting: 'x' });
    await chat.user.submit();
    expect(chat.user.screen()).toContain('Even geduld');
    await chat.user.until(/Verzonden/, 'screen');
  });

  it('shows its own page again when sending takes long and something is wrong', async () => {
    await openForm(everyInputCard());
    chat.answerWith(async () => {
      await pause(3_000);
      return form(everyInputCard({ kort: 'Te kort.' }));
    });
    await chat.user.fill({ kort: 'x' });
    await chat.user.submit();
    expect(chat.user.screen()).toContain('Even geduld');
    await chat.user.until(/Te kort\./, 'screen');
  });

  it('says what became of it when there is no card to change', async () => {
    await openForm();
    chat.answerWith(() => replace(plainCard('Teruggekoppeld'), 'Dat is genoteerd.'));
    await chat.user.fill({ verontrusting: 'x' });
    await chat.user.submit();
    expect(chat.user.screen()).toMatch(/Dat is genoteerd\.[\s\S]*Teruggekoppeld/);
  });

  it('offers to try again when it opens too late', async () => {
    chat.answerWith(() => {
      chat.slack.expireTriggers();
      return form(page('Eerste bladzijde'));
    });
    await chat.user.type('aanmelding');
    await chat.user.until(/duurde te lang/);
    chat.answerWith(() => form(page('Eerste bladzijde')));
    await chat.user.press('Probeer opnieuw');
    await chat.user.until(/Eerste bladzijde/, 'screen');
    expect(chat.intents.map(({ input }) => input)).toEqual([
      { kind: 'command', text: 'aanmelding' },
      { kind: 'command', text: 'aanmelding' },
    ]);
  });

  it('offers the same button again when it opens too late from a card', async () => {
    await postTo(plainCard('Een casus', { action: 'casus.terugkoppelen', label: 'Terugkoppelen', subject: 'casus-1' }));
    chat.answerWith(() => {
      chat.slack.expireTriggers();
      return form(page('Eerste bladzijde'));
    });
    await chat.user.press('Terugkoppelen');
    await chat.user.until(/duurde te lang/);
    chat.answerWith(() => form(page('Eerste bladzijde')));
    await chat.user.press('Probeer opnieuw');
    await chat.user.until(/Eerste bladzijde/, 'screen');
    expect(chat.intents.at(-1)?.input).toMatchObject({ action: 'casus.terugkoppelen', subject: 'casus-1' });
  });
});

describe('a form in a message', () => {
  beforeEach(async () => {
    await start();
    await postTo(question);
  });

  it('sends what was filled in', async () => {
    chat.answerWith(() => replace(plainCard('Je antwoordde: dit.')));
    await chat.user.fill({ antwoord: 'dit' });
    await chat.user.submit('Antwoorden');
    await chat.user.until(/Je antwoordde/, 'inbox');
    expect(chat.intents[0]?.input).toEqual({
      kind: 'action',
      action: 'casus.antwoorden',
      subject: 'vraag-1',
      values: { antwoord: 'dit' },
      from: 'form',
    });
    expect(chat.user.inbox()).toHaveLength(1);
  });

  it('shows in place what is wrong', async () => {
    const wrong: Card = {
      ...question,
      parts: question.parts.map((part) => (part.type === 'input' ? { ...part, error: 'Vul iets in.' } : part)),
    };
    chat.answerWith(() => form(wrong));
    await chat.user.submit('Antwoorden');
    await chat.user.until(/Vul iets in\./, 'inbox');
    expect(chat.user.inbox()).toHaveLength(1);
    expect(chat.user.modal()).toBeNull();
  });
});

describe('an answer', () => {
  beforeEach(() => start());

  it('to a command needs no call to Slack', async () => {
    chat.answerWith(() => answer(plainCard('Nu van wacht: Marijke')));
    const before = chat.slack.calls.length;
    await chat.user.type('permanentie');
    expect(chat.user.screen()).toContain('Nu van wacht: Marijke');
    expect(chat.slack.calls.length).toBe(before);
  });

  it('that cannot be drawn is not said to have changed nothing', async () => {
    chat.answerWith(() => ({ kind: 'answer', view: {} as never }));
    await chat.user.type('permanentie');
    expect(chat.user.screen()).toContain('Dit is verwerkt');
  });

  it('still changes the card when the response_url does not work', async () => {
    await postTo(plainCard('Een casus', { action: 'casus.opnemen', label: 'Opnemen', subject: 'casus-1' }));
    chat.answerWith(() => replace(plainCard('Opgenomen door An')));
    chat.slack.failNext(/^\/response/, { kind: 'broken' });
    await chat.user.press('Opnemen');
    await chat.user.until(/Opgenomen door An/, 'inbox');
  });

  it('never goes into a channel when it was for one, also when the response_url does not work [S9]', async () => {
    const button = { action: 'casus.opnemen', label: 'Opnemen', subject: 'casus-1' } as const;
    const view = book.viewOf(plainCard('Aanmelding', button));
    await chat.platform.post({ channel: chat.channel }, view, 'bericht-1');
    const shown = chat.user.channel(chat.channel);
    for (const outcome of [replace, answer]) {
      chat.answerWith(() => outcome(plainCard('Over een kind')));
      chat.slack.failNext(/^\/response/, { kind: 'broken' });
      await chat.user.press('Opnemen');
    }
    expect(chat.intents).toHaveLength(2);
    expect(chat.user.channel(chat.channel)).toEqual(shown);
    expect(chat.slack.calls.filter(({ method }) => method === 'chat.update')).toEqual([]);
  });

  it('to a button under something only the presser sees changes just that', async () => {
    chat.answerWith(({ input }) =>
      input.kind === 'command'
        ? answer(plainCard('Mijn casussen', { action: 'casus.tonen', label: 'Tonen', subject: 'casus-1' }))
        : replace(plainCard('Eén casus')),
    );
    await chat.user.typeInChannel(chat.channel, '/casus');
    await chat.user.press('Tonen');
    await chat.user.until(/Eén casus/, 'screen');
    expect(chat.intents.at(-1)?.place).toBe('private');
    expect(chat.user.channel(chat.channel)).toEqual([]);
    expect(chat.other.screen()).toBe('');
  });

  it('to a button opens as a modal when it is too long for a message', async () => {
    const all = { action: 'casus.tonen', label: 'Volledige tekst', subject: 'casus-1' } as const;
    const long: Card = {
      ...plainCard('Casus'),
      whole: all,
      parts: [
        ...Array.from({ length: 5 }, (_, n): Part => ({ type: 'text', text: `Tekst ${n} `.repeat(250) })),
        { type: 'text', text: 'Het laatste woord' },
      ],
    };
    await postTo(long);
    expect(chat.user.inbox().join()).not.toContain('Het laatste woord');
    chat.answerWith(() => answer(long));
    await chat.user.press('Volledige tekst');
    await chat.user.until(/Het laatste woord/, 'screen');
    expect(chat.user.modal()).not.toBeNull();
  });

  it('never goes to an address that is not of Slack', async () => {
    await postTo(plainCard('Een casus', { action: 'casus.opnemen', label: 'Opnemen', subject: 'casus-1' }));
    chat.answerWith(() => answer(plainCard('Geheim')));
    const asked: (string | undefined)[] = [];
    const elsewhere = createServer((req, res) => {
      asked.push(req.url);
      res.end();
    });
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
    const address = elsewhere.address();
    const port = typeof address === 'object' ? address?.port : 0;
    chat.slack.newResponseUrl = () => `http://127.0.0.1:${port}/elsewhere`;
    await chat.user.press('Opnemen');
    await pause(100);
    elsewhere.close();
    expect(asked).toEqual([]);
    expect(chat.logged.join('\n')).toContain('slack.answer_not_shown');
    expect(chat.user.inbox().join('\n')).not.toContain('Geheim');
  });
});

describe('what else Slack tells', () => {
  beforeEach(() => start());

  it('an opened Home tab is filled', async () => {
    chat.answerWith(() => answer(plainCard('Welkom')));
    await chat.user.event({ type: 'app_home_opened', user: chat.user.person.id, tab: 'home' });
    await chat.user.event({ type: 'app_home_opened', user: chat.user.person.id, tab: 'messages' });
    expect(chat.intents.map(({ input }) => input)).toEqual([{ kind: 'lifecycle', event: 'home-opened' }]);
    await pause(50);
    expect(JSON.stringify(chat.slack.homes.get(chat.user.person.id))).toContain('Welkom');
  });

  it('a changed profile counts once, a new status not at all', async () => {
    const profile = (email: string, status_text: string, deleted = false) =>
      chat.user.event({
        type: 'user_change',
        user: {
          id: chat.user.person.id,
          team_id: chat.slack.team,
          deleted,
          profile: { email, real_name: 'An', status_text },
        },
      });
    await profile('an@example.org', '');
    await profile('an@example.org', 'lunch');
    await profile('an.nieuw@example.org', 'lunch');
    await profile('an.nieuw@example.org', '', true);
    expect(chat.intents.map(({ input }) => input.kind === 'lifecycle' && input.event)).toEqual([
      'reachable',
      'reachable',
      'unreachable',
    ]);
    expect(chat.intents[0]?.account).toEqual(chat.account);
  });
});

describe('delivery', () => {
  beforeEach(() => start());
  const to = () => ({ account: chat.account.address });

  it('asks to come back after as long as Slack says', async () => {
    chat.slack.failNext(/chat.postMessage/, { kind: 'busy', seconds: 7 });
    expect(await postTo(plainCard('x'))).toEqual({ kind: 'later', afterMs: 7_000, reason: 'rate_limited' });
    expect(chat.slack.calls.filter(({ method }) => method === 'chat.postMessage')).toEqual([]);
  });

  it('finds the message that arrived although the answer did not', async () => {
    chat.slack.failNext(/chat.postMessage/, { kind: 'silent-done' });
    expect(await postTo(plainCard('Eén keer'))).toEqual({ kind: 'later', reason: 'timeout' });
    const again = await postTo(plainCard('Eén keer, nu bijgewerkt'), 'bericht-1', true);
    expect(again.kind).toBe('posted');
    expect(chat.user.inbox()).toHaveLength(1);
    expect(chat.user.inbox()[0]).toContain('nu bijgewerkt');
    expect((await postTo(plainCard('Een ander'), 'bericht-2')).kind).toBe('posted');
    expect(chat.user.inbox()).toHaveLength(2);
  });

  it('finds what another replica posted, or one that was killed before it knew', async () => {
    await postTo(plainCard('Eén keer'));
    const { botToken, signingSecret, apiUrl } = chat.slack;
    const { platform } = createSlack({
      config: { botToken, signingSecret, apiUrl, appToken: null, teams: [] },
      handle: async () => ({ kind: 'nothing' }),
      cardOf: book.cardOf,
      log: { debug() {}, info() {}, warn() {}, error() {} },
      clock: { now: () => Temporal.Now.instant() },
      draw: drawPicture,
    });
    expect((await platform.post(to(), book.viewOf(plainCard('Nu')), 'bericht-1', true)).kind).toBe('posted');
    expect(chat.user.inbox()).toEqual([expect.stringContaining('Nu')]);
  });

  it('posts again when the message did not arrive', async () => {
    chat.slack.failNext(/chat.postMessage/, { kind: 'silent' });
    expect((await postTo(plainCard('Eén keer'))).kind).toBe('later');
    expect((await postTo(plainCard('Eén keer'), 'bericht-1', true)).kind).toBe('posted');
    expect(chat.user.inbox()).toHaveLength(1);
  });

  it.each([
    ['user_disabled', 'unreachable'],
    ['channel_not_found', 'unreachable'],
    ['not_in_channel', 'unreachable'],
    ['is_archived', 'unreachable'],
    ['cannot_dm_bot', 'unreachable'],
    ['invalid_auth', 'later'],
    ['token_revoked', 'later'],
    // The app was removed from the workspace: that says nothing about who was written to.
    ['account_inactive', 'later'],
    ['missing_scope', 'later'],
    ['ratelimited', 'later'],
    ['msg_blocks_too_long', 'later'],
    ['something_new', 'later'],
  ])('takes %s as %s', async (code, kind) => {
    chat.slack.failNext(/chat.postMessage/, { kind: 'error', code });
    expect(await postTo(plainCard('x'))).toEqual({ kind, reason: code });
  });

  it('takes a message that was removed as never to be updated', async () => {
    const view = book.viewOf(plainCard('x'));
    expect(await chat.platform.update(`${chat.user.person.talk}/1.000001`, view)).toEqual({
      kind: 'unreachable',
      reason: 'message_not_found',
    });
  });

  it('opens the private talk once', async () => {
    await postTo(plainCard('een'), 'k1');
    await postTo(plainCard('twee'), 'k2');
    expect(chat.slack.calls.filter(({ method }) => method === 'conversations.open')).toHaveLength(1);
  });

  it('spreads a flood over time', async () => {
    const results = [];
    for (let n = 0; n < 8; n++) results.push(await postTo(plainCard(`nr ${n}`), `k${n}`));
    expect(results.slice(0, 5).every(({ kind }) => kind === 'posted')).toBe(true);
    const [later] = results.filter(({ kind }) => kind === 'later');
    expect(later).toMatchObject({ kind: 'later', reason: 'pace' });
    expect(later?.kind === 'later' && later.afterMs).toBeLessThanOrEqual(1_000);
  });

  it('throws rather than call somebody unknown when Slack cannot be asked', async () => {
    chat.slack.failNext(/users.info/, { kind: 'broken' });
    await expect(chat.platform.profile(chat.account.ref)).rejects.toThrow();
    chat.slack.failNext(/users.lookupByEmail/, { kind: 'busy', seconds: 1 });
    await expect(chat.platform.find(chat.email)).rejects.toThrow();
  });

  it('puts nothing typed in the notification, the values, the ids or the metadata [S9]', async () => {
    const secret = 'Emma Janssens';
    await chat.platform.post(
      to(),
      book.viewOf({
        title: `Kaart over ${secret}`,
        summary: 'Er is een nieuwe aanmelding',
        parts: [
          { type: 'text', text: secret },
          { type: 'input', kind: 'text', id: 'antwoord', label: 'x', required: false, maxLength: 100, value: secret },
          { type: 'buttons', buttons: [{ action: 'casus.tonen', label: 'Tonen', subject: 'casus-1' }] },
        ],
        form: { submit: { action: 'casus.antwoorden', label: 'OK', subject: 'vraag-1' } },
      }),
      'bericht-1',
    );
    const call = chat.slack.calls.find(({ method }) => method === 'chat.postMessage');
    expect(call?.body.text).toBe('Er is een nieuwe aanmelding');
    expect(JSON.stringify(call?.body.metadata)).not.toContain(secret);
    const ids = JSON.stringify(call?.body.blocks).match(/"(action_id|block_id|value)":"[^"]*"/g) ?? [];
    expect(ids.length).toBeGreaterThan(4);
    expect(ids.join()).not.toContain(secret);
  });
});
