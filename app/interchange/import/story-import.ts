import type { Anchor, AnchoredText } from '../../anchor.ts';
import type { Command } from '../../commands.ts';
import type { Project } from '../../project.ts';
import type { StoryKey } from '../../story.ts';
import type { SetStory, Span } from '../annotation-set.ts';
import type { AnnotationIds } from './annotation-ids.ts';
import type { ratingsMapper } from './map-ratings.ts';
import type { tagsMapper } from './map-tags.ts';
import { placerOf } from './place-spans.ts';
import type {
  EntryKind,
  EntryReason,
  FieldDifference,
  FoundStory,
  ImportEntry,
  ImportOptions,
  PlannedEntry,
} from './plan.ts';
import type { quoteFinder } from './quoted-stories.ts';

type Found = Extract<FoundStory, { kind: 'found' }>;

/** What the annotations of all stories of an import have in common. */
export interface Shared {
  project: Project;
  options: ImportOptions;
  ratings: ReturnType<typeof ratingsMapper>;
  tags: ReturnType<typeof tagsMapper>;
  holder: AnnotationIds;
  quoteOf: ReturnType<typeof quoteFinder>;
}

/** The spans of one annotation in the story as it is now. */
export interface Places {
  /** By the order of the spans; null: lost. */
  anchors: (Anchor | null)[];
  moved: boolean;
  lost: string[];
  reason: EntryReason | null;
}

/** One story of the file, and where it stands in the project: what the planning of each of its annotations goes by. */
export class StoryImport {
  readonly shared: Shared;
  /** The story as it is now; null: it is not at hand. */
  readonly found: Found | null;
  readonly #story: SetStory;
  readonly #place: FoundStory;
  readonly #placer: ReturnType<typeof placerOf> | null;
  readonly #lead: string;

  constructor(story: SetStory, place: FoundStory, shared: Shared) {
    this.shared = shared;
    this.found = place.kind === 'found' ? place : null;
    this.#story = story;
    this.#place = place;
    this.#placer = this.found && placerOf(story.text, this.found.story);
    this.#lead = this.found?.ref.lead || firstWords(story) || story.link || story.key;
  }

  /** The story that an annotation of the project has to belong to: that of the file, where it is not at hand. */
  get key(): StoryKey {
    return this.found?.key ?? this.#story.key;
  }

  get text(): AnchoredText | null {
    return this.found?.story ?? null;
  }

  /** Where the spans of an annotation stand by now. */
  placesOf(spans: readonly Span[]): Places {
    const placer = this.#placer;
    if (!placer) return { anchors: spans.map(() => null), moved: false, lost: [], reason: null };
    const placed = spans.map(placer);
    const lost = placed.flatMap((each) => ('quote' in each ? [each.quote] : []));
    const moved = placed.some(({ kind }) => kind === 'moved');
    const isAmbiguous = placed.some(({ kind }) => kind === 'ambiguous');
    const reason: EntryReason | null =
      lost.length === 0
        ? null
        : lost.length < spans.length
          ? 'some-quotes-not-found'
          : isAmbiguous
            ? 'quote-ambiguous'
            : 'quote-not-found';
    const anchors = placed.map((each) => ('anchor' in each ? each.anchor : null));
    // What lost a part is looked at as what has moved.
    return { anchors, moved: moved || (lost.length > 0 && lost.length < spans.length), lost, reason };
  }

  /** An annotation that the project has: as it is in the file, or not. `edits` would make it so. */
  known(
    id: string,
    base: Pick<ImportEntry, 'what' | 'words' | 'quote'>,
    differences: FieldDifference[],
    edits: readonly Command[],
  ): PlannedEntry {
    if (differences.length === 0) return this.entry('matched', { ...base, id });
    return this.entry('differs', { ...base, id, differences, edits });
  }

  /** Refused, since nobody knows its story here. */
  refusedStory(base: Pick<ImportEntry, 'what' | 'words' | 'quote'>, id: string): PlannedEntry {
    const reason = this.#place.kind === 'ambiguous' ? 'story-ambiguous' : 'story-not-found';
    return this.entry('refused', { ...base, id, reason });
  }

  entry(
    kind: EntryKind,
    given: Pick<ImportEntry, 'what' | 'words' | 'quote' | 'id'> & Partial<PlannedEntry>,
  ): PlannedEntry {
    const { around = null } = given;
    return {
      ...{ kind, storyKey: this.found?.key ?? null, lead: this.#lead, reason: null, lost: [] },
      ...{ differences: [], commands: [], edits: [] },
      ...given,
      around: around && { prefix: around.prefix, quote: around.quote, suffix: around.suffix },
    };
  }
}

function firstWords({ text }: SetStory): string {
  return (
    (text ?? '')
      .trimStart()
      .split(/[\r\n]/u, 1)[0]
      ?.slice(0, 200) ?? ''
  );
}
