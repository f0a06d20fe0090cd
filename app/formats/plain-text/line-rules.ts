import { RE2JS } from 're2js';
import { UratoriError } from '../../problem.ts';
import { trimBlanks } from '../../text/blanks.ts';
import type { SplitRule } from '../split-rule.ts';
import { isHeading, isUnderline, type MarkTest } from './mark.ts';

/**
 * The test of a rule's own lines; null for the rules that have none. Patterns are RE2: linear in the line's
 * length whatever the person writes.
 * @throws UratoriError `pattern-invalid` {pattern, detail}, `separator-empty`
 */
export function markTest(rule: SplitRule): MarkTest | null {
  switch (rule.kind) {
    case 'headings':
      return (line) => (isHeading(line) ? 'here' : isUnderline(line) ? 'above' : null);
    case 'separator': {
      const separator = trimBlanks(rule.separator);
      if (separator === '') throw new UratoriError('separator-empty');
      return (line) => (trimBlanks(line) === separator ? 'here' : null);
    }
    case 'pattern': {
      const pattern = compile(rule.pattern);
      return (line) => (pattern.matcher(line).find() ? 'here' : null);
    }
    case 'byline':
    case 'blank-lines':
    case 'wide-gaps':
    case 'lines':
    case 'whole':
      return null;
  }
}

function compile(pattern: string): RE2JS {
  if (pattern === '') throw new UratoriError('pattern-invalid', { pattern, detail: 'empty' });
  try {
    return RE2JS.compile(pattern);
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new UratoriError('pattern-invalid', { pattern, detail }, { cause });
  }
}
