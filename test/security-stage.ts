import { randomUUID } from 'node:crypto';
import { afterAll, onTestFinished, vi } from 'vitest';
import type { Database } from '../adapters/database/open-database.ts';
import type { Account, Intent, Values } from '../src/intent.ts';
import type { Outcome } from '../src/outcome.ts';
import type { Place } from './databases.ts';
import { watched } from './security-watch.ts';
import { createWire } from './security-wire.ts';
import { type Stage, startStage, type Where } from './stage.ts';
import type { ChatUser } from './stand-ins/chat-user.ts';
import type { SlackUser } from './stand-ins/slack-user.ts';

export const wire = createWire(globalThis.fetch);
vi.stubGlobal('fetch', wire.fetch);
export const counts: string[] = [];
export const count = (what: string) => void counts.push(what);
afterAll(() => {
  vi.unstubAllGlobals();
  process.stdout.write(`${counts.join('\n')}\n`);
});

export const newest = (): Database => {
  const database = watched.databases.at(-1);
  if (!database) throw new Error('no database was opened');
  return database;
};

export type Opened = { stage: Stage; database: Database };
export const opener =
  (openPlace: () => Promise<Place>) =>
  async (where: Where, options: Parameters<typeof startStage>[2] = {}): Promise<Opened> => {
    watched.logged.length = 0;
    watched.door.length = 0;
    wire.exchanges.length = 0;
    const stage = await startStage(where, await openPlace(), options);
    onTestFinished(() => stage.close());
    return { stage, database: newest() };
  };

export type AuditRow = { wie: string; wat: string; waarover: string | null; resultaat: string };
export async function auditOf({ executor }: Database): Promise<AuditRow[]> {
  return (await executor.executeSql('SELECT wie, wat, waarover, resultaat FROM audit ORDER BY seq')).rows as AuditRow[];
}
export async function one(database: Database, sql: string): Promise<number> {
  const { rows } = await database.executor.executeSql(`SELECT count(*)::int AS n FROM ${sql}`);
  return (rows as { n: number }[])[0]?.n ?? -1;
}

export const asSlack = (user: ChatUser): SlackUser => {
  if (!('last' in user)) throw new Error('not somebody in Slack');
  return user as SlackUser;
};
/** Accounts are what the door knows people by. */
export function accountOf(stage: Stage, email: string): Account {
  const directory = stage.bot.world.store.directory();
  const personId = directory.personIdByEmail.get(email) ?? '';
  const [account] = directory.accountsByPerson.get(personId) ?? [];
  if (!account) throw new Error(`${email} is not known`);
  return { platform: account.platform, ref: account.ref, address: account.address };
}

export const press = (
  stage: Stage,
  account: Account,
  action: string,
  subject: string,
  values: Values = {},
  from: 'card' | 'form' = 'form',
): Promise<Outcome> =>
  stage.bot.handle({
    delivery: randomUUID(),
    at: stage.clock.now(),
    account,
    place: 'private',
    input: { kind: 'action', action, subject, values, from },
  } satisfies Intent);

/** A whole aanmelding with any answers; for a coordinator too. Gives the reference and what was said last. */
export async function wizard(user: ChatUser, pages: Record<string, string | string[]>[]): Promise<string> {
  await user.type('aanmelding');
  await user.until(/Stap 1 van 4/, 'screen');
  for (const [index, page] of pages.entries()) {
    await user.fill(page);
    await user.submit();
    await user.until(new RegExp(`Stap ${index + 2} van 4`), 'screen');
  }
  await user.submit();
  const sent = await user.until(/Je referentie is/, 'screen');
  user.close?.();
  return sent;
}

export const reference = (text: string) => /LIM-\d{4}-\d{4}/.exec(text)?.[0] ?? '';

/** Pages of an aanmelding for a child with these initials; every text of it is `text(field)`. */
export const pagesFor = (
  initialen: string,
  text: (id: string) => string,
  first: Values = {},
  third: Values = {},
): Record<string, string | string[]>[] => [
  {
    kind: 'geboren',
    initialen,
    geboortedatum: '2026-01-05',
    gemeente: 'Hasselt',
    gevaar_nu: 'nee',
    oudere_sibling: 'nee',
    ...first,
  },
  {
    signalen: ['verwaarlozing'],
    verontrusting: text('verontrusting'),
    krachten: text('krachten'),
    minimaal_nodig: text('minimaal_nodig'),
    waarom_uithuisplaatsing: text('waarom_uithuisplaatsing'),
  },
  {
    besproken_met_ouders: 'ja',
    bereidheid: 'ja',
    regulier_aanbod: 'onvoldoende',
    regulier_toelichting: text('regulier_toelichting'),
    lokaal_team: 'betrokken',
    maatschappelijke_noodzaak: 'nee',
    ...third,
  },
];

export const meet = async (user: ChatUser, organisatie = 'Ziekenhuis', functie = 'Vroedvrouw') => {
  await user.type('hulp');
  await user.until(/Even kennismaken/);
  await user.fill({ organisatie, functie, sector: 'basisvoorziening' });
  await user.submit();
  await user.until(/Wat je hier kan doen/);
  user.close?.();
};
