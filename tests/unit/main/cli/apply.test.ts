import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from '../../../../app/project.ts';
import { createProject } from '../../../../main/project/create-project.ts';
import { openProject } from '../../../../main/project/open-project.ts';
import { addTag, namesIn, newProject, rename, testFolder } from '../project/helpers.ts';

const CLI = fileURLToPath(new URL('../../../../main/cli.ts', import.meta.url));

interface Outcome {
  answers: { ok: boolean; sequence?: number; error?: { code: string; params: object; message: string } }[];
  stderr: string;
  code: number | null;
}

async function apply(args: string[], input: string | Buffer): Promise<Outcome> {
  const child = spawn(process.execPath, [CLI, 'apply', ...args], { stdio: 'pipe' });
  const [out, err]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (chunk) => out.push(chunk));
  child.stderr.on('data', (chunk) => err.push(chunk));
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const [code] = await once(child, 'close');
  const lines = Buffer.concat(out).toString().split('\n').slice(0, -1);
  return { answers: lines.map((line) => JSON.parse(line)), stderr: Buffer.concat(err).toString(), code };
}

const jsonl = (...values: unknown[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('');
const place = async () => join(await testFolder(), 'p.uratori');

describe('uratori apply', () => {
  test('makes the project, answers each line in order, saves, and lets go', async () => {
    const file = await place();
    const { answers, code } = await apply(
      [file, '--create'],
      jsonl(rename('A'), addTag(1), { type: 'undo' }, { type: 'redo' }, rename('B')),
    );
    expect(answers).toEqual([1, 2, 3, 4, 5].map((sequence) => ({ ok: true, sequence })));
    expect(code).toBe(0);
    const { project, sequence } = parse(JSON.parse(await readFile(file, 'utf8')));
    expect([project.title, [...project.tags.keys()], sequence]).toEqual(['B', ['tag-1'], 5]);
    expect(await namesIn(join(file, '..'))).toEqual(['p.uratori', 'p.uratori.backup-1', 'p.uratori.journal']);
  });

  test('answers what it cannot carry out with the reason, and goes on', async () => {
    const file = await place();
    const input = Buffer.concat([
      Buffer.from(`${JSON.stringify(rename('A'))}\r\n\r\n{"type":\n[1]\n{"type":"no.such"}\n`),
      Buffer.from([0x22, 0xff, 0xfe, 0x22, 0x0a]),
      Buffer.from(
        `${JSON.stringify({ type: 'redo' })}\n${JSON.stringify(addTag(1))}\n${JSON.stringify(addTag(1))}\n`,
      ),
      // The last line needs no end.
      Buffer.from(JSON.stringify(rename('B'))),
    ]);
    const { answers, code } = await apply([file], input);
    expect(answers.map((answer) => answer.error?.code ?? answer.sequence)).toEqual([
      1,
      'command-invalid',
      'command-invalid',
      'command-invalid',
      'command-invalid',
      'nothing-to-redo',
      2,
      'command-duplicate',
      3,
    ]);
    for (const { error } of answers) if (error) expect(error.message.length).toBeGreaterThan(20);
    expect(code).toBe(1);
  });

  test('answers thousands of lines that come at once, each with its own number', async () => {
    const file = await place();
    const { answers, code } = await apply(
      [file],
      jsonl(...Array.from({ length: 9000 }, (_, n) => rename(`${n}`))),
    );
    expect(answers.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 9000 }, (_, n) => n + 1));
    expect(code).toBe(0);
  });

  test('answers while it is being asked: whoever waits for each line gets it', async () => {
    const file = await place();
    const child = spawn(process.execPath, [CLI, 'apply', file], { stdio: ['pipe', 'pipe', 'ignore'] });
    for (let n = 1; n <= 5; n += 1) {
      child.stdin.write(jsonl(rename(`${n}`)));
      const [chunk] = await once(child.stdout, 'data');
      expect(JSON.parse(chunk.toString())).toEqual({ ok: true, sequence: n });
      const seen = await openProject(file, { readOnly: true });
      expect(seen.project.title).toBe(`${n}`);
    }
    child.stdin.end();
    expect(await once(child, 'close')).toEqual([0, null]);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)(
    'ends at %s with what it acknowledged, and lets go of the project',
    async (signal) => {
      const file = await place();
      const child = spawn(process.execPath, [CLI, 'apply', file], { stdio: ['pipe', 'pipe', 'ignore'] });
      child.stdin.write(jsonl(rename('A')));
      await once(child.stdout, 'data');
      child.kill(signal);
      expect(await once(child, 'close')).toEqual([1, null]);
      expect(parse(JSON.parse(await readFile(file, 'utf8'))).project.title).toBe('A');
      await expect(readFile(`${file}.lock`)).rejects.toMatchObject({ code: 'ENOENT' });
    },
  );

  test('makes no new project where one is missing that left its journal', async () => {
    const file = await place();
    await apply([file], jsonl(rename('A')));
    await rm(file);
    const { answers, stderr, code } = await apply([file], jsonl(rename('B')));
    expect([answers, code]).toEqual([[], 1]);
    expect(stderr).toContain(file);
    await expect(readFile(file)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('refuses what somebody else is writing, and says who', async () => {
    const file = await place();
    const store = await createProject(file, newProject());
    const { answers, stderr, code } = await apply([file], jsonl(rename('A')));
    expect(answers).toMatchObject([
      { ok: false, error: { code: 'project-locked', params: { pid: process.pid } } },
    ]);
    expect(stderr).toContain(`process ${process.pid}`);
    expect(code).toBe(1);
    await store.close();
    expect(parse(JSON.parse(await readFile(file, 'utf8'))).project.title).toBe('Project');
  });

  test('a missing folder, a file that is no project and wrong arguments end with a message', async () => {
    const folder = await testFolder();
    const missing = await apply([join(folder, 'none', 'p.uratori')], '');
    expect([missing.code, missing.answers]).toEqual([1, []]);
    expect(missing.stderr).toContain(join(folder, 'none'));
    const other = await apply([CLI], jsonl(rename('A')));
    expect([other.code, other.answers]).toEqual([1, []]);
    expect(other.stderr).toContain(CLI);
    expect((await apply([], '')).code).toBe(2);
    expect((await apply([join(folder, 'p.uratori'), '--no-such'], '')).code).toBe(2);
    expect(await namesIn(folder)).toEqual([]);
  });

  test.skipIf(!hasBash())(
    'files that may not grow (a limit of the system): refused is refused, acknowledged is there',
    async () => {
      const file = await place();
      await (await createProject(file, newProject())).close();
      const child = spawn('bash', [
        '-c',
        'ulimit -f 24; exec "$@"',
        '-',
        process.execPath,
        CLI,
        'apply',
        file,
      ]);
      const answers: Outcome['answers'] = [];
      for (let n = 0; n < 40; n += 1) {
        child.stdin.write(jsonl(addTag(n, '説明'.repeat(300))));
        const [chunk] = await once(child.stdout, 'data');
        answers.push(JSON.parse(chunk.toString()));
      }
      child.stdin.end();
      expect(await once(child, 'close')).toEqual([1, null]);
      const done = answers.filter(({ ok }) => ok).length;
      expect(done).toBeGreaterThan(3);
      expect(answers.map(({ error }) => error?.code)).toEqual(
        answers.map((_, n) => (n < done ? undefined : 'write-failed')),
      );
      const store = await openProject(file);
      expect([store.sequence, store.project.tags.size, store.notices]).toEqual([done, done, []]);
      await store.execute(addTag(999, 'now there is room'));
      await store.close();
    },
  );
});

function hasBash(): boolean {
  try {
    execFileSync('bash', ['-c', 'ulimit -f 100'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
