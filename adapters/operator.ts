import type { Reden } from '../src/bewaring/bewaren.ts';
import { type Bevinding, opruimen } from '../src/bewaring/opruimen.ts';
import type { Log } from '../src/ports.ts';
import { readBotConfig } from './config.ts';
import { createArchief } from './database/create-archief.ts';
import { createOutbox } from './database/create-outbox.ts';
import { createStore, type DatabaseStore } from './database/create-store.ts';
import { type Database, openDatabase } from './database/open-database.ts';
import { removeExpired } from './database/remove-expired.ts';
import { rotateKeys } from './database/rotate-keys.ts';
import { verifyAudit } from './database/verify-audit.ts';
import { type Jobs, startJobs } from './jobs/start-jobs.ts';
import { createLog } from './log/create-log.ts';
import { readKeys } from './read-environment.ts';
import { apply, check } from './region/region-command.ts';
import { ConfigError, uuids, wallClock } from './start-bot.ts';

type Print = (line: string) => void;

/** The operator's jobs work on the same database as the bot, with the same settings; no platform is needed. */
async function withDatabase<T>(env: NodeJS.ProcessEnv, work: (database: Database) => Promise<T>): Promise<T> {
  const read = readBotConfig(env);
  if (read.kind === 'wrong') throw new ConfigError(read.problems);
  const keys = readKeys(env, read.config);
  if ('variable' in keys) throw new ConfigError([keys]);
  const { databaseUrl: url, dataDir } = read.config;
  const database = await openDatabase({ ...(url !== undefined && { url }), dataDir, keys, log: createLog('warn') });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

async function withStore<T>(
  env: NodeJS.ProcessEnv,
  work: (store: DatabaseStore, below: { database: Database; jobs: Jobs; log: Log }) => Promise<T>,
): Promise<T> {
  return withDatabase(env, async (database) => {
    const log = createLog('warn');
    const jobs = await startJobs({ database, log });
    try {
      return await work(await createStore({ database, queue: jobs, clock: wallClock, log }), { database, jobs, log });
    } finally {
      await jobs.stop();
    }
  });
}

/** `npm run region -- check FILE …` and `apply FILE`. Checking needs no database; where there is one, it says who cannot be reached. */
export async function region(env: NodeJS.ProcessEnv, [verb, ...files]: string[], print: Print): Promise<number> {
  if (verb === 'apply')
    return withStore(env, (store) => apply(files[0], { store, clock: wallClock, ids: uuids, by: 'bot', print }));
  if (!env.DATABASE_URL || verb !== 'check') return check(verb === 'check' ? files : [], { clock: wallClock, print });
  return withStore(env, async (store) => check(files, { clock: wallClock, print, directory: store.directory() }));
}

/** `npm run audit:verify`: 0 when the chain holds, 1 with the first bad entry when it does not [S13]. */
export const auditVerify = (env: NodeJS.ProcessEnv, print: Print): Promise<number> =>
  withDatabase(env, async (database) => {
    const verdict = await verifyAudit(database);
    if (verdict.kind === 'intact') {
      print(
        `De auditketen klopt: ${verdict.count} regels. Bewaar dit buiten de databank: ${verdict.head.seq} ${verdict.head.hash}`,
      );
      return 0;
    }
    const reasons = {
      changed: 'is gewijzigd',
      missing: 'ontbreekt',
      cut: 'is afgeknipt',
      anchor: 'klopt niet met het anker',
    };
    print(`De auditketen klopt NIET: regel ${verdict.seq} ${reasons[verdict.reason]}.`);
    return 1;
  });

/** `npm run undelivered:seen`: what failed until now is looked at, and only what fails later still counts as undelivered. */
export const undeliveredSeen = (env: NodeJS.ProcessEnv, print: Print): Promise<number> =>
  withDatabase(env, async (database) => {
    const count = await createOutbox(database).acknowledgeDead(wallClock.now());
    print(
      count === 0
        ? 'Er is niets nieuws dat niet bezorgd kon worden.'
        : `${aantal(count, 'bericht dat niet bezorgd kon worden, telt', 'berichten die niet bezorgd konden worden, tellen')} niet meer mee.`,
    );
    return 0;
  });

/** `npm run keys:rotate`: rewrites everything that is still encrypted with an older key of `BOT_KEYS` [S12]. */
export const keysRotate = (env: NodeJS.ProcessEnv, print: Print): Promise<number> =>
  withDatabase(env, async (database) => {
    const { rewritten, remaining } = await rotateKeys(database, createLog('warn'));
    print(`${rewritten} velden herschreven met sleutel ${database.keys.newest.id}.`);
    print(
      remaining === 0
        ? 'Niets gebruikt nog een oudere sleutel: die mag uit BOT_KEYS.'
        : `${remaining} velden gebruiken nog een oudere sleutel: draai dit opnieuw voor je die uit BOT_KEYS haalt.`,
    );
    return 0;
  });

/**
 * `npm run retention`: removes cases past the term of their region [S17], drafts past their 48 hours and traces of old
 * deliveries. `--toon` changes nothing, and says which cases would go and which stay, and why. 1: one could not be read.
 */
export const retention = (env: NodeJS.ProcessEnv, args: string[], print: Print): Promise<number> => {
  const toon = args.includes('--toon');
  const unknown = args.find((arg) => arg !== '--toon');
  if (unknown !== undefined) {
    print(`Onbekend: ${unknown}. Kies --toon, of niets.`);
    return Promise.resolve(EX_USAGE);
  }
  return withStore(env, async (store, { database, jobs, log }) => {
    const archief = createArchief({ database, queue: jobs });
    const world = { store, archief, clock: wallClock, ids: uuids, log };
    const { bekeken, verwijderd, fouten } = await opruimen(world, {
      toon,
      zeg: (bevinding) => {
        const line = bevindingZin(bevinding, toon);
        if (line !== null) print(line);
      },
    });
    if (toon) {
      print(`${aantal(verwijderd, 'casus zou', 'casussen zouden')} verwijderd worden. Er is niets gewijzigd.`);
      return fouten === 0 ? 0 : 1;
    }
    print(`${aantal(bekeken, 'afgeronde casus', 'afgeronde casussen')} nagekeken, ${verwijderd} verwijderd.`);
    const { vergeten, teWissen } = await archief.vergeetAdressen(wallClock.now());
    print(
      `${aantal(teWissen, 'kaart wordt', 'kaarten worden')} door de bot leeggemaakt, ${aantal(vergeten, 'adres', 'adressen')} van lege kaarten vergeten.`,
    );
    const { drafts, deliveries } = await removeExpired(database, wallClock.now());
    print(`${drafts} verlopen concepten en ${deliveries} oude afleversporen verwijderd.`);
    return fouten === 0 ? 0 : 1;
  });
};

const EX_USAGE = 64;

const aantal = (n: number, een: string, meer: string) => `${n} ${n === 1 ? een : meer}`;

const redenen: Record<Reden, string> = {
  factuur: 'een factuur is niet betaald',
  middelen: 'rugzakmiddelen zijn niet betaald of vrijgegeven',
  bewijs: 'een bewijs is niet bezorgd',
  klok: 'er loopt nog een termijn; sluit de casus af',
};

/** What is worth a line. References of what was removed stand in no log afterwards; null: nothing to say. */
function bevindingZin(bevinding: Bevinding, toon: boolean): string | null {
  switch (bevinding.kind) {
    case 'zonder_termijn': {
      const { regio, aantal: n } = bevinding;
      return `${regio.naam} (${regio.code}) heeft geen bewaartermijn: ${aantal(n, 'afgeronde casus blijft', 'afgeronde casussen blijven')} bewaard. Zet bewaring in het regiobestand.`;
    }
    case 'verwijderen':
      return toon
        ? `${bevinding.referentie}: afgerond op ${datum(bevinding.sinds)}, bewaard tot en met ${datum(bevinding.tot)}: wordt verwijderd.`
        : null;
    case 'blijft':
      return `${bevinding.referentie}: bewaard tot en met ${datum(bevinding.tot)}, maar blijft: ${bevinding.redenen.map((r) => redenen[r]).join('; ')}.`;
    case 'bezig':
      return `${bevinding.referentie}: iemand werkt er net aan; de volgende keer opnieuw.`;
    case 'fout':
      return `${bevinding.referentie}: kan niet gelezen worden. Staat elke sleutel in BOT_KEYS?`;
    case 'voortgang':
      return toon ? null : `${bevinding.bekeken} nagekeken, ${bevinding.verwijderd} verwijderd …`;
    default:
      throw new Error(bevinding satisfies never);
  }
}

/** `7 maart 2022` */
const datum = (date: string) => Temporal.PlainDate.from(date).toLocaleString('nl-BE', { dateStyle: 'long' });
