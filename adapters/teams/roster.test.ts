import { describe, expect, it, vi } from 'vitest';
import { type Connector, ConnectorError, type Member } from './connector.ts';
import { readTeamRef, writeRef } from './refs.ts';
import { createRoster } from './roster.ts';

const log = { debug() {}, info() {}, warn() {}, error() {} };
const team = (teamId: string) => ({ serviceUrl: 'https://smba.trafficmanager.net/emea/', tenantId: 't', teamId });
const member = (id: string): Member => ({ id, ref: `aad-${id}`, naam: id, email: `${id}@Example.org` });

/** A connector that only knows rosters, two people to a page. */
function rosters(teams: Record<string, string[]>) {
  const asked: string[] = [];
  const members: Connector['members'] = async ({ conversationId }, continuation) => {
    asked.push(conversationId);
    const all = teams[conversationId];
    if (all === undefined) throw new ConnectorError({ kind: 'unreachable', reason: '403' }, { status: 403 });
    const from = Number(continuation ?? 0);
    return {
      members: all.slice(from, from + 2).map(member),
      continuation: from + 2 < all.length ? String(from + 2) : null,
    };
  };
  return { asked, connector: { members } as Connector };
}

describe('the people of the teams the bot is in', () => {
  it('are found by e-mail address in any case, over all pages of all teams', async () => {
    const { connector } = rosters({ een: ['an', 'bart', 'carla'], twee: ['dirk'] });
    const refs = [writeRef(team('een')), writeRef(team('twee')), 'onleesbaar'];
    const roster = createRoster({ connector, log, memory: { load: async () => refs, save: async () => {} } });
    await roster.start();
    expect((await roster.byEmail(' CARLA@example.ORG '))?.member.id).toBe('carla');
    expect((await roster.byEmail('dirk@example.org'))?.team.teamId).toBe('twee');
    expect((await roster.byRef('aad-an'))?.member.id).toBe('an');
    expect(await roster.byEmail('niemand@example.org')).toBeNull();
  });

  it('are read once for many questions, and again after a while', async () => {
    const { connector, asked } = rosters({ een: ['an'] });
    const roster = createRoster({
      connector,
      log,
      memory: { load: async () => [writeRef(team('een'))], save: async () => {} },
    });
    await roster.start();
    await Promise.all(Array.from({ length: 20 }, () => roster.byEmail('an@example.org')));
    expect(asked).toHaveLength(1);
    const now = vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 6 * 60_000);
    await roster.byEmail('an@example.org');
    now.mockRestore();
    expect(asked).toHaveLength(2);
  });

  it('are found in a team that the bot just came into, which is kept', async () => {
    const { connector } = rosters({ een: ['an'] });
    const save = vi.fn(async (_ref: string) => {});
    const roster = createRoster({ connector, log, memory: { load: async () => [], save } });
    await roster.start();
    expect(await roster.byEmail('an@example.org')).toBeNull();
    await roster.learn(team('een'));
    await roster.learn(team('een'));
    expect((await roster.byEmail('an@example.org'))?.member.id).toBe('an');
    expect(save.mock.calls.map(([ref]) => readTeamRef(ref))).toEqual([team('een')]);
    roster.forget(team('een'));
    expect(await roster.byEmail('an@example.org')).toBeNull();
  });

  it('are found in the other teams when the bot was thrown out of one', async () => {
    const { connector } = rosters({ twee: ['an'] });
    const refs = [writeRef(team('weg')), writeRef(team('twee'))];
    const roster = createRoster({ connector, log, memory: { load: async () => refs, save: async () => {} } });
    await roster.start();
    expect((await roster.byEmail('an@example.org'))?.team.teamId).toBe('twee');
  });
});
