import { defineConfig } from 'playwright/test';
import type { HostOptions } from './tests/e2e/fixtures.ts';

/** The same specs in both hosts; what only one of them has stands in a file of its own. */
export default defineConfig<HostOptions>({
  testDir: './tests/e2e',
  outputDir: './test-results',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  // A loaded machine may be slow; what needs another try is named as flaky in the output.
  retries: process.env.CI ? 2 : 0,
  fullyParallel: true,
  workers: 2,
  reporter: [
    ['list'],
    ['json', { outputFile: process.env.URATORI_E2E_REPORT ?? './test-results/report.json' }],
  ],
  projects: [
    { name: 'web', testIgnore: '**/electron-*.spec.ts', use: { host: 'web' } },
    { name: 'electron', testIgnore: '**/web-*.spec.ts', use: { host: 'electron' } },
  ],
});
