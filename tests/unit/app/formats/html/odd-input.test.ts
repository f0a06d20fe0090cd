import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { html } from '../../../../../app/formats/html/html.ts';
import { pagePieces } from '../../../../../app/formats/html/page-pieces.ts';
import { elementsBelow } from '../../../../../app/formats/html/tree.ts';
import { entryOf, readAll } from '../support.ts';

const read = (page: string | Uint8Array) => readAll(html, entryOf('page.html', page));

const words = fc.stringMatching(/^[a-z潮🐟]{1,8}$/u);
const element = fc.constantFrom(
  ...'p div h1 h2 ul li table tr td blockquote a b pre br img ruby rt nav aside article script style noscript iframe template'.split(
    ' ',
  ),
);
const attributes = fc.constantFrom(
  '',
  ' class="twitter-tweet"',
  ' href="https://x.com/minato/status/7"',
  ' hidden',
  ' style="display:none"',
  ' data-tweet-id="9"',
  ' src="/a.jpg"',
  ' id="x"',
  ' class=\'a "b"\'',
  ' datetime="2025-02-08"',
);
const tag = fc.tuple(element, attributes).map(([name, more]) => `<${name}${more}>`);
const piece = fc.oneof(
  words,
  tag,
  element.map((name) => `</${name}>`),
  fc.constantFrom(
    '&mdash; Minato (@minato) ',
    '&amp;',
    '&#128031;',
    '<!-- c -->',
    '<![CDATA[x]]>',
    '<',
    '>',
    '"',
    '\n',
    '<a href="',
    '<!--',
    '&#xD800;',
  ),
);
const pages = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

describe('a page of any quality', () => {
  it('makes stories whose segments lie in their text, and whose text has no tags', async () => {
    await fc.assert(
      fc.asyncProperty(pages, async (page) => {
        const { records } = await read(page);
        for (const { text, segments, lead } of records) {
          expect(text.trim()).not.toBe('');
          expect(lead).not.toBe('');
          expect(text.isWellFormed()).toBe(true);
          expect(segments.map(({ start, end }) => text.slice(start, end))).toEqual([text]);
        }
      }),
    );
  });

  it('has no markup in the text of its stories where it is well-formed', async () => {
    const { tree } = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 5 },
        words,
        fc
          .tuple(
            element.filter((name) => !/^(?:br|img|script|style|iframe)$/u.test(name)),
            attributes,
            fc.array(tie('tree'), { maxLength: 4 }),
          )
          .map(([name, more, children]) => `<${name}${more}>${children.join('')}</${name}>`),
      ),
    }));
    await fc.assert(
      fc.asyncProperty(tree, async (page) => {
        const { records } = await read(page);
        for (const { text, link } of records) {
          // An embed without words shows its address.
          if (text !== link) expect(text).toMatch(/^[a-z潮🐟\s]*$/u);
        }
      }),
    );
  });

  it('may be cut anywhere', async () => {
    const page =
      '<!doctype html><title>Fog</title><h1>Fog</h1><p>No &amp; ferries</p><blockquote class="twitter-tweet"><p lang="en">A<br>b ' +
      '<a href="https://t.co/x">https://t.co/x</a></p>&mdash; Minato (@minato) <a href="https://x.com/minato/status/7">May 1, 2024</a></blockquote>';
    for (let end = 0; end <= page.length; end++) {
      const { records, problems } = await read(page.slice(0, end));
      expect(problems).toEqual([]);
      for (const { text } of records) expect(text).not.toMatch(/<\w|class=/u);
    }
  });

  it('may be nested a hundred thousand times', async () => {
    const many = 100_000;
    for (const name of ['div', 'blockquote', 'b']) {
      const page = `${`<${name}>`.repeat(many)}潮${`</${name}>`.repeat(many)}港`;
      const { records } = await read(page);
      expect(records.map(({ text }) => text.replace(/\n+/u, ''))).toEqual(['潮港']);
    }
  });

  it('may have a hundred thousand attributes, line breaks or headings', async () => {
    const many = 100_000;
    const attributeList = Array.from({ length: many }, (_, index) => `a${index}="x"`).join(' ');
    expect((await read(`<p ${attributeList}>潮</p>`)).records).toHaveLength(1);
    expect((await read(`潮${'<br>'.repeat(many)}港`)).records).toHaveLength(1);
    expect((await read('<h2>潮</h2>港'.repeat(many / 10))).records).toHaveLength(many / 10);
  });

  it('may hold bytes that are no text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        await read(Uint8Array.from([...new TextEncoder().encode('<html><p>'), ...bytes]));
      }),
    );
  });
});

describe('a page that does not fit into memory', () => {
  const chunks = async function* (page: string) {
    for (let at = 0; at < page.length; at += 1000) yield page.slice(at, at + 1000);
  };
  const limits = { nodes: 5000, units: 1 << 20, token: 1 << 14 };

  it('is read in pieces, each post in one of them', async () => {
    const post = (index: number) => `<blockquote class="twitter-tweet"><p>${index}</p></blockquote>\n`;
    const page = `<html><body><div>${Array.from({ length: 20_000 }, (_, index) => post(index)).join('')}</div>`;
    const found: string[] = [];
    let pieces = 0;
    for await (const item of pagePieces(chunks(page), 'page.html', limits)) {
      if ('code' in item) throw new Error(item.code);
      pieces++;
      expect(item.isFirst).toBe(pieces === 1);
      expect(item.nodes).toBeLessThan(limits.nodes * 2);
      for (const { name, startIndex, children } of elementsBelow(item.tree)) {
        if (name === 'blockquote') found.push(`${startIndex} ${children.length}`);
      }
    }
    expect(pieces).toBeGreaterThan(5);
    expect(found).toEqual(Array.from({ length: 20_000 }, (_, index) => `${index + 1} 1`));
  });

  it('may have a comment without end, which is named and left out', async () => {
    const items = [];
    for await (const item of pagePieces(
      chunks(`a\n<p>b</p>\n<!-- ${'x'.repeat(100_000)}`),
      'page.html',
      limits,
    ))
      items.push(item);
    expect(items[0]).toEqual({
      code: 'record-too-large',
      params: { entry: 'page.html', unit: 'line', position: 3, limit: limits.token },
    });
    expect(items.at(-1)).toHaveProperty('isLast', true);
  });
});
