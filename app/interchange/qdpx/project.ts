import { xmlAttribute, xmlText } from '../../glossary/xml.ts';
import type { AnnotationSet, SetOrigin, SetStory, Span } from '../annotation-set.ts';
import { sidesOf } from '../labels.ts';
import { serial } from '../reading.ts';
import { CLAIM_CODE, noteCode, ownCodes, tagCodes } from '../refi/codes.ts';
import { element } from '../refi/element.ts';
import { type Guids, guidOf } from '../refi/guids.ts';
import { isPlain, type Unified, unified } from '../refi/line-ends.ts';
import { ownDataSets } from '../refi/own-data.ts';
import { notesOf } from './notes.ts';
import {
  INTERNAL,
  NAMESPACE,
  STORY_VARIABLES,
  sourcePath,
  storyGuid,
  VARIABLES,
  variableGuid,
} from './parts.ts';
import { madeBy, memoGuid, snippet, userGuid, variableValue } from './pieces.ts';
import { placer } from './placer.ts';

/** The file that describes a whole project, part after part in the order that the schema asks for. */
export function* projectXml(set: AnnotationSet, origin: SetOrigin, guids: Guids): Generator<string> {
  const attributes = {
    xmlns: NAMESPACE,
    name: origin.title || 'Uratori',
    origin: `Uratori ${origin.version}`,
    creationDateTime: origin.exportedAt,
  };
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${xmlAttribute(value)}"`);
  yield `<?xml version="1.0" encoding="utf-8"?>\n<Project${written.join('')}>\n`;
  yield* part('Users', usersOf(set));
  yield* part('CodeBook', part('Codes', codesOf(set, origin, guids)));
  if (set.stories.length > 0)
    yield* part(
      'Variables',
      VARIABLES.map((name) =>
        element('Variable', { guid: variableGuid(name), name, typeOfVariable: 'Text' }),
      ),
    );
  const order: Record<string, number> = {};
  yield* part('Sources', sourcesOf(set.stories, guids, order));
  yield* part('Notes', notesOf(set.stories, guids));
  yield ownDataSets({ ids: Object.fromEntries(guids.ids), ratings: set.ratings, order });
  yield '</Project>\n';
}

/** Parts that would be empty are left out, as the schema demands. */
function* part(name: string, content: Iterable<string>): Generator<string> {
  let isOpen = false;
  for (const piece of content) {
    if (!isOpen) yield `<${name}>\n`;
    isOpen = true;
    yield piece.endsWith('\n') ? piece : `${piece}\n`;
  }
  if (isOpen) yield `</${name}>\n`;
}

function* codesOf(set: AnnotationSet, origin: SetOrigin, guids: Guids): Generator<string> {
  yield* tagCodes(set.tags, guids);
  yield* ownCodes(set, origin, guids);
}

function usersOf({ stories }: AnnotationSet): string[] {
  const names = new Set(
    stories.flatMap(({ claims, taggings, notes }) => [...claims, ...taggings, ...notes].map(({ by }) => by)),
  );
  names.delete('');
  return [...names].sort().map((name) => element('User', { guid: userGuid(name), name }));
}

function* sourcesOf(
  stories: readonly SetStory[],
  guids: Guids,
  order: Record<string, number>,
): Generator<string> {
  for (const [index, story] of stories.entries()) {
    const guid = storyGuid(story.key);
    const whole = unified(story.text ?? '');
    const named = [serial(index + 1), story.source?.name, story.publishedAt?.slice(0, 10)];
    const name = named
      .filter((word) => word)
      .join(' ')
      .replaceAll(/\s+/gu, ' ');
    const path = `${INTERNAL}${sourcePath(guid).replace(/^.*\//u, '')}`;
    const facts: Record<(typeof STORY_VARIABLES)[number], string | null> = {
      story: story.key,
      language: story.lang,
      source: story.source?.name ?? null,
      handle: story.source?.handle ?? null,
      published: story.publishedAt,
      link: story.link,
      'line ends': isPlain(whole.ends) ? null : whole.ends,
    };
    yield element(
      'TextSource',
      { guid, name, plainTextPath: path },
      ...selectionsOf(story, whole, guids),
      ...wholeCodings(story, guids, order),
      ...STORY_VARIABLES.map((variable) => variableValue(variable, facts[variable])),
    );
  }
}

/** A use of a code, as the same thing in a selection and on a whole source. */
function codingOf(guid: string, codeGuid: string, noteGuid: string | null, by: { by: string; at: string }) {
  const note = noteGuid === null ? '' : element('NoteRef', { targetGUID: noteGuid });
  return element('Coding', { guid, ...madeBy(by) }, element('CodeRef', { targetGUID: codeGuid }), note);
}

function ratingCode(ratingId: string | null, guids: Guids): string {
  return ratingId === null ? CLAIM_CODE : guids.of('rating', ratingId);
}

function* selectionsOf(story: SetStory, whole: Unified, guids: Guids): Generator<string> {
  const place = placer(story, whole);
  const selection = (
    span: Span,
    name: readonly string[],
    by: { by: string; at: string },
    memo: string,
    coding: string,
  ) => {
    const [startPosition, endPosition] = place(span);
    return element(
      'PlainTextSelection',
      {
        guid: guidOf('selection', ...name),
        name: snippet(span.quote),
        ...{ startPosition, endPosition, ...madeBy(by) },
      },
      memo === '' ? '' : element('Description', {}, xmlText(memo)),
      coding,
    );
  };
  for (const claim of story.claims) {
    const code = ratingCode(claim.ratingId, guids);
    const note = guids.of('claim', claim.id);
    for (const [index, span] of claim.spans.entries()) {
      const name = ['claim', claim.id, String(index)];
      yield selection(span, name, claim, '', codingOf(guidOf('coding', ...name), code, note, claim));
    }
  }
  for (const tagging of story.taggings) {
    if (!tagging.span) continue;
    const coding = codingOf(
      guids.of('tagging', tagging.id),
      guids.of('tag', tagging.tagId),
      ...([null, tagging] as const),
    );
    yield selection(tagging.span, ['tagging', tagging.id], tagging, tagging.memo, coding);
  }
  for (const note of story.notes)
    for (const { side, span } of sidesOf(note)) {
      const name = ['note', note.id, side];
      const code = noteCode(side, note.kind);
      const coding = codingOf(guidOf('coding', ...name), code, guids.of('note', note.id), note);
      yield selection(span, name, note, '', coding);
    }
}

/** What has no place in the text is a coding of the whole source. */
function* wholeCodings(story: SetStory, guids: Guids, order: Record<string, number>): Generator<string> {
  for (const claim of story.claims)
    if (claim.spans.length === 0)
      yield codingOf(
        guidOf('coding', 'claim', claim.id),
        ratingCode(claim.ratingId, guids),
        guids.of('claim', claim.id),
        claim,
      );
  for (const [index, tagging] of story.taggings.entries()) {
    if (tagging.span) continue;
    const guid = guids.of('tagging', tagging.id);
    order[guid] = index;
    const note = tagging.memo === '' ? null : memoGuid(tagging.id);
    yield codingOf(guid, guids.of('tag', tagging.tagId), note, tagging);
  }
}
