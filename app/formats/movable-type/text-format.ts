import { withBreaks } from '../reading/html-breaks.ts';

/** Text formats whose text is HTML already. */
const HTML = /^(?:0|none|richtext|html|tinymce.*)$/iu;
const BLOCK = /<(?:p|br|div|h[1-6]|ul|ol|table|blockquote)[\s/>]/iu;

/**
 * The HTML of a body. With most text formats a line break is one for readers too: that of "convert line breaks", and
 * near enough those of Markdown and Textile. Where the format is not named, markup of blocks tells.
 * @param format the value of `CONVERT BREAKS`
 */
export function bodyHtml(text: string, format: string): string {
  const isHtml = format === '' ? BLOCK.test(text) : HTML.test(format);
  return isHtml ? text : withBreaks(text);
}
