import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apply } from '../../../app/apply.ts';
import { emptyProject, type Project } from '../../../app/project.ts';
import { TAG_COLOURS, type Tag } from '../../../app/tag.ts';
import {
  codebook,
  colourFor,
  pathOf,
  possibleParents,
  sibling,
  usesOf,
} from '../../../renderer/tags/codebook.ts';
import { findTyped, searchTags, typedNames } from '../../../renderer/tags/typed-tag.ts';

const NOW = '2025-04-12T09:00:00.000Z';
const tag = (id: string, name: string, parentId: string | null = null): Tag => ({
  id,
  name,
  colour: 'green',
  parentId,
  description: '',
  examples: [],
  shortcut: '',
  order: '',
});
const PROJECT: Project = [
  tag('politics', '政治'),
  tag('budget', '予算', 'politics'),
  tag('city', 'City budget', 'politics'),
  tag('law', '条例', 'budget'),
  tag('photo', 'Photo'),
].reduce(
  (project, each) => apply(project, { type: 'tag.add', tag: each }).project,
  emptyProject('p', 'P', NOW),
);
const ids = (tags: readonly Tag[]) => tags.map(({ id }) => id);

describe('the codebook', () => {
  test('reads as a tree, each tag right under its parent', () => {
    const entries = codebook(PROJECT, 'ja');
    expect(entries).toHaveLength(5);
    const depth = new Map(entries.map(({ tag, depth }) => [tag.id, depth]));
    expect([...depth.values()].sort()).toEqual([0, 0, 1, 1, 2]);
    const place = (id: string) => entries.findIndex((entry) => entry.tag.id === id);
    expect(place('law')).toBe(place('budget') + 1);
    expect(place('budget')).toBeGreaterThan(place('politics'));
  });

  test('shows the way to a tag', () => {
    expect(pathOf(PROJECT, PROJECT.tags.get('law') as Tag)).toBe('政治 › 予算 › 条例');
  });

  test('offers as parents what apply accepts, and nothing else', () => {
    for (const each of PROJECT.tags.values()) {
      const offered = new Set(ids(possibleParents(PROJECT, each, 'en')));
      for (const parentId of PROJECT.tags.keys()) {
        const accepted = (() => {
          try {
            apply(PROJECT, { type: 'tag.edit', tagId: each.id, changes: { parentId } });
            return true;
          } catch {
            return false;
          }
        })();
        expect(offered.has(parentId), `${each.id} under ${parentId}`).toBe(accepted);
      }
    }
  });

  test('knows a name that a sibling has, whatever its case and width', () => {
    expect(sibling(PROJECT, 'PHOTO', null)?.id).toBe('photo');
    expect(sibling(PROJECT, 'Ｐｈｏｔｏ ', null)?.id).toBe('photo');
    expect(sibling(PROJECT, 'Photo', 'politics')).toBeNull();
    expect(sibling(PROJECT, 'Photo', null, 'photo')).toBeNull();
  });

  test('counts uses and the stories they are in', () => {
    const story = (storyId: string) => ({
      dumpId: 'd',
      storyId,
      ordinal: 0,
      byteStart: 0,
      byteEnd: 0,
      source: null,
      publishedAt: null,
      lang: 'ja',
      lead: '',
    });
    const taggings = ['a', 'a', 'b'].map((name, index) => ({
      id: `${index}`,
      tagId: 'photo',
      memo: '',
      storyKey: `d/${story(name).storyId}`,
      anchor: null,
      createdAt: NOW,
      createdBy: '',
    }));
    const { taggings: none } = PROJECT;
    const used = { taggings: none.merge(taggings.map((each) => [each.id, each] as const)) };
    expect(usesOf(used).get('photo')).toEqual({ uses: 3, stories: 2 });
    expect(usesOf(used).get('law')).toBeUndefined();
  });

  test('gives a child the colour of its parent, and a top tag one that few have', () => {
    expect(colourFor(PROJECT, 'politics')).toBe('green');
    expect(colourFor(PROJECT, null)).not.toBe('green');
    expect(TAG_COLOURS).toContain(colourFor(PROJECT, null));
  });
});

describe('what is typed into the tag picker', () => {
  test.each([
    ['政治/予算', ['政治', '予算']],
    ['政治／予算', ['政治', '予算']],
    ['政治 › 予算', ['政治', '予算']],
    [' / a / ', ['a']],
    ['', []],
    ['///', []],
  ])('%j names %j', (typed, names) => expect(typedNames(typed)).toEqual(names));

  test('leads to the tag that there is', () => {
    expect(findTyped(PROJECT, '政治/予算').tag?.id).toBe('budget');
    expect(findTyped(PROJECT, '予算/条例').tag?.id).toBe('law');
    expect(findTyped(PROJECT, 'photo').tag?.id).toBe('photo');
  });

  test('says what is missing and under which tag it goes', () => {
    expect(findTyped(PROJECT, '政治/選挙/投票率')).toEqual({
      tag: null,
      parentId: 'politics',
      missing: ['選挙', '投票率'],
    });
    expect(findTyped(PROJECT, '新しい')).toEqual({ tag: null, parentId: null, missing: ['新しい'] });
    expect(findTyped(PROJECT, '')).toEqual({ tag: null, parentId: null, missing: [] });
  });

  test('a name that only stands deeper can still be made at the top', () => {
    expect(findTyped(PROJECT, '予算').missing).toEqual(['予算']);
    expect(searchTags(PROJECT, '予算', 'ja')[0]?.id).toBe('budget');
  });

  test('finds by name and by way, the exact name first', () => {
    expect(ids(searchTags(PROJECT, 'budget', 'en'))).toEqual(['city']);
    expect(ids(searchTags(PROJECT, '政治', 'ja'))[0]).toBe('politics');
    expect(ids(searchTags(PROJECT, '政治', 'ja'))).toHaveLength(4);
    expect(ids(searchTags(PROJECT, '政治／予', 'ja'))).toEqual(['budget', 'law']);
    expect(searchTags(PROJECT, 'nowhere', 'en')).toEqual([]);
    expect(searchTags(PROJECT, '', 'en')).toHaveLength(5);
  });

  test('whatever is typed, what it would make is accepted', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('政治', '予算', 'photo', '条例', 'new', '/', ' '), { maxLength: 6 }),
        (parts) => {
          const { missing, parentId } = findTyped(PROJECT, parts.join('/'));
          let project = PROJECT;
          let under = parentId;
          for (const [index, name] of missing.entries()) {
            const made = tag(`new-${index}`, name, under);
            project = apply(project, { type: 'tag.add', tag: made }).project;
            under = made.id;
          }
          expect(project.tags.size).toBe(PROJECT.tags.size + missing.length);
        },
      ),
    );
  });
});
