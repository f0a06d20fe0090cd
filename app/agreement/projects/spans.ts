import type { StoryKey } from '../../story.ts';
import type { Marked } from '../gamma/continuum.ts';
import { gamma } from '../gamma/gamma.ts';
import { notComputable } from '../measured.ts';
import {
  added,
  characterKappa,
  exactF,
  jaccard,
  NO_OVERLAP,
  type Overlap,
  overlapF,
  overlapOf,
} from '../overlap.ts';
import type { Coder } from './coder.ts';
import type { CountedStories } from './counted-stories.ts';
import type { PlacedSpan, PlacedSpans, SpansByStory } from './placed.ts';
import { coderPairs, row } from './question.ts';
import type { MeasureRow, SpanKind, SpanReport } from './report.ts';
import { pathOf } from './tags.ts';

/**
 * How far coders mark the same words: claims, all tags, each tag, translation notes. Rows without a span of anybody are
 * left out, but for claims.
 */
export function spanReports(
  coders: readonly Coder[],
  stories: CountedStories,
  placed: PlacedSpans,
  seed: number,
): SpanReport[] {
  const of = (kind: SpanKind, spans: SpansByStory, tagId: string | null, withGamma: boolean): SpanReport => ({
    kind,
    tagId,
    path: tagId === null ? [] : pathOf(tagId, coders),
    pairs: coderPairs(coders.length).map(([one, other]) =>
      pairReport(
        [one, other],
        overlapsOf(kind === 'notes' ? placesOf(spans) : spans, one, other, stories, placed.lengths),
        kind !== 'tags',
      ),
    ),
    gamma: withGamma ? gammaOf(spans, stories, placed.lengths, seed) : null,
  });
  const reports = [of('claims', placed.claims, null, true)];
  if (placed.tags.some((byStory) => byStory.size > 0)) reports.push(of('tags', placed.tags, null, true));
  const perTag = [...byCategory(placed.tags)].map(([tagId, spans]) => of('tag', spans, tagId, false));
  perTag.sort((a, b) => (a.path.join('\n') < b.path.join('\n') ? -1 : 1));
  reports.push(...perTag);
  if (placed.notes.some((byStory) => byStory.size > 0)) reports.push(of('notes', placed.notes, null, true));
  return reports;
}

/** The places alone: what a note is of is a question of its own. */
function placesOf(spans: SpansByStory): SpansByStory {
  return spans.map(
    (byStory) =>
      new Map([...byStory].map(([key, list]) => [key, list.map((span) => ({ ...span, category: '' }))])),
  );
}

/** @param withCharacters characters are marked or not; with several categories at a place they are neither */
function pairReport(
  between: [number, number],
  overlap: Overlap,
  withCharacters: boolean,
): SpanReport['pairs'][number] {
  const spans = overlap.one + overlap.other;
  const measures: MeasureRow[] = [
    row('span-exact', between, spans, exactF(overlap)),
    row('span-overlap', between, spans, overlapF(overlap)),
    row('span-jaccard', between, overlap.inOne + overlap.inOther - overlap.inBoth, jaccard(overlap)),
  ];
  if (withCharacters) measures.push(row('span-kappa', between, overlap.length, characterKappa(overlap)));
  return {
    between,
    spans: [overlap.one, overlap.other],
    exact: overlap.exact,
    met: [overlap.oneMet, overlap.otherMet],
    measures,
  };
}

/** Spans of different categories never meet: a tag is compared with the same tag. */
function overlapsOf(
  spans: SpansByStory,
  one: number,
  other: number,
  stories: CountedStories,
  lengths: PlacedSpans['lengths'],
): Overlap {
  let sum = NO_OVERLAP;
  for (const key of stories.keys) {
    if (!stories.workedOn(one, key) || !stories.workedOn(other, key)) continue;
    const [mine, theirs] = [spans[one]?.get(key) ?? [], spans[other]?.get(key) ?? []];
    const length = lengths.get(key) ?? null;
    const categories = [...new Set([...mine, ...theirs].map(({ category }) => category))];
    const parts = (categories.length === 0 ? [''] : categories).map((category) => {
      const isOf = (span: PlacedSpan) => span.category === category;
      return overlapOf(mine.filter(isOf), theirs.filter(isOf), length);
    });
    for (const part of parts) sum = added(sum, part);
  }
  return sum;
}

/**
 * Gamma of all coders over the texts of the stories that all of them worked on and whose text is at hand, laid end to
 * end.
 */
function gammaOf(
  spans: SpansByStory,
  stories: CountedStories,
  lengths: PlacedSpans['lengths'],
  seed: number,
): NonNullable<SpanReport['gamma']> {
  const keys = stories.byAll.filter((key) => (lengths.get(key) ?? 0) > 0);
  if (keys.length === 0)
    return { stories: 0, result: notComputable(stories.byAll.length > 0 ? 'no-text' : 'no-units') };
  const categories = new Map<string, number>();
  const codeOf = (category: string) => {
    const code = categories.get(category) ?? categories.size;
    categories.set(category, code);
    return code;
  };
  const coders: Marked[][] = spans.map(() => []);
  const texts: number[] = [];
  let at = 0;
  for (const key of keys) {
    texts.push(at);
    spans.forEach((byStory, coder) => {
      for (const { start, end, category } of byStory.get(key) ?? [])
        coders[coder]?.push({ start: at + start, end: at + end, category: codeOf(category) });
    });
    at += lengths.get(key) ?? 0;
  }
  return { stories: keys.length, result: gamma({ length: at, texts, coders }, seed) };
}

function byCategory(spans: SpansByStory): Map<string, Map<StoryKey, PlacedSpan[]>[]> {
  const found = new Map<string, Map<StoryKey, PlacedSpan[]>[]>();
  spans.forEach((byStory, coder) => {
    for (const [key, list] of byStory)
      for (const span of list) {
        const tables = found.get(span.category) ?? spans.map(() => new Map<StoryKey, PlacedSpan[]>());
        found.set(span.category, tables);
        const table = tables[coder] as Map<StoryKey, PlacedSpan[]>;
        table.set(key, [...(table.get(key) ?? []), span]);
      }
  });
  return found;
}
