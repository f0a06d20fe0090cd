import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toData } from '../../../../app/project.ts';
import { createProject } from '../../../../main/project/create-project.ts';
import { openProject } from '../../../../main/project/open-project.ts';
import { PACE } from '../../../../main/project/pace.ts';
import { type Remains, remainsOf } from './remains.ts';
import { commandOf, Model, startOf } from './script.ts';

/** How often each of the two is killed; a project is killed that often times `PROJECTS` in the second. */
const KILLS = Number(process.env.URATORI_CRASH_KILLS ?? 40);
const PROJECTS = 6;
/** Starts after which a fresh project is taken, so that snapshots stay short and many. */
const GENERATION = 20;

const CLI = fileURLToPath(new URL('../../../../main/cli.ts', import.meta.url));
const WRITER = fileURLToPath(new URL('./writer.ts', import.meta.url));

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'uratori-crash-'));
  await prepare(join(folder, 'prepared'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const ID = 'crash';
/** Commands in the prepared project: it has all its backups, and its journal was compacted. */
const PREPARED = 8;

async function prepare(into: string): Promise<void> {
  await mkdir(into);
  const store = await createProject(join(into, 'p.uratori'), startOf(ID), {
    pace: { ...PACE, backupSpacing: 0 },
  });
  for (let n = 1; n <= PREPARED; n += 1) {
    await store.execute(commandOf(n));
    await store.flush();
  }
  await store.close();
}

async function freshProject(): Promise<string> {
  const into = await mkdtemp(join(folder, 'project-'));
  await cp(join(folder, 'prepared'), into, { recursive: true });
  return join(into, 'p.uratori');
}

function start(script: string, args: string[]): ChildProcess {
  return spawn(process.execPath, [script, ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: {
      ...process.env,
      URATORI_SNAPSHOT_DELAY: '0',
      URATORI_BACKUP_SPACING: '0',
      NODE_COMPILE_CACHE: join(folder, 'compiled'),
      NODE_OPTIONS: '',
    },
  });
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'close');
}

/** In milliseconds: most within a snapshot or two, some later. */
const moment = () => Math.random() ** 2 * 150;

/** Opens what is left and compares it with what everybody agrees it has to be; how many commands are in it. */
async function check(file: string, model: Model, acknowledged: number, inFlight: number): Promise<number> {
  const store = await openProject(file, { readOnly: true });
  expect(store.sequence).toBeGreaterThanOrEqual(acknowledged);
  expect(store.sequence).toBeLessThanOrEqual(acknowledged + inFlight);
  expect(toData(store.project)).toEqual(toData(model.after(store.sequence)));
  expect(store.notices.map(({ code }) => code).filter((code) => code !== 'project-journal-torn')).toEqual([]);
  await store.close();
  return store.sequence;
}

/** Opened for writing, a project is put right for good: nothing of the crash is left beside it. */
async function expectTidy(file: string): Promise<void> {
  const before = await openProject(file);
  expect(before.readOnly).toBe(false);
  await before.close();
  const rest = (await readdir(join(file, '..'))).filter((name) => /\.(?:tmp|lock|takeover)$/u.test(name));
  expect(rest).toEqual([]);
}

describe('killed with SIGKILL at any moment', () => {
  test(`uratori apply has every command that it acknowledged, ${KILLS} times`, async () => {
    let file = '';
    const model = new Model(ID);
    let sequence = 0;
    let total = 0;
    for (let round = 0; round < KILLS; round += 1) {
      if (round % GENERATION === 0) {
        file = await freshProject();
        sequence = PREPARED;
      }
      const child = start(CLI, ['apply', file]);
      const first = sequence;
      let acknowledged = first;
      const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
      lines.on('line', (line) => {
        acknowledged += 1;
        expect(JSON.parse(line)).toEqual({ ok: true, sequence: acknowledged });
      });
      const batch = 50 + (round % 7) * 100;
      const input = Array.from({ length: batch }, (_, n) => `${JSON.stringify(commandOf(first + n + 1))}\n`);
      child.stdin?.on('error', () => undefined);
      child.stdin?.write(input.join(''));
      await Promise.race([once(lines, 'line'), once(child, 'close')]);
      await setTimeout(moment());
      await kill(child);
      sequence = await check(file, model, acknowledged, batch - (acknowledged - first));
      total += acknowledged - first;
      if (round % GENERATION === GENERATION - 1) await expectTidy(file);
    }
    expect(total).toBeGreaterThan(KILLS);
  }, 600_000);

  test(`${PROJECTS} projects in the middle of snapshots, backups and compaction keep theirs, ${KILLS} times`, async () => {
    let files: string[] = [];
    const model = new Model(ID);
    let sequences: number[] = [];
    const remains: Remains[] = [];
    for (let round = 0; round < KILLS; round += 1) {
      if (round % GENERATION === 0) {
        files = await Promise.all(Array.from({ length: PROJECTS }, freshProject));
        sequences = files.map(() => PREPARED);
      }
      const child = start(WRITER, files);
      const acknowledged = [...sequences];
      const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
      lines.on('line', (line) => {
        const [place, sequence] = line.split(' ').map(Number) as [number, number];
        expect(sequence).toBe((acknowledged[place] as number) + 1);
        acknowledged[place] = sequence;
      });
      await Promise.race([once(lines, 'line'), once(child, 'close')]);
      await setTimeout(moment());
      await kill(child);
      for (const [n, file] of files.entries()) {
        remains.push(await remainsOf(file));
        sequences[n] = await check(file, model, acknowledged[n] as number, 4);
        if (round % GENERATION === GENERATION - 1) await expectTidy(file);
      }
    }
    // The kills did hit what they were meant to hit.
    const share = (hit: (one: Remains) => boolean) => remains.filter(hit).length / remains.length;
    expect(share(({ temporaries }) => temporaries > 0)).toBeGreaterThan(0.05);
    expect(share(({ unsaved }) => unsaved)).toBeGreaterThan(0.05);
    expect(share(({ uncompacted }) => uncompacted)).toBeGreaterThan(0.01);
    expect(remains.some(({ rotating }) => rotating)).toBe(true);
  }, 600_000);
});
