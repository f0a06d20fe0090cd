import { dechunk } from './chunked.ts';
import { endOfHeader, headerFields } from './warc-syntax.ts';

/** An answer of a web server as an archive keeps it. */
export interface HttpMessage {
  /** 0 where the archive ends in the middle of it. */
  status: number;
  fields: Map<string, string>;
  /** Without transfer coding; content coding is still there. */
  body: Buffer;
  /** The chunks of the body are not as they should be: what follows the last good one is there as it stands. */
  badChunks: boolean;
}

/** A header is no longer; whatever looks like a longer one is none. */
const LONGEST_HEADER = 1 << 18;
const STATUS = /^HTTP\/\d(?:\.\d)?[ \t]+(\d{3})/i;

/** Null for what is no HTTP message. */
export function httpMessage(block: Buffer): HttpMessage | null {
  const start = block.toString('latin1', 0, 64);
  if (!/^HTTP/i.test(start)) return null;
  const status = STATUS.exec(start)?.[1] ?? '0';
  const end = endOfHeader(block.subarray(0, LONGEST_HEADER));
  const header = block.toString('latin1', 0, end === -1 ? LONGEST_HEADER : end);
  const fields = headerFields(header);
  const body = end === -1 ? block.subarray(block.length) : block.subarray(end);
  const chunked = /\bchunked\b/i.test(fields.get('transfer-encoding') ?? '');
  const { bytes, bad } = chunked ? dechunk(body) : { bytes: body, bad: false };
  return { status: Number(status), fields, body: bytes, badChunks: bad };
}
