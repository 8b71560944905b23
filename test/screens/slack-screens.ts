import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { type Block, Message } from 'slack-blocks-to-jsx';
import { drawPicture } from '../../adapters/charts/draw-picture.ts';
import type { Illustrated } from '../../adapters/slack/pictures.ts';
import { renderHome, renderMessage, renderModal } from '../../adapters/slack/render.ts';
import type { Card } from '../../cards/card.ts';
import { chartText } from '../../cards/chart-text.ts';
import { slackFonts } from './fonts.ts';
import type { Drawing, Look, Screen } from './screen.ts';
import { sticksOut } from './sticks-out.ts';

/** The pixels a desktop gives a message, and a small phone everything. */
const widths = { wide: 560, narrow: 340 };
const icon = readFileSync(`${import.meta.dirname}/../../manifest/teams/color.png`).toString('base64');
const libraryStyle = readFileSync(createRequire(import.meta.url).resolve('slack-blocks-to-jsx/dist/style.css'), 'utf8');

/** Frames of Slack that the library leaves out, and a few things it draws unlike Slack. */
const ownStyle = `
  body { margin: 0; background: #888; font-family: Lato, "Noto Sans", "Helvetica Neue", Arial, sans-serif; }
  .screen { box-sizing: border-box; margin: 0 0 24px; padding: 12px; background: #fff; color: #1d1c1d; }
  .screen[data-theme=dark] { background: #1a1d21; color: #d1d2d3; }
  .screen .slack_blocks_to_jsx.styles_enabled { font-family: Lato, sans-serif !important; }
  .slack_blocks_to_jsx--header > :nth-child(3) { visibility: hidden; }
  .framed .slack_blocks_to_jsx--header, .framed section.slack_blocks_to_jsx > div:first-child { display: none !important; }
  .framed section.slack_blocks_to_jsx { max-width: none !important; }
  .bar { display: flex; gap: 12px; align-items: center; margin: -12px -12px 8px; padding: 12px; border-bottom: 1px solid #8884; }
  .bar h2 { flex: 1; margin: 0; font-size: 18px; }
  .foot { display: flex; justify-content: flex-end; gap: 8px; margin: 12px -12px -12px; padding: 12px; border-top: 1px solid #8884; }
  .foot span { padding: 6px 12px; border: 1px solid #8888; border-radius: 4px; font-weight: bold; font-size: 15px; }
  .foot .submit { background: #007a5a; border-color: #007a5a; color: #fff; }
  /* A table that does not fit breaks its lines in Slack; here it shows itself as too wide. */
  .screen pre { white-space: pre !important; }
  .screen .one-line { height: 36px !important; min-height: 0 !important; resize: none; }
  .screen img { max-width: 100%; }
  .screen .left-out { display: none !important; }
  .screen .marker { display: inline-block !important; width: 1em; height: 1em; vertical-align: -0.1em; }
`;

/** Draws screens as Slack blocks: what adapters/slack really sends, drawn by a library for Block Kit. */
export async function slackDrawing(page: Page, screens: Screen[], look: Look): Promise<Drawing> {
  const articles = await Promise.all(
    screens.map(
      async ({ name, card, place }) =>
        `<article class="screen ${place === 'message' ? '' : 'framed'}" data-screen="${name}" data-theme="${look.theme}">${await draw(card, place, look)}</article>`,
    ),
  );
  await page.setViewportSize({ width: widths[look.width], height: 900 });
  await page.setContent(
    `<!doctype html><html lang="nl-BE"><meta charset="utf-8"><style>${slackFonts}${libraryStyle}${ownStyle}</style><body>${articles.join('')}`,
  );
  const inputs = screens.flatMap(({ card }) => card.parts.filter((part) => part.type === 'input'));
  await page.evaluate(
    likeSlack(inputs.flatMap((one) => (one.kind === 'text' && one.multiline !== true ? [one.id] : []))),
  );
  return {
    pictureOf: (name) => page.locator(`[data-screen="${name}"]`),
    sticksOut: () => sticksOut(page, '.screen'),
  };
}

async function draw(card: Card, place: Screen['place'], look: Look): Promise<string> {
  if (place === 'message') return blocks(renderMessage(await illustrated(card)).blocks, look);
  if (place === 'home') return blocks(renderHome(await illustrated(card)).blocks, look);
  const modal = renderModal(card);
  const button = (text: string, kind: string) => `<span class="${kind}">${escapeHtml(text)}</span>`;
  return [
    `<div class="bar"><h2>${escapeHtml(modal.title.text)}</h2>✕</div>`,
    blocks(modal.blocks, look),
    '<div class="foot">',
    button(modal.close?.text ?? '', 'close'),
    modal.submit === undefined ? '' : button(modal.submit.text, 'submit'),
    '</div>',
  ].join('');
}

/** What Slack would have been given, by the id of the file. */
const files = new Map<string, string>();

/** With the pictures of its charts, as the adapter makes them; the page shows them without a server of Slack. */
const illustrated = async (card: Card): Promise<Illustrated> => ({
  ...card,
  parts: await Promise.all(
    card.parts.map(async (part) => {
      if (part.type !== 'chart') return part;
      const file = `F${createHash('sha256').update(JSON.stringify(part)).digest('base64url')}`;
      files.set(file, `data:image/png;base64,${Buffer.from(await drawPicture(part)).toString('base64')}`);
      return { type: 'picture' as const, file, title: part.title, alt: chartText(part) };
    }),
  ),
});

const blocks = (drawn: object[], { theme }: Look): string =>
  withMarkers(
    renderToStaticMarkup(
      createElement(Message, {
        // Bolt's types of the same blocks; the library names fewer of their fields.
        blocks: literal(drawn) as Block[],
        logo: `data:image/png;base64,${icon}`,
        name: 'Zorggarantie',
        theme,
      }),
    ),
  );

/** Stands for a colon while the library draws. */
const colon = '\uE000';

/** The library sees an emoji in the `:00–12:` of `09:00–12:00`, also where Slack is told that there is none. */
function literal(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(literal);
  if (typeof value !== 'object' || value === null) return value;
  const piece = value as Record<string, unknown>;
  if (piece.type === 'image' && 'slack_file' in piece)
    return { type: 'image', alt_text: piece.alt_text, image_url: files.get((piece.slack_file as { id: string }).id) };
  if ((piece.type === 'plain_text' || piece.type === 'text') && typeof piece.text === 'string')
    return { ...piece, text: piece.text.replaceAll(':', colon) };
  return Object.fromEntries(Object.entries(piece).map(([key, one]) => [key, literal(one)]));
}

/** Slack has pictures for the three signs that the adapter uses; a machine often has no font for them. */
function withMarkers(html: string): string {
  const sign = (shape: string) => `<svg class="marker" viewBox="0 0 16 16">${shape}</svg>`;
  const check =
    '<rect width="16" height="16" rx="3" fill="#2eb67d"/><path d="M4 8l3 3 5-6" fill="none" stroke="#fff" stroke-width="2"/>';
  const warning =
    '<path d="M8 1l7.5 14H.5z" fill="#ecb22e"/><path d="M8 6v4m0 1.5v1.5" stroke="#1d1c1d" stroke-width="1.6"/>';
  return html
    .replaceAll(colon, ':')
    .replaceAll('✅', sign(check))
    .replaceAll(/⚠\uFE0F?/g, sign(warning))
    .replaceAll('🔴', sign('<circle cx="8" cy="8" r="7" fill="#e01e5a"/>'));
}

const escapeHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** What the library writes in inputs in English, and the height it gives those of one line. */
const likeSlack = (oneLine: string[]) => `{
  for (const element of document.querySelectorAll('.screen *')) {
    if (element.children.length > 0) continue;
    if (/^Write something$|'enter' to submit/.test(element.textContent)) element.classList.add('left-out');
    if (element.textContent === 'Pick an option') {
      element.textContent = 'Kies…';
      // The frame of the list itself, which has its own height and width.
      for (let box = element; box.scrollWidth <= box.clientWidth + 1 && box.tagName !== 'SECTION'; box = box.parentElement)
        box.parentElement.dataset.control = '';
    }
  }
  for (const id of ${JSON.stringify(oneLine)})
    for (const element of document.querySelectorAll('[id="' + id + '"] textarea')) element.classList.add('one-line');
}`;
