import type { Block } from '../model/block.ts';
import type { Draft } from '../model/draft.ts';
import { cell, cellOf, literal, paragraph, said, words } from '../model/pieces.ts';
import { partHeading } from './headings.ts';

/** The entries of the glossary that the originals have words of; nothing where there are none. */
export function* glossaryUsed(draft: Draft, uses: ReadonlyMap<string, number>): Generator<Block> {
  if (uses.size === 0) return;
  const { say } = draft.voice;
  const entries = [...draft.report.project.glossary.values()]
    .filter(({ id }) => uses.has(id))
    .sort((a, b) => (a.source < b.source ? -1 : a.source > b.source ? 1 : a.id < b.id ? -1 : 1));
  yield partHeading(draft, 'glossary', 'glossary', 'glossary');
  yield {
    kind: 'table',
    role: 'glossary',
    caption: [said(say('glossary'))],
    captionHidden: true,
    columns: [
      { head: [said(say('story.original'))], role: 'name', width: 27 },
      { head: [said(say('story.translation'))], role: 'text', width: 27 },
      { head: [said(say('note.comment'))], role: 'text', width: 34 },
      { head: [said(say('tag.uses'))], role: 'count', width: 12 },
    ],
    rows: entries.map((entry) => ({
      cells: [
        cell(words(entry.source, { lang: entry.sourceLang })),
        cellOf([
          paragraph('plain', words(entry.target, { lang: entry.targetLang })),
          ...(entry.variants.length === 0
            ? []
            : [paragraph('quiet', words(entry.variants.join(' · '), { lang: entry.targetLang }))]),
        ]),
        cell(words(entry.note)),
        cell(literal(uses.get(entry.id) ?? 0)),
      ],
    })),
    foot: null,
  };
}
