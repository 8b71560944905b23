import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { allSamples } from '../sample-views.ts';
import { hasChromium, launchChromium } from '../stand-ins/playground.ts';
import { guideScreens, maxBytes, sampleOf } from './guide-screens.ts';
import { playgroundScreens } from './playground-screens.ts';
import { type Drawing, type Look, pictureScale, type Screen, screenOf } from './screen.ts';
import { slackDrawing } from './slack-screens.ts';
import { smallPng } from './small-png.ts';
import { teamsDrawing } from './teams-screens.ts';

/**
 * Draws screens as pictures, `<sample>.<slack|teams>.<wide|narrow>[.dark].png`:
 *
 *     npm run screens                                    those of the guides, in docs/screens
 *     npm run screens -- --out /tmp/x rooster dienst     samples whose name starts so
 *     npm run screens -- --out /tmp/x --dark all         every sample, also in the dark
 *
 * Teams in the light is the real playground, except for `all`, which would take it minutes.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string', default: 'docs/screens' }, dark: { type: 'boolean', default: false } },
});
if (!hasChromium()) {
  console.error('Chromium ontbreekt: installeer het, op Debian met apt-get install chromium.');
  process.exit(69);
}
const everything = positionals.includes('all');
const wanted = ([name]: readonly [string, unknown]) =>
  everything ||
  (positionals.length > 0
    ? positionals.some((start) => name.startsWith(start))
    : guideScreens.some((picture) => sampleOf(picture) === name));
const screens = allSamples.filter(wanted).map(screenOf);
if (screens.length === 0) {
  console.error(`Geen scherm heet zo. Er zijn: ${allSamples.map(([name]) => name).join(', ')}`);
  process.exit(64);
}
await mkdir(values.out, { recursive: true });

const sizes: Look['width'][] = ['wide', 'narrow'];
const browser = await launchChromium();
try {
  const page = await browser.newPage({
    locale: 'nl-BE',
    timezoneId: 'Europe/Brussels',
    deviceScaleFactor: pictureScale,
  });
  page.on('pageerror', (error) => {
    throw error;
  });
  const dark = values.dark || (positionals.length === 0 && guideScreens.some((picture) => picture.endsWith('.dark')));
  for (const theme of dark ? (['light', 'dark'] as const) : (['light'] as const))
    for (const width of sizes) {
      const look = { width, theme };
      await save('slack', look, screens, await slackDrawing(page, screens, look));
      if (theme === 'dark' || everything) await save('teams', look, screens, await teamsDrawing(page, screens, look));
    }
} finally {
  await browser.close();
}
if (!everything) {
  const playground = await playgroundScreens(screens, await freePort());
  try {
    for (const width of sizes) {
      const look = { width, theme: 'light' as const };
      await save('teams', look, screens, await playground.draw(look));
    }
  } finally {
    await playground.close();
  }
}
console.log(`${screens.length} screens in ${values.out}`);

async function save(platform: string, { width, theme }: Look, of: Screen[], drawing: Drawing): Promise<void> {
  const outside = await drawing.sticksOut();
  for (const { name } of of) {
    const look = `${name}.${platform}.${width}${theme === 'dark' ? '.dark' : ''}`;
    if (positionals.length === 0 && !guideScreens.includes(look)) continue;
    const file = `${look}.png`;
    const png = smallPng(await drawing.pictureOf(name).screenshot());
    if (outside[name] !== undefined) console.warn(`${file} sticks out: ${outside[name]}`);
    if (png.length > maxBytes) console.warn(`${file} is ${png.length} bytes`);
    await writeFile(join(values.out, file), png);
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
