import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/unit/**/*.test.ts', 'tests/unit/**/*.test.tsx'],
    setupFiles: ['tests/unit/setup.ts'],
    // Tests with real files and processes; slow machines are no failures.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
