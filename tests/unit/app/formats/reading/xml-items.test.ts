import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markupOf, textOf, type XmlElement } from '../../../../../app/formats/reading/xml-element.ts';
import { type XmlItem, xmlItems } from '../../../../../app/formats/reading/xml-items.ts';
import type { Problem } from '../../../../../app/problem.ts';

async function* pieces(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

async function read(text: string, size = 7, limit?: number): Promise<(XmlItem | Problem)[]> {
  const found: (XmlItem | Problem)[] = [];
  const wants = (name: string) => name === 'item' || name === 'atom:item' || name === 'wp:item';
  for await (const item of xmlItems(pieces(text, size), wants, 'x.xml', limit)) found.push(item);
  return found;
}
const elements = (found: (XmlItem | Problem)[]) =>
  found.flatMap((item) => ('element' in item ? [item.element] : []));
const codes = (found: (XmlItem | Problem)[]) =>
  found.map((item) => ('element' in item ? textOf(item.element) : item.code));

/** Elements as a document can hold them. */
const { tree } = fc.letrec<{ tree: XmlElement }>((tie) => ({
  tree: fc.record({
    name: fc.constantFrom('a', 'dc:b', 'ü', 'x-1'),
    attributes: fc.dictionary(fc.constantFrom('href', 'k', 'rdf:about'), fc.string(), {
      noNullPrototype: true,
    }),
    children: fc
      .array(fc.oneof({ depthSize: 'small' }, fc.string({ unit: 'binary', minLength: 1 }), tie('tree')), {
        maxLength: 4,
      })
      // Two runs of text side by side are one.
      .map((children) => children.filter((child, at) => typeof child !== typeof children[at - 1])),
  }),
}));

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&#x3c;').replaceAll('>', '&gt;').replaceAll('"', '&#34;');

function written({ name, attributes, children }: XmlElement): string {
  const inside = children
    .map((child) => (typeof child === 'string' ? escaped(child) : written(child)))
    .join('');
  const around = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  return inside === '' ? `<${name}${around.join('')}/>` : `<${name}${around.join('')}>${inside}</${name}>`;
}

describe('elements of an XML text read in chunks', () => {
  it('are those that were written, whatever the chunks', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(tree, { maxLength: 4 }),
        fc.integer({ min: 1, max: 40 }),
        async (trees, size) => {
          const items = trees.map((child) => ({ name: 'item', attributes: {}, children: [child] }));
          const text = `<?xml version="1.0"?>\n<!-- <item/> -->\n<rss><b>x</b>${items.map(written).join('\n')}</rss>`;
          expect(elements(await read(text, size))).toEqual(items);
        },
      ),
    );
  });

  it('come with the line they start on', async () => {
    const found = await read('<r>\n<item>a\n</item>\n\n<item\n k="1">b</item></r>');
    expect(found).toMatchObject([{ line: 2 }, { line: 5 }]);
  });

  it('know CDATA, references and empty elements', async () => {
    const [item] = elements(await read('<item>a&amp;&#x3042;<![CDATA[<b>&amp;]]]]><e k = "1&lt;"/></item>'));
    expect(item?.children).toEqual(['a&あ<b>&amp;]]', { name: 'e', attributes: { k: '1<' }, children: [] }]);
  });

  it('have the usual prefixes of their namespaces, whatever the document calls them', async () => {
    const text = `<a:feed xmlns:a="http://www.w3.org/2005/Atom" xmlns:x="http://purl.org/dc/elements/1.1/"
      xmlns:wp="http://elsewhere.example/"><a:item><x:creator/><id xmlns="http://wordpress.org/export/1.2/"/>
      <wp:id/><title/></a:item></a:feed>`;
    const [item] = elements(await read(text));
    const names = item?.children.flatMap((child) => (typeof child === 'string' ? [] : [child.name]));
    expect([item?.name, ...(names ?? [])]).toEqual(['atom:item', 'dc:creator', 'wp:id', 'wp:id', 'title']);
  });
});

describe('XML that is not well-formed', () => {
  it('gives every element that can be told, and says where it is damaged', async () => {
    const found = await read('<r>\n<item><b>1</item>\n<item>2</x></item>\n<item>3\n<item>4</item></r>');
    expect(codes(found)).toEqual(['1', 'entry-damaged', '2', 'entry-damaged', '3', 'entry-damaged', '4']);
    expect(found[1]).toEqual({
      code: 'entry-damaged',
      params: { entry: 'x.xml', unit: 'line', position: 2, detail: '<b> … </item>' },
    });
    expect(found[5]).toMatchObject({ params: { position: 5 } });
  });

  it('is one problem outside of the elements that were asked for', async () => {
    expect(codes(await read('<r></x></y><item>1</item></z></r>'))).toEqual(['entry-damaged', '1']);
  });

  it('gives what stands before its end', async () => {
    const found = await read('<r><item>1</item><item>2<b>b</r');
    expect(codes(found)).toEqual(['1', '2b', 'entry-truncated']);
    expect(codes(await read('<r><item>1<![CDATA[ab'))).toEqual(['1ab', 'entry-truncated']);
  });

  it('gives CDATA that was put into CDATA as it was meant', async () => {
    const meant = ['a <![CDATA[ b ]]> :)', ']]>', 'x <![CDATA[ y ]]> z <![CDATA[ t: ]]>'];
    for (const text of meant) {
      const [item, problem] = await read(`<item><![CDATA[${text}]]></item>`);
      expect(elements(item === undefined ? [] : [item]).map(textOf)).toEqual([text]);
      expect(problem).toMatchObject({ code: 'entry-damaged' });
    }
  });
});

describe('hostile XML', () => {
  it('expands no entity', async () => {
    const laughs = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`);
    const text = `<!DOCTYPE r [<!ENTITY l0 "ha">${laughs.join('\n')}<!ENTITY f SYSTEM "file:///etc/passwd">]>
      <r><item k="&l9;">&l9;&f;</item></r>`;
    const [item] = elements(await read(text));
    expect(item).toEqual({ name: 'item', attributes: { k: '&l9;' }, children: ['&l9;&f;'] });
  });

  it('leaves out elements that are too large, whatever makes them so', async () => {
    for (const large of [
      'x'.repeat(2000),
      `<b k="${'x'.repeat(2000)}"/>`,
      '<b/>'.repeat(100),
      '<![CDATA[]]>'.repeat(200),
    ]) {
      const found = await read(`<r><item>1</item>\n<item>${large}</item><item>3</item></r>`, 64, 1000);
      expect(codes(found)).toEqual(['1', 'record-too-large', '3']);
      expect(found[1]).toMatchObject({ params: { unit: 'line', position: 2, limit: 1000 } });
    }
  });

  it('holds no tag, comment or section without an end', async () => {
    const endless = 'x'.repeat(5000);
    for (const start of ['<!--', '<item><![CDATA[', '<', '<!', '</', '<?', '<a ', '<a k=', '<item>&#']) {
      const found = await read(`${start}${endless}<item>1</item>`, 64, 1000);
      expect(found.length).toBeLessThan(4);
    }
  });

  it('may be as deep as it likes', async () => {
    const depth = 200_000;
    const deep = `${'<a>'.repeat(depth)}x${'</a>'.repeat(depth)}`;
    const found = await read(`<r>${deep}<item>${deep}</item><item>2</item></r>`, 5000);
    expect(codes(found)).toEqual(['x', '2']);
    expect(elements(found).map(markupOf)[0]).toContain('x');
  });

  it('is never thrown over', async () => {
    const bits = [
      '<',
      '>',
      '/',
      'item',
      '<item>',
      '</item>',
      '&',
      '&#',
      ';',
      '"',
      "'",
      '=',
      '<![CDATA[',
      ']]>',
    ];
    const more = ['<!--', '-->', '<?', '?>', '<!DOCTYPE', '[', ' ', '\n', 'xmlns', ':', '\ud800', '\0', 'a'];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...bits, ...more), { maxLength: 60 }),
        fc.integer({ min: 1, max: 9 }),
        async (parts, size) => {
          const text = parts.join('');
          const found = await read(text, size);
          expect(codes(found)).toEqual(codes(await read(text, 1000)));
        },
      ),
      { numRuns: 500 },
    );
  });
});
