import type { IncomingMessage, ServerResponse } from 'node:http';
import { Application } from '@microsoft/teams-ai/lib/Application.js';
import {
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type TurnContext,
} from 'botbuilder';
import type { Card } from '../../cards/card.ts';
import { cardOf as realCardOf } from '../../cards/card-of.ts';
import type { Intent } from '../../src/intent.ts';
import type { Outcome } from '../../src/outcome.ts';
import type { ChatPlatform, Log } from '../../src/ports.ts';
import type { Clock } from '../../src/time.ts';
import type { View } from '../../src/view.ts';
import { createAnswering } from './answer.ts';
import type { TeamsConfig } from './config.ts';
import { createConnector } from './connector.ts';
import { createConverse } from './converse.ts';
import { createPlatform } from './deliver.ts';
import { Gate } from './gate.ts';
import { type Fetch, httpFetch } from './http-fetch.ts';
import { createListener } from './listener.ts';
import { createPace, type Pace } from './pace.ts';
import { playgroundTeamId, playgroundTenantId } from './playground-names.ts';
import { createPrivateTalk } from './private-talk.ts';
import { type Arrival, receive } from './receive.ts';
import { createRoster, type TeamMemory } from './roster.ts';
import { isTrustedServiceUrl } from './trusted.ts';

export type TeamsNeeds = {
  config: TeamsConfig;
  handle: (intent: Intent) => Promise<Outcome>;
  log: Log;
  clock: Clock;
  memory: TeamMemory;
  cardOf?: (view: View) => Card;
  microsoft?: Microsoft;
};

/** The servers of another company, which a test has its own of. */
export type Microsoft = {
  /** Whose tokens are believed. */
  authentication: ConfigurationBotFrameworkAuthentication;
  /** The bot's own token, null when none is wanted. */
  token: () => Promise<string | null>;
  fetch: Fetch;
  /** How fast it may be written to; without: as fast as Teams takes it. */
  pace?: Pace;
};

export type Teams = {
  platform: ChatPlatform;
  /** `POST /api/messages`. */
  requestListener: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  start(): Promise<void>;
  /** Ends when every answer promised is sent. Stop taking requests first. */
  stop(): Promise<void>;
};

/** The Bot Connector for all of Teams; each activity names a nearer one. */
const publicServiceUrl = 'https://smba.trafficmanager.net/teams/';

/**
 * Teams, complete: what comes in becomes intents for `handle`, what that answers is shown, and
 * `platform` reaches people by itself.
 *
 * Loading this file loads botbuilder and teams-ai, 1.4 s and over 100 MB: do so only where Teams is
 * configured. `lib/Application.js` instead of the package's door leaves out its tokenizer and openai.
 */
export function createTeams(needs: TeamsNeeds): Teams {
  const { config, log, clock, memory, cardOf = realCardOf } = needs;
  const microsoft = needs.microsoft ?? microsoftOf(config);
  const isProduction = config.mode === 'production';

  const connector = createConnector({
    botId: isProduction ? config.appId : 'bot',
    token: microsoft.token,
    fetch: microsoft.fetch,
    pace: microsoft.pace ?? createPace(),
    isTrusted: (serviceUrl) => isTrustedServiceUrl(serviceUrl, config.mode),
  });
  const roster = createRoster({ connector, memory, log });
  const talk = createPrivateTalk(connector);
  const answering = createAnswering({ connector, talk, cardOf, log, canTarget: isProduction });
  const converse = createConverse({ handle: needs.handle, answering, log });

  let serviceUrl = isProduction ? publicServiceUrl : config.serviceUrl;
  const platform = createPlatform({
    connector,
    roster,
    talk,
    cardOf,
    home: () => ({ serviceUrl, tenantId: isProduction ? config.tenantId : '' }),
  });

  const app = createRoutes({
    async message(arrival) {
      if (arrival.kind !== 'team') await converse.message(arrival);
    },
    async press(arrival, context) {
      if (arrival.kind !== 'press') return;
      // Not through teams-ai's `actionExecute`: it keeps the kind of answer for all clicks in one variable.
      const answer = await converse.press(arrival);
      await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body: answer } });
    },
    async update(arrival) {
      if (arrival.kind === 'lifecycle') await converse.message(arrival);
      else if (arrival.kind === 'team' && arrival.event === 'joined') await roster.learn(arrival.team);
      else if (arrival.kind === 'team') roster.forget(arrival.team);
    },
  });

  const requestListener = createListener({
    config,
    gate: new Gate(microsoft.authentication),
    log,
    async turn(context, activity) {
      serviceUrl = activity.serviceUrl;
      const arrival = receive(activity, clock.now());
      if (arrival === null) return;
      if (arrival.kind !== 'team') talk.met(arrival.intent.account.ref, arrival.person, arrival.conversationId);
      context.turnState.set(arrivalKey, arrival);
      await app.run(context);
    },
  });

  return {
    platform,
    requestListener,
    async start() {
      await roster.start();
      // The playground tells which team there is only once somebody opens one of its channels.
      if (!isProduction && config.serviceUrl !== undefined)
        await roster.learn({
          serviceUrl: config.serviceUrl,
          tenantId: playgroundTenantId,
          teamId: playgroundTeamId,
        });
    },
    stop: () => converse.settle(),
  };
}

const arrivalKey = Symbol('arrival');

type Route = (arrival: Arrival, context: TurnContext) => Promise<void>;

/** teams-ai as the router of turns: no model, no storage, no typing timer (it is shared by all turns). */
function createRoutes(routes: { message: Route; press: Route; update: Route }): Application {
  const app = new Application({ startTypingTimer: false, removeRecipientMention: false, longRunningMessages: false });
  const run = (route: Route) => async (context: TurnContext) => {
    const arrival: Arrival | undefined = context.turnState.get(arrivalKey);
    if (arrival !== undefined) await route(arrival, context);
  };
  const isPress = async ({ activity }: TurnContext) =>
    activity.type === 'invoke' && activity.name === 'adaptiveCard/action';
  app.addRoute(isPress, run(routes.press), true);
  app.activity('message', run(routes.message));
  app.activity(['conversationUpdate', 'installationUpdate'], run(routes.update));
  return app;
}

function microsoftOf(config: TeamsConfig): Microsoft {
  if (config.mode === 'local')
    return {
      authentication: new ConfigurationBotFrameworkAuthentication({ MicrosoftAppId: '' }),
      token: async () => null,
      fetch: httpFetch,
    };
  const registration = {
    MicrosoftAppId: config.appId,
    MicrosoftAppTenantId: config.tenantId,
    MicrosoftAppType: config.appType,
    ...(config.password === '' ? {} : { MicrosoftAppPassword: config.password }),
  };
  return {
    authentication: new ConfigurationBotFrameworkAuthentication(registration),
    token: tokenOf(config.appId, new ConfigurationServiceClientCredentialFactory(registration)),
    fetch: httpFetch,
  };
}

/** The bot's token for the Bot Connector, kept and renewed by botbuilder. */
function tokenOf(appId: string, factory: ConfigurationServiceClientCredentialFactory): () => Promise<string> {
  const credentials = factory.createCredentials(
    appId,
    'https://api.botframework.com',
    'https://login.microsoftonline.com/botframework.com',
    true,
  );
  return async () => {
    const held: unknown = await credentials;
    if (!canGetToken(held)) throw new Error('botbuilder gave credentials without a token');
    return held.getToken();
  };
}

const canGetToken = (held: unknown): held is { getToken(): Promise<string> } =>
  typeof held === 'object' && held !== null && 'getToken' in held && typeof held.getToken === 'function';
