import { isFilled } from '../evidence.ts';
import { UratoriError } from '../problem.ts';
import { annotationsOf, type Project } from '../project.ts';
import { OUTCOMES, type Outcome } from '../rating-scale.ts';
import type { StoryKey } from '../story.ts';
import { ratingsOf, reviewOf, tagsOf } from '../story-annotations.ts';
import { fold } from './folding.ts';
import type { FieldTerm, Holding } from './query.ts';
import { includes } from './story-fields.ts';

/** What a field asks of the annotations of stories. `others`: whether it holds for a story without any. */
export interface AnnotationTest {
  others: boolean;
  holds(key: StoryKey): boolean;
}

const OUTCOME_NAMES: Record<Outcome, string> = {
  verified: '確認済み',
  disputed: '疑義あり',
  unresolved: '未確定',
  'out-of-scope': '対象外',
};
const UNRATED = ['none', 'unrated', '未判定'];

/** Null for a field that asks nothing of annotations. @throws UratoriError `query-unknown-verdict` {position, near, known} */
export function annotationTest(field: FieldTerm, project: Project): AnnotationTest | null {
  switch (field.kind) {
    case 'tag': {
      const named = [...project.tags.values()].filter(({ name }) => includes(name, field.value));
      const wanted = new Set(named.map(({ id }) => id));
      return onlyAnnotated((key) => !tagsOf(project, key).isDisjointFrom(wanted));
    }
    case 'verdict': {
      const wanted = ratingsWanted(field, project);
      return onlyAnnotated((key) => ratingsOf(project, key).some((id) => wanted.has(id)));
    }
    case 'state':
      return {
        others: field.value === 'unread',
        holds: (key) => reviewOf(project, key) === field.value,
      };
    case 'has': {
      const holds = holdsOf(field.value, project);
      return holds && onlyAnnotated(holds);
    }
    default:
      return null;
  }
}

function onlyAnnotated(holds: (key: StoryKey) => boolean): AnnotationTest {
  return { others: false, holds };
}

function claimsOf(project: Project, key: StoryKey) {
  return annotationsOf(project, key).claims.flatMap((id) => project.claims.get(id) ?? []);
}

/** Ratings by id, by label in either language, or by what they come to; `none`: a claim that nobody has rated. */
function ratingsWanted({ value, at }: { value: string; at: number }, project: Project): Set<string> {
  const same = (name: string) => fold(name, 'usual').text === fold(value, 'usual').text;
  if (UNRATED.some(same)) return new Set(['none']);
  const { ratings } = project.scale;
  const named = ratings.filter(({ id, label }) => [id, label.en, label.ja].some(same));
  const outcome = OUTCOMES.find((known) => same(known) || same(OUTCOME_NAMES[known]));
  if (named.length === 0 && outcome === undefined) {
    const known = [...ratings.map(({ label }) => label.en), 'none'].join(', ');
    throw new UratoriError('query-unknown-verdict', { position: at, near: value, value, known });
  }
  const wanted = named.length > 0 ? named : ratings.filter((rating) => rating.outcome === outcome);
  return new Set(wanted.map(({ id }) => id));
}

function holdsOf(holding: Holding, project: Project): ((key: StoryKey) => boolean) | null {
  switch (holding) {
    case 'claim':
      return (key) => annotationsOf(project, key).claims.length > 0;
    case 'tag':
      return (key) => annotationsOf(project, key).taggings.length > 0;
    case 'note':
      return (key) => annotationsOf(project, key).notes.length > 0 || project.storyNotes.has(key);
    case 'verdict':
      return (key) => ratingsOf(project, key).some((id) => id !== 'none');
    case 'evidence':
      return (key) => claimsOf(project, key).some(({ evidence }) => evidence.some(isFilled));
    case 'review':
      return (key) => reviewOf(project, key) !== 'unread';
    default:
      return null;
  }
}
