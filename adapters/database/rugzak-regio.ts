import { geldklokken, type TePresteren, tePresteren } from '../../src/casus/termijn.ts';
import type { BoekingMetReferentie, GeldTeLaat } from '../../src/ports.ts';
import type { Boeking } from '../../src/rugzak/boeking.ts';
import type { CasusSom, Spreiding } from '../../src/rugzak/opvallend.ts';
import type { RugzakRegioMelding } from '../../src/rugzak/regio-melding.ts';
import type { WachtendeAanvraag } from '../../src/rugzak/wachtende.ts';
import type { Instant } from '../../src/time.ts';
import { toDate, toInstant } from './instants.ts';
import type { Database } from './open-database.ts';
import { toBoeking } from './rugzak-row.ts';

/** By the index on clocks of requests: what was decided or belongs to a closed case costs nothing. */
export async function wachtendeAanvragen(
  { prisma }: Database,
  regio: string,
  limit: number,
  voor?: { persoon: string; mandaat: number | null },
): Promise<WachtendeAanvraag[]> {
  const [persoon, mandaat] = [voor?.persoon ?? null, voor?.mandaat ?? null];
  const rows = await prisma.$queryRaw<
    (Pick<WachtendeAanvraag, 'casusId' | 'referentie' | 'aanspreekpunt' | 'aanvraagId' | 'door'> & {
      cents: string;
      gevraagd: Date;
      einde: Date;
      terug_id: string | null;
      terug_door: string;
      terug_op: Date;
    })[]
  >`
    SELECT c.id AS "casusId", c.referentie, c.aanspreekpunt, b.aanvraag_id AS "aanvraagId", b.door, b.cents::text,
      b.op AS gevraagd, t.einde, r.id AS terug_id, r.door AS terug_door, r.op AS terug_op
    FROM termijn t JOIN casus c ON c.id = t.casus_id
      JOIN boeking b ON b.casus_id = t.casus_id AND b.aanvraag_id = t.over AND b.van IS NULL AND b.naar = 'aangevraagd'
      LEFT JOIN LATERAL (
        SELECT id, door, op FROM boeking
        WHERE casus_id = t.casus_id AND aanvraag_id = t.over AND van = 'vastgelegd' AND naar = 'aangevraagd'
        ORDER BY op DESC LIMIT 1) r ON true
    WHERE t.soort = 'aanvraag' AND t.gestopt_op IS NULL AND c.regio = ${regio}
      AND (${persoon}::text IS NULL OR ${persoon} IN (b.door, c.aanspreekpunt)
        OR ${mandaat}::bigint IS NULL OR b.cents <= ${mandaat}::bigint)
    ORDER BY t.start, b.aanvraag_id LIMIT ${limit}`;
  return rows.map(({ terug_id: boekingId, terug_door: door, terug_op: op, ...row }) => ({
    ...row,
    cents: Number(row.cents),
    gevraagd: toInstant(row.gevraagd),
    terug: boekingId === null ? null : { boekingId, door, op: toInstant(op) },
    einde: toInstant(row.einde),
  }));
}

/** What was said of the year budgets of regions. */
export async function rugzakRegioMeldingen(
  { prisma }: Database,
  regios: readonly string[],
): Promise<RugzakRegioMelding[]> {
  const rows = await prisma.rugzakRegioMelding.findMany({ where: { regio: { in: [...regios] } } });
  return rows.map((row) => ({ ...row, lopend: row.lopend as RugzakRegioMelding['lopend'] }));
}

/** `percentile_disc` gives an amount that is there, so that a quartile of cents is in cents. */
export async function rugzakSpreiding({ prisma }: Database, regio: string, vanaf: string): Promise<Spreiding> {
  const rows = await prisma.$queryRaw<{ aantal: number; bedrag: string[] | null; verblijf: string[] | null }[]>`
    SELECT count(*)::int AS aantal,
      percentile_disc(ARRAY[0.25, 0.75]) WITHIN GROUP (ORDER BY gebonden)::text[] AS bedrag,
      percentile_disc(ARRAY[0.25, 0.75]) WITHIN GROUP (ORDER BY verblijf * 10000 / gebonden)::text[] AS verblijf
    FROM rugzak_casus WHERE regio = ${regio} AND begonnen >= ${vanaf} AND gebonden > 0`;
  const quartiles = ([kwart, driekwart]: string[]) => ({
    kwart: Number(kwart ?? 0),
    driekwart: Number(driekwart ?? 0),
  });
  const [row] = rows;
  return {
    aantal: row?.aantal ?? 0,
    bedrag: quartiles(row?.bedrag ?? []),
    verblijf: quartiles(row?.verblijf ?? []),
  };
}

export async function rugzakBoven(
  { prisma }: Database,
  regio: string,
  vanaf: string,
  { bedrag, verblijf }: { bedrag: number; verblijf: number },
  limit: number,
): Promise<{ casussen: CasusSom[]; aantal: number }> {
  const rows = await prisma.$queryRaw<
    { casus_id: string; referentie: string; gebonden: string; verblijf: string; aantal: number }[]
  >`
    SELECT r.casus_id, c.referentie, r.gebonden::text, r.verblijf::text, r.aantal
    FROM (
      SELECT *, (count(*) OVER ())::int AS aantal FROM rugzak_casus
      WHERE regio = ${regio} AND begonnen >= ${vanaf} AND gebonden > 0
        AND (gebonden > ${bedrag}::bigint OR verblijf * 10000 / gebonden > ${verblijf}::bigint)
      ORDER BY gebonden DESC, casus_id LIMIT ${limit}
    ) r JOIN casus c ON c.id = r.casus_id ORDER BY r.gebonden DESC, r.casus_id`;
  return {
    casussen: rows.map((row) => ({
      casusId: row.casus_id,
      referentie: row.referentie,
      gebonden: Number(row.gebonden),
      verblijf: Number(row.verblijf),
    })),
    aantal: rows[0]?.aantal ?? 0,
  };
}

/** By the index on region, year and moment: a page costs the same wherever it is. */
export async function boekingenVanJaar(
  { prisma }: Database,
  regio: string,
  jaar: number,
  na: Pick<Boeking, 'op' | 'id'> | null,
  limit: number,
): Promise<BoekingMetReferentie[]> {
  const rows = await prisma.boeking.findMany({
    where: {
      regio,
      jaar,
      ...(na && { OR: [{ op: { gt: toDate(na.op) } }, { op: toDate(na.op), id: { gt: na.id } }] }),
    },
    orderBy: [{ op: 'asc' }, { id: 'asc' }],
    take: limit,
  });
  const cases = await prisma.casus.findMany({
    where: { id: { in: [...new Set(rows.map((row) => row.casusId))] } },
    select: { id: true, referentie: true },
  });
  const references = new Map(cases.map((c) => [c.id, c.referentie]));
  return rows.map((row) => ({ ...toBoeking(row), referentie: references.get(row.casusId) ?? 'Onbekend' }));
}

/**
 * Ids of somebody's cases with a rugzak, nearest date of its money first. Each part by its own index: what is open, what
 * was answered and goes on, and what has a clock of money that runs.
 */
export async function rugzakkenVan({ prisma }: Database, personId: string, limit: number): Promise<string[]> {
  const rows = await prisma.$queryRaw<{ id: string }[]>`
    WITH geld AS (SELECT casus_id, einde FROM termijn WHERE gestopt_op IS NULL AND soort = ANY(${geldklokken})),
      mijn AS (
        SELECT id FROM casus WHERE open AND (aanspreekpunt = ${personId} OR betrokkenen @> ARRAY[${personId}])
        UNION SELECT id FROM casus WHERE stand = 'teruggekoppeld' AND aanspreekpunt = ${personId}
        UNION SELECT c.id FROM geld g JOIN casus c ON c.id = g.casus_id WHERE c.aanspreekpunt = ${personId})
    SELECT m.id FROM mijn m JOIN rugzak r ON r.casus_id = m.id LEFT JOIN geld g ON g.casus_id = m.id
    GROUP BY m.id ORDER BY min(g.einde) NULLS LAST, m.id LIMIT ${limit}`;
  return rows.map((row) => row.id);
}

/** By the index on clocks that run, whatever number of cases there was. */
export async function geldTeLaat(
  { prisma }: Database,
  regio: string,
  voor: Instant,
  limit: number,
): Promise<{ regels: GeldTeLaat[]; aantal: Record<TePresteren, number> }> {
  const rows = await prisma.$queryRaw<
    (Omit<GeldTeLaat, 'einde'> & { einde: Date; resten: number; facturen: number; bewijzen: number })[]
  >`
    SELECT t.casus_id AS "casusId", t.soort, t.over, t.einde, c.referentie, c.aanspreekpunt,
      (count(*) FILTER (WHERE t.soort = 'te_factureren') OVER ())::int AS resten,
      (count(*) FILTER (WHERE t.soort = 'factuur') OVER ())::int AS facturen,
      (count(*) FILTER (WHERE t.soort = 'bewijs') OVER ())::int AS bewijzen
    FROM termijn t JOIN casus c ON c.id = t.casus_id
    WHERE t.gestopt_op IS NULL AND t.einde <= ${toDate(voor)} AND t.soort = ANY(${tePresteren}) AND c.regio = ${regio}
    ORDER BY t.einde, t.id LIMIT ${limit}`;
  return {
    regels: rows.map(({ resten: _, facturen: __, bewijzen: ___, einde, ...row }) => ({
      ...row,
      einde: toInstant(einde),
    })),
    aantal: { te_factureren: rows[0]?.resten ?? 0, factuur: rows[0]?.facturen ?? 0, bewijs: rows[0]?.bewijzen ?? 0 },
  };
}
