import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

/** What Teams asks for: a colour icon, and a white outline on nothing. Drawn in `icons/*.svg`. */
const icons = [
  { name: 'color', size: 192 },
  { name: 'outline', size: 32 },
];

/** Draws `teams/*.png` anew. Chromium does the drawing. */
export async function renderIcons(): Promise<void> {
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  });
  try {
    for (const { name, size } of icons) {
      const page = await browser.newPage({ viewport: { width: size, height: size } });
      const svg = await readFile(join(import.meta.dirname, `icons/${name}.svg`), 'utf8');
      await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
      await page.screenshot({ path: join(import.meta.dirname, `teams/${name}.png`), omitBackground: true });
    }
  } finally {
    await browser.close();
  }
}
