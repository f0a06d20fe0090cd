import { xmlText } from '../../glossary/xml.ts';
import { TRANSLATION_NOTE_KINDS, type TranslationNoteKind } from '../../translation-note.ts';
import type { AnnotationSet, SetOrigin, SetTag } from '../annotation-set.ts';
import { SIDES, type Side } from '../labels.ts';
import { TAG_SHADES } from '../shades.ts';
import { element } from './element.ts';
import { type Guids, guidOf } from './guids.ts';

/** The codes that are no tags: the same ones in every file. */
export const CLAIM_CODE = guidOf('code', 'claim');

export function sideCode(side: Side): string {
  return guidOf('code', side);
}

export function noteCode(side: Side, kind: TranslationNoteKind): string {
  return guidOf('code', side, kind);
}

/** What the codes of notes stand for. */
export const NOTE_CODES: ReadonlyMap<string, { side: Side; kind: TranslationNoteKind }> = new Map(
  SIDES.flatMap((side) =>
    TRANSLATION_NOTE_KINDS.map((kind) => [noteCode(side, kind), { side, kind }] as const),
  ),
);

/** The codebook as codes, each below its parent. */
export function* tagCodes(tags: readonly SetTag[], guids: Guids): Generator<string> {
  const known = new Set(tags.map(({ id }) => id));
  const children = new Map<string | null, SetTag[]>();
  for (const tag of tags) {
    const parent = tag.parentId !== null && known.has(tag.parentId) ? tag.parentId : null;
    children.set(parent, [...(children.get(parent) ?? []), tag]);
  }
  const codeOf = ({ id, name, colour, description }: SetTag): string =>
    code(guids.of('tag', id), name, {
      colour: colour && TAG_SHADES[colour],
      description,
      inner: (children.get(id) ?? []).map(codeOf),
    });
  for (const tag of children.get(null) ?? []) yield codeOf(tag);
}

/** The codes of claims, one below another a rating, and of the notes of both sides, of the kinds that are there. */
export function* ownCodes(
  { stories, ratings }: AnnotationSet,
  { locale }: SetOrigin,
  guids: Guids,
): Generator<string> {
  const rated = ratings.map(({ id, label, meaning }) =>
    code(guids.of('rating', id), label[locale], { description: meaning[locale] }),
  );
  if (rated.length > 0 || stories.some(({ claims }) => claims.length > 0))
    yield code(CLAIM_CODE, 'Claim', { inner: rated });
  const notes = stories.flatMap((story) => story.notes);
  for (const side of SIDES) {
    const kinds = new Set(notes.filter((note) => note[side]).map(({ kind }) => kind));
    const inner = TRANSLATION_NOTE_KINDS.filter((kind) => kinds.has(kind)).map((kind) =>
      code(noteCode(side, kind), kind, {}),
    );
    if (inner.length > 0)
      yield code(sideCode(side), side === 'original' ? 'Original' : 'Translation', { inner });
  }
}

interface Looks {
  colour?: string | null;
  description?: string;
  inner?: readonly string[];
}

function code(guid: string, name: string, { colour = null, description = '', inner = [] }: Looks): string {
  return element(
    'Code',
    { guid, name, isCodable: true, color: colour },
    description === '' ? '' : element('Description', {}, xmlText(description)),
    ...inner,
  );
}
