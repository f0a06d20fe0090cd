import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/**
 * Noto Sans JP, which comes with the program: printed pages look the same wherever they are printed, and their
 * Japanese is a font in the PDF (a subset of the characters that it needs). Most systems have a Japanese font of a
 * kind that browsers cannot put into a PDF but as drawings of characters.
 */
const FACES = [
  { weight: 400, file: 'NotoSansJP-Regular.woff2' },
  { weight: 700, file: 'NotoSansJP-Bold.woff2' },
];
const FAMILIES = '"Uratori Report",system-ui,sans-serif';
/** Wavy lines become paths of their own: they double the time of printing, and the file grows by a third. */
const LIGHT = 'body mark.disputed{text-decoration-style:double;text-decoration-thickness:1px}';
/**
 * Places within a report that can be jumped to. For each page that it prints, Chromium looks at every one of them, so
 * that time would grow with the square of the stories. The contents come first and have theirs.
 */
export const MOST_PLACES = 3000;

let styles: Promise<string> | null = null;

/**
 * The report as it is handed to a printer: with the fonts in place of those that its style sheet names (code keeps its
 * own), without what is costly to print, and beyond `MOST_PLACES` without jumps to further places.
 * @param html a report, chunk by chunk, of which none cuts a tag
 */
export async function* printablePage(html: AsyncIterable<string>): AsyncGenerator<string> {
  const places = new Set<string>();
  let isHead = true;
  for await (const chunk of html) {
    if (!isHead) {
      yield withPlaces(chunk, places);
      continue;
    }
    const at = chunk.indexOf('</head>');
    isHead = at < 0;
    if (isHead) {
      yield chunk;
    } else {
      styles ??= styleElement();
      yield `${chunk.slice(0, at)}${await styles}`;
      yield withPlaces(chunk.slice(at), places);
    }
  }
}

/** Quotation marks in texts are escaped, so what looks like an attribute is one. */
function withPlaces(chunk: string, places: Set<string>): string {
  return chunk.replace(/ href="#([^"]*)"/gu, (attribute, place: string) => {
    if (places.size < MOST_PLACES) places.add(place);
    return places.has(place) ? attribute : '';
  });
}

async function styleElement(): Promise<string> {
  const faces = await Promise.all(
    FACES.map(async ({ weight, file }) => {
      const bytes = await readFile(fileURLToPath(new URL(`../../resources/fonts/${file}`, import.meta.url)));
      return `@font-face{font-family:"Uratori Report";font-weight:${weight};src:url(data:font/woff2;base64,${bytes.toString('base64')})}`;
    }),
  );
  return `<style>${faces.join('\n')}
body,body :not(code){font-family:${FAMILIES}!important}
@page{@top-left{font-family:${FAMILIES}}@bottom-right{font-family:${FAMILIES}}}
${LIGHT}
</style>
`;
}
