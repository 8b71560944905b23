import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type PlaygroundPerson, startPlayground } from '../../adapters/teams/playground.ts';
import { render } from '../../adapters/teams/render.ts';
import { openPlayground } from '../stand-ins/playground.ts';
import { teamsFonts } from './fonts.ts';
import { type Drawing, type Look, pictureScale, type Screen } from './screen.ts';
import { sticksOut } from './sticks-out.ts';
import { cardWidths } from './teams-screens.ts';

/**
 * Draws screens as Adaptive Cards in the real Teams playground, charts included. Each card makes the page
 * slower: meant for a dozen. The playground is light only, and too wide for a phone by itself: the card gets
 * the width it would have there.
 */
export async function playgroundScreens(
  screens: Screen[],
  port: number,
): Promise<{ draw(look: Look): Promise<Drawing>; close(): Promise<void> }> {
  // Nobody answers what the playground tells: the cards are all there is to see.
  const bot = createServer((request, response) => {
    request.resume();
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
  await new Promise<void>((resolve) => bot.listen(0, '127.0.0.1', resolve));
  const playground = await startPlayground({
    endpoint: `http://127.0.0.1:${(bot.address() as AddressInfo).port}/api/messages`,
    me: person(0),
    others: [person(1), person(2), person(3), person(4), person(5)],
    port,
  });
  // High enough to show a card whole: a picture of it holds what is on the screen.
  const browser = await openPlayground(playground.url, { width: 1_100, height: 3_000 }, pictureScale);
  const { page } = browser;
  const close = async () => {
    await browser.close();
    await playground.stop();
    bot.closeAllConnections();
    await new Promise((resolve) => bot.close(resolve));
  };
  try {
    for (const [n, screen] of screens.entries()) {
      await post(`${playground.serviceUrl}/v3/conversations/persoonlijke-chat/activities`, screen);
      await page.locator('.ac-adaptiveCard').nth(n).waitFor();
    }
    const names = JSON.stringify(screens.map(({ name }) => name));
    await page.evaluate(`{
      const names = ${names};
      document.querySelectorAll('.ac-adaptiveCard').forEach((card, n) => { card.dataset.screen = names[n]; });
    }`);
  } catch (fault) {
    await close();
    throw fault;
  }
  return {
    close,
    async draw({ width }) {
      await page.addStyleTag({
        content: `${teamsFonts} .ac-adaptiveCard { width: ${cardWidths[width]}px !important; box-sizing: border-box; }`,
      });
      return {
        pictureOf: (name) => page.locator(`[data-screen="${name}"]`),
        sticksOut: () => sticksOut(page, '.ac-adaptiveCard'),
      };
    },
  };
}

const person = (n: number): PlaygroundPerson => ({
  id: `persoon-${n}`,
  aadObjectId: `00000000-0000-0000-0000-00000000002${n}`,
  name: `Persoon ${n}`,
  email: `persoon${n}@example.org`,
});

async function post(url: string, { card }: Screen): Promise<void> {
  const attachments = [{ contentType: 'application/vnd.microsoft.card.adaptive', content: render(card) }];
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ type: 'message', from: { id: 'bot' }, attachments }),
  });
  if (!response.ok) throw new Error(`the playground refused a card: ${response.status} ${await response.text()}`);
}
