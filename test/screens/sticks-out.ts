import type { Page } from 'playwright-core';

/**
 * What of each frame reaches past its right edge, or is hidden in a box that has to be scrolled sideways,
 * as a sentence each: measured on what the browser drew, in pixels.
 */
export async function sticksOut(page: Page, frames: string): Promise<Record<string, string>> {
  await page.evaluate('document.fonts.ready.then(() => {})');
  return page.evaluate(`{
    const found = {};
    for (const frame of document.querySelectorAll(${JSON.stringify(frames)})) {
      // Both chat platforms break a word longer than a line, such as an address that was pasted; no word of ours.
      if (/\\S{40}/.test(frame.textContent))
        for (const element of frame.querySelectorAll('*')) element.style.setProperty('overflow-wrap', 'anywhere', 'important');
      const edge = frame.getBoundingClientRect().right;
      for (const element of frame.querySelectorAll('*')) {
        const box = element.getBoundingClientRect();
        // A line drawn round a box, or a fraction of a pixel, is no text that is cut off.
        const past = Math.round(box.right - edge) - 1;
        const hidden = element.closest('input, textarea, select, [data-control]') ? 0 : element.scrollWidth - element.clientWidth;
        const inline = getComputedStyle(element).display === 'inline';
        if (box.width > 0 && (past > 0 || (!inline && hidden > 1)))
          found[frame.dataset.screen] ??= element.tagName + ' ' + Math.max(past, hidden) + ' px: ' + element.textContent.slice(0, 60);
      }
    }
    found;
  }`);
}
