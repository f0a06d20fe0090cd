import { appendFile, readFile, rename as renameFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toData } from '../../../../app/project.ts';
import { FileJournal } from '../../../../main/project/file-journal.ts';
import { advance, begin, step } from '../../../../main/project/history.ts';
import type { Journal, JournalEntry } from '../../../../main/project/journal.ts';
import { decodeLine, encodeLine, sequenceOf } from '../../../../main/project/journal-line.ts';
import { scanJournal } from '../../../../main/project/journal-scan.ts';
import { commandFor, intents, startProject, T0 } from '../../app/random-commands.ts';
import { rename, testFolder } from './helpers.ts';

const entry = (sequence: number, title = `title ${sequence}`): JournalEntry => ({
  sequence,
  at: T0,
  cause: 'do',
  command: rename(title),
});
const entries = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, n) => entry(from + n));

async function journal(): Promise<{ path: string; journal: FileJournal }> {
  const path = join(await testFolder(), 'p.journal');
  return { path, journal: new FileJournal(path, 'project', []) };
}

describe('a line of the journal', () => {
  test('goes there and back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(), fc.option(fc.string()), (title, n, by) => {
        const whole = { ...entry(n + 1, title), ...(by === null ? {} : { by }) };
        const line = Buffer.from(encodeLine(whole, 'project'));
        expect(line.indexOf(10)).toBe(line.length - 1);
        expect(sequenceOf(line.subarray(0, -1), 'project')).toBe(n + 1);
        expect(decodeLine(line.subarray(0, -1))).toEqual(whole);
      }),
    );
  });

  test('with any byte changed, missing or added is told from a good one', () => {
    const line = Buffer.from(encodeLine(entry(7, '裏取り'), 'project')).subarray(0, -1);
    fc.assert(
      fc.property(fc.nat(line.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const changed = Buffer.from(line);
        changed[at] = (changed[at] as number) ^ change;
        expect(sequenceOf(changed, 'project')).toBeNull();
        expect(
          sequenceOf(Buffer.concat([line.subarray(0, at), line.subarray(at + 1)]), 'project'),
        ).toBeNull();
        expect(sequenceOf(line.subarray(0, at), 'project')).toBeNull();
      }),
      { numRuns: 500 },
    );
    expect(sequenceOf(line, 'another project')).toBeNull();
    expect(sequenceOf(Buffer.from(''), 'project')).toBeNull();
  });
});

describe('the journal file', () => {
  test('gives back what was appended, from any sequence on', async () => {
    const { journal: file } = await journal();
    const port: Journal = file;
    await port.append(entries(1, 3));
    await port.append([entry(4)]);
    expect(await port.readFrom(0)).toEqual(entries(1, 4));
    expect(await port.readFrom(2)).toEqual(entries(3, 4));
    expect(await port.readFrom(9)).toEqual([]);
    await file.close();
  });

  test('lets go of what it is told to, and of nothing else, while appends go on', async () => {
    const { path, journal: file } = await journal();
    await file.append(entries(1, 50));
    await Promise.all([
      file.append([entry(51)]),
      file.compact(20),
      file.append([entry(52)]),
      file.compact(30),
    ]);
    expect(await file.readFrom(0)).toEqual(entries(31, 52));
    await file.compact(30);
    await file.compact(5);
    expect(await file.readFrom(0)).toEqual(entries(31, 52));
    await file.compact(52);
    expect((await readFile(path)).length).toBe(0);
    await file.append([entry(53)]);
    expect(await file.readFrom(0)).toEqual([entry(53)]);
    await file.close();
  });

  test('goes on behind what it held when it was opened', async () => {
    const { path, journal: first } = await journal();
    await first.append(entries(1, 5));
    await first.close();
    const second = new FileJournal(path, 'project', await scanJournal(path, 'project'));
    await second.append([entry(6)]);
    await second.compact(3);
    expect(await second.readFrom(0)).toEqual(entries(4, 6));
    await second.close();
  });

  test('numbers lines as editors do, and says which are whole', async () => {
    const { path, journal: file } = await journal();
    await file.append(entries(1, 2));
    await file.close();
    await appendFile(path, 'garbage\n\n{"sequ');
    const lines = await scanJournal(path, 'project');
    expect(lines.map(({ number, sequence, whole }) => [number, sequence, whole])).toEqual([
      [1, 1, true],
      [2, 2, true],
      [3, null, true],
      [4, null, true],
      [5, null, false],
    ]);
    expect(lines.at(-1)?.end).toBe((await readFile(path)).length);
    await renameFile(path, `${path}.away`);
    expect(await scanJournal(path, 'project')).toEqual([]);
  });
});

describe('history', () => {
  test('a journal that is replayed gives the same project, past and future', () => {
    fc.assert(
      fc.property(intents(60), fc.array(fc.nat(9), { minLength: 60, maxLength: 60 }), (list, turns) => {
        let state = begin(startProject(), 0);
        const written: string[] = [];
        for (const [n, intent] of list.entries()) {
          const turn = turns[n] as number;
          const command = commandFor(state.project, intent);
          try {
            const made = step(
              state,
              turn < 3
                ? { kind: 'undo' }
                : turn < 5
                  ? { kind: 'redo' }
                  : { kind: 'do', command, undoable: turn < 9 },
            );
            written.push(
              encodeLine({ ...entry(made.state.sequence), command: made.command, cause: made.cause }, 'p'),
            );
            state = made.state;
          } catch {}
        }
        const replayed = written.reduce(
          (current, line) => {
            const read = decodeLine(Buffer.from(line.slice(0, -1))) as JournalEntry;
            expect(read.sequence).toBe(current.sequence + 1);
            return advance(current, read.command, read.cause);
          },
          begin(startProject(), 0),
        );
        expect(toData(replayed.project)).toEqual(toData(state.project));
        expect([replayed.undo, replayed.redo]).toEqual([state.undo, state.redo]);
      }),
      { numRuns: 200 },
    );
  });
});
