import { randomBytes } from 'node:crypto';
import type { PrismaClient } from '../../prisma/client/client.ts';
import { decrypt, encrypt, type Field } from './field-encryption.ts';
import type { KeyRing } from './key-ring.ts';

/** Keys that stay the same when `BOT_KEYS` rotates: the old audit entries and digests must still fit. */
export type KeptKeys = { audit: Buffer; dubbel: Buffer };

/** Where a kept key stands: 32 random bytes, encrypted by the key ring. */
export const keptKeyField = (naam: string): Field => ({ table: 'sleutel', row: naam, column: 'inhoud' });

/** Reads both, making what is missing. Replicas that start at once agree on the first. */
export async function loadKeptKeys(prisma: PrismaClient, keys: KeyRing): Promise<KeptKeys> {
  return { audit: await load(prisma, keys, 'audit'), dubbel: await load(prisma, keys, 'dubbel') };
}

async function load(prisma: PrismaClient, keys: KeyRing, naam: string): Promise<Buffer> {
  const field = keptKeyField(naam);
  const found = await prisma.sleutel.findUnique({ where: { naam } });
  if (found) return decrypt(keys, field, found.inhoud);
  await prisma.sleutel.createMany({
    data: [{ naam, inhoud: encrypt(keys, field, randomBytes(32)) }],
    skipDuplicates: true,
  });
  const made = await prisma.sleutel.findUniqueOrThrow({ where: { naam } });
  return decrypt(keys, field, made.inhoud);
}
