import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { render } from '../../adapters/teams/render.ts';
import { teamsFonts } from './fonts.ts';
import type { Drawing, Look, Screen } from './screen.ts';
import { sticksOut } from './sticks-out.ts';
import { teamsHost } from './teams-host.ts';

/** What Teams leaves for a card, in pixels: on a desktop, and on a phone of 340. */
export const cardWidths = { wide: 480, narrow: 308 };

const library = createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js');
const libraryStyle = readFileSync(library.replace('min.js', 'css'), 'utf8');

/** The few looks that Teams gives its own controls. */
const ownStyle = ({ theme }: Look) => {
  const dark = theme === 'dark';
  const [ink, paper, line] = dark ? ['#fff', '#2d2c2c', '#666'] : ['#201f1f', '#fff', '#ccc'];
  return `
  body { margin: 0; background: #888; font-family: 'Segoe UI', 'Noto Sans', Arial, sans-serif; }
  .screen { margin: 0 0 24px; }
  /* As in the playground and in Teams: buttons that do not fit go to the next line. */
  .ac-actionSet, .ac-actionSet > div { flex-wrap: wrap; row-gap: 8px; }
  .ac-pushButton { flex: none !important; max-width: 100%; }
  .ac-pushButton { padding: 5px 12px; border: 1px solid ${line}; border-radius: 3px; background: ${paper}; color: ${ink}; font: 600 14px 'Segoe UI', 'Noto Sans', Arial, sans-serif; }
  .ac-pushButton.style-positive { background: #6264a7; border-color: #6264a7; color: #fff; }
  .ac-pushButton.style-destructive { border-color: #c4314b; color: ${dark ? '#f9526b' : '#c4314b'}; background: ${paper}; }
  .ac-input { box-sizing: border-box; max-width: 100%; background: ${dark ? '#1f1e1e' : '#f3f2f1'}; color: ${ink}; border: 0; border-radius: 3px; padding: 6px 8px; font: 14px 'Segoe UI', 'Noto Sans', Arial, sans-serif; }
  .ac-choiceSetInput-multiSelect, .ac-choiceSetInput-expanded { background: none; padding: 0; }
  .ac-input label { padding-left: 8px; }
`;
};

/**
 * Draws screens as Adaptive Cards: what adapters/teams really sends, drawn by Microsoft's own renderer with
 * the settings of Teams. Quicker than the playground, and in both themes; it knows no charts.
 */
export async function teamsDrawing(page: Page, screens: Screen[], look: Look): Promise<Drawing> {
  const width = cardWidths[look.width];
  await page.setViewportSize({ width, height: 900 });
  await page.setContent(
    `<!doctype html><html lang="nl-BE"><meta charset="utf-8"><style>${teamsFonts}${libraryStyle}${ownStyle(look)}</style><body>`,
  );
  await page.addScriptTag({ path: library });
  const cards = screens.map(({ name, card }) => ({ name, content: render(card) }));
  await page.evaluate(`{
    const host = new AdaptiveCards.HostConfig(${JSON.stringify(teamsHost(look))});
    for (const { name, content } of ${JSON.stringify(cards)}) {
      const card = new AdaptiveCards.AdaptiveCard();
      card.hostConfig = host;
      card.parse(content);
      const screen = document.createElement('article');
      screen.className = 'screen';
      screen.dataset.screen = name;
      screen.append(card.render());
      document.body.append(screen);
    }
  }`);
  return {
    pictureOf: (name) => page.locator(`[data-screen="${name}"]`),
    sticksOut: () => sticksOut(page, '.screen'),
  };
}
