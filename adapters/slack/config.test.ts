import { describe, expect, it } from 'vitest';
import { readSlackConfig } from './config.ts';

const full = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'abc' };
const wrongIn = (env: Record<string, string>) => {
  const reading = readSlackConfig(env);
  return reading.kind === 'wrong' ? reading.problems.map(({ variable }) => variable) : reading.kind;
};

describe('the Slack settings', () => {
  it('may be absent', () => {
    expect(readSlackConfig({})).toEqual({ kind: 'absent' });
    expect(readSlackConfig({ SLACK_BOT_TOKEN: ' ', SLACK_SIGNING_SECRET: '' })).toEqual({ kind: 'absent' });
  });

  it('are a token and a signing secret', () => {
    expect(readSlackConfig(full)).toEqual({
      kind: 'ok',
      config: { botToken: 'xoxb-1', signingSecret: 'abc', appToken: null, apiUrl: 'https://slack.com/api/', teams: [] },
    });
  });

  it('are a token and an app-level token in Socket Mode', () => {
    const reading = readSlackConfig({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' });
    expect(reading).toMatchObject({ kind: 'ok', config: { signingSecret: null, appToken: 'xapp-1' } });
  });

  it('end the address of Slack in a slash, and list workspaces', () => {
    const reading = readSlackConfig({ ...full, SLACK_API_URL: 'http://127.0.0.1:4003/api', SLACK_TEAMS: 'T1, T2' });
    expect(reading).toMatchObject({ config: { apiUrl: 'http://127.0.0.1:4003/api/', teams: ['T1', 'T2'] } });
  });

  it.each([
    [{ SLACK_BOT_TOKEN: 'xoxb-1' }, ['SLACK_SIGNING_SECRET']],
    [{ SLACK_SIGNING_SECRET: 'abc' }, ['SLACK_BOT_TOKEN']],
    [{ SLACK_API_URL: 'http://127.0.0.1/' }, ['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET']],
    [{ SLACK_APP_TOKEN: 'xapp-1' }, ['SLACK_BOT_TOKEN']],
    [{ ...full, SLACK_BOT_TOKEN: 'xoxp-1' }, ['SLACK_BOT_TOKEN']],
    [{ ...full, SLACK_SIGNING_SECRET: 'a b' }, ['SLACK_SIGNING_SECRET']],
    [{ ...full, SLACK_APP_TOKEN: 'xoxb-1' }, ['SLACK_APP_TOKEN']],
    [{ ...full, SLACK_TEAMS: 'mijn-werkruimte' }, ['SLACK_TEAMS']],
    [{ ...full, SLACK_API_URL: 'http://slack.example.org/' }, ['SLACK_API_URL']],
    [{ ...full, SLACK_API_URL: 'http://127.0.0.1.example.org/' }, ['SLACK_API_URL']],
    [{ ...full, SLACK_API_URL: 'ftp://127.0.0.1/' }, ['SLACK_API_URL']],
    [{ ...full, SLACK_API_URL: 'slack' }, ['SLACK_API_URL']],
    [{ ...full, SLACK_API_URL: 'https://proxy.example.org/api' }, 'ok'],
  ])('%j: wrong in %j', (env, wrong) => {
    expect(wrongIn(env as Record<string, string>)).toEqual(wrong);
  });

  it('never repeats a value in what is wrong with it', () => {
    const reading = readSlackConfig({ SLACK_BOT_TOKEN: 'geheim-token', SLACK_SIGNING_SECRET: 'geheim geheim' });
    expect(reading.kind).toBe('wrong');
    expect(JSON.stringify(reading)).not.toContain('geheim');
  });
});
