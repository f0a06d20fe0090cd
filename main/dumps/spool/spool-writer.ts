import { closeSync, openSync, writeSync } from 'node:fs';
import type { StoryRecord } from '../../../app/formats/story-record.ts';
import { PRECISIONS } from '../../../app/precision.ts';
import type { Source } from '../../../app/story.ts';
import { dayOfIso, secondsOfIso } from '../../../app/text/dates.ts';
import { languageCode } from '../../../app/text/language.ts';
import { hashNumbers, sha256OfText } from '../hash-text.ts';
import { idOfRecord } from '../record-id.ts';
import { Sources } from '../sources.ts';
import { NO_DAY, NO_SOURCE, NO_TIME, StoryColumns } from '../story-columns.ts';

/** Lines are written in runs of about so many bytes. */
const RUN_BYTES = 1 << 20;

/**
 * Writes stories as lines of JSON, the text last, and their index along with them. A line's byte range is the
 * story's; the byline column says where in it the text's string starts, so that a search need not look at the rest.
 */
export class SpoolWriter {
  readonly columns = new StoryColumns();
  private readonly publishers = new Sources();
  private readonly fd: number;
  private lines: string[] = [];
  /** Bytes of the lines that are not written yet, and those of all lines. */
  private waiting = 0;
  private end = 0;

  /** @throws NodeJS.ErrnoException where the file cannot be made */
  constructor(path: string) {
    this.fd = openSync(path, 'wx');
  }

  /** Everybody who has published a story so far. */
  get sources(): Source[] {
    return this.publishers.list;
  }

  add(record: StoryRecord): void {
    const { text, identity, ...rest } = record;
    const id = idOfRecord(record);
    const head = `${JSON.stringify({ ...rest, id }).slice(0, -1)},"text":`;
    const line = `${head}${JSON.stringify(text)}}`;
    const start = this.end;
    const bytes = Buffer.byteLength(line);
    const { publishedAt, source } = record;
    const [low, high] = hashNumbers(sha256OfText(id));
    this.columns.add(
      start,
      start + bytes,
      start + Buffer.byteLength(head),
      source === null ? NO_SOURCE : this.publishers.numberOf(source),
      publishedAt === null ? NO_DAY : dayOfIso(publishedAt),
      low,
      high,
      languageCode(record.lang),
      PRECISIONS.indexOf(record.precision),
      (publishedAt === null ? null : secondsOfIso(publishedAt)) ?? NO_TIME,
    );
    this.lines.push(line, '\n');
    this.end += bytes + 1;
    this.waiting += bytes + 1;
    if (this.waiting >= RUN_BYTES) this.flush();
  }

  /** What was added can be read from the file when this returns. */
  flush(): void {
    if (this.waiting === 0) return;
    const bytes = Buffer.from(this.lines.join(''), 'utf8');
    for (let written = 0; written < bytes.length; ) written += writeSync(this.fd, bytes, written);
    this.lines = [];
    this.waiting = 0;
  }

  close(): void {
    closeSync(this.fd);
  }
}
