import type { StoryKey } from '../../story.ts';
import { inTurn, type Report, type ReportStory } from '../report.ts';
import { type Summary, summarise } from '../summary.ts';
import { References } from './references.ts';
import { type Voice, voiceOf } from './voice.ts';

/** A report while it is laid out: what its parts ask for, and the numbers that go through the whole of it. */
export class Draft {
  readonly report: Report;
  readonly voice: Voice;
  readonly references = new References();
  /** Counts over all stories of the report, whatever the template shows of them. */
  readonly summary: Summary;
  readonly #numbers: ReadonlyMap<StoryKey, number>;
  readonly #hasSections: boolean;
  #footnotes = 0;

  /**
   * @param covers which of the report's stories the template speaks of; they are numbered in their order
   * @param hasSections whether each of these has a section of its own, which others may link to
   */
  constructor(report: Report, covers: (key: StoryKey) => boolean = () => true, hasSections = true) {
    this.#hasSections = hasSections;
    this.report = report;
    this.voice = voiceOf(report);
    this.summary = summarise(report.project, report.keys);
    this.#numbers = new Map(report.keys.filter(covers).map((key, index) => [key, index + 1]));
  }

  /** In their order. */
  covered(): Iterable<readonly [StoryKey, number]> {
    return this.#numbers;
  }

  get coveredCount(): number {
    return this.#numbers.size;
  }

  /** The number of a story that has a section; null for others. */
  sectionOf(key: StoryKey): number | null {
    return this.#hasSections ? (this.#numbers.get(key) ?? null) : null;
  }

  /** The stories that it speaks of, read one after the other. */
  async *stories(): AsyncGenerator<ReportStory & { number: number }> {
    for await (const story of inTurn(this.report)) {
      const number = this.#numbers.get(story.key);
      if (number !== undefined) yield { ...story, number };
    }
  }

  nextFootnote(): number {
    this.#footnotes += 1;
    return this.#footnotes;
  }
}

export const storyId = (story: number) => `story-${story}`;
export const footnoteId = (footnote: number) => `evidence-${footnote}`;
export const footnoteMarkId = (footnote: number) => `evidence-${footnote}-mark`;
export const referenceId = (reference: number) => `reference-${reference}`;
