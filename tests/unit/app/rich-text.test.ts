import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromPlainText, isEmpty, plainText, type RichText, richTextSchema } from '../../../app/rich-text.ts';

describe('rich text', () => {
  test('plain text goes there and back, and is valid', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const rich = fromPlainText(text);
        expect(plainText(rich)).toBe(text);
        expect(richTextSchema.parse(rich)).toEqual(rich);
      }),
    );
  });

  test('a block or list item is a line', () => {
    const rich: RichText = [
      { kind: 'paragraph', children: [{ text: '裏' }, { text: '取り', bold: true }] },
      { kind: 'list', ordered: true, items: [[{ text: '一' }], [{ text: '二', italic: true }]] },
      { kind: 'quote', children: [{ text: '引用', href: 'https://example.org/' }] },
    ];
    expect(plainText(rich)).toBe('裏取り\n一\n二\n引用');
    expect(isEmpty(rich)).toBe(false);
  });

  test('white space alone is empty', () => {
    expect(isEmpty([])).toBe(true);
    expect(isEmpty([{ kind: 'paragraph', children: [{ text: ' \u3000\n' }] }])).toBe(true);
  });

  test('only http, https and mailto become links', () => {
    const link = (href: string) => [{ kind: 'paragraph', children: [{ text: 'x', href }] }];
    for (const href of ['https://example.org', 'HTTP://example.org', 'mailto:a@example.org'])
      expect(richTextSchema.safeParse(link(href)).success).toBe(true);
    for (const href of [
      'javascript:alert(1)',
      ' https://example.org',
      'data:text/html,x',
      '//example.org',
      '',
    ])
      expect(richTextSchema.safeParse(link(href)).success).toBe(false);
  });
});
