import type { Database } from './open-database.ts';

const days = 365;

/**
 * References of other cases that may be about the same child, reported within a year of this one, newest
 * first [S15]. Only for the eyes of a coordinator: an aanmelder's answer is the same with or without.
 */
export async function mogelijkDubbel({ prisma }: Database, casusId: string, limit: number): Promise<string[]> {
  const rows = await prisma.$queryRaw<{ referentie: string }[]>`
    SELECT ander.referentie FROM casus deze JOIN casus ander
      ON ander.dubbel_index = deze.dubbel_index AND ander.id <> deze.id
      AND ander.aangemeld_op > deze.aangemeld_op - make_interval(days => ${days})
      AND ander.aangemeld_op < deze.aangemeld_op + make_interval(days => ${days})
    WHERE deze.id = ${casusId} AND deze.dubbel_index IS NOT NULL
    ORDER BY ander.aangemeld_op DESC LIMIT ${limit}`;
  return rows.map((row) => row.referentie);
}
