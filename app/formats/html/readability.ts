import { isProbablyReaderable, Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';

/**
 * The one place where a DOM is used. `app/` has no DOM types, and needs no more of the DOM than this: the elements of
 * a document, and the names of their attributes.
 */
interface DomElement {
  getAttributeNames(): string[];
  querySelectorAll(selector: '*'): Iterable<DomElement>;
}
type DomDocument = ConstructorParameters<typeof Readability>[0];

/** An article of fewer UTF-16 units is one only if nothing better is found: Japanese says a lot in 200. */
const ARTICLE_LENGTH = 200;

/** What Readability found out about a page. */
export interface FoundArticle {
  /** Names of the attributes of all elements that belong to the article. */
  attributes: Set<string>;
  byline: string;
}

/**
 * Finds the article of a page with Mozilla's Readability. Scripts do not run, and nothing is fetched.
 * @returns null where there is no article to be told from the rest of the page
 */
export function findArticle(html: string): FoundArticle | null {
  const { document } = parseHTML(html) as unknown as { document: DomDocument };
  if (
    !isProbablyReaderable(document, { minContentLength: ARTICLE_LENGTH / 4, visibilityChecker: () => true })
  )
    return null;
  const reader = new Readability<DomElement>(document, {
    charThreshold: ARTICLE_LENGTH,
    disableJSONLD: true,
    serializer: (node) => node as unknown as DomElement,
  });
  const article = reader.parse();
  const content = article?.content;
  if (!article || !content) return null;
  const elements = [content, ...content.querySelectorAll('*')];
  return {
    attributes: new Set(elements.flatMap((element) => element.getAttributeNames())),
    byline: article.byline?.replace(/\s+/gu, ' ').trim() ?? '',
  };
}
