/** So many documents of a head tell what follows. */
const DOCUMENTS = 20;

/**
 * The first JSON documents of a text that may be cut anywhere, for telling its format: of the one that is cut there is
 * what stands before the cut. Text in front of a document is passed over, as `jsonValues` does.
 */
export function jsonHead(text: string): unknown[] {
  const documents: unknown[] = [];
  let at = 0;
  while (documents.length < DOCUMENTS) {
    const start = text.slice(at).search(/[[{]/u);
    if (start === -1) break;
    const { json, end } = document(text, at + start);
    at = end;
    try {
      documents.push(JSON.parse(json));
    } catch {
      // What stands here is no JSON; what follows may be.
    }
  }
  return documents;
}

/** The document that starts at `start`, completed where it is cut. */
function document(text: string, start: number): { json: string; end: number } {
  const closers: string[] = [];
  // Where the text can be cut so that closing brackets make it whole.
  let safe = { end: start + 1, closers: text[start] === '{' ? '}' : ']' };
  for (let at = start; at < text.length; at++) {
    switch (text[at]) {
      case '"':
        at = stringEnd(text, at);
        break;
      case '{':
      case '[':
        closers.unshift(text[at] === '{' ? '}' : ']');
        safe = { end: at + 1, closers: closers.join('') };
        break;
      case '}':
      case ']':
        closers.shift();
        if (closers.length === 0) return { json: text.slice(start, at + 1), end: at + 1 };
        safe = { end: at + 1, closers: closers.join('') };
        break;
      case ',':
        safe = { end: at, closers: closers.join('') };
    }
  }
  return { json: text.slice(start, safe.end) + safe.closers, end: text.length };
}

function stringEnd(text: string, open: number): number {
  for (let at = open + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at;
  }
  return text.length;
}
