import { createHmac } from 'node:crypto';
import type { Aanmelding } from '../../src/aanmelding/aanmelding.ts';

/**
 * Keyed digest of initials, date of birth and municipality: equal for what may be the same child, and
 * worth nothing without the key [S15]. Null when one of the three is not filled in.
 */
export function dubbelIndex(key: Buffer, aanmelding: Aanmelding): string | null {
  const parts = [letters(aanmelding.initialen), aanmelding.geboortedatum.trim(), letters(aanmelding.gemeente)];
  if (parts.some((part) => part === '')) return null;
  return createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url');
}

/** `J.-P.` and `jp`, `Liège` and `liege` are the same. */
const letters = (text: string) =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
