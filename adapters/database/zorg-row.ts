import type { Zorgplan as ZorgplanRow, Zorgtafel as ZorgtafelRow } from '../../prisma/client/client.ts';
import type { Zorgplan } from '../../src/zorgplan/zorgplan.ts';
import type { Zorgtafel } from '../../src/zorgtafel/zorgtafel.ts';
import { fromJson, toJson } from './domain-json.ts';
import { decrypt, encrypt, type Field } from './field-encryption.ts';
import { toInstant } from './instants.ts';
import type { KeyRing } from './key-ring.ts';

export const zorgtafelField = (id: string): Field => ({ table: 'zorgtafel', row: id, column: 'inhoud' });

export const zorgplanField = (casusId: string, versie: number): Field => ({
  table: 'zorgplan',
  row: `${casusId}#${versie}`,
  column: 'inhoud',
});

export const encryptZorgtafel = (keys: KeyRing, tafel: Zorgtafel) =>
  encrypt(keys, zorgtafelField(tafel.id), Buffer.from(toJson(tafel)));

export const encryptZorgplan = (keys: KeyRing, { casusId, versie, inhoud }: Zorgplan) =>
  encrypt(keys, zorgplanField(casusId, versie), Buffer.from(toJson(inhoud)));

export const toZorgtafel = (keys: KeyRing, row: ZorgtafelRow): Zorgtafel =>
  fromJson(decrypt(keys, zorgtafelField(row.id), row.inhoud).toString());

export const toZorgplan = (keys: KeyRing, { casusId, versie, door, op, inhoud }: ZorgplanRow): Zorgplan => ({
  casusId,
  versie,
  door,
  op: toInstant(op),
  inhoud: fromJson(decrypt(keys, zorgplanField(casusId, versie), inhoud).toString()),
});
