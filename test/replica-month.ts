import type { NoticeKind } from '../src/permanentie/notices.ts';

// A month of Limburg's rota and every message it owes, written out by hand: nothing in here works a date
// out from a region file, knows about summer time or calls what it is compared with.

export type Somebody = 'marijke' | 'ines' | 'beheerder' | 'provinciaal' | 'kanaal';

/** A message: what, about which day or day part, when it fell due (UTC), and to whom. `op: null`: when somebody acted. */
export type Owed = {
  soort: NoticeKind | 'rooster_gewijzigd' | 'rooster_verzoek';
  over: string;
  op: string | null;
  aan: Somebody;
};

/** Something that somebody does, at a time in UTC. */
export type Deed = { op: string; wie: Somebody; wat: DeedKind };
export type DeedKind =
  | { kind: 'vraag_ruil' }
  | { kind: 'aanvaard_ruil' }
  | { kind: 'afwezig'; datum: string; vraag: 'iedereen' | 'planners' }
  | { kind: 'neem_over'; datum: string }
  | { kind: 'vervang'; datum: string; wie: Somebody }
  | { kind: 'maak_ongedaan'; datum: string }
  | { kind: 'ik_ben_er'; datum: string };

/** Midnight in Brussels, at both ends: Monday 12 October and Thursday 12 November 2026. */
export const MONTH = { start: '2026-10-11T22:00:00Z', end: '2026-11-11T23:00:00Z' };

/**
 * Working days: date, who is there from 9 to 12 h, who owns the phone route from 14 to 17 h, the working
 * day before, and how far Brussels is ahead of UTC on both. In the night to 25 October the clock goes back;
 * 11 November is a public holiday. The changes: 19 and 20 October are swapped; 28 October is taken over;
 * nobody is there on 6 November; 30 October is taken by Marijke after its reminder went to Ines.
 */
const days: [datum: string, ochtend: 'marijke' | 'ines' | null, route: 'marijke' | 'ines', voor: string][] = [
  ['2026-10-12', 'marijke', 'marijke', ''],
  ['2026-10-13', 'ines', 'ines', '2026-10-12T14:00:00Z'],
  ['2026-10-14', 'marijke', 'marijke', '2026-10-13T14:00:00Z'],
  ['2026-10-15', 'marijke', 'marijke', '2026-10-14T14:00:00Z'],
  ['2026-10-16', 'ines', 'ines', '2026-10-15T14:00:00Z'],
  ['2026-10-19', 'ines', 'marijke', '2026-10-16T14:00:00Z'],
  ['2026-10-20', 'marijke', 'ines', '2026-10-19T14:00:00Z'],
  ['2026-10-21', 'marijke', 'marijke', '2026-10-20T14:00:00Z'],
  ['2026-10-22', 'marijke', 'marijke', '2026-10-21T14:00:00Z'],
  ['2026-10-23', 'ines', 'ines', '2026-10-22T14:00:00Z'],
  // 16 h on Friday is 14 h UTC; on the Monday after that night 8:30 is 7:30 UTC.
  ['2026-10-26', 'marijke', 'marijke', '2026-10-23T14:00:00Z'],
  ['2026-10-27', 'ines', 'ines', '2026-10-26T15:00:00Z'],
  ['2026-10-28', 'ines', 'marijke', '2026-10-27T15:00:00Z'],
  ['2026-10-29', 'marijke', 'marijke', '2026-10-28T15:00:00Z'],
  ['2026-10-30', 'marijke', 'ines', '2026-10-29T15:00:00Z'],
  ['2026-11-02', 'marijke', 'marijke', '2026-10-30T15:00:00Z'],
  ['2026-11-03', 'ines', 'ines', '2026-11-02T15:00:00Z'],
  ['2026-11-04', 'marijke', 'marijke', '2026-11-03T15:00:00Z'],
  ['2026-11-05', 'marijke', 'marijke', '2026-11-04T15:00:00Z'],
  ['2026-11-06', null, 'ines', '2026-11-05T15:00:00Z'],
  ['2026-11-09', 'marijke', 'marijke', '2026-11-06T15:00:00Z'],
  ['2026-11-10', 'ines', 'ines', '2026-11-09T15:00:00Z'],
  ['2026-11-12', 'marijke', 'marijke', '2026-11-10T15:00:00Z'],
];

/** Who said to be there before somebody looked for them. */
const confirmed = ['2026-10-13', '2026-10-19', '2026-10-22', '2026-10-26', '2026-10-28', '2026-11-02', '2026-11-10'];

const utc = (datum: string, time: string) => `${datum}T${time}:00Z`;
/** Hours on the wall of both halves of the month, in UTC. */
const hours = (datum: string) =>
  datum < '2026-10-25'
    ? { channel: '06:30', soon: '06:45', say: '06:50', start: '07:00', late: '07:15' }
    : { channel: '07:30', soon: '07:45', say: '07:50', start: '08:00', late: '08:15' };

const other = { marijke: 'ines', ines: 'marijke' } as const;

const planned: Deed[] = [
  { op: '2026-10-14T08:10:00Z', wie: 'marijke', wat: { kind: 'vraag_ruil' } },
  { op: '2026-10-14T09:20:00Z', wie: 'ines', wat: { kind: 'aanvaard_ruil' } },
  { op: '2026-10-16T08:10:00Z', wie: 'beheerder', wat: { kind: 'vervang', datum: '2026-10-22', wie: 'ines' } },
  { op: '2026-10-19T12:20:00Z', wie: 'beheerder', wat: { kind: 'maak_ongedaan', datum: '2026-10-22' } },
  { op: '2026-10-21T08:30:00Z', wie: 'ines', wat: { kind: 'afwezig', datum: '2026-11-06', vraag: 'planners' } },
  { op: '2026-10-26T09:10:00Z', wie: 'marijke', wat: { kind: 'afwezig', datum: '2026-10-28', vraag: 'iedereen' } },
  { op: '2026-10-26T12:20:00Z', wie: 'ines', wat: { kind: 'neem_over', datum: '2026-10-28' } },
  { op: '2026-10-29T17:00:00Z', wie: 'beheerder', wat: { kind: 'vervang', datum: '2026-10-30', wie: 'marijke' } },
];

export const deeds: Deed[] = [
  ...planned,
  ...confirmed.map((datum): Deed => {
    const wie = days.find(([day]) => day === datum)?.[1] ?? 'ines';
    return { op: utc(datum, hours(datum).say), wie, wat: { kind: 'ik_ben_er', datum } };
  }),
].sort((a, b) => (a.op < b.op ? -1 : 1));

const daily: Owed[] = days.flatMap(([datum, ochtend, route, voor]): Owed[] => {
  const { channel, soon, start, late } = hours(datum);
  const over = `LIM/${datum}`;
  const part = `${over}/09:00`;
  // As they were told on the day before: on 30 October it still was Ines all day.
  const told = new Set<Somebody>(datum === '2026-10-30' ? ['ines'] : [...(ochtend ? [ochtend] : []), route]);
  return [
    ...(voor ? [...told].map((aan): Owed => ({ soort: 'dienst_morgen', over, op: voor, aan })) : []),
    // Its own morning comes after the month.
    ...(datum === '2026-11-12'
      ? []
      : [{ soort: 'dienst_ochtend', over, op: utc(datum, channel), aan: 'kanaal' } as const]),
    ...(ochtend && datum !== '2026-11-12'
      ? [
          { soort: 'dienst_straks', over: part, op: utc(datum, soon), aan: ochtend } as const,
          ...(confirmed.includes(datum)
            ? []
            : (['beheerder', other[ochtend]] as const).map(
                (aan): Owed => ({ soort: 'dienst_onbevestigd', over: part, op: utc(datum, late), aan }),
              )),
        ]
      : []),
    ...(ochtend === null
      ? [
          // Fourteen, seven and one day ahead at 9 h, the first of them before the clock went back.
          ...['2026-10-23T07:00:00Z', '2026-10-30T08:00:00Z', '2026-11-05T08:00:00Z'].map(
            (op): Owed => ({ soort: 'gat', over: part, op, aan: 'beheerder' }),
          ),
          ...(['beheerder', 'marijke', 'ines', 'provinciaal'] as const).map(
            (aan): Owed => ({ soort: 'gat_nu', over: part, op: utc(datum, start), aan }),
          ),
        ]
      : []),
  ];
});

const byDeeds: Owed[] = (
  [
    ['rooster_verzoek', 'LIM/verzoek', 'marijke'],
    ['rooster_verzoek', 'LIM/verzoek', 'ines'],
    ['rooster_gewijzigd', 'LIM/2026-10-19', 'marijke'],
    ['rooster_gewijzigd', 'LIM/2026-10-20', 'marijke'],
    // Replaced, and once more when that was undone.
    ['rooster_gewijzigd', 'LIM/2026-10-22', 'marijke'],
    ['rooster_gewijzigd', 'LIM/2026-10-22', 'ines'],
    ['rooster_gewijzigd', 'LIM/2026-10-22', 'marijke'],
    ['rooster_gewijzigd', 'LIM/2026-10-22', 'ines'],
    ['gat', 'LIM/2026-11-06/09:00', 'beheerder'],
    ['gat', 'LIM/2026-10-28/09:00', 'ines'],
    // Somebody took over what she let go.
    ['rooster_gewijzigd', 'LIM/2026-10-28', 'marijke'],
    ['rooster_gewijzigd', 'LIM/2026-10-30', 'marijke'],
    ['rooster_gewijzigd', 'LIM/2026-10-30', 'ines'],
  ] as const
).map(([soort, over, aan]) => ({ soort, over, op: null, aan }));

/** Every message of the month, once. */
export const owed: Owed[] = [...daily, ...byDeeds];

/** Moments to look at: what falls due, what somebody does, and some at which nothing may happen. */
export const moments: string[] = [
  ...new Set([
    ...owed.flatMap(({ op }) => op ?? []),
    ...deeds.map(({ op }) => op),
    // The night that has 25 hours: Saturday 23 h, and every hour until 4 h.
    ...['2026-10-24T21:10:00Z', '2026-10-24T22:10:00Z', '2026-10-24T23:10:00Z'],
    ...['2026-10-25T00:10:00Z', '2026-10-25T01:10:00Z', '2026-10-25T02:10:00Z', '2026-10-25T03:10:00Z'],
    ...['2026-10-17T10:00:00Z', '2026-11-01T11:00:00Z', '2026-11-11T08:00:00Z'],
    MONTH.end,
  ]),
].sort();
