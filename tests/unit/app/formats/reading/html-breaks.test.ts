import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withBreaks } from '../../../../../app/formats/reading/html-breaks.ts';
import { htmlText } from '../../../../../app/formats/reading/html-text.ts';

const shown = (typed: string) => htmlText(withBreaks(typed)).text;

describe('line breaks that people type', () => {
  it.each([
    ['一行目\n二行目\r\n\r\n次の段落', '一行目\n二行目\n\n次の段落'],
    ['a\n\n\n\nb', 'a\n\nb'],
    ['a\n<b>b</b>\n<a\nhref="https://a.example">c</a>', 'a\nb\nc'],
    ['a\n\n<ul>\n<li>b</li>\n\n<li>c</li>\n</ul>\nd', 'a\n\nb\nc\n\nd'],
    ['<p>a</p>\n\n<p>b<br />\nc</p>', 'a\n\nb\nc'],
    ['<pre>a\n\n\n  b</pre>\nc', 'a\n\n\n  b\n\nc'],
  ])('%j are shown as %j', (typed, text) => {
    expect(shown(typed)).toBe(text);
  });

  it('are those of the text where there is no markup', () => {
    const line = fc.string({ unit: fc.constantFrom('あ', 'b', '。'), minLength: 1 });
    fc.assert(
      fc.property(fc.array(fc.tuple(line, fc.constantFrom('\n', '\n\n'))), (parts) => {
        const text = parts.flat().join('').trim();
        expect(shown(text)).toBe(text);
      }),
    );
  });
});
