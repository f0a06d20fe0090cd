import type { WhyNot } from '../../app/agreement/measured.ts';
import type {
  AgreementReport,
  Answered,
  MeasureId,
  MeasureRow,
  QuestionId,
  QuestionReport,
  SpanReport,
  TagReport,
} from '../../app/agreement/projects/report.ts';
import { counted } from './counted.ts';

const QUESTION_NAMES: Record<QuestionId, string> = {
  ratings: 'Ratings of claims',
  outcomes: 'Outcomes of claims',
  fidelity: 'Fidelity of translations',
  'note-kinds': 'Kinds of translation notes',
};
const MEASURE_NAMES: Record<MeasureId, string> = {
  percent: 'percent agreement',
  cohen: "Cohen's kappa",
  'cohen-linear': "Cohen's kappa, linear weights",
  'cohen-quadratic': "Cohen's kappa, quadratic weights",
  fleiss: "Fleiss' kappa",
  'alpha-nominal': "Krippendorff's alpha, nominal",
  'alpha-ordinal': "Krippendorff's alpha, ordinal",
  specific: 'positive specific agreement',
  'span-exact': 'F, same places',
  'span-overlap': 'F, overlapping',
  'span-jaccard': 'Jaccard of characters',
  'span-kappa': 'kappa of characters',
  gamma: 'gamma',
};
const WHY: Record<WhyNot, string> = {
  'no-units': 'nothing in common',
  'no-pairs': 'nothing that two coders answered',
  'one-category': 'only one answer was given',
  'one-coder': 'one coder only',
  'no-spans': 'no words marked',
  'no-text': 'texts not at hand',
  'scales-differ': 'the scales differ',
  'too-many-together': 'more than two coders, and too many spans near each other',
};

const AFTERWORD = `Kappa, alpha and gamma are 1 where coders agree in everything and 0 where they agree as often as chance would have it. How
much is enough is for you to say: Krippendorff (Content Analysis, 2004, p. 241) relies on alpha from .800, and from .667 for
tentative conclusions only. Names for ranges, such as those of Landis and Koch (1977), are arbitrary, as their authors said,
and not given here. A kappa also falls when nearly all answers are the same; look at the table beside it.
`;

/** The report for a terminal. */
export function agreementText(report: AgreementReport): string {
  const { coders, stories, inheritedSpans, placeless, questions, tags, spans, seed } = report;
  const lines = [
    `Coders: ${coders.map(({ name, stories: count }) => `${name} (${counted(count, 'story', 'stories')})`).join(', ')}`,
    `Stories that count: ${stories.counted} of ${stories.known} (rule: ${stories.rule}; ${stories.byAll} by all coders; ${stories.withText} with their text at hand)`,
    ...(inheritedSpans > 0
      ? [`${inheritedSpans} spans were there before the copies of the project parted and are left out`]
      : []),
    ...(placeless > 0 ? [`${placeless} spans have no certain place in the text and are left out`] : []),
    `Seed of what is drawn by chance: ${seed}`,
    '',
  ];
  for (const question of questions) lines.push(...questionLines(question, report));
  if (tags.length > 0) lines.push(...tagLines(tags, report));
  lines.push(...spanLines(spans, report));
  return `${lines.join('\n')}\n${AFTERWORD}`;
}

/** One thing that coders do not agree on. */
export function disagreementText(entry: Answered, { coders }: AgreementReport): string {
  const answers = coders.map(({ name }, coder) => `${name}: ${entry.answers[coder] ?? '–'}`);
  return `\n${QUESTION_NAMES[entry.question]}, ${entry.storyKey}\n    “${entry.quote.replace(/\s+/gu, ' ')}”\n    ${answers.join('; ')}\n`;
}

function questionLines(question: QuestionReport, report: AgreementReport): string[] {
  const { id, units, unanswered, inherited, alone, measures, byCategory, categories } = question;
  const names = report.coders.map(({ name }) => name);
  const facts = [
    `${units} in common`,
    ...(unanswered > 0 ? [`${unanswered} more not answered by two`] : []),
    ...(inherited > 0 ? [`${inherited} more as they were before the copies parted`] : []),
    ...names.flatMap((name, coder) => ((alone[coder] ?? 0) > 0 ? [`${alone[coder]} only of ${name}`] : [])),
  ];
  const lines = [`${QUESTION_NAMES[id]}: ${facts.join(', ')}`];
  if (units === 0) return [...lines, ''];
  lines.push(
    ...table(
      ['', 'coders', 'n', 'value', '95 % interval'],
      measures.map((row) => cellsOf(row, names)),
    ),
  );
  const used = byCategory.filter(({ given }) => given.some((count) => count > 0));
  lines.push(
    '',
    ...table(
      ['', ...names, 'specific agreement'],
      used.map(({ category, given, agreement }) => {
        const label = categories.find((each) => each.id === category)?.label?.en ?? category;
        return [label, ...given.map(String), valueText(agreement)];
      }),
    ),
    '',
  );
  return lines;
}

function tagLines(tags: readonly TagReport[], { coders }: AgreementReport): string[] {
  const measure = coders.length > 2 ? 'fleiss' : 'cohen';
  const name = MEASURE_NAMES[measure];
  const header = [
    '',
    'stories',
    ...coders.map((coder) => coder.name),
    'both',
    'specific',
    name,
    '95 % interval',
  ];
  const rows = tags.map(({ path, stories, given, table: counts, measures }) => {
    const kappa = measures.find((row) => row.measure === measure);
    const specific = measures.find((row) => row.measure === 'specific');
    return [
      path.join(' › '),
      String(stories),
      ...given.map(String),
      counts ? String(counts[0]) : '–',
      specific ? valueText(specific.result) : '',
      kappa ? valueText(kappa.result) : '',
      kappa ? intervalText(kappa) : '',
    ];
  });
  return ['Tags on stories (there or not)', ...table(header, rows), ''];
}

function spanLines(spans: readonly SpanReport[], { coders }: AgreementReport): string[] {
  const lines = ['Marked words'];
  const nameOf = (place: number) => coders[place]?.name ?? '';
  const measures: MeasureId[] = ['span-exact', 'span-overlap', 'span-jaccard', 'span-kappa'];
  const header = ['', 'coders', 'spans', 'same', 'met', ...measures.map((id) => MEASURE_NAMES[id])];
  const rows = spans.flatMap((report) =>
    report.pairs.map(({ between: [one, other], spans: counts, exact, met, measures: found }) => [
      spanName(report),
      `${nameOf(one)} – ${nameOf(other)}`,
      counts.join(', '),
      String(exact),
      met.join(', '),
      ...measures.map((id) => {
        const row = found.find(({ measure }) => measure === id);
        return row ? valueText(row.result) : '';
      }),
    ]),
  );
  lines.push(...table(header, rows), '');
  for (const report of spans) {
    if (!report.gamma) continue;
    const { result, stories } = report.gamma;
    if (result.kind === 'not-computable')
      lines.push(`gamma, ${spanName(report)}: not computable (${WHY[result.why]})`);
    else {
      const percent = (result.precision * 100).toFixed(1);
      lines.push(
        `gamma, ${spanName(report)}: ${number(result.value)} (${counted(stories, 'story', 'stories')}; disorder ${number(result.observed)}, ${number(result.expected)} ± ${percent} % expected by ${result.samples} samples)`,
      );
    }
  }
  return [...lines, ''];
}

function spanName({ kind, path }: SpanReport): string {
  switch (kind) {
    case 'claims':
      return 'claims';
    case 'tags':
      return 'all tags';
    case 'tag':
      return path.join(' › ');
    case 'notes':
      return 'translation notes';
    default:
      return assertNever(kind);
  }
}

function assertNever(kind: never): never {
  throw new Error(`not a kind of span: ${kind}`);
}

function cellsOf(row: MeasureRow, names: readonly string[]): string[] {
  const who = row.between === null ? 'all' : row.between.map((place) => names[place]).join(' – ');
  return [MEASURE_NAMES[row.measure], who, String(row.n), valueText(row.result), intervalText(row)];
}

function valueText(result: MeasureRow['result']): string {
  return result.kind === 'value' ? number(result.value) : `– (${WHY[result.why]})`;
}

function intervalText({ result }: MeasureRow): string {
  if (result.kind !== 'value' || result.interval === null) return '';
  return `${number(result.interval.low)} to ${number(result.interval.high)}`;
}

function number(value: number): string {
  const text = value.toFixed(3);
  return text === '-0.000' ? '0.000' : text;
}

/** Columns as wide as their widest cell; full-width characters count two. */
function table(header: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const all = [header, ...rows];
  const widths = header.map((_, column) => Math.max(...all.map((cells) => widthOf(cells[column] ?? ''))));
  return all.map((cells) =>
    `    ${cells.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell))).join('  ')}`.trimEnd(),
  );
}

function widthOf(text: string): number {
  let width = 0;
  for (const character of text)
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u.test(
        character,
      )
        ? 2
        : 1;
  return width;
}
