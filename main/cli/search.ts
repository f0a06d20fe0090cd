import { UratoriError } from '../../app/problem.ts';
import { parseQuery } from '../../app/search/parse-query.ts';
import type { Dump, SearchResult } from '../dumps/dump.ts';
import { openDump } from '../dumps/open-dump.ts';
import type { Search } from '../dumps/search/question.ts';
import { messageOf } from '../messages.ts';
import { openProject } from '../project/open-project.ts';
import { searchProject } from '../workbench/project-search.ts';
import { StoryPlaces } from '../workbench/story-places.ts';
import {
  type Io,
  onlyFile,
  openOptionsOf,
  parseCommandLine,
  RULE_OPTIONS,
  RULE_USAGE,
  UsageError,
} from './arguments.ts';
import { counted } from './counted.ts';
import { Output } from './output.ts';
import { pointed } from './pointed.ts';
import { openDumps } from './project-dumps.ts';

export const usage = `Usage: uratori search FILE QUERY [--json] [--count] [--kana] [--exact] [--rule KIND] …
       uratori search PROJECT.uratori QUERY [--json] [--count] [--kana] [--exact]

Finds the stories of a dump, or of all dumps of a project, and counts the hits in them.

  word "a phrase"    both of them; case and width do not count
  =word ="A phrase"  in this case and width
  -word  NOT word    stories without it
  a OR b  (a b)      one of them; what belongs together
  /RE2/              a regular expression, such as /[0-9]+億ドル/
  source:NHK lang:ja date:2025-02-01..2025-02-08 link:example.com kind:translation
  has:link           or media, hashtag, translation, reply, repost, quote, edit, thread, warning, source, date,
                     similar (near-duplicates), contrast (other words about a link that others cite)
  in:translation     looks into segments of that kind only
  of a project:      tag:money verdict:disputed state:reviewed
                     has:claim, verdict, evidence, tag, note or review; in:annotations

A query that begins with - goes behind --, as in: uratori search FILE -- "-word"

  --json           one JSON object: hits, stories, list of {id, ordinal, hits, lead}; in a project with dumpId first
  --count          the number of hits only
  --kana           ひらがな and カタカナ are the same
  --exact          case and width count
${RULE_USAGE}
`;

/** Rows are read so many at a time. */
const BATCH = 500;

/** What was found in one dump. */
interface Found {
  /** Null for a dump of its own. */
  dumpId: string | null;
  name: string;
  dump: Dump;
  result: SearchResult;
}

/** Ends with 0, also when nothing was found. */
export async function run(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parseCommandLine({
    args,
    allowPositionals: true,
    options: {
      ...RULE_OPTIONS,
      json: { type: 'boolean', default: false },
      count: { type: 'boolean', default: false },
      kana: { type: 'boolean', default: false },
      exact: { type: 'boolean', default: false },
    },
  });
  const [path, text, ...more] = positionals;
  if (text === undefined) throw new UsageError('QUERY is missing');
  const file = onlyFile([path ?? '', ...more]);
  const { kana, exact } = values;
  const show = (found: readonly Found[]) =>
    write(found, values.count ? 'count' : values.json ? 'json' : 'text', io);
  try {
    const search = { query: parseQuery(text), matching: { kana, exact } };
    if (file.toLowerCase().endsWith('.uratori')) await searchIn(file, search, io, show);
    else {
      const dump = await openDump(file, openOptionsOf(values));
      try {
        await show([{ dumpId: null, name: file, dump, result: await dump.search(search) }]);
      } finally {
        await dump.close();
      }
    }
    return 0;
  } catch (thrown) {
    if (!(thrown instanceof UratoriError) || typeof thrown.params.position !== 'number') throw thrown;
    io.stderr.write(`uratori: ${messageOf(thrown.toProblem())}\n${pointed(text, thrown.params.position)}`);
    return 1;
  }
}

async function searchIn(
  file: string,
  search: Search,
  io: Io,
  show: (found: readonly Found[]) => Promise<void>,
): Promise<void> {
  const store = await openProject(file, { readOnly: true });
  const dumps = new Map<string, Dump>();
  try {
    for (const notice of store.notices) io.stderr.write(`${messageOf(notice)}\n`);
    await openDumps(dumps, store.project, store.file, io);
    const found: Found[] = [];
    for (const [dumpId, dump] of dumps) {
      const target = { dumpId, dump, places: new StoryPlaces(dump, () => false) };
      const name = store.project.dumps.get(dumpId)?.name ?? dumpId;
      found.push({ dumpId, name, dump, result: await searchProject(search, store.project, target, {}) });
    }
    await show(found);
  } finally {
    await Promise.allSettled([...dumps.values()].map((dump) => dump.close()));
    await store.close();
  }
}

async function write(found: readonly Found[], as: 'count' | 'json' | 'text', io: Io): Promise<void> {
  const output = new Output(io.stdout);
  const hits = found.reduce((sum, { result }) => sum + result.hits, 0);
  const stories = found.reduce((sum, { result }) => sum + result.stories, 0);
  if (as === 'count') await output.write(`${hits}\n`);
  if (as === 'json') {
    await output.write(`{"hits":${hits},"stories":${stories},"list":[`);
    let comma = '';
    for await (const { dumpId, id, ordinal, hits: inStory, lead } of rowsOf(found)) {
      const dump = dumpId === null ? {} : { dumpId };
      await output.write(`${comma}\n${JSON.stringify({ ...dump, id, ordinal, hits: inStory, lead })}`);
      comma = ',';
    }
    await output.write(`${stories > 0 ? '\n' : ''}]}\n`);
  }
  if (as === 'text') {
    let last: string | null = null;
    for await (const { name, ordinal, lead, hits: inStory } of rowsOf(found)) {
      if (found.length > 1 && name !== last) await output.write(`${name}\n`);
      last = name;
      await output.write(`${ordinal + 1}. ${lead}${inStory > 0 ? ` (${inStory})` : ''}\n`);
    }
    await output.write(`${counted(hits, 'hit', 'hits')} in ${counted(stories, 'story', 'stories')}\n`);
  }
  await output.flush();
}

async function* rowsOf(found: readonly Found[]) {
  for (const { dumpId, name, dump, result } of found)
    for (let from = 0; from < result.stories; from += BATCH) {
      const rows = await dump.rows(result.ordinals.subarray(from, from + BATCH));
      for (const [index, row] of rows.entries())
        yield { ...row, dumpId, name, hits: result.hitCounts[from + index] as number };
    }
}
