import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Key, KeyRing } from './key-ring.ts';
import { StoreError } from './store-error.ts';

/** The place a value belongs to. It is authenticated with the value: elsewhere it does not decrypt [S12]. */
export type Field = { table: string; row: string; column: string };

// Layout: format (1 byte), length of the key id (1), key id, nonce (12), tag (16), ciphertext.
const format = 1;
const nonceLength = 12;
const authTagLength = 16;

/** AES-256-GCM under the newest key of the ring. */
export function encrypt(keys: KeyRing, field: Field, plain: Buffer): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', keys.newest.bytes, nonce, { authTagLength });
  cipher.setAAD(associated(field, keys.newest.id));
  const body = [cipher.update(plain), cipher.final()];
  return new Uint8Array(Buffer.concat([prefixOf(keys.newest), nonce, cipher.getAuthTag(), ...body]));
}

/** Throws StoreError when the key is not in the ring, or the value was changed or comes from another place. */
export function decrypt(keys: KeyRing, field: Field, stored: Uint8Array): Buffer {
  const bytes = Buffer.from(stored.buffer, stored.byteOffset, stored.byteLength);
  const where = `${field.table}.${field.column}`;
  const idLength = bytes[1] ?? 0;
  const nonceAt = 2 + idLength;
  const bodyAt = nonceAt + nonceLength + authTagLength;
  if (bytes[0] !== format || bytes.length < bodyAt) throw new StoreError(`${where}: not an encrypted value`);
  const id = bytes.toString('latin1', 2, nonceAt);
  const key = keys.byId.get(id);
  if (!key) throw new StoreError(`${where}: key «${id}» is not in BOT_KEYS`);
  const nonce = bytes.subarray(nonceAt, nonceAt + nonceLength);
  const decipher = createDecipheriv('aes-256-gcm', key.bytes, nonce, { authTagLength });
  decipher.setAAD(associated(field, id));
  decipher.setAuthTag(bytes.subarray(nonceAt + nonceLength, bodyAt));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(bodyAt)), decipher.final()]);
  } catch (cause) {
    throw new StoreError(`${where}: value does not belong here or was changed`, { cause });
  }
}

/** The same value under the newest key. */
export const rewrap = (keys: KeyRing, field: Field, stored: Uint8Array) =>
  encrypt(keys, field, decrypt(keys, field, stored));

/** What every value encrypted under a key starts with: how a rotation finds what is left to do. */
export const prefixOf = (key: Key): Buffer =>
  Buffer.concat([Buffer.from([format, key.id.length]), Buffer.from(key.id, 'latin1')]);

// Joined as JSON, so that no choice of names makes two places look alike.
const associated = (field: Field, keyId: string) =>
  Buffer.from(JSON.stringify([field.table, field.row, field.column, keyId]));
