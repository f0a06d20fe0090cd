import { comparedText } from '../../../app/likeness/compared-text.ts';
import type { Story } from '../../../app/story.ts';
import { codecOf } from '../codec.ts';
import { NO_BYLINE } from '../story-columns.ts';
import { parserOf, type StoryKind } from '../story-kind.ts';

/** What of a story is compared, and the links that stand beside its text. */
export interface Compared {
  text: string;
  links: readonly string[];
}

const NO_LINKS: readonly string[] = [];
const NO_PLACE = { ordinal: 0, byteStart: 0, byteEnd: 0 };

/** Reads what is compared of stories from their bytes, without taking them apart where that can be helped. */
export type ComparedReader = (bytes: Buffer, start: number, end: number, column: number) => Compared;

export function comparedReader(kind: StoryKind): ComparedReader {
  const parser = parserOf(kind);
  switch (kind.kind) {
    case 'text': {
      const codec = codecOf(kind.encoding);
      return (bytes, start, end, column) => {
        if (column === NO_BYLINE) return { text: codec.decode(bytes, start, end), links: NO_LINKS };
        const byline = start + column;
        const found = codec.newline(bytes, byline, end);
        const behind = found === -1 ? end : found;
        return {
          text: codec.decode(bytes, start, byline) + codec.decode(bytes, behind, end),
          links: NO_LINKS,
        };
      };
    }
    case 'json':
      return (bytes, start, end, column) => ({
        text: parser.textOf(bytes, start, end, column),
        links: NO_LINKS,
      });
    case 'record':
      return (bytes, start, end) => {
        const story: Story = parser.parse(bytes, start, end, NO_PLACE);
        return { text: comparedText(story), links: story.links };
      };
  }
}
