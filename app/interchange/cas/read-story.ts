import { STANCES } from '../../evidence.ts';
import type { Problem } from '../../problem.ts';
import { TRANSLATION_NOTE_KINDS } from '../../translation-note.ts';
import type { SetClaim, SetEvidence, SetNote, SetStory, SetTag, Span } from '../annotation-set.ts';
import { joined } from '../assemble.ts';
import { SIDES } from '../labels.ts';
import { foreignTag, isOfWords } from './foreign-tags.ts';
import {
  CLAIM,
  EVIDENCE,
  FROM,
  NOTE,
  PLACELESS_CLAIM,
  SAME_CLAIM,
  STORY,
  STORY_TAGGING,
  TAGGING,
  TO,
  TRANSLATED_AS,
} from './layers.ts';
import { type Structure, shortName, type TypeSystem, type View } from './model.ts';

/** What is read from several documents. */
export interface Shared {
  /** By their ids; those that are new are added. */
  tags: Map<string, SetTag>;
  problems: Problem[];
  /** Evidence that quotes other stories, which may still have to be read. */
  quotes: { entry: SetEvidence; begin: number; end: number; file: string }[];
}

/**
 * The story of a view. Annotations of layers of ours become what they were; those of others become tags, as
 * `Layer: value`. Sentences, tokens, relations and other structures of others are passed over.
 * @param document what to call the story and annotations that have no name of their own
 * @param file for problems
 */
export function storyOf(
  view: View,
  types: TypeSystem,
  document: string,
  file: string,
  shared: Shared,
): SetStory {
  const { tags, problems } = shared;
  const story: SetStory = {
    ...{ key: document, text: view.text, lang: 'und', source: null, publishedAt: null, link: null },
    ...{ claims: [], taggings: [], notes: [] },
  };
  const leader = leadersOf(view.structures);
  const byId = new Map(view.structures.map((structure) => [structure.id, structure]));
  const idOf = (structure: Structure) => {
    const first = leader(structure.id);
    const named = byId.get(first)?.values.get('identifier') ?? structure.values.get('identifier');
    return named ?? `${document}:${first}`;
  };
  const spanOf = (structure: Structure): Span | null => {
    const { place } = structure;
    const span = place && view.span(place.begin, place.end);
    if (!span) {
      const what = `${shortName(structure.type)} ${place ? `${place.begin}–${place.end}` : structure.id}`;
      problems.push({ code: 'interchange-no-place', params: { file, what } });
    }
    return span;
  };

  const claims = new Map<string, SetClaim>();
  const notes = new Map<string, SetNote>();
  const evidence: { claim: string; entry: SetEvidence }[] = [];
  for (const structure of view.structures) {
    const said = (feature: string) => structure.values.get(feature) ?? '';
    switch (structure.type) {
      case STORY: {
        const source =
          said('source') === '' ? null : { name: said('source'), handle: said('handle') || null };
        Object.assign(story, {
          ...{ key: said('key') || document, lang: said('lang') || 'und', source },
          ...{ publishedAt: said('published') || null, link: said('link') || null },
        });
        break;
      }
      case CLAIM:
      case PLACELESS_CLAIM: {
        const span = structure.type === CLAIM ? spanOf(structure) : null;
        if (structure.type === CLAIM && !span) break;
        const id = idOf(structure);
        const claim = claims.get(id) ?? blankClaim(id);
        claims.set(id, claim);
        if (span) claim.spans.push(span);
        claim.ratingId ||= said('rating') || null;
        claim.wording ||= said('wording');
        claim.claimant ||= said('claimant');
        claim.rationale ||= said('rationale');
        claim.carriedFrom ||= said('carriedFrom') || null;
        claim.by ||= said('by');
        claim.at ||= said('at');
        break;
      }
      case EVIDENCE: {
        const entry = evidenceOf(structure, document);
        evidence.push({ claim: said('claim'), entry });
        const [begin, end] = [said('quotedBegin'), said('quotedEnd')];
        if (begin !== '') shared.quotes.push({ entry, begin: Number(begin), end: Number(end), file });
        break;
      }
      case TAGGING:
      case STORY_TAGGING: {
        const span = structure.type === TAGGING ? spanOf(structure) : null;
        if (structure.type === TAGGING && !span) break;
        const tagId = tagOf(said('tagId'), said('tag'), tags);
        const entry = { id: idOf(structure), tagId, span, memo: said('memo') };
        story.taggings.push({ ...entry, by: said('by'), at: said('at') });
        break;
      }
      case NOTE: {
        const span = spanOf(structure);
        if (!span) break;
        const id = idOf(structure);
        const note = notes.get(id) ?? blankNote(id);
        notes.set(id, note);
        const side =
          SIDES.find((known) => known === said('side')) ?? (note.original ? 'translation' : 'original');
        note[side] = span;
        note.kind = TRANSLATION_NOTE_KINDS.find((known) => known === said('kind')) ?? note.kind;
        note.comment ||= said('comment');
        note.suggestion ||= said('suggestion');
        note.by ||= said('by');
        note.at ||= said('at');
        break;
      }
      default: {
        if (!structure.place || !isOfWords(structure, types)) break;
        const span = spanOf(structure);
        if (!span) break;
        const { tag, memo } = foreignTag(structure);
        if (!tags.has(tag.id)) tags.set(tag.id, tag);
        const id = `${document}:${structure.id}`;
        story.taggings.push({ id, tagId: tag.id, span, memo, by: '', at: '' });
      }
    }
  }
  story.claims.push(...claims.values());
  story.notes.push(...notes.values());
  for (const { claim, entry } of evidence) claims.get(claim)?.evidence.push(entry);
  return story;
}

/** The structure that stands for all that relations of ours join. */
function leadersOf(structures: readonly Structure[]): (id: number) => number {
  const pairs = structures.flatMap(({ type, refs }) => {
    const [from, to] = [refs.get(FROM), refs.get(TO)];
    const isOurs = type === SAME_CLAIM || type === TRANSLATED_AS;
    return isOurs && from !== undefined && to !== undefined ? [[String(from), String(to)] as const] : [];
  });
  const first = joined(pairs);
  return (id) => Number(first(String(id)));
}

/** People may have chosen another tag than the one whose id stands beside it. */
function tagOf(tagId: string, name: string, tags: Map<string, SetTag>): string {
  if (tags.get(tagId)?.name === name) return tagId;
  const named = [...tags.values()].find((tag) => tag.name === name);
  if (named) return named.id;
  const id = tagId === '' || tags.has(tagId) ? name : tagId;
  if (!tags.has(id)) tags.set(id, { id, name, parentId: null, colour: null, description: '' });
  return id;
}

function blankClaim(id: string): SetClaim {
  const words = { wording: '', claimant: '', rationale: '', by: '', at: '' };
  return { id, spans: [], ratingId: null, evidence: [], carriedFrom: null, ...words };
}

function blankNote(id: string): SetNote {
  const words = { comment: '', suggestion: '', by: '', at: '' };
  return { id, kind: TRANSLATION_NOTE_KINDS[0], original: null, translation: null, ...words };
}

function evidenceOf({ id, values }: Structure, document: string): SetEvidence {
  const said = (feature: string) => values.get(feature) ?? '';
  return {
    id: said('identifier') || `${document}:${id}`,
    stance: STANCES.find((known) => known === said('stance')) ?? 'context',
    ...{ title: said('title'), url: said('url'), archiveUrl: said('archiveUrl'), quote: said('quote') },
    ...{ capturedAt: said('capturedAt'), publisher: said('publisher'), publishedAt: said('publishedAt') },
    reliability: said('reliability'),
    file: said('fileName') === '' ? null : { name: said('fileName'), sha256: said('fileSha256') },
    story: said('quotedStory') === '' ? null : { key: said('quotedStory'), span: null },
  };
}
