import type { BerichtSpec, Change, Decision } from '../casus/change.ts';
import type { Seen } from '../casus/see.ts';
import type { Instant } from '../time.ts';
import type { Kandidaat } from './experts.ts';
import { antwoordklok } from './klokken.ts';
import { type Maak, metDeelnemer, metTafel, ontvanger, tafelMelding, tafelOf } from './tafel-change.ts';
import { vervangExpert } from './vervang-expert.ts';
import { type Antwoord, aanTafel, type Deelnemer, momentenVooruit, type Zorgtafel } from './zorgtafel.ts';

/** Whether somebody may speak for a participant: themselves, who invites them [T4], or who coordinates. */
const magVoor = (seen: Seen, d: Deelnemer, door: string): boolean =>
  ontvanger(d) === door || seen.relations.has('aanspreekpunt') || seen.relations.has('coordinator');

/** Every moment that still counts has an answer; with none ahead nobody owes one. */
export const heeftGeantwoord = (tafel: Zorgtafel, d: Deelnemer, now: Instant): boolean =>
  momentenVooruit(tafel, now).every((m) => d.antwoorden[m.id] !== undefined);

/** People who still owe an answer. */
export const zonderAntwoord = (tafel: Zorgtafel, now: Instant): Deelnemer[] =>
  aanTafel(tafel).filter((d) => !heeftGeantwoord(tafel, d, now));

/**
 * Nobody owes an answer any more: the clock that asks for them stops, and the contact hears it, once for each time people
 * were asked, whoever changes their mind afterwards [T4].
 */
export function allenGeantwoord(
  seen: Pick<Seen, 'termijnen' | 'casus' | 'now'>,
  tafel: Zorgtafel,
  door: string,
): Pick<Change, 'berichten' | 'stop'> {
  const klok = antwoordklok(seen.termijnen, tafel.id);
  // With every moment over nobody owes anything, and nothing is settled: the clock says that a moment has to come.
  if (tafel.stand === 'peilen' && momentenVooruit(tafel, seen.now).length === 0) return { berichten: [] };
  if (!klok || zonderAntwoord(tafel, seen.now).length > 0) return { berichten: [] };
  const { aanspreekpunt } = seen.casus;
  return {
    berichten:
      tafel.stand === 'peilen' && door !== aanspreekpunt
        ? [tafelMelding(tafel.id, 'allen_geantwoord', klok.start, aanspreekpunt)]
        : [],
    stop: [{ soort: klok.soort, over: tafel.id }],
  };
}

/** How a participant stands with these answers. */
export function standVan(
  tafel: Zorgtafel,
  antwoorden: Deelnemer['antwoorden'],
  now: Instant,
): 'gevraagd' | 'komt' | 'komt_niet' {
  if (tafel.stand === 'vast') {
    const antwoord = tafel.gekozen === null ? undefined : antwoorden[tafel.gekozen];
    return antwoord === undefined ? 'gevraagd' : antwoord === 'kan_niet' ? 'komt_niet' : 'komt';
  }
  const ahead = momentenVooruit(tafel, now);
  return ahead.length > 0 && ahead.every((m) => antwoorden[m.id] === 'kan_niet') ? 'komt_niet' : 'gevraagd';
}

/**
 * Answers of one participant, given or changed as long as the table goes on. An expert who cannot at all is
 * replaced at once, as long as there is a moment ahead [T5]. `geven`: by moment id; what is not in it stays as it was.
 * Refused where none of it is about a moment that still counts: it was said of another.
 */
export function antwoorden(
  seen: Seen,
  tafelId: string,
  deelnemerId: string,
  door: string,
  geven: Readonly<Record<string, Antwoord>>,
  pool: readonly Kandidaat[],
  maak: Maak,
  now: Instant,
): Decision {
  const found = tafelOf(seen, tafelId);
  if ('refusal' in found) return found;
  const { tafel } = found;
  const d = tafel.deelnemers.find((p) => p.id === deelnemerId);
  if (!d || !magVoor(seen, d, door)) return { refusal: { kind: 'niet_gevonden' } };
  if (!aanTafel(tafel).includes(d)) return { refusal: { kind: 'niet_meer_genodigd' } };
  const known = new Set(tafel.momenten.map((m) => m.id));
  const ahead = momentenVooruit(tafel, now);
  const counts = (id: string) => (tafel.stand === 'vast' ? id === tafel.gekozen : ahead.some((m) => m.id === id));
  if (!Object.keys(geven).some(counts)) return { refusal: { kind: 'zorgtafel_moment_weg' } };
  const all = { ...d.antwoorden, ...Object.fromEntries(Object.entries(geven).filter(([id]) => known.has(id))) };
  const stand = standVan(tafel, all, now);
  const answered: Zorgtafel = {
    ...tafel,
    deelnemers: metDeelnemer(tafel, d.id, {
      antwoorden: all,
      geantwoordOp: now,
      stand,
      // Who answers for somebody has spoken to them.
      uitgenodigdOp: d.uitgenodigdOp ?? now,
    }),
  };
  const declined = stand === 'komt_niet' && d.stand !== 'komt_niet' && ahead.length > 0;
  const replaced = declined && d.soort === 'expert' ? vervangExpert(seen, answered, d, pool, maak, now) : null;
  const after = replaced?.tafel ?? answered;
  const { aanspreekpunt } = seen.casus;
  const told: BerichtSpec[] =
    !replaced && declined && tafel.stand === 'vast' && door !== aanspreekpunt
      ? [tafelMelding(tafel.id, 'kan_toch_niet', now, aanspreekpunt, d.id)]
      : [];
  const { berichten, stop } = allenGeantwoord(seen, after, door);
  return metTafel(seen, after, {
    gebeurtenissen: [
      {
        op: now,
        soort: 'zorgtafel_antwoord',
        door,
        ...(d.persoonId !== null && d.persoonId !== door && { betreft: d.persoonId }),
        ...(d.persoonId === null && { detail: d.naam }),
      },
      ...(replaced?.gebeurtenissen ?? []),
    ],
    berichten: [...(replaced?.berichten ?? []), ...told, ...berichten],
    ...(stop && { stop }),
    ...(replaced?.start && { start: replaced.start }),
  });
}

/** Who invites somebody without chat says that it is done [T4]. */
export function doorgegeven(seen: Seen, tafelId: string, deelnemerId: string, door: string, now: Instant): Decision {
  const found = tafelOf(seen, tafelId);
  if ('refusal' in found) return found;
  const { tafel } = found;
  const d = aanTafel(tafel).find((p) => p.id === deelnemerId);
  if (!d || !magVoor(seen, d, door)) return { refusal: { kind: 'niet_gevonden' } };
  return metTafel(
    seen,
    { ...tafel, deelnemers: metDeelnemer(tafel, d.id, { uitgenodigdOp: d.uitgenodigdOp ?? now }) },
    {
      gebeurtenissen: d.uitgenodigdOp ? [] : [{ op: now, soort: 'zorgtafel_doorgegeven', door, detail: d.naam }],
      berichten: [],
    },
  );
}
