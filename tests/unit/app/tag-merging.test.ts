import { describe, expect, test } from 'vitest';
import { anchorAt } from '../../../app/anchor.ts';
import { apply } from '../../../app/apply.ts';
import type { Command } from '../../../app/commands.ts';
import { UratoriError } from '../../../app/problem.ts';
import { emptyProject, type Project, toData } from '../../../app/project.ts';
import { PLAIN_TAG, type Tag } from '../../../app/tag.ts';
import { T0 } from './random-commands.ts';

const TEXT = 'The pier closed in March.';
const words = { text: TEXT, segments: [{ kind: 'post' as const, lang: 'en', start: 0, end: TEXT.length }] };
const pier = anchorAt(words, 4, 8);
const tag = (id: string, parentId: string | null = null, more: Partial<Tag> = {}): Command => ({
  type: 'tag.add',
  tag: { ...PLAIN_TAG, id, name: id, colour: 'blue', parentId, ...more },
});
const use = (id: string, tagId: string, anchor: typeof pier | null, memo = ''): Command => ({
  type: 'tagging.add',
  tagging: { id, tagId, storyKey: 'd/s', anchor, memo, createdAt: T0, createdBy: 'Ito' },
});
const dump = { id: 'd', name: 'd', path: '/d', relativePath: null, sha256: null, bytes: 1 };
const START: Command[] = [
  { type: 'dump.add', dump: { ...dump, format: 'plain-text', encoding: 'utf-8', rule: null } },
  {
    type: 'story.add',
    story: {
      dumpId: 'd',
      storyId: 's',
      ordinal: 0,
      byteStart: 0,
      byteEnd: 1,
      source: null,
      publishedAt: null,
      lang: 'en',
      lead: TEXT,
    },
  },
  tag('traffic'),
  tag('transport'),
  tag('sea', 'traffic'),
  tag('Sea', 'transport'),
  tag('ferry', 'sea'),
  use('u1', 'traffic', null, 'first'),
  use('u2', 'transport', null, 'second'),
  use('u3', 'traffic', pier),
  use('u4', 'sea', pier),
];
const start = run(emptyProject('p', 'P', T0), { type: 'batch', commands: START });

function run(project: Project, command: Command): Project {
  return apply(project, command).project;
}
function reason(command: Command): unknown {
  try {
    apply(start, command);
  } catch (thrown) {
    return thrown instanceof UratoriError ? [thrown.code, thrown.params.reason] : thrown;
  }
  return null;
}

describe('merging tags', () => {
  const merge: Command = { type: 'tag.merge', tagId: 'traffic', into: 'transport' };

  test('every use is one of the other tag; of two on the same words one stays, with both memos', () => {
    const merged = run(start, merge);
    expect(merged.tags.has('traffic')).toBe(false);
    expect(merged.taggings.get('u3')?.tagId).toBe('transport');
    expect(merged.taggings.has('u1')).toBe(false);
    expect(merged.taggings.get('u2')?.memo).toBe('second\nfirst');
  });

  test('children go along, and those of one name become one', () => {
    const merged = run(start, merge);
    expect([...merged.tags.keys()].sort()).toEqual(['Sea', 'ferry', 'transport']);
    expect(merged.tags.get('ferry')?.parentId).toBe('Sea');
    expect(merged.taggings.get('u4')?.tagId).toBe('Sea');
  });

  test('one undo brings back exactly what there was', () => {
    const { project, inverse } = apply(start, merge);
    expect(toData(run(project, inverse))).toEqual(toData(start));
  });

  test('a tag is not merged into itself or one below it', () => {
    expect(reason({ type: 'tag.merge', tagId: 'traffic', into: 'traffic' })).toEqual([
      'command-refused',
      'tag_above_itself',
    ]);
    expect(reason({ type: 'tag.merge', tagId: 'traffic', into: 'ferry' })).toEqual([
      'command-refused',
      'tag_above_itself',
    ]);
    // A child may go up into its parent.
    expect(run(start, { type: 'tag.merge', tagId: 'sea', into: 'traffic' }).tags.get('ferry')?.parentId).toBe(
      'traffic',
    );
  });
});

describe('splitting a tag', () => {
  test('the new tag has the uses that were chosen, the old one the rest, and one undo takes it back', () => {
    const added = { ...PLAIN_TAG, id: 'new', name: 'bridge', colour: 'red' as const, parentId: null };
    const split: Command = {
      type: 'tag.split',
      tagId: 'traffic',
      tag: added,
      taggingIds: ['u3', 'u2', 'u3'],
    };
    const { project, inverse } = apply(start, split);
    expect(project.taggings.get('u3')?.tagId).toBe('new');
    expect(project.taggings.get('u1')?.tagId).toBe('traffic');
    // A use of another tag by then is left alone.
    expect(project.taggings.get('u2')?.tagId).toBe('transport');
    expect(toData(run(project, inverse))).toEqual(toData(start));
  });
});

test('two tags do not have the same keys', () => {
  const first = run(start, { type: 'tag.edit', tagId: 'traffic', changes: { shortcut: 'q' } });
  expect(() => apply(first, { type: 'tag.edit', tagId: 'sea', changes: { shortcut: 'q' } })).toThrow();
  expect(run(first, { type: 'tag.edit', tagId: 'traffic', changes: { shortcut: 'q' } })).toBeTruthy();
});
