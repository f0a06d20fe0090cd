import { type Anchor, type AnchoredText, describe, resolve } from '../anchor.ts';
import { citedIn } from '../citations.ts';
import { isFilled } from '../evidence.ts';
import { marksOf, type PlacedAnchor } from '../exports/marks.ts';
import { isPlaced } from '../exports/place.ts';
import { inTurn, type Report, type ReportStory } from '../exports/report.ts';
import { plainText } from '../rich-text.ts';
import type { StoryKey } from '../story.ts';
import type { AnnotationSet, SetEvidence, SetStory, Span } from './annotation-set.ts';
import { blanksAfter, blanksBefore } from './blanks.ts';

/** What no format can say a place of: the words, and what became of them. */
export interface Placeless {
  kind: 'claim' | 'tag' | 'note' | 'evidence';
  id: string;
  quote: string;
}

export interface Gathered {
  set: AnnotationSet;
  /** Anchors without a certain place in the text. Claims and tags stay in the set without them, notes without any do not. */
  placeless: Placeless[];
}

/** What XML cannot hold, and no text needs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: those that XML 1.0 forbids are what this takes out
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu;

/**
 * The annotations of a report as a set. Halves of surrogate pairs, which no file in UTF-8 can hold, and control
 * characters other than tabs and line breaks become U+FFFD everywhere; places stay the same.
 * @param cited stories that evidence of the report quotes and that are not in it: they come with their texts alone
 */
export async function gather(
  report: Report,
  cited: AsyncIterable<ReportStory> | readonly ReportStory[] = [],
): Promise<Gathered> {
  const { project } = report;
  const placeless: Placeless[] = [];
  const stories: SetStory[] = [];
  const quotes: Quote[] = [];
  for await (const story of inTurn(report)) stories.push(storyOf(report, story, placeless, quotes));
  for await (const story of cited) stories.push(storyOf(report, story, placeless, quotes));
  placeQuotes(stories, quotes, placeless);
  return writable({
    set: {
      stories,
      tags: [...project.tags.values()]
        .sort((a, b) => (a.id < b.id ? -1 : 1))
        .map(({ id, name, parentId, colour, description }) => ({ id, name, parentId, colour, description })),
      ratings: project.scale.ratings.map(({ id, label, meaning, outcome }) => ({
        id,
        label,
        meaning,
        outcome,
      })),
    },
    placeless,
  });
}

/** The stories that evidence of a report quotes and that are not in it, in the order of their keys. */
export function citedBeside({ project, keys }: Report): StoryKey[] {
  const within = new Set(keys);
  const claims = [...project.claims.values()].filter(({ storyKey }) => within.has(storyKey));
  return [...citedIn(claims).keys()].filter((key) => !within.has(key)).sort();
}

/** Evidence that quotes a story of the dump: where, as the project has it. */
interface Quote {
  entry: SetEvidence;
  anchor: Anchor;
}

/** Finds what evidence quotes, in the stories that are here with their texts. */
function placeQuotes(stories: readonly SetStory[], quotes: readonly Quote[], placeless: Placeless[]): void {
  const texts = new Map(stories.map(({ key, text }) => [key, text]));
  for (const { entry, anchor } of quotes) {
    const text = texts.get(entry.story?.key ?? '');
    // A story that is no part of the export has no place in it.
    if (text === undefined || !entry.story) continue;
    const there = { text: text ?? '', segments: [] };
    const found = resolve(anchor, there);
    if (found.kind === 'exact' || found.kind === 'moved') entry.story.span = spanIn(there, found.anchor);
    if (!entry.story.span) placeless.push({ kind: 'evidence', id: entry.id, quote: anchor.quote });
  }
}

function storyOf(
  { project }: Report,
  { key, ref, story }: ReportStory,
  placeless: Placeless[],
  quotes: Quote[],
): SetStory {
  const marks = marksOf(project, { key, ref, story });
  const spanOf = (placed: PlacedAnchor, kind: Placeless['kind'], id: string): Span | null => {
    const span = isPlaced(placed.place) && story ? spanIn(story, placed.place) : null;
    if (!span) placeless.push({ kind, id, quote: placed.anchor.quote });
    return span;
  };
  const made = ({ createdBy, createdAt }: { createdBy: string; createdAt: string }) => ({
    by: createdBy,
    at: createdAt,
  });
  return {
    key,
    text: story?.text ?? null,
    lang: ref.lang,
    source: ref.source,
    publishedAt: ref.publishedAt,
    link: story?.link ?? null,
    claims: marks.claims.map(({ claim, anchors }) => ({
      id: claim.id,
      spans: anchors.flatMap((anchor) => spanOf(anchor, 'claim', claim.id) ?? []),
      wording: claim.wording,
      claimant: claim.claimant,
      ratingId: claim.ratingId,
      rationale: plainText(claim.rationale),
      carriedFrom: claim.carriedFrom,
      evidence: claim.evidence.filter(isFilled).map((entry) => {
        const { id, stance, title, url, archiveUrl, capturedAt, publisher, publishedAt, reliability, file } =
          entry;
        // Words of another story of the dump are a quote to anybody who does not have the dump.
        const quote = entry.quote || (entry.story?.anchor.quote ?? '');
        const made: SetEvidence = {
          id,
          stance,
          title,
          url,
          archiveUrl,
          capturedAt,
          publisher,
          publishedAt,
          quote,
          reliability,
          file,
          story: entry.story && { key: entry.story.storyKey, span: null },
        };
        if (entry.story) quotes.push({ entry: made, anchor: entry.story.anchor });
        return made;
      }),
      ...made(claim),
    })),
    // A tag whose words are lost is not one on the whole story.
    taggings: marks.taggings.flatMap(({ tagging, anchor }) => {
      const span = anchor && spanOf(anchor, 'tag', tagging.id);
      if (anchor && !span) return [];
      return [{ id: tagging.id, tagId: tagging.tagId, span, memo: tagging.memo, ...made(tagging) }];
    }),
    notes: marks.notes.flatMap(({ note, original, translation }) => {
      const sides = {
        original: original && spanOf(original, 'note', note.id),
        translation: translation && spanOf(translation, 'note', note.id),
      };
      if (!sides.original && !sides.translation) return [];
      const { id, kind, comment, suggestion } = note;
      return [{ id, kind, ...sides, comment: plainText(comment), suggestion, ...made(note) }];
    }),
  };
}

/** A place without blanks around it, widened so that it cuts no grapheme cluster. */
export function spanIn(story: AnchoredText, { start, end }: Pick<Anchor, 'start' | 'end'>): Span | null {
  const words = story.text.slice(start, end);
  const from = start + blanksBefore(words);
  const to = end - blanksAfter(words);
  const found = from < to ? describe(story, from, to) : null;
  return found && { start: found.start, end: found.end, quote: found.quote };
}

/** As files can hold it; each text is as long as before. */
export function writable<T>(value: T): T {
  if (typeof value === 'string') return value.toWellFormed().replace(UNWRITABLE, '\ufffd') as T;
  if (Array.isArray(value)) return value.map(writable) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, writable(inner)])) as T;
}
