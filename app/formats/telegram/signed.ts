import type { KnownOfStory } from '../story-record.ts';

/** In channels, who wrote a post signs it: the name stands below the text. */
export function signed(text: string, author: string): Pick<KnownOfStory, 'text' | 'segments'> {
  if (author === '') return { text };
  const all = `${text}\n${author}`;
  return {
    text: all,
    segments: [
      { kind: 'post', start: 0, end: text.length },
      { kind: 'byline', lang: 'und', start: text.length + 1, end: all.length },
    ],
  };
}
