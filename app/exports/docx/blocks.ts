import { VERDICT_SIGNS } from '../labels.ts';
import type {
  Block,
  Contents,
  ContentsEntry,
  Heading,
  LegendRow,
  Masthead,
  Reference,
} from '../model/block.ts';
import { claimCard, headingStyle, noteCard } from './cards.ts';
import { drawn } from './chart.ts';
import { jump, labelOf, lineOf } from './inline.ts';
import { innerBlock } from './inner.ts';
import { picture } from './logo.ts';
import { markLook, QUIET, TAG_COLOURS, VERDICT_COLOURS } from './look.ts';
import type { Package } from './package.ts';
import { paragraph } from './paragraph.ts';
import { run } from './run.ts';
import { storyText } from './story-text.ts';
import { table } from './table.ts';
import { shutIn } from './xml.ts';

/** The body of the document, block by block. */
export async function* bodyOf(pack: Package, blocks: AsyncIterable<Block>): AsyncGenerator<string> {
  for await (const block of blocks) yield* blockOf(pack, block);
}

async function* blockOf(pack: Package, block: Block): AsyncGenerator<string> {
  switch (block.kind) {
    case 'masthead':
      yield masthead(pack, block);
      break;
    case 'heading':
      yield heading(pack, block);
      break;
    case 'contents':
      yield* contents(pack, block);
      break;
    case 'legend':
      yield block.rows.map((row) => legendRow(pack, row)).join('');
      break;
    case 'table':
      yield* table(pack, block);
      break;
    case 'figure':
      yield paragraph('Caption', pack.bookmark(block.id, labelOf(pack, block.title)), { keepNext: true });
      yield drawn(pack, block.chart);
      yield* table(pack, block.table);
      break;
    case 'story-text':
      yield storyText(pack, block.parts);
      break;
    case 'claim':
      yield claimCard(pack, block);
      break;
    case 'note':
      yield noteCard(pack, block);
      break;
    case 'references':
      for (const each of block.references) yield reference(pack, each);
      break;
    case 'page-break':
      yield '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';
      break;
    case 'paragraph':
    case 'rich':
    case 'quote':
    case 'list':
    case 'facts':
    case 'footnotes':
      yield innerBlock(pack, block);
      break;
    default:
      assertNever(block);
  }
}

function masthead(pack: Package, block: Masthead): string {
  const { kicker, title, author, authorLabel, logo, lines, introduction } = block;
  pack.logo = logo;
  return [
    logo ? paragraph('Kicker', picture(pack, logo)) : '',
    paragraph('Kicker', labelOf(pack, kicker)),
    paragraph('Title', run(shutIn(title))),
    author === ''
      ? ''
      : paragraph('Subtitle', `${labelOf(pack, authorLabel, { colour: QUIET })}${run(` ${shutIn(author)}`)}`),
    ...lines.map((line) => paragraph('Quiet', lineOf(pack, line))),
    ...introduction.map((words) => paragraph('Introduction', run(shutIn(words)))),
  ].join('');
}

/** A heading for ears alone has nothing on paper but its place. */
function heading(pack: Package, { level, id, number, line, hidden }: Heading): string {
  if (hidden) return paragraph('AfterTable', pack.bookmark(id));
  const count = number === null ? '' : run(`${number}  `, { colour: QUIET });
  return paragraph(headingStyle(level), pack.bookmark(id, count + lineOf(pack, line)));
}

/**
 * A table of contents that is right as it is: its entries are there, and lead to their places. A word processor that
 * makes it anew finds the same headings; without page numbers, since nobody has laid out pages yet.
 */
function* contents(pack: Package, { id, title, entries }: Contents): Generator<string> {
  yield paragraph('ContentsHeading', pack.bookmark(id, labelOf(pack, title)));
  const begin = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\n \\h \\z \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`;
  let isFirst = true;
  for (const entry of entries) {
    yield contentsEntry(pack, entry, isFirst ? begin : '');
    isFirst = false;
  }
  if (!isFirst) yield paragraph('AfterTable', '<w:r><w:fldChar w:fldCharType="end"/></w:r>');
}

function contentsEntry(
  pack: Package,
  { to, level, number, line, after }: ContentsEntry,
  before: string,
): string {
  const count = number === null ? '' : run(`${number}  `, { colour: QUIET });
  const behind = after.length === 0 ? '' : run('  ') + lineOf(pack, after, { colour: QUIET });
  return paragraph(`TOC${level}`, before + jump(to, count + lineOf(pack, line)) + behind);
}

function legendRow(pack: Package, row: LegendRow): string {
  switch (row.kind) {
    case 'verdicts': {
      const samples = row.verdicts.map(({ verdict, label }) => {
        const { ink, wash, line } = markLook({ look: { kind: 'claim', verdict }, colour: null });
        const name = `${row.name}${VERDICT_SIGNS[verdict]}`;
        return (
          run(name, { superscript: true, bold: true, colour: VERDICT_COLOURS[verdict] }) +
          run(label.main, { wash, underline: { line, colour: ink } })
        );
      });
      return paragraph('Normal', `${labelOf(pack, row.label)}${run('  ')}${samples.join(run('   '))}`);
    }
    case 'note':
    case 'tag': {
      const { ink, wash, line } =
        row.kind === 'note'
          ? markLook({ look: { kind: 'note', side: 'original' }, colour: null })
          : { ink: TAG_COLOURS.grey, wash: null, line: 'single' };
      return paragraph(
        'Normal',
        run(row.name, { superscript: true, bold: true, colour: ink }) +
          labelOf(pack, row.label, { wash, underline: { line, colour: ink } }),
      );
    }
    case 'moved':
      return paragraph('Normal', run('→ ', { superscript: true, bold: true }) + labelOf(pack, row.label));
    default:
      return assertNever(row);
  }
}

function reference(pack: Package, { number, id, line, facts, cited, backTo, more }: Reference): string {
  const first = paragraph(
    'Reference',
    `${pack.bookmark(id, run(`[${number}]`))}<w:r><w:tab/></w:r>${lineOf(pack, line)}`,
    { keepNext: true },
  );
  const about = facts.map(({ name, line: words }) =>
    paragraph('ReferenceFact', `${labelOf(pack, name, { colour: QUIET })}${run('  ')}${lineOf(pack, words)}`),
  );
  const back = backTo
    .map((each) => jump(each.to, run(String(each.number), { style: 'Jump' })))
    .join(run(', '));
  const others = more ? run(' ') + labelOf(pack, more) : '';
  const citedIn = paragraph(
    'ReferenceFact',
    `${labelOf(pack, cited, { colour: QUIET })}${run('  ')}${back}${others}`,
  );
  return first + about.join('') + citedIn;
}

function assertNever(value: never): never {
  throw new Error(`not a block: ${JSON.stringify(value)}`);
}
