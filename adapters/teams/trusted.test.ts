import { describe, expect, it } from 'vitest';
import type { TeamsConfig } from './config.ts';
import { isTrustedServiceUrl, isTrustedTenant } from './trusted.ts';

const config: TeamsConfig = {
  mode: 'production',
  appId: 'app',
  password: 'p',
  appType: 'SingleTenant',
  tenantId: 'een',
  tenants: ['een', 'twee'],
};

describe('who is trusted [S4]', () => {
  it.each([
    'https://smba.trafficmanager.net/emea/',
    'https://smba.trafficmanager.net/teams',
    'https://europe.botframework.com/',
    'https://smba.infra.gcc.teams.microsoft.com/',
  ])('an address of Microsoft: %s', (url) => expect(isTrustedServiceUrl(url, 'production')).toBe(true));

  it.each([
    '',
    'geen adres',
    'http://smba.trafficmanager.net/emea/',
    'https://smba.trafficmanager.net.evil.example/',
    'https://evil.example/smba.trafficmanager.net',
    'https://evilbotframework.com/',
    'https://other.smba.trafficmanager.net/',
    'https://smba.trafficmanager.net@evil.example/',
    'https://user:pass@smba.trafficmanager.net/',
    'https://smba.trafficmanager.net:8443/',
    'https://169.254.169.254/',
    'http://localhost:3978/',
    'file:///etc/passwd',
  ])('no other address: %j', (url) => expect(isTrustedServiceUrl(url, 'production')).toBe(false));

  it('only this machine in local mode', () => {
    expect(isTrustedServiceUrl('http://localhost:56150/_connector', 'local')).toBe(true);
    expect(isTrustedServiceUrl('http://127.0.0.1:56150/', 'local')).toBe(true);
    expect(isTrustedServiceUrl('https://smba.trafficmanager.net/emea/', 'local')).toBe(false);
    expect(isTrustedServiceUrl('http://localhost.evil.example/', 'local')).toBe(false);
  });

  it('a tenant on the list, in every place where one is named', () => {
    expect(isTrustedTenant(['EEN', undefined], config)).toBe(true);
    expect(isTrustedTenant(['een', 'twee'], config)).toBe(true);
    expect(isTrustedTenant(['een', 'drie'], config)).toBe(false);
    expect(isTrustedTenant([undefined, undefined], config)).toBe(false);
    expect(isTrustedTenant([''], config)).toBe(false);
  });
});
