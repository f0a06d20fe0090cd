import { z } from 'zod';
import { STANCES } from '../../evidence.ts';
import type { SetClaim, SetEvidence } from '../annotation-set.ts';
import { fits } from '../reading.ts';
import { attributeIn } from '../xml.ts';
import type { NoteRead, ProjectRead } from './read.ts';

/** What a selection says, and the notes about it. */
export function memoOf(memo: string, notes: readonly string[], read: ProjectRead): string {
  const words = notes.map((guid) => read.notes.get(guid)?.text ?? '');
  return [memo, ...words].filter((part) => part !== '').join('\n');
}

/** A claim without its places, from the note with its words. */
export function claimIn(
  guid: string,
  ratingId: string | null,
  made: { by: string; at: string },
  read: ProjectRead,
): SetClaim {
  const note = read.notes.get(guid);
  return {
    ...{ id: read.own.ids[guid] ?? guid, spans: [], ratingId },
    ...{
      wording: note?.description ?? '',
      claimant: note?.values.claimant ?? '',
      rationale: note?.text ?? '',
      carriedFrom: note?.values['carried from'] ?? null,
    },
    evidence: (note?.references ?? []).flatMap((reference) => evidenceIn(reference, read)),
    ...(note?.made ?? made),
  };
}

function evidenceIn(guid: string, read: ProjectRead): SetEvidence[] {
  const note = read.notes.get(guid);
  if (!note) return [];
  const { values } = note;
  const sha256 = values['file sha256'] ?? '';
  return [
    {
      id: read.own.ids[guid] ?? guid,
      stance: fits(read.file, values.stance ?? 'context', z.enum(STANCES)),
      title: attributeIn(note.element, 'name') ?? '',
      ...{ url: values.url ?? '', archiveUrl: values.archive ?? '', capturedAt: values.captured ?? '' },
      ...{ publisher: values.publisher ?? '', publishedAt: values['evidence published'] ?? '' },
      ...{ quote: note.text, reliability: values.reliability ?? '' },
      file: sha256 === '' ? null : { name: values.file ?? '', sha256 },
      story: quotedIn(values, read),
    },
  ];
}

/** The story that evidence quotes; its place is known once all texts are. */
function quotedIn(values: NoteRead['values'], read: ProjectRead): SetEvidence['story'] {
  const { 'quoted story': key, 'quoted start': start, 'quoted end': end } = values;
  if (key === undefined) return null;
  const quoted: NonNullable<SetEvidence['story']> = { key, span: null };
  if (start !== undefined && end !== undefined)
    read.quoted.push({ quoted, start: Number(start), end: Number(end) });
  return quoted;
}
