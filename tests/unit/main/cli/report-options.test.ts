import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from '../../../../app/exports/json.ts';
import { MOST_LOGO_BYTES, REPORT_TEMPLATES } from '../../../../app/exports/options.ts';
import { serialise } from '../../../../app/project.ts';
import { storyKey } from '../../../../app/story.ts';
import { openDump } from '../../../../main/dumps/open-dump.ts';
import { AT, anchorOf, evidenceOf, projectOf, refOf } from '../../app/exports/support.ts';

const cli = fileURLToPath(new URL('../../../../main/cli.ts', import.meta.url));
const sample = fileURLToPath(new URL('../../../../resources/sample/minato-250412.txt', import.meta.url));

let folder: string;
let keys: string[];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'uratori-report-'));
  const dump = await openDump(sample);
  await dump.ready;
  const stories = [await dump.read(0), await dump.read(1), await dump.read(2)];
  keys = stories.map((story) => storyKey('d', story.id));
  const { bytes, format, encoding, rule } = dump;
  const sha256 = await dump.sha256();
  await dump.close();
  const project = projectOf({
    title: 'Minato',
    dumps: [
      {
        id: 'd',
        name: 'sample.txt',
        path: sample,
        relativePath: null,
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
      anchors: [anchorOf(story, story.text.slice(0, 12))],
      wording: `wording ${index}`,
      claimant: '',
      ratingId: index === 0 ? 'false' : 'accurate',
      verdicts: [],
      carriedFrom: null,
      rationale: [],
      evidence: [evidenceOf({ id: 'e', title: 'Tables', url: 'https://mof.example/tables' })],
      createdAt: AT,
      createdBy: 'me',
    })),
  });
  await writeFile(join(folder, 'p.uratori'), JSON.stringify(serialise(project, 0)));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What the command writes to standard output, for `env`. */
function run(args: string[], env: Record<string, string> = {}) {
  return new Promise<{ code: number | null; stdout: string; stderr: string }>((done) => {
    const child = spawn(process.execPath, [cli, 'export', 'p.uratori', '--out', '-', ...args], {
      cwd: folder,
      env: { ...process.env, ...env },
    });
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

describe('uratori export of a report', () => {
  it('gives the same bytes for the same time, in any time zone and language of the system', async () => {
    const args = (template: string) => [
      '--template',
      template,
      '--format',
      'html',
      '--locale',
      'ja,en',
      '--at',
      '2025-03-01T18:30:00+09:00',
    ];
    const hash = async (template: string, env: Record<string, string>) => {
      const { code, stdout } = await run(args(template), env);
      expect(code).toBe(0);
      expect(stdout).toContain('2025年3月1日 09:30 UTC');
      return createHash('sha256').update(stdout).digest('hex');
    };
    await Promise.all(
      REPORT_TEMPLATES.map(async (template) => {
        const here = await hash(template, { TZ: 'UTC', LC_ALL: 'C.UTF-8' });
        const there = await hash(template, {
          TZ: 'Pacific/Auckland',
          LC_ALL: 'ja_JP.UTF-8',
          LANG: 'ja_JP.UTF-8',
        });
        expect(there).toBe(here);
      }),
    );
  });

  it('holds the stories that a query finds, of those that are asked for', async () => {
    const stories = async (...args: string[]) => {
      const { stdout } = await run(['--format', 'json', ...args]);
      return parse(JSON.parse(stdout)).stories.map(({ key }) => key);
    };
    expect(await stories('--filter', 'verdict:disputed')).toEqual([keys[0]]);
    expect(await stories('--filter', 'verdict:verified')).toEqual([keys[1], keys[2]]);
    expect(await stories('--filter', 'verdict:verified', '--stories', `${keys[0]},${keys[2]}`)).toEqual([
      keys[2],
    ]);
    const nothing = await run(['--format', 'md', '--filter', 'zeppelin']);
    expect([nothing.code, nothing.stdout]).toEqual([1, '']);
    expect(nothing.stderr).toContain('“zeppelin”');
    const wrong = await run(['--format', 'md', '--filter', 'date:yesterday']);
    expect(wrong.code).toBe(1);
    expect(wrong.stderr).toMatch(/\n {2}date:yesterday\n\s*\^\n$/u);
  });

  it('has author, introduction and logo', async () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    await writeFile(join(folder, 'logo.jpeg'), png);
    await writeFile(join(folder, 'intro.txt'), '\ufeffFirst <p>.\r\n\r\nSecond.');
    const { code, stdout } = await run([
      ...['--format', 'html', '--author', 'The desk', '--introduction', '@intro.txt', '--logo', 'logo.jpeg'],
    ]);
    expect(code).toBe(0);
    expect(stdout).toContain('<bdi>The desk</bdi>');
    expect(stdout).toContain('<p dir="auto">First &lt;p&gt;.</p><p dir="auto">Second.</p>');
    expect(stdout).toContain(`src="data:image/png;base64,${png.toString('base64')}"`);
  });

  it('refuses what it cannot use, and says why', async () => {
    await writeFile(join(folder, 'big.png'), Buffer.alloc(MOST_LOGO_BYTES + 1));
    await writeFile(join(folder, 'page.png'), '<svg onload="alert(1)"/>');
    await writeFile(join(folder, 'bytes.txt'), Buffer.from([0xff, 0xfe, 0x41]));
    const cases: [number, RegExp, string[]][] = [
      [1, /larger than 2,097,152 bytes/u, ['--format', 'html', '--logo', 'big.png']],
      [1, /neither a PNG nor a JPEG/u, ['--format', 'html', '--logo', 'page.png']],
      [1, /none\.png/u, ['--format', 'html', '--logo', 'none.png']],
      [1, /bytes\.txt/u, ['--format', 'html', '--introduction', '@bytes.txt']],
      [2, /--template takes one of full, claims/u, ['--format', 'html', '--template', 'half']],
      [2, /--template is for reports/u, ['--format', 'json', '--template', 'claims']],
      [2, /--author is for reports/u, ['--format', 'doccano', '--author', 'me']],
      [2, /--locale takes/u, ['--format', 'html', '--locale', 'en,en']],
      [2, /--locale takes/u, ['--format', 'html', '--locale', 'en,ja,en']],
      [2, /--at takes/u, ['--format', 'html', '--at', '2025-03-01']],
      [2, /--at takes/u, ['--format', 'html', '--at', '2025-13-01T00:00:00Z']],
    ];
    await Promise.all(
      cases.map(async ([due, words, args]) => {
        const { code, stdout, stderr } = await run(args);
        expect([args, code, stdout]).toEqual([args, due, '']);
        expect(stderr).toMatch(words);
      }),
    );
    expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual([]);
    expect(await readFile(join(folder, 'p.uratori'), 'utf8')).toContain('Minato');
  });
});
