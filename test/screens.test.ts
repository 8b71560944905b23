import { readFileSync, statSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allSamples } from './sample-views.ts';
import { guideScreens, maxBytes, sampleOf } from './screens/guide-screens.ts';
import { type Look, type Screen, screenOf } from './screens/screen.ts';
import { slackDrawing } from './screens/slack-screens.ts';
import { smallPng } from './screens/small-png.ts';
import { teamsDrawing } from './screens/teams-screens.ts';
import { hasChromium, launchChromium } from './stand-ins/playground.ts';

const root = `${import.meta.dirname}/..`;

if (!hasChromium()) console.info('skipped: screens drawn on a narrow phone, install chromium to run it');

describe.skipIf(!hasChromium())('elk scherm op een telefoon van 340 pixels', () => {
  const screens = allSamples.map(screenOf);
  const faults: Error[] = [];
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await launchChromium();
    page = await browser.newPage({ locale: 'nl-BE' });
    page.on('pageerror', (fault) => faults.push(fault));
  });
  afterAll(() => browser?.close());

  const drawings = { slack: slackDrawing, teams: teamsDrawing };
  const looks: Look[] = [
    { width: 'narrow', theme: 'light' },
    { width: 'wide', theme: 'dark' },
  ];
  for (const [platform, draw] of Object.entries(drawings))
    for (const look of looks)
      it(`past: ${platform}, ${look.width}, ${look.theme}`, async () => {
        const drawing = await draw(page, screens, look);
        expect(await drawing.sticksOut()).toEqual({});
        const count = await page.locator('[data-screen]').count();
        expect(count).toBe(screens.length);
        const empty = await page.evaluate(
          `[...document.querySelectorAll('[data-screen]')].filter((s) => s.innerText.trim().length < 10 || s.clientHeight < 40).length`,
        );
        expect(empty).toBe(0);
        expect(faults).toEqual([]);
      });

  it('meet wat te breed is', async () => {
    const wide: Screen = {
      name: 'breed',
      place: 'message',
      card: {
        title: 'Breed',
        summary: 'Breed',
        parts: [{ type: 'facts', facts: [{ label: 'Onbreekbaarlangwoord'.repeat(3), value: 'x' }] }],
      },
    };
    const unbreakable = (css: string) => page.addStyleTag({ content: `.screen * { ${css} }` });
    for (const draw of Object.values(drawings)) {
      const drawing = await draw(page, [wide], { width: 'narrow', theme: 'light' });
      await unbreakable(
        'word-break: keep-all !important; overflow-wrap: normal !important; white-space: nowrap !important',
      );
      expect(Object.keys(await drawing.sticksOut())).toEqual(['breed']);
    }
  });

  it('wordt een klein plaatje', async () => {
    const [screen] = screens.filter(({ name }) => name === sampleOf(guideScreens[0] ?? ''));
    expect(screen).toBeDefined();
    const drawing = await slackDrawing(page, screens, { width: 'narrow', theme: 'light' });
    const whole = await drawing.pictureOf(screen?.name ?? '').screenshot();
    const small = smallPng(whole);
    expect(small.length).toBeLessThan(whole.length);
    expect(small.length).toBeLessThan(60 * 1024);
    expect(small.subarray(16, 24)).toEqual(whole.subarray(16, 24));
  });

  it('kent de schermen van de gidsen', () => {
    expect(guideScreens.filter((picture) => !screens.some((s) => s.name === sampleOf(picture)))).toEqual([]);
    const guides = ['aanmelder', 'expert', 'coordinator', 'beheerder', 'provinciaal']
      .map((who) => readFileSync(`${root}/docs/gids-${who}.md`, 'utf8'))
      .join('');
    const shown = [...guides.matchAll(/screens\/([\w-]+\.(?:slack|teams)\.\w+(?:\.dark)?)\.png/g)].map(
      ([, picture]) => picture,
    );
    expect([...new Set(shown)].sort()).toEqual([...guideScreens].sort());
    for (const picture of guideScreens)
      expect(statSync(`${root}/docs/screens/${picture}.png`).size).toBeLessThan(maxBytes);
  });
});
