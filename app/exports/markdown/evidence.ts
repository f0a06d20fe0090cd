import type { Evidence } from '../../evidence.ts';
import type { Report } from '../report.ts';
import { numberInReport } from '../story-numbers.ts';
import { escapeLine } from './escape.ts';
import { date, link, quotationOf } from './words.ts';

/** One source in the list of a claim's evidence. */
export function evidence(report: Report, item: Evidence): string {
  const { translate } = report;
  const { url, archiveUrl, capturedAt, file, reliability, quote, story } = item;
  const title =
    item.title.trim() === '' ? url || archiveUrl || file?.name || translate('evidence.untitled') : item.title;
  const number = story && numberInReport(report, story.storyKey);
  const parts = [
    `${translate(`stance.${item.stance}`)}: ${link(url, title)}`,
    ...(item.publisher === '' ? [] : [escapeLine(item.publisher)]),
    ...(item.publishedAt === '' ? [] : [date(item.publishedAt, report)]),
    ...(archiveUrl === '' ? [] : [link(archiveUrl, translate('evidence.archive'))]),
    ...(capturedAt === '' ? [] : [`${translate('evidence.captured')} ${date(capturedAt, report)}`]),
    ...(story
      ? [
          number === null
            ? translate('evidence.story')
            : `[${translate('evidence.story')} (${number})](#story-${number})`,
        ]
      : []),
    ...(reliability.trim() === ''
      ? []
      : [`${translate('evidence.reliability')}: ${escapeLine(reliability)}`]),
    ...(file === null
      ? []
      : [`${translate('evidence.file')}: ${escapeLine(file.name)} (SHA-256 \`${file.sha256}\`)`]),
  ];
  return `  - ${parts.join(' · ')}\n${quote === '' ? '' : `\n${quotationOf(quote, '    ')}\n`}`;
}
