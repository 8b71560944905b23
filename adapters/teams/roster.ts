import type { Log } from '../../src/ports.ts';
import type { Connector, Member } from './connector.ts';
import { nameOf } from './gate.ts';
import { readTeamRef, type TeamRef, writeRef } from './refs.ts';

/** Keeps, across restarts, the teams the bot is in. The texts mean nothing to who keeps them. */
export type TeamMemory = { load(): Promise<string[]>; save(ref: string): Promise<void> };

/** Somebody the bot may write to, and where it found this person. */
type Known = { member: Member; team: TeamRef };

/**
 * The people of every team the bot is in: who can be written to before having said anything. Read at
 * most every five minutes; a team that the bot was thrown out of simply has nobody.
 */
export type Roster = {
  start(): Promise<void>;
  learn(team: TeamRef): Promise<void>;
  forget(team: TeamRef): void;
  byEmail(email: string): Promise<Known | null>;
  byRef(ref: string): Promise<Known | null>;
};

const freshMs = 5 * 60_000;
/** Somebody who is not there may have joined since: look again after this. */
const retryMs = 30_000;
/** A team has at most 25 000 members. */
const maxPages = 60;

type People = { byEmail: Map<string, Known>; byRef: Map<string, Known>; readAt: number };

export function createRoster(needs: { connector: Connector; memory: TeamMemory; log: Log }): Roster {
  const { connector, memory, log } = needs;
  const teams = new Map<string, TeamRef>();
  let people: Promise<People> | null = null;

  async function read(): Promise<People> {
    const found: People = { byEmail: new Map(), byRef: new Map(), readAt: performance.now() };
    for (const team of teams.values()) {
      try {
        for await (const member of membersOf(connector, team)) {
          found.byRef.set(member.ref, { member, team });
          if (member.email !== null) found.byEmail.set(member.email.toLowerCase(), { member, team });
        }
      } catch (fault) {
        log.warn('teams.roster_unread', { platform: 'teams', fault: nameOf(fault) });
      }
    }
    log.debug('teams.roster_read', { platform: 'teams', count: found.byRef.size });
    return found;
  }

  async function look(find: (people: People) => Known | undefined): Promise<Known | null> {
    const age = people === null ? Number.POSITIVE_INFINITY : performance.now() - (await people).readAt;
    if (people === null || age > freshMs) people = read();
    const known = find(await people);
    if (known !== undefined || age <= retryMs || age > freshMs) return known ?? null;
    people = read();
    return find(await people) ?? null;
  }

  return {
    async start() {
      for (const ref of await memory.load()) {
        const team = readTeamRef(ref);
        if (team !== null) teams.set(team.teamId, team);
      }
    },
    async learn(team) {
      const known = teams.get(team.teamId);
      people = null;
      if (known !== undefined && writeRef(known) === writeRef(team)) return;
      teams.set(team.teamId, team);
      await memory.save(writeRef(team));
    },
    forget(team) {
      teams.delete(team.teamId);
      people = null;
    },
    byEmail: (email) => look((all) => all.byEmail.get(email.trim().toLowerCase())),
    byRef: (ref) => look((all) => all.byRef.get(ref)),
  };
}

async function* membersOf(connector: Connector, team: TeamRef): AsyncGenerator<Member> {
  let continuation: string | null = null;
  for (let page = 0; page < maxPages; page += 1) {
    const of = { serviceUrl: team.serviceUrl, conversationId: team.teamId };
    const read: Awaited<ReturnType<Connector['members']>> = await connector.members(of, continuation);
    yield* read.members;
    continuation = read.continuation;
    if (continuation === null) return;
  }
}
