import type { Decision } from '../casus/change.ts';
import { ended } from '../casus/ended.ts';
import type { Seen } from '../casus/see.ts';
import { type Instant, isBefore } from '../time.ts';
import { alleKlokken } from './klokken.ts';
import { inAgenda, metTafel } from './tafel-change.ts';
import { aanTafel, OUDER_ERBIJ, startVan, type Verslag, type Zorgtafel } from './zorgtafel.ts';

/** What became of a table, as filled in. */
export type Afloop =
  | {
      gehouden: true;
      aanwezig: readonly string[];
      ookAanwezig?: string;
      zonderOuders: string;
      veiligheid: string;
      besluit: string;
    }
  | { gehouden: false; reden: string };

/** A parent was there, on the list or not. */
export const metOuder = (tafel: Zorgtafel, aanwezig: readonly string[]): boolean =>
  aanwezig.includes(OUDER_ERBIJ) || tafel.deelnemers.some((d) => d.soort === 'ouder' && aanwezig.includes(d.id));

/**
 * What became of it [T6, T7, C2]. Held ends every clock of it; not held too, and it can be planned anew with all
 * that is known. Given again it corrects what was given.
 */
export function verslagGeven(seen: Seen, tafelId: string, door: string, afloop: Afloop, now: Instant): Decision {
  const over = ended(seen.casus);
  if (over) return { refusal: over };
  const tafel = seen.zorgtafels.find((t) => t.id === tafelId);
  if (!tafel) return { refusal: { kind: 'niet_gevonden' } };
  const start = startVan(tafel);
  if (tafel.stand === 'afgelast' || tafel.stand === 'niet_gehouden' || start === null)
    return { refusal: { kind: 'zorgtafel_voorbij', stand: tafel.stand } };
  if (isBefore(now, start)) return { refusal: { kind: 'zorgtafel_nog_niet_gehouden' } };
  const again = tafel.stand === 'gehouden';
  if (!afloop.gehouden) {
    if (again) return { refusal: { kind: 'zorgtafel_voorbij', stand: tafel.stand } };
    return metTafel(seen, inAgenda({ ...tafel, stand: 'niet_gehouden', reden: afloop.reden }, start, now), {
      gebeurtenissen: [{ op: now, soort: 'zorgtafel_niet_gehouden', door, detail: afloop.reden }],
      berichten: [],
      stop: alleKlokken(tafel.id),
    });
  }
  const there = afloop.aanwezig.filter((id) => id === OUDER_ERBIJ || aanTafel(tafel).some((d) => d.id === id));
  if (!metOuder(tafel, there) && !afloop.zonderOuders) return { refusal: { kind: 'zorgtafel_zonder_ouders' } };
  const verslag: Verslag = {
    door,
    op: now,
    aanwezig: there,
    ...(afloop.ookAanwezig && { ookAanwezig: afloop.ookAanwezig }),
    zonderOuders: metOuder(tafel, there) ? null : afloop.zonderOuders,
    veiligheid: afloop.veiligheid,
    besluit: afloop.besluit,
  };
  return metTafel(
    seen,
    { ...tafel, stand: 'gehouden', verslag },
    {
      gebeurtenissen: [
        { op: now, soort: again ? 'zorgtafel_verslag_verbeterd' : 'zorgtafel_gehouden', door, detail: afloop.besluit },
      ],
      berichten: [],
      stop: alleKlokken(tafel.id),
    },
  );
}
