import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, onTestFailed, onTestFinished } from 'vitest';
import { type Database, openDatabase } from '../adapters/database/open-database.ts';
import { verifyAudit } from '../adapters/database/verify-audit.ts';
import { chance } from './chance.ts';
import { eachPlace, type Place, silent, testKeys } from './databases.ts';
import { type ClockSetting, readClock } from './kill-clock.ts';
import { type Supervisor, supervise } from './kill-supervisor.ts';
import { MONDAY } from './stage.ts';
import { type SlackStandIn, startSlackStandIn } from './stand-ins/slack.ts';
import { createSlackUser, type SlackUser } from './stand-ins/slack-user.ts';
import { readMessage, startTeamsService, type TeamsService } from './stand-ins/teams.ts';
import { teamsEnvironment } from './stand-ins/teams-bot.ts';
import { createTeamsUser } from './stand-ins/teams-user.ts';

const KILLS = 20;
const aanmelders = ['an', 'bo', 'cas', 'dries', 'els'];
/** Each reports once before the first jump of the clock and once after it. */
const ROUNDS = 2;
const teamsChannel = '19:permanentie@thread.tacv2';
/** Bot minutes in a real one: a lease of 30 s that a dead process left is over in 6 s. */
const RATE = 5;
const seed = Number(process.env.KILL_SEED ?? Math.floor(Math.random() * 1e9));

/** Looks until it is so; `null` after `ms`. */
async function eventually<T>(look: () => T | undefined | false, ms: number): Promise<T | null> {
  for (const end = performance.now() + ms; ; await sleep(40)) {
    const found = look();
    if (found !== undefined && found !== false) return found;
    if (performance.now() > end) return null;
  }
}

/** What somebody was told is done: it must be there after every restart, whatever was killed. */
type Fact = {
  reference: string;
  what: 'aanmelding' | 'opgenomen' | 'vraag' | 'antwoord' | 'terugkoppeling';
  text: string;
};

type Person = ReturnType<typeof createTeamsUser>;

type Play = {
  supervisor: Supervisor;
  slack: SlackStandIn;
  teams: TeamsService;
  facts: Fact[];
  reporters: SlackUser[];
  coordinators: Person[];
  /** How often somebody asked to see a case: those cards are answers, no messages that were repeated. */
  shown: Map<string, number>;
  /** Kills so far. */
  killed: () => number;
  /** How often the clock was put forward. */
  jumped: () => number;
  /** What went wrong for somebody at the keyboard, without numbers: how often. */
  mishaps: Map<string, number>;
};

eachPlace((name, openPlace) => {
  it(`verliest bij twintig keer doden niets dat bevestigd werd, en niets dat nog moest komen [A1, A2, A3], ${name}`, async () => {
    const place = await openPlace();
    const folder = await mkdtemp(join(tmpdir(), 'kill-journey-'));
    onTestFinished(async () => {
      await place.remove();
      await rm(folder, { recursive: true, force: true });
    });
    const database: Place['database'] = place.database.url ? place.database : { dataDir: folder };
    const random = chance(seed);
    const startedAt = performance.now();

    const slack = await startSlackStandIn(aanmelders);
    onTestFinished(() => slack.close());
    const people = ['marijke', 'ines', 'provinciaal'].map((id, n) => ({
      id: `29:${id}`,
      aadObjectId: `0000000${n}-0000-4000-8000-000000000000`,
      name: `${id[0]?.toUpperCase()}${id.slice(1)}`,
      email: `${id}@example.org`,
    }));
    const teams = await startTeamsService(people, { id: '19:team@thread.tacv2', channels: [teamsChannel] });
    onTestFinished(() => teams.close());

    const regionFile = join(folder, `${randomUUID()}.yaml`);
    const limburg = await readFile(new URL('../adapters/region/limburg.yaml', import.meta.url), 'utf8');
    const channel = JSON.stringify({ platform: 'teams', ref: teamsChannel });
    await writeFile(regionFile, limburg.replace(/- \{ platform: teams, ref: [^}]*\}/, `- ${channel}`));

    let setting: ClockSetting = { from: MONDAY.toString(), since: Date.now(), rate: RATE };
    const clock = { now: () => readClock(setting) };
    const supervisor = await supervise({
      port: 0,
      database,
      regionFile,
      keys: `test:${Buffer.alloc(32, 7).toString('base64')}`,
      slack: {
        botToken: slack.botToken,
        signingSecret: slack.signingSecret,
        appToken: null,
        apiUrl: slack.apiUrl,
        teams: [],
      },
      teams: { serviceUrl: teams.serviceUrl, environment: teamsEnvironment },
      clock: setting,
    });
    onTestFinished(() => supervisor.end());
    const baseUrl = `http://127.0.0.1:${supervisor.port()}`;
    let kills = 0;
    let jumps = 0;
    const play: Play = {
      supervisor,
      slack,
      teams,
      facts: [],
      shown: new Map(),
      reporters: slack.people.map((person) => createSlackUser({ slack, person, baseUrl, clock })),
      coordinators: people.map((person) =>
        createTeamsUser({ service: teams, endpoint: `${baseUrl}/api/messages`, person }),
      ),
      killed: () => kills,
      jumped: () => jumps,
      mishaps: new Map(),
    };
    for (const user of play.coordinators) {
      await user.type('hulp');
      await user.until(/Wat je hier kan doen/);
    }

    const moments: string[] = [];
    const story = () =>
      [
        `      ${name}, seed ${seed}, ${Math.round((performance.now() - startedAt) / 1000)} s`,
        `      killed at ms/acknowledged: ${moments.join(' ')}`,
        `      at the keyboard: ${[...play.mishaps].map(([what, n]) => `${n}× ${what}`).join('; ')}`,
      ].join('\n');
    onTestFailed(() => console.log(`kill: failed\n${story()}`));
    const lost: Fact[] = [];
    const killing = (async () => {
      while (kills < KILLS) {
        // Mostly while it works, sometimes while it still starts.
        if (random() < 0.85) await supervisor.up();
        // Not faster than the journeys go: the end of one gets its share too.
        await eventually(() => play.facts.length >= kills * 2, 2_500);
        await sleep(random() * 600);
        const before = [...play.facts];
        moments.push(`${Math.round(performance.now() - startedAt)}ms/${before.length}`);
        const coming = supervisor.kill();
        kills += 1;
        await coming;
        if (random() < 0.5) continue;
        await supervisor.up();
        lost.push(...(await lostOf(before, supervisor)));
      }
    })();
    const jump = async (hours: number) => {
      setting = { from: clock.now().add({ hours }).toString(), since: Date.now(), rate: RATE };
      jumps += 1;
      await supervisor.setClock(setting);
    };
    const turning = (async () => {
      const count = (what: Fact['what']) => play.facts.filter((fact) => fact.what === what).length;
      for (let round = 1; round <= ROUNDS; round++) {
        await eventually(() => count('aanmelding') === aanmelders.length * round, 120_000);
        // Give most of them time to get as far as the answer; who is later gets the reminder first.
        await eventually(() => count('antwoord') >= aanmelders.length * (round - 0.4), 20_000);
        await jump(20);
      }
    })();
    const journeys = await Promise.all(play.reporters.map((_, n) => reporting(play, n)));
    await Promise.all([killing, turning]);
    const references = journeys.flat();
    const missing = (await Promise.all(references.map((r) => missingFor(play, r)))).flat();
    await supervisor.up();
    lost.push(...(await lostOf(play.facts, supervisor)));
    await supervisor.stop();

    const kept = await openDatabase({ ...database, keys: testKeys, log: silent });
    onTestFinished(() => kept.close());
    const owed = await owedIn(kept);
    const repeated = await repeatedIn(kept, play);
    console.log(
      [
        `kill: ${kills} kills, ${play.facts.length} acknowledged, ${lost.length} lost, ${missing.length + owed.length} missing, ${repeated.length} repeated (post seen but not yet recorded)`,
        `      ${references.length} cases; repeated: ${repeated.join(', ') || 'none'}`,
        story(),
      ].join('\n'),
    );
    expect(lost).toEqual([]);
    expect(missing).toEqual([]);
    expect(owed).toEqual([]);
    expect(repeated.length).toBeLessThanOrEqual(kills);
    expect([...slack.problems, ...teams.problems]).toEqual([]);

    // Somebody who sent again what was not confirmed did not make a second case of it.
    const cases = await kept.prisma.casus.findMany({ select: { referentie: true }, orderBy: { referentie: 'asc' } });
    expect(cases.map((c) => c.referentie)).toEqual(references.toSorted());
    expect(new Set(references).size).toBe(aanmelders.length * ROUNDS);
    expect(await verifyAudit(kept)).toMatchObject({ kind: 'intact' });
  }, 400_000);
});

/** Facts that are not true any more. */
async function lostOf(facts: readonly Fact[], supervisor: Supervisor): Promise<Fact[]> {
  const references = [...new Set(facts.map((fact) => fact.reference))];
  const found = await supervisor.cases(references).catch(() => null);
  // Killed again while it was asked: the next one is asked.
  if (found === null) return [];
  const cases = new Map(found.flatMap((c) => (c ? [[c.referentie, c] as const] : [])));
  return facts.filter(({ reference, what, text }) => {
    const casus = cases.get(reference);
    if (!casus) return true;
    switch (what) {
      case 'aanmelding':
        return false;
      case 'opgenomen':
        return casus.stand === 'aangemeld';
      case 'vraag':
        return !casus.vragen.includes(text);
      case 'antwoord':
        return !casus.antwoorden.includes(text);
      case 'terugkoppeling':
        return casus.stand !== 'teruggekoppeld' || casus.nota !== text;
      default:
        throw new Error(what satisfies never);
    }
  });
}

/** The journeys of one aanmelder, one after the other. The references. */
async function reporting(play: Play, n: number): Promise<string[]> {
  const user = play.reporters[n];
  if (!user) throw new Error('nobody is there');
  const references: string[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    // Spread over the kills, so that each step of a journey gets its share.
    await eventually(() => play.jumped() >= round && play.killed() >= Math.min(KILLS - 4, round * 8 + n), 60_000);
    references.push(await journey(play, user, references));
  }
  return references;
}

async function journey(play: Play, user: SlackUser, known: readonly string[]): Promise<string> {
  const { facts } = play;
  const reference = await report(play, user, known);
  facts.push({ reference, what: 'aanmelding', text: '' });
  const kaart = new RegExp(`^Casus ${reference}\\n`);
  const coordinator = await receiver(play, reference, kaart);
  const cards = () => coordinator.inbox().filter((text) => kaart.test(text));

  await inTurn(coordinator, () =>
    persist(play, `opnemen ${reference}`, {
      done: () => cards().some((text) => text.includes('nam deze casus op')),
      act: () => coordinator.press('Opnemen', kaart),
    }),
  );
  facts.push({ reference, what: 'opgenomen', text: '' });

  /** A form that is not confirmed: before sending it again a careful person looks whether it is there. */
  const send = async (label: string, values: Record<string, string>, saved: string, text: string) =>
    inTurn(coordinator, () =>
      persist(play, `${label} ${reference}`, {
        done: () => coordinator.inbox().some((one) => one.startsWith(`${saved}\n`) || one.startsWith(saved)),
        look: async () => {
          await coordinator.type(`casus ${reference}`);
          const story = await coordinator.until(new RegExp(`^Verloop ${reference}`), 'inbox', 2_000);
          return story.includes(text);
        },
        async act() {
          await coordinator.press(label, kaart);
          await coordinator.until(
            new RegExp(`${reference}[\\s\\S]*${Object.keys(values).length === 1 ? 'antwoordveld' : 'stopt de klok'}`),
            'screen',
            2_000,
          );
          await coordinator.fill(values);
          await coordinator.submit();
        },
      }),
    );

  const vraag = `Wie helpt er vanavond voor ${reference}?`;
  await send('Vraag stellen', { vraag }, `Vraag over ${reference} verstuurd`, vraag);
  facts.push({ reference, what: 'vraag', text: vraag });

  const asked = () => user.inbox().some((text) => text.includes(vraag));
  if (!(await eventually(asked, 90_000))) throw new Error(`the question about ${reference} did not come`);
  const antwoord = `De grootmoeder, voor ${reference}.`;
  await persist(play, `antwoorden ${reference}`, {
    // What is only typed stands on the card too.
    done: () => user.inbox().some((text) => text.includes(`Je antwoordde: ${antwoord}`)),
    async act() {
      while (user.modal()) user.close();
      await user.fill({ antwoord });
      await user.press('Antwoord versturen', new RegExp(`^Vraag over ${reference}`));
    },
  });
  facts.push({ reference, what: 'antwoord', text: antwoord });

  // Who looked the case up because the card stayed away may not be who the clock spoke to before it was taken up.
  const reminded = () =>
    play.coordinators.some((c) => c.inbox().some((t) => t.startsWith(`Herinnering: ${reference}`)));
  if (!(await eventually(reminded, 120_000)))
    throw new Error(`no reminder about ${reference} for ${coordinator.name}: ${headlines(play, reference)}`);
  const nota = `Zorgtafel woensdag om 10 u., ${reference}.`;
  await send(
    'Terugkoppeling gegeven',
    { uitkomst: 'zorgtafel', nota },
    `Terugkoppeling over ${reference} bewaard`,
    nota,
  );
  facts.push({ reference, what: 'terugkoppeling', text: nota });
  return reference;
}

/** What stands in everybody's inbox about a case: the first lines, for a message of this test. */
const headlines = ({ coordinators }: Play, reference: string): string =>
  coordinators
    .map((c) => {
      const about = c.inbox().filter((text) => text.includes(reference));
      return `${c.name}: ${about.map((text) => text.split('\n')[0]).join(', ') || 'nothing'}`;
    })
    .join('; ');

/** Who got the card of a case. One that stays away is looked up, as somebody would who saw the line in the channel. */
async function receiver(play: Play, reference: string, kaart: RegExp): Promise<Person> {
  const got = () => play.coordinators.find((c) => c.inbox().some((text) => kaart.test(text)));
  const found = await eventually(got, 5_000);
  if (found) return found;
  const [marijke] = play.coordinators;
  if (!marijke) throw new Error('nobody is there');
  await inTurn(marijke, () =>
    persist(play, `toon ${reference}`, {
      done: () => got() !== undefined,
      async act() {
        await marijke.type('casus');
        await marijke.until(new RegExp(reference), 'screen', 2_000);
        play.shown.set(reference, (play.shown.get(reference) ?? 0) + 1);
        await marijke.press(`Toon ${reference}`);
      },
    }),
  );
  return got() ?? marijke;
}

/** Fills in and sends an aanmelding as a person does: by what is on the screen, and again when nothing comes of it. */
async function report(play: Play, user: SlackUser, known: readonly string[]): Promise<string> {
  const pages: Record<string, Record<string, string | string[]>> = {
    'Even kennismaken': { organisatie: 'Ziekenhuis', functie: 'Sociaal werker', sector: 'basisvoorziening' },
    'Stap 1 van 4': {
      kind: 'geboren',
      initialen: 'J.V.',
      geboortedatum: '2026-01-05',
      gemeente: 'Hasselt',
      gevaar_nu: 'nee',
      oudere_sibling: 'nee',
    },
    'Stap 2 van 4': {
      signalen: ['verwaarlozing'],
      verontrusting: 'De baby komt niet bij in gewicht.',
      krachten: 'De grootouders wonen dichtbij.',
      minimaal_nodig: 'Elke dag iemand die de voeding overneemt.',
      waarom_uithuisplaatsing: 'Overdag is er niemand nuchter in huis.',
    },
    'Stap 3 van 4': {
      besproken_met_ouders: 'ja',
      bereidheid: 'ja',
      regulier_aanbod: 'geen',
      lokaal_team: 'betrokken',
      maatschappelijke_noodzaak: 'nee',
    },
    'Stap 4 van 4': {},
  };
  let sent = false;
  let reference: string | undefined;
  await persist(play, `aanmelden van ${user.name}`, {
    done() {
      reference = /Je referentie is (LIM-\d{4}-\d{4})/.exec(user.screen())?.[1];
      if (reference && known.includes(reference)) reference = undefined;
      return reference !== undefined;
    },
    async look() {
      // Sent, and no answer came: is it among my cases?
      if (!sent || user.modal()) return false;
      await user.type('casus');
      const list = await user.until(/Mijn casussen|Jouw casussen|LIM-/, 'screen', 2_000);
      reference = [...list.matchAll(/LIM-\d{4}-\d{4}/g)]
        .map(([found]) => found)
        .find((found) => !known.includes(found));
      return reference !== undefined;
    },
    async act() {
      const screen = user.modal() ? user.screen() : '';
      const title = Object.keys(pages).find((page) => screen.includes(page));
      if (!title) {
        while (user.modal()) user.close();
        const left = user.screen().includes('[Verder invullen]');
        if (left) await user.press('Verder invullen');
        else await user.type('aanmelding');
      } else {
        const values = pages[title] ?? {};
        if (Object.keys(values).length > 0) await user.fill(values);
        sent ||= title === 'Stap 4 van 4';
        await user.submit();
      }
      const now = user.screen();
      if (now === screen) await eventually(() => user.screen() !== now, 1_500);
    },
    waitMs: 0,
  });
  while (user.modal()) user.close();
  if (!reference) throw new Error('no reference');
  return reference;
}

type Attempt = {
  /** To be seen without doing anything. */
  done: () => boolean;
  /** To be asked, after something went wrong. */
  look?: () => Promise<boolean>;
  act: () => Promise<void>;
  /** How long to wait for it before doing it again. */
  waitMs?: number;
};

/** Does something until it is done, as a person does: waits for the bot, looks, and does it again. */
async function persist(play: Play, what: string, { done, look, act, waitMs = 2_500 }: Attempt): Promise<void> {
  let last: unknown;
  let failed = false;
  for (const end = performance.now() + 120_000; performance.now() < end; ) {
    await play.supervisor.up();
    try {
      if (done() || (failed && (await look?.()))) return;
      failed = true;
      await act();
      if (await eventually(done, waitMs)) return;
      if (waitMs === 0) failed = done();
    } catch (fault) {
      last = fault;
      const message = fault instanceof Error ? (fault.message.split('\n')[0] ?? '') : String(fault);
      const kind = message.replaceAll(/LIM-\d{4}-\d{4}/g, 'LIM').slice(0, 70);
      play.mishaps.set(kind, (play.mishaps.get(kind) ?? 0) + 1);
      await sleep(50);
    }
  }
  throw new Error(`${what} did not work out`, { cause: last });
}

const turns = new WeakMap<object, Promise<unknown>>();

/** A person does one thing after the other. */
function inTurn<T>(person: object, work: () => Promise<T>): Promise<T> {
  const before = turns.get(person) ?? Promise.resolve();
  const mine = before.then(work, work);
  turns.set(
    person,
    mine.catch(() => {}),
  );
  return mine;
}

/** What a case owes to everybody and did not come, or does not tell how it ended. */
async function missingFor({ coordinators, reporters }: Play, reference: string): Promise<string[]> {
  const inTeams = () => coordinators.flatMap((c) => c.inbox());
  const inSlack = () => reporters.flatMap((r) => r.inbox());
  const inChannel = () => coordinators[0]?.channel(teamsChannel) ?? [];
  const has = (texts: () => string[], pattern: RegExp) => () => texts().some((text) => pattern.test(text));
  const expected: [string, () => boolean][] = [
    ['kaart', has(inTeams, new RegExp(`^Casus ${reference}\\n[\\s\\S]*Teruggekoppeld door`))],
    ['herinnering', has(inTeams, new RegExp(`^${reference}\\n[\\s\\S]*afgehandeld`))],
    ['antwoord aan coördinator', has(inTeams, new RegExp(`^Antwoord over ${reference}\\n[\\s\\S]*grootmoeder`))],
    ['kanaal', has(inChannel, new RegExp(`${reference}\\n[\\s\\S]*Teruggekoppeld door`))],
    ['stand aan aanmelder', has(inSlack, new RegExp(`^Aanmelding ${reference}\\n[\\s\\S]*Er komt een zorgtafel`))],
    ['opgenomen aan aanmelder', has(inSlack, new RegExp(`^${reference} is opgenomen`))],
    ['vraag aan aanmelder', has(inSlack, new RegExp(`^Vraag over ${reference}\\n[\\s\\S]*Je antwoordde`))],
    ['terugkoppeling aan aanmelder', has(inSlack, new RegExp(`^Terugkoppeling over ${reference}\\n`))],
  ];
  const late = await Promise.all(
    expected.map(async ([what, there]) => ((await eventually(there, 60_000)) ? [] : [`${reference}: ${what}`])),
  );
  return late.flat();
}

/** What the outbox still owes, and rungs of a ladder that fell due and left no trace. */
async function owedIn({ prisma }: Database): Promise<string[]> {
  // The planner of this stage has no account: what an outage made pointless of the rota cannot be told to them.
  const unsent = await prisma.bericht.findMany({
    where: { stand: { not: 'verzonden' }, NOT: { soort: 'rooster_gemist', reden: 'no account' } },
  });
  const rungs = await prisma.termijn.findMany();
  const cases = await prisma.casus.findMany({ select: { id: true, referentie: true } });
  const reminders = await prisma.bericht.findMany({ where: { soort: 'termijn' } });
  const skipped = await prisma.gebeurtenis.findMany({ where: { soort: 'herinnering_gemist' } });
  const passed = rungs.flatMap(({ casusId, ladder, gestoptOp }) =>
    (ladder as { op: string; aan: string }[])
      .map((rung) => ({ casusId, op: Date.parse(rung.op), aan: rung.aan }))
      .filter(({ op }) => gestoptOp && op <= gestoptOp.getTime()),
  );
  const traces = new Set([...reminders, ...skipped].map(({ casusId, op }) => `${casusId} ${op.getTime()}`));
  return [
    ...unsent.map((b) => `${b.soort} ${b.onderwerp} ${b.stand} ${b.reden ?? ''}`),
    ...rungs.filter((r) => !r.gestoptOp && r.soort === 'terugkoppeling').map((r) => `clock of ${r.casusId} still runs`),
    // The answer is that there will be a zorgtafel: from then on the 48 hours run, until one is planned [T1].
    ...cases
      .filter(({ id }) => rungs.filter((r) => r.casusId === id && r.soort === 'zorgtafel' && !r.gestoptOp).length !== 1)
      .map(({ referentie }) => `48 hours of ${referentie}`),
    ...passed.filter((r) => !traces.has(`${r.casusId} ${r.op}`)).map((r) => `rung of ${r.casusId} for ${r.aan}`),
  ];
}

/** Messages that somebody got more than once: in Slack by their key, in Teams those the outbox does not know. */
async function repeatedIn({ prisma }: Database, { slack, teams, shown }: Play): Promise<string[]> {
  const byKey = new Map<string, number>();
  for (const { method, body } of slack.calls) {
    if (method !== 'chat.postMessage' || typeof body.metadata !== 'object' || body.metadata === null) continue;
    const key = JSON.stringify(body.metadata);
    byKey.set(key, (byKey.get(key) ?? 0) + 1);
  }
  const inSlack = [...byKey.values()].flatMap((n) => Array<string>(n - 1).fill('Slack'));
  const rows = await prisma.bericht.findMany({ where: { adresPlatform: 'teams' }, select: { adresRef: true } });
  const known = new Set(rows.map((row) => (JSON.parse(row.adresRef ?? '{}') as { activityId?: string }).activityId));
  // Answers and forms are no messages of the outbox; they have other titles.
  const owed = /^(Casus|Herinnering:|Dringend:|Antwoord over|Aanmelding) ?LIM-\d{4}-\d{4}\n|^LIM-\d{4}-\d{4}\n/;
  const asked = new Map(shown);
  const inTeams = teams.messages
    .filter((message) => !known.has(message.id) && owed.test(readMessage(message)))
    .map((message) => readMessage(message).split('\n')[0] ?? '')
    .filter((title) => {
      const reference = title.replace('Casus ', '');
      const left = title === reference ? 0 : (asked.get(reference) ?? 0);
      asked.set(reference, left - 1);
      return left <= 0;
    })
    .map((title) => `Teams: ${title}`);
  return [...inSlack, ...inTeams];
}
