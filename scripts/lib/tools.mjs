import { inRoot } from './paths.mjs';

/** The scripts behind the tools in node_modules, run by Node itself: the same on every system, without a shell. */
const TOOLS = {
  biome: '@biomejs/biome/bin/biome',
  playwright: 'playwright/cli.js',
  tsc: 'typescript/bin/tsc',
  vite: 'vite/bin/vite.js',
  vitest: 'vitest/vitest.mjs',
};

/** @param {keyof typeof TOOLS} name @returns {string} */
export const tool = (name) => inRoot('node_modules', TOOLS[name]);
