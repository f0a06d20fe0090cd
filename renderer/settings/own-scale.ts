import type { Outcome, Rating, RatingScale } from '../../app/rating-scale.ts';

/** Words in both languages while they are being written; one of the two may be missing. */
export interface Words {
  en: string;
  ja: string;
}

/** A rating that is being edited. */
export interface DraftRating {
  id: string;
  label: Words;
  meaning: Words;
  outcome: Outcome;
}

/** A scale that is being edited. */
export interface DraftScale {
  name: Words;
  ratings: readonly DraftRating[];
}

/** A scale of the project's own, which begins as another one. Its ratings keep their ids, so that claims keep theirs. */
export function draftFrom({ name, ratings }: RatingScale): DraftScale {
  return {
    name: { ...name },
    ratings: ratings.map(({ id, label, meaning, outcome }) => ({ id, label, meaning, outcome })),
  };
}

export function newRating(id: string): DraftRating {
  return { id, label: { en: '', ja: '' }, meaning: { en: '', ja: '' }, outcome: 'unresolved' };
}

/** With one rating a place further up (-1) or down (+1). */
export function moved(ratings: readonly DraftRating[], id: string, by: -1 | 1): DraftRating[] {
  const from = ratings.findIndex((rating) => rating.id === id);
  const to = from + by;
  const rating = ratings[from];
  if (!rating || to < 0 || to >= ratings.length) return [...ratings];
  const others = ratings.filter((other) => other !== rating);
  return [...others.slice(0, to), rating, ...others.slice(to)];
}

/**
 * The scale of a draft; null while its name or a rating has no word in either language. Where one language is missing,
 * the other stands for it; a rating that is not explained is explained by its name.
 */
export function scaleOf({ name, ratings }: DraftScale, id: string): RatingScale | null {
  const named = whole(name);
  const done = ratings.map((rating) => wholeRating(rating));
  const all = done.filter((rating) => rating !== null);
  if (!named || all.length === 0 || all.length < done.length) return null;
  return { id, name: named, credit: null, ratings: all };
}

function wholeRating({ id, label, meaning, outcome }: DraftRating): Rating | null {
  const named = whole(label);
  return named && { id, label: named, meaning: whole(meaning) ?? named, outcome };
}

function whole({ en, ja }: Words): Words | null {
  const [english, japanese] = [en.trim(), ja.trim()];
  if (english === '' && japanese === '') return null;
  return { en: english || japanese, ja: japanese || english };
}
