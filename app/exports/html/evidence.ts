import type { Evidence, StoryQuote } from '../../evidence.ts';
import { readableDate } from '../dates.ts';
import type { Report } from '../report.ts';
import { numberInReport } from '../story-numbers.ts';
import { html, isolated, type Markup } from './markup.ts';
import { link } from './words.ts';

/** One source in the list of a claim's evidence. */
export function evidence(report: Report, item: Evidence): Markup {
  const { translate, locale } = report;
  const { url, archiveUrl, capturedAt, file, reliability } = item;
  const title =
    item.title.trim() === '' ? url || archiveUrl || file?.name || translate('evidence.untitled') : item.title;
  const about = [
    item.publisher,
    item.publishedAt === '' ? '' : readableDate(item.publishedAt, locale),
  ].filter((words) => words !== '');
  const captured =
    capturedAt === ''
      ? null
      : html` <span class="quiet">${translate('evidence.captured')} ${isolated(readableDate(capturedAt, locale))}</span>`;
  return html`<li><span class="stance ${item.stance}">${translate(`stance.${item.stance}`)}</span> ${link(url, isolated(title))}${
    about.length === 0
      ? null
      : html` <span class="quiet">${about.map((words, index) => [index === 0 ? '' : ' · ', isolated(words)])}</span>`
  }${
    archiveUrl === ''
      ? captured
      : html` <span class="archive">${link(archiveUrl, translate('evidence.archive'))}</span>${captured}`
  }${item.quote === '' ? null : html`<blockquote dir="auto">${item.quote}</blockquote>`}${
    item.story ? storyOf(report, item.story) : null
  }${
    reliability.trim() === ''
      ? null
      : html`<p class="file quiet">${translate('evidence.reliability')}: ${isolated(reliability)}</p>`
  }${
    file === null
      ? null
      : html`<p class="file quiet">${translate('evidence.file')}: ${isolated(file.name)} <code>SHA-256 ${file.sha256}</code></p>`
  }</li>`;
}

function storyOf(report: Report, { storyKey }: StoryQuote): Markup {
  const number = numberInReport(report, storyKey);
  const words = report.translate('evidence.story');
  return number === null
    ? html`<p class="file quiet">${words}</p>`
    : html`<p class="file quiet"><a href="#story-${number}">${words} (${number})</a></p>`;
}
