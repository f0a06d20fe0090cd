import type { Page } from 'playwright/test';
import { expect } from './fixtures.ts';

/** Puts the keyboard into the text, once there is one: a story is read after its row is listed. */
export async function focusText(page: Page): Promise<void> {
  await expect(page.locator('[data-segment-text]').first()).toBeVisible();
  await page.locator('#reading').focus();
}
