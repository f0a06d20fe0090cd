/// <reference path="./jsdom-parser.d.ts" />
import { Readability } from '@mozilla/readability';
import JSDOMParser from '@mozilla/readability/JSDOMParser.js';

/**
 * The one place where a DOM is used. `app/` has no DOM types, and needs no more of the DOM than this. It is the one
 * that Mozilla wrote for Readability: others take many times as long.
 */
interface DomElement {
  readonly attributes: readonly { readonly name: string }[];
  getElementsByTagName(name: '*'): readonly DomElement[];
}

/** An article of fewer UTF-16 units is one only if nothing better is found: Japanese says a lot in 200. */
const ARTICLE_LENGTH = 200;

/** What Readability found out about a page. */
export interface FoundArticle {
  /** Names of the attributes of all elements that belong to the article. */
  attributes: Set<string>;
  /** Who wrote it; empty where nobody knows. */
  byline: string;
}

/**
 * Finds the article of a page with Mozilla's Readability. Scripts do not run, and nothing is fetched.
 * @param html well-formed
 * @returns null where there is no article to be told from the rest of the page
 */
export function findArticle(html: string): FoundArticle | null {
  const document = new JSDOMParser().parse(html, 'https://page.invalid/');
  const reader = new Readability<DomElement>(document as ConstructorParameters<typeof Readability>[0], {
    charThreshold: ARTICLE_LENGTH,
    disableJSONLD: true,
    serializer: (node) => node as unknown as DomElement,
  });
  const article = reader.parse();
  const content = article?.content;
  if (!article || !content) return null;
  const elements = [content, ...content.getElementsByTagName('*')];
  return {
    attributes: new Set(elements.flatMap(({ attributes }) => attributes.map(({ name }) => name))),
    byline: article.byline?.replace(/\s+/gu, ' ').trim() ?? '',
  };
}
