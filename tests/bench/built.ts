/**
 * What is measured is the program as it ships: threads that start from the sources would first have to strip their
 * types. `npm run bench` builds it before.
 */
export const { openDump } = (await import(
  new URL('../../dist/main/dumps/open-dump.js', import.meta.url).href
)) as typeof import('../../main/dumps/open-dump.ts');
