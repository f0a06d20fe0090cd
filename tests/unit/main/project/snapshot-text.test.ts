import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apply } from '../../../../app/apply.ts';
import { type Project, parse, serialise } from '../../../../app/project.ts';
import { sequenceAtHead, snapshotText } from '../../../../main/project/snapshot-text.ts';
import { sortedKeys } from '../../../../main/project/sorted-keys.ts';
import { commandFor, intents, startProject } from '../../app/random-commands.ts';
import { addTag, newProject } from './helpers.ts';

async function textOf(project: Project, sequence: number): Promise<string> {
  const chunks: string[] = [];
  for await (const chunk of snapshotText(project, sequence)) chunks.push(chunk);
  return chunks.join('');
}

const randomProject = intents(60).map((list) =>
  list.reduce((project: Project, intent) => {
    try {
      return apply(project, commandFor(project, intent)).project;
    } catch {
      return project;
    }
  }, startProject()),
);

describe('the text of a snapshot', () => {
  test('says what serialise says, and gives its sequence away at once', async () => {
    await fc.assert(
      fc.asyncProperty(randomProject, fc.nat(), async (project, sequence) => {
        const text = await textOf(project, sequence);
        expect(JSON.stringify(JSON.parse(text))).toBe(JSON.stringify(serialise(project, sequence)));
        expect(sequenceAtHead(text.slice(0, 128))).toBe(sequence);
        expect(parse(JSON.parse(text)).sequence).toBe(sequence);
      }),
      { numRuns: 100 },
    );
  });

  test('has one annotation a line', async () => {
    const project = apply(apply(newProject(), addTag(1)).project, addTag(2, 'line\nfeed')).project;
    const lines = (await textOf(project, 2)).split('\n').filter((line) => line.startsWith('{"id":"tag-'));
    expect(lines.map((line) => JSON.parse(line.replace(/,$/u, '')).id)).toEqual(['tag-1', 'tag-2']);
  });

  test('lets others work meanwhile, and is of the moment it was begun', async () => {
    let project = newProject();
    const tags = project.tags.withMutations((table) => {
      for (let n = 0; n < 30_000; n += 1) {
        const tag = {
          id: `tag-${(n * 7919) % 30_000}`,
          name: `${n}`,
          colour: 'blue',
          parentId: null,
          description: '',
          examples: [],
          shortcut: '',
          order: '',
        } as const;
        table.set(tag.id, tag);
      }
    });
    project = { ...project, tags };
    let turns = 0;
    const others = setInterval(() => {
      turns += 1;
    }, 0);
    const text = await textOf(project, 1);
    clearInterval(others);
    expect(turns).toBeGreaterThan(1);
    expect(JSON.parse(text)).toEqual(serialise(project, 1));
  });

  test.each(['', '{', '{"format":"other","version":1,"sequence":3,', 'null'])(
    '%j has no sequence',
    (head) => {
      expect(sequenceAtHead(head)).toBeNull();
    },
  );
});

describe('sorted keys', () => {
  test('are those that sort() gives', () => {
    const key = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.nat().map(String));
    fc.assert(
      fc.property(fc.array(key, { maxLength: 5000, size: 'max' }), (keys) => {
        expect(drained(sortedKeys(keys))).toEqual([...keys].sort());
      }),
      { numRuns: 30 },
    );
  });
});

function drained<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value as T;
  }
}
