import type { Block, Inline, RichText } from '../../../app/rich-text.ts';

type Look = Omit<Inline, 'text'>;

/**
 * The one way to write down what looks the same: runs of one look are one run, lists of one kind without
 * anything between them are one list, empty runs and lists are left out, a single empty paragraph is an empty document.
 */
export function normalForm(rich: RichText): RichText {
  const blocks: Block[] = [];
  for (const block of rich) {
    if (block.kind !== 'list') {
      blocks.push({ kind: block.kind, children: normalInlines(block.children) });
      continue;
    }
    const items = block.items.map(normalInlines);
    const last = blocks.at(-1);
    if (last?.kind === 'list' && last.ordered === block.ordered) last.items.push(...items);
    else if (items.length > 0) blocks.push({ kind: 'list', ordered: block.ordered, items });
  }
  const only = blocks.length === 1 ? blocks[0] : undefined;
  return only?.kind === 'paragraph' && only.children.length === 0 ? [] : blocks;
}

export function sameRichText(a: RichText, b: RichText): boolean {
  return JSON.stringify(normalForm(a)) === JSON.stringify(normalForm(b));
}

/** A line break has no look of its own, in the editor or on paper: it takes that of the run before it. */
export function normalInlines(inlines: readonly Inline[]): Inline[] {
  const runs: Inline[] = [];
  for (const inline of inlines) {
    for (const text of inline.text.split(/(\n)/u)) {
      if (text === '') continue;
      const last = runs.at(-1);
      const look = text === '\n' ? (last ?? {}) : inline;
      if (last && sameLook(last, look)) last.text += text;
      else runs.push(inlineOf(text, look));
    }
  }
  return runs;
}

/** An inline with only the properties it needs, always in the same order. */
export function inlineOf(text: string, look: Look): Inline {
  return {
    text,
    ...(look.bold ? { bold: true as const } : {}),
    ...(look.italic ? { italic: true as const } : {}),
    ...(look.href === undefined ? {} : { href: look.href }),
  };
}

function sameLook(a: Look, b: Look): boolean {
  return a.bold === b.bold && a.italic === b.italic && a.href === b.href;
}
