import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const inRoot = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** A tree of its own under the project's own rules. */
const tree = mkdtempSync(join(tmpdir(), 'uratori-lint-'));
const rules = JSON.parse(readFileSync(inRoot('biome.json'), 'utf8'));
writeFileSync(join(tree, 'biome.json'), JSON.stringify({ ...rules, vcs: { enabled: false } }));
afterAll(() => rmSync(tree, { recursive: true, force: true }));

/** What the linter says of a file at a path of the tree. */
function lint(path: string, source: string): string {
  const file = join(tree, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, source);
  const { stdout, stderr } = spawnSync(inRoot('node_modules/.bin/biome'), ['lint', path], {
    cwd: tree,
    encoding: 'utf8',
  });
  return stdout + stderr;
}

const importing = (what: string) => `import { a } from '${what}';\nexport const b = a;\n`;

describe('the dependency rule', () => {
  it.each([
    ['app/x.ts', '../main/workbench.ts'],
    ['app/x.ts', '../renderer/store/state.ts'],
    ['app/formats/x.ts', 'node:fs'],
    ['app/x.ts', 'react'],
    ['main/x.ts', '../renderer/store/state.ts'],
    ['main/x.ts', 'electron'],
    ['main/dumps/x.ts', '../electron/window.ts'],
    ['main/electron/x.ts', '../../renderer/store/state.ts'],
    ['renderer/x.ts', '../main/workbench.ts'],
    ['renderer/reading/x.ts', 'node:path'],
    ['renderer/x.ts', 'electron'],
  ])('%s may not import %s', (path, what) => {
    expect(lint(path, importing(what))).toContain('noRestrictedImports');
  });

  it.each([
    ['app/x.ts', './story.ts'],
    ['app/x.ts', 'zod'],
    ['main/x.ts', '../app/story.ts'],
    ['main/x.ts', 'node:fs'],
    ['main/electron/x.ts', 'electron'],
    ['renderer/x.ts', '../app/story.ts'],
    ['renderer/x.ts', 'react'],
  ])('%s may import %s', (path, what) => {
    expect(lint(path, importing(what))).not.toContain('noRestrictedImports');
  });
});
