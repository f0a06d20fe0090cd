import { spawn } from 'node:child_process';
import { copyFile, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from '../../../../app/exports/json.ts';
import { serialise } from '../../../../app/project.ts';
import { type Story, storyKey } from '../../../../app/story.ts';
import { openDump } from '../../../../main/dumps/open-dump.ts';
import { AT, anchorOf, projectOf, refOf } from '../../app/exports/support.ts';

const cli = fileURLToPath(new URL('../../../../main/cli.ts', import.meta.url));
const TEXT = `The pier is closed.
— Harbour Ledger (@harbourledger) February 8, 2025
The ferry is late.
— Harbour Ledger (@harbourledger) February 9, 2025
`;

let folder: string;
let keys: string[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'uratori-cli-'));
  const path = join(folder, 'harbour.txt');
  await writeFile(path, TEXT);
  const dump = await openDump(path);
  await dump.ready;
  const stories: Story[] = [await dump.read(0), await dump.read(1)];
  keys = stories.map((story) => storyKey('d', story.id));
  const { bytes, format, encoding, rule } = dump;
  const sha256 = await dump.sha256();
  await dump.close();
  const project = projectOf({
    title: 'Harbour',
    dumps: [
      {
        id: 'd',
        name: 'harbour.txt',
        path,
        relativePath: 'harbour.txt',
        sha256,
        bytes,
        format,
        encoding,
        rule,
      },
    ],
    stories: stories.map((story) => refOf(story, 'd')),
    claims: stories.map((story, index) => ({
      id: `c${index}`,
      storyKey: storyKey('d', story.id),
      anchors: [anchorOf(story, index === 0 ? 'pier is closed' : 'ferry is late')],
      wording: '',
      claimant: '',
      ratingId: null,
      verdicts: [],
      carriedFrom: null,
      rationale: [],
      evidence: [],
      createdAt: AT,
      createdBy: 'me',
    })),
  });
  await writeFile(join(folder, 'p.uratori'), JSON.stringify(serialise(project, 0)));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function run(...args: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [cli, 'export', ...args], { cwd: folder });
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

describe('uratori export', () => {
  it.each(['html', 'md', 'json'])('writes %s to a file, and nothing to standard output', async (format) => {
    const { code, stdout, stderr } = await run(
      'p.uratori',
      '--format',
      format,
      '--out',
      `r.${format}`,
      '--locale',
      'ja',
      '--title',
      '港の検証',
    );
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toMatch(/r\.\w+: \d+ bytes, SHA-256 [0-9a-f]{64}\n$/u);
    const text = await readFile(join(folder, `r.${format}`), 'utf8');
    expect(text).toContain('港の検証');
    expect(text).toContain('pier is closed');
    expect((await readdir(folder)).sort()).toEqual(['harbour.txt', 'p.uratori', `r.${format}`]);
  });

  it('writes annotations to a folder, a packed file or standard output, and only to a new place', async () => {
    const out = (format: string, place: string) => run('p.uratori', '--format', format, '--out', place);
    const inFolder = await out('brat', 'brat');
    expect([inFolder.code, inFolder.stdout]).toEqual([0, '']);
    expect(inFolder.stderr).toMatch(/brat: \d+ files, \d+ bytes\n$/u);
    expect(await readFile(join(folder, 'brat', '0001.ann'), 'utf8')).toMatch(/^T1\tClaim \d+ \d+\t/u);
    expect((await out('brat', 'brat')).stderr).toContain('only written to a new place');
    expect((await out('w3c', 'w3c.zip')).stderr).toMatch(
      /w3c\.zip: \d+ files, \d+ bytes, SHA-256 [0-9a-f]{64}\n$/u,
    );
    expect((await out('doccano', '-')).stdout).toContain('"entities":[{"id":0,');
    expect((await out('csv', '-')).code).toBe(2);
  });

  it('writes to standard output for -, and takes single stories', async () => {
    const { code, stdout } = await run(
      'p.uratori',
      '--format',
      'json',
      '--out',
      '-',
      '--stories',
      `${keys[1]},`,
    );
    expect(code).toBe(0);
    const data = parse(JSON.parse(stdout));
    expect(data.stories.map(({ key }) => key)).toEqual([keys[1]]);
    expect(data.title).toBe('Harbour');
  });

  it('finds the dump beside a project that was moved together with it', async () => {
    const other = await mkdtemp(join(tmpdir(), 'uratori-moved-'));
    await rename(join(folder, 'p.uratori'), join(other, 'p.uratori'));
    await rename(join(folder, 'harbour.txt'), join(other, 'harbour.txt'));
    const { code } = await run(join(other, 'p.uratori'), '--format', 'json', '--out', 'r.json');
    const data = parse(JSON.parse(await readFile(join(folder, 'r.json'), 'utf8')));
    await rm(other, { recursive: true });
    expect(code).toBe(0);
    expect(data.provenance.dumps[0]?.status).toBe('read');
  });

  it('says in the report and on standard error that the dump is missing', async () => {
    await rm(join(folder, 'harbour.txt'));
    const { code, stderr } = await run('p.uratori', '--format', 'md', '--out', 'r.md');
    expect(code).toBe(0);
    expect(stderr).toContain('harbour.txt');
    expect(await readFile(join(folder, 'r.md'), 'utf8')).toContain('The text is not shown');
  });

  it('ends with 1 when it fails, and changes nothing', async () => {
    const before = await readFile(join(folder, 'p.uratori'));
    await Promise.all(
      ['harbour.txt', 'p.uratori', 'nowhere/r.html', '.'].map(async (target) => {
        const { code, stdout, stderr } = await run('p.uratori', '--format', 'html', '--out', target);
        expect([target, code, stdout]).toEqual([target, 1, '']);
        expect(stderr).toMatch(/^uratori: /u);
      }),
    );
    expect(await readFile(join(folder, 'harbour.txt'), 'utf8')).toBe(TEXT);
    expect((await readFile(join(folder, 'p.uratori'))).equals(before)).toBe(true);
    expect((await run('no.uratori', '--format', 'md', '--out', 'r.md')).code).toBe(1);
    expect((await readdir(folder)).sort()).toEqual(['harbour.txt', 'p.uratori']);
  });

  it('ends with 2 for wrong arguments, and shows the usage', async () => {
    const wrong = [
      [],
      ['p.uratori', '--format', 'rtf', '--out', 'x'],
      ['p.uratori', '--format', 'md'],
      ['p.uratori', '--out', 'x'],
      ['p.uratori', '--format', 'md', '--out', 'x', '--locale', 'fr'],
      ['p.uratori', '--format', 'md', '--out', 'x', '--stories', 'd/nowhere'],
      ['p.uratori', '--format', 'md', '--out', 'x', '--stories', ','],
      ['p.uratori', '--format', 'md', '--out', 'x', '--verbose'],
    ];
    await Promise.all(
      wrong.map(async (args) => {
        const { code, stderr } = await run(...args);
        expect([args, code]).toEqual([args, 2]);
        expect(stderr).toContain('Usage: uratori export');
      }),
    );
  });

  it('reads a project that somebody else has open', async () => {
    await copyFile(join(folder, 'p.uratori'), join(folder, 'q.uratori'));
    const lock = join(folder, 'q.uratori.lock');
    await writeFile(lock, '{}');
    expect((await run('q.uratori', '--format', 'md', '--out', 'r.md')).code).toBe(0);
    expect(await readFile(lock, 'utf8')).toBe('{}');
  });
});
