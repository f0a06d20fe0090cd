import { REASON_KINDS, type ReasonKind } from '../../../app/suggest/rule.ts';
import { type Suggestion, suggest } from '../../../app/suggest/suggest.ts';
import { type Labelled, readFiles, readLabels } from './labels.ts';
import { isThere, sha256Of, storiesOf } from './shared.ts';

/** A labelled sentence, and what the program suggests there; null: nothing. */
export interface Measured extends Labelled {
  suggestion: Suggestion | null;
  /** For looking at what went wrong; never written to a file. */
  text: string;
}

export interface Measurement {
  measured: Measured[];
  /** Files that are not there or are others than the labelled ones. */
  missing: string[];
}

/** Runs the rules over every labelled sentence, in its story, as the workbench does. */
export async function measure(): Promise<Measurement> {
  const measured: Measured[] = [];
  const missing: string[] = [];
  const labels = Map.groupBy(readLabels(), ({ file }) => file);
  for (const [file, sha256] of readFiles()) {
    if (!isThere(file) || sha256Of(file) !== sha256) {
      missing.push(file);
      continue;
    }
    const stories = new Map((await storiesOf(file)).map((story) => [story.id, story]));
    for (const label of labels.get(file) ?? []) {
      const story = stories.get(label.storyId);
      if (!story) throw new Error(`${file}: there is no story ${label.storyId}`);
      const suggestion = suggest(story).find((each) => isSame(each, label));
      const text = story.text.slice(label.start, label.end);
      measured.push({ ...label, suggestion: suggestion ?? null, text });
    }
  }
  return { measured, missing };
}

/** The same sentence, though it may begin or end a bracket earlier than when it was labelled. */
function isSame(a: Pick<Labelled, 'start' | 'end'>, b: Pick<Labelled, 'start' | 'end'>): boolean {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared * 2 > Math.max(a.end - a.start, b.end - b.start);
}

/** Of `suggested`, `right` are worth checking; of those that are, `worthy`, `found` were suggested. */
export interface Score {
  sentences: number;
  suggested: number;
  right: number;
  worthy: number;
  found: number;
}

export function scoreOf(measured: readonly Measured[]): Score {
  const suggested = measured.filter(({ suggestion }) => suggestion);
  const worthy = measured.filter((sentence) => sentence.worthy);
  return {
    sentences: measured.length,
    suggested: suggested.length,
    right: suggested.filter((sentence) => sentence.worthy).length,
    worthy: worthy.length,
    found: worthy.filter(({ suggestion }) => suggestion).length,
  };
}

/**
 * Of the suggestions that give a reason of a kind, how many are right; of the sentences that are labelled with it, how
 * many are suggested. `actor` answers for those that are labelled with no kind.
 */
export function scoreOfKind(measured: readonly Measured[], kind: ReasonKind): Score {
  const suggested = measured.filter(({ suggestion }) =>
    suggestion?.reasons.some((reason) => reason.kind === kind),
  );
  const worthy = measured.filter(
    (sentence) =>
      sentence.worthy && (kind === 'actor' ? sentence.kinds.length === 0 : sentence.kinds.includes(kind)),
  );
  return {
    sentences: measured.length,
    suggested: suggested.length,
    right: suggested.filter((sentence) => sentence.worthy).length,
    worthy: worthy.length,
    found: worthy.filter(({ suggestion }) => suggestion).length,
  };
}

export { REASON_KINDS };
