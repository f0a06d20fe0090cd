import type { Problem } from '../../problem.ts';
import type { Detail, Origin } from '../../story.ts';
import type { Entry } from '../format.ts';
import { absoluteAddress } from '../reading/addresses.ts';
import { article, htmlBody, htmlTitle } from '../reading/article.ts';
import { type StoryRecord, storyRecord } from '../story-record.ts';
import { comments } from './comments.ts';
import { movableTypeDate } from './date.ts';
import { type MovableTypeEntry, movableTypeEntries } from './entries.ts';
import { bodyHtml } from './text-format.ts';

/** The entries of an export, each with its comments behind it. Notices of links (PING) are no one's words. */
export async function* movableTypeStories(entry: Entry): AsyncGenerator<StoryRecord | Problem> {
  for await (const found of movableTypeEntries(entry.text(), entry.name)) {
    if ('code' in found) {
      yield found;
      continue;
    }
    const story = storyOf(found, { entry: entry.name, unit: 'line', position: found.line });
    yield story;
    if (!('code' in story)) yield* comments(found, story);
  }
}

function storyOf(entry: MovableTypeEntry, origin: Origin): StoryRecord | Problem {
  const field = (key: string) =>
    entry.fields.find(([name, value]) => name === key && value !== '')?.[1] ?? '';
  const link = absoluteAddress(field('UNIQUE URL'), '');
  const bodies = bodiesOf(entry, field('CONVERT BREAKS')).map((html) => htmlBody(html, link ?? ''));
  const body = bodies.map(({ text }) => text).filter((text) => text !== '');
  const said = article(htmlTitle(field('TITLE')) || field('TITLE'), body.join('\n\n'), link);
  if (said.text === '') {
    const { entry: name, unit, position } = origin;
    return { code: 'record-bad-shape', params: { entry: name, unit, position, detail: 'TITLE, BODY' } };
  }
  const moment = movableTypeDate(field('DATE'));
  const image = absoluteAddress(field('IMAGE'), link ?? '');
  return storyRecord({
    // Where entries have no name, their date tells them apart, so that comments can name what they answer.
    id: field('BASENAME') || (moment === null ? null : `entry:${moment.iso}`),
    source: field('AUTHOR') === '' ? null : { name: field('AUTHOR'), handle: null },
    publishedAt: moment?.iso ?? null,
    precision: moment?.precision ?? 'none',
    link,
    links: bodies.flatMap(({ links }) => links ?? []),
    media: [...(image === null ? [] : [image]), ...bodies.flatMap(({ media }) => media ?? [])],
    hashtags: tagsOf(entry),
    details: detailsOf(entry, field('STATUS')),
    origin,
    ...said,
  });
}

/** HTML of body and continuation; of the excerpt where these are empty. */
function bodiesOf(entry: MovableTypeEntry, format: string): string[] {
  const html = (section: string) =>
    entry.sections
      .filter(({ name, text }) => name === section && text.trim() !== '')
      .map(({ text }) => bodyHtml(text, format));
  const bodies = [...html('BODY'), ...html('EXTENDED BODY')];
  return bodies.length > 0 ? bodies : html('EXCERPT');
}

function detailsOf(entry: MovableTypeEntry, status: string): Detail[] {
  const details: Detail[] = [];
  if (status !== '' && status.toLowerCase() !== 'publish') details.push({ kind: 'status', value: status });
  const categories = entry.fields.filter(([key]) => key === 'PRIMARY CATEGORY' || key === 'CATEGORY');
  for (const value of new Set(categories.map(([, category]) => category))) {
    if (value !== '') details.push({ kind: 'category', value });
  }
  return details;
}

/** Tags, in quotes where they hold a blank or comma; FC2 keeps those of its users as keywords. */
function tagsOf(entry: MovableTypeEntry): string[] {
  const lists = [
    ...entry.fields.filter(([key]) => key === 'TAGS').map(([, value]) => value),
    ...entry.sections.filter(({ name }) => name === 'TAGS' || name === 'KEYWORDS').map(({ text }) => text),
  ];
  const tags = lists.flatMap((list) => list.match(/"[^"\n]+"|[^",\n]+/gu) ?? []);
  return [...new Set(tags.map((tag) => tag.replaceAll('"', '').trim()))].filter((tag) => tag !== '');
}
