import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { find, projectEntries, storyEntries } from '../../../../renderer/dialogs/palette/entries.ts';
import { foldText, fuzzy } from '../../../../renderer/dialogs/palette/fuzzy.ts';
import { anchorOn, claimOn, NOTE_AND_TAG, OLD_TEXT, projectWith, storyRef } from './desk.ts';

const score = (query: string, text: string) =>
  fuzzy(query, foldText(text))?.score ?? Number.NEGATIVE_INFINITY;

describe('finding while typing', () => {
  it('finds every text by any run of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.nat(), fc.nat(), (text, a, b) => {
        const characters = [...text];
        const run = characters.slice(a % characters.length, (a % characters.length) + 1 + (b % 5)).join('');
        expect(fuzzy(run, foldText(text))).not.toBeNull();
      }),
    );
  });

  it('marks places inside the text, in order', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme', maxLength: 3 }),
        (text, query) => {
          const places = fuzzy(query, foldText(text))?.places ?? [];
          expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
          for (const place of places) expect(place).toBeLessThan(text.length);
        },
      ),
    );
  });

  it('puts the start of a word before its middle, and a run before scattered characters', () => {
    expect(score('sto', 'Next story')).toBeGreaterThan(score('sto', 'History'));
    expect(score('open', 'Open a dump')).toBeGreaterThan(score('open', 'One pen'));
    expect(score('export', 'Export')).toBeGreaterThan(
      score('export', 'Export a report of the whole project'),
    );
  });

  it('does not take characters all over a sentence for a match', () => {
    expect(fuzzy('xyz', foldText('expert opinions always puzzle'))).toBeNull();
  });

  it('takes kana, width and case for the same', () => {
    expect(score('たぐ', 'タグ')).toBeGreaterThan(0);
    expect(score('ﾀｸﾞ', 'タグ')).toBeGreaterThan(0);
    expect(score('ＥＸＰＯＲＴ', 'Export')).toBeGreaterThan(0);
  });

  it('points at the character that a wider form was folded from', () => {
    expect(fuzzy('株', foldText('a ㈱ b'))?.places).toEqual([2]);
  });
});

describe('what the palette offers', () => {
  const project = projectWith(
    { type: 'story.add', story: storyRef('s') },
    { type: 'claim.add', claim: claimOn('c', 's', [anchorOn(OLD_TEXT, 'six months')]) },
    ...NOTE_AND_TAG,
    {
      type: 'tag.add',
      tag: {
        id: 'u',
        name: 'toll',
        colour: 'red',
        parentId: 't',
        description: '',
        examples: [],
        shortcut: '',
        order: '',
      },
    },
  );
  const rows = Array.from({ length: 30 }, (_, ordinal) => ({
    ordinal,
    id: `s${ordinal}`,
    source: null,
    publishedAt: null,
    precision: 'none' as const,
    lang: 'en',
    lead: `Bridge ${ordinal}`,
    title: null,
    relation: null,
    hits: 0,
  }));

  it('finds a tag by the tag above it, a claim by its quote where it has no wording', () => {
    const kinds = (query: string) => find(projectEntries(project), query).map(({ target }) => target);
    expect(kinds('bridge toll')).toEqual([{ kind: 'tag', id: 'u' }]);
    expect(kinds('six months')).toEqual([{ kind: 'claim', id: 'c', storyKey: 'd/s', ratingId: null }]);
  });

  it('keeps kinds together and each of them short', () => {
    const found = find([...storyEntries(rows), ...projectEntries(project)], 'bridge');
    const kinds = found.map(({ target }) => target.kind);
    expect(kinds).toEqual([...kinds].sort((a, b) => kinds.indexOf(a) - kinds.indexOf(b)));
    expect(kinds.filter((kind) => kind === 'story').length).toBeLessThanOrEqual(8);
    expect(kinds).toContain('tag');
  });
});
