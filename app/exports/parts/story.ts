import { isEmpty } from '../../rich-text.ts';
import { type Marks, marksOf } from '../marks.ts';
import type { Block } from '../model/block.ts';
import { type Draft, storyId } from '../model/draft.ts';
import { address, literal, paragraph, said, words } from '../model/pieces.ts';
import type { ReportStory } from '../report.ts';
import { storyClaims } from './claims.ts';
import { smallHeading } from './headings.ts';
import { reviewLines } from './history.ts';
import { sourceName } from './sources.ts';
import { storyText } from './story-text.ts';
import { storyTags, textTags } from './tags.ts';
import { storyJudgements, storyNotes } from './translation.ts';

type Numbered = ReportStory & { number: number };

/** One story with everything: byline, text, annotations. */
export function* wholeStory(draft: Draft, entry: Numbered): Generator<Block> {
  const { number } = entry;
  const marks = marksOf(draft.report.project, entry);
  yield* storyHead(draft, entry);
  yield* reviewLines(draft, marks.review);
  yield* storyTags(draft, marks.taggings);
  yield* storyNote(draft, number, marks);
  yield* wordsOfStory(draft, entry, marks);
  yield* storyClaims(draft, number, marks);
  yield* storyNotes(draft, number, marks);
  yield* storyJudgements(draft, number, marks);
  yield* textTags(draft, number, marks.taggings);
  yield backToContents(draft);
}

/** The text with its marks and links, or that there is none. */
export function* wordsOfStory(
  draft: Draft,
  { ref, story, number }: Numbered,
  marks: Marks,
): Generator<Block> {
  const { say } = draft.voice;
  if (story) {
    yield { ...smallHeading(draft, 'words', `${storyId(number)}-text`, 'story.text'), hidden: true };
    yield storyText(draft, number, story, marks);
    yield* storyLinks(draft, story.links);
  } else {
    yield paragraph('notice', said(say('story.noText')));
    yield { kind: 'quote', lang: ref.lang, text: ref.lead, before: '', after: '', place: null };
  }
}

/** Heading and byline. */
export function* storyHead({ voice }: Draft, { ref, number }: Numbered): Generator<Block> {
  yield {
    kind: 'heading',
    level: 3,
    role: 'story',
    id: storyId(number),
    number,
    line: [words(ref.lead, { lang: ref.lang })],
    bookmark: ref.lead,
  };
  yield paragraph(
    'byline',
    ...sourceName(ref.source, voice),
    ...(ref.publishedAt === null ? [] : [literal(' · '), voice.time(ref.publishedAt)]),
  );
}

export function backToContents({ voice }: Draft): Block {
  return paragraph('back', {
    kind: 'jump',
    to: 'contents',
    words: [said(voice.say('story.backToContents'))],
  });
}

function* storyNote(draft: Draft, story: number, { storyNote: note }: Marks): Generator<Block> {
  if (!note || isEmpty(note.words)) return;
  yield smallHeading(draft, 'story-note', `${storyId(story)}-note`, 'story.note');
  yield { kind: 'rich', rich: note.words };
}

/** Addresses that a story cites. */
export function* storyLinks({ voice }: Draft, addresses: readonly string[]): Generator<Block> {
  if (addresses.length === 0) return;
  yield paragraph(
    'links',
    said(voice.say('story.links'), { quiet: true }),
    ...[...new Set(addresses)].flatMap((each) => [literal(' '), address(each)]),
  );
}
