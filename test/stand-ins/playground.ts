import { existsSync } from 'node:fs';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';

/** Where Debian puts it; a machine without one skips the tests in a browser. */
const chromiumPath = '/usr/bin/chromium';
export const hasChromium = (): boolean => existsSync(chromiumPath);

/** Chromium without a window, and without calls to anybody. */
export const launchChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumPath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

/**
 * Somebody at the Teams playground in a real browser.
 *
 *     const browser = await openPlayground(playground.url);
 *     await browser.type('hulp');
 *     await browser.waitFor('Wat kan je hier doen');
 *     await browser.press('Meer uitleg');
 */
export type PlaygroundBrowser = {
  page: Page;
  /** Opens a conversation of the list on the left, by its name. */
  open(conversation: string): Promise<void>;
  /** Types a message and sends it. With `@` in a group or channel, the bot is mentioned first. */
  type(text: string): Promise<void>;
  /** Waits until a text can be read in the conversation. */
  waitFor(text: string | RegExp, ms?: number): Promise<void>;
  /** Presses the newest button with this label. */
  press(label: string): Promise<void>;
  /** Fills in the newest input with this id: a text, a date (ISO 8601), or the labels of choices. */
  fill(id: string, value: string | string[]): Promise<void>;
  /** Everything to be read in the conversation. */
  text(): Promise<string>;
  screenshot(path: string): Promise<void>;
  close(): Promise<void>;
};

/** `scale`: pixels of a picture for each pixel of the page. */
export async function openPlayground(
  url: string,
  size = { width: 1280, height: 1000 },
  scale = 1,
): Promise<PlaygroundBrowser> {
  const browser = await launchChromium();
  const page = await browser.newPage({ viewport: size, deviceScaleFactor: scale });
  page.setDefaultTimeout(40_000);
  const labels = watchLabels(page);
  await page.goto(url);
  // In a channel the first is for a new post, each other for an answer to one.
  const editor = page.locator('[data-lexical-editor="true"]').first();
  await editor.waitFor();
  // The log panel would take a quarter of the picture.
  const log = page.getByText('Log Panel');
  if (await log.isVisible()) await log.locator('xpath=following::button[2]').click();
  const cards = page.locator('.ac-adaptiveCard');

  return {
    page,
    async open(conversation) {
      await page.getByRole('treeitem', { name: conversation }).click();
      await editor.waitFor();
    },
    async type(text) {
      await editor.click();
      const mention = text.startsWith('@');
      if (mention) {
        await page.keyboard.type('@');
        await page.locator('[role="option"], [role="menuitem"], [role="listbox"] li').first().click();
      }
      await page.keyboard.type(mention ? text.slice(1) : text);
      const post = page.getByRole('button', { name: 'Post', exact: true });
      if (await post.isVisible()) await post.click();
      else await page.keyboard.press('Enter');
    },
    async waitFor(text, ms = 40_000) {
      await page.getByText(text).last().waitFor({ timeout: ms });
    },
    async press(label) {
      await page.getByRole('button', { name: label, exact: true }).last().click();
    },
    async fill(id, value) {
      const label = labels.get(id);
      if (label === undefined) throw new Error(`no card had a field ${id}; there was: ${[...labels.keys()]}`);
      await fillIn(page, label, value);
    },
    text: async () => (await cards.allInnerTexts()).join('\n---\n'),
    async screenshot(path) {
      await page.screenshot({ path });
    },
    close: () => browser.close(),
  };
}

/** The page keeps no trace of an input's id: its label is read from the cards on their way to the page. */
function watchLabels(page: Page): Map<string, string> {
  const labels = new Map<string, string>();
  const read = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) read(one);
    if (typeof value !== 'object' || value === null) return;
    if ('type' in value && String(value.type).startsWith('Input.') && 'id' in value && 'label' in value)
      labels.set(String(value.id), String(value.label));
    for (const one of Object.values(value)) read(one);
  };
  const readText = (text: string): void => {
    if (!text.includes('Input.')) return;
    try {
      read(JSON.parse(text.slice(text.search(/[{[]/))));
    } catch {
      // Not a card.
    }
  };
  page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => readText(String(payload))));
  page.on('response', async (response) => {
    if (response.url().includes('/_conversation/')) readText(await response.text().catch(() => ''));
  });
  return labels;
}

async function fillIn(page: Page, label: string, value: string | string[]): Promise<void> {
  const labelled = page.getByLabel(label, { exact: true });
  const field = labelled.and(page.locator('input, textarea, select, [role=radiogroup], button[role=combobox]')).last();
  const [role, type, popup] = await Promise.all(
    ['role', 'type', 'aria-haspopup'].map((name) => field.getAttribute(name)),
  );
  const values = [value].flat();
  if (type === 'checkbox')
    for (const one of values)
      await labelled
        .and(page.locator(`[aria-label="${one}"]`))
        .last()
        .check();
  else if (role === 'radiogroup') for (const one of values) await field.getByLabel(one, { exact: true }).check();
  else if (role === 'combobox' && popup === 'dialog') await pickDate(page, field, String(value));
  else if (role === 'combobox') {
    await field.click();
    for (const one of values) await page.getByRole('option', { name: one, exact: true }).click();
  } else await field.fill(String(value));
}

/** The date picker takes no typing: turn to the month, then press the day. */
async function pickDate(page: Page, field: Locator, date: string): Promise<void> {
  const wanted = Temporal.PlainDate.from(date);
  const month = wanted.toLocaleString('en-US', { month: 'long' });
  await field.click();
  const calendar = page.getByRole('dialog');
  for (let turns = 0; turns < 60; turns += 1) {
    const shown = Temporal.PlainDate.from(await shownMonth(calendar));
    const months = shown.until(wanted.with({ day: 1 }), { largestUnit: 'months' }).months;
    if (months === 0) break;
    await calendar.locator(months > 0 ? '[title^="Next month"]' : '[title^="Previous month"]').click();
  }
  await calendar.locator(`button[aria-label="${wanted.day}, ${month}, ${wanted.year}"]`).click();
}

/** First day of the month on the calendar, which says it as `November 2026`. */
async function shownMonth(calendar: Locator): Promise<string> {
  const text = await calendar.locator('[class*="CalendarDay__monthAndYear"]').textContent();
  const [month = '', year = ''] = (text ?? '').split(' ');
  const names = Array.from({ length: 12 }, (_, n) =>
    Temporal.PlainYearMonth.from({ year: 2026, month: n + 1 })
      .toPlainDate({ day: 1 })
      .toLocaleString('en-US', { month: 'long' }),
  );
  return `${year}-${String(names.indexOf(month) + 1).padStart(2, '0')}-01`;
}
