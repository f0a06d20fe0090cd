import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Head } from '../../../../../app/formats/format.ts';
import { html } from '../../../../../app/formats/html/html.ts';
import { markdown } from '../../../../../app/formats/markdown/markdown.ts';
import { corpusEntry, corpusPath, entryOf, hasCorpora, headOf } from '../support.ts';

const sniff = async (text: string | Uint8Array, name = 'dump', mediaType?: string) =>
  html.sniff(await headOf(entryOf(name, text, {}, mediaType === undefined ? {} : { mediaType })));

describe('a page is recognised', () => {
  it('by its first tag, whatever its name is', async () => {
    expect(await sniff('<!DOCTYPE html><p>a')).toBe(0.9);
    expect(await sniff('\ufeff\n<!-- saved -->\n<HTML lang="ja">')).toBe(0.9);
    expect(await sniff('<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x">', 'feed.xml')).toBe(0.9);
  });

  it('as a part of one, surer where its name or the server says so', async () => {
    const part = '<blockquote class="twitter-tweet"><p>a</p></blockquote>';
    expect(await sniff(part)).toBeGreaterThan(0.5);
    expect(await sniff(part, 'part.html')).toBeGreaterThan(await sniff(part));
    expect(await sniff('<p>a', 'x', 'text/html')).toBeGreaterThan(0.5);
    expect(await sniff('Fog.<br>No ferries.', 'fog.htm')).toBeGreaterThan(0.5);
  });

  it('although it has a byte in it that no text has', async () => {
    expect(await sniff(new Uint8Array([...new TextEncoder().encode('<html><p>a</p>'), 0]))).toBe(0.9);
  });

  it('and nothing else is', async () => {
    const others = [
      '',
      'Fog.',
      'Fog <b>and</b> rain</p>',
      '<rss version="2.0"><channel>',
      '<?xml version="1.0"?><feed>',
      '<svg><title>a</title></svg>',
      '{"a": 1}',
      '[{"html": "<p>a</p>"}]',
      '# Fog\n\n<div>a</div>',
      '<p',
      '<',
    ];
    for (const text of others) expect([text, await sniff(text)]).toEqual([text, 0]);
    expect(await sniff('{"a": 1}', 'x.html', 'text/html')).toBe(0);
    expect(await sniff('Just words', 'x.html')).toBe(0);
  });
});

describe.skipIf(!hasCorpora)('among real files', () => {
  /** These are pages, whatever their folder is; and these Markdown. */
  const PAGES = ['oembed/sferik_oembed.json', 'rss_atom/unrecognized.rss', 'text/eucjp_no_meta.html'];
  const files = readdirSync(corpusPath(''), { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && !file.parentPath.includes('licences'))
    .map((file) => `${file.parentPath}/${file.name}`.slice(corpusPath('').length));
  const claimed = async (claims: (head: Head) => number) => {
    const names = [];
    for (const name of files) if (claims(await headOf(corpusEntry(name))) >= 0.5) names.push(name);
    return names.sort();
  };

  it('pages claim pages only', async () => {
    expect(await claimed((head) => html.sniff(head))).toEqual(PAGES);
  });

  it('Markdown claims Markdown only', async () => {
    const own = files.filter((name) => name.endsWith('.md')).sort();
    expect(await claimed((head) => markdown.sniff(head))).toEqual(own);
    // By content alone, those with front matter, or with links and code beside their headings.
    const renamed = await claimed((head) => markdown.sniff({ ...head, name: 'dump.txt' }));
    expect(renamed.every((name) => own.includes(name))).toBe(true);
    expect(renamed.length).toBeGreaterThan(10);
  });
});
