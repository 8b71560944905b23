import { expect, it } from 'vitest';
import { readBotConfig } from './config.ts';

const read = (PUBLIC_URL?: string) => {
  const result = readBotConfig({ ...(PUBLIC_URL !== undefined && { PUBLIC_URL }) });
  return result.kind === 'ok' ? (result.config.publicUrl ?? null) : result.problems.map((p) => p.variable);
};

it.each([
  [undefined, null],
  ['', null],
  ['https://bot.voorbeeld.be', 'https://bot.voorbeeld.be'],
  ['https://bot.voorbeeld.be/', 'https://bot.voorbeeld.be'],
  [' https://voorbeeld.be/zorg/ ', 'https://voorbeeld.be/zorg'],
])('leest PUBLIC_URL “%s”', (typed, url) => expect(read(typed)).toBe(url));

it.each([
  'bot.voorbeeld.be',
  'http://bot.voorbeeld.be',
  'https://',
  'https://a:b@bot.be',
  'https://bot.be?x',
  'ftp://bot.be',
])('weigert PUBLIC_URL “%s”', (typed) => expect(read(typed)).toEqual(['PUBLIC_URL']));
