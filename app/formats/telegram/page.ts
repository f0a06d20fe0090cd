import type { Problem } from '../../problem.ts';
import { utf8Length } from '../../text/utf8.ts';
import type { Entry } from '../format.ts';
import { HtmlFeed } from '../reading/html-feed.ts';
import type { StoryRecord } from '../story-record.ts';
import { PageReader } from './page-reader.ts';

/** The messages of `messages.html`, each as soon as its element ends. */
export async function* readPage(entry: Entry): AsyncGenerator<StoryRecord | Problem> {
  const reader = new PageReader(entry.name);
  const feed = new HtmlFeed(reader);
  let bytes = 0;
  for await (const chunk of entry.text('utf-8')) {
    bytes += utf8Length(chunk);
    feed.write(chunk);
    yield* reader.take();
  }
  const isWhole = reader.isAtEnd;
  feed.end();
  yield* reader.take();
  if (!isWhole) yield { code: 'entry-truncated', params: { entry: entry.name, byte: bytes } };
}
