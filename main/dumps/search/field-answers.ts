import type { FieldTerm } from '../../../app/search/query.ts';
import { holdsForFacts, isOfSource } from '../../../app/search/story-fields.ts';
import type { Source } from '../../../app/story.ts';
import { LANGUAGES } from '../../../app/text/language.ts';
import { BLOCK_STORIES, NO_DAY, NO_SOURCE, type StoryColumns } from '../story-columns.ts';
import type { StoryKind } from '../story-kind.ts';

/** The stories that something holds for, which only a project knows: all but the exceptions, or only these. */
export interface StoriesHolding {
  others: boolean;
  /** Ordinals, ascending. */
  exceptions: Uint32Array;
}

/** What is known about the fields of a query before it is asked of any story; by the place of the field in the query. */
export interface FieldAnswers {
  /** By number of the source, and for stories without one last. */
  sources: ReadonlyMap<number, Uint8Array>;
  stories: ReadonlyMap<number, StoriesHolding>;
}

/** @param stories what a project knows */
export function answersOf(
  fields: Iterable<FieldTerm>,
  sources: readonly Source[],
  stories: ReadonlyMap<number, StoriesHolding>,
): FieldAnswers {
  const bySource = new Map<number, Uint8Array>();
  for (const field of fields) {
    if (field.kind !== 'source') continue;
    const holds = new Uint8Array(sources.length + 1);
    for (const [number, source] of sources.entries()) if (isOfSource(field.value, source)) holds[number] = 1;
    bySource.set(field.at, holds);
  }
  return { sources: bySource, stories };
}

/** Answers fields by the index and by what was known before, without reading stories. */
export class IndexedFields {
  private readonly columns: StoryColumns;
  private readonly answers: FieldAnswers;
  /** A record may have a language that the index has no number for. */
  private readonly knowsLanguages: boolean;
  private readonly languages = new Map<number, boolean[]>();
  private readonly exceptions: ReadonlyMap<number, ReadonlySet<number>>;

  constructor(columns: StoryColumns, kind: StoryKind, answers: FieldAnswers) {
    this.columns = columns;
    this.answers = answers;
    this.knowsLanguages = kind.kind === 'text';
    this.exceptions = new Map([...answers.stories].map(([at, { exceptions }]) => [at, new Set(exceptions)]));
  }

  /** Whether `holds` has an answer for every story. */
  isAnswered(field: FieldTerm): boolean {
    switch (field.kind) {
      case 'source':
      case 'date':
        return true;
      case 'lang':
        return this.knowsLanguages;
      default:
        return isSourceOrDate(field) || this.answers.stories.has(field.at);
    }
  }

  /** Null where the story has to be asked. */
  holds(field: FieldTerm, ordinal: number): boolean | null {
    const known = this.answers.stories.get(field.at);
    if (known) return this.exceptions.get(field.at)?.has(ordinal) !== known.others;
    const block = this.columns.blockOf(ordinal);
    const row = ordinal & (BLOCK_STORIES - 1);
    switch (field.kind) {
      case 'source': {
        const holds = this.answers.sources.get(field.at);
        const source = block.source[row] as number;
        return holds !== undefined && holds[source === NO_SOURCE ? holds.length - 1 : source] === 1;
      }
      case 'lang': {
        const language = block.language[row] as number;
        return language === 0 && !this.knowsLanguages ? null : (this.languagesOf(field)[language] ?? false);
      }
      case 'date': {
        const day = block.day[row] as number;
        return holdsForFacts(field, { source: null, lang: '', day: day === NO_DAY ? null : day });
      }
      default:
        if (!isSourceOrDate(field)) return null;
        return field.value === 'source' ? block.source[row] !== NO_SOURCE : block.day[row] !== NO_DAY;
    }
  }

  private languagesOf(field: FieldTerm): boolean[] {
    const known =
      this.languages.get(field.at) ??
      LANGUAGES.map((lang) => holdsForFacts(field, { source: null, lang, day: null }) === true);
    this.languages.set(field.at, known);
    return known;
  }
}

function isSourceOrDate(field: FieldTerm): field is FieldTerm & { kind: 'has' } {
  return field.kind === 'has' && (field.value === 'source' || field.value === 'date');
}
