import { z } from 'zod';

/** What a text of the region file means, or what is wrong with it (Dutch, says what is allowed). */
type Read<T> = { value: T } | { problem: string };

/**
 * A scalar of the region file. YAML makes a number of `3500` and a text of `3500-3990`: both arrive as
 * the text that was written.
 */
const scalar = <T>(expected: string, read: (text: string) => Read<T>) =>
  z.unknown().transform((input, ctx): T => {
    const result = typeof input === 'string' || typeof input === 'number' ? read(`${input}`.trim()) : missing(input);
    if ('value' in result) return result.value;
    ctx.addIssue({ code: 'custom', message: `${result.problem} ${expected}` });
    return z.NEVER;
  });

const missing = (input: unknown): { problem: string } => {
  if (input === undefined) return { problem: 'Ontbreekt.' };
  if (input === null) return { problem: 'Is leeg.' };
  return { problem: typeof input === 'object' ? 'Moet één waarde zijn, geen lijst of blok.' : 'Kan hier niet.' };
};

/** Text that is not empty. */
export const text = scalar<string>('Verwacht: tekst.', (t) => (t === '' ? { problem: 'Is leeg.' } : { value: t }));

const pattern = (regex: RegExp, expected: string) =>
  scalar<string>(expected, (t) => (regex.test(t) ? { value: t } : { problem: `"${t}" kan hier niet.` }));

export const regionCode = pattern(/^[A-Z][A-Z0-9]{1,7}$/, 'Verwacht: 2 tot 8 hoofdletters of cijfers, zoals LIM.');

export const id = pattern(
  /^[a-z0-9]+(-[a-z0-9]+)*$/,
  'Verwacht: kleine letters, cijfers en koppeltekens, zoals ckg-molenberg.',
);

export const platform = pattern(/^[a-z]+$/, 'Verwacht: de naam van een chatplatform in kleine letters.');

export const email = scalar<string>('Verwacht: een e-mailadres, zoals naam@organisatie.be.', (t) =>
  z.email().safeParse(t).success ? { value: t.toLowerCase() } : { problem: `"${t}" is geen e-mailadres.` },
);

export const webAddress = scalar<string>('Verwacht: een adres dat met https:// begint.', (t) =>
  z.url({ protocol: /^https$/ }).safeParse(t).success ? { value: t } : { problem: `"${t}" kan hier niet.` },
);

/** An ISO date that the calendar has. */
export const isoDate = scalar<string>('Verwacht: een datum als 2026-03-07 (jaar-maand-dag).', (t) => {
  const problem = { problem: `"${t}" is geen datum.` };
  if (!/^\d{4}-\d{2}-\d{2}$/.test(t)) return problem;
  try {
    return { value: Temporal.PlainDate.from(t).toString() };
  } catch {
    return problem;
  }
});

/** Wall clock, `HH:MM`. */
export const clockTime = pattern(/^([01]\d|2[0-3]):[0-5]\d$/, 'Verwacht: een uur als 08:30 (uur:minuten).');

/** ISO 8601, more than zero. */
export const duration = scalar<string>(
  'Verwacht: een duur als PT24H (24 uur), P1D (1 dag), P6W (6 weken) of P3M.',
  (t) => {
    const problem = { problem: `"${t}" is geen duur.` };
    try {
      return Temporal.Duration.from(t).sign === 1 ? { value: t.toUpperCase() } : problem;
    } catch {
      return problem;
    }
  },
);

/** How long something is kept: at least a month, in whole days or more. */
export const retention = scalar<string>(
  'Verwacht: hoelang iets bewaard blijft, zoals P5Y (5 jaar) of P18M (18 maanden), minstens P1M.',
  (t) => {
    const problem = { problem: `"${t}" kan hier niet.` };
    if (!/^P(\d+Y)?(\d+M)?(\d+W)?(\d+D)?$/i.test(t)) return problem;
    try {
      // Any month will do: the shortest one.
      const relativeTo = Temporal.PlainDate.from('2026-02-01');
      return Temporal.Duration.compare(t, 'P1M', { relativeTo }) >= 0 ? { value: t.toUpperCase() } : problem;
    } catch {
      return problem;
    }
  },
);

/** Whole working days, written as a duration. */
export const workingDays = scalar<string>('Verwacht: een aantal werkdagen, zoals P5D.', (t) =>
  /^P[1-9]\d?D$/i.test(t) ? { value: t.toUpperCase() } : { problem: `"${t}" is geen aantal werkdagen.` },
);

/** ISO 8601 in hours and minutes: what can be counted from an instant, within one day. */
export const shortDuration = scalar<string>('Verwacht: een duur tot 12 uur, zoals PT15M (15 minuten).', (t) => {
  const problem = { problem: `"${t}" kan hier niet.` };
  if (!/^pt/i.test(t)) return problem;
  try {
    const minutes = Temporal.Duration.from(t).total('minutes');
    return minutes > 0 && minutes <= 12 * 60 ? { value: t.toUpperCase() } : problem;
  } catch {
    return problem;
  }
});

export const timeZone = scalar<string>('Verwacht: een tijdzone als Europe/Brussels.', (t) => {
  try {
    return { value: Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(t).timeZoneId };
  } catch {
    return { problem: `"${t}" is geen tijdzone.` };
  }
});

/** Belgian numbers: geographic and special ones have nine digits, mobile ones ten, short ones three or four. */
export const phone = scalar<string>('Verwacht: een Belgisch nummer, zoals 02 243 55 05, 0490 44 82 58 of 112.', (t) => {
  const digits = t.replace(/^(\+|00)32[\s./-]*(\(0\))?/, '0').replace(/[\s./-]/g, '');
  return /^(0[1-9]\d{7}|0[4][5-9]\d{7}|1\d{2,3})$/.test(digits)
    ? { value: t }
    : { problem: `"${t}" is geen telefoonnummer.` };
});

/** Euros as written, to cents. */
export const euro = scalar<number>(
  'Verwacht: een bedrag in euro zonder teken of spaties, zoals 20000 of 20000.50.',
  (t) => {
    const [, euros, cents = ''] = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(t) ?? [];
    return euros === undefined
      ? { problem: `"${t}" is geen bedrag.` }
      : { value: Number.parseInt(euros + cents.padEnd(2, '0'), 10) };
  },
);

/** An amount, or `onbeperkt`: null. */
export const euroOrAll = scalar<number | null>(
  'Verwacht: een bedrag in euro zonder teken of spaties, zoals 2500, of onbeperkt.',
  (t) => {
    if (t === 'onbeperkt') return { value: null };
    const [, euros] = /^(\d{1,7})$/.exec(t) ?? [];
    return euros === undefined ? { problem: `"${t}" kan hier niet.` } : { value: Number.parseInt(`${euros}00`, 10) };
  },
);

/** A percentage as written (`50%`), to basis points. */
export const percentage = scalar<number>(
  'Verwacht: een percentage van 0% tot 100%, met het teken erbij, zoals 50%.',
  (t) => {
    const number = /^(\d{1,3}(?:[.,]\d{1,2})?)\s*%$/.exec(t)?.[1];
    const points = number === undefined ? Number.NaN : Math.round(Number(number.replace(',', '.')) * 100);
    return points >= 0 && points <= 10_000 ? { value: points } : { problem: `"${t}" kan hier niet.` };
  },
);

export const count = scalar<number>('Verwacht: een geheel getal van 0 tot 100.', (t) =>
  /^\d{1,3}$/.test(t) && Number(t) <= 100 ? { value: Number(t) } : { problem: `"${t}" kan hier niet.` },
);

/** `09:00-12:00`, to wall-clock times with two digits. */
export const hours = scalar<{ van: string; tot: string }>(
  'Verwacht: van-tot binnen één dag, zoals 09:00-12:00 (ten laatste 24:00).',
  (t) => {
    const groups = /^(\d{1,2}:[0-5]\d)\s*[-–]\s*(\d{1,2}:[0-5]\d)$/.exec(t);
    const [van, tot] = [groups?.[1] ?? '', groups?.[2] ?? ''].map((time) => time.padStart(5, '0'));
    return van !== undefined && tot !== undefined && groups && van < tot && tot <= '24:00'
      ? { value: { van, tot } }
      : { problem: `"${t}" kan hier niet.` };
  },
);

/** `3500-3990` or `3500`. */
export const postcodes = scalar<{ van: number; tot: number }>(
  'Verwacht: een postcode of een reeks, zoals 3500 of 3500-3990.',
  (t) => {
    const groups = /^([1-9]\d{3})(?:\s*[-–]\s*([1-9]\d{3}))?$/.exec(t);
    const van = Number(groups?.[1]);
    const tot = Number(groups?.[2] ?? groups?.[1]);
    return groups && van <= tot ? { value: { van, tot } } : { problem: `"${t}" kan hier niet.` };
  },
);
