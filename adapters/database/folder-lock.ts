import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { ConfigProblem } from '../../src/ports.ts';

/** Another process works in the folder. `problem` is for the operator, in Dutch. */
export class FolderInUse extends Error {
  override name = 'FolderInUse';
  problem: ConfigProblem;
  constructor(folder: string, holder: Holder) {
    const where = holder.host === hostname() ? '' : ` op ${holder.host}`;
    const problem = `${folder} is in gebruik door proces ${holder.pid}${where}. Stop dat eerst, of kies een andere map.`;
    super(`DATA_DIR: ${problem}`);
    this.problem = { variable: 'DATA_DIR', problem };
  }
}

type Holder = { pid: number; host: string; started: string };

const beatMs = 5_000;
const silentMs = 20_000;

/**
 * Takes the folder for this process: two processes on one embedded database would destroy it.
 * Throws FolderInUse; a lock whose process is dead is taken over. The result gives the folder back.
 */
export function lockFolder(folder: string): () => void {
  const file = join(folder, 'in-gebruik');
  const me: Holder = { pid: process.pid, host: hostname(), started: startOf(process.pid) };
  const mine = `${file}.${randomUUID()}`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(mine, JSON.stringify(me), { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < 5; attempt++) {
      if (tryLink(mine, file)) return hold(file, folder);
      const text = readOrNull(file);
      if (text === null) continue;
      const holder = parseHolder(text);
      if (holder && isAlive(holder, file)) throw new FolderInUse(folder, holder);
      setAside(file, text);
    }
    throw new Error(`DATA_DIR: ${file} laat zich niet nemen`);
  } finally {
    rmSync(mine, { force: true });
  }
}

// In this process, by path: a second opening here has the pid of the holder and must still be refused.
const held = new Set<string>();

function hold(file: string, folder: string): () => void {
  held.add(file);
  // Processes on another machine cannot see whether this one lives: they look at the file's age.
  const beat = setInterval(() => {
    try {
      utimesSync(file, new Date(), new Date());
    } catch {
      // The folder is gone; the database will say so itself.
    }
  }, beatMs);
  beat.unref();
  const release = () => {
    if (!held.delete(file)) return;
    clearInterval(beat);
    process.off('exit', release);
    rmSync(join(folder, 'in-gebruik'), { force: true });
  };
  process.once('exit', release);
  return release;
}

function isAlive(holder: Holder, file: string): boolean {
  if (holder.host !== hostname()) return Date.now() - statSync(file).mtimeMs < silentMs;
  if (holder.pid === process.pid) return held.has(file);
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  // Process ids come back: the same id with another start is another process.
  return holder.started === '' || holder.started === startOf(holder.pid);
}

/** Start of a process in clock ticks since boot, with the boot's id; empty where the system does not tell. */
function startOf(pid: number): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name (field 2) may hold spaces and brackets; field 22 counts from after it.
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
    return `${boot}/${ticks}`;
  } catch {
    return '';
  }
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Moves a dead lock away; puts it back when it turns out to be a living one taken in between. */
function setAside(file: string, expected: string) {
  const aside = `${file}.oud.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (readOrNull(aside) !== expected) tryLink(aside, file);
  rmSync(aside, { force: true });
}

function readOrNull(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function parseHolder(text: string): Holder | null {
  try {
    return JSON.parse(text) as Holder;
  } catch {
    return null;
  }
}
