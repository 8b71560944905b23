import type {
  Boeking as BoekingRow,
  RugzakMaand as MaandRow,
  Rugzak as RugzakRow,
} from '../../prisma/client/client.ts';
import type { MaandSom } from '../../src/ports.ts';
import type { Boeking } from '../../src/rugzak/boeking.ts';
import type { Rugzak } from '../../src/rugzak/rugzak.ts';
import { fromJson, toJson } from './domain-json.ts';
import { decrypt, encrypt, type Field } from './field-encryption.ts';
import { toInstant } from './instants.ts';
import type { KeyRing } from './key-ring.ts';

export const rugzakField = (casusId: string): Field => ({ table: 'rugzak', row: casusId, column: 'inhoud' });

export const encryptRugzak = (keys: KeyRing, rugzak: Rugzak) =>
  encrypt(keys, rugzakField(rugzak.casusId), Buffer.from(toJson(rugzak)));

export const toRugzak = (keys: KeyRing, row: RugzakRow): Rugzak =>
  fromJson(decrypt(keys, rugzakField(row.casusId), row.inhoud).toString());

export const toBoeking = ({ regio: _, ...row }: BoekingRow): Boeking => ({
  ...row,
  van: row.van as Boeking['van'],
  naar: row.naar as Boeking['naar'],
  categorie: row.categorie as Boeking['categorie'],
  cents: Number(row.cents),
  op: toInstant(row.op),
});

export const toMaandSom = (row: MaandRow): MaandSom => ({
  maand: row.maand,
  categorie: row.categorie as MaandSom['categorie'],
  fase: row.fase as MaandSom['fase'],
  cents: Number(row.cents),
});
