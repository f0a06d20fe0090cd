import { type Evidence, isFilled } from '../../evidence.ts';
import type { Footnote, InnerBlock } from '../model/block.ts';
import { type Draft, footnoteId, footnoteMarkId, referenceId, storyId } from '../model/draft.ts';
import type { Inline } from '../model/inline.ts';
import { joinedBy, linked, literal, paragraph, said, words } from '../model/pieces.ts';

/** The evidence of a claim as footnotes, and the marks that stand at the claim for them. */
export function footnotesOf(
  draft: Draft,
  evidence: readonly Evidence[],
): { marks: Inline[]; notes: Footnote[] } {
  const items = evidence.filter(isFilled).map((item) => ({ item, number: draft.nextFootnote() }));
  for (const { item, number } of items) draft.references.cite(item, number);
  return {
    notes: items.map(({ item, number }) => footnote(draft, item, number)),
    marks: joinedBy(
      ' ',
      items.map(({ number }) => [
        { kind: 'footnote', number, to: footnoteId(number), id: footnoteMarkId(number) },
      ]),
    ),
  };
}

/** A footnote whose mark stands somewhere else: its source has been cited there. */
export function footnote(draft: Draft, item: Evidence, number: number): Footnote {
  const { say, time } = draft.voice;
  const cited = draft.references.numberOf(item);
  const title = titleOf(draft, item);
  const about = joinedBy(' · ', [
    item.publisher === '' ? [] : [words(item.publisher, { quiet: true })],
    item.publishedAt === '' ? [] : [time(item.publishedAt, { quiet: true })],
  ]);
  return {
    number,
    id: footnoteId(number),
    backTo: footnoteMarkId(number),
    line: [
      { kind: 'stance', stance: item.stance, label: say(`stance.${item.stance}`) },
      literal(' '),
      ...linked(item.url, [title]),
      ...(about.length === 0 ? [] : [literal(' '), ...about]),
      literal(' '),
      { kind: 'citation', number: cited, to: referenceId(cited) },
    ],
    blocks: below(draft, item),
  };
}

function titleOf({ voice }: Draft, { title, url, archiveUrl, file }: Evidence): Inline {
  const known = title.trim() === '' ? url || archiveUrl || file?.name || '' : title;
  return known === '' ? said(voice.say('evidence.untitled')) : words(known);
}

function below(draft: Draft, { quote, story, reliability }: Evidence): InnerBlock[] {
  const { say } = draft.voice;
  const blocks: InnerBlock[] = [];
  if (quote !== '')
    blocks.push({ kind: 'quote', lang: null, text: quote, before: '', after: '', place: null });
  if (story) {
    const number = draft.sectionOf(story.storyKey);
    const name = said(say('evidence.story'));
    blocks.push(
      paragraph(
        'quiet',
        ...(number === null
          ? [name]
          : [{ kind: 'jump' as const, to: storyId(number), words: [name, literal(` (${number})`)] }]),
      ),
    );
  }
  if (reliability.trim() !== '')
    blocks.push(paragraph('quiet', said(say('evidence.reliability')), literal(': '), words(reliability)));
  return blocks;
}
