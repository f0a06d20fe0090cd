/** What a page says of itself as JSON-LD, as far as it is about an article; empty where it says nothing. */
export interface JsonLdFacts {
  headline: string;
  authors: string[];
  publisher: string;
  published: string;
  /** Rating of a ClaimReview. */
  rating: string;
}

const ARTICLE = /(?:Article|Posting|Report|ClaimReview|ScholarlyArticle|NewsArticle|Question|LiveBlog)$/u;
/** As deep as a graph of articles is nested. */
const DEPTH = 4;
const NODES = 1000;

/** Reads the texts of a page's JSON-LD scripts; those that are no JSON say nothing. */
export function readJsonLd(scripts: readonly string[]): JsonLdFacts {
  const nodes = scripts.flatMap((script) => [...nodesIn(parsed(script), DEPTH)]).slice(0, NODES);
  const articles = nodes.filter((node) => values(node['@type']).some((type) => ARTICLE.test(String(type))));
  const first = (read: (node: Node) => string) => articles.map(read).find((value) => value !== '') ?? '';
  return {
    headline: first((node) => wordsOf(node.headline)),
    authors:
      articles
        .map((node) => values(node.author).map(nameOf).filter(Boolean))
        .find((names) => names.length > 0) ?? [],
    publisher: first((node) => values(node.publisher).map(nameOf).find(Boolean) ?? ''),
    published: first((node) => wordsOf(node.datePublished)),
    rating: first(({ reviewRating }) => (isNode(reviewRating) ? wordsOf(reviewRating.alternateName) : '')),
  };
}

type Node = Readonly<Record<string, unknown>>;

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function* nodesIn(value: unknown, depth: number): Generator<Node> {
  if (depth === 0) return;
  if (Array.isArray(value)) for (const item of value) yield* nodesIn(item, depth - 1);
  else if (isNode(value)) {
    yield value;
    yield* nodesIn(value['@graph'], depth - 1);
    yield* nodesIn(value.mainEntity, depth - 1);
  }
}

function values(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value];
}

function nameOf(value: unknown): string {
  return isNode(value) ? wordsOf(value.name) : wordsOf(value);
}

function wordsOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

function parsed(script: string): unknown {
  try {
    return JSON.parse(script.trim().replace(/^(?:<!--|\/\/\s*<!\[CDATA\[)|(?:-->|\/\/\s*\]\]>)$/gu, ''));
  } catch {
    return null;
  }
}
