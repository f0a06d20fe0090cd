import type { RecordHeader, RecordSyntax } from './record-syntax.ts';

const VERSION = /^WARC\/\d+\.\d+[ \t]*\r?\n/;
/** The same up to the field that every header has, all lines before it being fields too. */
const SURE = /^WARC\/\d+\.\d+[ \t]*\r?\n(?:[\w-]+:[^\n]*\n|[ \t][^\n]*\n)*?WARC-Type:/i;
const MARK = Buffer.from('\nWARC/', 'latin1');
/** A header names its type within so many bytes. */
const TYPE_WITHIN = 4096;

/** WARC 0.18 to 1.1 (ISO 28500). */
export const warcSyntax: RecordSyntax = {
  begins: (bytes) => VERSION.test(bytes.toString('latin1', 0, 32)),
  header(bytes) {
    const end = endOfHeader(bytes);
    if (end === -1) return null;
    const fields = headerFields(bytes.toString('utf8', 0, end));
    const length = fields.get('content-length') ?? '';
    return {
      bytes: end,
      length: /^\d{1,15}$/.test(length) ? Number(length) : null,
      kind: (fields.get('warc-type') ?? '').toLowerCase(),
      // Some programs write the address as WARC's own grammar has it, in angle brackets.
      url: fields.get('warc-target-uri')?.replace(/^<(.*)>$/, '$1') ?? null,
      date: isoDate(fields.get('warc-date')),
      contentType: fields.get('content-type') ?? null,
    } satisfies RecordHeader;
  },
  parts: (bytes) => bytes.toString('latin1', 0, 4) === '\r\n\r\n',
  find(bytes) {
    for (let at = bytes.indexOf(MARK); at !== -1; at = bytes.indexOf(MARK, at + 1)) {
      if (SURE.test(bytes.toString('latin1', at + 1, at + 1 + TYPE_WITHIN))) return at + 1;
    }
    return -1;
  },
};

/** Index behind the blank line that ends a header; -1 where there is none, or another record begins first. */
export function endOfHeader(bytes: Buffer): number {
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) {
    if (bytes[at + 1] === MARK[1] && bytes.subarray(at, at + MARK.length).equals(MARK)) return -1;
    if (bytes[at + 1] === 10) return at + 2;
    if (bytes[at + 1] === 13 && bytes[at + 2] === 10) return at + 3;
  }
  return -1;
}

/** The fields of a header by their names in lower case, the first line left out. Of repeated ones the first counts. */
export function headerFields(header: string): Map<string, string> {
  const fields = new Map<string, string>();
  // A line that begins with a blank goes on with the field before.
  const lines = header.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  for (const line of lines.slice(1)) {
    const colon = line.indexOf(':');
    if (colon === -1) continue;
    const name = line.slice(0, colon).trim().toLowerCase();
    if (!fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
  }
  return fields;
}

function isoDate(date: string | undefined): string | null {
  if (date === undefined || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(date)) return null;
  return Number.isNaN(Date.parse(date)) ? null : date;
}
