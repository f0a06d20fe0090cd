/** So many documents of a head tell what follows, though some are broken. */
const DOCUMENTS = 20;
/** A bracket, or a name that one is given to; anything else is another kind of text, however many brackets are in it. */
const BEGINNING = /^\s*(?:[\w.$ ]{1,100}=?\s*)?[[{]/u;

/**
 * The first JSON documents of a text that may be cut anywhere, for telling its format: of the one that is cut there is
 * what stands before the cut. Text in front of a document is passed over, as `jsonValues` does.
 */
export function jsonHead(text: string): unknown[] {
  if (!BEGINNING.test(text)) return [];
  const documents: unknown[] = [];
  let at = 0;
  for (let tried = 0; tried < DOCUMENTS; tried++) {
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
  // Behind a bracket or in front of a comma the text can be cut so that closing brackets make it whole.
  let safe = start;
  for (let at = start; at < text.length; at++) {
    switch (text[at]) {
      case '"':
        at = stringEnd(text, at);
        break;
      case '{':
      case '[':
        closers.push(text[at] === '{' ? '}' : ']');
        safe = at + 1;
        break;
      case '}':
      case ']':
        closers.pop();
        safe = at + 1;
        if (closers.length === 0) return { json: text.slice(start, safe), end: safe };
        break;
      case ',':
        safe = at;
    }
  }
  return { json: text.slice(start, safe) + closers.reverse().join(''), end: text.length };
}

function stringEnd(text: string, open: number): number {
  for (let at = open + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at;
  }
  return text.length;
}
