import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { localKeyRing, parseKeyRing } from './key-ring.ts';

const key = (fill: number, bytes = 32) => Buffer.alloc(bytes, fill).toString('base64');

describe('BOT_KEYS', () => {
  it('takes keys newest first', () => {
    const keys = parseKeyRing(` k2:${key(2)}, k1:${key(1)} `);
    expect(keys).toMatchObject({ newest: { id: 'k2', bytes: Buffer.alloc(32, 2) } });
    expect('byId' in keys && [...keys.byId.keys()]).toEqual(['k2', 'k1']);
  });

  it.each([
    [undefined, 'ontbreekt'],
    ['', 'ontbreekt'],
    [key(1), 'sleutel 1: verwacht «id:base64»'],
    [`k1:${key(1, 16)}`, 'sleutel 1 («k1»): na de dubbelepunt horen 32 bytes in base64'],
    [`k1:${key(1)},k 2:${key(2)}`, 'sleutel 2: de id telt 1 tot 16'],
    [`k1:${key(1)},k1:${key(2)}`, 'sleutel 2: de id «k1» staat er twee keer in'],
    [`k1:${key(1)},`, 'sleutel 2: verwacht'],
    ['k1:geen base64 !!', 'horen 32 bytes'],
  ])('says what is wrong and how to make one, without showing the key: %#', (text, what) => {
    const problem = parseKeyRing(text);
    expect(problem).toMatchObject({ variable: 'BOT_KEYS' });
    if (!('problem' in problem)) return expect.fail();
    expect(problem.problem).toContain(what);
    expect(problem.problem).toContain('openssl rand');
    expect(problem.problem).not.toContain(key(1));
  });

  it('makes a local key once, for its owner only, and finds it again', () => {
    const folder = mkdtempSync(join(tmpdir(), 'keys-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const made = localKeyRing(join(folder, 'data'));
    const again = localKeyRing(join(folder, 'data'));
    expect(again).toEqual(made);
    const file = join(folder, 'data/bot-keys');
    expect(readFileSync(file, 'utf8')).toMatch(/^lokaal:/);
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
  });
});
