import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { serialise } from '../../../../app/project.ts';
import { openDump } from '../../../../main/dumps/open-dump.ts';
import { projectOf } from '../../app/exports/support.ts';

const cli = fileURLToPath(new URL('../../../../main/cli.ts', import.meta.url));
const TEXT = `The pier is closed.
— Harbour Ledger (@harbourledger) February 8, 2025
The ferry is late.
— Harbour Ledger (@harbourledger) February 9, 2025
`;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'uratori-cli-import-'));
  const path = join(folder, 'harbour.txt');
  await writeFile(path, TEXT);
  const dump = await openDump(path);
  await dump.ready;
  const { bytes, format, encoding, rule } = dump;
  const { text } = await dump.read(0);
  const sha256 = await dump.sha256();
  await dump.close();
  const of = { bytes, format, encoding, rule, sha256, path, relativePath: 'harbour.txt' };
  const project = projectOf({ title: 'Harbour', dumps: [{ id: 'd', name: 'harbour.txt', ...of }] });
  await writeFile(join(folder, 'p.uratori'), JSON.stringify(serialise(project, 0)));
  const at = text.indexOf('pier');
  const label = [[at, at + 4, 'place']];
  await writeFile(
    join(folder, 'in.jsonl'),
    `${JSON.stringify({ text, label })}\n${JSON.stringify({ text: 'Nothing of this.', label: [] })}\n`,
  );
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function run(...args: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [cli, ...args], { cwd: folder });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      stderr += text;
    });
    child.on('close', (code) => done({ code, stdout, stderr }));
  });
}

describe('uratori import', () => {
  it('says what it would do, does it, and has nothing to do the second time', async () => {
    const before = await readFile(join(folder, 'p.uratori'));
    const dry = await run('import', 'p.uratori', 'in.jsonl', '--dry-run');
    expect(dry.stderr).toBe('');
    expect(dry.code).toBe(0);
    expect(dry.stdout).toContain('in.jsonl: doccano');
    expect(dry.stdout).toContain('2 added, 0 matched, 0 moved, 0 differs, 0 refused');
    expect(dry.stdout).toContain('nothing was changed');
    expect(await readFile(join(folder, 'p.uratori'))).toEqual(before);

    const done = await run('import', 'p.uratori', 'in.jsonl', '--json', '--by', 'Sato');
    const lines = done.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.at(-1)).toMatchObject({ format: 'doccano', done: true, added: 2, tags: 1 });
    expect(lines[1]).toMatchObject({ kind: 'added', what: 'tagging', words: 'place', quote: 'pier' });
    const { project } = JSON.parse(await readFile(join(folder, 'p.uratori'), 'utf8'));
    expect(project.taggings).toMatchObject([{ createdBy: 'Sato', anchor: { quote: 'pier' } }]);

    const again = await run('import', 'p.uratori', 'in.jsonl');
    expect(again.stdout).toContain('0 added, 2 matched');
    expect(again.stdout).toContain('nothing to change');
  });

  it('refuses what it cannot read in words, and wrong arguments with its usage', async () => {
    await writeFile(join(folder, 'broken.jsonl'), '{"text": "a", "label": [[0, 1');
    const broken = await run('import', 'p.uratori', 'broken.jsonl');
    expect([broken.code, broken.stdout]).toEqual([1, '']);
    expect(broken.stderr).toContain('broken.jsonl cannot be read as annotations');
    await writeFile(join(folder, 'other.txt'), 'The pier is closed.');
    const other = await run('import', 'p.uratori', 'other.txt');
    expect(other.stderr).toContain('other.txt is in no format of annotations that Uratori reads');
    expect((await run('import', 'p.uratori', 'in.jsonl', '--format', 'none')).code).toBe(2);
    expect((await run('import', 'p.uratori')).code).toBe(2);
  });
});
