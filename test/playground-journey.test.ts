import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { flemishHolidays } from '../adapters/region/holidays.ts';
import { hasChromium, openPlayground, type PlaygroundBrowser } from './stand-ins/playground.ts';

/** Where pictures go when `SCREENSHOTS` names a folder: `SCREENSHOTS=docs/screens npx vitest …`. */
const pictures = process.env.SCREENSHOTS;

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

if (!hasChromium()) console.info('skipped: the main job in a browser, install chromium to run it');

describe.skipIf(!hasChromium())('npm start, in een echte browser', () => {
  let bot: ChildProcess;
  let folder: string;
  let browser: PlaygroundBrowser;
  let printed = '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'zorggarantie-'));
    const [port, playgroundPort] = [await freePort(), await freePort()];
    bot = spawn(process.execPath, ['adapters/main.ts', 'local'], {
      env: {
        ...process.env,
        PORT: String(port),
        PLAYGROUND_PORT: String(playgroundPort),
        DATA_DIR: folder,
        REGION_FILE: '',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [bot.stdout, bot.stderr]) stream?.on('data', (chunk) => (printed += String(chunk)));
    await vi.waitFor(() => expect(printed).toMatch(/Open http:\/\/localhost:\d+/), { timeout: 60_000 });
    browser = await openPlayground(/http:\/\/localhost:\d+/.exec(printed)?.[0] ?? '', { width: 1100, height: 1300 });
  }, 90_000);

  afterAll(async () => {
    await browser?.close();
    bot?.kill('SIGINT');
    await new Promise((resolve) => bot?.once('exit', resolve));
    await rm(folder, { recursive: true, force: true });
    expect(printed).toMatch(/De bot stopt/);
    // The channel of the demo region is one of the playground: nothing that was owed is lost.
    expect(printed).not.toContain('bericht.not-delivered');
  }, 30_000);

  const picture = async (name: string) => {
    if (pictures) await browser.screenshot(join(pictures, `${name}.png`));
  };

  it('toont de klaargezette casus en gaat van aanmelding tot terugkoppeling [A1, A2, A3]', async () => {
    await browser.waitFor(/Casus LIM-\d{4}-0001/, 30_000);
    await browser.type('/permanentie');
    await browser.waitFor(/Permanentie Limburg/);
    await picture('permanentie');

    await browser.type('/aanmelding');
    await browser.waitFor(/Stap 1 van 4/);
    await browser.fill('namens', ['Ik meld zelf aan']);
    await browser.fill('kind', ['Geboren']);
    await browser.fill('initialen', 'A.B.');
    const born = Temporal.Now.plainDateISO('Europe/Brussels').subtract({ weeks: 5 }).toString();
    await browser.fill('geboortedatum', born);
    await browser.fill('gemeente', 'Genk');
    await browser.fill('gevaar_nu', ['Nee']);
    await browser.fill('oudere_sibling', ['Nee']);
    await picture('aanmelding-stap-1');
    await browser.press('Verder');
    await browser.waitFor(/Stap 2 van 4/);
    await browser.fill('signalen', ['Verwaarlozing']);
    await browser.fill('verontrusting', 'Twee keer deze week was er niemand thuis bij het huisbezoek.');
    await browser.fill('krachten', 'De ouders bellen zelf terug.');
    await browser.fill('minimaal_nodig', 'Dagelijks iemand die langsgaat.');
    await browser.fill('waarom_uithuisplaatsing', 'Zonder toezicht is het deze week niet veilig.');
    await browser.press('Verder');
    await browser.waitFor(/Stap 3 van 4/);
    await browser.fill('besproken_met_ouders', ['Ja']);
    await browser.fill('bereidheid', ['Ja']);
    await browser.fill('regulier_aanbod', ['Neen, er is niets beschikbaar']);
    await browser.fill('lokaal_team', ['Ja']);
    await browser.fill('maatschappelijke_noodzaak', ['Nee']);
    await browser.press('Verder');
    await browser.waitFor(/Stap 4 van 4/);
    await picture('aanmelding-stap-4');
    await browser.press('Versturen');
    await browser.waitFor(/Je referentie is LIM-\d{4}-0002/);
    await browser.waitFor(/Casus LIM-\d{4}-0002/);
    await picture('kaart-coordinator');

    await browser.press('Opnemen');
    await browser.waitFor(/nam deze casus op/);
    await picture('opgenomen');
    await browser.press('Terugkoppeling gegeven');
    await browser.waitFor(/stopt de klok/);
    await browser.fill('uitkomst', ['Er komt een zorgtafel']);
    await browser.fill('nota', 'Zorgtafel woensdag om 10 u. bij de grootouders.');
    await picture('terugkoppeling');
    await browser.press('Bewaren');
    await browser.waitFor(/Terugkoppeling over LIM-\d{4}-0002 bewaard/);
    await browser.waitFor(/Teruggekoppeld door Marijke/);
    await picture('teruggekoppeld');

    await browser.type('/casus');
    await browser.waitFor(/Jouw casussen/);
    await picture('casussen');
  }, 180_000);

  it('wijzigt het rooster: toont de week, vraagt een ruil, sluit een dag en maakt ongedaan [P4]', async () => {
    const zone = 'Europe/Brussels';
    const isOpen = (d: Temporal.PlainDate) => !flemishHolidays(d.year).has(d.toString());
    let monday = Temporal.Now.plainDateISO(zone).add({ days: 1 });
    while (monday.dayOfWeek !== 1 || !isOpen(monday) || !isOpen(monday.add({ days: 1 })))
      monday = monday.add({ days: 1 });
    const tuesday = monday.add({ days: 1 });
    await browser.type(`/permanentie week ${monday}`);
    await browser.waitFor(/Week van maandag/);
    await picture('rooster-week');

    const change = async (wat: string) => {
      await browser.type('/permanentie');
      await browser.waitFor(/Permanentie Limburg/);
      await browser.press('Rooster wijzigen');
      await browser.waitFor(/Welke dag\?/);
      await browser.fill('datum', monday.toString());
      await browser.fill('wat', [wat]);
      await browser.press('Verder');
    };
    await change('Een dagdeel ruilen met een collega');
    await browser.waitFor(/Er verandert niets tot je collega ja zegt/);
    await browser.fill('dagdeel', ['09:00–12:00 Marijke']);
    await browser.fill('tegen', [`di ${tuesday.day}/${tuesday.month} 09:00–12:00 Ines`]);
    await picture('ruilen');
    await browser.press('Bewaren');
    await browser.waitFor(/Deze collega is niet bereikbaar via de bot/);

    await change('Een dagdeel of de hele dag sluiten');
    await browser.waitFor(/Niets aangeduid is de hele dag/);
    await browser.press('Bewaren');
    await browser.waitFor(/hele dag: gesloten/);
    await picture('rooster-wijzigingen');
    await browser.press('Ongedaan maken');
    await browser.waitFor(/Er zijn geen wijzigingen/);
  }, 120_000);
});
