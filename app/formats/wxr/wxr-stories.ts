import type { Problem } from '../../problem.ts';
import type { Origin } from '../../story.ts';
import type { Entry } from '../format.ts';
import { textOf, textOfChild, type XmlElement } from '../reading/xml-element.ts';
import { declaredEncoding } from '../reading/xml-encoding.ts';
import { xmlItems } from '../reading/xml-items.ts';
import type { StoryRecord } from '../story-record.ts';
import { comments } from './comments.ts';
import { type Blog, post } from './post.ts';

/** What WordPress keeps as posts without them being any: files, menus, earlier versions, parts of the design. */
const NO_POST =
  /^(?:attachment|nav_menu_item|revision|custom_css|customize_changeset|oembed_cache|user_request|wp_.*|acf-.*)$/u;
/** No blog has more. */
const MOST_AUTHORS = 10_000;

/** The posts and pages of an export, each with its comments behind it. */
export async function* wxrStories(entry: Entry): AsyncGenerator<StoryRecord | Problem> {
  const blog: Blog = { outlet: '', address: '', authors: new Map() };
  const wants = (name: string, parent: string) =>
    name === 'item' ||
    (parent === 'channel' && (name === 'title' || name === 'link' || name === 'wp:author'));
  for await (const item of xmlItems(entry.text(await declaredEncoding(entry)), wants, entry.name)) {
    if (!('element' in item)) yield item;
    else if (item.element.name !== 'item') learn(blog, item.element);
    else if (!NO_POST.test(textOfChild(item.element, 'wp:post_type'))) {
      yield* storiesOf(item.element, blog, { entry: entry.name, unit: 'line', position: item.line });
    }
  }
}

function* storiesOf(item: XmlElement, blog: Blog, origin: Origin): Generator<StoryRecord | Problem> {
  const story = post(item, blog, origin);
  yield story;
  if (!('code' in story)) yield* comments(item, story);
}

/** Posts name their author by login; readers see another name. */
function learn(blog: Blog, element: XmlElement): void {
  if (element.name === 'title') blog.outlet ||= textOf(element).replace(/\s+/gu, ' ');
  else if (element.name === 'link') blog.address ||= textOf(element);
  else if (blog.authors.size < MOST_AUTHORS) {
    const name = textOfChild(element, 'wp:author_display_name');
    if (name !== '') blog.authors.set(textOfChild(element, 'wp:author_login'), name);
  }
}
