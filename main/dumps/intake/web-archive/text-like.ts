/** Types whose content is no text to read, though some are written in characters. */
const NO_TEXT =
  /^(?:image|audio|video|font|multipart)\/|^text\/(?:css|dns|(?:x-)?(?:java|ecma)script)$|javascript|ecmascript|^application\/(?:(?:x-)?font|vnd\.ms-fontobject|pdf|zip|gzip|x-gzip|wasm|ocsp|pkix|x-shockwave|warc-fields|http|vnd\.(?:ms|openxml|oasis|apple|adobe))/;
/** Types that say nothing. */
const UNKNOWN =
  /^$|^(?:application|binary)\/(?:octet-stream|download|force-download|unknown|x-unknown)$|^(?:unknown|unk|no-type)$|^unknown\//;
const TEXT =
  /^text\/|[/+](?:json|xml|x-?ndjson|jsonl(?:ines)?|json-seq|csv|yaml)$|xhtml|rss|atom|^message\/|^application\/mbox$/;
/** So much of a body tells whether it is binary. */
const START_BYTES = 512;

/** Whether what a web server sent is something that people read, or that holds posts. */
export function isTextLike(mediaType: string, body: Buffer): boolean {
  if (NO_TEXT.test(mediaType)) return false;
  if (!TEXT.test(mediaType) && !UNKNOWN.test(mediaType)) return false;
  return body.toString('latin1', 0, START_BYTES).trim() !== '' && (isUtf16(body) || !hasControls(body));
}

/** True for most of what is not text, whatever its encoding, but for UTF-16. */
export function hasControls(body: Buffer): boolean {
  for (const byte of body.subarray(0, START_BYTES)) {
    if (byte < 32 && (byte < 9 || byte > 13) && byte !== 0x1b) return true;
  }
  return false;
}

function isUtf16(body: Buffer): boolean {
  return body.length > 2 && (body.readUInt16LE(0) === 0xfeff || body.readUInt16BE(0) === 0xfeff);
}
