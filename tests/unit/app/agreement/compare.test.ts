import { describe, expect, it } from 'vitest';
import { compareCoders } from '../../../../app/agreement/projects/compare.ts';
import type { StoryRule } from '../../../../app/agreement/projects/counted-stories.ts';
import { codersOfPeople, peopleOf } from '../../../../app/agreement/projects/of-people.ts';
import { codersOfProjects } from '../../../../app/agreement/projects/of-projects.ts';
import type {
  AgreementReport,
  MeasureId,
  MeasureRow,
  QuestionId,
} from '../../../../app/agreement/projects/report.ts';
import type { ProjectData } from '../../../../app/project.ts';
import { FIJ_SCALE } from '../../../../app/rating-scale.ts';
import { AT, projectOf, storyText, type Work } from './coders.ts';

const TEXTS = {
  s1: '🌊 The harbour bridge costs 12 billion yen. It opens in May. Nobody was asked.',
  s2: 'The mayor said “no” to the plan. The council voted for it.',
  s3: 'Rain fell on Tuesday.',
};

function compare(
  projects: ProjectData[],
  {
    stories = 'worked',
    ordered = false,
    texts = true,
  }: { stories?: StoryRule; ordered?: boolean; texts?: boolean } = {},
) {
  const coders = codersOfProjects(projects.map((data) => ({ name: data.title, data })));
  return compareCoders(coders, { stories, seed: 1, ordered, textOf: (key) => (texts ? textOf(key) : null) });
}

function textOf(key: string) {
  const text = (TEXTS as Record<string, string>)[key.slice(key.indexOf('/') + 1)];
  return text === undefined ? null : storyText(text);
}

const work = (by: string, done: Omit<Work, 'by'>) => projectOf(TEXTS, { by, ...done });
const question = (report: AgreementReport, id: QuestionId) => {
  const found = report.questions.find((each) => each.id === id);
  if (!found) throw new Error(id);
  return found;
};
const valueAmong = (rows: readonly MeasureRow[], measure: MeasureId) => {
  const result = rows.find((row) => row.measure === measure)?.result;
  return result?.kind === 'value' ? result.value : result?.why;
};

const ITO = work('Ito', {
  claims: [
    ['s1', 'The harbour bridge costs 12 billion yen.', 'verified'],
    ['s1', 'It opens in May.', 'disputed'],
    ['s2', 'The council voted for it.', 'verified'],
    ['s2', 'The mayor said', null],
  ],
  tags: [
    ['s1', 'Money', '12 billion yen'],
    ['s2', 'Politics', null],
  ],
  notes: [['s2', 'nuance', 'said “no”']],
  judgements: [['s2', 'partial', 'The mayor said “no” to the plan.']],
});
const SATO = work('Sato', {
  claims: [
    ['s1', 'bridge costs 12 billion yen', 'verified'],
    ['s1', 'It opens in May.', 'unresolved'],
    ['s1', 'Nobody was asked.', 'disputed'],
    ['s2', 'The council voted', 'verified'],
    ['s2', 'The mayor said', 'verified'],
  ],
  tags: [
    ['s1', 'money', 'costs 12 billion yen'],
    ['s1', 'Politics', 'Nobody was asked.'],
  ],
  notes: [['s2', 'mistranslation', '“no” to the plan']],
  judgements: [['s2', 'partial', 'The mayor said “no”']],
});

describe('coders who worked apart', () => {
  const { report, answered } = compare([ITO, SATO]);

  it('are asked about the claims that both have, and what only one has is counted', () => {
    const ratings = question(report, 'ratings');
    expect(ratings).toMatchObject({ units: 3, unanswered: 1, inherited: 0, alone: [0, 1] });
    expect(ratings.categories.map(({ id }) => id)).toEqual(['verified', 'disputed', 'unresolved']);
    expect(ratings.confusions).toEqual([
      {
        between: [0, 1],
        counts: [
          [2, 0, 0],
          [0, 0, 1],
          [0, 0, 0],
        ],
      },
    ]);
    // Observed 2/3; expected by chance 2/3 × 2/3.
    expect(valueAmong(ratings.measures, 'percent')).toBeCloseTo(2 / 3);
    expect(valueAmong(ratings.measures, 'cohen')).toBeCloseTo((2 / 3 - 4 / 9) / (5 / 9));
    const apart = answered.filter(
      (entry) => entry.question === 'ratings' && entry.answers[0] !== entry.answers[1],
    );
    expect(apart).toEqual([
      {
        question: 'ratings',
        storyKey: 'dump-of-Ito/s1',
        quote: 'It opens in May.',
        ids: ['claim-Ito-1', 'claim-Sato-1'],
        answers: ['disputed', 'unresolved'],
      },
    ]);
  });

  it('are asked about fidelity and kinds of notes in the same way', () => {
    expect(question(report, 'fidelity')).toMatchObject({ units: 1, alone: [0, 0] });
    expect(valueAmong(question(report, 'fidelity').measures, 'cohen')).toBe('one-category');
    expect(valueAmong(question(report, 'note-kinds').measures, 'percent')).toBe(0);
  });

  it('are compared tag by tag over the stories that both worked on; tags are the same by name', () => {
    expect(report.stories).toEqual({ rule: 'worked', known: 3, counted: 2, byAll: 2, withText: 2 });
    expect(report.tags).toMatchObject([
      { path: ['Money'], stories: 2, given: [1, 1], table: [1, 0, 0, 1] },
      { path: ['Politics'], stories: 2, given: [1, 1], table: [0, 1, 1, 0] },
    ]);
    expect(report.tags.map(({ measures }) => valueAmong(measures, 'cohen'))).toEqual([1, -1]);
  });

  it('are compared by the words that they marked', () => {
    const claims = report.spans.find(({ kind }) => kind === 'claims');
    expect(claims?.pairs).toMatchObject([{ spans: [4, 5], exact: 2, met: [4, 4] }]);
    const { measures = [] } = claims?.pairs[0] ?? {};
    expect(valueAmong(measures, 'span-exact')).toBeCloseTo(4 / 9);
    expect(valueAmong(measures, 'span-overlap')).toBeCloseTo((2 * 1 * 0.8) / 1.8);
    // Characters of 40 + 16 + 25 + 14 against 27 + 16 + 17 + 17 + 14: in both 27 + 16 + 17 + 14.
    expect(valueAmong(measures, 'span-jaccard')).toBeCloseTo(74 / (95 + 91 - 74));
    expect(claims?.gamma).toMatchObject({ stories: 2, result: { kind: 'value' } });
    expect(report.spans.map(({ kind, path }) => [kind, ...path])).toEqual([
      ['claims'],
      ['tags'],
      ['tag', 'Money'],
      ['tag', 'Politics'],
      ['notes'],
    ]);
  });

  it('give the same report again, and one that is the same from the other side', () => {
    expect(compare([ITO, SATO]).report).toEqual(report);
    const back = compare([SATO, ITO]).report;
    for (const [place, { measures }] of report.questions.entries())
      for (const { measure, result } of measures) {
        const other = valueAmong(back.questions[place]?.measures ?? [], measure);
        if (result.kind === 'value') expect(other).toBeCloseTo(result.value, 10);
        else expect(other).toBe(result.why);
      }
    expect(JSON.stringify(report)).not.toMatch(/NaN|null,"interval":\{"low":null/u);
  });

  it('have no gamma and no kappa of characters without the texts', () => {
    const [claims] = compare([ITO, SATO], { texts: false }).report.spans;
    expect(claims?.gamma).toEqual({ stories: 0, result: { kind: 'not-computable', why: 'no-text' } });
    expect(valueAmong(claims?.pairs[0]?.measures ?? [], 'span-kappa')).toBe('no-text');
    expect(valueAmong(claims?.pairs[0]?.measures ?? [], 'span-exact')).toBeCloseTo(4 / 9);
  });
});

describe('stories that count', () => {
  const [one, other] = [
    work('Ito', {
      reviews: [
        ['s1', 'reviewed'],
        ['s2', 'in-progress'],
        ['s3', 'reviewed'],
      ],
    }),
    work('Sato', {
      claims: [['s1', 'It opens', null]],
      reviews: [
        ['s2', 'reviewed'],
        ['s3', 'signed-off'],
      ],
    }),
  ];
  it.each([
    ['worked', 3],
    ['reviewed', 1],
    ['annotated', 0],
    ['all', 3],
  ] as const)('by the rule %s are %d', (stories, counted) => {
    expect(compare([one, other], { stories }).report.stories).toMatchObject({
      rule: stories,
      counted,
      known: 3,
    });
  });
});

describe('scales', () => {
  it('that differ can be compared by outcome alone', () => {
    const fij = work('Sato', { scale: FIJ_SCALE, claims: [['s1', 'It opens in May.', 'misleading']] });
    const { report } = compare([ITO, fij]);
    expect(question(report, 'ratings').measures).toMatchObject([{ result: { why: 'scales-differ' } }]);
    expect(valueAmong(question(report, 'outcomes').measures, 'percent')).toBe(1);
  });

  it('have an order only where a person says so of a scale of their own', () => {
    const kinds = (scale: typeof FIJ_SCALE) => {
      const [one, other] = ['Ito', 'Sato'].map((by) =>
        work(by, { scale, claims: [['s1', 'It opens in May.', 'false']] }),
      );
      const { report } = compare([one as ProjectData, other as ProjectData], { ordered: true });
      return question(report, 'ratings').measures.map(({ measure }) => measure);
    };
    expect(kinds(FIJ_SCALE)).not.toContain('cohen-linear');
    expect(kinds({ ...FIJ_SCALE, id: 'own' })).toContain('cohen-linear');
  });
});

describe('copies of one project', () => {
  const verdict = (by: string, ratingId: string) => {
    const to = ITO.scale.ratings.find(({ id }) => id === ratingId);
    if (!to) throw new Error(ratingId);
    return { id: `${by}-says`, from: null, to, by, at: AT, why: '' };
  };
  const rated = (by: string, ratings: Record<string, string>): ProjectData => ({
    ...ITO,
    title: by,
    claims: ITO.claims.map((claim) => {
      const ratingId = ratings[claim.id];
      if (ratingId === undefined) return claim;
      return { ...claim, ratingId, verdicts: [...claim.verdicts, verdict(`${by} ${claim.id}`, ratingId)] };
    }),
  });

  it('say nothing by what was there before they parted', () => {
    const { report } = compare([ITO, { ...ITO, title: 'Copy' }]);
    expect(question(report, 'ratings')).toMatchObject({ units: 0, inherited: 3, unanswered: 1 });
    expect(question(report, 'fidelity')).toMatchObject({ units: 0, inherited: 1 });
    expect(report.tags.every(({ stories }) => stories === 1)).toBe(true);
    expect(report.inheritedSpans).toBe(12);
    expect(report.spans.map(({ gamma }) => gamma?.result)).toEqual([
      { kind: 'not-computable', why: 'no-spans' },
    ]);
  });

  it('are compared by what each coder rated since', () => {
    const { report } = compare([
      rated('Ito', { 'claim-Ito-0': 'disputed', 'claim-Ito-3': 'verified' }),
      rated('Sato', { 'claim-Ito-1': 'verified', 'claim-Ito-3': 'verified' }),
    ]);
    expect(question(report, 'ratings')).toMatchObject({ units: 3, inherited: 1 });
    expect(valueAmong(question(report, 'ratings').measures, 'percent')).toBeCloseTo(1 / 3);
  });

  it('hold several coders, each with the verdicts that they gave themselves', () => {
    const both: ProjectData = {
      ...ITO,
      claims: ITO.claims.map((claim) => ({
        ...claim,
        verdicts: [
          ...claim.verdicts,
          verdict('Sato', claim.id === 'claim-Ito-1' ? 'verified' : 'disputed'),
        ].map((given, place) => ({ ...given, id: `${claim.id} ${place}`, by: given.by.replace(/ .*/u, '') })),
      })),
    };
    expect(peopleOf(both)).toEqual(['Ito', 'Sato']);
    const { report } = compareCoders(codersOfPeople(both), {
      stories: 'worked',
      seed: 1,
      ordered: false,
      textOf,
    });
    expect(report.coders.map(({ name, claims }) => [name, claims])).toEqual([
      ['Ito', 4],
      ['Sato', 0],
    ]);
    expect(question(report, 'ratings')).toMatchObject({ units: 3, unanswered: 1, inherited: 0 });
    expect(valueAmong(question(report, 'ratings').measures, 'percent')).toBe(0);
  });
});

describe('a project that another one was merged into', () => {
  it('still holds what each coder said of a claim', () => {
    const from = { projectId: 'project-of-Sato', title: 'Sato' };
    const [verified, disputed] = ITO.scale.ratings;
    if (!verified || !disputed) throw new Error('no ratings');
    const opinion = { at: AT, wording: '', rationale: [], from };
    const merged: ProjectData = {
      ...ITO,
      claims: ITO.claims.slice(0, 1).map((claim) => ({
        ...claim,
        opinions: [
          { ...opinion, by: 'Kato', rating: verified },
          { ...opinion, by: 'Sato', rating: disputed },
        ],
      })),
    };
    expect(peopleOf(merged)).toEqual(['Ito', 'Kato', 'Sato']);
    const options = { stories: 'all', seed: 1, ordered: false, textOf } as const;
    const { answered } = compareCoders(codersOfPeople(merged), options);
    expect(answered[0]?.answers).toEqual(['verified', 'verified', 'disputed']);
  });
});

describe('three coders', () => {
  const KATO = work('Kato', {
    claims: [
      ['s1', 'It opens in May.', 'unresolved'],
      ['s2', 'The council voted for it.', 'verified'],
    ],
    tags: [['s3', 'Weather', null]],
  });
  const { report } = compare([ITO, SATO, KATO]);

  it('need not all have rated everything', () => {
    const ratings = question(report, 'ratings');
    expect(ratings.units).toBe(3);
    expect(ratings.measures.map(({ measure, between, n }) => [measure, between, n])).toEqual([
      ['percent', null, 3],
      ['fleiss', null, 2],
      ['alpha-nominal', null, 3],
      ['cohen', [0, 1], 3],
      ['cohen', [0, 2], 2],
      ['cohen', [1, 2], 2],
    ]);
  });

  it('have tags of their own, named as the first has them where the first does', () => {
    expect(compare([ITO, SATO, KATO], { stories: 'all' }).report.tags.map(({ path }) => path[0])).toEqual([
      'Money',
      'Politics',
      'Weather',
    ]);
    expect(report.spans[0]?.gamma?.result.kind).toBe('value');
  });
});
