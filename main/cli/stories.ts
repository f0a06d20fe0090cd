import type { Story } from '../../app/story.ts';
import { openDump } from '../dumps/open-dump.ts';
import {
  countOf,
  type Io,
  onlyFile,
  openOptionsOf,
  parseCommandLine,
  RULE_OPTIONS,
  RULE_USAGE,
  UsageError,
} from './arguments.ts';
import { Output } from './output.ts';

export const usage = `Usage: uratori stories FILE [--jsonl|--json] [--limit N] [--format ID] [--encoding NAME] [--rule KIND …]

Lists the stories of a dump.

  --jsonl          one JSON object a line and story
  --json           one JSON array
  --limit N        the first N stories only
${RULE_USAGE}
`;

/** Ends with 0. */
export async function run(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parseCommandLine({
    args,
    allowPositionals: true,
    options: {
      ...RULE_OPTIONS,
      json: { type: 'boolean' },
      jsonl: { type: 'boolean' },
      limit: { type: 'string' },
    },
  });
  if (values.json && values.jsonl) throw new UsageError('either --json or --jsonl');
  const limit = countOf(values.limit, 'limit');
  const dump = await openDump(onlyFile(positionals), openOptionsOf(values));
  try {
    const output = new Output(io.stdout);
    const format = values.json ? asArray : values.jsonl ? asLines : asList;
    for await (const text of format(dump.stories(0, limit))) await output.write(text);
    await output.flush();
    return 0;
  } finally {
    await dump.close();
  }
}

/** A story with the fields that the command line promises, in their order, and what else is known of it behind them. */
function fieldsOf(story: Story): Record<string, unknown> {
  const {
    id,
    ordinal,
    source,
    publishedAt,
    precision,
    lang,
    lead,
    links,
    hashtags,
    media,
    link,
    title,
    relations,
    details,
    origin,
    byteStart,
    byteEnd,
    text,
  } = story;
  const segments = story.segments.map(({ kind, lang, start, end }) => ({
    kind,
    lang,
    start,
    end,
    text: text.slice(start, end),
  }));
  return {
    id,
    ordinal,
    source,
    publishedAt,
    precision,
    lang,
    lead,
    links,
    hashtags,
    byteStart,
    byteEnd,
    text,
    segments,
    media,
    link,
    title,
    relations,
    details,
    origin,
  };
}

async function* asLines(stories: AsyncIterable<Story>): AsyncGenerator<string> {
  for await (const story of stories) yield `${JSON.stringify(fieldsOf(story))}\n`;
}

async function* asArray(stories: AsyncIterable<Story>): AsyncGenerator<string> {
  let before = '[\n';
  for await (const story of stories) {
    yield before + JSON.stringify(fieldsOf(story));
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}

async function* asList(stories: AsyncIterable<Story>): AsyncGenerator<string> {
  for await (const { ordinal, source, publishedAt, lang, lead, segments } of stories) {
    const handle = source?.handle == null ? '' : ` (@${source.handle})`;
    const kinds = segments.map((segment) => segment.kind).join(' ');
    yield `${ordinal + 1}. ${lead}\n   ${source === null ? '–' : source.name + handle} · ${publishedAt ?? '–'} · ${lang} · ${kinds}\n`;
  }
}
