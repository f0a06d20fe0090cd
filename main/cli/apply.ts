import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parseCommand } from '../../app/commands.ts';
import { problemFrom, UratoriError } from '../../app/problem.ts';
import { emptyProject } from '../../app/project.ts';
import { createProject } from '../project/create-project.ts';
import { openProject } from '../project/open-project.ts';
import { paceFrom } from '../project/pace.ts';
import type { ProjectStore } from '../project/project-store.ts';
import { linesOf } from './lines.ts';

interface Io {
  stdin: AsyncIterable<Uint8Array | string>;
  stdout: { write(text: string, done: (error?: Error | null) => void): unknown };
  stderr: { write(text: string): unknown };
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

/** Ends with 0 where every command was carried out, 1 otherwise, 2 for wrong arguments. */
export async function run(args: string[], io: Io): Promise<number> {
  const options = parse(args);
  if ('wrong' in options) {
    io.stderr.write(`${options.wrong}\n\n${usage}`);
    return 2;
  }
  let store: ProjectStore;
  try {
    store = await openOrCreate(options, io);
  } catch (thrown) {
    io.stderr.write(`${JSON.stringify({ error: described(thrown) })}\n`);
    return 1;
  }
  for (const notice of store.notices) io.stderr.write(`${JSON.stringify({ notice })}\n`);
  try {
    return (await answerAll(store, io)) ? 0 : 1;
  } catch (thrown) {
    // Nobody reads the answers any more.
    io.stderr.write(`${JSON.stringify({ error: described(thrown) })}\n`);
    return 1;
  } finally {
    await store.close();
  }
}

/** Whether all went well. Commands are asked for as fast as they come, so that they share the disk's time. */
async function answerAll(store: ProjectStore, io: Io): Promise<boolean> {
  let allWell = true;
  let written = Promise.resolve();
  let ahead = 0;
  for await (const line of linesOf(io.stdin)) {
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
  return allWell;
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
    throw new UratoriError('command-invalid', { path: '', detail: (cause as Error).message }, { cause });
  }
}

function write(answer: Answer, io: Io): Promise<Answer> {
  return new Promise((done, fail) => {
    io.stdout.write(`${JSON.stringify(answer)}\n`, (error) => (error ? fail(error) : done(answer)));
  });
}

function described(thrown: unknown): object {
  const problem = problemFrom(thrown);
  return { ...problem, message: (thrown as Error).message };
}

async function openOrCreate({ file, create }: Options, io: Io): Promise<ProjectStore> {
  const pace = paceFrom(process.env);
  const isThere = await stat(file).then(
    () => true,
    (error: NodeJS.ErrnoException) => error.code !== 'ENOENT',
  );
  if (isThere) return openProject(file, { pace });
  const project = emptyProject(randomUUID(), basename(file, extname(file)), new Date().toISOString());
  const store = await createProject(file, project, { pace });
  if (!create) io.stderr.write(`${JSON.stringify({ created: file })}\n`);
  return store;
}

interface Options {
  file: string;
  create: boolean;
}

function parse(args: string[]): Options | { wrong: string } {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { create: { type: 'boolean', default: false } },
    });
    const [path, ...others] = positionals;
    if (path === undefined || others.length > 0) return { wrong: 'apply takes one project file.' };
    return { file: resolve(path), create: values.create };
  } catch (thrown) {
    return { wrong: (thrown as Error).message };
  }
}
