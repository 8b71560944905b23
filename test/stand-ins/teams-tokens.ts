import { createHmac, createSign, generateKeyPairSync } from 'node:crypto';

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

// One for all: botbuilder remembers keys by address for an hour, and a port comes back.
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

/** Signs as the Bot Connector does, with a key of our own; and as those who would like to be it. */
export function createTokens(appId: string) {
  const kid = 'stand-in';
  const now = () => Math.floor(Date.now() / 1000);

  const claims = (serviceUrl: string, other: Record<string, unknown> = {}) => ({
    iss: 'https://api.botframework.com',
    aud: appId,
    serviceurl: serviceUrl,
    nbf: now() - 60,
    exp: now() + 3_600,
    ...other,
  });
  const signed = (payload: object, key = privateKey) => {
    const text = `${encode({ alg: 'RS256', kid, typ: 'JWT' })}.${encode(payload)}`;
    return `${text}.${createSign('RSA-SHA256').update(text).sign(key, 'base64url')}`;
  };

  return {
    /** What `/.well-known/keys` answers. */
    keys: { keys: [{ ...publicKey.export({ format: 'jwk' }), kid, use: 'sig', endorsements: ['msteams'] }] },
    valid: (serviceUrl: string) => signed(claims(serviceUrl)),
    /** Every way of getting it wrong that we can think of. */
    forged: (serviceUrl: string): { what: string; token: string }[] => {
      const none = `${encode({ alg: 'none', kid })}.${encode(claims(serviceUrl))}.`;
      const shared = `${encode({ alg: 'HS256', kid })}.${encode(claims(serviceUrl))}`;
      const pem = publicKey.export({ format: 'pem', type: 'spki' });
      return [
        { what: 'garbage', token: 'garbage' },
        { what: 'three parts of garbage', token: 'a.b.c' },
        { what: 'the key of a stranger', token: signed(claims(serviceUrl), stranger) },
        { what: 'another bot', token: signed(claims(serviceUrl, { aud: '99999999-9999-4999-8999-999999999999' })) },
        { what: 'another issuer', token: signed(claims(serviceUrl, { iss: 'https://evil.example' })) },
        { what: 'expired', token: signed(claims(serviceUrl, { nbf: now() - 7_200, exp: now() - 3_600 })) },
        { what: 'not yet valid', token: signed(claims(serviceUrl, { nbf: now() + 3_600, exp: now() + 7_200 })) },
        { what: 'for another service url', token: signed(claims('https://evil.example/')) },
        { what: 'not signed', token: none },
        {
          what: 'signed with the public key as a secret',
          token: `${shared}.${createHmac('sha256', pem).update(shared).digest('base64url')}`,
        },
        { what: 'changed afterwards', token: tampered(signed(claims('https://evil.example/')), claims(serviceUrl)) },
      ];
    },
  };
}

function tampered(token: string, payload: object): string {
  const [head, , signature] = token.split('.');
  return [head, encode(payload), signature].join('.');
}
