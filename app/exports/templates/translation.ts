import { GlossaryMatcher } from '../../glossary/matcher.ts';
import { annotationsOf, type Project } from '../../project.ts';
import type { StoryKey } from '../../story.ts';
import { marksOf } from '../marks.ts';
import type { Block } from '../model/block.ts';
import { Draft } from '../model/draft.ts';
import { paragraph, said } from '../model/pieces.ts';
import { contents, partEntry, storyEntries } from '../parts/contents.ts';
import { masthead, provenance } from '../parts/front.ts';
import { glossaryUsed } from '../parts/glossary.ts';
import { partHeading } from '../parts/headings.ts';
import { reviewLines } from '../parts/history.ts';
import { backToContents, storyHead, wordsOfStory } from '../parts/story.ts';
import { countTerms, storyPairs } from '../parts/story-pairs.ts';
import { fidelityFigure, noteTable } from '../parts/summary.ts';
import { storyJudgements, storyNotes } from '../parts/translation.ts';
import type { Report } from '../report.ts';

/** How faithful the translations are: pairs side by side, judgements, notes, and the glossary that was used. */
export async function* translation(report: Report): AsyncGenerator<Block> {
  const { project } = report;
  const draft = new Draft(report, hasTranslationReview(project));
  const { say } = draft.voice;
  const matcher = new GlossaryMatcher(project.glossary.values());
  const uses = new Map<string, number>();
  const hasSummary = draft.summary.judgements + draft.summary.notes > 0;
  yield masthead(draft, ['stories', 'judgements', 'notes']);
  yield contents(draft, function* () {
    if (hasSummary) yield partEntry(draft, 'summary', 'summary');
    if (draft.coveredCount > 0) yield partEntry(draft, 'stories', 'stories');
    yield* storyEntries(draft);
    yield partEntry(draft, 'provenance', 'provenance');
  });
  if (hasSummary) {
    yield partHeading(draft, 'summary', 'summary', 'summary');
    yield paragraph('quiet', said(say('fidelity.what')));
    yield* fidelityFigure(draft);
    yield* noteTable(draft);
  }
  if (draft.coveredCount > 0) yield partHeading(draft, 'stories', 'stories', 'stories');
  for await (const entry of draft.stories()) {
    const marks = marksOf(project, entry);
    countTerms(matcher, entry, uses);
    yield* storyHead(draft, entry);
    yield* reviewLines(draft, marks.review);
    const pairs = storyPairs(draft, entry, marks);
    if (pairs) yield* pairs.blocks;
    else yield* wordsOfStory(draft, entry, { ...marks, claims: [], taggings: [] });
    yield* storyNotes(draft, entry.number, marks, pairs && ((id) => pairs.notes.has(id)));
    yield* storyJudgements(draft, entry.number, pairs ?? marks);
    yield backToContents(draft);
  }
  yield* glossaryUsed(draft, uses);
  yield* provenance(draft);
}

/** Whether somebody said something about a story's translation. */
function hasTranslationReview(project: Project): (key: StoryKey) => boolean {
  return (key) => {
    const { notes, judgements } = annotationsOf(project, key);
    return notes.length + judgements.length > 0 || project.alignments.has(key);
  };
}
