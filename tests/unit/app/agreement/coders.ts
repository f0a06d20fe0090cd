import type { AnchoredText } from '../../../../app/anchor.ts';
import { describe as anchorIn } from '../../../../app/anchor.ts';
import type { Claim } from '../../../../app/claim.ts';
import { emptyProject, type ProjectData, toData } from '../../../../app/project.ts';
import { type RatingScale, SIMPLE_SCALE } from '../../../../app/rating-scale.ts';
import type { ReviewState } from '../../../../app/review.ts';
import type { Tag, Tagging } from '../../../../app/tag.ts';
import type { Fidelity, Judgement } from '../../../../app/translation/judgement.ts';
import type { TranslationNote, TranslationNoteKind } from '../../../../app/translation-note.ts';

export const AT = '2025-04-12T09:00:00.000Z';

/** What a coder of a test did: words are marked by quoting them; their place in the text is found. */
export interface Work {
  by: string;
  /** `[story, words, rating]` */
  claims?: [story: string, words: string, rating: string | null][];
  /** `[story, tag, words]`; no words: the whole story. */
  tags?: [story: string, tag: string, words: string | null][];
  notes?: [story: string, kind: TranslationNoteKind, words: string][];
  judgements?: [story: string, fidelity: Fidelity, words: string][];
  reviews?: [story: string, state: ReviewState][];
  scale?: RatingScale;
}

/** The project of somebody who worked on these texts by themselves: no id is like that of another's. */
export function projectOf(texts: Record<string, string>, work: Work): ProjectData {
  const { by } = work;
  const dumpId = `dump-of-${by}`;
  const key = (story: string) => `${dumpId}/${story}`;
  const anchor = (story: string, words: string) => {
    const text = texts[story] ?? '';
    const start = text.indexOf(words);
    const found = start < 0 ? null : anchorIn(storyText(text), start, start + words.length);
    if (!found) throw new Error(`no “${words}” in ${story}`);
    return found;
  };
  const id = (kind: string, place: number) => `${kind}-${by}-${place}`;
  const made = { createdAt: AT, createdBy: by };
  const names = [...new Set((work.tags ?? []).map(([, tag]) => tag))];
  const scale = work.scale ?? SIMPLE_SCALE;
  return {
    ...toData(emptyProject(`project-of-${by}`, by, AT)),
    scale,
    dumps: [
      {
        id: dumpId,
        name: 'minato.txt',
        path: '/minato.txt',
        relativePath: null,
        sha256: 'a'.repeat(64),
        bytes: 1000,
        format: 'plain-text',
        encoding: 'utf-8',
        rule: null,
      },
    ],
    stories: Object.keys(texts).map((storyId, ordinal) => ({
      dumpId,
      storyId,
      ordinal,
      byteStart: 0,
      byteEnd: 1,
      source: null,
      publishedAt: null,
      lang: 'en',
      lead: '',
    })),
    tags: names.map(
      (name): Tag => ({
        id: `tag-${by}-${name}`,
        name,
        colour: 'blue',
        parentId: null,
        description: '',
        examples: [],
        shortcut: '',
        order: '',
      }),
    ),
    claims: (work.claims ?? []).map(([story, words, ratingId], place): Claim => {
      const rating = scale.ratings.find((each) => each.id === ratingId);
      return {
        id: id('claim', place),
        storyKey: key(story),
        anchors: [anchor(story, words)],
        wording: words,
        claimant: '',
        ratingId,
        rationale: [],
        evidence: [],
        verdicts: rating ? [{ id: id('verdict', place), from: null, to: rating, by, at: AT, why: '' }] : [],
        carriedFrom: null,
        ...made,
      };
    }),
    taggings: (work.tags ?? []).map(
      ([story, tag, words], place): Tagging => ({
        id: id('tagging', place),
        tagId: `tag-${by}-${tag}`,
        storyKey: key(story),
        anchor: words === null ? null : anchor(story, words),
        memo: '',
        ...made,
      }),
    ),
    notes: (work.notes ?? []).map(
      ([story, kind, words], place): TranslationNote => ({
        id: id('note', place),
        storyKey: key(story),
        kind,
        original: anchor(story, words),
        translation: null,
        comment: [],
        suggestion: '',
        ...made,
      }),
    ),
    judgements: (work.judgements ?? []).map(
      ([story, fidelity, words], place): Judgement => ({
        id: id('judgement', place),
        storyKey: key(story),
        original: anchor(story, words),
        translation: null,
        fidelity,
        comment: '',
        by,
        at: AT,
      }),
    ),
    reviews: (work.reviews ?? []).map(([story, state]) => ({
      storyKey: key(story),
      state,
      by,
      at: AT,
      why: '',
      past: [],
    })),
  };
}

export function storyText(text: string): AnchoredText {
  return { text, segments: [{ start: 0, end: text.length }] };
}
