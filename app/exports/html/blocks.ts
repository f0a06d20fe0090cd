import type { Block, Heading, Level } from '../model/block.ts';
import { idAttribute } from './attributes.ts';
import { claimCard, heading as headingOf, noteCard } from './cards.ts';
import { contents } from './contents.ts';
import { figure } from './figure.ts';
import { lineOf, type Page } from './inline.ts';
import { innerBlock } from './inner.ts';
import { legend } from './legend.ts';
import { html, type Markup } from './markup.ts';
import { masthead } from './masthead.ts';
import { references } from './references.ts';
import { storyText } from './story-text.ts';
import { table } from './table.ts';

/** The blocks as they come, each section closed where a heading of its level or a higher one opens the next. */
export async function* blocksOf(page: Page, blocks: AsyncIterable<Block>): AsyncGenerator<Markup> {
  const open: { level: Level; end: Markup }[] = [];
  const closeTo = function* (level: number) {
    while ((open.at(-1)?.level ?? 0) >= level) yield (open.pop() as { end: Markup }).end;
  };
  let inMain = false;
  for await (const block of blocks) {
    if (!inMain && block.kind !== 'masthead') {
      inMain = true;
      yield html`<main>\n`;
    }
    if (block.kind === 'heading') {
      yield* closeTo(block.level);
      const { start, end } = section(page, block);
      open.push({ level: block.level, end });
      yield start;
      continue;
    }
    if (block.kind === 'contents') yield* closeTo(2);
    yield* blockOf(page, block);
  }
  yield* closeTo(1);
  if (inMain) yield html`</main>\n`;
}

/** A section that other places link to has a name of its own; those within a story would only be noise among them. */
function section(
  page: Page,
  { level, role, id, number, line, hidden }: Heading,
): { start: Markup; end: Markup } {
  const isNamed = level <= 3;
  const count = number === null ? null : html`<span class="number">${number}</span> `;
  const title = headingOf(
    level,
    html`${isNamed ? idAttribute(`${id}-title`) : null}${hidden ? html` class="unseen"` : null}`,
    html`${count}${lineOf(page, line)}`,
  );
  const named = isNamed ? html` aria-labelledby="${id}-title"` : null;
  return role === 'story'
    ? {
        start: html`<article class="story" id="${id}"${named}>\n${title}\n`,
        end: html`</article>\n`,
      }
    : {
        start: html`<section class="${role}" id="${id}"${named}>${title}\n`,
        end: html`</section>\n`,
      };
}

async function* blockOf(page: Page, block: Exclude<Block, Heading>): AsyncGenerator<Markup> {
  switch (block.kind) {
    case 'masthead':
      yield masthead(page, block);
      break;
    case 'contents':
      yield* contents(page, block);
      break;
    case 'legend':
      yield legend(page, block.rows);
      break;
    case 'table':
      yield* table(page, block);
      break;
    case 'figure':
      yield* figure(page, block);
      break;
    case 'story-text':
      yield storyText(page, block.parts);
      break;
    case 'claim':
      yield claimCard(page, block);
      break;
    case 'note':
      yield noteCard(page, block);
      break;
    case 'references':
      yield* references(page, block.references);
      break;
    case 'page-break':
      yield html`<div class="page-break"></div>\n`;
      break;
    case 'paragraph':
    case 'rich':
    case 'quote':
    case 'list':
    case 'facts':
    case 'footnotes':
      yield innerBlock(page, block);
      break;
    default:
      assertNever(block);
  }
}

function assertNever(value: never): never {
  throw new Error(`not a block: ${JSON.stringify(value)}`);
}
