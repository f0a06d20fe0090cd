import { xmlText } from '../../glossary/xml.ts';
import type { SetClaim, SetEvidence, SetStory } from '../annotation-set.ts';
import { element } from '../refi/element.ts';
import type { Guids } from '../refi/guids.ts';
import { EVIDENCE_VARIABLES } from './parts.ts';
import { madeBy, memoGuid, snippet, variableValue } from './pieces.ts';
import { placer } from './placer.ts';

/** Where evidence quotes a story; null where it does not, or the story is not here. */
type Quoted = (entry: SetEvidence) => [start: number, end: number] | null;

/**
 * The words of annotations: a note a claim and one a piece of its evidence, one a translation note, and memos.
 * @throws UratoriError `export-quote-mismatch`
 */
export function* notesOf(stories: readonly SetStory[], guids: Guids): Generator<string> {
  const quoted = quotedIn(stories);
  for (const story of stories) {
    for (const claim of story.claims) {
      yield claimNote(claim, guids);
      for (const entry of claim.evidence) yield evidenceNote(entry, claim, guids, quoted);
    }
    for (const { id, kind, original, translation, comment, suggestion, ...made } of story.notes)
      yield note({
        guid: guids.of('note', id),
        name: `Translation note: ${kind}: ${snippet((original ?? translation)?.quote ?? '')}`,
        made,
        description: suggestion,
        text: comment,
      });
    for (const { id, span, memo, ...made } of story.taggings)
      if (!span && memo !== '')
        yield note({ guid: memoGuid(id), name: snippet(memo), made, description: '', text: memo });
  }
}

function quotedIn(stories: readonly SetStory[]): Quoted {
  const byKey = new Map(stories.map((story) => [story.key, story]));
  const placers = new Map<string, ReturnType<typeof placer>>();
  return ({ story: quoted }) => {
    const story = quoted?.span && byKey.get(quoted.key);
    if (!story || !quoted?.span) return null;
    const place = placers.get(story.key) ?? placer(story);
    placers.set(story.key, place);
    return place(quoted.span);
  };
}

interface Note {
  guid: string;
  name: string;
  made: { by: string; at: string };
  description: string;
  text: string;
  references?: readonly string[];
  values?: readonly string[];
}

function note({ guid, name, made, description, text, references = [], values = [] }: Note): string {
  return element(
    'Note',
    { guid, name, ...madeBy(made) },
    description === '' ? '' : element('Description', {}, xmlText(description)),
    element('PlainTextContent', {}, xmlText(text)),
    ...references.map((targetGUID) => element('NoteRef', { targetGUID })),
    ...values,
  );
}

/** The wording as what it is about, the rationale as what it says. */
function claimNote(claim: SetClaim, guids: Guids): string {
  const words = claim.wording || claim.spans.map(({ quote }) => quote).join(' … ');
  return note({
    guid: guids.of('claim', claim.id),
    name: `Claim: ${snippet(words)}`,
    made: claim,
    description: claim.wording,
    text: claim.rationale,
    references: claim.evidence.map((entry) => evidenceGuid(entry, claim, guids)),
    values: [
      variableValue('claimant', claim.claimant || null),
      variableValue('carried from', claim.carriedFrom),
    ],
  });
}

/** Evidence has an id within its claim. */
function evidenceGuid(entry: SetEvidence, claim: SetClaim, guids: Guids): string {
  return guids.of('evidence', entry.id, claim.id);
}

function evidenceNote(entry: SetEvidence, claim: SetClaim, guids: Guids, quoted: Quoted): string {
  const [start, end] = quoted(entry) ?? ['', ''];
  const facts: Record<(typeof EVIDENCE_VARIABLES)[number], string> = {
    ...{ stance: entry.stance, publisher: entry.publisher, 'evidence published': entry.publishedAt },
    ...{ url: entry.url, archive: entry.archiveUrl, captured: entry.capturedAt },
    ...{ reliability: entry.reliability, file: entry.file?.name ?? '' },
    'file sha256': entry.file?.sha256 ?? '',
    'quoted story': entry.story?.key ?? '',
    ...{ 'quoted start': String(start), 'quoted end': String(end) },
  };
  return note({
    guid: evidenceGuid(entry, claim, guids),
    name: entry.title,
    made: { by: '', at: '' },
    // For people, whose program may not show a note's variables.
    description: [entry.stance, entry.publisher, entry.publishedAt, entry.url, entry.archiveUrl]
      .filter((word) => word !== '')
      .join(' · '),
    text: entry.quote,
    values: EVIDENCE_VARIABLES.map((name) => variableValue(name, facts[name] || null)),
  });
}
