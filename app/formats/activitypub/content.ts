import { htmlText } from '../reading/html-text.ts';
import { type JsonObject, objectOf, objectsOf, textOf } from '../reading/shape.ts';

/** What an object says in one language. `tag`: BCP 47, as the server gives it. */
export interface Version {
  tag: string | null;
  text: string;
  links: string[];
  media: string[];
}

/** Beside its quote, a post repeats the address for servers that show none. */
const QUOTE_FALLBACK = 'quote-inline';

/** An object's text, first as its author wrote it, then in the other languages of `contentMap`. */
export function versionsOf(object: JsonObject, isQuote: boolean): Version[] {
  const read = (content: string, tag: string | null) => ({ tag, ...shown(object, content, isQuote) });
  const own = textOf(object.content);
  const map = Object.entries(objectOf(object.contentMap) ?? {}).flatMap(([tag, content]) =>
    typeof content === 'string' ? { tag, content } : [],
  );
  const first = map.find(({ content }) => content === own) ?? (own === null ? map[0] : undefined);
  if (own === null && first === undefined) return [];
  const others = map.filter((version) => version !== first);
  return [
    read(own ?? first?.content ?? '', first?.tag ?? null),
    ...others.map(({ tag, content }) => read(content, tag)),
  ].filter(({ text }) => text !== '');
}

/** The choices of a poll, one a line; empty for what is none. */
export function choicesOf(object: JsonObject): string {
  return objectsOf(object.oneOf ?? object.anyOf)
    .flatMap((choice) => textOf(choice.name)?.trim() ?? [])
    .join('\n');
}

function shown(object: JsonObject, content: string, isQuote: boolean): Omit<Version, 'tag'> {
  const mediaType = textOf(object.mediaType) ?? 'text/html';
  if (mediaType !== 'text/html')
    return { text: content.replace(/\r\n?/gu, '\n').trim(), links: [], media: [] };
  return htmlText(content, { hidden: isQuote ? [QUOTE_FALLBACK] : [] });
}
