import { at, type JsonObject, listOf, objectOf, objectsOf, stringOf } from '../reading/shape.ts';
import type { Marks } from './post.ts';
import { shownText } from './text.ts';
import { bestVersion } from './v1-marks.ts';
import type { Includes } from './v2-includes.ts';

/**
 * Marks of a post of API v2. Its entities do without what is empty, so that a post with any says all of its hashtags.
 * @param long the whole of a long post, which has entities of its own
 */
export function marksOfV2(tweet: JsonObject, long: JsonObject | null, includes: Includes): Marks {
  const entities = objectOf(long?.entities) ?? objectOf(tweet.entities);
  // Pictures stand among the links of the cut text only.
  const urls = [tweet, long].flatMap((post) => objectsOf(at(post, 'entities', 'urls')));
  const isPicture = ({ media_key, display_url }: JsonObject) =>
    media_key !== undefined || /^pic\.(?:twitter|x)\.com\//u.test(stringOf(display_url));
  const media = mediaOf(tweet, includes);
  return {
    links: urls
      .filter((url) => !isPicture(url))
      .map((url) => stringOf(url.expanded_url) || stringOf(url.url))
      .filter((link) => link !== ''),
    hashtags:
      entities === null
        ? null
        : objectsOf(entities.hashtags)
            .map(({ tag }) => shownText(stringOf(tag)))
            .filter((tag) => tag !== ''),
    // Where the page does not include them, only their marks are known.
    media: media.length > 0 ? media : urls.filter(isPicture).map(({ display_url }) => stringOf(display_url)),
    short: urls.map(({ url }) => stringOf(url)),
  };
}

function mediaOf(tweet: JsonObject, includes: Includes): string[] {
  const inline = objectsOf(at(tweet.attachments, 'media'));
  const keys = listOf(at(tweet.attachments, 'media_keys'));
  const media = inline.length > 0 ? inline : objectsOf(keys.map((key) => includes.medium(key)));
  return media.map(addressOfMedium).filter((address) => address !== '');
}

/** A film's best version, or a picture. */
function addressOfMedium(medium: JsonObject): string {
  return (
    bestVersion(objectsOf(medium.variants), 'bit_rate') ||
    stringOf(medium.url) ||
    stringOf(medium.preview_image_url)
  );
}
