import { createHmac } from 'node:crypto';
import { commands } from '../../src/commands.ts';
import type { Clock } from '../../src/time.ts';
import { type ChatUser, patienceMs } from './chat-user.ts';
import type { Shown, ShownMessage, ShownView, SlackPerson, SlackStandIn } from './slack.ts';
import { buttonsOf, filledIn, inputsOf, isEmptyValue, type ScreenButton, stateOf, textOf } from './slack-screen.ts';

type Json = Record<string, unknown>;

/** A request as it went over the line, to be sent once more byte for byte. */
export type SentRequest = { body: string; headers: Record<string, string> };

export type SlackUser = ChatUser & {
  readonly person: SlackPerson;
  /** Words in the private talk, not as a slash command. */
  say(text: string): Promise<void>;
  /** Any event about this person, as the Events API sends it. */
  event(event: Json): Promise<void>;
  /** Closes the open form with the cross. */
  close(): void;
  /** The open modal as Slack got it. */
  modal(): Json | null;
  last(): SentRequest;
};

type Needs = {
  slack: SlackStandIn;
  person: SlackPerson;
  /** Address of the bot, without a path. */
  baseUrl: string;
  clock: Clock;
};

/** Signs a body as Slack does. `at`: seconds since 1970. */
export function signSlack(body: string, secret: string, at: number): Record<string, string> {
  const signature = createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': String(at), 'x-slack-signature': `v0=${signature}` };
}

/** Sends bytes to the bot as Slack would; resolves with the status and what it acknowledged with. */
export async function sendToBot(
  baseUrl: string,
  { body, headers }: SentRequest,
): Promise<{ status: number; answer: Json }> {
  const response = await fetch(`${baseUrl}/slack/events`, { method: 'POST', headers, body });
  const text = await response.text();
  return { status: response.status, answer: text === '' ? {} : (JSON.parse(text) as Json) };
}

/** Somebody in Slack: every request is real HTTP with a real signature. */
export function createSlackUser({ slack, person, baseUrl, clock }: Needs): SlackUser {
  let last: SentRequest | undefined;
  /** Errors that the open form shows under its fields. */
  let formErrors: Record<string, string> = {};
  let messageCount = 0;

  async function send(body: string, contentType: string): Promise<Json> {
    const at = Math.floor(clock.now().epochMilliseconds / 1000);
    last = { body, headers: { 'content-type': contentType, ...signSlack(body, slack.signingSecret, at) } };
    const { status, answer } = await sendToBot(baseUrl, last);
    if (status !== 200) throw new Error(`the bot answered Slack with ${status}`);
    return answer;
  }
  const sendForm = (fields: Record<string, string>) =>
    send(new URLSearchParams(fields).toString(), 'application/x-www-form-urlencoded');
  const sendPayload = (payload: Json) => sendForm({ payload: JSON.stringify(payload) });
  const sendEvent = (event: Json) =>
    send(
      JSON.stringify({
        type: 'event_callback',
        team_id: slack.team,
        event_id: `Ev${slack.newTrigger(person.id)}`,
        event,
      }),
      'application/json',
    );

  const who = { team: { id: slack.team, domain: 'emulate' }, user: { id: person.id, team_id: slack.team } };

  async function command(channel: string, text: string): Promise<void> {
    const [word = '', ...rest] = text.replace(/^\//, '').split(' ');
    const answer = await sendForm({
      command: `/${word}`,
      text: escapeText(rest.join(' ')),
      team_id: slack.team,
      user_id: person.id,
      channel_id: channel,
      channel_name: channel.startsWith('D') ? 'directmessage' : 'kanaal',
      trigger_id: slack.newTrigger(person.id),
      response_url: slack.newResponseUrl(person.id, channel, null),
    });
    slack.takeAcknowledgement(person.id, channel, null, answer);
  }

  const newTs = () => {
    messageCount += 1;
    return `${Math.floor(clock.now().epochMilliseconds / 1000)}.${String(messageCount).padStart(6, '0')}`;
  };
  const message = (type: string, channel: string, text: string) =>
    sendEvent({
      type,
      channel,
      channel_type: channel.startsWith('D') ? 'im' : 'channel',
      user: person.id,
      text,
      ts: newTs(),
      team: slack.team,
    }).then(() => {});

  const myViews = () => slack.views.filter(({ user }) => user === person.id);
  const openView = () => myViews().at(-1) ?? null;
  const mine = (shown: ShownMessage) =>
    shown.ephemeralTo === person.id || (shown.ephemeralTo === null && shown.channel === person.talk);
  const readView = (view: ShownView): string => {
    const label = (part: string) => (view.view[part] as { text?: string } | undefined)?.text ?? '';
    const buttons = ['submit', 'close'].map(label).filter((text) => text !== '');
    const errors = Object.values(formErrors);
    return [
      label('title'),
      textOf(view.blocks, stateOf(view.blocks, view.typed)),
      ...errors,
      buttons.map((text) => `[${text}]`).join(' '),
    ].join('\n');
  };

  async function pressInView(view: ShownView, button: ScreenButton): Promise<void> {
    formErrors = {};
    await sendPayload({
      type: 'block_actions',
      ...who,
      trigger_id: slack.newTrigger(person.id, view.id),
      container: { type: 'view', view_id: view.id },
      view: viewPayload(view),
      actions: [{ type: 'button', ...actionPayload(button) }],
    });
  }

  const home = () => slack.homes.get(person.id);

  async function pressInHome(view: Json, button: ScreenButton): Promise<void> {
    await sendPayload({
      type: 'block_actions',
      ...who,
      trigger_id: slack.newTrigger(person.id),
      container: { type: 'view', view_id: `VHOME${person.id}` },
      view: { ...view, id: `VHOME${person.id}`, hash: 'home', team_id: slack.team, private_metadata: '' },
      actions: [{ type: 'button', ...actionPayload(button) }],
    });
  }

  async function pressInMessage(shown: ShownMessage, button: ScreenButton): Promise<void> {
    await sendPayload({
      type: 'block_actions',
      ...who,
      trigger_id: slack.newTrigger(person.id),
      response_url: slack.newResponseUrl(person.id, shown.channel, shown),
      channel: { id: shown.channel },
      container: {
        type: 'message',
        message_ts: shown.ts,
        channel_id: shown.channel,
        is_ephemeral: shown.ephemeralTo !== null,
      },
      state: { values: stateOf(shown.blocks, shown.typed) },
      actions: [{ type: 'button', ...actionPayload(button) }],
    });
  }

  const viewPayload = (view: ShownView): Json => ({
    ...view.view,
    id: view.id,
    hash: view.hash,
    team_id: slack.team,
    state: { values: stateOf(view.blocks, view.typed) },
  });

  async function submitView(view: ShownView): Promise<void> {
    for (const { blockId, label, optional, element } of inputsOf(view.blocks))
      if (!optional && isEmptyValue(stateOf(view.blocks, view.typed)[blockId]?.[String(element.action_id)]))
        throw new Error(`Slack asks to fill in ${label} first`);
    formErrors = {};
    const answer = await sendPayload({
      type: 'view_submission',
      ...who,
      trigger_id: slack.newTrigger(person.id, view.id),
      view: viewPayload(view),
    });
    formErrors = slack.takeAcknowledgement(person.id, '', view, answer);
  }

  /** Everything with blocks that is in front of this person, newest first. */
  const visible = (): ShownMessage[] =>
    slack.messages
      .filter((shown) => mine(shown) || (shown.ephemeralTo === null && !shown.channel.startsWith('D')))
      .toSorted((a, b) => Number(mine(b)) - Number(mine(a)) || b.seq - a.seq);

  const user: SlackUser = {
    name: person.name,
    person,

    async type(text) {
      const word = text.replace(/^\//, '').split(/\s/, 1)[0]?.toLowerCase();
      if (text.startsWith('/') || commands.some(({ name }) => name === word)) await command(person.talk, text);
      else await user.say(text);
    },
    async typeInChannel(channel, text) {
      if (text.startsWith('/')) await command(channel, text);
      else await message('app_mention', channel, `<@${slack.botUser}> ${escapeText(text)}`);
    },
    say: (text) => message('message', person.talk, escapeText(text)),
    event: async (event) => {
      await sendEvent(event);
    },

    async press(label, from) {
      const view = openView();
      const seen: string[] = [];
      if (view !== null && (from === undefined || from.test(readView(view)))) {
        const button = buttonsOf(view.blocks).find((one) => matches(one.label, label));
        if (button !== undefined) return pressInView(view, button);
        if (matches((view.view.submit as { text?: string } | undefined)?.text ?? '', label)) return submitView(view);
        seen.push(...buttonsOf(view.blocks).map((one) => one.label));
      }
      for (const shown of visible()) {
        if (from !== undefined && !from.test(slack.read(shown))) continue;
        const button = buttonsOf(shown.blocks).find((one) => matches(one.label, label));
        if (button !== undefined) return pressInMessage(shown, button);
        seen.push(...buttonsOf(shown.blocks).map((one) => one.label));
      }
      const onHome = home();
      if (onHome !== undefined && (from === undefined || from.test(textOf(onHome.blocks, {})))) {
        const button = buttonsOf(onHome.blocks).find((one) => matches(one.label, label));
        if (button !== undefined) return pressInHome(onHome, button);
        seen.push(...buttonsOf(onHome.blocks).map((one) => one.label));
      }
      throw new Error(`${person.name} sees no button ${label}, but ${seen.join(', ') || 'none'}`);
    },

    async fill(values, from) {
      const ids = Object.keys(values);
      const has = (shown: Shown) => ids.every((id) => inputsOf(shown.blocks).some(({ blockId }) => blockId === id));
      const view = openView();
      const target =
        view ??
        visible().find(
          (shown) =>
            has(shown) && (from === undefined || from.test(textOf(shown.blocks, stateOf(shown.blocks, shown.typed)))),
        );
      if (target === undefined || !has(target))
        throw new Error(
          `${person.name} has no form with ${ids.join(', ')}, but ${inputsOf(target?.blocks)
            .map(({ blockId }) => blockId)
            .join(', ')}`,
        );
      for (const input of inputsOf(target.blocks)) {
        const value = values[input.blockId];
        if (value === undefined) continue;
        const actionId = String(input.element.action_id);
        target.typed = { ...target.typed, [input.blockId]: { [actionId]: filledIn(input, value) } };
        if (view !== null && input.dispatch)
          await sendPayload({
            type: 'block_actions',
            ...who,
            trigger_id: slack.newTrigger(person.id, view.id),
            container: { type: 'view', view_id: view.id },
            view: viewPayload(view),
            actions: [{ type: String(input.element.type), block_id: input.blockId, action_id: actionId }],
          });
      }
    },

    async submit(label) {
      const view = openView();
      if (view !== null) return label === undefined ? submitView(view) : user.press(label);
      const shown = visible().find((one) => inputsOf(one.blocks).length > 0);
      const button = buttonsOf(shown?.blocks).find(
        (one) => one.blockId.startsWith('~form') && (label === undefined || matches(one.label, label)),
      );
      if (shown === undefined || button === undefined) throw new Error(`${person.name} has no form to submit`);
      return pressInMessage(shown, button);
    },

    screen() {
      const view = openView();
      if (view !== null) return readView(view);
      const shown = slack.messages.filter(mine).at(-1);
      return shown === undefined ? '' : slack.read(shown);
    },
    home: {
      open: async () => {
        await sendEvent({ type: 'app_home_opened', user: person.id, tab: 'home' });
      },
      text: () => textOf(home()?.blocks, {}),
    },
    inbox: () =>
      slack.messages.filter((shown) => shown.channel === person.talk && shown.ephemeralTo === null).map(slack.read),
    channel: (ref) =>
      slack.messages.filter((shown) => shown.channel === ref && shown.ephemeralTo === null).map(slack.read),

    async until(pattern, where, ms = patienceMs) {
      const places = (): string[] => {
        const answers = slack.messages.filter((shown) => shown.ephemeralTo === person.id).map(slack.read);
        switch (where) {
          case 'screen':
            return [user.screen()];
          case 'inbox':
            return user.inbox();
          case 'channel':
            return user.channel(slack.channel);
          default:
            return [user.screen(), ...answers, ...user.inbox(), ...user.channel(slack.channel)];
        }
      };
      const end = performance.now() + ms;
      for (;;) {
        const found = places().find((text) => pattern.test(text));
        if (found !== undefined) return found;
        if (performance.now() > end)
          throw new Error(`${person.name} waited for ${pattern}, and there was:\n${places().join('\n---\n')}`);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },

    close() {
      const view = openView();
      if (view !== null) slack.closeView(view);
      formErrors = {};
    },
    modal: () => openView()?.view ?? null,
    last() {
      if (last === undefined) throw new Error(`${person.name} sent nothing yet`);
      return last;
    },
  };
  return user;
}

const actionPayload = ({ blockId, actionId, value }: ScreenButton): Json => ({
  block_id: blockId,
  action_id: actionId,
  ...(value === '' ? {} : { value }),
});

/** Slack shows at most 75 characters of a label, so a longer one is known by its beginning. */
const matches = (shown: string, wanted: string): boolean =>
  shown === wanted || (shown.endsWith('…') && wanted.startsWith(shown.slice(0, -1)));

const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
