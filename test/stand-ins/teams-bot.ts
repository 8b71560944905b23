import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readTeamsConfig } from '../../adapters/teams/config.ts';
import { createPace } from '../../adapters/teams/pace.ts';
import { createTeams, type Teams, type TeamsNeeds } from '../../adapters/teams/teams.ts';
import { type TeamsService, teamsAppId, teamsTenant } from './teams.ts';

/** The environment of a bot that is registered with the stand-in. */
export const teamsEnvironment = {
  MicrosoftAppId: teamsAppId,
  MicrosoftAppPassword: 'geheim',
  MicrosoftAppTenantId: teamsTenant,
};

export type TeamsBot = {
  teams: Teams;
  /** Address of `/api/messages`. */
  endpoint: string;
  /** What the adapter logged, as one line each. */
  logged: string[];
  close(): Promise<void>;
};

/** The Teams adapter on an HTTP server of its own, against the stand-in. `local`: as with the playground. */
export async function startTeamsBot(
  service: TeamsService,
  needs: Pick<TeamsNeeds, 'handle'> & Partial<TeamsNeeds>,
  local = false,
): Promise<TeamsBot> {
  const logged: string[] = [];
  const log = (event: string, fields?: object) => void logged.push(`${event} ${JSON.stringify(fields ?? {})}`);
  const read = readTeamsConfig(local ? { BOT_MODE: 'local' } : teamsEnvironment);
  service.keepPace();
  if (read.kind !== 'ok') throw new Error(`the configuration of the test is ${read.kind}`);
  const teams = createTeams({
    config: read.config,
    log: { debug: log, info: log, warn: log, error: log },
    clock: { now: () => Temporal.Now.instant() },
    memory: { load: async () => [], save: async () => {} },
    // At the pace of Teams, which the stand-in holds it to.
    ...(local ? {} : { microsoft: { ...service.microsoft, pace: createPace() } }),
    ...needs,
  });
  await teams.start();
  const server = createServer(teams.requestListener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    teams,
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`,
    logged,
    async close() {
      await teams.stop();
      await new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      });
    },
  };
}
