import { type Instant, isBefore } from '../time.ts';
import { aanTafel, type Deelnemer, type Moment, type Zorgtafel } from './zorgtafel.ts';

/** What a moment comes to with the answers so far. */
export type Beoordeling = {
  moment: Moment;
  kan: number;
  liever: number;
  kanNiet: number;
  onbekend: number;
  /** Who has to be there and cannot, or did not say. */
  ontbreekt: { deelnemer: Deelnemer; waarom: 'kan_niet' | 'geen_antwoord' }[];
  /** An expert is wanted and none can [T2]. */
  zonderExpert: boolean;
  voorbij: boolean;
};

/** Without these there is no table [T2]; of the experts one is enough. */
const nodig: readonly Deelnemer['soort'][] = ['ouder', 'casuscoordinator', 'aanmelder'];

const kanDan = (d: Deelnemer, moment: Moment) => {
  const antwoord = d.antwoorden[moment.id];
  return antwoord === 'kan' || antwoord === 'liever_niet';
};

export function beoordeel(tafel: Zorgtafel, moment: Moment, now: Instant): Beoordeling {
  const people = aanTafel(tafel);
  const count = (antwoord: string | undefined) => people.filter((d) => d.antwoorden[moment.id] === antwoord).length;
  const experts = people.filter((d) => d.soort === 'expert');
  return {
    moment,
    kan: count('kan'),
    liever: count('liever_niet'),
    kanNiet: count('kan_niet'),
    onbekend: count(undefined),
    ontbreekt: people
      .filter((d) => nodig.includes(d.soort) && !kanDan(d, moment))
      .map((deelnemer) => ({
        deelnemer,
        waarom: deelnemer.antwoorden[moment.id] === 'kan_niet' ? 'kan_niet' : 'geen_antwoord',
      })),
    zonderExpert: tafel.experts > 0 && !experts.some((d) => kanDan(d, moment)),
    voorbij: !isBefore(now, moment.start),
  };
}

/** Everybody who has to be there can. */
export const past = (b: Beoordeling): boolean => b.ontbreekt.length === 0 && !b.zonderExpert && !b.voorbij;

/** How near a moment is to fitting: what still stands in its way, counted. */
const tekort = (b: Beoordeling) => b.ontbreekt.length + (b.zonderExpert ? 1 : 0);

/**
 * The best moment [T2]: parents, coordinator, aanmelder and an expert can; then most *kan*, then fewest
 * *liever niet*, then the earliest. `beste` null: none fits; `alle` says for each what stands in its way, the
 * one that lacks least first.
 */
export function voorstel(tafel: Zorgtafel, now: Instant): { beste: Beoordeling | null; alle: Beoordeling[] } {
  const alle = tafel.momenten
    .map((moment) => beoordeel(tafel, moment, now))
    .sort(
      (a, b) =>
        Number(a.voorbij) - Number(b.voorbij) ||
        tekort(a) - tekort(b) ||
        b.kan - a.kan ||
        a.liever - b.liever ||
        Temporal.Instant.compare(a.moment.start, b.moment.start) ||
        (a.moment.id < b.moment.id ? -1 : 1),
    );
  const [first] = alle;
  return { beste: first && past(first) ? first : null, alle };
}
