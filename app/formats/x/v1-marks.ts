import { at, type JsonObject, objectOf, objectsOf, stringOf } from '../reading/shape.ts';
import type { Marks } from './post.ts';
import { shownText } from './text.ts';

/**
 * Marks by the entities of API v1.1, which archives have as well.
 * @param extended has all pictures, where `entities` has only the first
 */
export function marksOfEntities(entities: unknown, extended: unknown): Marks {
  const given = objectOf(entities);
  const urls = objectsOf(given?.urls);
  const all = objectsOf(at(extended, 'media'));
  const media = all.length > 0 ? all : objectsOf(given?.media);
  return {
    links: urls.map(addressOfUrl).filter((link) => link !== ''),
    hashtags:
      given === null || !Array.isArray(given.hashtags)
        ? null
        : objectsOf(given.hashtags)
            .map(({ text }) => shownText(stringOf(text)))
            .filter((tag) => tag !== ''),
    media: media.map(addressOfMedia).filter((address) => address !== ''),
    short: [...urls, ...media].map(({ url }) => stringOf(url)),
  };
}

function addressOfUrl({ expanded_url, url }: JsonObject): string {
  return stringOf(expanded_url) || stringOf(url);
}

/** A film's best version, or a picture. */
function addressOfMedia(media: JsonObject): string {
  const versions = objectsOf(at(media, 'video_info', 'variants'));
  return bestVersion(versions, 'bitrate') || stringOf(media.media_url_https) || stringOf(media.media_url);
}

/** The address of the version with the most bits a second; empty where there is none that is a file. */
export function bestVersion(versions: readonly JsonObject[], rate: string): string {
  const files = versions.filter(
    ({ url, content_type }) => stringOf(url) !== '' && content_type === 'video/mp4',
  );
  // Counts are strings in archives.
  const best = files.reduce<JsonObject | null>(
    (most, file) => (most === null || Number(file[rate] ?? 0) > Number(most[rate] ?? 0) ? file : most),
    null,
  );
  return stringOf(best?.url);
}
