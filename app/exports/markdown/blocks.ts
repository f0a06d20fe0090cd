import { VERDICT_SIGNS } from '../labels.ts';
import type {
  Block,
  ClaimCard,
  Contents,
  Fact,
  Heading,
  LegendRow,
  Masthead,
  NoteCard,
  Reference,
  Table,
} from '../model/block.ts';
import { escapeLine, escapeLines } from './escape.ts';
import { labelOf, lineOf, target } from './inline.ts';
import { cellText, facts, footnote, innerBlock } from './inner.ts';
import { storyText } from './story-text.ts';
import { rowOf, tableHead } from './words.ts';

/** A block as Markdown, with a blank line at its end. */
export async function* blockOf(block: Block): AsyncGenerator<string> {
  switch (block.kind) {
    case 'masthead':
      yield masthead(block);
      break;
    case 'heading':
      yield heading(block);
      break;
    case 'contents':
      yield* contents(block);
      break;
    case 'legend':
      yield `${block.rows.map(legendRow).join('')}\n`;
      break;
    case 'table':
      if (!block.captionHidden) yield `### ${lineOf(block.caption)}\n\n`;
      yield* table(block);
      break;
    case 'figure':
      yield `### ${labelOf(block.title)}\n\n`;
      yield* table(block.table);
      break;
    case 'story-text':
      yield storyText(block.parts);
      break;
    case 'claim':
      yield claim(block);
      break;
    case 'note':
      yield note(block);
      break;
    case 'references':
      for (const each of block.references) yield reference(each);
      yield '\n';
      break;
    case 'page-break':
      yield '---\n\n';
      break;
    case 'footnotes':
      for (const each of block.notes) yield `${footnote(each)}\n`;
      break;
    case 'paragraph':
    case 'rich':
    case 'quote':
    case 'list':
    case 'facts': {
      const words = innerBlock(block, '');
      if (words !== '') yield `${words}\n`;
      break;
    }
    default:
      assertNever(block);
  }
}

function masthead({ kicker, title, author, authorLabel, lines, introduction }: Masthead): string {
  const all = [
    `# ${escapeLine(title)}`,
    labelOf(kicker),
    ...(author === '' ? [] : [`${labelOf(authorLabel)}: ${escapeLine(author)}`]),
    ...lines.map(lineOf),
    ...introduction.map((words) => escapeLines(words).join('  \n')),
  ];
  return `${all.join('\n\n')}\n\n`;
}

/** Those for ears alone are left out within a story: its quotations show what they are. */
function heading({ level, id, number, line, hidden }: Heading): string {
  if (hidden && level > 2) return '';
  const count = number === null ? '' : `${number}. `;
  const to = level <= 3 ? `${target(id)}\n\n` : '';
  return `${to}${'#'.repeat(level)} ${count}${lineOf(line)}\n\n`;
}

function* contents({ id, title, entries }: Contents): Generator<string> {
  yield `${target(id)}\n\n## ${labelOf(title)}\n\n`;
  for (const { to, level, number, line, after } of entries) {
    const mark = level === 1 ? '-' : `  ${number === null ? '-' : `${number}.`}`;
    yield `${mark} ${lineOf([{ kind: 'jump', to, words: [...line] }])} ${lineOf(after)}`.trimEnd();
    yield '\n';
  }
  yield '\n';
}

async function* table({ columns, rows, foot }: Table): AsyncGenerator<string> {
  yield tableHead(
    columns.map(({ head }) => lineOf(head)),
    columns.map(({ role }) => role === 'count'),
  );
  for await (const { id, cells } of rows) {
    const texts = cells.map(cellText);
    if (id) texts[0] = `${target(id)}${texts[0]}`;
    yield rowOf(texts);
  }
  if (foot) yield rowOf(foot.cells.map(cellText).map((words) => (words === '' ? '' : `**${words}**`)));
  yield '\n';
}

function claim(card: ClaimCard): string {
  const { id, level, name, wording, verdict, rating, outcome, footnotes } = card;
  const came = outcome ? ` (${labelOf(outcome)})` : '';
  const marks = footnotes.length === 0 ? '' : ` ${lineOf(footnotes)}`;
  const notes = card.facts.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'footnotes'));
  // Definitions of footnotes stand outside of lists; the marks at the verdict say which they are.
  const rest = card.facts.filter(({ blocks }) => !blocks.some((block) => block.kind === 'footnotes'));
  return `${target(id)}

${'#'.repeat(level)} ${lineOf(name)}: ${escapeLine(wording)}

${VERDICT_SIGNS[verdict]} **${labelOf(rating)}**${came}${marks}

${facts(rest, '')}
${notes.map((block) => innerBlock(block, '')).join('')}
`;
}

function note({ id, level, name, label, original, translation, facts: all }: NoteCard): string {
  const sides: Fact[] = [original, translation].map((side) => ({ name: side.label, blocks: side.blocks }));
  return `${target(id)}

${'#'.repeat(level)} ${lineOf(name)} ${labelOf(label)}

${facts([...sides, ...all], '')}
`;
}

function reference({ number, id, line, facts: all, cited, backTo, more }: Reference): string {
  const numbers = `${backTo.map((each) => each.number).join(', ')}${more ? ` ${labelOf(more)}` : ''}`;
  const below = [
    ...all.map((fact) => `${labelOf(fact.name)}: ${lineOf(fact.line)}`),
    `${labelOf(cited)}: ${numbers}`,
  ];
  const indent = ' '.repeat(`${number}. `.length);
  return `${number}. ${target(id)}${lineOf(line)}\n${below.map((words) => `${indent}- ${words}\n`).join('')}`;
}

function legendRow(row: LegendRow): string {
  switch (row.kind) {
    case 'verdicts': {
      const signs = row.verdicts.map(({ verdict, label }) => `${VERDICT_SIGNS[verdict]} ${labelOf(label)}`);
      return `- \\[${row.name}\\] ${labelOf(row.label)} ${signs.join(', ')}\n`;
    }
    case 'note':
    case 'tag':
      return `- \\[${row.name}\\] ${labelOf(row.label)}\n`;
    case 'moved':
      return `- ${labelOf(row.label)}\n`;
    default:
      return assertNever(row);
  }
}

function assertNever(value: never): never {
  throw new Error(`not a block: ${JSON.stringify(value)}`);
}
