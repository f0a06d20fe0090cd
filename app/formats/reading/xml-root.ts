/** The start tag of an XML text's root element, such as `<rss version="2.0">`; empty where there is none. */
export function xmlRoot(text: string): string {
  for (let at = 0; ; ) {
    const start = text.indexOf('<', at);
    if (start === -1 || text.slice(at, start).trim() !== '') return '';
    const end = endOfMarkup(text, start);
    if (end === -1) return '';
    if (!/^<[!?]/u.test(text.slice(start, start + 2))) return text.slice(start, end);
    at = end;
  }
}

/** Index behind a declaration, comment or tag, or -1. */
function endOfMarkup(text: string, start: number): number {
  const ending = (sign: string, from = start) => {
    const end = text.indexOf(sign, from);
    return end === -1 ? -1 : end + sign.length;
  };
  if (text.startsWith('<!--', start)) return ending('-->');
  if (text.startsWith('<?', start)) return ending('?>');
  const end = ending('>');
  // The entities of a document type stand in brackets.
  const bracket = text.startsWith('<!', start) ? text.slice(start, end).indexOf('[') : -1;
  return bracket === -1 ? end : ending('>', text.indexOf(']', start + bracket));
}
