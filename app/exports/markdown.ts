import { annotationsOf } from '../project.ts';
import { findRating } from '../rating-scale.ts';
import { VERDICT_SIGNS } from './labels.ts';
import { escapeLabel } from './markdown/escape.ts';
import { front } from './markdown/front.ts';
import { storyPart } from './markdown/story.ts';
import { sourceName } from './markdown/words.ts';
import { inTurn, type Report } from './report.ts';
import { summarise, verdictOf } from './summary.ts';

/**
 * The report as Markdown (GitHub's flavour, https://github.github.com/gfm/), made to be read without a viewer too.
 * Text of dumps and people is escaped; the only tags are line breaks, targets of links and emphasis of ours.
 * @throws UratoriError `export-quote-mismatch`
 */
export async function* markdownReport(report: Report): AsyncGenerator<string> {
  const { translate } = report;
  yield front(report, summarise(report.project, report.keys));
  yield `## ${translate('contents')}\n\n`;
  yield* contents(report);
  yield `\n## ${translate('stories')}\n\n`;
  for await (const story of inTurn(report)) yield storyPart(report, story);
}

function* contents(report: Report): Generator<string> {
  const { project } = report;
  for (const [index, key] of report.keys.entries()) {
    const ref = project.stories.get(key);
    if (!ref) continue;
    const signs = annotationsOf(project, key).claims.map((id) => {
      const rating = findRating(project.scale, project.claims.get(id)?.ratingId ?? null);
      return VERDICT_SIGNS[verdictOf(rating)];
    });
    yield `${index + 1}. [${escapeLabel(ref.lead)}](#story-${index + 1}) ${sourceName(ref.source, report)} ${signs.join(' ')}`.trimEnd();
    yield '\n';
  }
}
