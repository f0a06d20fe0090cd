import fc from 'fast-check';
import { type Anchor, anchorAt } from '../../../../app/anchor.ts';
import type { Project } from '../../../../app/project.ts';
import { FIJ_SCALE } from '../../../../app/rating-scale.ts';
import { REVIEW_STATES } from '../../../../app/review.ts';
import type { RichText } from '../../../../app/rich-text.ts';
import { SEGMENT_KINDS, type Story, storyKey } from '../../../../app/story.ts';
import { TAG_COLOURS } from '../../../../app/tag.ts';
import { FIDELITIES } from '../../../../app/translation/judgement.ts';
import { TRANSLATION_NOTE_KINDS } from '../../../../app/translation-note.ts';
import { markOf } from '../../../../app/verdict.ts';
import { HOSTILE } from './hostile.ts';
import { AT, DUMP, evidenceOf, projectOf, refOf, storyFrom } from './support.ts';

const words = (min = 0) =>
  fc.array(fc.constantFrom(...HOSTILE), { minLength: min, maxLength: 8 }).map((parts) => parts.join(''));
/** Some text with at least one unit that is no white space. */
const solid = words(1).map((text) => (text.trim() === '' ? `${text}x` : text));

const segment = fc.record({
  kind: fc.constantFrom(...SEGMENT_KINDS),
  lang: fc.constantFrom('ja', 'en', 'und', '"><b>'),
  text: solid,
});

const storyShape = fc.record({
  parts: fc.array(segment, { minLength: 1, maxLength: 5 }),
  source: fc.option(fc.record({ name: words(), handle: fc.option(words()) })),
  lineBreak: fc.constantFrom('\n', '\r\n', '\n\n'),
  publishedAt: fc.constantFrom(null, '2025', '2025-02', '2025-02-08', '2025-02-08T10:30', '"><b>'),
  links: fc.array(
    fc.constantFrom('https://example.test/?a=1&b="', 'javascript:alert(1)', 'https://example.test/x'),
  ),
  atHand: fc.boolean(),
});

const richText: fc.Arbitrary<RichText> = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constantFrom('paragraph' as const, 'quote' as const),
      children: fc.array(
        fc.record(
          {
            text: words(),
            bold: fc.constant(true as const),
            italic: fc.constant(true as const),
            href: fc.constantFrom('https://example.test/a(b)?c=1&d=2', 'mailto:desk@example.test'),
          },
          { requiredKeys: ['text'] },
        ),
        { maxLength: 3 },
      ),
    }),
    fc.record({
      kind: fc.constant('list' as const),
      ordered: fc.boolean(),
      items: fc.array(
        words().map((text) => [{ text }]),
        { maxLength: 3 },
      ),
    }),
  ),
  { maxLength: 3 },
);

const range = fc.record({
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 1, max: 40 }),
});
const placed = fc.record({
  story: fc.nat(),
  ranges: fc.array(range, { minLength: 1, maxLength: 2 }),
  /** The text changed since: these words were never in it. */
  lost: fc.boolean(),
});

const entry = fc.record({
  place: placed,
  what: fc.constantFrom(
    'claim' as const,
    'tag' as const,
    'story-tag' as const,
    'note' as const,
    'judgement' as const,
  ),
  text: words(),
  rich: richText,
  choice: fc.nat(),
});

export interface Sample {
  project: Project;
  /** Those whose dump is at hand. */
  stories: Story[];
}

/** Projects whose every text is hostile, with annotations that overlap, cross segments, are lost or have no text at hand. */
export const sample: fc.Arbitrary<Sample> = fc
  .record({
    shapes: fc.array(storyShape, { minLength: 1, maxLength: 3 }),
    entries: fc.array(entry, { maxLength: 12 }),
    title: words(),
  })
  .map(({ shapes, entries, title }) => {
    const all = shapes.map(({ atHand: _, ...shape }, ordinal) =>
      storyFrom({ id: `s${ordinal}`, ordinal, ...shape }),
    );
    const base = { createdAt: AT, createdBy: title };
    const of = (what: (typeof entries)[number]['what']) =>
      entries.flatMap((item, index) => {
        if (item.what !== what) return [];
        const story = all[item.place.story % all.length] as Story;
        const anchors = item.place.ranges.map(({ from, length }) =>
          anchorIn(story, from, length, item.place.lost),
        );
        const id = `${what}-${String(index).padStart(3, '0')}`;
        return [{ ...item, id, key: storyKey(DUMP, story.id), anchors, first: anchors[0] as Anchor }];
      });
    const tags = TAG_COLOURS.map((colour, index) => ({
      id: colour,
      name: `${title.trim()}${colour}`,
      colour,
      parentId: index === 0 ? null : (TAG_COLOURS[index - 1] as string),
      description: title,
      examples: [],
      shortcut: '',
      order: '',
    }));
    const pick = <T>(list: readonly T[], choice: number) => list[choice % list.length] as T;
    const project = projectOf({
      title,
      stories: all.map((story) => refOf(story)),
      tags,
      claims: of('claim').map((item) => ({
        id: item.id,
        storyKey: item.key,
        anchors: item.anchors,
        wording: item.text,
        claimant: item.text,
        ratingId: pick([null, ...FIJ_SCALE.ratings.map((rating) => rating.id)], item.choice),
        carriedFrom: item.choice % 3 ? null : item.id,
        verdicts: [
          {
            id: 'v',
            from: null,
            to: markOf(FIJ_SCALE.ratings[0] ?? null),
            by: item.text,
            at: AT,
            why: item.text,
          },
        ],
        rationale: item.rich,
        evidence:
          item.choice % 2 === 0
            ? []
            : [
                evidenceOf({
                  id: 'e',
                  title: item.text,
                  quote: item.text,
                  publisher: item.text,
                  publishedAt: item.text,
                  url: 'https://example.test/"onclick=',
                  capturedAt: item.text,
                  reliability: item.text,
                  story: {
                    storyKey: storyKey(DUMP, (all[item.choice % all.length] as Story).id),
                    anchor: item.first,
                  },
                }),
              ],
        ...base,
      })),
      taggings: [...of('tag'), ...of('story-tag')].map((item) => ({
        id: item.id,
        tagId: pick(tags, item.choice).id,
        memo: item.text,
        storyKey: item.key,
        anchor: item.what === 'tag' ? item.first : null,
        ...base,
      })),
      notes: of('note').map((item) => ({
        id: item.id,
        storyKey: item.key,
        kind: pick(TRANSLATION_NOTE_KINDS, item.choice),
        original: item.first,
        translation: item.anchors[1] ?? null,
        comment: item.rich,
        suggestion: item.text,
        ...base,
      })),
      judgements: of('judgement').map((item) => ({
        id: item.id,
        storyKey: item.key,
        original: item.choice % 3 ? item.first : null,
        translation: item.choice % 3 ? (item.anchors[1] ?? null) : item.first,
        fidelity: pick(FIDELITIES, item.choice),
        comment: item.text,
        by: title,
        at: AT,
      })),
      storyNotes: all.flatMap((story, index) =>
        index === 1
          ? [{ storyKey: storyKey(DUMP, story.id), words: entries[0]?.rich ?? [], by: title, at: AT }]
          : [],
      ),
      reviews: all.flatMap((story, index) =>
        index === 0
          ? []
          : [
              {
                storyKey: storyKey(DUMP, story.id),
                state: pick(REVIEW_STATES, index),
                by: title,
                at: AT,
                why: title,
                past: [{ state: 'signed-off' as const, by: title, at: AT, why: title }],
              },
            ],
      ),
    });
    return { project, stories: all.filter((_, index) => shapes[index]?.atHand) };
  });

function anchorIn(story: Story, from: number, length: number, lost: boolean): Anchor {
  const start = Math.min(story.text.length - 1, Math.floor(from * story.text.length));
  const anchor = anchorAt(story, start, Math.min(story.text.length, start + length));
  if (!lost) return anchor;
  const quote = '灯'.repeat(anchor.quote.length);
  return { ...anchor, quote };
}
