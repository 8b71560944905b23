import { gezet, type Uitzondering } from '../../src/permanentie/uitzondering.ts';
import type { Aanwezigheid, Commit } from '../../src/ports.ts';
import type { Tx } from './connection.ts';
import { toDate } from './instants.ts';

/** Reminders of a region were worked out up to `tot`; false when another replica did it first. */
export async function moveRooster(tx: Tx, { regio, was, tot }: NonNullable<Commit['rooster']>): Promise<boolean> {
  const moved = was
    ? await tx.run`UPDATE rooster_stand SET tot = ${toDate(tot)} WHERE regio = ${regio} AND tot = ${toDate(was)}`
    : await tx.run`INSERT INTO rooster_stand (regio, tot) VALUES (${regio}, ${toDate(tot)}) ON CONFLICT DO NOTHING`;
  return moved === 1;
}

/** Somebody said to be there; a second time changes nothing, somebody else who has it now takes the place. */
export async function writeAanwezig(tx: Tx, { regio, datum, van, persoonId, op }: Aanwezigheid): Promise<void> {
  await tx.run`
    INSERT INTO aanwezigheid (regio, datum, van, persoon_id, op)
    VALUES (${regio}, ${datum}, ${van}, ${persoonId}, ${toDate(op)})
    ON CONFLICT (regio, datum, van) DO UPDATE SET persoon_id = EXCLUDED.persoon_id, op = EXCLUDED.op
    WHERE aanwezigheid.persoon_id <> EXCLUDED.persoon_id`;
}

/** Changes to a rota: inserted, or marked as undone, in version `versie` of the directory. */
export async function writeUitzonderingen(tx: Tx, changes: readonly Uitzondering[], versie: number): Promise<void> {
  for (const change of changes) {
    const { id, regio, datum, van, tot, wat, groep, door, op, ongedaan } = change;
    await tx.run`
      INSERT INTO uitzondering (id, regio, datum, van, tot, soort, persoon, afwezig, groep, door, op, versie)
      VALUES (${id}, ${regio}, ${datum}, ${van}, ${tot}, ${wat.kind}, ${gezet(change)},
        ${wat.kind === 'open' ? (wat.afwezig ?? null) : null},
        ${groep}, ${door}, ${toDate(op)}, ${versie})
      ON CONFLICT (id) DO UPDATE SET ongedaan_door = ${ongedaan?.door ?? null},
        ongedaan_op = ${ongedaan ? toDate(ongedaan.op) : null}, versie = EXCLUDED.versie`;
  }
}

/** A request between colleagues; false when it was decided already. */
export async function writeVerzoek(tx: Tx, { next, was }: NonNullable<Commit['verzoek']>): Promise<boolean> {
  const { id, regio, van, aan, geef, krijg, stand, op } = next;
  const written =
    was === null
      ? await tx.run`
          INSERT INTO verzoek (id, regio, van, aan, geef, krijg, stand, op)
          VALUES (${id}, ${regio}, ${van}, ${aan}, ${JSON.stringify(geef)}::jsonb,
            ${krijg && JSON.stringify(krijg)}::jsonb, ${stand}, ${toDate(op)})`
      : await tx.run`UPDATE verzoek SET stand = ${stand} WHERE id = ${id} AND stand = ${was}`;
  return written === 1;
}
