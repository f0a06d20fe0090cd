import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import { parseCommand } from '../../app/commands.ts';
import { problemFrom, UratoriError } from '../../app/problem.ts';
import { emptyProject } from '../../app/project.ts';
import { messageOf } from '../messages.ts';
import { createProject } from '../project/create-project.ts';
import { openProject } from '../project/open-project.ts';
import { paceFrom } from '../project/pace.ts';
import { backupFile, journalFile } from '../project/paths.ts';
import type { ProjectStore } from '../project/project-store.ts';
import { type Io, onlyFile, parseCommandLine } from './arguments.ts';
import { linesOf } from './lines.ts';

interface ApplyIo extends Io {
  /** The process's own, where none is given. */
  stdin?: AsyncIterable<Uint8Array | string>;
}

export const usage = `Usage: uratori apply PROJECT [--create]

Reads commands from standard input, one JSON object a line, and carries them out in order; {"type":"undo"} and
{"type":"redo"} too. Each is answered with one line of JSON, once the change is safe on the disk:
  {"ok":true,"sequence":12}
  {"ok":false,"error":{"code":"…","params":{…},"message":"…"}}
A command that is refused changes nothing, and the next one is tried. A project that does not exist yet is made.

  --create  says that a new project is expected: no note about it
`;

type Answer = { ok: true; sequence: number } | { ok: false; error: unknown };

/** Lines that are read ahead of the answers: enough for full groups, few enough to keep memory flat. */
const AHEAD = 4000;

/** Ends with 0 where every command was carried out, 1 otherwise. @throws UsageError, and what `openProject` or `createProject` refuses */
export async function run(args: string[], io: ApplyIo): Promise<number> {
  const { values, positionals } = parseCommandLine({
    args,
    allowPositionals: true,
    options: { create: { type: 'boolean', default: false } },
  });
  const store = await openOrCreate(resolve(onlyFile(positionals)), values.create, io);
  for (const notice of store.notices) io.stderr.write(`uratori: ${messageOf(notice)}\n`);
  // What was asked for until now is carried out and acknowledged, and the project is left as after any end.
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    return (await answerAll(store, io, stopping.signal)) ? 0 : 1;
  } finally {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
    await store.close();
    // Standard input may be read for ever; nobody waits for more of it.
    if (stopping.signal.aborted) process.exit(1);
  }
}

/** Whether all went well. Commands are asked for as fast as they come, so that they share the disk's time. */
async function answerAll(store: ProjectStore, io: ApplyIo, stopping: AbortSignal): Promise<boolean> {
  let allWell = true;
  let written = Promise.resolve();
  let ahead = 0;
  for await (const line of until(stopping, linesOf(io.stdin ?? process.stdin))) {
    if (line.toString('latin1').trim() === '') continue;
    const answer = answerTo(line, store);
    ahead += 1;
    written = written.then(async () => {
      const { ok } = await write(await answer, io);
      allWell &&= ok;
      ahead -= 1;
    });
    // Seen at `await written` below, also if reading takes long.
    written.catch(() => undefined);
    if (ahead >= AHEAD) await written;
  }
  await written;
  return allWell && !stopping.aborted;
}

/** Lines until there are no more, or until a signal: then nobody waits for the one that is being read. */
async function* until(signal: AbortSignal, lines: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  const aborted = new Promise<null>((resolve) => signal.addEventListener('abort', () => resolve(null)));
  while (!signal.aborted) {
    const next = await Promise.race([lines.next(), aborted]);
    if (next === null || next.done) return;
    yield next.value;
  }
}

async function answerTo(line: Buffer, store: ProjectStore): Promise<Answer> {
  try {
    const asked = json(line);
    const { sequence } = await carryOut(asked, store);
    return { ok: true, sequence };
  } catch (thrown) {
    return { ok: false, error: described(thrown) };
  }
}

function carryOut(asked: unknown, store: ProjectStore): Promise<{ sequence: number }> {
  switch ((asked as { type?: unknown } | null)?.type) {
    case 'undo':
      return store.undo();
    case 'redo':
      return store.redo();
    default:
      return store.execute(parseCommand(asked));
  }
}

function json(line: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(line));
  } catch (cause) {
    throw new UratoriError(
      'command-invalid',
      { path: 'command', detail: (cause as Error).message },
      { cause },
    );
  }
}

function write(answer: Answer, { stdout }: Io): Promise<Answer> {
  return new Promise((done, fail) => {
    stdout.write(`${JSON.stringify(answer)}\n`, (error?: Error | null) =>
      error ? fail(error) : done(answer),
    );
  });
}

function described(thrown: unknown): object {
  const problem = problemFrom(thrown);
  return { ...problem, message: messageOf(problem) };
}

async function openOrCreate(file: string, isExpected: boolean, io: Io): Promise<ProjectStore> {
  const pace = paceFrom(process.env);
  const isThere = await stat(file).then(
    () => true,
    (error: NodeJS.ErrnoException) => error.code !== 'ENOENT',
  );
  if (isThere) return openProject(file, { pace });
  // A project of this name was here: a new one in its place would put its journal and backups out of sight.
  if (!isExpected && (await isAnyThere([journalFile(file), backupFile(file, 1)]))) {
    throw new UratoriError('project-not-found', { path: file });
  }
  const project = emptyProject(randomUUID(), basename(file, extname(file)), new Date().toISOString());
  const store = await createProject(file, project, { pace });
  if (!isExpected) io.stderr.write(`uratori: ${file} did not exist and was made\n`);
  return store;
}

async function isAnyThere(files: readonly string[]): Promise<boolean> {
  const found = await Promise.all(files.map((file) => stat(file).catch(() => null)));
  return found.some((entry) => entry !== null);
}
