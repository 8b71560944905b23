import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { aanmeldingCommit } from './aanmelding-commit.ts';
import { manyCases } from './many-cases.ts';
import { rugzakLedger } from './rugzak-ledger.ts';
import { slackCommand } from './slack-command.ts';
import { startUp } from './start-up.ts';
import { type Row, table } from './table.ts';
import { teamsMessage } from './teams-message.ts';
import { whoIsOnDuty } from './who-is-on-duty.ts';
import { yearsKept } from './years-kept.ts';

// `npm run bench`: one table, every row a ratio inside one run. About five minutes; BENCH_SECONDS=0.25 for a quick
// look, `npm run bench -- years cases` for some of it.
const [{ model } = { model: 'unknown' }] = cpus();
const cores = availableParallelism();
const gigabytes = Math.round(totalmem() / 2 ** 30);
const date = Temporal.Now.plainDateISO().toString();
const [load = 0] = loadavg();
console.log(
  `${date} · ${cores} cores (${model.trim()}), ${gigabytes} GB · Node ${process.version} · load before: ${load.toFixed(1)}\n`,
);

const started = performance.now();
const parts = {
  slack: slackCommand,
  teams: teamsMessage,
  aanmelding: aanmeldingCommit,
  permanentie: whoIsOnDuty,
  cases: manyCases,
  years: yearsKept,
  ledger: rugzakLedger,
  start: startUp,
};
const wanted = process.argv.slice(2);
const rows: Row[] = [];
for (const [name, measure] of Object.entries(parts))
  if (wanted.length === 0 || wanted.includes(name)) rows.push(...(await measure()));
console.log(table(rows));
console.log(`\n${Math.round((performance.now() - started) / 1000)} seconds`);
