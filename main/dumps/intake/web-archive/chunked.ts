/** `size; extension` and a line break (RFC 9112, 7.1). */
const SIZE = /^([0-9a-f]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n/i;
const LONGEST_SIZE = 1024;

/**
 * The bytes of a chunked body. A body that does not even begin with a chunk was joined by whoever archived it and is
 * returned as it is; behind a chunk that is wrong, the rest is left as it stands.
 */
export function dechunk(body: Buffer): { bytes: Buffer; bad: boolean } {
  const parts: Buffer[] = [];
  for (let at = 0; ; ) {
    const size = SIZE.exec(body.toString('latin1', at, at + LONGEST_SIZE));
    if (size === null) {
      if (parts.length === 0) return { bytes: body, bad: false };
      const rest = body.subarray(at);
      return { bytes: Buffer.concat([...parts, rest]), bad: rest.length > 0 };
    }
    const start = at + size[0].length;
    const length = Number.parseInt(size[1] as string, 16);
    if (length === 0) return { bytes: Buffer.concat(parts), bad: false };
    parts.push(body.subarray(start, start + length));
    at = start + length;
    if (at >= body.length) return { bytes: Buffer.concat(parts), bad: at > body.length };
    if (body[at] === 13) at++;
    if (body[at] === 10) at++;
  }
}
