import { setImmediate } from 'node:timers/promises';
import type { Map as Table } from 'immutable';
import { PROJECT_VERSION, type Project, type ProjectData } from '../../app/project.ts';
import { sortedKeys } from './sorted-keys.ts';

/** Milliseconds of work before others get their turn: a command takes several turns to become durable. */
const TURN = 1;
/** UTF-16 units that are handed on at a time. */
const CHUNK = 64 * 1024;

const TABLES = [
  'dumps',
  'stories',
  'tags',
  'claims',
  'taggings',
  'notes',
  'judgements',
  'alignments',
  'reviews',
  'storyNotes',
  'filters',
  'queues',
  'glossary',
  'dismissedFindings',
  'dismissedSuggestions',
  'settledDifferences',
] as const satisfies (keyof ProjectData)[];

/**
 * The content of a project file, piece by piece: what `JSON.stringify(serialise(project, sequence))` says, with one
 * annotation a line, so that people who keep projects under version control can read the differences. The project
 * is a value, so commands may go on while it is written.
 */
export async function* snapshotText(project: Project, sequence: number): AsyncGenerator<string> {
  let turnEnds = performance.now() + TURN;
  let chunk = '';
  for (const piece of pieces(project, sequence)) {
    chunk += piece;
    if (chunk.length >= CHUNK) {
      yield chunk;
      chunk = '';
    }
    if (performance.now() < turnEnds) continue;
    await setImmediate();
    turnEnds = performance.now() + TURN;
  }
  yield chunk;
}

/** Empty where there was work but nothing to write yet. */
function* pieces(project: Project, sequence: number): Generator<string> {
  const { id, title, createdAt, scale, signOffRules, suggestionRulesOff, checksOff } = project;
  yield `{"format":"uratori-project","version":${PROJECT_VERSION},"sequence":${sequence},"project":{\n`;
  yield JSON.stringify({ id, title, createdAt, scale, signOffRules, suggestionRulesOff, checksOff }).slice(
    1,
    -1,
  );
  for (const name of TABLES) {
    yield `,\n"${name}":[`;
    const table: Table<string, unknown> = project[name];
    const keys = yield* sortedKeys(table.keys());
    for (const [place, key] of keys.entries()) {
      yield `${place === 0 ? '\n' : ',\n'}${JSON.stringify(table.get(key))}`;
    }
    yield keys.length === 0 ? ']' : '\n]';
  }
  yield '\n}}\n';
}

const HEAD = /^\s*\{\s*"format":\s*"uratori-project",\s*"version":\s*\d+,\s*"sequence":\s*(\d+),/u;
/** Bytes of a snapshot that `sequenceAtHead` needs. */
export const HEAD_BYTES = 128;

/** The sequence of a snapshot from its first bytes; null where they do not tell. */
export function sequenceAtHead(head: string): number | null {
  const digits = HEAD.exec(head)?.[1];
  return digits === undefined ? null : Number(digits);
}
