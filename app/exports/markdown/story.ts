import { isEmpty } from '../../rich-text.ts';
import type { StoryNote } from '../../story-note.ts';
import { marksOf } from '../marks.ts';
import type { Report, ReportStory } from '../report.ts';
import { tagPath } from '../tag-path.ts';
import { annotations } from './annotations.ts';
import { escapeLine } from './escape.ts';
import { reviewLines } from './history.ts';
import { richText } from './rich-text.ts';
import { storyText } from './text.ts';
import { date, link, quotationOf, sourceName } from './words.ts';

/** One story: byline, text, annotations. */
export function storyPart(report: Report, entry: ReportStory & { number: number }): string {
  const { translate, project } = report;
  const { ref, story, number } = entry;
  const marks = marksOf(project, entry);
  const byline = [
    sourceName(ref.source, report),
    ...(ref.publishedAt === null ? [] : [date(ref.publishedAt, report)]),
  ];
  const facts = [`- ${translate('source')}: ${byline.join(' · ')}`];
  facts.push(
    marks.review
      ? reviewLines(report, marks.review)
      : `- ${translate('review')}: ${translate('review.unread')}`,
  );
  const tags = marks.taggings.filter((tagging) => tagging.anchor === null);
  if (tags.length > 0) {
    const names = tags.map(({ tagging: { tagId, memo } }) => {
      const name = escapeLine(tagPath(project, tagId).join(' › '));
      return memo.trim() === '' ? name : `${name} (${escapeLine(memo)})`;
    });
    facts.push(`- ${translate('story.tags')}: ${names.join(', ')}`);
  }
  const links = [...new Set(story?.links ?? [])].map((address) => link(address, address));
  if (links.length > 0) facts.push(`- ${translate('story.links')}: ${links.join(' , ')}`);
  const text = story
    ? storyText(report, story, marks)
    : `**${translate('story.noText')}**\n\n${quotationOf(ref.lead)}\n`;
  return `<a id="story-${number}"></a>

### ${number}. ${escapeLine(ref.lead)}

${facts.join('\n')}

${note(report, marks.storyNote)}${text}${annotations(report, marks)}---

`;
}

function note({ translate }: Report, value: StoryNote | null): string {
  if (!value || isEmpty(value.words)) return '';
  return `#### ${translate('story.note')}\n\n${richText(value.words, '')}\n`;
}
