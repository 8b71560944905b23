import { decimaal } from '../rugzak/bedrag.ts';
import type { AanvraagStap, LadderStep, Region, RugzakBeleid } from './region.ts';
import { aanvraagBeleid } from './usual-aanvraag.ts';
import { usualEvaluatie } from './usual-evaluatie.ts';
import { usualGoedkeuring } from './usual-goedkeuring.ts';
import { usualZorgplanLadder } from './usual-zorgplan.ts';
import { zorgtafelBeleid } from './usual-zorgtafel.ts';

/** The undated single values of a region by the key they have in the file, as text to read. */
export function fieldsOf(region: Region): Map<string, string> {
  const { jaarbudget, structureel } = region.rugzak;
  const goedkeuring = region.rugzak.goedkeuring ?? usualGoedkeuring;
  const fields: [string, string | undefined][] = [
    ['naam', region.naam],
    ['tijdzone', region.tijdzone],
    ['contact.email', region.contact.email],
    ...Object.entries({ ...region.termijnen, aanvraag: aanvraagBeleid(region).termijn, zorgtafelStopt: undefined }).map(
      ([key, value]): [string, string | undefined] => [`termijnen.${key}`, value],
    ),
    ['termijnen.zorgtafel_stopt', zorgtafelBeleid(region).stopt],
    ['herinneringen.dag_voor', region.herinneringen.dagVoor],
    ['herinneringen.vooraf', region.herinneringen.vooraf],
    ['herinneringen.ochtend', region.herinneringen.ochtend],
    ['herinneringen.bevestigen_binnen', region.herinneringen.bevestigenBinnen],
    ['herinneringen.overdracht', region.herinneringen.overdracht],
    ...Object.entries(goedkeuring).map(([role, cents]): [string, string] => [
      `rugzak.goedkeuring.${role}`,
      cents === null ? 'onbeperkt' : euros(cents),
    ]),
    ['rugzak.verwerkingstijd', `${region.rugzak.verwerkingstijd ?? 0} werkdagen`],
    ...Object.entries(jaarbudget).map(([year, cents]): [string, string] => [`rugzak.jaarbudget.${year}`, euros(cents)]),
    ...Object.entries(structureel ?? {}).map(([year, cents]): [string, string] => [
      `rugzak.jaarbudget.${year}.structureel`,
      euros(cents),
    ]),
    ...Object.entries(region.deuren).flatMap(([kind, door]) =>
      Object.entries(door ?? {}).map(([key, value]): [string, string | undefined] => [`deuren.${kind}.${key}`, value]),
    ),
  ];
  return new Map(fields.filter((field): field is [string, string] => field[1] !== undefined));
}

/** The undated lists of a region by the key they have in the file, each item as text to read. */
export const listsOf = (region: Region): Record<string, readonly string[]> => ({
  gemeenten: region.gemeenten,
  postcodes: region.postcodes.map(({ van, tot }) => (van === tot ? `${van}` : `${van}-${tot}`)),
  'ladder.terugkoppeling': region.ladder.terugkoppeling.map(rung),
  'ladder.zorgtafel': zorgtafelBeleid(region).ladder.map(rung),
  'ladder.zorgplan': (region.ladder.zorgplan ?? usualZorgplanLadder).map(rung),
  'ladder.evaluatie': (region.ladder.evaluatie ?? usualEvaluatie).map((stap) =>
    'voor' in stap ? `${stap.voor} voor ${stap.soort} aan ${stap.aan}` : `${stap.na} na ${stap.soort} aan ${stap.aan}`,
  ),
  'ladder.aanvraag': aanvraagBeleid(region).ladder.map(rung),
  'herinneringen.gaten': region.herinneringen.gaten.map((days) => `${days} dagen vooraf`),
  'kanalen.permanentie': region.kanalen.permanentie.map(({ platform, ref }) => `${platform} ${ref}`),
  sluitingsdagen: region.sluitingsdagen,
});

/** The rules of means in a line. */
export const beleidText = ({ maximum, verblijf, duur, verlengingen, drempels }: RugzakBeleid): string =>
  `${euros(maximum)}, ${percent(verblijf)} voor verblijf, duur ${duur}, ${verlengingen} keer te verlengen, melding bij ${drempels.map(percent).join(', ')}`;

const rung = ({ na, soort, aan }: LadderStep | AanvraagStap) => `na ${na} ${soort} aan ${aan}`;

const euros = (cents: number) =>
  new Intl.NumberFormat('nl-BE', { style: 'currency', currency: 'EUR', trailingZeroDisplay: 'stripIfInteger' }).format(
    decimaal(cents),
  );
const percent = (points: number) => `${(points / 100).toString().replace('.', ',')}%`;
