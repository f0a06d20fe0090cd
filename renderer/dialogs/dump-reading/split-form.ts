import type { SplitRule } from '../../../app/formats/split-rule.ts';
import type { Problem } from '../../../app/problem.ts';

export type RuleKind = SplitRule['kind'];

/** In the order of the dialog: from the rule that dumps of posts have to the one that always fits. */
export const RULE_KINDS = [
  'byline',
  'blank-lines',
  'wide-gaps',
  'headings',
  'lines',
  'separator',
  'pattern',
  'whole',
] as const satisfies readonly RuleKind[];

/** What stands in the dialog: what a person typed stays there while they look at other rules. */
export interface SplitForm {
  kind: RuleKind;
  separator: string;
  pattern: string;
}

/** The rule that a form stands for; null while the separator or pattern is still to be typed. */
export function ruleOf({ kind, separator, pattern }: SplitForm): SplitRule | null {
  switch (kind) {
    case 'separator':
      return separator.trim() === '' ? null : { kind, separator };
    case 'pattern':
      return pattern === '' ? null : { kind, pattern };
    case 'byline':
    case 'blank-lines':
    case 'wide-gaps':
    case 'headings':
    case 'lines':
    case 'whole':
      return { kind };
    default:
      return assertNever(kind);
  }
}

export function formOf(rule: SplitRule): SplitForm {
  return {
    kind: rule.kind,
    separator: rule.kind === 'separator' ? rule.separator : '',
    pattern: rule.kind === 'pattern' ? rule.pattern : '',
  };
}

export function sameRule(a: SplitRule | null, b: SplitRule | null): boolean {
  if (a === null || b === null || a.kind !== b.kind) return a === b;
  if (a.kind === 'separator') return b.kind === 'separator' && a.separator === b.separator;
  if (a.kind === 'pattern') return b.kind === 'pattern' && a.pattern === b.pattern;
  return true;
}

/** Problems of the separator or pattern itself are said at its field. */
export function isAtField({ code }: Problem): boolean {
  return code === 'pattern-invalid' || code === 'separator-empty';
}

function assertNever(kind: never): never {
  throw new Error(`not a rule: ${kind}`);
}
