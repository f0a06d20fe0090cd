import type { Problem } from '../../problem.ts';
import type { Detail, Origin } from '../../story.ts';
import { absoluteAddress } from '../reading/addresses.ts';
import { article, htmlBody, htmlTitle } from '../reading/article.ts';
import { withBreaks } from '../reading/html-breaks.ts';
import {
  attributeOf,
  childrenNamed,
  markupOf,
  textOf,
  textOfChild,
  type XmlElement,
} from '../reading/xml-element.ts';
import { type StoryRecord, storyRecord } from '../story-record.ts';
import { gmtMoment, localMoment } from './moments.ts';

/** What an export says of its blog. */
export interface Blog {
  outlet: string;
  address: string;
  /** Names that readers see, by login. */
  authors: Map<string, string>;
}

/** WXR 1.0 calls the domain of tags by another name than later versions. */
const TAG = /^(?:post_)?tag$/u;
/** What was never published has no date of publication, even if WordPress keeps one. */
const UNPUBLISHED = /^(?:draft|pending|auto-draft|trash)$/u;

/** The story of a post or page. Shortcodes stay as they are written: only their plugins know what they stand for. */
export function post(item: XmlElement, blog: Blog, origin: Origin): StoryRecord | Problem {
  const link = absoluteAddress(textOfChild(item, 'link'), blog.address);
  const body = bodyOf(item, link ?? blog.address);
  const said = article(titleOf(item), body.text, link);
  if (said.text === '') {
    const { entry, unit, position } = origin;
    return { code: 'record-bad-shape', params: { entry, unit, position, detail: 'title, content:encoded' } };
  }
  const status = textOfChild(item, 'wp:status');
  const published = gmtMoment(textOfChild(item, 'wp:post_date_gmt'));
  const moment =
    published ??
    (UNPUBLISHED.test(status) ? null : localMoment(textOfChild(item, 'pubDate', 'wp:post_date')));
  const number = textOfChild(item, 'wp:post_id');
  return storyRecord({
    id: number === '' ? textOfChild(item, 'guid') || null : `post:${number}`,
    source: blog.outlet === '' ? null : { name: blog.outlet, handle: null },
    publishedAt: moment?.iso ?? null,
    precision: moment?.precision ?? 'none',
    link,
    links: body.links ?? [],
    media: body.media ?? [],
    hashtags: termsOf(item, (domain) => TAG.test(domain)),
    details: detailsOf(item, blog, status, published?.iso),
    origin,
    ...said,
  });
}

/** HTML as WordPress shows it. Posts of the block editor have their paragraphs marked up; in others, line breaks count. */
export function wordPressHtml(html: string): string {
  return html.includes('<!-- wp:') ? html : withBreaks(html);
}

function bodyOf(item: XmlElement, address: string): ReturnType<typeof htmlBody> {
  const bodies = ['content:encoded', 'excerpt:encoded'].flatMap((name) =>
    childrenNamed(item, name).map((child) => htmlBody(wordPressHtml(markupOf(child)), address)),
  );
  return bodies.find(({ text }) => text !== '') ?? bodies[0] ?? { text: '' };
}

function titleOf(item: XmlElement): string {
  const title = childrenNamed(item, 'title')[0];
  return title === undefined ? '' : htmlTitle(markupOf(title)) || textOf(title);
}

function detailsOf(item: XmlElement, blog: Blog, status: string, published: string | undefined): Detail[] {
  const details: Detail[] = [];
  const login = textOfChild(item, 'dc:creator');
  if (login !== '') details.push({ kind: 'author', value: blog.authors.get(login) ?? login });
  if (status !== '' && status !== 'publish') details.push({ kind: 'status', value: status });
  if (textOfChild(item, 'wp:post_password') !== '') details.push({ kind: 'visibility', value: 'password' });
  const edited = gmtMoment(textOfChild(item, 'wp:post_modified_gmt'))?.iso;
  if (edited !== undefined && edited !== published) details.push({ kind: 'edited', value: edited });
  const categories = termsOf(item, (domain) => !TAG.test(domain) && domain !== 'post_format');
  for (const value of categories) details.push({ kind: 'category', value });
  return details;
}

/** Categories and tags of a post are written alike, told apart by their domain. */
function termsOf(item: XmlElement, ofDomain: (domain: string) => boolean): string[] {
  const terms = childrenNamed(item, 'category').filter((child) => ofDomain(attributeOf(child, 'domain')));
  return [...new Set(terms.map(textOf))].filter((term) => term !== '');
}
