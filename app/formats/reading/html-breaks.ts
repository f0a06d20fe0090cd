const BLOCKS = new Set(
  (
    'address article aside blockquote body br caption center col colgroup dd details div dl dt fieldset figcaption ' +
    'figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol option p pre script section select style ' +
    'summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);
const TAG = /(<[^<>]*>)/u;
const NAME = /^<\/?([a-z][a-z0-9]*)/iu;

/**
 * HTML as blog programs make it of what people type: WordPress's `wpautop`, Movable Type's "convert line breaks". A line
 * break stays one, an empty line parts paragraphs, except beside blocks and inside of tags and `<pre>`.
 */
export function withBreaks(html: string): string {
  const tokens = html.replace(/\r\n?/gu, '\n').split(TAG);
  let preformatted = 0;
  return tokens
    .map((token, index) => {
      // Every other token is a tag.
      if (index % 2 === 1) {
        if (nameOf(token) === 'pre') preformatted = Math.max(0, preformatted + (token[1] === '/' ? -1 : 1));
        return token;
      }
      if (preformatted > 0 || !token.includes('\n')) return token;
      return withinText(token, isBlock(tokens[index - 1]), isBlock(tokens[index + 1]));
    })
    .join('');
}

function withinText(text: string, behindBlock: boolean, beforeBlock: boolean): string {
  const lines = text.split('\n');
  const isEmpty = (line: string | undefined) => line?.trim() === '';
  let from = 0;
  let to = lines.length;
  if (behindBlock) while (from < to && isEmpty(lines[from])) from++;
  if (beforeBlock) while (to > from && isEmpty(lines[to - 1])) to--;
  return (
    lines
      .slice(from, to)
      // Several empty lines part paragraphs no better than one.
      .filter((line, at, all) => !isEmpty(line) || at === 0 || at === all.length - 1 || !isEmpty(all[at - 1]))
      .join('<br>')
  );
}

function nameOf(tag: string): string {
  return NAME.exec(tag)?.[1]?.toLowerCase() ?? '';
}

function isBlock(tag: string | undefined): boolean {
  return tag !== undefined && BLOCKS.has(nameOf(tag));
}
