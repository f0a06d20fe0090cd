import type { Tag, Tagging } from '../../tag.ts';
import type { NumberedTagging } from '../marks.ts';
import type { Block, InnerBlock, ListItem } from '../model/block.ts';
import type { Draft } from '../model/draft.ts';
import type { Inline } from '../model/inline.ts';
import { cell, cellOf, literal, paragraph, said, words } from '../model/pieces.ts';
import { tagPath } from '../tag-path.ts';
import { partHeading, smallHeading } from './headings.ts';
import { jumpToText, markName } from './jumps.ts';
import { quoteBlock } from './quotes.ts';

export function chip({ report: { project } }: Draft, tagId: string): Inline {
  const colour = project.tags.get(tagId)?.colour ?? 'grey';
  return { kind: 'chip', colour, text: tagPath(project, tagId).join(' › ') };
}

/** Nothing where the project has no tags. */
export function* codebook(draft: Draft): Generator<Block> {
  const { voice, report, summary } = draft;
  const { say } = voice;
  const { tags } = report.project;
  if (tags.size === 0) return;
  yield partHeading(draft, 'codebook', 'codebook', 'codebook');
  yield {
    kind: 'table',
    role: 'codebook',
    caption: [said(say('codebook'))],
    captionHidden: true,
    columns: [
      { head: [said(say('tag'))], role: 'name', width: 32 },
      { head: [said(say('tag.description'))], role: 'text', width: 56 },
      { head: [said(say('tag.uses'))], role: 'count', width: 12 },
    ],
    rows: [...tags.values()]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map((tag) => ({
        cells: [
          cell(chip(draft, tag.id)),
          cellOf([
            ...(tag.description === '' ? [] : [paragraph('plain', words(tag.description))]),
            ...examples(draft, tag),
          ]),
          cell(literal(summary.tags.get(tag.id) ?? 0)),
        ],
      })),
    foot: null,
  };
}

function examples({ voice }: Draft, tag: Tag): InnerBlock[] {
  if (tag.examples.length === 0) return [];
  return [
    paragraph('label', said(voice.say('tag.examples'))),
    {
      kind: 'list',
      style: 'plain',
      name: voice.say('tag.examples'),
      items: tag.examples.map((example) => ({ line: [words(example)], blocks: [] })),
    },
  ];
}

/** The tags of a whole story. */
export function* storyTags(draft: Draft, taggings: readonly NumberedTagging[]): Generator<Block> {
  const whole = taggings.filter((entry) => entry.anchor === null);
  if (whole.length === 0) return;
  yield {
    kind: 'list',
    style: 'chips',
    name: draft.voice.say('story.tags'),
    items: whole.map(({ tagging }) => ({
      line: [chip(draft, tagging.tagId), ...memo(draft, tagging)],
      blocks: [],
    })),
  };
}

/** The tags that stand on words of a story, with these words. */
export function* textTags(
  draft: Draft,
  story: number,
  taggings: readonly NumberedTagging[],
): Generator<Block> {
  const items = taggings.flatMap(({ number, tagging, anchor }): ListItem[] => {
    if (!anchor) return [];
    const id = `story-${story}-tag-${number}`;
    return [
      {
        id,
        line: [
          ...jumpToText(id, [anchor], [literal(markName(draft, 'tag', number))]),
          literal(' '),
          chip(draft, tagging.tagId),
          ...memo(draft, tagging),
        ],
        blocks: [quoteBlock(draft, anchor)],
      },
    ];
  });
  if (items.length === 0) return;
  yield smallHeading(draft, 'tags', `story-${story}-tags`, 'tags');
  yield { kind: 'list', style: 'plain', name: null, items };
}

function memo({ voice }: Draft, { memo: text }: Tagging): Inline[] {
  if (text.trim() === '') return [];
  return [literal(' '), said(voice.say('tag.memo'), { quiet: true }), literal(' '), words(text)];
}
