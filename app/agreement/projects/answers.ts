import type { Anchor } from '../../anchor.ts';
import type { Paired } from '../../coders/pairing.ts';
import { OUTCOMES } from '../../rating-scale.ts';
import { FIDELITIES } from '../../translation/judgement.ts';
import { TRANSLATION_NOTE_KINDS } from '../../translation-note.ts';
import type { Coder } from './coder.ts';
import type { CountedStories } from './counted-stories.ts';
import { type Group, groupsOf } from './groups.ts';
import type { CoderPairs } from './pairs.ts';
import type { Answered, Category, QuestionId } from './report.ts';

/** What coders answered to one question, thing by thing. */
export interface Answers {
  id: QuestionId;
  categories: Category[];
  /** Things of which at least two coders answered; the answers in the order of the coders. */
  answered: Answered[];
  unanswered: number;
  inherited: number;
  alone: number[];
}

/** An answer, and where it comes from: answers of one origin were given once, whatever number of copies holds them. */
interface Answer {
  category: string;
  origin: string;
}

interface Thing {
  id: string;
  storyKey: string;
}

/** Words that quotes are cut to, in UTF-16 units. */
const QUOTE = 160;

export function answersOf(coders: readonly Coder[], pairs: CoderPairs, stories: CountedStories): Answers[] {
  const claims = grouped(coders, pairs, 'claims');
  const judgements = grouped(coders, pairs, 'judgements');
  const notes = grouped(coders, pairs, 'notes');
  const ask = <T extends Thing>(
    id: QuestionId,
    categories: Category[],
    groups: readonly Group<T>[],
    answerOf: (thing: T, coder: Coder) => Answer | null,
    anchorOf: (thing: T) => Anchor | null,
  ): Answers => {
    const answers: Answers = {
      id,
      categories,
      answered: [],
      unanswered: 0,
      inherited: 0,
      alone: coders.map(() => 0),
    };
    for (const group of groups) sort(group);
    return answers;

    function sort(group: Group<T>): void {
      const inCount = group.map((thing, coder) =>
        thing !== null && stories.workedOn(coder, thing.storyKey) ? thing : null,
      );
      const things = inCount.filter((thing) => thing !== null);
      const [first] = things;
      if (!first || !stories.counts(first.storyKey)) return;
      if (things.length === 1) {
        const coder = inCount.indexOf(first);
        answers.alone[coder] = (answers.alone[coder] ?? 0) + 1;
        return;
      }
      const given = inCount.map((thing, coder) => thing && answerOf(thing, coders[coder] as Coder));
      const origins = new Set<string>();
      const own = given.map((answer) => {
        if (!answer || origins.has(answer.origin)) return null;
        origins.add(answer.origin);
        return answer.category;
      });
      if (origins.size < 2) {
        if (given.filter((answer) => answer !== null).length < 2) answers.unanswered += 1;
        else answers.inherited += 1;
        return;
      }
      const quote = anchorOf(first)?.quote ?? '';
      answers.answered.push({
        question: id,
        storyKey: first.storyKey,
        quote: quote.length > QUOTE ? `${quote.slice(0, QUOTE).replace(/[\ud800-\udbff]$/u, '')}…` : quote,
        ids: inCount.map((thing) => thing?.id ?? null),
        answers: own,
      });
    }
  };
  return [
    ask('ratings', ratingCategories(coders), claims, rating('id'), ({ anchors }) => anchors[0] ?? null),
    ask('outcomes', plain(OUTCOMES), claims, rating('outcome'), ({ anchors }) => anchors[0] ?? null),
    ask(
      'fidelity',
      plain(FIDELITIES),
      judgements,
      ({ id, fidelity, by, at }, { data }) => ({
        category: fidelity,
        origin: JSON.stringify([data.id, id, fidelity, by, at]),
      }),
      ({ original, translation }) => original ?? translation,
    ),
    ask(
      'note-kinds',
      plain(TRANSLATION_NOTE_KINDS),
      notes,
      ({ id, kind }, { data }) => ({ category: kind, origin: JSON.stringify([data.id, id, kind]) }),
      ({ original, translation }) => original ?? translation,
    ),
  ];
}

/** Whether the ratings of all coders mean the same: those of one scale, of which no two differ in outcome. */
export function isOneScale(coders: readonly Coder[]): boolean {
  const [first, ...others] = coders.map(({ data }) => data.scale);
  const outcomes = new Map(first?.ratings.map(({ id, outcome }) => [id, outcome]));
  return others.every(
    ({ id, ratings }) =>
      id === first?.id && ratings.every((rating) => outcomes.get(rating.id) === rating.outcome),
  );
}

function rating(field: 'id' | 'outcome') {
  return (claim: Parameters<Coder['ratingOf']>[0], coder: Coder): Answer | null => {
    const rated = coder.ratingOf(claim);
    if (!rated) return null;
    return { category: rated[field], origin: JSON.stringify([coder.data.id, claim.id, rated.verdict]) };
  };
}

function ratingCategories(coders: readonly Coder[]): Category[] {
  return (coders[0]?.data.scale.ratings ?? []).map(({ id, label }) => ({ id, label }));
}

function plain(words: readonly string[]): Category[] {
  return words.map((id) => ({ id, label: null }));
}

function grouped<K extends 'claims' | 'judgements' | 'notes'>(
  coders: readonly Coder[],
  pairs: CoderPairs,
  table: K,
): Group<Coder['data'][K][number]>[] {
  type Record = Coder['data'][K][number];
  return groupsOf<Record>(
    coders.map(({ data }) => data[table] as readonly Record[]),
    pairs.map(({ one, other, pairing }) => ({
      one,
      other,
      paired: pairing[table] as unknown as Paired<Record>,
    })),
  );
}
