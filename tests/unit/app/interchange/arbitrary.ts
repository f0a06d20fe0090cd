import fc from 'fast-check';
import { describe as anchorOf } from '../../../../app/anchor.ts';
import { STANCES } from '../../../../app/evidence.ts';
import type {
  AnnotationSet,
  SetEvidence,
  SetOrigin,
  SetStory,
  Span,
} from '../../../../app/interchange/annotation-set.ts';
import { FIJ_SCALE } from '../../../../app/rating-scale.ts';
import { TAG_COLOURS } from '../../../../app/tag.ts';
import { TRANSLATION_NOTE_KINDS } from '../../../../app/translation-note.ts';

/** What has gone wrong in tools of others: pairs, clusters, blanks, signs of their own formats. */
const PIECES = [
  ...['😀', '👨‍👩‍👧', '🇯🇵', '🇺🇸', '👍🏽', '𠮷野', 'か\u3099', 'e\u0301', 'ﾊﾝｶｸｶﾞﾅ', '２０億', '灯台が閉まる'],
  ...[
    '\r\n',
    '\n',
    '\n\n',
    ' ',
    '\t',
    '\u2028',
    '\u0085',
    '　',
    'The pier is closed',
    'word',
    '200億ドル(約3兆円)',
  ],
  ...[
    '"',
    "'",
    '""',
    ',',
    ';',
    '<b>',
    '&amp;',
    '\\',
    '\\n',
    '\\u2028',
    '|',
    '[1]',
    '_',
    '*',
    '#',
    '=1+1',
    '+',
    '-2',
    '@x',
    '＝A1',
  ],
  ...["'=", "''", '->', '{"a":1}', 'T1\tClaim 0 1', '\ufeff', 'tag: ', 'claim', '&#10;', ']]>', '__proto__'],
];
const words = (minLength = 0) =>
  fc.array(fc.constantFrom(...PIECES), { minLength, maxLength: 10 }).map((parts) => parts.join(''));
const id = fc.constantFrom('a', 'b2', 'ｃ', '😀', 'a b', 'x/y', '1:2', '"q"', '%41', '__proto__ ');

const range = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 40 }));
const entry = fc.record({
  kind: fc.constantFrom('claim' as const, 'tag' as const, 'note' as const),
  ranges: fc.array(range, { maxLength: 3 }),
  word: id,
  texts: fc.tuple(words(), words(), words()),
  choice: fc.nat(),
});
const storyShape = fc.record({
  text: words(1).filter((text) => text.trim() !== ''),
  entries: fc.array(entry, { maxLength: 5 }),
  source: fc.option(fc.record({ name: words(1), handle: fc.option(words(1)) })),
  publishedAt: fc.constantFrom(null, '2025-02', '2025-02-08', '2025-02-08T10:30:05Z'),
  link: fc.constantFrom(null, 'https://example.test/a?b=1&c="2"', 'https://example.test/x'),
  lang: fc.constantFrom('ja', 'en', 'und'),
});

export const ORIGIN: SetOrigin = {
  projectId: 'project-1',
  title: '検証ノート',
  exportedAt: '2025-03-01T09:30:00.000Z',
  version: '0.1.0',
  locale: 'ja',
  baseUrl: null,
};
const AT = '2025-02-28T01:02:03.000Z';

/** Sets with every kind of annotation, spans that overlap, nest and cross line breaks, and texts that are easily harmed. */
export const sets: fc.Arbitrary<AnnotationSet> = fc
  .record({
    shapes: fc.array(storyShape, { minLength: 1, maxLength: 3 }),
    tagNames: fc.array(words(1), { maxLength: 3 }),
  })
  .map(({ shapes, tagNames }) => {
    const pick = <T>(list: readonly T[], choice: number) => list[choice % list.length] as T;
    const tags = tagNames.map((name, index) => ({
      id: `t${index} ${name}`,
      name,
      parentId: index === 0 ? null : `t${index - 1} ${tagNames[index - 1]}`,
      colour: pick([null, ...TAG_COLOURS], name.length),
      description: tagNames[0] as string,
    }));
    const stories = shapes.map(({ entries, ...facts }, ordinal): SetStory => {
      const story: SetStory = { key: `dump/${ordinal}`, ...facts, claims: [], taggings: [], notes: [] };
      for (const [index, { kind, ranges, word, texts, choice }] of entries.entries()) {
        const spans = ranges.flatMap(([from, length]) => spanIn(facts.text, from, length) ?? []);
        const own = { id: `${ordinal}.${index} ${word}`, by: texts[0], at: AT };
        const [first = null, second = null] = spans;
        if (kind === 'claim')
          story.claims.push({
            ...own,
            ...{ spans, wording: texts[0], claimant: texts[1], rationale: texts[2] },
            ratingId: pick([null, ...FIJ_SCALE.ratings], choice)?.id ?? null,
            carriedFrom: pick([null, 'c 0', 'x/y 😀'], choice),
            evidence: choice % 2 === 0 ? [] : [{ ...evidence(texts, choice), story: quoted(shapes, choice) }],
          });
        else if (kind === 'tag' && tags.length > 0)
          story.taggings.push({ ...own, tagId: pick(tags, choice).id, span: first, memo: texts[1] });
        else if (kind === 'note' && first)
          story.notes.push({
            ...own,
            ...(choice % 3 === 0
              ? { original: null, translation: first }
              : { original: first, translation: second }),
            ...{ kind: pick(TRANSLATION_NOTE_KINDS, choice), comment: texts[1], suggestion: texts[2] },
          });
      }
      return story;
    });
    const ratings = FIJ_SCALE.ratings.map(({ id: ratingId, label, meaning, outcome }) => ({
      ...{ id: ratingId, label, meaning, outcome },
    }));
    return { stories, tags: tags.sort((a, b) => (a.id < b.id ? -1 : 1)), ratings };
  });

function spanIn(text: string, from: number, length: number): Span | null {
  const start = Math.min(text.length - 1, Math.floor(from * text.length));
  const found = anchorOf({ text, segments: [] }, start, start + length);
  const isBare = found === null || /^[\s\u0085]|[\s\u0085]$/u.test(found.quote);
  return isBare ? null : { start: found.start, end: found.end, quote: found.quote };
}

/** No story, one that is not in the set, or words of one that is. */
function quoted(shapes: readonly { text: string }[], choice: number): SetEvidence['story'] {
  const half = choice >> 1;
  if (half % 3 === 0) return null;
  if (half % 3 === 1) return { key: 'elsewhere/1', span: null };
  const at = half % shapes.length;
  return { key: `dump/${at}`, span: spanIn((shapes[at] as { text: string }).text, (half % 7) / 7, 9) };
}

function evidence([title, quote, publisher]: [string, string, string], choice: number) {
  return {
    ...{
      id: `e${choice}`,
      stance: STANCES[choice % STANCES.length] as (typeof STANCES)[number],
      title,
      quote,
      publisher,
    },
    ...{
      url: choice % 3 === 0 ? '' : 'https://example.test/e',
      archiveUrl: 'https://web.archive.org/web/2025/x',
    },
    ...{ capturedAt: '2025-02-09', publishedAt: '2025-02', reliability: title },
    file: choice % 5 === 0 ? null : { name: publisher || 'f', sha256: 'ab'.repeat(32) },
  };
}
