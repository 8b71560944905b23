import type { Uitzondering } from '../../src/permanentie/uitzondering.ts';
import { toInstant } from './instants.ts';

type Row = {
  id: string;
  regio: string;
  datum: string;
  van: string;
  tot: string;
  soort: string;
  persoon: string | null;
  afwezig: string | null;
  groep: string | null;
  door: string;
  op: Date;
  ongedaanDoor: string | null;
  ongedaanOp: Date | null;
};

/** Oldest first, as a region holds them. */
export const oldestFirst = [{ op: 'asc' }, { id: 'asc' }] as const;

export const toUitzondering = (row: Row): Uitzondering => ({
  id: row.id,
  regio: row.regio,
  datum: row.datum,
  van: row.van,
  tot: row.tot,
  wat: toWat(row),
  groep: row.groep,
  door: row.door,
  op: toInstant(row.op),
  ongedaan: row.ongedaanDoor && row.ongedaanOp ? { door: row.ongedaanDoor, op: toInstant(row.ongedaanOp) } : null,
});

function toWat({ soort, persoon, afwezig }: Row): Uitzondering['wat'] {
  if (persoon !== null) return { kind: soort === 'eigenaar' ? 'eigenaar' : 'persoon', persoon };
  return soort === 'gesloten' ? { kind: 'gesloten' } : { kind: 'open', ...(afwezig !== null && { afwezig }) };
}
