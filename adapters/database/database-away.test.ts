import { expect, it } from 'vitest';
import { DatabaseAway } from './database-away.ts';

const coded = (code: string) => Object.assign(new Error('met wachtwoord geheim'), { code });

it.each([
  ['28P01', 'gebruiker en wachtwoord', false],
  ['28000', 'gebruiker en wachtwoord', false],
  ['3D000', 'niet bestaat', false],
  ['ECONNREFUSED', 'niet antwoordt (ECONNREFUSED)', true],
])('says in one line what is wrong with DATABASE_URL at %s, and nothing of its value', (code, words, again) => {
  const away = new DatabaseAway(coded(code));
  expect(away.message).toMatch(/^DATABASE_URL .+$/);
  expect(away.message).toContain(words);
  expect(away.message).not.toContain('geheim');
  expect(away.again).toBe(again);
});
