import type {
  Casus as CasusRow,
  Gebeurtenis as GebeurtenisRow,
  Termijn as TermijnRow,
} from '../../prisma/client/client.ts';
import type { Casus, Gebeurtenis } from '../../src/casus/casus.ts';
import type { Termijn } from '../../src/casus/termijn.ts';
import { fromJson, toJson } from './domain-json.ts';
import { decrypt, encrypt, type Field } from './field-encryption.ts';
import { toInstant, toInstantOrNull } from './instants.ts';
import type { KeyRing } from './key-ring.ts';

export const inhoudField = (casusId: string): Field => ({ table: 'casus', row: casusId, column: 'inhoud' });

export const detailField = (casusId: string, seq: number): Field => ({
  table: 'gebeurtenis',
  row: `${casusId}#${seq}`,
  column: 'detail',
});

export const encryptInhoud = (keys: KeyRing, casus: Pick<Casus, 'id' | 'inhoud'>) =>
  encrypt(keys, inhoudField(casus.id), Buffer.from(toJson(casus.inhoud)));

export const encryptDetail = (keys: KeyRing, casusId: string, seq: number, detail: string) =>
  encrypt(keys, detailField(casusId, seq), Buffer.from(detail));

export function toCasus(keys: KeyRing, row: CasusRow): Casus {
  return {
    id: row.id,
    referentie: row.referentie,
    regio: row.regio,
    stand: row.stand as Casus['stand'],
    versie: row.versie,
    aanmelder: row.aanmelder,
    aanspreekpunt: row.aanspreekpunt,
    betrokkenen: row.betrokkenen,
    aangemeldOp: toInstant(row.aangemeldOp),
    opgenomenOp: toInstantOrNull(row.opgenomenOp),
    teruggekoppeldOp: toInstantOrNull(row.teruggekoppeldOp),
    uitkomst: row.uitkomst as Casus['uitkomst'],
    inhoud: fromJson(decrypt(keys, inhoudField(row.id), row.inhoud).toString()),
  };
}

export function toGebeurtenis(keys: KeyRing, row: GebeurtenisRow): Gebeurtenis {
  const detail = row.detail && decrypt(keys, detailField(row.casusId, row.seq), row.detail).toString();
  return {
    casusId: row.casusId,
    op: toInstant(row.op),
    soort: row.soort as Gebeurtenis['soort'],
    door: row.door,
    ...(row.betreft !== null && { betreft: row.betreft }),
    ...(detail !== null && { detail }),
  };
}

export function toTermijn(row: TermijnRow): Termijn {
  const ladder = row.ladder as { op: string; soort: string; aan: string }[];
  return {
    id: row.id,
    casusId: row.casusId,
    soort: row.soort as Termijn['soort'],
    over: row.over,
    start: toInstant(row.start),
    einde: toInstant(row.einde),
    ladder: ladder.map((rung) => ({ ...rung, op: Temporal.Instant.from(rung.op) })) as Termijn['ladder'],
    volgende: toInstantOrNull(row.volgende),
    gestopt: row.gestoptOp && { op: toInstant(row.gestoptOp), reden: row.gestoptReden ?? '' },
  };
}
