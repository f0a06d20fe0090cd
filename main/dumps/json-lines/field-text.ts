import { parseJson, parseJsonString } from '../../../app/formats/reading/parse-json.ts';
import { DIGITS, ESCAPED, STRING } from './record-walker.ts';

/** The text of a value that `RecordWalker` found, trimmed; null where it is blank. As `firstTextAt` gives it. */
export function fieldText(kind: number, bytes: Buffer, from: number, to: number): string | null {
  return written(kind, bytes.toString('utf8', from, to)).trim() || null;
}

function written(kind: number, token: string): string {
  switch (kind) {
    case STRING:
    case DIGITS:
      return token;
    case ESCAPED:
      return parseJsonString(token);
    default:
      return String(parseJson(token));
  }
}
