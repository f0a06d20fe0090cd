import { absoluteAddress } from '../reading/addresses.ts';
import { htmlBody } from '../reading/article.ts';
import { readTimestamp } from '../reading/timestamps.ts';
import { childrenNamed, markupOf, textOfChild, type XmlElement } from '../reading/xml-element.ts';
import { type StoryRecord, storyRecord } from '../story-record.ts';
import { gmtMoment } from './moments.ts';
import { wordPressHtml } from './post.ts';

/** What people wrote below a post: approved comments. Notices of links (pingbacks, trackbacks) are no one's words. */
export function* comments(item: XmlElement, post: StoryRecord): Generator<StoryRecord> {
  for (const comment of childrenNamed(item, 'wp:comment')) {
    const type = textOfChild(comment, 'wp:comment_type');
    if (textOfChild(comment, 'wp:comment_approved') !== '1' || (type !== '' && type !== 'comment')) continue;
    const story = storyOf(comment, post);
    if (story !== null) yield story;
  }
}

function storyOf(comment: XmlElement, post: StoryRecord): StoryRecord | null {
  const content = childrenNamed(comment, 'wp:comment_content')[0];
  const body = htmlBody(content === undefined ? '' : wordPressHtml(markupOf(content)), post.link ?? '');
  if (body.text === '') return null;
  const number = textOfChild(comment, 'wp:comment_id');
  const parent = textOfChild(comment, 'wp:comment_parent');
  const name = textOfChild(comment, 'wp:comment_author');
  const site = absoluteAddress(textOfChild(comment, 'wp:comment_author_url'), '');
  const moment =
    gmtMoment(textOfChild(comment, 'wp:comment_date_gmt')) ??
    readTimestamp(textOfChild(comment, 'wp:comment_date'));
  const answersComment = parent !== '' && parent !== '0';
  return storyRecord({
    id: number === '' ? null : `comment:${number}`,
    source: name === '' ? null : { name, handle: null },
    publishedAt: moment?.iso ?? null,
    precision: moment?.precision ?? 'none',
    link: post.link === null || number === '' ? null : `${post.link}#comment-${number}`,
    links: [...(body.links ?? []), ...(site === null ? [] : [site])],
    media: body.media ?? [],
    relations: [
      {
        kind: 'reply',
        id: answersComment ? `comment:${parent}` : post.id,
        link: answersComment && post.link !== null ? `${post.link}#comment-${parent}` : post.link,
        source: answersComment ? null : post.source,
      },
    ],
    origin: post.origin,
    text: body.text,
  });
}
