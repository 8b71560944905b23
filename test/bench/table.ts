import type { Compared } from './alternate.ts';

/** One line of the table. `met`: null when the row has no aim, or was not measured. */
export type Row = { what: string; ours: string; yardstick: string; ratio: string; aim: string; met: boolean | null };

/** A row about how often a second something gets done. `aim`: the least ratio, when there is one. */
export const rateRow = (what: string, yardstick: string, compared: Compared, aim?: number): Row => ({
  what,
  ours: perSecond(compared.ours),
  yardstick: `${perSecond(compared.yardstick)}: ${yardstick}`,
  ratio: compared.ratio.toFixed(2),
  aim: aim === undefined ? '' : `≥ ${aim}`,
  met: aim === undefined ? null : compared.ratio >= aim,
});

/** A row that could not be measured on this machine. */
export const skipped = (what: string, reason: string): Row => ({
  what,
  ours: `skipped: ${reason}`,
  yardstick: '',
  ratio: '',
  aim: '',
  met: null,
});

/** Rows as a Markdown table. */
export function table(rows: Row[]): string {
  const lines = rows.map((row) => [
    row.what,
    row.ours,
    row.yardstick,
    row.ratio,
    row.aim,
    row.met === null ? '' : row.met ? 'yes' : '**no**',
  ]);
  const head = ['Measured', 'Ours', 'Yardstick', 'Ratio', 'Aim', 'Met'];
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** `1 234/s`, `2.3 million/s`. */
function perSecond(value: number): string {
  if (value >= 1e6) return `${(value / 1e6).toFixed(1)} million/s`;
  return `${value >= 100 ? Math.round(value).toLocaleString('en').replaceAll(',', ' ') : value.toFixed(1)}/s`;
}
