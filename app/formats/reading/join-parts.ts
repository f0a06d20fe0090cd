import type { SegmentKind } from '../../story.ts';
import type { KnownOfStory } from '../story-record.ts';

/** A run of a story's text, as a platform gives it. `lang` null: the text tells. */
export interface Part {
  kind: SegmentKind;
  text: string;
  lang?: string | null;
}

export type JoinedParts = Required<Pick<KnownOfStory, 'text' | 'segments'>>;

/** The parts one behind the other, a blank line between them; those without anything to read are left out. LF line ends. */
export function joinParts(parts: readonly Part[]): JoinedParts {
  const joined: { text: string; segments: JoinedParts['segments'][number][] } = { text: '', segments: [] };
  for (const { kind, text, lang = null } of parts) {
    const words = text.replace(/\r\n?/gu, '\n').trim();
    if (words === '') continue;
    const start = joined.text === '' ? 0 : joined.text.length + 2;
    joined.text = joined.text === '' ? words : `${joined.text}\n\n${words}`;
    joined.segments.push({ kind, lang, start, end: joined.text.length });
  }
  return joined;
}
