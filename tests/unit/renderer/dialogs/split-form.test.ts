import { describe, expect, it } from 'vitest';
import { type SplitRule, splitRuleSchema } from '../../../../app/formats/split-rule.ts';
import { excerptOf } from '../../../../renderer/dialogs/dump-reading/excerpt.ts';
import {
  formOf,
  RULE_KINDS,
  ruleOf,
  sameRule,
} from '../../../../renderer/dialogs/dump-reading/split-form.ts';

const RULES: SplitRule[] = [
  { kind: 'byline' },
  { kind: 'blank-lines' },
  { kind: 'wide-gaps' },
  { kind: 'headings' },
  { kind: 'lines' },
  { kind: 'separator', separator: '=====' },
  { kind: 'pattern', pattern: '^第\\d+号' },
  { kind: 'whole' },
];

describe('the form of a split rule', () => {
  it('offers every kind of rule that there is', () => {
    const kinds = splitRuleSchema.options.map((option) => option.shape.kind.value);
    expect([...RULE_KINDS].sort()).toEqual([...kinds].sort());
  });

  it('gives back the rule it was made from', () => {
    for (const rule of RULES) expect(ruleOf(formOf(rule))).toEqual(rule);
  });

  it('stands for no rule while a separator or pattern is still to be typed', () => {
    expect(ruleOf({ kind: 'separator', separator: '  ', pattern: '' })).toBeNull();
    expect(ruleOf({ kind: 'pattern', separator: '', pattern: '' })).toBeNull();
  });

  it('tells rules apart by kind and by what was typed', () => {
    for (const a of RULES) for (const b of RULES) expect(sameRule(a, b)).toBe(a === b);
    expect(sameRule({ kind: 'separator', separator: '=' }, { kind: 'separator', separator: '==' })).toBe(
      false,
    );
  });
});

describe('the excerpt of a story', () => {
  it('goes on where the lead ends', () => {
    expect(excerptOf({ text: 'A lead.\n\nThe rest\nof it.', lead: 'A lead.' })).toBe('The rest of it.');
  });

  it('never ends in half of an emoji', () => {
    const excerpt = excerptOf({ text: `x${'🌉'.repeat(500)}`, lead: 'none' });
    expect(excerpt.isWellFormed()).toBe(true);
    expect(excerpt.length).toBeLessThanOrEqual(400);
  });
});
