import type { XmlElement } from '../../formats/reading/xml-element.ts';
import { TAG_COLOURS, type TagColour } from '../../tag.ts';
import type { TranslationNoteKind } from '../../translation-note.ts';
import type { SetTag } from '../annotation-set.ts';
import { SIDES, type Side } from '../labels.ts';
import { TAG_SHADES } from '../shades.ts';
import { attributeIn, childOf, childrenOf, rawTextOf } from '../xml.ts';
import { CLAIM_CODE, NOTE_CODES, sideCode } from './codes.ts';
import { normalGuid } from './guids.ts';
import type { OwnData } from './own-data.ts';

/** What a code stands for. */
export type Meaning =
  | { kind: 'claim'; ratingId: string | null }
  | { kind: 'note'; side: Side; note: TranslationNoteKind }
  | { kind: 'tag'; tagId: string };

export interface CodesRead {
  tags: SetTag[];
  /** By GUID. */
  meanings: Map<string, Meaning>;
}

/** The codes of a codebook: those of ours as what they stand for, all others as tags. */
export function codesIn(codeBook: XmlElement | null, { ids }: OwnData): CodesRead {
  const read: CodesRead = { tags: [], meanings: new Map() };
  const walk = (parent: XmlElement, parentId: string | null, inClaims: boolean) => {
    for (const code of childrenOf(parent, 'Code')) {
      const guid = normalGuid(attributeIn(code, 'guid') ?? '');
      const name = attributeIn(code, 'name') ?? '';
      const note = NOTE_CODES.get(guid);
      if (guid === CLAIM_CODE) {
        read.meanings.set(guid, { kind: 'claim', ratingId: null });
        walk(code, null, true);
      } else if (inClaims) {
        read.meanings.set(guid, { kind: 'claim', ratingId: ids[guid] ?? name });
        walk(code, null, true);
      } else if (note) read.meanings.set(guid, { kind: 'note', side: note.side, note: note.kind });
      else if (SIDES.some((side) => sideCode(side) === guid)) walk(code, null, false);
      else {
        const description = childOf(code, 'Description');
        const tag: SetTag = {
          id: ids[guid] ?? guid,
          name,
          parentId,
          colour: colourOf(attributeIn(code, 'color')),
          description: description ? rawTextOf(description) : '',
        };
        read.meanings.set(guid, { kind: 'tag', tagId: tag.id });
        read.tags.push(tag);
        walk(code, tag.id, false);
      }
    }
  };
  const codes = codeBook && childOf(codeBook, 'Codes');
  if (codes) walk(codes, null, false);
  read.tags.sort((a, b) => (a.id < b.id ? -1 : 1));
  return read;
}

/** The colour whose shade this is, or comes nearest to it. */
function colourOf(written: string | null): TagColour | null {
  const channels = channelsOf(written ?? '');
  if (!channels) return null;
  const distance = (colour: TagColour) =>
    (channelsOf(TAG_SHADES[colour]) ?? []).reduce(
      (sum, value, at) => sum + (value - (channels[at] as number)) ** 2,
      0,
    );
  return [...TAG_COLOURS].sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

function channelsOf(written: string): number[] | null {
  const [, long, short] = /^#(?:([0-9a-f]{6})|([0-9a-f]{3}))$/iu.exec(written.trim()) ?? [];
  const hex = long ?? short?.replaceAll(/./gu, '$&$&');
  return hex ? [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) : null;
}
