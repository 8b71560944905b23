import { expect, vi } from 'vitest';
import type { Intent } from '../../src/intent.ts';
import type { Outcome } from '../../src/outcome.ts';
import { type ChatHarness, chatContract, type MakeHarness } from '../../test/chat-contract.ts';
import { personalChat, publicServiceUrl, startTeamsService, teamsTenant } from '../../test/stand-ins/teams.ts';
import { startTeamsBot } from '../../test/stand-ins/teams-bot.ts';
import { createTeamsUser } from '../../test/stand-ins/teams-user.ts';
import { writeRef } from './refs.ts';

const an = { id: '29:an', aadObjectId: 'aaaaaaaa-0000-4000-8000-000000000001', name: 'An', email: 'an@example.org' };
const bart = {
  ...an,
  id: '29:bart',
  aadObjectId: 'aaaaaaaa-0000-4000-8000-000000000002',
  name: 'Bart',
  email: 'b@x.org',
};
const channel = '19:kanaal@thread.tacv2';
const team = { id: '19:team@thread.tacv2', channels: [channel] };

const harness: MakeHarness = async ({ cardOf }): Promise<ChatHarness> => {
  const service = await startTeamsService([an, bart], team);
  const intents: Intent[] = [];
  let answer: (intent: Intent) => Outcome | Promise<Outcome> = () => ({ kind: 'nothing' });
  const teamRef = writeRef({ serviceUrl: publicServiceUrl, tenantId: teamsTenant, teamId: team.id });
  const bot = await startTeamsBot(service, {
    handle: async (intent) => {
      intents.push(intent);
      return answer(intent);
    },
    memory: { load: async () => [teamRef], save: async () => {} },
    cardOf,
  });
  const user = createTeamsUser({ service, endpoint: bot.endpoint, person: an });
  const home = {
    serviceUrl: publicServiceUrl,
    tenantId: teamsTenant,
    userId: an.id,
    conversationId: personalChat(an.id),
  };

  return {
    platform: bot.teams.platform,
    user,
    account: { platform: 'teams', ref: an.aadObjectId, address: writeRef(home) },
    email: an.email,
    other: createTeamsUser({ service, endpoint: bot.endpoint, person: bart }),
    channel,
    intents,
    answerWith: (next) => {
      answer = next;
    },
    failNext: service.failNext,
    async forge() {
      // botbuilder prints what is wrong with each token.
      const printed = vi.spyOn(console, 'error').mockImplementation(() => {});
      const body = JSON.stringify(user.activity(personalChat(an.id), { type: 'message', text: 'hulp' }));
      const attempts = [
        { what: 'no token', headers: {} },
        { what: 'another scheme', headers: { authorization: 'Basic YTpi' } },
        ...service.tokens.forged(publicServiceUrl).map(({ what, token }) => ({
          what,
          headers: { authorization: `Bearer ${token}` },
        })),
      ];
      const statuses = [];
      for (const { what, headers } of attempts) {
        const { status } = await fetch(bot.endpoint, { method: 'POST', headers, body });
        statuses.push({ what, status });
      }
      printed.mockRestore();
      return statuses;
    },
    replay: async () => void (await user.replay()),
    async close() {
      await bot.close();
      await service.close();
      expect(service.problems).toEqual([]);
    },
  };
};

chatContract('teams', harness);
