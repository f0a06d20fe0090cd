import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const CLI = fileURLToPath(new URL('../../../../main/cli.ts', import.meta.url));
const SAMPLE = fileURLToPath(new URL('../../../../resources/sample/minato-250412.txt', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'uratori-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function uratori(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return { status, stdout, stderr };
}

describe('uratori stories', () => {
  it('writes one object a line, with the promised fields', () => {
    const { status, stdout } = uratori('stories', SAMPLE, '--jsonl');
    const stories = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect([status, stories.length]).toEqual([0, 13]);
    const bytes = readFileSync(SAMPLE);
    for (const [ordinal, story] of stories.entries()) {
      expect(Object.keys(story)).toEqual(
        'id ordinal source publishedAt precision lang lead links hashtags byteStart byteEnd text segments media link title relations details origin'.split(
          ' ',
        ),
      );
      expect(story.ordinal).toBe(ordinal);
      expect(Object.keys(story.source)).toEqual(['name', 'handle']);
      expect(bytes.subarray(story.byteStart, story.byteEnd).toString()).toBe(story.text);
      for (const segment of story.segments) {
        expect(Object.keys(segment)).toEqual(['kind', 'lang', 'start', 'end', 'text']);
        expect(story.text.slice(segment.start, segment.end)).toBe(segment.text);
      }
    }
  });

  it('writes the same as an array, and only so many as asked for', () => {
    const all = uratori('stories', SAMPLE, '--jsonl')
      .stdout.trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(JSON.parse(uratori('stories', SAMPLE, '--json').stdout)).toEqual(all);
    expect(JSON.parse(uratori('stories', SAMPLE, '--json', '--limit', '2').stdout)).toEqual(all.slice(0, 2));
    expect(JSON.parse(uratori('stories', SAMPLE, '--json', '--limit', '0').stdout)).toEqual([]);
    expect(uratori('stories', SAMPLE, '--limit', '1').stdout).toMatch(/^1\. /u);
  });

  it('splits as it is told', () => {
    const path = join(folder, 'rules.txt');
    writeFileSync(path, '一\n==\n二\n三\n\n四');
    const count = (...args: string[]) =>
      JSON.parse(uratori('stories', path, '--json', ...args).stdout).length;
    expect(count('--rule', 'lines')).toBe(5);
    expect(count('--rule', 'whole')).toBe(1);
    expect(count('--rule', 'blank-lines')).toBe(2);
    expect(count('--separator', '==')).toBe(2);
    expect(count('--pattern', '^[二三四]')).toBe(4);
  });

  it('goes quietly when nobody reads on', async () => {
    const path = join(folder, 'large.txt');
    writeFileSync(path, '長い話が続く。\n'.repeat(200_000));
    const child = spawn(process.execPath, [CLI, 'stories', path, '--jsonl', '--rule', 'lines']);
    let errors = '';
    child.stderr.on('data', (chunk) => {
      errors += chunk;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const status = await new Promise((resolve) => child.on('exit', resolve));
    expect([status, errors]).toEqual([0, '']);
  });
});

describe('uratori check', () => {
  it('tells what a dump is', () => {
    const { status, stdout } = uratori('check', SAMPLE, '--json');
    const bytes = readFileSync(SAMPLE);
    const told = JSON.parse(stdout);
    expect(status).toBe(0);
    expect(Object.keys(told)).toEqual([
      'format',
      'encoding',
      'bytes',
      'sha256',
      'stories',
      'contents',
      'problems',
      'ms',
    ]);
    expect(told).toMatchObject({
      format: 'plain-text',
      encoding: 'utf-8',
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      stories: 13,
      problems: [],
    });
    expect(told.ms).toBeGreaterThan(0);
  });

  it('lists what is wrong, in words or as data, and still ends with 0', () => {
    const path = join(folder, 'invalid.txt');
    writeFileSync(path, Buffer.concat([Buffer.from('港の話'), Buffer.from([0xff]), Buffer.from('です')]));
    const { problems } = JSON.parse(uratori('check', path, '--json').stdout);
    expect(problems).toEqual([
      { code: 'dump-invalid-bytes', params: { path, byte: 9, line: 1, hex: 'FF', total: 1 } },
    ]);
    const words = uratori('check', path);
    expect(words.status).toBe(0);
    expect(words.stdout).toContain('FF');
  });
});

describe('uratori search', () => {
  it('counts hits and lists stories', () => {
    const hits = readFileSync(SAMPLE, 'utf8').split('防波堤').length - 1;
    expect(uratori('search', SAMPLE, '防波堤', '--count').stdout).toBe(`${hits}\n`);
    const told = JSON.parse(uratori('search', SAMPLE, '防波堤', '--json').stdout);
    expect(told).toMatchObject({ hits, stories: told.list.length });
    expect(Object.keys(told.list[0])).toEqual(['id', 'ordinal', 'hits', 'lead']);
    expect(told.list.reduce((sum: number, story: { hits: number }) => sum + story.hits, 0)).toBe(hits);
    expect(JSON.parse(uratori('search', SAMPLE, 'ない言葉です', '--json').stdout)).toEqual({
      hits: 0,
      stories: 0,
      list: [],
    });
  });
});

describe('uratori search, in its language', () => {
  const count = (...args: string[]) => Number(uratori('search', SAMPLE, ...args, '--count').stdout);

  it('folds case and width, and kana on request', () => {
    expect(count('HARBOR')).toBeGreaterThan(0);
    expect(count('HARBOR', '--exact')).toBe(0);
    expect(count('=HARBOR')).toBe(0);
    expect(count('にゅーす')).toBe(0);
    expect(count('にゅーす', '--kana')).toBe(count('ニュース'));
  });

  it('knows NOT behind --, expressions and fields', () => {
    const ids = (...args: string[]): number[] =>
      JSON.parse(uratori('search', SAMPLE, '--json', ...args).stdout).list.map(
        ({ ordinal }: { ordinal: number }) => ordinal,
      );
    const all = Array.from({ length: 13 }, (_, ordinal) => ordinal);
    const found = ids('防波堤');
    expect(ids('--', '-防波堤')).toEqual(all.filter((ordinal) => !found.includes(ordinal)));
    expect(ids('/防.堤/')).toEqual(found);
    expect(ids('lang:ja OR lang:en OR -has:date')).toEqual(all);
    expect(uratori('search', SAMPLE, 'lang:en').stdout).toMatch(/0 hits in 1 story\n$/u);
  });

  it('points at what is wrong', () => {
    const { status, stderr } = uratori('search', SAMPLE, '港 (橋 OR');
    expect(status).toBe(1);
    const [message, query, mark] = stderr.split('\n');
    expect(message).toMatch(/^uratori: .*OR/u);
    expect(query).toBe('  港 (橋 OR');
    expect(mark).toBe('  \u3000  \u3000   ^');
  });

  it('wants a project for what only a project knows', () => {
    const { status, stderr } = uratori('search', SAMPLE, '港 tag:money');
    expect(status).toBe(1);
    expect(stderr).toContain('project');
  });
});

describe('what goes wrong', () => {
  it('is one clear line and 1', () => {
    const missing = join(folder, 'missing.txt');
    for (const command of [
      ['stories', missing],
      ['check', missing, '--json'],
      ['search', missing, 'x'],
    ]) {
      const { status, stdout, stderr } = uratori(...command);
      expect([status, stdout]).toEqual([1, '']);
      expect(stderr).toMatch(/^uratori: .*missing\.txt.*\n$/u);
    }
    expect(uratori('search', SAMPLE, '').status).toBe(1);
    expect(uratori('stories', SAMPLE, '--pattern', '(').status).toBe(1);
  });

  it('in the arguments is the usage and 2', () => {
    for (const args of [
      [],
      ['nonsense'],
      ['toString'],
      ['stories'],
      ['stories', SAMPLE, '--limit', 'x'],
      ['stories', SAMPLE, SAMPLE],
      ['stories', SAMPLE, '--rule', 'x'],
      ['search', SAMPLE],
      ['check', SAMPLE, '--nonsense'],
    ]) {
      const { status, stdout, stderr } = uratori(...args);
      expect([status, stdout], args.join(' ')).toEqual([2, '']);
      expect(stderr).toContain('Usage: uratori');
    }
  });
});
