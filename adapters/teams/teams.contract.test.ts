import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'vitest';
import type { Intent } from '../../src/intent.ts';
import type { Outcome } from '../../src/outcome.ts';
import { type ChatHarness, chatContract, type MakeHarness } from '../../test/chat-contract.ts';
import {
  personalChat,
  publicServiceUrl,
  startTeamsService,
  teamsAppId,
  teamsTenant,
} from '../../test/stand-ins/teams.ts';
import { createTeamsUser } from '../../test/stand-ins/teams-user.ts';
import { writeRef } from './refs.ts';
import { createTeams } from './teams.ts';

const an = { id: '29:an', aadObjectId: 'aaaaaaaa-0000-4000-8000-000000000001', name: 'An', email: 'an@example.org' };
const bart = {
  id: '29:bart',
  aadObjectId: 'aaaaaaaa-0000-4000-8000-000000000002',
  name: 'Bart',
  email: 'bart@example.org',
};
const channel = '19:permanentie@thread.tacv2';
const team = { id: '19:team@thread.tacv2', channels: [channel] };

const quiet = { debug() {}, info() {}, warn() {}, error() {} };

const harness: MakeHarness = async ({ cardOf }): Promise<ChatHarness> => {
  const service = await startTeamsService([an, bart], team);
  const intents: Intent[] = [];
  let answer: (intent: Intent) => Outcome | Promise<Outcome> = () => ({ kind: 'nothing' });
  const teamRef = writeRef({ serviceUrl: publicServiceUrl, tenantId: teamsTenant, teamId: team.id });
  const teams = createTeams({
    config: {
      mode: 'production',
      appId: teamsAppId,
      password: 'geheim',
      appType: 'SingleTenant',
      tenantId: teamsTenant,
      tenants: [teamsTenant],
    },
    handle: async (intent) => {
      intents.push(intent);
      return answer(intent);
    },
    log: quiet,
    clock: { now: () => Temporal.Now.instant() },
    memory: { load: async () => [teamRef], save: async () => {} },
    cardOf,
    microsoft: service.microsoft,
  });
  await teams.start();
  const server = createServer(teams.requestListener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`;
  const user = createTeamsUser({ service, endpoint, person: an });

  return {
    platform: teams.platform,
    user,
    account: {
      platform: 'teams',
      ref: an.aadObjectId,
      address: writeRef({
        serviceUrl: publicServiceUrl,
        tenantId: teamsTenant,
        userId: an.id,
        conversationId: personalChat(an.id),
      }),
    },
    email: an.email,
    other: createTeamsUser({ service, endpoint, person: bart }),
    channel,
    intents,
    answerWith: (next) => {
      answer = next;
    },
    failNext: service.failNext,
    async forge() {
      const activity = user.activity(personalChat(an.id), { type: 'message', text: 'hulp' });
      const attempts = [
        { what: 'no token', authorization: '' },
        { what: 'another scheme', authorization: 'Basic YTpi' },
        ...service.tokens
          .forged(publicServiceUrl)
          .map(({ what, token }) => ({ what, authorization: `Bearer ${token}` })),
      ];
      const statuses = [];
      for (const { what, authorization } of attempts) {
        const { status } = await fetch(endpoint, {
          method: 'POST',
          headers: authorization === '' ? {} : { authorization },
          body: JSON.stringify(activity),
        });
        statuses.push({ what, status });
      }
      return statuses;
    },
    replay: async () => void (await user.replay()),
    async close() {
      await teams.stop();
      await new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      });
      await service.close();
      expect(service.problems).toEqual([]);
    },
  };
};

chatContract('teams', harness);
