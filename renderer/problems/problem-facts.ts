import type { Problem } from '../../app/problem.ts';
import { fileName } from '../dialogs/paths.ts';

/** Where in a dump something could not be read. */
export interface ProblemFacts {
  /** Path within an archive or folder, else the dump's own name. */
  entry: string;
  unit: 'line' | 'byte' | 'record' | null;
  position: number | null;
}

export function factsOf({ params }: Problem): ProblemFacts {
  const { entry, path, unit, position, line, byte } = params;
  const name = typeof entry === 'string' ? entry : typeof path === 'string' ? fileName(path) : '';
  if (typeof position === 'number') {
    const known = unit === 'byte' || unit === 'record' ? unit : 'line';
    return { entry: name, unit: known, position };
  }
  if (typeof line === 'number') return { entry: name, unit: 'line', position: line };
  if (typeof byte === 'number') return { entry: name, unit: 'byte', position: byte };
  return { entry: name, unit: null, position: null };
}

/** The last of a list may stand for many that it has no room for. */
export function listedProblems(problems: readonly Problem[]): readonly Problem[] {
  return problems.at(-1)?.code === 'problems-more' ? problems.slice(0, -1) : problems;
}

/** Also of those that the list has no room for. */
export function problemCount(problems: readonly Problem[]): number {
  const listed = listedProblems(problems).length;
  const more = problems.at(-1)?.code === 'problems-more' ? problems.at(-1)?.params.count : 0;
  // Invalid bytes say for themselves how many there are.
  const total = Math.max(0, ...problems.map(({ params }) => Number(params.total ?? 0)));
  return Math.max(listed + Number(more), total);
}

/** For a spreadsheet: tab-separated, one problem a line. */
export function problemsAsTable(problems: readonly Problem[], message: (problem: Problem) => string): string {
  const cell = (value: string | number | null) => String(value ?? '').replace(/[\t\r\n]+/gu, ' ');
  const rows = listedProblems(problems).map((problem) => {
    const { entry, unit, position } = factsOf(problem);
    return [problem.code, entry, unit, position, message(problem)];
  });
  return [['code', 'entry', 'unit', 'position', 'message'], ...rows]
    .map((row) => `${row.map(cell).join('\t')}\n`)
    .join('');
}
