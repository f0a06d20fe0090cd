/** What a Markdown text says of itself in front of the text; empty where it does not. */
export interface FrontMatter {
  title: string;
  date: string;
  authors: string[];
  /** An address of the web, or empty. */
  link: string;
  /** Lines that it takes, with its delimiters; 0: there is none. */
  lines: number;
}

const NONE: FrontMatter = { title: '', date: '', authors: [], link: '', lines: 0 };
/** Delimiters of Jekyll and Hugo, and others that `gray-matter` is told to take. */
const DELIMITER = /^(---|\+\+\+|;;;|~~~)[ \t]{0,9}(?:yaml|yml|toml|json)?[ \t]{0,9}$/iu;
/** A key at the beginning of a line, in YAML or TOML. */
const KEY = /^(["']?)([A-Za-z_][\w .-]{0,60}?)\1[ \t]{0,20}[:=](?:[ \t]+(.*))?$/u;
/** What may stand in front matter beside keys: lists, what is nested, comments, TOML's tables. */
const BESIDE_KEYS = /^(?:[ \t#[\]{}"']|-[ \t]|$)/u;
/** So many lines are no front matter any more. */
const MOST_LINES = 500;

/** Reads the front matter at the beginning of a text: YAML, TOML or JSON, as far as its keys are plain words. */
export function readFrontMatter(text: string): FrontMatter {
  const lines = text.split(/\r?\n/u, MOST_LINES);
  const delimiter = DELIMITER.exec(lines[0] ?? '')?.[1];
  if (delimiter === undefined) return NONE;
  const end = lines.findIndex((line, at) => at > 0 && isEnd(line.trimEnd(), delimiter));
  if (end === -1) return NONE;
  const inner = lines.slice(1, end);
  const fields = readJson(inner.join('\n')) ?? readKeys(inner);
  if (fields === null) return NONE;
  const say = (...keys: string[]) =>
    keys.map((key) => fields.get(key)?.[0] ?? '').find((value) => value !== '') ?? '';
  return {
    title: say('title').replace(/\s+/gu, ' '),
    date: say('date', 'published', 'pubdate', 'publishdate', 'created', 'datetime'),
    authors: fields.get('author') ?? fields.get('authors') ?? [],
    link:
      [say('canonical_url'), say('canonical'), say('url'), say('link'), say('permalink')].find((value) =>
        /^https?:\/\//iu.test(value),
      ) ?? '',
    lines: end + 1,
  };
}

function isEnd(line: string, delimiter: string): boolean {
  return line === delimiter || (delimiter === '---' && line === '...');
}

type Fields = ReadonlyMap<string, string[]>;

function readJson(text: string): Fields | null {
  if (!text.trimStart().startsWith('{')) return null;
  try {
    const entries = Object.entries(JSON.parse(text) as Record<string, unknown>);
    return new Map(entries.map(([key, value]) => [key.toLowerCase(), wordsIn(value)]));
  } catch {
    return null;
  }
}

function wordsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(wordsIn);
  if (typeof value === 'object' && value !== null) return 'name' in value ? wordsIn(value.name) : [];
  return typeof value === 'string' || typeof value === 'number' ? [String(value).trim()] : [];
}

/** null where the lines are no keys: what looked like a delimiter was a rule across the page. */
function readKeys(lines: readonly string[]): Fields | null {
  const fields = new Map<string, string[]>();
  let values: string[] | null = null;
  for (const line of lines) {
    const [, , key, value] = KEY.exec(line) ?? [];
    if (key !== undefined) {
      values = inlineValues(value?.trim() ?? '');
      if (!fields.has(key.toLowerCase())) fields.set(key.toLowerCase(), values);
    } else if (!BESIDE_KEYS.test(line)) return null;
    else if (values !== null) values.push(...belowKey(line, values));
  }
  return fields.size === 0 ? null : fields;
}

function inlineValues(value: string): string[] {
  if (/^[>|][+-]?\d?$/u.test(value)) return [];
  const list = /^\[(.*)\]$/su.exec(value)?.[1];
  return (list === undefined ? [value] : list.split(',')).map(scalar).filter((word) => word !== '');
}

/** An item of a list, the name in a nested object, or a line of a folded text. */
function belowKey(line: string, values: readonly string[]): string[] {
  const item = /^\s*-[ \t]+(?:name:[ \t]*)?(.*)$/u.exec(line)?.[1] ?? /^\s+name:[ \t]*(.*)$/u.exec(line)?.[1];
  if (item !== undefined) return [scalar(item)];
  return values.length === 0 && /^\s+\S/u.test(line) && !/^\s+[\w-]+:(?:\s|$)/u.test(line)
    ? [line.trim()]
    : [];
}

/** A value without its quotes and without a comment behind it. */
function scalar(value: string): string {
  const words = value.trim();
  const quoted = /^"((?:[^"\\]|\\.)*)"/u.exec(words);
  if (quoted !== null) return unescaped(quoted[0], quoted[1] ?? '');
  const plain = /^'((?:[^']|'')*)'/u.exec(words)?.[1]?.replaceAll("''", "'");
  return (plain ?? words.replace(/(?:^|\s)#.*$/u, '')).trim();
}

function unescaped(quoted: string, inner: string): string {
  try {
    return String(JSON.parse(quoted)).trim();
  } catch {
    return inner.trim();
  }
}
