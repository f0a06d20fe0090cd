import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchorAt } from '../../../app/anchor.ts';
import { apply } from '../../../app/apply.ts';
import type { Claim } from '../../../app/claim.ts';
import type { Command } from '../../../app/commands.ts';
import { emptyProject, type Project } from '../../../app/project.ts';
import { FIJ_SCALE } from '../../../app/rating-scale.ts';
import { changeLines } from '../../../renderer/inspector/change-lines.ts';
import { annotatedStory, inTextOrder } from '../../../renderer/inspector/story-annotations.ts';
import { targetOf } from '../../../renderer/ui/roving.ts';

const NOW = '2025-04-12T09:00:00.000Z';
const TEXT = '湊大橋の修理費は12億円になる。市長は増税しないと述べた。';
const story = { text: TEXT, segments: [{ start: 0, end: TEXT.length }] };
const at = (start: number, end: number) => anchorAt(story, start, end);

const KEY = 'dump/one';
const OTHER = 'dump/two';

function claim(id: string, start: number, end: number, more: Partial<Claim> = {}): Claim {
  return {
    id,
    storyKey: KEY,
    anchors: [at(start, end)],
    wording: TEXT.slice(start, end),
    claimant: '',
    ratingId: null,
    verdicts: [],
    carriedFrom: null,
    rationale: [],
    evidence: [],
    createdAt: NOW,
    createdBy: '',
    ...more,
  };
}

function run(project: Project, ...commands: Command[]): Project {
  return commands.reduce((current, command) => apply(current, command).project, project);
}

const START = run(
  emptyProject('p', 'P', NOW),
  {
    type: 'dump.add',
    dump: {
      id: 'dump',
      name: 'harbour.txt',
      path: '/dumps/harbour.txt',
      relativePath: null,
      sha256: null,
      bytes: 1,
      format: 'text',
      encoding: 'utf-8',
      rule: null,
    },
  },
  ...['one', 'two'].map(
    (storyId): Command => ({
      type: 'story.add',
      story: {
        dumpId: 'dump',
        storyId,
        ordinal: 0,
        byteStart: 0,
        byteEnd: 1,
        source: null,
        publishedAt: null,
        lang: 'ja',
        lead: '',
      },
    }),
  ),
);
const tag: Command = {
  type: 'tag.add',
  tag: {
    id: 't',
    name: '財政',
    colour: 'blue',
    parentId: null,
    description: '',
    examples: [],
    shortcut: '',
    order: '',
  },
};
const tagging = (id: string, storyKey: string): Command => ({
  type: 'tagging.add',
  tagging: { id, tagId: 't', memo: '', storyKey, anchor: null, createdAt: NOW, createdBy: '' },
});

describe('the margin of a story', () => {
  test('lists every annotation, in the order of the text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 8 })), { maxLength: 12 }),
        (spans) => {
          const claims = spans.map(([start, length], index) => claim(`c${index}`, start, start + length));
          const project = run(START, ...claims.map((each): Command => ({ type: 'claim.add', claim: each })));
          const listed = annotatedStory(project, KEY).claims;
          expect(listed.map(({ id }) => id).sort()).toEqual(claims.map(({ id }) => id).sort());
          const starts = listed.map(({ anchors }) => anchors[0]?.start ?? 0);
          expect(starts).toEqual([...starts].sort((a, b) => a - b));
        },
      ),
    );
  });

  test('has what is about the whole story first, and the longer of two that start together', () => {
    const items = [
      { id: 'inner', createdAt: NOW, anchors: [at(3, 5)] },
      { id: 'outer', createdAt: NOW, anchors: [at(3, 9)] },
      { id: 'story', createdAt: NOW, anchors: [] },
      { id: 'late', createdAt: NOW, anchors: [at(12, 14), at(1, 2)] },
    ];
    expect(inTextOrder(items, (item) => item.anchors).map(({ id }) => id)).toEqual([
      'story',
      'late',
      'outer',
      'inner',
    ]);
  });

  test('has nothing of another story', () => {
    const project = run(START, tag, tagging('here', KEY), tagging('there', OTHER));
    expect(annotatedStory(project, KEY).taggings.map(({ id }) => id)).toEqual(['here']);
  });
});

describe('history', () => {
  const made = run(START, { type: 'claim.add', claim: claim('c', 0, 5) });
  const lines = (command: Command, ...projects: Project[]) =>
    changeLines(command, projects).map(({ what, detail, stories }) => [what, detail.en, stories]);

  test('says what a removed claim was, which only the project before it knows', () => {
    const remove: Command = { type: 'claim.remove', claimId: 'c' };
    expect(lines(remove, run(made, remove), made)).toEqual([
      ['history.claim.remove', TEXT.slice(0, 5), [KEY]],
    ]);
  });

  test('names a verdict in the words of the scale, in both languages', () => {
    const rate: Command = { type: 'claim.edit', claimId: 'c', changes: { ratingId: 'disputed' } };
    expect(changeLines(rate, [run(made, rate), made])).toEqual([
      { what: 'history.claim.rate', detail: { en: 'disputed', ja: '疑義あり' }, stories: [KEY] },
    ]);
    const take: Command = { type: 'claim.edit', claimId: 'c', changes: { ratingId: null } };
    expect(lines(take, made)).toEqual([['history.claim.unrate', '', [KEY]]]);
  });

  test('tells 誤り from 虚偽', () => {
    const scaled = run(made, { type: 'scale.change', scale: FIJ_SCALE, mapping: {}, ratings: {} });
    const names = ['false', 'deliberately-false'].map(
      (ratingId) =>
        changeLines({ type: 'claim.edit', claimId: 'c', changes: { ratingId } }, [scaled])[0]?.detail.ja,
    );
    expect(names).toEqual(['誤り', '虚偽']);
  });

  test('a deleted tag touches every story that had it', () => {
    const project = run(made, tag, tagging('x', KEY), tagging('y', OTHER));
    const remove: Command = { type: 'tag.remove', tagId: 't' };
    expect(lines(remove, run(project, remove), project)).toEqual([
      ['history.tag.remove', '財政', [KEY, OTHER]],
    ]);
  });

  test('what the program does by itself is not in it', () => {
    expect(lines({ type: 'dump.edit', dumpId: 'dump', changes: { name: 'x' } }, START)).toEqual([]);
  });
});

describe('keys in a group', () => {
  test('step and go round, along the axis of the group only', () => {
    expect(targetOf('ArrowRight', 2, 3, 'horizontal')).toBe(0);
    expect(targetOf('ArrowLeft', 0, 3, 'horizontal')).toBe(2);
    expect(targetOf('ArrowDown', 0, 3, 'horizontal')).toBeNull();
    expect(targetOf('ArrowDown', 0, 3, 'vertical')).toBe(1);
    expect(targetOf('ArrowRight', 0, 3, 'vertical')).toBeNull();
    expect(targetOf('End', 0, 3, 'both')).toBe(2);
    expect(targetOf('Home', 2, 3, 'both')).toBe(0);
    expect(targetOf('Enter', 2, 3, 'both')).toBeNull();
  });
});
