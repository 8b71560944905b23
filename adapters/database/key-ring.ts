import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ConfigProblem } from '../../src/ports.ts';

/** A key that encrypts, 32 bytes, with the short id that stands in front of what it encrypted. */
export type Key = { id: string; bytes: Buffer };

/** The newest key encrypts; every key in the ring decrypts. */
export type KeyRing = { newest: Key; byId: ReadonlyMap<string, Key> };

const cure = 'Maak een sleutel met: echo "k$(date +%Y%m):$(openssl rand -base64 32)"';

/**
 * Reads `BOT_KEYS`: `id:base64,…`, newest first, 32 bytes each. Ids are 1 to 16 letters, digits, `-` or `_`.
 * The values themselves never stand in the answer.
 */
export function parseKeyRing(text: string | undefined): KeyRing | ConfigProblem {
  const problem = (what: string): ConfigProblem => ({ variable: 'BOT_KEYS', problem: `${what} ${cure}` });
  const entries = (text ?? '').split(',').map((e) => e.trim());
  if (!text?.trim()) return problem('ontbreekt: zonder sleutel kan niets versleuteld worden.');
  const keys: Key[] = [];
  for (const [index, entry] of entries.entries()) {
    const nth = `sleutel ${index + 1}`;
    const colon = entry.indexOf(':');
    if (colon < 1) return problem(`${nth}: verwacht «id:base64».`);
    const id = entry.slice(0, colon);
    if (!/^[A-Za-z0-9_-]{1,16}$/.test(id)) return problem(`${nth}: de id telt 1 tot 16 letters, cijfers, «-» of «_».`);
    if (keys.some((k) => k.id === id)) return problem(`${nth}: de id «${id}» staat er twee keer in.`);
    const encoded = entry.slice(colon + 1);
    const bytes = Buffer.from(encoded, 'base64');
    if (!/^[A-Za-z0-9+/]+={0,2}$/.test(encoded) || bytes.length !== 32)
      return problem(`${nth} («${id}»): na de dubbelepunt horen 32 bytes in base64 (44 tekens).`);
    keys.push({ id, bytes });
  }
  const [newest] = keys;
  return newest ? { newest, byId: new Map(keys.map((k) => [k.id, k])) } : problem('ontbreekt.');
}

/** Local mode: the ring kept in `dataDir`, made on first use, readable by its owner only. */
export function localKeyRing(dataDir: string): KeyRing | ConfigProblem {
  const file = join(dataDir, 'bot-keys');
  mkdirSync(dataDir, { recursive: true });
  try {
    // `wx`: of two processes that start at once, one makes the key and both read it.
    writeFileSync(file, `lokaal:${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return parseKeyRing(readFileSync(file, 'utf8'));
}
