import type { Review } from '../../review.ts';
import { isEmpty } from '../../rich-text.ts';
import type { StoryNote } from '../../story-note.ts';
import { marksOf } from '../marks.ts';
import type { Report, ReportStory } from '../report.ts';
import { annotations, storyTags } from './annotations.ts';
import { reviewLines } from './history.ts';
import { html, type Markup } from './markup.ts';
import { richText } from './rich-text.ts';
import { storyText } from './text.ts';
import { addressLink, langAttribute, sourceName, time } from './words.ts';

/** One story: byline, text, annotations. */
export function storyArticle(report: Report, entry: ReportStory & { number: number }): Markup {
  const { translate } = report;
  const { ref, story, number } = entry;
  const marks = marksOf(report.project, entry);
  const date = ref.publishedAt === null ? null : html` · ${time(ref.publishedAt, report)}`;
  return html`<article class="story" id="story-${number}" aria-labelledby="story-${number}-lead">
<h3 id="story-${number}-lead"><span class="number">${number}</span> <bdi${langAttribute(ref.lang)}>${ref.lead}</bdi></h3>
<p class="byline">${sourceName(ref.source, report)}${date}</p>
${review(report, marks.review)}${storyTags(report, marks)}${storyNote(report, marks.storyNote)}
${
  story
    ? html`<h4 class="unseen">${translate('story.text')}</h4>${storyText(report, number, story, marks)}${links(report, story.links)}`
    : html`<p class="missing">${translate('story.noText')}</p><blockquote class="quote" dir="auto"${langAttribute(ref.lang)}>${ref.lead}</blockquote>`
}
${annotations(report, number, marks)}<p class="back"><a href="#contents">${translate('story.backToContents')}</a></p>
</article>
`;
}

function review(report: Report, value: Review | null): Markup {
  const { translate } = report;
  if (!value) return html`<p class="review unread">${translate('review')}: ${translate('review.unread')}</p>`;
  return reviewLines(report, value);
}

function storyNote({ translate }: Report, note: StoryNote | null): Markup | null {
  if (!note || isEmpty(note.words)) return null;
  return html`<section class="story-note"><h4>${translate('story.note')}</h4>${richText(note.words)}</section>`;
}

function links({ translate }: Report, addresses: readonly string[]): Markup | null {
  if (addresses.length === 0) return null;
  return html`<p class="links"><span class="label">${translate('story.links')}</span> ${[...new Set(addresses)].map((address) => html`${addressLink(address)} `)}</p>`;
}
