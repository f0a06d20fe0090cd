import { type ChildProcess, fork } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { FORMAT_IDS } from '../../app/formats/format-ids.ts';
import { Random } from '../bench/random.ts';
import type { FuzzResult, FuzzTask } from './child.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
  },
});

const root = fileURLToPath(new URL('../..', import.meta.url));
const corpora = join(root, '../shared/corpora');
const fixtures = join(root, 'tests/fixtures');
/** Where the damaged files are that something was found with. */
const kept = join(root, '.cache/fuzz');
/** A damaged file of at most 16 MB may have millions of stories; one that takes longer than this has hung. In ms. */
const PATIENCE = 180_000;
/** More memory than this is not bounded by the records that are read, in bytes. */
const MEMORY = 1536 << 20;

interface Finding {
  task: Task;
  what: string;
}
type Task = Omit<FuzzTask, 'folder'>;

const files = [corpora, fixtures, join(root, 'resources/sample')]
  .flatMap(filesIn)
  .filter((file) => file.includes(values.only));
if (files.length === 0) throw new Error('there is nothing to damage');
const tasks = tasksFor(files);
const findings: Finding[] = [];
let done = 0;
let stories = 0;
let peak = 0;

console.log(`${files.length} files, ${tasks.length} damaged versions, seed ${values.seed}`);
await Promise.all(cpus().map(() => worker()));
for (const { task, what } of findings)
  console.log(`${relative(root, task.file)} (seed ${task.seed}, as ${task.format ?? 'recognised'}): ${what}`);
if (findings.length > 0) console.log(`The damaged files are in ${relative(root, kept)}.`);
console.log(
  `${done} read, ${stories} stories in them, peak memory ${Math.round(peak / (1 << 20))} MiB, ${findings.length} findings`,
);
if (findings.length > 0) process.exitCode = 1;

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => !path.includes('licences') && statSync(path).isFile())
    .sort();
}

function tasksFor(files: string[]): Task[] {
  const random = new Random(Number(values.seed));
  return files.flatMap((file) =>
    Array.from({ length: Number(values.runs) }, (_, run): Task => {
      const others = [random.pick(files), random.pick(files)];
      // A person may name any format for any file.
      const format = run % 4 === 3 ? random.pick(FORMAT_IDS) : null;
      return { file, seed: random.below(2 ** 31), format, others };
    }),
  );
}

async function worker(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'uratori-fuzz-'));
  let child = await start();
  for (let task = tasks.shift(); task !== undefined; task = tasks.shift()) {
    const outcome = await run(child, { ...task, folder });
    done++;
    if (typeof outcome !== 'string') {
      stories += outcome.stories;
      peak = Math.max(peak, outcome.peak);
      if (outcome.peak <= MEMORY) continue;
    }
    const what =
      typeof outcome === 'string' ? outcome : `${Math.round(outcome.peak / (1 << 20))} MiB of memory`;
    findings.push({ task, what });
    child.kill('SIGKILL');
    keep(folder, task);
    child = await start();
  }
  child.disconnect();
  rmSync(folder, { recursive: true, force: true });
}

/** So that somebody can look at what it was. */
function keep(folder: string, { file, seed }: Task): void {
  const damaged = join(folder, basename(file));
  if (!existsSync(damaged)) return;
  mkdirSync(kept, { recursive: true });
  renameSync(damaged, join(kept, `${seed}-${basename(file)}`));
}

function start(): Promise<ChildProcess> {
  const child = fork(fileURLToPath(new URL('./child.ts', import.meta.url)), {
    execArgv: ['--no-warnings', '--max-old-space-size=1024'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  return new Promise((resolve, reject) => {
    child.once('message', () => resolve(child));
    child.once('error', reject);
  });
}

/** What came of it, or what went wrong. */
function run(child: ChildProcess, task: FuzzTask): Promise<FuzzResult | string> {
  return new Promise((resolve) => {
    let said = '';
    const listen = (chunk: Buffer) => {
      said += chunk;
    };
    const settle = (outcome: FuzzResult | string) => {
      clearTimeout(timer);
      child.off('message', onMessage);
      child.off('exit', onExit);
      child.stderr?.off('data', listen);
      resolve(outcome);
    };
    const onMessage = (message: unknown) => settle(message as FuzzResult);
    const onExit = () => settle(`crashed: ${said.trim().split('\n').slice(0, 12).join('\n    ')}`);
    const timer = setTimeout(() => settle(`hung for ${PATIENCE / 1000} s`), PATIENCE);
    child.on('message', onMessage);
    child.on('exit', onExit);
    child.stderr?.on('data', listen);
    child.send(task);
  });
}
