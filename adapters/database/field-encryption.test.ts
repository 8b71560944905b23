import { describe, expect, it } from 'vitest';
import { decrypt, encrypt, type Field, rewrap } from './field-encryption.ts';
import { type KeyRing, parseKeyRing } from './key-ring.ts';
import { StoreError } from './store-error.ts';

const ring = (...ids: string[]): KeyRing => {
  const text = ids.map((id) => `${id}:${Buffer.alloc(32, id).toString('base64')}`).join();
  const keys = parseKeyRing(text);
  if ('problem' in keys) throw new Error(keys.problem);
  return keys;
};

const field: Field = { table: 'casus', row: 'c-1', column: 'inhoud' };
const plain = Buffer.from('bezorgd om de baby');

describe('field encryption [S12]', () => {
  it('gives back what it was given, and never the same ciphertext twice', () => {
    const keys = ring('a');
    const stored = encrypt(keys, field, plain);
    expect(decrypt(keys, field, stored)).toEqual(plain);
    expect(encrypt(keys, field, plain)).not.toEqual(stored);
    expect(Buffer.from(stored).includes('baby')).toBe(false);
    expect(decrypt(keys, field, encrypt(keys, field, Buffer.alloc(0)))).toHaveLength(0);
  });

  it('does not decrypt in another row, column or table', () => {
    const keys = ring('a');
    const stored = encrypt(keys, field, plain);
    for (const other of [{ row: 'c-2' }, { column: 'detail' }, { table: 'concept' }])
      expect(() => decrypt(keys, { ...field, ...other }, stored)).toThrow(StoreError);
  });

  it('does not decrypt when any byte was changed, or the end is cut off', () => {
    const keys = ring('a');
    const stored = encrypt(keys, field, plain);
    for (let at = 0; at < stored.length; at++) {
      const changed = stored.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => decrypt(keys, field, changed)).toThrow(StoreError);
      expect(() => decrypt(keys, field, stored.slice(0, at))).toThrow(StoreError);
    }
  });

  it('decrypts with any key of the ring, encrypts with the newest, and says which key is gone', () => {
    const old = encrypt(ring('a'), field, plain);
    const both = ring('b', 'a');
    expect(decrypt(both, field, old)).toEqual(plain);
    const fresh = rewrap(both, field, old);
    expect(decrypt(ring('b'), field, fresh)).toEqual(plain);
    expect(() => decrypt(ring('b'), field, old)).toThrow('key «a» is not in BOT_KEYS');
  });

  it('does not take a value for one of a key with the same id', () => {
    const stored = encrypt(ring('a'), field, plain);
    const other = parseKeyRing(`a:${Buffer.alloc(32, 9).toString('base64')}`);
    if ('problem' in other) return expect.fail();
    expect(() => decrypt(other, field, stored)).toThrow(StoreError);
  });
});
