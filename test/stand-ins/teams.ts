import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { cardProblems, type Drawn, readCard } from './teams-card.ts';
import { createTokens } from './teams-tokens.ts';

/** Somebody with a Teams account. */
export type TeamsPerson = { id: string; aadObjectId: string; name: string; email: string };

/** A message of the bot, as it stands now. */
export type TeamsMessage = {
  id: string;
  conversationId: string;
  /** Only this person sees it. */
  onlyFor: string | null;
  text: string;
  card: Drawn | null;
  summary: string;
  /** Rises with everything that happens: what changed last has the highest. */
  touched: number;
  /** What somebody filled in and did not send yet. */
  filled: Record<string, string>;
};

export type TeamsFailure = 'busy' | 'broken' | 'silent' | 'gone' | 'refused' | 'too-big';

export const teamsTenant = '11111111-1111-4111-8111-111111111111';
export const teamsAppId = '22222222-2222-4222-8222-222222222222';
/** As Teams names itself in Europe; calls to it come here instead. */
export const publicServiceUrl = 'https://smba.trafficmanager.net/emea/';

/**
 * The part of Teams that a bot talks to, on this machine: it keeps what the bot shows, refuses what the
 * real one refuses, signs what it sends, and fails on request.
 */
export async function startTeamsService(people: TeamsPerson[], team: { id: string; channels: string[] }) {
  const tokens = createTokens(teamsAppId);
  const messages: TeamsMessage[] = [];
  const chats = new Map<string, string>(people.map(({ id }) => [personalChat(id), id]));
  /** What the bot sent that the real service would not take, or a client could not draw. */
  const problems: string[] = [];
  const calls: { method: string; path: string; authorization: string | undefined }[] = [];
  let failure: TeamsFailure | null = null;
  /** When what was sent came, per conversation; null: nobody counts. */
  let sends: Map<string, number[]> | null = null;
  let targetingFails = false;
  let clock = 0;
  const tick = () => {
    clock += 1;
    return clock;
  };

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://stand-in');
    calls.push({ method: request.method ?? '', path: url.pathname, authorization: request.headers.authorization });
    const body = await bodyOf(request);
    const route = `${request.method} ${url.pathname.replace(/^\/(emea|teams)(?=\/)/, '')}`;

    if (route === 'GET /metadata') return send(response, 200, { issuer: 'stand-in', jwks_uri: `${serviceUrl}keys` });
    if (route === 'GET /keys') return send(response, 200, tokens.keys);
    if (route === 'POST /v3/conversations') return open(body, response);

    const [, method = '', id = '', rest = ''] =
      /^(\w+) \/v3\/conversations\/([^/]+)(\/.*)?$/.exec(route) ?? ([] as string[]);
    const conversationId = decodeURIComponent(id);
    if (method === 'GET') return roster(conversationId, rest, response);
    if (method !== 'POST' && method !== 'PUT') return send(response, 404, refusal('NotFound'));

    if (failure !== null) return fail(response);
    if (tooFast(conversationId)) return send(response, 429, refusal('TooManyRequests'), { 'retry-after': '1' });
    const onlyFor = url.searchParams.get('isTargetedActivity') === 'true' ? recipientOf(body) : null;
    if (onlyFor !== null && targetingFails) return send(response, 400, refusal('BadRequest'));
    const shown = shownBy(body);
    if (shown.problems.length > 0) {
      problems.push(...shown.problems);
      return send(response, 400, refusal('BadSyntax'));
    }
    if (!exists(conversationId)) return send(response, 404, refusal('ConversationNotFound'));
    if (method === 'POST') {
      const message = { id: `m${tick()}`, conversationId, onlyFor, ...shown.message, touched: tick(), filled: {} };
      messages.push(message);
      return send(response, 201, { id: message.id });
    }
    const message = messages.find((one) => one.id === decodeURIComponent(rest.replace('/activities/', '')));
    if (message === undefined) return send(response, 404, refusal('ActivityNotFoundInConversation'));
    Object.assign(message, shown.message, { touched: tick(), filled: {} });
    return send(response, 200, { id: message.id });
  });
  // The platforms do not close a connection under a request; Node does after 5 s, on a busy machine just then.
  server.keepAliveTimeout = 65_000;

  /** A little less than a second: between leaving there and coming here they may move together. */
  function tooFast(conversationId: string): boolean {
    if (sends === null) return false;
    const now = performance.now();
    const recent = (sends.get(conversationId) ?? []).filter((at) => now - at < 900);
    sends.set(conversationId, [...recent, now]);
    if (recent.length < 7) return false;
    problems.push(`more than seven sends a second in ${conversationId}`);
    return true;
  }

  function open(body: Drawn, response: ServerResponse) {
    const [member] = Array.isArray(body.members) ? body.members : [];
    const person = people.find(({ id }) => id === member?.id);
    if (body.tenantId !== teamsTenant) return send(response, 400, refusal('BadArgument'));
    if (person === undefined) return send(response, 403, refusal('ForbiddenOperationException'));
    chats.set(personalChat(person.id), person.id);
    return send(response, 201, { id: personalChat(person.id) });
  }

  function roster(conversationId: string, rest: string, response: ServerResponse) {
    const chat = chats.get(conversationId);
    const members = chat === undefined ? people : people.filter(({ id }) => id === chat);
    if (!exists(conversationId) && conversationId !== team.id) return send(response, 404, refusal('NotFound'));
    const all = members.map(({ id, aadObjectId, name, email }) => ({
      id,
      objectId: aadObjectId,
      name,
      email,
      userPrincipalName: email,
    }));
    if (rest.startsWith('/pagedmembers')) return send(response, 200, { members: all });
    const member = all.find((one) => one.id === decodeURIComponent(rest.replace('/members/', '')));
    return member === undefined ? send(response, 404, refusal('MemberNotFound')) : send(response, 200, member);
  }

  function fail(response: ServerResponse) {
    const kind = failure;
    failure = null;
    if (kind === 'busy') return send(response, 429, refusal('TooManyRequests'), { 'retry-after': '1' });
    if (kind === 'broken') return send(response, 502, refusal('BadGateway'));
    if (kind === 'refused') return send(response, 400, refusal('BadArgument'));
    if (kind === 'too-big') return send(response, 413, refusal('MessageSizeTooBig'));
    if (kind === 'gone') return send(response, 403, refusal('MessageWritesBlocked'));
  }

  const exists = (conversationId: string) => {
    const [root = ''] = conversationId.split(';');
    return chats.has(conversationId) || team.channels.includes(root);
  };

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const serviceUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;

  return {
    /** Where this stand-in listens; what local mode uses. */
    serviceUrl,
    people,
    team,
    messages,
    problems,
    calls,
    tick,
    tokens,
    failNext: (kind: TeamsFailure) => {
      failure = kind;
    },
    refuseTargeted: () => {
      targetingFails = true;
    },
    /** From now on it takes no more than Teams does: seven sends a second in a conversation. */
    keepPace: () => {
      sends = new Map();
    },
    /**
     * What the bot has to be given so that it believes this stand-in and talks to it. Without the pace of Teams, which
     * a journey would spend most of its time waiting for: who tests that gives a pace, and asks `keepPace`.
     */
    microsoft: {
      authentication: new ConfigurationBotFrameworkAuthentication({
        MicrosoftAppId: teamsAppId,
        MicrosoftAppPassword: 'geheim',
        MicrosoftAppTenantId: teamsTenant,
        MicrosoftAppType: 'SingleTenant',
        ToBotFromChannelOpenIdMetadataUrl: `${serviceUrl}metadata`,
        ToBotFromEmulatorOpenIdMetadataUrl: `${serviceUrl}metadata`,
        ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
        ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
        ToChannelFromBotOAuthScope: 'https://api.botframework.com',
        OAuthUrl: 'https://api.botframework.com',
        CallerId: 'urn:botframework:azure',
      }),
      token: async () => 'het-token-van-de-bot',
      pace: async () => true,
      fetch: ((input: string, init: RequestInit) =>
        fetch(input.replace(/^https:\/\/smba\.trafficmanager\.net\//, serviceUrl), init)) as typeof fetch,
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

export type TeamsService = Awaited<ReturnType<typeof startTeamsService>>;

export const personalChat = (userId: string) => `a:personal-${userId}`;

/** A message as one reads it. */
export const readMessage = ({ text, card, filled }: TeamsMessage): string =>
  card === null ? text : readCard(card, filled);

const refusal = (code: string) => ({ error: { code, message: 'from the stand-in' } });

function shownBy(body: Drawn): { message: Pick<TeamsMessage, 'text' | 'card' | 'summary'>; problems: string[] } {
  const attachments = Array.isArray(body.attachments) ? body.attachments : [];
  const card: Drawn | null = attachments[0]?.content ?? null;
  const message = { text: String(body.text ?? ''), card, summary: String(body.summary ?? '') };
  const problems = card === null ? [] : cardProblems(card);
  if (body.type !== 'message') problems.push(`type ${body.type}`);
  if (card === null && message.text === '') problems.push('nothing in it');
  if (card !== null && attachments[0]?.contentType !== 'application/vnd.microsoft.card.adaptive')
    problems.push('content type');
  // Counted as UTF-16, like Teams does; it takes about 100 KB, we promise 80.
  if (JSON.stringify(body).length * 2 > 80 * 1024) problems.push('MessageSizeTooBig');
  return { message, problems };
}

const recipientOf = (body: Drawn): string => {
  const { recipient } = body;
  return typeof recipient === 'object' && recipient !== null && 'id' in recipient ? String(recipient.id) : '';
};

async function bodyOf(request: IncomingMessage): Promise<Drawn> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? {} : JSON.parse(text);
}

function send(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}) {
  return response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}
