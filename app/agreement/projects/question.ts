import { cohensKappa, linear, quadratic, unweighted, type Weight } from '../cohen.ts';
import { confusionOf } from '../confusion.ts';
import { fleissKappa } from '../fleiss.ts';
import { krippendorffsAlpha } from '../krippendorff.ts';
import { type Measured, notComputable } from '../measured.ts';
import { codesOf, NONE } from '../ratings.ts';
import { pairwiseAgreement, specificAgreement } from '../specific.ts';
import type { Answers } from './answers.ts';
import type { MeasureId, MeasureRow, QuestionReport } from './report.ts';

export interface QuestionOptions {
  coders: number;
  seed: number;
  /** The categories have an order, by which they are more or less apart: a person said so. */
  ordered: boolean;
  /** The categories of all coders mean the same. */
  comparable: boolean;
}

const WEIGHTS: [MeasureId, Weight][] = [
  ['cohen-linear', linear],
  ['cohen-quadratic', quadratic],
];

/** How far coders agree in what they answered to one question. */
export function questionReport(answers: Answers, options: QuestionOptions): QuestionReport {
  const { id, categories, answered, unanswered, inherited, alone } = answers;
  const names = categories.map((category) => category.id);
  const coded = codesOf(
    answered.map((entry) => entry.answers),
    names,
  );
  const more = coded.categories.slice(names.length).map((name) => ({ id: name, label: null }));
  const { codes } = coded;
  const all = [...categories, ...more];
  const tables = coderPairs(options.coders).map((between) => ({
    between,
    confusion: confusionOf(coded.categories, codes, ...between),
  }));
  return {
    id,
    categories: all,
    units: answered.length,
    unanswered,
    inherited,
    alone,
    measures: options.comparable
      ? measuresOf(codes, tables, options)
      : [row('percent', null, answered.length, notComputable('scales-differ'))],
    byCategory: (options.comparable ? all : []).map((category, place) => ({
      category: category.id,
      given: alone.map((_, coder) => codes.filter((unit) => unit[coder] === place).length),
      agreement: specificAgreement(codes, place),
    })),
    confusions: tables.map(({ between, confusion }) => ({
      between,
      counts: confusion.counts.map((cells) => [...cells]),
    })),
  };
}

type Tables = { between: [number, number]; confusion: ReturnType<typeof confusionOf> }[];

function measuresOf(
  codes: readonly (readonly number[])[],
  tables: Tables,
  { coders, seed, ordered }: QuestionOptions,
): MeasureRow[] {
  const numbered = codes.map((unit) => unit.map((code) => (code === NONE ? null : code)));
  const weights: [MeasureId, Weight][] = [['cohen', unweighted], ...(ordered ? WEIGHTS : [])];
  const rows = [row('percent', null, codes.length, pairwiseAgreement(codes))];
  if (coders > 2) {
    const fleiss = fleissKappa(codes, seed);
    const rated = codes.filter((unit) => unit.every((code) => code !== NONE)).length;
    rows.push(row('fleiss', null, rated, fleiss));
  }
  rows.push(row('alpha-nominal', null, codes.length, krippendorffsAlpha(numbered, 'nominal', seed)));
  if (ordered)
    rows.push(row('alpha-ordinal', null, codes.length, krippendorffsAlpha(numbered, 'ordinal', seed)));
  for (const { between, confusion } of tables)
    for (const [measure, weight] of weights)
      rows.push(row(measure, between, confusion.units, cohensKappa(confusion, weight)));
  return rows;
}

/** A measure as the report has it: without what it was made of. */
export function row(
  measure: MeasureId,
  between: [number, number] | null,
  n: number,
  result: Measured,
): MeasureRow {
  const plain: Measured =
    result.kind === 'value'
      ? { kind: 'value', value: result.value, interval: result.interval }
      : notComputable(result.why);
  return { measure, between, n, result: plain };
}

/** Each two of a number of coders, by their places. */
export function coderPairs(coders: number): [number, number][] {
  const places = Array.from({ length: coders }, (_, place) => place);
  return places.flatMap((one) => places.slice(one + 1).map((other): [number, number] => [one, other]));
}
