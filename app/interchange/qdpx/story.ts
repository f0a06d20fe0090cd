import type { XmlElement } from '../../formats/reading/xml-element.ts';
import type { SetClaim, SetNote, SetStory, SetTag, SetTagging, Span } from '../annotation-set.ts';
import { attributeIn, childOf, childrenOf } from '../xml.ts';
import { guidIn, madeIn, type ProjectRead, referencesIn, valuesIn, wordsOf } from './read.ts';
import { placesIn, textOf } from './source-text.ts';
import { claimIn, memoOf } from './words.ts';

/** A use of a code: where, and with which words. */
interface Use {
  coding: XmlElement;
  /** null: on the whole source. */
  span: Span | null;
  /** What the selection itself says. */
  memo: string;
  notes: readonly string[];
  made: { by: string; at: string };
}

/**
 * A source with what was made on it.
 * @param element what has the text and its selections: the source, or the textual form of a PDF
 */
export function storyIn(element: XmlElement, source: XmlElement, read: ProjectRead): SetStory {
  const values = valuesIn(element);
  const places = placesIn(textOf(element, read.files), values['line ends'] ?? null, read.origin);
  const story: SetStory = {
    key: values.story ?? guidIn(source, 'guid'),
    text: places.text,
    lang: values.language ?? 'und',
    source: values.source === undefined ? null : { name: values.source, handle: values.handle ?? null },
    publishedAt: values.published ?? null,
    link: values.link ?? null,
    ...{ claims: [], taggings: [], notes: [] },
  };
  read.places.set(story.key, places);
  const claims = new Map<string, SetClaim>();
  const notes = new Map<string, SetNote>();
  const spanOf = (selection: XmlElement): Span | null => {
    const [start, end] = ['startPosition', 'endPosition'].map((name) =>
      Number(attributeIn(selection, name) ?? Number.NaN),
    ) as [number, number];
    const span = places.span(start, end, attributeIn(selection, 'name') ?? '');
    if (!span) {
      const what = attributeIn(selection, 'name') || `${start}–${end}`;
      read.problems.push({ code: 'interchange-no-place', params: { file: read.file, what } });
    }
    return span;
  };
  const use = (uses: Use) => addUse(story, uses, read, claims, notes);
  for (const selection of childrenOf(element, 'PlainTextSelection')) {
    const span = spanOf(selection);
    if (!span) continue;
    const codings = childrenOf(selection, 'Coding');
    const said = { memo: wordsOf(selection, 'Description'), notes: referencesIn(selection) };
    const made = madeIn(selection, read);
    for (const coding of codings) use({ coding, span, ...said, made });
    if (codings.length === 0) addRemark(story, selection, memoOf(said.memo, said.notes, read), span, read);
  }
  for (const coding of childrenOf(source, 'Coding')) {
    const before = story.taggings.length;
    use({ coding, span: null, memo: '', notes: [], made: { by: '', at: '' } });
    // Of ours, where it stood among the others.
    const place = read.own.order[guidIn(coding, 'guid')];
    if (place !== undefined && story.taggings.length > before)
      story.taggings.splice(place, 0, ...story.taggings.splice(before));
  }
  for (const guid of referencesIn(element)) addAnnotation(story, guid, spanOf, read);

  const rank = (guid: string) => read.notes.get(guid)?.index ?? Number.POSITIVE_INFINITY;
  story.claims = [...claims].sort(([a], [b]) => rank(a) - rank(b) || 0).map(([, claim]) => claim);
  story.notes = [...notes].sort(([a], [b]) => rank(a) - rank(b) || 0).map(([, note]) => note);
  return story;
}

function addUse(
  story: SetStory,
  { coding, span, memo, notes: selectionNotes, made: selectionMade }: Use,
  read: ProjectRead,
  claims: Map<string, SetClaim>,
  notes: Map<string, SetNote>,
): void {
  const { ids } = read.own;
  const guid = guidIn(coding, 'guid');
  const meaning = read.codes.meanings.get(guidIn(childOf(coding, 'CodeRef'), 'targetGUID'));
  const own = madeIn(coding, read);
  const made = { by: own.by || selectionMade.by, at: own.at || selectionMade.at };
  const references = referencesIn(coding);
  switch (meaning?.kind) {
    case 'claim': {
      const key = references.find((reference) => read.notes.has(reference)) ?? guid;
      const claim = claims.get(key) ?? claimIn(key, meaning.ratingId, made, read);
      if (span) claim.spans.push(span);
      claims.set(key, claim);
      return;
    }
    case 'note': {
      if (!span) return;
      const key = references.find((reference) => read.notes.has(reference)) ?? guid;
      const words = read.notes.get(key);
      const note: SetNote = notes.get(key) ?? {
        ...{ id: ids[key] ?? key, kind: meaning.note, original: null, translation: null },
        ...{ comment: words?.text ?? memo, suggestion: words?.description ?? '', ...(words?.made ?? made) },
      };
      note[meaning.side] = span;
      notes.set(key, note);
      return;
    }
    case 'tag':
      story.taggings.push({
        ...{ id: ids[guid] ?? guid, tagId: meaning.tagId, span },
        memo: memoOf(memo, [...selectionNotes, ...references], read),
        ...made,
      });
      return;
    // A code that is not in the codebook says nothing.
    case undefined:
      return;
  }
}

/** What other programs call an annotation: words about a place, under no code. */
const REMARK: SetTag = {
  id: 'annotation',
  name: 'annotation',
  parentId: null,
  colour: null,
  description: '',
};

function addRemark(story: SetStory, element: XmlElement, memo: string, span: Span, read: ProjectRead): void {
  if (memo === '') return;
  const { tags } = read.codes;
  if (!tags.includes(REMARK)) tags.push(REMARK);
  const tagging: SetTagging = {
    ...{ id: guidIn(element, 'guid'), tagId: REMARK.id, span, memo },
    ...madeIn(element, read),
  };
  story.taggings.push(tagging);
}

/** A note of a source that says by a selection of its own what it is about. */
function addAnnotation(
  story: SetStory,
  guid: string,
  spanOf: (selection: XmlElement) => Span | null,
  read: ProjectRead,
): void {
  const note = read.notes.get(guid);
  const selection = note && childOf(note.element, 'PlainTextSelection');
  const span = selection ? spanOf(selection) : null;
  if (note && span) addRemark(story, note.element, note.text, span, read);
}
