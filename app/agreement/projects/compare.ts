import type { AnchoredText } from '../../anchor.ts';
import { BUILT_IN_SCALES } from '../../rating-scale.ts';
import type { StoryKey } from '../../story.ts';
import { answersOf, isOneScale } from './answers.ts';
import type { Coder } from './coder.ts';
import { countedStories, type StoryRule } from './counted-stories.ts';
import { inheritedIds } from './inherited.ts';
import { pairCoders } from './pairs.ts';
import { placedSpans } from './placed.ts';
import { questionReport } from './question.ts';
import type { AgreementReport, Answered } from './report.ts';
import { spanReports } from './spans.ts';
import { tagReports } from './tags.ts';

export interface ComparisonOptions {
  stories: StoryRule;
  /** Of what is drawn by chance: intervals, and the expected disorder of gamma. */
  seed: number;
  /** A person says that the ratings of their own scale stand in an order. Means nothing for a built-in scale. */
  ordered: boolean;
  /** A story as its dump has it now; null where the dump is not at hand or does not have it. */
  textOf(key: StoryKey): AnchoredText | null;
}

export interface CodersCompared {
  report: AgreementReport;
  /** What was answered to each question, thing by thing. */
  answered: Answered[];
}

/** Stories whose texts `compareCoders` asks for: those that at least two coders worked on. */
export function comparedStories(coders: readonly Coder[], rule: StoryRule): StoryKey[] {
  return countedStories(coders, rule).keys;
}

/** How far coders agree. The same coders and options give the same report. */
export function compareCoders(coders: readonly Coder[], options: ComparisonOptions): CodersCompared {
  const { seed, textOf } = options;
  const stories = countedStories(coders, options.stories);
  const pairs = pairCoders(coders);
  const inherited = inheritedIds(coders);
  const answers = answersOf(coders, pairs, stories);
  const placed = placedSpans(coders, stories, inherited, textOf);
  const ordered = options.ordered && mayBeOrdered(coders);
  const comparable = isOneScale(coders);
  return {
    report: {
      format: 'uratori-agreement',
      version: 1,
      coders: coders.map(({ name, data, marked }, coder) => ({
        name,
        stories: stories.keys.filter((key) => stories.workedOn(coder, key)).length,
        claims: data.claims.filter(marked).length,
        taggings: data.taggings.length,
        notes: data.notes.length,
      })),
      stories: {
        rule: options.stories,
        known: stories.known,
        counted: stories.keys.length,
        byAll: stories.byAll.length,
        withText: [...placed.lengths.values()].filter((length) => length !== null).length,
      },
      inheritedSpans: placed.inherited,
      placeless: placed.placeless,
      seed,
      questions: answers.map((each) =>
        questionReport(each, {
          coders: coders.length,
          seed,
          ordered: ordered && each.id === 'ratings',
          comparable: comparable || each.id !== 'ratings',
        }),
      ),
      tags: tagReports(coders, stories, inherited),
      spans: spanReports(coders, stories, placed, seed),
    },
    answered: answers.flatMap((each) => each.answered),
  };
}

/** The built-in scales are in no order: FactCheck Initiative Japan's ratings are kinds of wrong, not degrees. */
export function mayBeOrdered(coders: readonly Coder[]): boolean {
  return isOneScale(coders) && !BUILT_IN_SCALES.some(({ id }) => id === coders[0]?.data.scale.id);
}
