import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { asText } from '../../cards/as-text.ts';
import type { Card } from '../../cards/card.ts';
import type { Values } from '../../src/intent.ts';
import type { Clock } from '../../src/time.ts';
import { createLog } from '../log/create-log.ts';
import { startBot, uuids } from '../start-bot.ts';
import { createTerminal, type Terminal, type TerminalPerson } from '../terminal/terminal.ts';
import { demoPeople } from './people.ts';
import { sendAanmelding } from './send-aanmelding.ts';

/** A Monday morning in the reference rota: Marijke is on duty. */
const START = Temporal.Instant.from('2026-03-09T08:20:00Z');
const PAUSE_MS = 900;
/** How long the outbox may take to deliver what a step caused. */
const SETTLE_MS = 8_000;

/**
 * One case in the terminal, from aanmelding to the first alert about its budget, on a clock that jumps: everything real
 * (database, jobs, deadlines), only the chat platform is this screen. About twenty seconds.
 * `pause`: milliseconds between steps.
 */
export async function tour(print: (line: string) => void, pause = PAUSE_MS): Promise<number> {
  let now = START;
  const region = fileURLToPath(new URL('../region/limburg.yaml', import.meta.url));
  const clock: Clock = { now: () => now };
  const { aanmelder, coordinator, provincial } = demoPeople;
  const people = [aanmelder, coordinator, provincial];
  let terminal: Terminal | undefined;
  const bot = await startBot({
    config: { port: 0, mode: 'local', databaseUrl: undefined, dataDir: '', regionFiles: [region], logLevel: 'silent' },
    database: { dataDir: 'memory://' },
    keys: { newest: tourKey, byId: new Map([[tourKey.id, tourKey]]) },
    slack: null,
    teams: null,
    log: createLog('silent'),
    clock,
    heartbeat: false,
    chats: (handle) => {
      terminal = createTerminal({ people, handle, clock, ids: uuids, show });
      return [terminal.platform];
    },
  });
  try {
    if (!terminal) throw new Error('the terminal was not made');
    await play(terminal);
    return 0;
  } finally {
    await bot.stop();
  }

  async function play(chat: Terminal): Promise<void> {
    await chapter('Maandag, 9.20 u. Wie is er van wacht?');
    shown(coordinator.naam, await chat.type(coordinator, '/permanentie'));

    await chapter('Een sociaal werker in het ziekenhuis meldt een baby van elf weken aan.');
    await sendAanmelding(chat, aanmelder, clock, async (card) => {
      shown(aanmelder.naam, card);
      await sleep(pause / 2);
    });
    const card = await arrived(coordinator, /Wacht op Marijke/);

    await chapter('Marijke neemt op; de aanmelder leest meteen wie het aanspreekpunt is.');
    await chat.press(coordinator, card, 'Opnemen');
    await arrived(aanmelder, /is je aanspreekpunt/);

    await chapter('Ze heeft nog een vraag. Het antwoord komt terug op de kaart.');
    const form = await chat.press(coordinator, await arrived(coordinator, /nam deze casus op/), 'Vraag stellen');
    if (form)
      await chat.press(coordinator, form, 'Vraag versturen', { vraag: 'Wie kan vanavond de voeding overnemen?' });
    const asked = await arrived(aanmelder, /Wie kan vanavond/);
    await chat.press(aanmelder, asked, 'Antwoord versturen', { antwoord: 'De grootmoeder, tot woensdag.' });
    await arrived(coordinator, /De grootmoeder/);

    await chapter('Twintig uur later is er nog geen terugkoppeling: de klok herinnert.');
    now = START.add({ hours: 20 });
    await bot.beat();
    await arrived(coordinator, /Herinnering/);

    await chapter('Marijke koppelt terug. De klok van 24 uur stopt en de aanmelder krijgt het in woorden.');
    now = now.add({ minutes: 15 });
    const answer = await chat.press(coordinator, await arrived(coordinator, /^.*Casus LIM/), 'Terugkoppeling gegeven');
    if (answer)
      await chat.press(coordinator, answer, 'Bewaren', {
        uitkomst: 'zorgtafel',
        nota: 'Zorgtafel woensdag om 10 u. bij de grootouders. Tot dan neemt grootmoeder de avondvoeding.',
      });
    await arrived(aanmelder, /Er komt een zorgtafel/);

    await chapter('En dit is het hele verhaal van de casus.');
    shown(coordinator.naam, await chat.type(coordinator, '/casus LIM-2026-0001'));

    await chapter('De ouders willen meteen beginnen: het zorgplan start met wat al verteld is.');
    const start = await chat.press(coordinator, await arrived(coordinator, /Teruggekoppeld door/), 'Zorgplan maken');
    if (start?.form)
      shown(
        coordinator.naam,
        await chat.press(coordinator, start, start.form.submit.label, { reden: 'De ouders willen meteen beginnen.' }),
      );

    await chapter('Begeleiding aan huis kost geld. Marijke vraagt aan; wie aanvraagt, keurt niet goed.');
    let page = await chat.type(coordinator, '/rugzak LIM-2026-0001');
    page = page && (await chat.press(coordinator, page, 'Middelen aanvragen'));
    for (const values of requestPages) {
      shown(coordinator.naam, page);
      page = page?.form ? await chat.press(coordinator, page, page.form.submit.label, values) : page;
    }
    await chat.press(provincial, await arrived(provincial, /Goedkeuren/), 'Goedkeuren');

    await chapter('De helft van de rugzak is vastgelegd: wie het moet weten, krijgt één keer bericht.');
    await arrived(coordinator, /50\s?%/);
    shown(coordinator.naam, await chat.type(coordinator, '/rugzak LIM-2026-0001'));
    print('\nZelf proberen, met knoppen: npm start');

    /** Waits until the outbox has brought somebody a card with this on it. */
    async function arrived(to: TerminalPerson, pattern: RegExp): Promise<Card> {
      const until = performance.now() + SETTLE_MS;
      for (;;) {
        const card = chat.received(to, pattern);
        if (card) return card;
        if (performance.now() > until) throw new Error(`${to.naam} never got ${pattern}`);
        await sleep(20);
      }
    }
  }

  async function chapter(title: string): Promise<void> {
    await sleep(pause);
    print(`\n━━ ${title}`);
    await sleep(pause);
  }

  function shown(to: string, card: Card | null): void {
    if (card) print(`\n[${to}]\n${indent(asText(card))}`);
  }

  function show(to: string, card: Card, updated: boolean): void {
    print(updated ? `\n[${to}: kaart “${card.title}” bijgewerkt]` : `\n[bericht voor ${to}]\n${indent(asText(card))}`);
  }
}

/** An invented request for means: a little over half of a rugzak. */
const requestPages: Values[] = [
  {
    categorie: 'begeleiding',
    doel: 'Elke dag iemand die de voedingen overneemt.',
    aanbieder: 'CKG Molenberg',
    bedrag: '10.400',
  },
  { van: '2026-03-16', tot: '2026-06-12', waarom_niet_regulier: 'Thuisbegeleiding kan pas over zes weken starten.' },
  {},
];

const indent = (text: string) => text.replaceAll(/^/gm, '  ');

/** The tour's database lives in memory only; its key dies with it. */
const tourKey = { id: 'tour', bytes: randomBytes(32) };
