import type { Problem } from '../../../../app/problem.ts';
import { ByteReader } from '../byte-reader.ts';
import type { Limits } from '../limits.ts';
import { arcSyntax } from './arc-syntax.ts';
import { decodeContent } from './content-coding.ts';
import { httpMessage } from './http-message.ts';
import { type ArchiveRecord, type Flaw, RecordReader } from './record-reader.ts';
import { mediaTypeOf, RecordSource } from './record-source.ts';
import { isTextLike } from './text-like.ts';
import { warcSyntax } from './warc-syntax.ts';

/** What crawlers say of themselves, and what they extract of pages that are in the archive anyway. */
const OF_CRAWLERS =
  /^(?:metadata|dns|whois|filedesc|urn:(?:pageinfo|text|textFinal|view|thumbnail|page-info)):?/i;

export function isWebArchive(start: Buffer): boolean {
  return /^(?:WARC\/\d|filedesc:)/.test(start.toString('latin1', 0, 16));
}

/**
 * The texts that a web archive holds: WARC, WET or ARC. Pictures, styles, scripts, redirections and pages that the
 * server refused are left out quietly, and so is what an archive says of itself.
 * @param pieces unpacked
 * @param name the archive's own
 */
export async function* webArchive(
  pieces: AsyncIterable<Uint8Array | null>,
  name: string,
  limits: Limits,
): AsyncGenerator<RecordSource | Problem> {
  const reader = new ByteReader(pieces);
  try {
    const syntax = arcSyntax.begins(await reader.peek(1 << 13)) ? arcSyntax : warcSyntax;
    let damaged = false;
    for await (const item of new RecordReader(reader, syntax, limits.record).records()) {
      if ('flaw' in item) {
        damaged = true;
        yield problemOf(item, name);
        continue;
      }
      yield* contentOf(item, name, limits, damaged);
      damaged = false;
    }
  } finally {
    await reader.close();
  }
}

function problemOf({ flaw, position }: Flaw, entry: string): Problem {
  if (flaw === 'truncated') return { code: 'entry-truncated', params: { entry, byte: position } };
  return { code: 'entry-damaged', params: { entry, unit: 'byte', position, detail: DETAILS[flaw] } };
}

const DETAILS = { length: 'Content-Length', 'no-record': 'no record' } as const;

/** @param damaged that the block is not whole was told already */
async function* contentOf(
  record: ArchiveRecord,
  archive: string,
  limits: Limits,
  damaged: boolean,
): AsyncGenerator<RecordSource | Problem> {
  const { url, kind, block, position } = record;
  if (url === null || !/^(?:response|resource|conversion)$/.test(kind) || OF_CRAWLERS.test(url)) return;
  const message = kind === 'response' ? httpMessage(block) : null;
  if (message !== null && (message.status < 200 || message.status > 299)) return;
  const isHttp = mediaTypeOf(record.contentType) === 'application/http';
  const contentType = message?.fields.get('content-type') ?? (isHttp ? null : record.contentType);
  const coding = message?.fields.get('content-encoding');
  // What is no text by its type alone need not be decoded.
  if (!isTextLike(mediaTypeOf(contentType), TEXT_LIKE)) return;
  const decoded =
    message === null || coding === undefined
      ? { body: message?.body ?? block, state: 'complete' as const }
      : await decodeContent(message.body, coding, limits.record);
  if (!isTextLike(mediaTypeOf(contentType), decoded.body)) return;
  const source = new RecordSource(archive, url, record.date, contentType, decoded.body);
  const params = { entry: source.name, unit: 'byte', position };
  if (record.cut || decoded.state === 'too-large') {
    yield { code: 'entry-too-large', params: { entry: source.name, limit: limits.record } };
  } else if (!damaged && message?.badChunks) {
    yield { code: 'entry-damaged', params: { ...params, detail: 'Transfer-Encoding' } };
  } else if (!damaged && decoded.state !== 'complete') {
    yield { code: 'entry-damaged', params: { ...params, detail: 'Content-Encoding' } };
  }
  yield source;
}

const TEXT_LIKE = Buffer.from('text');
