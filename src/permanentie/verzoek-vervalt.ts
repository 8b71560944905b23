import type { NewBericht } from '../berichten/bericht.ts';
import type { Directory } from '../personen/directory.ts';
import type { Region } from '../regio/region.ts';
import { type Ids, type Instant, isBefore } from '../time.ts';
import { dutiesOn, type Holidays } from './on-duty.ts';
import { responsible } from './toewijzing.ts';
import { type Span, type Verzoek, verzoekSubject } from './verzoek.ts';
import { wallInstant } from './wall-instant.ts';

type Picture = { region: Region; directory: Directory };

/** Whether both day parts of a request are still those people's, and still to come. */
export function geldtNog(
  { van, aan, geef, krijg }: Verzoek,
  { region, directory }: Picture,
  holidays: Holidays,
  now: Instant,
): boolean {
  const holds = ({ datum, ...span }: Span, personId: string) => {
    const [start, end] = [span.van, span.tot].map((time) => wallInstant(region.tijdzone, datum, time));
    return (
      start !== undefined &&
      isBefore(now, start) &&
      dutiesOn(region, holidays, datum).some(
        (d) => d.start.equals(start) && end?.equals(d.end) && responsible(region, directory, d)?.id === personId,
      )
    );
  };
  return holds(geef, van) && (krijg === null || holds(krijg, aan));
}

/**
 * What a change of the rota means for requests without an answer: who asked hears that one can no longer be accepted,
 * and the cards of both show how it stands, also when it can be again [P4]. `zwijg`: who knows already.
 */
export function verzoekGevolgen(
  open: readonly Verzoek[],
  before: Picture,
  after: Picture,
  { holidays, now, ids, zwijg = [] }: { holidays: Holidays; now: Instant; ids: Ids; zwijg?: readonly string[] },
): { berichten: NewBericht[]; refresh: string[] } {
  const turned = open.flatMap((verzoek) => {
    if (verzoek.regio !== after.region.code) return [];
    const [was, is] = [before, after].map((picture) => geldtNog(verzoek, picture, holidays, now));
    return was === is ? [] : [{ verzoek, lapsed: !is }];
  });
  return {
    berichten: turned.flatMap(({ verzoek, lapsed }): NewBericht[] => {
      if (!lapsed || zwijg.includes(verzoek.van)) return [];
      const onderwerp = verzoekSubject(verzoek);
      // Never the message with which it was asked, which a press of the same moment may be before.
      const op = isBefore(verzoek.op, now) ? now : verzoek.op.add({ milliseconds: 1 });
      return [
        { id: ids.next(), soort: 'rooster_verzoek', casusId: null, onderwerp, op, aan: { persoon: verzoek.van } },
      ];
    }),
    refresh: turned.map(({ verzoek }) => verzoekSubject(verzoek)),
  };
}
