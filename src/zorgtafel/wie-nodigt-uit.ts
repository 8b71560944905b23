import type { Decision } from '../casus/change.ts';
import type { Seen } from '../casus/see.ts';
import type { Instant } from '../time.ts';
import { eerstVerslag } from './afgelasten.ts';
import { zonderAntwoord } from './antwoorden.ts';
import { klokDieDoorgaat } from './klokken.ts';
import { type Maak, metTafel, tafelMelding, tafelOf, uitnodiging } from './tafel-change.ts';
import { aanTafel, type Deelnemer, type Zorgtafel } from './zorgtafel.ts';

/** Who is invited by somebody else than themselves [T4]. */
export const zonderChat = (tafel: Zorgtafel): Deelnemer[] => aanTafel(tafel).filter((d) => d.persoonId === null);

/**
 * Somebody else invites people without chat from now on [T4]: they get each invitation as it stands, with the answers,
 * and who did it before hears once of whom it is no longer asked of them.
 */
export function andereDoorgever(
  seen: Seen,
  tafelId: string,
  wie: readonly string[],
  via: string,
  door: string,
  maak: Maak,
  now: Instant,
): Decision {
  const found = tafelOf(seen, tafelId);
  if ('refusal' in found) return found;
  const refusal = eerstVerslag(seen);
  if (refusal) return { refusal };
  const { tafel } = found;
  const over = zonderChat(tafel).filter((d) => wie.includes(d.id) && d.via !== via);
  if (over.length === 0) return { refusal: { kind: 'niet_meer_genodigd' } };
  const given = new Map(over.map((d) => [d.id, { ...d, via, sinds: now }]));
  const next = { ...tafel, deelnemers: tafel.deelnemers.map((d) => given.get(d.id) ?? d) };
  const silent = zonderAntwoord(next, now).some((d) => given.has(d.id));
  return metTafel(seen, next, {
    gebeurtenissen: [
      { op: now, soort: 'zorgtafel_doorgever', door, betreft: via, detail: over.map((d) => d.naam).join(', ') },
    ],
    berichten: [
      ...[...given.values()].flatMap((d) => uitnodiging(tafel.id, d)),
      ...[...Map.groupBy(over, (d) => d.via)].flatMap(([was, of]) =>
        was === null || was === door
          ? []
          : [tafelMelding(tafel.id, 'andere_doorgever', now, was, of.map((d) => d.id).join('.'))],
      ),
    ],
    ...(silent && { start: [klokDieDoorgaat(maak.id(), next, seen)] }),
  });
}
