import type { Block as RichBlock, Inline as RichInline } from '../../rich-text.ts';
import { safeLink } from '../links.ts';
import type {
  Cell,
  Fact,
  Footnote,
  InnerBlock,
  List,
  Paragraph,
  ParagraphRole,
  Quote,
} from '../model/block.ts';
import { labelOf, lineOf, webLink } from './inline.ts';
import { QUIET } from './look.ts';
import { DOTS, type Package } from './package.ts';
import { paragraph } from './paragraph.ts';
import { run } from './run.ts';
import { layoutTable } from './table.ts';
import { shutIn } from './xml.ts';

const STYLES: Readonly<Record<ParagraphRole, string>> = {
  plain: 'Normal',
  byline: 'Byline',
  review: 'Quiet',
  links: 'Quiet',
  notice: 'Notice',
  quiet: 'Quiet',
  label: 'Label',
  verdict: 'Verdict',
  suggestion: 'Suggestion',
  back: 'Quiet',
};

export function innerBlocks(pack: Package, blocks: readonly InnerBlock[]): string {
  return blocks.map((block) => innerBlock(pack, block)).join('');
}

export function innerBlock(pack: Package, block: InnerBlock): string {
  switch (block.kind) {
    case 'paragraph':
      return paragraphOf(pack, block);
    case 'rich':
      return block.rich.map((each) => richBlock(pack, each)).join('');
    case 'quote':
      return quote(pack, block);
    case 'list':
      return list(pack, block);
    case 'facts':
      return facts(pack, block.facts);
    case 'footnotes':
      return Array.from(block.notes, (note) => footnote(pack, note)).join('');
    default:
      return assertNever(block);
  }
}

/** On paper there is no way back. */
function paragraphOf(pack: Package, { role, line }: Paragraph): string {
  return role === 'back' ? '' : paragraph(STYLES[role], lineOf(pack, line), { keepNext: role === 'label' });
}

function quote(pack: Package, { lang, text, before, after, place }: Quote): string {
  const isAmong = before !== '' || after !== '';
  const words = shutIn(`${before}\u0000${text}\u0000${after}`).split('\u0000');
  const [front = '', middle = '', behind = ''] = words;
  const quoted =
    run(front, { colour: QUIET, lang }) +
    run(middle, { bold: isAmong, lang }) +
    run(behind, { colour: QUIET, lang });
  return paragraph('Quote', quoted) + (place ? paragraph('Notice', labelOf(pack, place)) : '');
}

function list(pack: Package, { style, items }: List): string {
  if (style === 'chips') {
    const chips = items
      .map(({ id, line }) => pack.bookmark(id, lineOf(pack, line)))
      .join(run('  ·  ', { colour: QUIET }));
    return paragraph('Normal', chips);
  }
  const number = style === 'numbers' || style === 'history' ? pack.nextFigures() : DOTS;
  return items
    .map(
      ({ id, line, blocks }) =>
        paragraph('ListParagraph', pack.bookmark(id, lineOf(pack, line)), { list: number }) +
        innerBlocks(pack, blocks),
    )
    .join('');
}

/** Names and values as two columns. Notes are at the foot of their pages, so a fact that holds nothing else is left out. */
export function facts(pack: Package, all: readonly Fact[], side?: string): string {
  const rows = all.flatMap(({ name, blocks }) => {
    const value = innerBlocks(pack, blocks);
    return value === '' ? [] : [[paragraph('FactName', labelOf(pack, name)), value]];
  });
  return rows.length === 0 ? '' : layoutTable([22, 78], rows, side);
}

/** What stands in a cell: a paragraph at least, and one at its end. */
export function cellContent(pack: Package, cell: Cell, style: string, align?: 'end'): string {
  if (cell.kind === 'line') return paragraph(style, lineOf(pack, cell.line), align ? { align } : {});
  return innerBlocks(pack, cell.blocks);
}

/** Kept for footnotes.xml where its number stands in the text; otherwise it stands here. */
function footnote(pack: Package, { number, id, backTo, line, blocks }: Footnote): string {
  if (backTo === null)
    return (
      paragraph('Normal', `${pack.bookmark(id)}${run(`${number}. `)}${lineOf(pack, line)}`) +
      innerBlocks(pack, blocks)
    );
  pack.part = 'footnotes';
  const mark = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>';
  const first = paragraph('FootnoteText', `${pack.bookmark(id, mark)}${run(' ')}${lineOf(pack, line)}`);
  // Smaller, as all that stands there.
  const below = innerBlocks(pack, blocks).replaceAll(
    '<w:pStyle w:val="Quote"/>',
    '<w:pStyle w:val="FootnoteQuote"/>',
  );
  pack.footnotes.push(`<w:footnote w:id="${number}">${first}${below}</w:footnote>`);
  pack.part = 'document';
  return '';
}

function richBlock(pack: Package, block: RichBlock): string {
  const words = (inlines: readonly RichInline[]) => inlines.map((each) => richInline(pack, each)).join('');
  switch (block.kind) {
    case 'paragraph':
      return paragraph('Normal', words(block.children));
    case 'quote':
      return paragraph('Quote', words(block.children));
    case 'list': {
      const number = block.ordered ? pack.nextFigures() : DOTS;
      return block.items.map((item) => paragraph('ListParagraph', words(item), { list: number })).join('');
    }
    default:
      return assertNever(block);
  }
}

function richInline(pack: Package, { text, bold, italic, href }: RichInline): string {
  const to = href === undefined ? null : safeLink(href);
  const words = run(shutIn(text), {
    bold: bold === true,
    italic: italic === true,
    ...(to === null ? {} : { style: 'Hyperlink' }),
  });
  return to === null || words === '' ? words : webLink(pack, to, words);
}

function assertNever(value: never): never {
  throw new Error(`not a block: ${JSON.stringify(value)}`);
}
