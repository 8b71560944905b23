import type { Zorgplan } from '../../src/zorgplan/zorgplan.ts';
import { aanTafel, loopt, type Zorgtafel } from '../../src/zorgtafel/zorgtafel.ts';
import type { Tx } from './connection.ts';
import { toDate, toTextOrNull } from './instants.ts';
import type { KeyRing } from './key-ring.ts';
import { encryptZorgplan, encryptZorgtafel } from './zorg-row.ts';

/** A zorgtafel as it is now, with who sits at it. The version of its case was checked before. */
export async function writeZorgtafel(tx: Tx, keys: KeyRing, tafel: Zorgtafel): Promise<void> {
  const { id, casusId, stand } = tafel;
  await tx.run`
    INSERT INTO zorgtafel (id, casus_id, stand, inhoud) VALUES (${id}, ${casusId}, ${stand}, ${encryptZorgtafel(keys, tafel)})
    ON CONFLICT (id) DO UPDATE SET stand = EXCLUDED.stand, inhoud = EXCLUDED.inhoud`;
  const there = aanTafel(tafel);
  // An expert who declined was asked all the same: it counts when the next one is looked for [T5].
  const listed = [...there, ...tafel.deelnemers.filter((d) => d.soort === 'expert' && !there.includes(d))];
  const people = listed.flatMap((d) =>
    d.persoonId === null
      ? []
      : [
          {
            persoon_id: d.persoonId,
            soort: d.soort,
            stand: d.stand,
            uitgenodigd_op: toTextOrNull(d.uitgenodigdOp),
            loopt: loopt(tafel) && there.includes(d),
          },
        ],
  );
  await tx.run`DELETE FROM deelname WHERE zorgtafel_id = ${id}`;
  await tx.run`
    INSERT INTO deelname (zorgtafel_id, persoon_id, casus_id, soort, stand, uitgenodigd_op, loopt)
    SELECT ${id}, persoon_id, ${casusId}, soort, stand, uitgenodigd_op, loopt
    FROM jsonb_to_recordset(${JSON.stringify(people)}::jsonb)
      AS r(persoon_id text, soort text, stand text, uitgenodigd_op timestamptz, loopt boolean)
    ON CONFLICT DO NOTHING`;
  const secrets = tafel.deelnemers.map((d) => ({ hash: d.agenda.hash, deelnemer_id: d.id }));
  await tx.run`
    INSERT INTO tafel_agenda (hash, zorgtafel_id, deelnemer_id)
    SELECT hash, ${id}, deelnemer_id FROM jsonb_to_recordset(${JSON.stringify(secrets)}::jsonb) AS r(hash text, deelnemer_id text)
    ON CONFLICT DO NOTHING`;
}

/** The next version of a zorgplan. The version of its case was checked before. */
export async function writeZorgplan(tx: Tx, keys: KeyRing, plan: Zorgplan): Promise<void> {
  await tx.run`
    INSERT INTO zorgplan (casus_id, versie, door, op, inhoud)
    VALUES (${plan.casusId}, ${plan.versie}, ${plan.door}, ${toDate(plan.op)}, ${encryptZorgplan(keys, plan)})`;
}
