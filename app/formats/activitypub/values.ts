import { type JsonObject, listOf, objectOf, textOf } from '../reading/shape.ts';

const NAMESPACE = /^(?:as:|https?:\/\/www\.w3\.org\/ns\/activitystreams#)/u;

/** The names of an object's types, without their namespace. */
export function typesOf(object: JsonObject): string[] {
  return listOf(object.type ?? object['@type']).flatMap((type) => textOf(type)?.replace(NAMESPACE, '') ?? []);
}

/** True for posts whose summary is a warning in front of them; that of an article is an abstract. */
export function isShort(post: JsonObject): boolean {
  return typesOf(post).some((type) => type === 'Note' || type === 'Question');
}

/** The address of what an object refers to, be it the address itself, a Link, or the object with its id. */
export function referenceOf(value: unknown): string | null {
  for (const item of listOf(value)) {
    const object = objectOf(item);
    const found = object === null ? textOf(item) : textOf(object.id ?? object['@id'] ?? object.href);
    if (found !== null) return found;
  }
  return null;
}

/** The address of the page that shows an object: its first link to HTML, else its first link. */
export function pageOf(object: JsonObject): string | null {
  const links = listOf(object.url);
  const page = links.find((link) => objectOf(link)?.mediaType === 'text/html') ?? links[0];
  return webAddress(referenceOf(page) ?? referenceOf(object.id));
}

export function webAddress(address: string | null): string | null {
  return address !== null && /^https?:\/\//iu.test(address) ? address : null;
}
