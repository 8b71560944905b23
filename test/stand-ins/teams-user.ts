import { setTimeout as sleep } from 'node:timers/promises';
import { type ChatUser, patienceMs } from './chat-user.ts';
import {
  personalChat,
  publicServiceUrl,
  readMessage,
  type TeamsMessage,
  type TeamsPerson,
  type TeamsService,
  teamsAppId,
  teamsTenant,
} from './teams.ts';
import { accepted, buttonsOf, type Drawn, type DrawnButton, inputsOf, lastButtonsOf, untouched } from './teams-card.ts';

/**
 * Teams shows an error when a pressed button is not answered in 5 s. Here it waits longer: on two busy cores a time
 * limit measures the machine; how fast the bot answers is in the bench.
 */
const pressLimitMs = 20_000;

export type TeamsUserOptions = {
  service: TeamsService;
  /** Address of `/api/messages`. */
  endpoint: string;
  person: TeamsPerson;
  /** Without tokens and with the stand-in's own address, as the playground does. */
  local?: boolean;
};

export type TeamsUser = ChatUser & {
  /** Sends any activity as this person; the status and body of the answer. */
  send(activity: Drawn): Promise<{ status: number; body: unknown }>;
  /** The last activity once more, byte for byte. */
  replay(): Promise<number>;
  /** An activity of this person, for `send`. */
  activity(conversationId: string, rest: Drawn): Drawn;
  /** Presses as a client that knows no `Action.Execute`. */
  pressAsSubmit(label: string): Promise<void>;
};

export function createTeamsUser({ service, endpoint, person, local = false }: TeamsUserOptions): TeamsUser {
  const serviceUrl = local ? service.serviceUrl : publicServiceUrl;
  const home = personalChat(person.id);
  /** Forms older than this were left: the person went on with something else. */
  let leftBehind = 0;
  /** When this person last did something: what came since is in front of them, also when an older card changes after it. */
  let acted = 0;
  /** What the last press answered beside the card. */
  let toast = '';
  let last: string | null = null;

  async function post(text: string): Promise<{ status: number; body: unknown }> {
    last = text;
    const token = local ? {} : { authorization: `Bearer ${service.tokens.valid(serviceUrl)}` };
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...token },
      body: text,
    });
    const answer = await response.text();
    return { status: response.status, body: answer === '' ? undefined : JSON.parse(answer) };
  }

  const activity = (conversationId: string, rest: Drawn): Drawn => ({
    id: `u${service.tick()}`,
    channelId: 'msteams',
    serviceUrl,
    timestamp: new Date().toISOString(),
    from: { id: person.id, name: person.name, aadObjectId: person.aadObjectId },
    recipient: { id: `28:${teamsAppId}`, name: 'Bot' },
    conversation: {
      id: conversationId,
      tenantId: teamsTenant,
      conversationType: conversationId === home ? 'personal' : 'channel',
      ...(conversationId === home ? {} : { isGroup: true }),
    },
    channelData: { tenant: { id: teamsTenant } },
    locale: 'nl-BE',
    ...rest,
  });
  const send = (sent: Drawn) => post(JSON.stringify(sent));

  async function type(conversationId: string, text: string): Promise<void> {
    leftBehind = service.tick();
    acted = leftBehind;
    toast = '';
    const { status } = await send(activity(conversationId, { type: 'message', text, textFormat: 'plain' }));
    if (status !== 200) throw new Error(`the bot answered ${status}`);
  }

  const mine = (): TeamsMessage[] =>
    service.messages.filter(({ conversationId, onlyFor }) => conversationId === home || onlyFor === person.id);
  const newest = (messages: TeamsMessage[]) => messages.toSorted((one, two) => two.touched - one.touched);
  const isForm = ({ card }: TeamsMessage) =>
    card !== null && buttonsOf(card).some(({ data }) => (data.press as Drawn | undefined)?.form === true);
  const openForms = () => newest(mine().filter((message) => isForm(message) && message.touched > leftBehind));
  const inChannels = () =>
    service.messages.filter(({ onlyFor }) => onlyFor === null).filter((one) => !mine().includes(one));
  const front = () => openForms()[0] ?? newest(mine())[0];

  function find(label: string, from: RegExp | undefined): { message: TeamsMessage; button: DrawnButton } {
    const seen = [...openForms(), ...newest(mine()), ...newest(inChannels())];
    for (const message of seen) {
      if (from !== undefined && !from.test(readMessage(message))) continue;
      const button = message.card === null ? undefined : buttonsOf(message.card).find(({ title }) => title === label);
      if (button !== undefined) return { message, button };
    }
    const there = seen.flatMap(({ card }) => (card === null ? [] : buttonsOf(card).map(({ title }) => title)));
    throw new Error(`no button "${label}"${from ? ` in ${from}` : ''}; there is: ${there.join(', ')}`);
  }

  const sentBy = ({ message, button }: { message: TeamsMessage; button: DrawnButton }): Drawn => ({
    ...button.data,
    ...(button.inputs && message.card !== null ? { ...untouched(message.card), ...message.filled } : {}),
  });

  async function press(pressed: { message: TeamsMessage; button: DrawnButton }): Promise<void> {
    const { message, button } = pressed;
    acted = service.tick();
    toast = '';
    const startedAt = performance.now();
    const { status, body } = await send(
      activity(message.conversationId, {
        type: 'invoke',
        name: 'adaptiveCard/action',
        replyToId: message.id,
        value: { action: { type: button.type, title: button.title, data: sentBy(pressed) }, trigger: 'manual' },
      }),
    );
    if (performance.now() - startedAt > pressLimitMs) throw new Error('Teams gave up waiting for the answer');
    if (status !== 200) throw new Error(`the bot answered ${status}`);
    const answer = body as { statusCode: number; type: string; value: unknown };
    if (answer.type === 'application/vnd.microsoft.card.adaptive')
      Object.assign(message, { card: answer.value, touched: service.tick(), filled: {} });
    else if (answer.type === 'application/vnd.microsoft.activity.message') toast = String(answer.value);
    else throw new Error(`Teams does not know the answer ${JSON.stringify(body)}`);
  }

  const channel = (ref: string) =>
    service.messages.filter(({ conversationId, onlyFor }) => conversationId.split(';')[0] === ref && onlyFor === null);
  const screen = () => {
    const message = front();
    return [toast, message === undefined ? '' : readMessage(message)].filter((text) => text !== '').join('\n');
  };
  const inbox = () => mine().map(readMessage);
  const since = () => newest(mine().filter(({ touched }) => touched > acted)).map(readMessage);

  return {
    name: person.name,
    send,
    activity,
    type: (text) => type(home, asHtml(text)),
    typeInChannel: (ref, text) => type(`${ref};messageid=${service.tick()}`, `<at>Bot</at> ${asHtml(text)}`),
    press: (label, from) => press(find(label, from)),
    async pressAsSubmit(label) {
      const pressed = find(label, undefined);
      const { conversationId, id } = pressed.message;
      await send(activity(conversationId, { type: 'message', replyToId: id, value: sentBy(pressed) }));
    },
    async fill(values, from) {
      const ids = Object.keys(values);
      const holds = ({ card }: TeamsMessage) =>
        card !== null && ids.some((id) => inputsOf(card).some((input) => input.id === id));
      const message = [...openForms(), ...newest(mine())].find(
        (one) => holds(one) && (from === undefined || from.test(readMessage(one))),
      );
      if (message?.card == null) throw new Error(`no form with ${ids.join(', ')}`);
      for (const [id, value] of Object.entries(values)) {
        const input = inputsOf(message.card).find((one) => one.id === id);
        if (input === undefined) throw new Error(`no field ${id} in\n${readMessage(message)}`);
        message.filled[id] = accepted(input, value);
      }
    },
    async submit(label) {
      if (label !== undefined) return press(find(label, undefined));
      const message = openForms()[0];
      const button = message?.card == null ? undefined : lastButtonsOf(message.card)[0];
      if (message === undefined || button === undefined) throw new Error('no form is open');
      return press({ message, button });
    },
    screen,
    inbox,
    channel: (ref) => channel(ref).map(readMessage),
    async until(pattern, where, ms = patienceMs) {
      const channels = () => service.team.channels.flatMap((ref) => channel(ref).map(readMessage));
      const readable = () => [
        ...(where === undefined || where === 'screen' ? [screen(), ...since()] : []),
        ...(where === undefined || where === 'inbox' ? inbox() : []),
        ...(where === undefined || where === 'channel' ? channels() : []),
      ];
      for (const end = performance.now() + ms; performance.now() < end; await sleep(10)) {
        const found = readable().find((text) => pattern.test(text));
        if (found !== undefined) return found;
      }
      throw new Error(`${pattern} did not come; there is:\n${readable().join('\n---\n')}`);
    },
    async replay() {
      if (last === null) throw new Error('nothing was sent yet');
      return (await post(last)).status;
    },
  };
}

/** Teams sends typed text as HTML. */
const asHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
