import { type Anchor, describe } from '../../app/anchor.ts';
import type { Command } from '../../app/commands.ts';
import type { Evidence } from '../../app/evidence.ts';
import type { Project } from '../../app/project.ts';
import type { ReviewState } from '../../app/review.ts';
import { type Story, type StoryKey, type StoryRef, storyKey } from '../../app/story.ts';
import type { TagColour } from '../../app/tag.ts';
import { TAG_COLOURS } from '../../app/tag.ts';
import type { Finding } from '../../app/translation/checks/finding.ts';
import type { TranslationNoteKind } from '../../app/translation-note.ts';
import type { TextRange } from './state.ts';

/** The story that is annotated, and who annotates it. */
export interface Desk {
  project: Project;
  dumpId: string;
  story: Story;
  reviewer: string;
}

/** A command together with the id of what it makes, to select it afterwards. */
export interface Making {
  command: Command;
  id: string;
}

export function keyOf({ dumpId, story }: Pick<Desk, 'dumpId' | 'story'>): StoryKey {
  return storyKey(dumpId, story.id);
}

export function refOf(dumpId: string, story: Story): StoryRef {
  const { id, ordinal, byteStart, byteEnd, source, publishedAt, lang, lead } = story;
  return { dumpId, storyId: id, ordinal, byteStart, byteEnd, source, publishedAt, lang, lead };
}

export function anchorOf(desk: Desk, range: TextRange): Anchor | null {
  return describe(desk.story, range.start, range.end);
}

/** A claim in the words of the text, with the byline's name as the claimant: both are there to be edited. */
export function newClaim(desk: Desk, anchor: Anchor): Making {
  const id = newId();
  const { source } = desk.story;
  const claim = {
    ...signed(desk),
    id,
    anchors: [anchor],
    wording: oneLine(wordsOf(desk.story, anchor)),
    claimant: source?.name ?? '',
    ratingId: null,
    rationale: [],
    evidence: [],
    verdicts: [],
    carriedFrom: null,
  };
  return { id, command: withStory(desk, { type: 'claim.add', claim }) };
}

export function newTagging(desk: Desk, tagId: string, anchor: Anchor | null): Making {
  const id = newId();
  return {
    id,
    command: withStory(desk, {
      type: 'tagging.add',
      tagging: { ...signed(desk), id, tagId, anchor, memo: '' },
    }),
  };
}

export function newNote(
  desk: Desk,
  kind: TranslationNoteKind,
  original: Anchor | null,
  translation: Anchor | null,
): Making {
  const id = newId();
  const note = { ...signed(desk), id, kind, original, translation, comment: [], suggestion: '' };
  return { id, command: withStory(desk, { type: 'note.add', note }) };
}

/** The sentence is not suggested any more. */
export function dismissSuggestion(desk: Desk, anchor: Anchor): Command {
  const dismissal = { id: newId(), anchor, at: new Date().toISOString(), by: desk.reviewer };
  return withStory(desk, { type: 'suggestion.dismiss', storyKey: keyOf(desk), dismissal });
}

/** The note that a finding of a check would be: on both sides, with what was found as its comment. */
export function noteFromFinding(desk: Desk, finding: Finding, comment: string): Making | null {
  const original = finding.original && anchorOf(desk, finding.original);
  const translation = finding.translation && anchorOf(desk, finding.translation);
  if (!original && !translation) return null;
  const id = newId();
  const note = {
    ...signed(desk),
    id,
    kind: finding.note,
    original,
    translation,
    comment: [{ kind: 'paragraph' as const, children: [{ text: comment }] }],
    suggestion: finding.suggestion,
  };
  return { id, command: withStory(desk, { type: 'note.add', note }) };
}

export function newEvidence(): Evidence {
  return {
    id: newId(),
    stance: 'context',
    title: '',
    url: '',
    archiveUrl: '',
    capturedAt: '',
    publisher: '',
    publishedAt: '',
    quote: '',
    reliability: '',
    file: null,
    story: null,
    addedAt: new Date().toISOString(),
  };
}

/** `why`: for what reason a story that was signed off is reopened. */
export function markReview(desk: Desk, state: ReviewState, why = ''): Command {
  const mark = { storyKey: keyOf(desk), state, by: desk.reviewer, at: new Date().toISOString(), why };
  return withStory(desk, { type: 'review.mark', ...mark });
}

/** Rates a claim, signed. null takes the rating away. */
export function giveVerdict(reviewer: string, claimId: string, ratingId: string | null, why = ''): Command {
  const verdict = { id: newId(), ratingId, by: reviewer, at: new Date().toISOString(), why };
  return { type: 'verdict.give', claimId, verdict };
}

/** The first colour that the fewest tags have. */
export function nextColour(project: Project): TagColour {
  const uses = new Map<TagColour, number>(TAG_COLOURS.map((colour) => [colour, 0]));
  for (const tag of project.tags.values()) uses.set(tag.colour, (uses.get(tag.colour) ?? 0) + 1);
  return [...uses].reduce((best, candidate) => (candidate[1] < best[1] ? candidate : best))[0];
}

/** The first annotation of a story brings the story into the project. */
export function withStory(desk: Desk, command: Command): Command {
  if (desk.project.stories.has(keyOf(desk))) return command;
  return { type: 'batch', commands: [{ type: 'story.add', story: refOf(desk.dumpId, desk.story) }, command] };
}

export function newId(): string {
  return crypto.randomUUID();
}

function signed(desk: Desk) {
  return { storyKey: keyOf(desk), createdAt: new Date().toISOString(), createdBy: desk.reviewer };
}

/** What is said in a span: a byline that it crosses is who says it, and no part of the claim. */
function wordsOf({ text, segments }: Story, { start, end, quote }: Anchor): string {
  const said = segments
    .filter(({ kind }) => kind !== 'byline' && kind !== 'footer')
    .map((segment) => text.slice(Math.max(start, segment.start), Math.min(end, segment.end)))
    .filter((words) => words !== '');
  return said.length > 0 ? said.join(' ') : quote;
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
