import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright/test';

/** What axe finds serious or critical: rule and elements. */
export async function seriousViolations(page: Page): Promise<{ rule: string; elements: string[] }[]> {
  // Without legacy mode axe wants a page of its own, which a desktop program does not give.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => ({
      rule: id,
      elements: nodes.map((node) => `${node.html} ${node.failureSummary ?? ''}`),
    }));
}
