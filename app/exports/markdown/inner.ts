import type { Cell, Fact, Footnote, InnerBlock, List, Paragraph, Quote } from '../model/block.ts';
import { escapePart, linesOf } from './escape.ts';
import { labelOf, lineOf, target } from './inline.ts';
import { emphasis, richText } from './rich-text.ts';
import { cellOf, quotation } from './words.ts';

/** Blocks after an indent, each with a line break at its end; between two of them stands a blank line. */
export function innerBlocks(blocks: readonly InnerBlock[], indent: string): string {
  return blocks
    .map((block) => innerBlock(block, indent))
    .filter((words) => words.trim() !== '')
    .join('\n');
}

export function innerBlock(block: InnerBlock, indent: string): string {
  switch (block.kind) {
    case 'paragraph':
      return paragraph(block, indent);
    case 'rich':
      return richText(block.rich, indent);
    case 'quote':
      return quote(block, indent);
    case 'list':
      return list(block, indent);
    case 'facts':
      return facts(block.facts, indent);
    case 'footnotes':
      return Array.from(block.notes, footnote).join('');
    default:
      return assertNever(block);
  }
}

function paragraph({ role, line }: Paragraph, indent: string): string {
  const words = lineOf(line).trim();
  if (words === '') return '';
  switch (role) {
    case 'notice':
      return `${indent}**${words}**\n`;
    case 'label':
      return `${indent}_${words}:_\n`;
    case 'back':
      return '';
    case 'suggestion':
      return quotation(linesOf(words), indent);
    case 'plain':
    case 'byline':
    case 'review':
    case 'links':
    case 'quiet':
    case 'verdict':
      return `${indent}${words}\n`;
    default:
      return assertNever(role);
  }
}

function quote({ text, before, after, place }: Quote, indent: string): string {
  const whole = `${before}${text}${after}`.toWellFormed();
  const from = before.length;
  const to = from + text.length;
  const middle = linesOf(escapePart(whole, from, to))
    .map((line) => (whole.length === text.length ? line : emphasis(line, true)))
    .join('\n');
  const words = `${escapePart(whole, 0, from)}${middle}${escapePart(whole, to, whole.length)}`;
  return `${quotation(linesOf(words), indent)}${place ? `\n${indent}_${labelOf(place)}_\n` : ''}`;
}

function list({ style, name, items }: List, indent: string): string {
  if (style === 'chips') {
    const line = items.map((item) => lineOf(item.line)).join(', ');
    return `${indent}- ${name ? `${labelOf(name)}: ` : ''}${line}\n`;
  }
  return items
    .map(({ id, line, blocks }, index) => {
      const mark = style === 'numbers' || style === 'history' ? `${index + 1}.` : '-';
      const below = innerBlocks(blocks, `${indent}${' '.repeat(mark.length + 1)}`);
      return `${indent}${mark} ${id ? target(id) : ''}${lineOf(line)}\n${below === '' ? '' : `\n${below}\n`}`;
    })
    .join('');
}

/** A list of names with their values; what takes more than a line stands below its name. */
export function facts(all: readonly Fact[], indent: string): string {
  return all.map((fact) => factOf(fact, indent)).join('');
}

function factOf({ name, blocks }: Fact, indent: string): string {
  const head = `${indent}- **${labelOf(name)}:**`;
  const [first, ...rest] = blocks;
  const isLine = first?.kind === 'paragraph' && first.role !== 'suggestion';
  if (!isLine) return `${head}\n\n${innerBlocks(blocks, `${indent}  `)}\n`;
  const below = innerBlocks(rest, `${indent}  `);
  return `${head} ${lineOf(first.line)}\n${below === '' ? '' : `\n${below}\n`}`;
}

/** A definition of GitHub's: what goes on below the first line is indented by four. */
export function footnote({ number, line, blocks }: Footnote): string {
  const below = innerBlocks(blocks, '    ');
  return `[^${number}]: ${lineOf(line)}\n${below === '' ? '' : `\n${below}`}\n`;
}

/** A cell of a table: its blocks with line breaks between them. */
export function cellText(cell: Cell): string {
  if (cell.kind === 'line') return lineOf(cell.line);
  return cell.blocks
    .map(blockInCell)
    .filter((words) => words !== '')
    .join('<br>');
}

function blockInCell(block: InnerBlock): string {
  switch (block.kind) {
    case 'paragraph':
      return lineOf(block.line).trim();
    case 'quote': {
      const words = cellOf(`${block.before}${block.text}${block.after}`);
      return block.place ? `${words}<br>(${labelOf(block.place)})` : words;
    }
    case 'list':
      return block.items.map(({ line }) => `– ${lineOf(line)}`).join('<br>');
    case 'facts':
    case 'rich':
    case 'footnotes':
      throw new Error(`a cell has no ${block.kind}`);
    default:
      return assertNever(block);
  }
}

function assertNever(value: never): never {
  throw new Error(`not a block: ${JSON.stringify(value)}`);
}
