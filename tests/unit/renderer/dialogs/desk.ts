import { type Anchor, anchorAt } from '../../../../app/anchor.ts';
import { apply } from '../../../../app/apply.ts';
import type { Claim } from '../../../../app/claim.ts';
import type { Command } from '../../../../app/commands.ts';
import { emptyProject, type Project } from '../../../../app/project.ts';
import { type StoryRef, storyKey } from '../../../../app/story.ts';

const AT = '2025-04-12T09:00:00.000Z';

export const OLD_TEXT = 'The bridge closes for six months. The mayor said six months.';

export function storyRef(storyId: string, changes: Partial<StoryRef> = {}): StoryRef {
  return {
    dumpId: 'd',
    storyId,
    ordinal: 0,
    byteStart: 0,
    byteEnd: 60,
    source: { name: 'Harbour Wire', handle: 'harbourwire' },
    publishedAt: '2025-04-12',
    lang: 'en',
    lead: 'The bridge closes for six months.',
    ...changes,
  };
}

export function anchorOn(text: string, quote: string, from = 0): Anchor {
  const start = text.indexOf(quote, from);
  return anchorAt({ text, segments: [{ start: 0, end: text.length }] }, start, start + quote.length);
}

export function claimOn(
  id: string,
  storyId: string,
  anchors: Anchor[],
  ratingId: string | null = null,
): Claim {
  return {
    id,
    storyKey: storyKey('d', storyId),
    anchors,
    wording: '',
    claimant: '',
    ratingId,
    verdicts: [],
    carriedFrom: null,
    rationale: [],
    evidence: [],
    createdAt: AT,
    createdBy: 'A',
  };
}

/** A project with one dump, made by real commands. */
export function projectWith(...commands: Command[]): Project {
  const dump: Command = {
    type: 'dump.add',
    dump: {
      id: 'd',
      name: 'd.txt',
      path: '/d.txt',
      relativePath: null,
      sha256: null,
      bytes: 60,
      format: 'plain-text',
      encoding: 'utf-8',
      rule: { kind: 'byline' },
    },
  };
  return [dump, ...commands].reduce(
    (project, command) => apply(project, command).project,
    emptyProject('p', 'Harbour', AT),
  );
}

export const NOTE_AND_TAG: Command[] = [
  {
    type: 'tag.add',
    tag: {
      id: 't',
      name: 'bridge',
      colour: 'blue',
      parentId: null,
      description: '',
      examples: [],
      shortcut: '',
      order: '',
    },
  },
  {
    type: 'tagging.add',
    tagging: {
      id: 'g',
      tagId: 't',
      memo: '',
      storyKey: 'd/s',
      anchor: anchorOn(OLD_TEXT, 'mayor'),
      createdAt: AT,
      createdBy: 'A',
    },
  },
  {
    type: 'note.add',
    note: {
      id: 'n',
      storyKey: 'd/s',
      kind: 'nuance',
      original: anchorOn(OLD_TEXT, 'bridge'),
      translation: anchorOn(OLD_TEXT, 'mayor'),
      comment: [],
      suggestion: '',
      createdAt: AT,
      createdBy: 'A',
    },
  },
];
