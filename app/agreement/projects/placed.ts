import { type Anchor, type AnchoredText, resolve } from '../../anchor.ts';
import { measured } from '../../interchange/units.ts';
import type { StoryKey } from '../../story.ts';
import type { Coder } from './coder.ts';
import type { CountedStories } from './counted-stories.ts';

/** What marks a span: a claim (one category), a tag, or a translation note of a kind. */
export interface PlacedSpan {
  start: number;
  end: number;
  /** The tag's id, the note's kind; empty of a claim. */
  category: string;
}

/** The spans of one kind, by coder, then by story. */
export type SpansByStory = readonly ReadonlyMap<StoryKey, PlacedSpan[]>[];

export interface PlacedSpans {
  claims: SpansByStory;
  tags: SpansByStory;
  notes: SpansByStory;
  /** Characters of each counted story: code points; null where its text is not at hand. */
  lengths: ReadonlyMap<StoryKey, number | null>;
  placeless: number;
  inherited: number;
}

/**
 * The spans of the counted stories, in code points of the text as it is at hand. Words that it does not have at a
 * certain place are left out and counted. Without the text spans stand where they were marked, in UTF-16 units.
 */
export function placedSpans(
  coders: readonly Coder[],
  stories: CountedStories,
  inherited: ReadonlySet<string>,
  textOf: (key: StoryKey) => AnchoredText | null,
): PlacedSpans {
  const empty = () => coders.map(() => new Map<StoryKey, PlacedSpan[]>());
  const [claims, tags, notes] = [empty(), empty(), empty()];
  const lengths = new Map<StoryKey, number | null>();
  let [placeless, left] = [0, 0];
  const marks = coders.map((coder, place) => marksOf(coder, place, stories));
  for (const key of stories.keys) {
    const text = textOf(key);
    const ruler = text && measured(text.text, 'code-point', key);
    lengths.set(key, text && lengthIn(text.text));
    marks.forEach((byStory, coder) => {
      for (const { id, kind, category, anchor } of byStory.get(key) ?? []) {
        if (inherited.has(id)) {
          left += 1;
          continue;
        }
        const found = text ? placeOf(anchor, text) : anchor;
        if (found === null) {
          placeless += 1;
          continue;
        }
        const [start, end] = ruler ? ruler.place(found) : [found.start, found.end];
        const table = { claims, tags, notes }[kind][coder] as Map<StoryKey, PlacedSpan[]>;
        const list = table.get(key) ?? [];
        if (list.length === 0) table.set(key, list);
        list.push({ start, end, category });
      }
    });
  }
  for (const table of [...claims, ...tags, ...notes])
    for (const list of table.values())
      list.sort((a, b) => a.start - b.start || a.end - b.end || (a.category < b.category ? -1 : 1));
  return { claims, tags, notes, lengths, placeless, inherited: left };
}

interface Mark {
  id: string;
  kind: 'claims' | 'tags' | 'notes';
  category: string;
  anchor: Anchor;
}

function marksOf({ data, marked }: Coder, coder: number, stories: CountedStories): Map<StoryKey, Mark[]> {
  const byStory = new Map<StoryKey, Mark[]>();
  const add = (key: StoryKey, anchors: readonly (Anchor | null)[], mark: Omit<Mark, 'anchor'>) => {
    if (!stories.workedOn(coder, key)) return;
    const list = byStory.get(key) ?? [];
    if (list.length === 0) byStory.set(key, list);
    for (const anchor of anchors) if (anchor) list.push({ ...mark, anchor });
  };
  for (const claim of data.claims)
    if (marked(claim)) add(claim.storyKey, claim.anchors, { id: claim.id, kind: 'claims', category: '' });
  for (const { id, storyKey, tagId, anchor } of data.taggings)
    add(storyKey, [anchor], { id, kind: 'tags', category: tagId });
  for (const { id, storyKey, kind, original, translation } of data.notes)
    add(storyKey, [original, translation], { id, kind: 'notes', category: kind });
  return byStory;
}

/** Where the words stand now; null where that is not certain. */
function placeOf(anchor: Anchor, text: AnchoredText): Anchor | null {
  const found = resolve(anchor, text);
  return found.kind === 'exact' || found.kind === 'moved' ? found.anchor : null;
}

function lengthIn(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}
