import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apply } from '../../../app/apply.ts';
import { UratoriError } from '../../../app/problem.ts';
import { emptyProject, fromData, type Project, parse, serialise, toData } from '../../../app/project.ts';
import { commandFor, intents, startProject, T0 } from './random-commands.ts';

const randomProject = intents(80).map((list) =>
  list.reduce((project: Project, intent) => {
    try {
      return apply(project, commandFor(project, intent)).project;
    } catch {
      return project;
    }
  }, startProject()),
);

describe('a project file', () => {
  test('serialise, JSON, parse is the identity for whatever commands lead to', () => {
    fc.assert(
      fc.property(randomProject, fc.nat(), (project, sequence) => {
        const parsed = parse(JSON.parse(JSON.stringify(serialise(project, sequence))));
        expect(parsed.sequence).toBe(sequence);
        expect(toData(parsed.project)).toEqual(toData(project));
        expect(parsed.project.byStory.toJS()).toEqual(project.byStory.toJS());
      }),
      { numRuns: 200 },
    );
  });

  test('toData and fromData go there and back, with lists in ascending order of id', () => {
    fc.assert(
      fc.property(randomProject, (project) => {
        const data = toData(project);
        expect(toData(fromData(data))).toEqual(data);
        for (const list of [data.dumps, data.tags, data.claims, data.taggings, data.notes]) {
          const ids = list.map(({ id }) => id);
          expect(ids).toEqual([...ids].sort());
        }
      }),
      { numRuns: 200 },
    );
  });

  test('what is no project, or of a newer program, is told apart from what is damaged', () => {
    const file = serialise(emptyProject('p', 'P', T0), 3);
    for (const other of [null, 3, 'text', [], {}, { format: 'other' }]) {
      expect(codeOf(other)).toBe('project-not-a-project');
    }
    expect(codeOf({ ...file, version: 99 })).toBe('project-too-new');
    expect(codeOf({ ...file, version: 99, project: 'whatever newer programs write' })).toBe(
      'project-too-new',
    );
    expect(codeOf({ ...file, project: { ...file.project, claims: 'none' } })).toBe('project-damaged');
    expect(codeOf({ ...file, sequence: -1 })).toBe('project-damaged');
    expect(codeOf({ format: 'uratori-project' })).toBe('project-damaged');
  });

  test.each([
    ['an id twice', (data) => ({ ...data, tags: [...data.tags, ...data.tags] })],
    ['a claim of a story that is not there', (data) => ({ ...data, stories: [] })],
    ['a story of a dump that is not there', (data) => ({ ...data, dumps: [] })],
    [
      'a rating that the scale does not have',
      (data) => ({ ...data, claims: data.claims.map((claim) => ({ ...claim, ratingId: 'x' })) }),
    ],
    [
      'a parent that is not there',
      (data) => ({ ...data, tags: data.tags.map((tag) => ({ ...tag, parentId: 'x' })) }),
    ],
    [
      'a tag above itself',
      (data) => ({ ...data, tags: data.tags.map((tag) => ({ ...tag, parentId: tag.id })) }),
    ],
    [
      'tags above each other',
      (data) => ({
        ...data,
        tags: data.tags.map((tag, n) => ({ ...tag, parentId: data.tags[1 - n]?.id ?? null })),
      }),
    ],
  ] as [string, (data: ReturnType<typeof toData>) => unknown][])('%s is damage', (_, spoil) => {
    const file = serialise(startProject(), 0);
    expect(file.project).toMatchObject({ dumps: [{}], stories: [{}, {}], tags: [{}, {}], claims: [{}] });
    expect(parse(structuredClone(file)).sequence).toBe(0);
    expect(codeOf({ ...file, project: spoil(file.project) })).toBe('project-damaged');
  });
});

function codeOf(content: unknown): string {
  try {
    parse(content);
    return 'parsed';
  } catch (thrown) {
    return thrown instanceof UratoriError ? thrown.code : String(thrown);
  }
}
