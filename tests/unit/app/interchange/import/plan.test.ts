import { describe, expect, it } from 'vitest';
import type { AnnotationSet, SetClaim, SetStory } from '../../../../../app/interchange/annotation-set.ts';
import { countsOf, importCommand } from '../../../../../app/interchange/import/plan.ts';
import { recognise } from '../../../../../app/interchange/import/recognise.ts';
import { FIJ_SCALE, SIMPLE_SCALE } from '../../../../../app/rating-scale.ts';
import type { Story } from '../../../../../app/story.ts';
import { AT, storyFrom } from '../../exports/support.ts';
import { carriedOut, DUMP, EMPTY, planned } from './desk.ts';

const TEXT = '灯台は閉鎖された。\nThe pier 🛟 is closed, says the harbour master.\nThe pier is closed.';

function storyOf(text = TEXT): Story {
  return storyFrom({ id: 's', ordinal: 0, parts: [{ kind: 'post', text }] });
}
const spanOf = (quote: string, text = TEXT) => {
  const start = text.indexOf(quote);
  return { start, end: start + quote.length, quote };
};
function claimOf(changes: Partial<SetClaim> = {}): SetClaim {
  return {
    ...{
      id: 'c',
      spans: [spanOf('灯台は閉鎖された')],
      wording: '灯台は閉鎖された',
      claimant: '',
      ratingId: null,
    },
    ...{ rationale: '', evidence: [], carriedFrom: null, by: 'Ito', at: '2025-02-01T00:00:00.000Z' },
    ...changes,
  };
}
function setOf(story: Partial<SetStory>, rest: Partial<AnnotationSet> = {}): AnnotationSet {
  const facts = { key: `${DUMP}/s`, text: TEXT, lang: 'ja', source: null, publishedAt: null, link: null };
  return {
    stories: [{ ...facts, claims: [], taggings: [], notes: [], ...story }],
    tags: [],
    ratings: [],
    ...rest,
  };
}
const tag = (id: string, name: string, parentId: string | null = null) => ({
  ...{ id, name, parentId, colour: null, description: '' },
});
const tagging = (id: string, tagId: string, quote: string | null, changes = {}) => ({
  ...{ id, tagId, span: quote === null ? null : spanOf(quote), memo: '', by: '', at: '', ...changes },
});

describe('places', () => {
  it('are looked for with their surroundings where the text has changed, and shown as moved', () => {
    const story = storyOf(`速報\n${TEXT}`);
    const plan = planned(setOf({ claims: [claimOf()] }), [story], EMPTY);
    expect(plan.entries.map(({ kind }) => kind)).toEqual(['moved']);
    const [claim] = carriedOut(EMPTY, plan).claims.values();
    expect(claim?.anchors[0]).toMatchObject({ start: 3, quote: '灯台は閉鎖された' });
  });

  it('are found in a text whose line breaks are others', () => {
    const across = spanOf('閉鎖された。\nThe pier 🛟');
    const story = storyOf(TEXT.replaceAll('\n', '\r\n'));
    const plan = planned(setOf({ claims: [claimOf({ spans: [across] })] }), [story], EMPTY);
    const [claim] = carriedOut(EMPTY, plan).claims.values();
    expect(claim?.anchors[0]?.quote).toBe('閉鎖された。\r\nThe pier 🛟');
  });

  it('that are not certain are none: a quote that stands twice among other words is refused, and so is one that is gone', () => {
    const text = 'Alpha closed. Beta closed.';
    const claims = [
      claimOf({ id: 'a', spans: [{ start: 2, end: 8, quote: 'closed' }] }),
      claimOf({ id: 'b', spans: [{ start: 10, end: 14, quote: 'open' }] }),
      claimOf({
        id: 'd',
        spans: [
          { start: 10, end: 14, quote: 'open' },
          { start: 0, end: 5, quote: 'Alpha' },
        ],
      }),
    ];
    const plan = planned(setOf({ text: '?? closed ?? open ??', claims: [] }), [storyOf(text)], EMPTY);
    expect(plan.entries).toEqual([]);
    const other = planned(setOf({ text: null, claims }), [storyOf(text)], EMPTY);
    expect(other.entries.map(({ kind, reason, lost }) => [kind, reason, lost])).toEqual([
      ['refused', 'quote-ambiguous', ['closed']],
      ['refused', 'quote-not-found', ['open']],
      ['moved', 'some-quotes-not-found', ['open']],
    ]);
    // What was lost is no difference the next time.
    const project = carriedOut(EMPTY, other);
    const again = planned(setOf({ text: null, claims }), [storyOf(text)], project);
    expect(again.entries.map(({ kind }) => kind)).toEqual(['refused', 'refused', 'matched']);
  });

  it('of claims without any are their wording where that stands once, else the first line if a person wants that', () => {
    const set = setOf({
      text: null,
      claims: [
        claimOf({ id: 'a', spans: [], wording: 'says the harbour master' }),
        claimOf({ id: 'b', spans: [], wording: 'The lighthouse is closed' }),
      ],
    });
    const reasons = (onFirstLine: boolean) =>
      planned(set, [storyOf()], EMPTY, { onFirstLine }).entries.map(({ kind, reason }) => [kind, reason]);
    expect(reasons(false)).toEqual([
      ['moved', 'placed-by-wording'],
      ['refused', 'no-place'],
    ]);
    expect(reasons(true)[1]).toEqual(['moved', 'placed-on-first-line']);
  });
});

describe('what is there already', () => {
  const set = setOf({ claims: [claimOf({ ratingId: 'false', rationale: 'Seen open.' })] });
  const project = carriedOut(EMPTY, planned(set, [storyOf()], EMPTY));

  it('is known by saying the same at the same place, whatever its id', () => {
    const other = setOf({ claims: [claimOf({ id: 'other', rationale: 'Seen open.' })] });
    const plan = planned(other, [storyOf()], project);
    expect(plan.entries.map(({ kind, id }) => [kind, id])).toEqual([['matched', 'c']]);
    // Of another person, it is another opinion.
    const theirs = setOf({ claims: [claimOf({ id: 'other', by: 'Mori' })] });
    expect(planned(theirs, [storyOf()], project).entries.map(({ kind }) => kind)).toEqual(['added']);
  });

  it('and says something else is left alone, unless a person prefers the file', () => {
    const other = setOf({
      claims: [claimOf({ ratingId: 'accurate', wording: 'The lighthouse is closed', rationale: '' })],
    });
    const plan = planned(other, [storyOf()], project);
    expect(plan.entries.map(({ kind }) => kind)).toEqual(['differs']);
    expect(plan.entries[0]?.differences).toEqual([
      { field: 'wording', mine: '灯台は閉鎖された', theirs: 'The lighthouse is closed' },
      { field: 'rating', mine: 'false', theirs: 'accurate' },
    ]);
    expect(importCommand(plan, false)).toBeNull();
    const updated = carriedOut(project, plan, true).claims.get('c');
    expect(updated).toMatchObject({ wording: 'The lighthouse is closed', ratingId: 'accurate' });
    // What the file leaves empty it does not speak about.
    expect(updated?.rationale).not.toEqual([]);
    expect(updated?.verdicts.map(({ from, to, by }) => [from?.id, to?.id, by])).toEqual([
      [undefined, 'false', 'Ito'],
      ['false', 'accurate', 'Sato'],
    ]);
  });

  it('under an id that is another annotation’s here is that of another story: both stay', () => {
    const elsewhere = storyFrom({ id: 't', ordinal: 1, parts: [{ kind: 'post', text: TEXT }] });
    const other = setOf({ key: `${DUMP}/t`, claims: [claimOf()] });
    const plan = planned(other, [storyOf(), elsewhere], project);
    expect(plan.entries.map(({ kind }) => kind)).toEqual(['added']);
    const both = carriedOut(project, plan);
    expect(both.claims.size).toBe(2);
    expect(importCommand(planned(other, [storyOf(), elsewhere], both), true)).toBeNull();
  });

  it('without ids is known again, and what stands in a file twice comes in once', () => {
    const nameless = setOf(
      { taggings: [tagging('', 'x', 'pier'), tagging('', 'x', 'pier'), tagging('', 'x', 'closed')] },
      { tags: [tag('x', 'Port')] },
    );
    const plan = planned(nameless, [storyOf()], EMPTY);
    expect(countsOf(plan.entries)).toMatchObject({ added: 3, matched: 1 });
    const next = carriedOut(EMPTY, plan);
    expect(next.taggings.size).toBe(2);
    expect(importCommand(planned(nameless, [storyOf()], next), true)).toBeNull();
  });
});

describe('ratings', () => {
  const rated = (ratingId: string, ratings: AnnotationSet['ratings'] = []) =>
    setOf({ claims: [claimOf({ ratingId })] }, { ratings });
  const fij = FIJ_SCALE.ratings.map(({ id, label, meaning, outcome }) => ({ id, label, meaning, outcome }));

  it('are those of the same id or name, and come with who gave them and with when they came', () => {
    const named = [{ ...(fij[5] as (typeof fij)[number]), id: '1' }];
    const project = carriedOut(EMPTY, planned(rated('1', named), [storyOf()], EMPTY));
    const claim = project.claims.get('c');
    expect(claim?.ratingId).toBe('false');
    expect(claim?.verdicts).toMatchObject([
      { by: 'Ito', at: AT, why: 'imported', from: null, to: { id: 'false' } },
    ]);
  });

  it('that the scale does not have are refused until a person chooses: 誤り never becomes 虚偽, nor anything else', () => {
    const simple = { ...EMPTY, scale: SIMPLE_SCALE };
    const plan = planned(rated('false', fij), [storyOf()], simple);
    expect(plan.entries.map(({ kind, reason }) => [kind, reason])).toEqual([['refused', 'rating-unknown']]);
    expect(plan.unknownRatings).toEqual([{ id: 'false', label: { en: 'false', ja: '誤り' }, claims: 1 }]);
    const chosen = planned(rated('false', fij), [storyOf()], simple, { ratings: { false: 'disputed' } });
    expect(carriedOut(simple, chosen).claims.get('c')?.ratingId).toBe('disputed');
    const none = planned(rated('false', fij), [storyOf()], simple, { ratings: { false: null } });
    expect(carriedOut(simple, none).claims.get('c')?.ratingId).toBeNull();
  });

  it('of the same id that come to something else are not the same', () => {
    const theirs = [{ ...(fij[0] as (typeof fij)[number]), id: 'false' }];
    const project = carriedOut(EMPTY, planned(rated('false', theirs), [storyOf()], EMPTY));
    expect(project.claims.get('c')?.ratingId).toBe('accurate');
  });

  it('do not come behind the back of who signed a story off', () => {
    const before = carriedOut(EMPTY, planned(setOf({ claims: [claimOf()] }), [storyOf()], EMPTY));
    const review = {
      storyKey: `${DUMP}/s`,
      state: 'signed-off' as const,
      by: 'Mori',
      at: AT,
      why: '',
      past: [],
    };
    const signed = { ...before, reviews: before.reviews.set(`${DUMP}/s`, review as never) };
    const plan = planned(setOf({ claims: [claimOf({ id: 'new', by: 'Abe' })] }), [storyOf()], signed);
    expect(plan.entries.map(({ kind, reason }) => [kind, reason])).toEqual([['refused', 'signed-off']]);
  });
});

describe('tags', () => {
  const codebook = setOf({}, { tags: [tag('p', 'Harbour'), tag('q', 'Pier', 'p')] });
  const project = carriedOut(EMPTY, planned(codebook, [storyOf()], EMPTY));

  it('are those of the same id, else of the same name below the same names; others are new', () => {
    const set = setOf(
      {
        taggings: [tagging('1', 'p', 'pier'), tagging('2', 'theirs', 'pier'), tagging('3', 'root', 'pier')],
      },
      { tags: [tag('p', 'Port'), tag('theirs', 'ＰＩＥＲ', 'p'), tag('root', 'Pier')] },
    );
    const plan = planned(set, [storyOf()], project);
    const next = carriedOut(project, plan);
    expect([...next.tags.values()].map(({ id, name }) => [id, name]).sort()).toEqual([
      ['p', 'Harbour'],
      ['q', 'Pier'],
      ['root', 'Pier'],
    ]);
    expect(next.taggings.get('2')?.tagId).toBe('q');
    expect(plan.entries.find(({ what, kind }) => what === 'tag' && kind === 'differs')?.differences).toEqual([
      { field: 'name', mine: 'Harbour', theirs: 'Port' },
    ]);
  });

  it('of a format without a tree are the only one of their name', () => {
    const set = setOf({ taggings: [tagging('1', 'Pier', 'pier')] }, { tags: [tag('Pier', 'Pier')] });
    const next = carriedOut(project, planned(set, [storyOf()], project, { carries: ['tags'] }));
    expect(next.tags.size).toBe(2);
    expect(next.taggings.get('1')?.tagId).toBe('q');
  });

  it('come with what has them: not with what is refused', () => {
    const set = setOf({ text: null, taggings: [] }, { tags: [tag('x', 'X')] });
    set.stories[0]?.taggings.push({
      ...tagging('1', 'x', null),
      span: { start: 0, end: 4, quote: 'gone' },
    });
    const plan = planned(set, [storyOf()], EMPTY);
    expect(plan.tags).toBe(0);
    expect(plan.entries.map(({ what, kind }) => [what, kind])).toEqual([['tagging', 'refused']]);
    expect(importCommand(plan, false)).toBeNull();
  });
});

describe('recognise', () => {
  it.each([
    [
      'w3c',
      'collection.jsonld',
      '{"@context":"http://www.w3.org/ns/anno.jsonld","type":"AnnotationCollection"}',
    ],
    ['claimreview', 'page.json', '[{"@type":"ClaimReview"}]'],
    ['brat', 'a.ann', 'T1\tX 0 1\ta'],
    ['csv', 'stories.csv', 'story'],
    ['labelstudio', 'x.json', '[{"id":1,"data":{"text":"a"},"annotations":[]}]'],
    ['doccano', 'x.jsonl', '{"text":"a","label":[[0,1,"X"]]}'],
    ['memory', 'x.tmx', '<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4">'],
    ['glossary', 'x.tbx', '<?xml version="1.0"?>\n<tbx type="TBX-Basic">'],
    [null, 'x.json', '{"hello":1}'],
    [null, 'x.txt', 'The pier is closed.'],
  ])('%s', (format, name, text) => {
    expect(recognise(new Map([[name, text]]))).toBe(format);
  });
});
