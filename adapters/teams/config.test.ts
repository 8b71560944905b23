import { describe, expect, it } from 'vitest';
import { readTeamsConfig } from './config.ts';

const appId = '22222222-2222-4222-8222-222222222222';
const tenantId = '11111111-1111-4111-8111-111111111111';
const complete = { MicrosoftAppId: appId, MicrosoftAppPassword: 'geheim', MicrosoftAppTenantId: tenantId };

const wrongIn = (env: Record<string, string | undefined>) => {
  const read = readTeamsConfig(env);
  return read.kind === 'wrong' ? read.problems.map(({ variable }) => variable) : read.kind;
};

describe('the configuration of Teams', () => {
  it('is absent when nothing of it is given', () => {
    expect(readTeamsConfig({ SLACK_BOT_TOKEN: 'x' })).toEqual({ kind: 'absent' });
  });

  it('is complete with an app, its secret and its tenant', () => {
    expect(readTeamsConfig(complete)).toEqual({
      kind: 'ok',
      config: {
        mode: 'production',
        appId,
        password: 'geheim',
        appType: 'SingleTenant',
        tenantId,
        tenants: [tenantId],
      },
    });
  });

  it('needs nothing for the playground, and then authenticates nobody whatever else is set', () => {
    expect(readTeamsConfig({ BOT_MODE: 'local', ...complete })).toEqual({ kind: 'ok', config: { mode: 'local' } });
  });

  it.each(['MicrosoftAppId', 'MicrosoftAppPassword', 'MicrosoftAppTenantId'])(
    'is refused without %s, so that authentication is never silently off [S3]',
    (name) => {
      expect(wrongIn({ ...complete, [name]: undefined })).toEqual([name]);
      expect(wrongIn({ ...complete, [name]: '  ' })).toEqual([name]);
    },
  );

  it('names everything that is wrong at once, with where to find it', () => {
    const read = readTeamsConfig({ MicrosoftAppId: 'geen id', MicrosoftAppType: 'Anders', TEAMS_TENANTS: 'x, y' });
    expect(read.kind === 'wrong' && read.problems.map(({ variable }) => variable)).toEqual([
      'MicrosoftAppType',
      'MicrosoftAppId',
      'MicrosoftAppPassword',
      'MicrosoftAppTenantId',
      'TEAMS_TENANTS',
    ]);
    expect(JSON.stringify(read)).toMatch(/Entra/);
  });

  it('takes other tenants beside the own one, in any case', () => {
    const other = 'ABCDEFAB-1111-4111-8111-111111111111';
    const read = readTeamsConfig({ ...complete, TEAMS_TENANTS: ` ${other} , ` });
    expect(read.kind === 'ok' && read.config.mode === 'production' && read.config.tenants).toEqual([
      tenantId,
      other.toLowerCase(),
    ]);
  });

  it('wants no secret of a managed identity', () => {
    expect(wrongIn({ ...complete, MicrosoftAppType: 'UserAssignedMSI' })).toEqual(['MicrosoftAppPassword']);
    expect(wrongIn({ ...complete, MicrosoftAppType: 'UserAssignedMSI', MicrosoftAppPassword: '' })).toBe('ok');
  });

  it('never repeats the secret', () => {
    const read = readTeamsConfig({ ...complete, MicrosoftAppPassword: 'heel-geheim', MicrosoftAppId: '' });
    expect(JSON.stringify(read)).not.toContain('heel-geheim');
  });
});
