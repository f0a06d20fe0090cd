import fc from 'fast-check';
import { $getRoot, $parseSerializedNode, type SerializedLexicalNode } from 'lexical';
import { describe, expect, test } from 'vitest';
import { type Block, type Inline, plainText, type RichText, richTextSchema } from '../../../app/rich-text.ts';
import { buildEditor, readRichText, writeRichText } from '../../../renderer/ui/rich-text/build-editor.ts';
import { fromLexical } from '../../../renderer/ui/rich-text/from-lexical.ts';
import { isLinkAddress, linkAddressFrom } from '../../../renderer/ui/rich-text/link-address.ts';
import { normalForm, sameRichText } from '../../../renderer/ui/rich-text/normal-form.ts';
import { toLexical } from '../../../renderer/ui/rich-text/to-lexical.ts';

const text = fc.oneof(
  fc.constantFrom('', 'a', '裏取り', '👩‍👩‍👧 🇯🇵', 'two\nlines', '\n', 'tab\tbed', ' ', '<b>&amp;'),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);
const inline: fc.Arbitrary<Inline> = fc
  .record({
    text,
    bold: fc.boolean(),
    italic: fc.boolean(),
    href: fc.constantFrom(
      undefined,
      'https://example.org/a',
      'http://example.com',
      'mailto:desk@example.org',
    ),
  })
  .map(({ text, bold, italic, href }) => ({
    text,
    ...(bold ? { bold: true as const } : {}),
    ...(italic ? { italic: true as const } : {}),
    ...(href ? { href } : {}),
  }));
const inlines = fc.array(inline, { maxLength: 5 });
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('paragraph' as const), children: inlines }),
  fc.record({ kind: fc.constant('quote' as const), children: inlines }),
  fc.record({
    kind: fc.constant('list' as const),
    ordered: fc.boolean(),
    items: fc.array(inlines, { maxLength: 4 }),
  }),
);
const richText: fc.Arbitrary<RichText> = fc.array(block, { maxLength: 6 });

describe('the normal form', () => {
  test('is one: writing it down again changes nothing', () => {
    fc.assert(
      fc.property(richText, (rich) => {
        expect(normalForm(normalForm(rich))).toEqual(normalForm(rich));
      }),
    );
  });
  test('keeps the words', () => {
    fc.assert(
      fc.property(richText, (rich) => {
        expect(plainText(normalForm(rich)).replaceAll('\n', '')).toBe(plainText(rich).replaceAll('\n', ''));
      }),
    );
  });
  test('tells documents apart that look different', () => {
    expect(sameRichText([{ kind: 'paragraph', children: [{ text: 'a' }] }], [])).toBe(false);
    const bold: RichText = [{ kind: 'paragraph', children: [{ text: 'a', bold: true }] }];
    expect(sameRichText(bold, [{ kind: 'paragraph', children: [{ text: 'a' }] }])).toBe(false);
    expect(
      sameRichText(bold, [{ kind: 'paragraph', children: [{ text: '' }, { text: 'a', bold: true }] }]),
    ).toBe(true);
  });
});

describe('rich text and the editor', () => {
  test('there and back is the normal form', () => {
    fc.assert(
      fc.property(richText, (rich) => {
        expect(fromLexical(toLexical(rich))).toEqual(normalForm(rich));
      }),
    );
  });

  test('there and back through a living editor is the normal form', () => {
    const editor = buildEditor([]);
    fc.assert(
      fc.property(richText, (rich) => {
        writeRichText(editor, rich);
        expect(readRichText(editor)).toEqual(normalForm(rich));
      }),
    );
    editor.dispose();
  });

  test('an editor starts with the value it is given', () => {
    fc.assert(
      fc.property(richText, (rich) => {
        const editor = buildEditor(rich);
        expect(readRichText(editor)).toEqual(normalForm(rich));
        editor.dispose();
      }),
      { numRuns: 30 },
    );
  });

  test('what comes out is always valid', () => {
    fc.assert(
      fc.property(richText, (rich) => {
        expect(richTextSchema.safeParse(fromLexical(toLexical(rich))).success).toBe(true);
      }),
    );
  });
});

describe('a paste', () => {
  const text = (words: string, format = 0) => ({
    type: 'text',
    version: 1,
    text: words,
    format,
    detail: 0,
    mode: 'normal',
    style: 'color: red',
  });
  const element = (type: string, children: object[], more: object = {}) => ({
    type,
    version: 1,
    direction: null,
    format: 'center',
    indent: 2,
    children,
    ...more,
  });
  /** Without what only says how the next typed letter would look. */
  const visible = (state: object): unknown =>
    JSON.parse(
      JSON.stringify(state, (key, value) => (/^text(?:Format|Style)$/u.test(key) ? undefined : value)),
    );
  /** Puts nodes into an editor as a paste does, and gives what is saved of it. */
  const pasted = (nodes: object[]): RichText => {
    const editor = buildEditor([]);
    editor.update(
      () => {
        const made = nodes.map((node) => $parseSerializedNode(node as SerializedLexicalNode));
        $getRoot()
          .clear()
          .append(...made);
      },
      { discrete: true },
    );
    const saved = readRichText(editor);
    const seen = editor.getEditorState().toJSON();
    editor.dispose();
    expect(visible(seen), 'what is on the screen is what is saved').toEqual(visible(toLexical(saved)));
    return saved;
  };

  test('keeps bold and italic and no other look', () => {
    const saved = pasted([element('paragraph', [text('bold', 1), text('under', 8), text('both', 3 | 16)])]);
    expect(saved).toEqual([
      {
        kind: 'paragraph',
        children: [
          { text: 'bold', bold: true },
          { text: 'under' },
          { text: 'both', bold: true, italic: true },
        ],
      },
    ]);
  });

  test('of a heading is a paragraph with its words', () => {
    const saved = pasted([element('heading', [text('Words')], { tag: 'h1' })]);
    expect(saved).toEqual([{ kind: 'paragraph', children: [{ text: 'Words' }] }]);
  });

  test('of nested lists is one flat list in reading order', () => {
    const inner = element('list', [element('listitem', [text('b')], { value: 1 })], {
      listType: 'bullet',
      tag: 'ul',
      start: 1,
    });
    const saved = pasted([
      element(
        'list',
        [
          element('listitem', [text('a')], { value: 1 }),
          element('listitem', [inner], { value: 2 }),
          element('listitem', [text('c')], { value: 3 }),
        ],
        { listType: 'number', tag: 'ol', start: 4 },
      ),
    ]);
    expect(saved).toEqual([
      { kind: 'list', ordered: true, items: [[{ text: 'a' }], [{ text: 'b' }], [{ text: 'c' }]] },
    ]);
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/hosts', 'about:blank', ''])(
    'of a link to %j keeps its words and drops the link',
    (url) => {
      const saved = pasted([element('paragraph', [element('link', [text('words')], { url })])]);
      expect(saved).toEqual([{ kind: 'paragraph', children: [{ text: 'words' }] }]);
    },
  );
});

describe('the address of a link', () => {
  test.each([
    ['https://example.org/a?b#c', 'https://example.org/a?b#c'],
    ['  http://example.org ', 'http://example.org'],
    ['example.org/path', 'https://example.org/path'],
    ['desk@example.org', 'mailto:desk@example.org'],
    ['mailto:desk@example.org', 'mailto:desk@example.org'],
    ['例え.jp', 'https://例え.jp'],
  ])('%j is taken as %j', (typed, address) => expect(linkAddressFrom(typed)).toBe(address));

  test.each([
    '',
    'words',
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///a',
    'https://',
    'two words.jp',
    'a b',
  ])('%j is refused', (typed) => expect(linkAddressFrom(typed)).toBeNull());

  const pieces = fc
    .array(fc.constantFrom('https://', 'mailto:', 'desk', '@', 'example', '.', 'org', '/', ':', ' '), {
      maxLength: 8,
    })
    .map((parts) => parts.join(''));
  test('what is taken may be a link', () => {
    fc.assert(
      fc.property(fc.oneof(pieces, fc.string()), (typed) => {
        const address = linkAddressFrom(typed);
        if (address !== null) expect(isLinkAddress(address)).toBe(true);
      }),
    );
  });
});
