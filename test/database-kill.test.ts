import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../adapters/database/open-database.ts';
import { verifyAudit } from '../adapters/database/verify-audit.ts';
import { silent, testKeys } from './databases.ts';

function start(folder: string, prefix = '') {
  const file = fileURLToPath(new URL('./database-writer.ts', import.meta.url));
  const child = spawn(process.execPath, [file, folder, prefix], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines: string[] = [];
  let first: (line: string) => void;
  const ready = new Promise<string>((resolve) => {
    first = resolve;
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    first(line);
  });
  return { child, lines, ready, gone: new Promise<number | null>((resolve) => child.once('close', resolve)) };
}

const kill = async ({ child, gone }: { child: ChildProcess; gone: Promise<number | null> }) => {
  child.kill('SIGKILL');
  await gone;
};

it('loses nothing that was acknowledged when the process is killed, and starts again quickly', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kill-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const acknowledged: string[] = [];
  const starts: number[] = [];
  for (let round = 0; round < 6; round++) {
    const writer = start(folder, `r${round}`);
    starts.push(Number((await writer.ready).split(' ')[1]));
    // At a moment that has nothing to do with what it is doing, once it has done something.
    while (writer.lines.length < 6) await sleep(10);
    await sleep(Math.random() * 100);
    await kill(writer);
    acknowledged.push(...writer.lines.slice(1));
  }
  const database = await openDatabase({ dataDir: folder, keys: testKeys, log: silent });
  const { prisma } = database;
  const cases = await prisma.casus.findMany({ select: { id: true, referentie: true }, orderBy: { referentie: 'asc' } });
  const kept = new Set(cases.map((row) => row.id));
  expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
  expect(acknowledged.length).toBeGreaterThan(20);
  // At most the one that was under way in each round is there without having been acknowledged.
  expect(cases.length - acknowledged.length).toBeLessThanOrEqual(6);
  expect(cases.map((row) => Number(row.referentie.slice(-4)))).toEqual(cases.map((_, n) => n + 1));
  expect(await prisma.bericht.count()).toBe(3 * cases.length);
  const jobs = await prisma.$queryRaw<{ n: bigint }[]>`
    SELECT count(DISTINCT data->>'berichtId') AS n FROM pgboss.job WHERE name = 'bericht'`;
  expect(Number(jobs[0]?.n)).toBe(3 * cases.length);
  expect(await verifyAudit(database)).toMatchObject({ kind: 'intact', count: cases.length });
  await database.close();
  console.log(
    `${acknowledged.length} acknowledged in 6 rounds, none lost; ready in ${starts[0]} ms the first time, then ${starts.slice(1).join(', ')} ms`,
  );
}, 240_000);

it('refuses a second process on the same folder, and says which one has it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'twice-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const one = start(folder);
  expect(await one.ready).toMatch(/^ready/);
  const two = start(folder);
  expect(await two.ready).toBe(
    `DATA_DIR: ${folder} is in gebruik door proces ${one.child.pid}. Stop dat eerst, of kies een andere map.`,
  );
  expect(await two.gone).toBe(78);
  await kill(one);
}, 120_000);
