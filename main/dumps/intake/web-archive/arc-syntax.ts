import type { RecordSyntax } from './record-syntax.ts';

/** `URL IP-address Archive-date Content-type …  Archive-length`; version 2 has more fields between the last two. */
const LINE = String.raw`([a-z][a-z0-9+.-]*:[^\r\n]{1,4096}?) (\S+) (\d{14})\d* (\S+)(?: \S+){0,5} (\d{1,15})\r?\n`;
const AT_START = new RegExp(`^${LINE}`, 'i');
const AFTER_LINE = new RegExp(`(?<=\\n)${LINE}`, 'i');
/** Any header line, also one whose length is nonsense. */
const LOOSE = /^[a-z][a-z0-9+.-]*:[^\r\n]{1,4096} \S+ \d{14}\d* \S+ \S+\r?\n/i;
const LONGEST_LINE = 8192;

/** ARC 1.0, the format before WARC. */
export const arcSyntax: RecordSyntax = {
  begins: (bytes) => LOOSE.test(bytes.toString('latin1', 0, LONGEST_LINE)),
  header(bytes) {
    const start = bytes.toString('latin1', 0, LONGEST_LINE);
    const match = AT_START.exec(start);
    if (match === null) {
      const line = LOOSE.exec(start);
      return line === null ? null : { ...NOTHING, bytes: line[0].length };
    }
    const [line, url, , date, contentType, length] = match as unknown as string[];
    return {
      bytes: line?.length ?? 0,
      length: Number(length),
      kind: url?.startsWith('filedesc:') ? 'warcinfo' : 'response',
      url: url ?? null,
      date: isoDate(date ?? ''),
      contentType: contentType === 'no-type' ? null : (contentType ?? null),
    };
  },
  parts: () => false,
  find: (bytes) => AFTER_LINE.exec(bytes.toString('latin1'))?.index ?? -1,
};

const NOTHING = { length: null, kind: '', url: null, date: null, contentType: null } as const;

function isoDate(digits: string): string | null {
  const [year, month, day, hour, minute, second] = digits.match(/^\d{4}|\d\d/g) ?? [];
  const date = `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
  return Number.isNaN(Date.parse(date)) ? null : date;
}
