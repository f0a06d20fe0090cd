import { FIDELITY_SIGNS, VERDICT_SIGNS } from '../labels.ts';
import type { Inline, Label, Line, Look } from '../model/inline.ts';
import { FIDELITY_COLOURS, QUIET, TAG_COLOURS, VERDICT_COLOURS } from './look.ts';
import { bookmarkName, type Package } from './package.ts';
import { type RunLook, run } from './run.ts';
import { escaped, shutIn } from './xml.ts';

export function lineOf(pack: Package, line: Line, look: RunLook = {}): string {
  return line.map((piece) => inline(pack, piece, look)).join('');
}

/** The main words, and the others quieter behind them. */
export function labelOf(pack: Package, { main, other }: Label, look: RunLook = {}): string {
  const words = run(main, { ...look, lang: pack.locale });
  if (other === null || pack.otherLocale === null) return words;
  return words + run(` ${other}`, { ...look, colour: QUIET, lang: pack.otherLocale });
}

/** To the web. */
export function webLink(pack: Package, href: string, words: string): string {
  return `<w:hyperlink r:id="${pack.link(href)}" w:history="1">${words}</w:hyperlink>`;
}

/** To a place in the document. */
export function jump(to: string, words: string): string {
  return `<w:hyperlink w:anchor="${escaped(bookmarkName(to))}" w:history="1">${words}</w:hyperlink>`;
}

function inline(pack: Package, piece: Inline, outer: RunLook): string {
  switch (piece.kind) {
    case 'label':
      return labelOf(pack, piece.label, lookOf(piece, outer));
    case 'literal':
      return run(piece.text, lookOf(piece, outer));
    case 'words':
      return run(shutIn(piece.text), { ...lookOf(piece, outer), lang: piece.lang });
    case 'time':
      return run(shutIn(piece.readable), lookOf(piece, outer));
    case 'link':
      return webLink(pack, piece.href, lineOf(pack, piece.words, { ...outer, style: 'Hyperlink' }));
    case 'jump':
      return pack.bookmark(piece.id, jump(piece.to, lineOf(pack, piece.words, { ...outer, style: 'Jump' })));
    case 'verdict-sign':
      return run(`${VERDICT_SIGNS[piece.verdict]} `, { ...outer, colour: VERDICT_COLOURS[piece.verdict] });
    case 'fidelity': {
      const look = { ...outer, bold: true, colour: FIDELITY_COLOURS[piece.fidelity] };
      return run(`${FIDELITY_SIGNS[piece.fidelity]} `, look) + labelOf(pack, piece.label, look);
    }
    case 'stance': {
      const colour = {
        supports: VERDICT_COLOURS.verified,
        refutes: VERDICT_COLOURS.disputed,
        context: QUIET,
      }[piece.stance];
      return labelOf(pack, piece.label, { ...outer, bold: true, colour });
    }
    case 'chip':
      return run(shutIn(piece.text), { ...outer, bold: true, colour: TAG_COLOURS[piece.colour] });
    case 'tally':
      return (
        run(`${VERDICT_SIGNS[piece.verdict]}${piece.count} `, {
          ...outer,
          bold: true,
          colour: VERDICT_COLOURS[piece.verdict],
        }) + run(piece.label.main, { ...outer, colour: QUIET })
      );
    case 'footnote':
      return pack.bookmark(piece.id, footnoteReference(pack, piece.number, piece.to));
    case 'citation':
      return jump(piece.to, run(`[${piece.number}]`, { ...outer, style: 'Jump' }));
    default:
      return assertNever(piece);
  }
}

function footnoteReference(pack: Package, number: number, to: string): string {
  if (!pack.isFirst(number)) return jump(to, run(String(number), { superscript: true, style: 'Jump' }));
  return `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="${number}"/></w:r>`;
}

function lookOf({ bold, italic, quiet, code }: Look, outer: RunLook): RunLook {
  return {
    ...outer,
    ...(bold ? { bold } : {}),
    ...(italic ? { italic } : {}),
    ...(code ? { code } : {}),
    ...(quiet ? { colour: QUIET } : {}),
  };
}

function assertNever(value: never): never {
  throw new Error(`not a piece of a line: ${JSON.stringify(value)}`);
}
