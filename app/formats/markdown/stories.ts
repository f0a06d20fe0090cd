import type { Entry } from '../format.ts';
import { quoteOf } from '../html/embedded-post.ts';
import { absoluteAddress } from '../reading/addresses.ts';
import { article } from '../reading/article.ts';
import { isSameHeadline } from '../reading/headline.ts';
import { readTimestamp } from '../reading/timestamps.ts';
import { type KnownOfStory, type StoryRecord, storyRecord } from '../story-record.ts';
import type { FrontMatter } from './front-matter.ts';
import type { Section } from './section.ts';

const PICTURE = /!\[[^\]\n]{0,500}\]\(\s{0,9}<?([^)\s>]{1,2000})/gu;

/** Makes the stories of sections: a section's own, then those of the posts that are embedded in it. */
export function sectionStories(
  entry: Entry,
  matter: FrontMatter,
): (section: Section) => Generator<StoryRecord> {
  const moment = readTimestamp(matter.date);
  const [author, ...others] = matter.authors;
  const known = {
    source: author === undefined ? null : { name: author, handle: null },
    publishedAt: moment?.iso ?? null,
    precision: moment?.precision ?? 'none',
    link: matter.link || entry.url,
    details: others.length === 0 ? [] : matter.authors.map((value) => ({ kind: 'author', value }) as const),
  };
  let isFirst = true;
  return function* (section) {
    const text = section.text();
    if (text !== '') {
      const headline = isFirst ? matter.title : '';
      isFirst = false;
      yield storyRecord({
        ...known,
        ...headed(section, text, headline),
        media: picturesIn(text, known.link ?? ''),
        relations: section.posts.map(({ post }) => quoteOf(post)),
        origin: originOf(entry, section.line),
      });
    }
    for (const { post, line } of section.posts) {
      yield storyRecord({ ...post.story, origin: originOf(entry, line) });
    }
  };
}

function headed(
  { heading }: Section,
  text: string,
  headline: string,
): Pick<KnownOfStory, 'text' | 'title' | 'segments'> {
  if (headline !== '' && !isSameHeadline(heading, headline)) return article(headline, text, null);
  return { text, title: heading || null, segments: [{ kind: 'article', start: 0, end: text.length }] };
}

function picturesIn(text: string, base: string): string[] {
  return [...text.matchAll(PICTURE)].flatMap(([, address = '']) =>
    address.startsWith('data:') ? [] : (absoluteAddress(address, base) ?? address),
  );
}

function originOf(entry: Entry, line: number) {
  return { entry: entry.name, unit: 'line', position: line } as const;
}
