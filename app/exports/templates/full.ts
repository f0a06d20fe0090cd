import type { Block } from '../model/block.ts';
import { Draft } from '../model/draft.ts';
import { contents, partEntry, storyEntries } from '../parts/contents.ts';
import { masthead, provenance } from '../parts/front.ts';
import { partHeading } from '../parts/headings.ts';
import { legend } from '../parts/legend.ts';
import { references } from '../parts/references.ts';
import { scale } from '../parts/scale.ts';
import { wholeStory } from '../parts/story.ts';
import { claimFigures, fidelityFigure, noteTable, reviewTable } from '../parts/summary.ts';
import { codebook } from '../parts/tags.ts';
import type { Report } from '../report.ts';

/** Everything: where it comes from, what it comes to, how it was judged, and every story with its marks. */
export async function* full(report: Report): AsyncGenerator<Block> {
  const draft = new Draft(report);
  yield masthead(draft, ['stories', 'claims', 'evidence', 'notes', 'tags']);
  yield contents(draft, function* () {
    yield partEntry(draft, 'provenance', 'provenance');
    yield partEntry(draft, 'summary', 'summary');
    yield partEntry(draft, 'scale', 'scale');
    if (report.project.tags.size > 0) yield partEntry(draft, 'codebook', 'codebook');
    yield partEntry(draft, 'legend', 'legend');
    yield partEntry(draft, 'stories', 'stories');
    yield* storyEntries(draft);
    if (draft.summary.evidence > 0) yield partEntry(draft, 'references', 'references');
  });
  yield* provenance(draft);
  yield partHeading(draft, 'summary', 'summary', 'summary');
  yield* claimFigures(draft);
  yield* fidelityFigure(draft);
  yield reviewTable(draft);
  yield* noteTable(draft);
  yield* scale(draft);
  yield* codebook(draft);
  yield* legend(draft);
  yield partHeading(draft, 'stories', 'stories', 'stories');
  for await (const story of draft.stories()) yield* wholeStory(draft, story);
  yield* references(draft);
}
