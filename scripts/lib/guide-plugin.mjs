import { readFileSync } from 'node:fs';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

const IMAGE = /<img src="([^"]+)"/gu;
const HEADING = /<h2>(.*?)<\/h2>/gu;
/** A line break between Japanese letters or signs, which would be shown as a gap. */
const GAP =
  /(?<=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\u3000-\u303f\uff00-\uffef])\n(?=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\u3000-\u303f\uff00-\uffef])/gu;

/**
 * Turns a page of the user guide into a module: `html`, `headings`. Markdown's own HTML is shown as it is written, not
 * made markup. Pictures become files of the build.
 * @returns {import('vite').Plugin}
 */
export function guidePlugin() {
  return {
    name: 'uratori-guide',
    enforce: 'pre',
    load(id) {
      if (!id.endsWith('.md')) return null;
      this.addWatchFile(id);
      return moduleOf(readFileSync(id, 'utf8'));
    },
  };
}

/**
 * @param {string} markdown
 * @returns {string} source of a module
 */
export function moduleOf(markdown) {
  const headings = [];
  const pictures = [];
  const html = micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()] })
    .replace(GAP, '')
    .replace(HEADING, (_, text) => {
      const id = `guide-${headings.length + 1}`;
      headings.push({ id, text: plain(text) });
      return `<h2 id="${id}">${text}</h2>`;
    })
    .replace(IMAGE, (whole, address) => {
      if (/^\w+:/u.test(address)) return whole;
      pictures.push(address);
      return `<img src="picture:${pictures.length - 1}"`;
    });
  const parts = html.split(/(?<=<img src=")picture:\d+(?=")/u).map((part) => JSON.stringify(part));
  const imports = pictures.map((address, n) => `import picture${n} from ${JSON.stringify(address)};`);
  const joined = parts.map((part, n) => (n < pictures.length ? `${part} + picture${n}` : part)).join(' + ');
  return `${imports.join('\n')}\nexport const html = ${joined};\nexport const headings = ${JSON.stringify(headings)};\n`;
}

function plain(html) {
  return html
    .replace(/<[^>]+>/gu, '')
    .replace(/&lt;/gu, '<')
    .replace(/&gt;/gu, '>')
    .replace(/&quot;/gu, '"')
    .replace(/&amp;/gu, '&');
}
