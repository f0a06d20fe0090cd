import { isEmpty } from '../../rich-text.ts';
import type { Marks, NumberedJudgement, NumberedNote, PlacedAnchor } from '../marks.ts';
import type { Block, Cell, Fact, InnerBlock, NoteCard, Row, Side } from '../model/block.ts';
import type { Draft } from '../model/draft.ts';
import { cell, cellOf, literal, paragraph, said, words } from '../model/pieces.ts';
import { smallHeading } from './headings.ts';
import { who } from './history.ts';
import { inTextId, jumpToText, markName } from './jumps.ts';
import { quoteBlock } from './quotes.ts';

/** The translation notes of a story. */
export function* storyNotes(
  draft: Draft,
  story: number,
  { notes }: Pick<Marks, 'notes'>,
  /** Whether a number of the note stands in what is shown of the story; null: wherever it has a place in the text. */
  isShown: ((noteId: string) => boolean) | null = null,
): Generator<Block> {
  if (notes.length === 0) return;
  yield smallHeading(draft, 'notes', `story-${story}-notes`, 'notes');
  for (const entry of notes) yield noteCard(draft, story, entry, isShown?.(entry.note.id) ?? null);
}

function noteCard(
  draft: Draft,
  story: number,
  { note, number, original, translation }: NumberedNote,
  isShown: boolean | null,
): NoteCard {
  const { say } = draft.voice;
  const id = `story-${story}-note-${number}`;
  const name = markName(draft, 'note', number);
  const anchors = [original, translation].filter((anchor) => anchor !== null);
  const facts: Fact[] = [];
  if (!isEmpty(note.comment))
    facts.push({ name: say('note.comment'), blocks: [{ kind: 'rich', rich: note.comment }] });
  if (note.suggestion !== '')
    facts.push({ name: say('note.suggestion'), blocks: [paragraph('suggestion', words(note.suggestion))] });
  return {
    kind: 'note',
    id,
    level: 5,
    name:
      isShown === null
        ? jumpToText(id, anchors, [literal(name)])
        : isShown
          ? [{ kind: 'jump', to: inTextId(id), words: [literal(name)] }]
          : [literal(name)],
    bookmark: name,
    label: say(`note.${note.kind}`),
    original: side(draft, 'original', original),
    translation: side(draft, 'translation', translation),
    facts,
  };
}

function side(draft: Draft, which: 'original' | 'translation', anchor: PlacedAnchor | null): Side {
  const { say } = draft.voice;
  return { label: say(`note.${which}`), blocks: [wordsOf(draft, which, anchor)] };
}

function wordsOf(draft: Draft, which: 'original' | 'translation', anchor: PlacedAnchor | null): InnerBlock {
  const { say } = draft.voice;
  if (anchor) return quoteBlock(draft, anchor);
  return paragraph('quiet', said(say(which === 'original' ? 'note.noOriginal' : 'note.noTranslation')));
}

/** The translation review of one story: a row a judged pair, in the order of the original. */
export function* storyJudgements(
  draft: Draft,
  story: number,
  { judgements }: Pick<Marks, 'judgements'>,
): Generator<Block> {
  if (judgements.length === 0) return;
  const { say } = draft.voice;
  yield smallHeading(draft, 'judgements', `story-${story}-judgements`, 'fidelity.title');
  yield paragraph('quiet', said(say('fidelity.what')));
  yield {
    kind: 'table',
    role: 'judgements',
    caption: [said(say('fidelity.title'))],
    captionHidden: true,
    columns: [
      { head: [said(say('fidelity.pair'))], role: 'name', width: 8 },
      { head: [said(say('note.original'))], role: 'text', width: 34 },
      { head: [said(say('note.translation'))], role: 'text', width: 34 },
      { head: [said(say('fidelity'))], role: 'text', width: 24 },
    ],
    rows: judgements.map((entry) => judgementRow(draft, entry)),
    foot: null,
  };
}

function judgementRow(draft: Draft, entry: NumberedJudgement): Row {
  const { number, original, translation } = entry;
  return {
    cells: [
      cell(literal(number)),
      cellOf([wordsOf(draft, 'original', original)]),
      cellOf([wordsOf(draft, 'translation', translation)]),
      judgementCell(draft, entry),
    ],
  };
}

/** What was judged, by whom, when and why. */
export function judgementCell({ voice }: Draft, { judgement }: NumberedJudgement): Cell {
  const { fidelity, by, at, comment } = judgement;
  return cellOf([
    paragraph('plain', { kind: 'fidelity', fidelity, label: voice.say(`fidelity.${fidelity}`) }),
    paragraph('quiet', who(voice, by), literal(' · '), voice.time(at)),
    ...(comment.trim() === '' ? [] : [paragraph('suggestion', words(comment))]),
  ]);
}
