import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apply } from '../../../app/apply.ts';
import { emptyProject, type Project } from '../../../app/project.ts';
import { PLAIN_TAG, type Tag } from '../../../app/tag.ts';
import { moveTag, placeByKey, siblingsOf } from '../../../renderer/codebook/move-tag.ts';
import { treeRows } from '../../../renderer/codebook/tree-rows.ts';
import { isUsable, tagOfKeys } from '../../../renderer/keys/tag-shortcuts.ts';
import { codebook } from '../../../renderer/tags/codebook.ts';

const PARENTS: [string, string | null][] = [
  ['a', null],
  ['b', null],
  ['c', null],
  ['d', 'a'],
  ['e', 'a'],
  ['f', 'd'],
];
const START: Project = PARENTS.reduce(
  (project, [id, parentId]) => {
    const tag = { ...PLAIN_TAG, id, name: id, colour: 'blue' as const, parentId };
    return apply(project, { type: 'tag.add', tag }).project;
  },
  emptyProject('p', 'P', '2025-04-12T09:00:00.000Z'),
);
const read = (project: Project) =>
  codebook(project, 'en').map(({ tag, depth }) => '·'.repeat(depth) + tag.id);
const tagIn = (project: Project, id: string) => project.tags.get(id) as Tag;

describe('moving a tag', () => {
  const moves = fc.array(
    fc.record({
      tag: fc.nat(5),
      parent: fc.nat(6),
      before: fc.nat(6),
      key: fc.constantFrom('up', 'down', 'in', 'out', null),
    }),
    { maxLength: 25 },
  );

  test('puts it exactly where it was meant to go and leaves the order of all others', () => {
    fc.assert(
      fc.property(moves, (list) => {
        let project = START;
        for (const move of list) {
          const tag = tagIn(project, PARENTS[move.tag]?.[0] as string);
          const parentId = PARENTS[move.parent]?.[0] ?? null;
          const siblings = siblingsOf(project, parentId, 'en');
          const place = move.key
            ? placeByKey(project, tag, move.key as 'up', 'en')
            : { parentId, beforeId: siblings[move.before]?.id ?? null };
          const command = place && moveTag(project, tag, place, 'en');
          if (!place || !command) continue;
          const levels = (of: Project) =>
            [null, ...of.tags.keys()].map((id) =>
              siblingsOf(of, id, 'en')
                .map((sibling) => sibling.id)
                .filter((id) => id !== tag.id),
            );
          const expected = siblingsOf(project, place.parentId, 'en')
            .map(({ id }) => id)
            .filter((id) => id !== tag.id);
          const at = place.beforeId === null ? expected.length : expected.indexOf(place.beforeId);
          const before = project;
          project = apply(project, command).project;
          expect(siblingsOf(project, place.parentId, 'en').map(({ id }) => id)).toEqual(
            expected.toSpliced(at, 0, tag.id),
          );
          expect(levels(project)).toEqual(levels(before));
        }
      }),
    );
  });

  test('by keys goes among its neighbours, below the one above it, and out again', () => {
    const by = (project: Project, id: string, key: 'up' | 'down' | 'in' | 'out') => {
      const tag = tagIn(project, id);
      const place = placeByKey(project, tag, key, 'en');
      const command = place && moveTag(project, tag, place, 'en');
      return command ? apply(project, command).project : project;
    };
    expect(read(by(START, 'b', 'up'))).toEqual(['b', 'a', '·d', '··f', '·e', 'c']);
    expect(read(by(START, 'b', 'down'))).toEqual(['a', '·d', '··f', '·e', 'c', 'b']);
    expect(read(by(START, 'c', 'in'))).toEqual(['a', '·d', '··f', '·e', 'b', '·c']);
    expect(read(by(START, 'd', 'out'))).toEqual(['a', '·e', 'd', '·f', 'b', 'c']);
    expect(by(START, 'a', 'up')).toBe(START);
    expect(by(START, 'a', 'out')).toBe(START);
  });

  test('never puts it below itself', () => {
    expect(moveTag(START, tagIn(START, 'a'), { parentId: 'f', beforeId: null }, 'en')).toBeNull();
    expect(moveTag(START, tagIn(START, 'a'), { parentId: 'a', beforeId: null }, 'en')).toBeNull();
  });
});

test('the tree hides what is below a closed tag, and a text shows what holds it, with the tags above', () => {
  const ids = (closed: string[], text: string) =>
    treeRows(START, new Set(closed), text, 'en').map(({ tag }) => tag.id);
  expect(ids(['a'], '')).toEqual(['a', 'b', 'c']);
  expect(ids(['d'], '')).toEqual(['a', 'd', 'e', 'b', 'c']);
  expect(ids(['a'], 'F')).toEqual(['a', 'd', 'f']);
  expect(treeRows(START, new Set(), '', 'en').map(({ place, siblings }) => `${place}/${siblings}`)).toEqual([
    '1/3',
    '1/2',
    '1/1',
    '2/2',
    '2/3',
    '3/3',
  ]);
});

test('keys of tags are none that move or write', () => {
  for (const keys of ['', 'Enter', 'Shift+ArrowUp', 'Tab', 'Backspace', 'F6', ' '])
    expect(isUsable(keys)).toBe(false);
  for (const keys of ['q', 'Shift+q', 'Alt+t', '+', '%']) expect(isUsable(keys)).toBe(true);
  const project = apply(START, { type: 'tag.edit', tagId: 'e', changes: { shortcut: 'Shift+q' } }).project;
  expect(tagOfKeys(project, 'Shift+q')?.id).toBe('e');
  expect(tagOfKeys(project, 'q')).toBeNull();
  expect(tagOfKeys(project, '')).toBeNull();
});
