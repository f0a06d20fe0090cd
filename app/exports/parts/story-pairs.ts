import type { GlossaryMatcher } from '../../glossary/matcher.ts';
import { termPairsOf } from '../../glossary/term-pairs.ts';
import type { Range } from '../../text/boundaries.ts';
import { type CurrentPairs, currentPairs } from '../../translation/current-pairs.ts';
import { versionSegments, versionsOf } from '../../translation/versions.ts';
import type { Marks, NumberedJudgement, NumberedNote, PlacedAnchor } from '../marks.ts';
import type { Block, Cell, InnerBlock, Row } from '../model/block.ts';
import type { Draft } from '../model/draft.ts';
import { cell, cellOf, joinedBy, literal, paragraph, said } from '../model/pieces.ts';
import { isPlaced } from '../place.ts';
import type { ReportStory } from '../report.ts';
import { smallHeading } from './headings.ts';
import { inTextId, markName } from './jumps.ts';
import { judgementCell } from './translation.ts';

/** Longer texts are not paired: it would take seconds for each. */
const MOST_SENTENCES = 1500;

export interface ShownPairs {
  blocks: Block[];
  /** Ids of the notes that the table has a number for. */
  notes: ReadonlySet<string>;
  /** What the table could not show, since it stands in no pair or in a part of one that has another. */
  judgements: NumberedJudgement[];
}

/** The pairs of a story and its translation; null where it has none, or its texts are too long. */
export function pairsOf({ report: { project } }: Draft, { key, story }: ReportStory): CurrentPairs | null {
  const versions = story && versionsOf(story);
  if (!versions || Math.max(versions.original.length, versions.translation.length) > MOST_SENTENCES)
    return null;
  const terms = termPairsOf(project.glossary.values());
  return currentPairs(versions, project.alignments.get(key) ?? null, terms);
}

/** Original and translation sentence by sentence, each pair with what was judged and noted of it. */
export function storyPairs(
  draft: Draft,
  entry: ReportStory & { number: number },
  { judgements, notes }: Marks,
): ShownPairs | null {
  const { say } = draft.voice;
  const { story, number } = entry;
  const current = pairsOf(draft, entry);
  if (!story || !current) return null;
  const sides = versionSegments(story);
  const lang = {
    original: sides?.original[0]?.lang ?? story.lang,
    translation: sides?.translation[0]?.lang ?? 'und',
  };
  const left = new Set(judgements);
  const shownNotes = new Set<string>();
  const side = (which: 'original' | 'translation', ranges: readonly Range[]): Cell => {
    const [first, last] = [ranges[0], ranges.at(-1)];
    if (!first || !last) return cell(literal('—', { quiet: true }));
    const text = story.text.slice(first.start, last.end);
    return cellOf([{ kind: 'quote', lang: lang[which], text, before: '', after: '', place: null }]);
  };
  const rows = current.pairs.map((pair, index): Row => {
    const isIn = ({ original, translation }: Pick<NumberedJudgement, 'original' | 'translation'>) =>
      original && isPlaced(original.place)
        ? overlaps(original, pair.original)
        : overlaps(translation, pair.translation);
    const judged = [...left].filter(isIn);
    for (const each of judged) left.delete(each);
    const noted = notes.filter((note) => !shownNotes.has(note.note.id) && isIn(note));
    for (const { note } of noted) shownNotes.add(note.id);
    return {
      cells: [
        cell(literal(index + 1)),
        side('original', pair.original),
        side('translation', pair.translation),
        cellOf([
          ...judged.flatMap((each) => blocksOf(judgementCell(draft, each))),
          ...noteMarks(draft, number, noted),
        ]),
      ],
    };
  });
  return {
    notes: shownNotes,
    judgements: [...left],
    blocks: [
      smallHeading(draft, 'pairs', `story-${number}-pairs`, 'pairs'),
      paragraph('quiet', said(say(current.edited ? 'pairs.edited' : 'pairs.suggested'))),
      {
        kind: 'table',
        role: 'pairs',
        caption: [said(say('pairs'))],
        captionHidden: true,
        columns: [
          { head: [said(say('fidelity.pair'))], role: 'name', width: 7 },
          { head: [said(say('story.original'))], role: 'text', width: 36 },
          { head: [said(say('story.translation'))], role: 'text', width: 36 },
          { head: [said(say('fidelity'))], role: 'text', width: 21 },
        ],
        rows,
        foot: null,
      },
    ],
  };
}

function overlaps(anchor: PlacedAnchor | null, ranges: readonly Range[]): boolean {
  if (!anchor || !isPlaced(anchor.place)) return false;
  const { start, end } = anchor.place;
  return ranges.some((range) => range.start < end && range.end > start);
}

function blocksOf(value: Cell): InnerBlock[] {
  return value.kind === 'blocks' ? value.blocks : [paragraph('plain', ...value.line)];
}

function noteMarks(draft: Draft, story: number, notes: readonly NumberedNote[]): InnerBlock[] {
  if (notes.length === 0) return [];
  return [
    paragraph(
      'plain',
      ...joinedBy(
        ' ',
        notes.map(({ number, note }) => {
          const to = `story-${story}-note-${number}`;
          const name = [
            literal(markName(draft, 'note', number)),
            literal(' '),
            said(draft.voice.say(`note.${note.kind}`)),
          ];
          return [{ kind: 'jump', to, id: inTextId(to), words: name }];
        }),
      ),
    ),
  ];
}

/** Counts the glossary's wordings in the originals of a story. */
export function countTerms(
  matcher: GlossaryMatcher,
  { story }: ReportStory,
  uses: Map<string, number>,
): void {
  const original = story ? (versionSegments(story)?.original ?? []) : [];
  for (const { start, end } of original)
    for (const { entry } of matcher.matches(story?.text.slice(start, end) ?? ''))
      uses.set(entry.id, (uses.get(entry.id) ?? 0) + 1);
}
