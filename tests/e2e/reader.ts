import type { Page } from 'playwright/test';
import { expect } from './fixtures.ts';

/** Puts the keyboard into the text, once there is one: a story is read after its row is listed. */
export async function focusText(page: Page): Promise<void> {
  await expect(page.locator('[data-segment-text]').first()).toBeVisible();
  await page.locator('#reading').focus();
}

/** The quotes that a highlight is painted on; claims that overlap are in different lanes of one. */
export function painted(page: Page, name: string): Promise<string[]> {
  return page.evaluate((layer) => {
    const ranges = [...CSS.highlights].flatMap(([key, highlight]) =>
      key.replace(/-\d$/, '') === layer ? [...highlight] : [],
    );
    return ranges.map(
      ({ startContainer, startOffset, endOffset }) =>
        startContainer.textContent?.slice(startOffset, endOffset) ?? '',
    );
  }, name);
}
