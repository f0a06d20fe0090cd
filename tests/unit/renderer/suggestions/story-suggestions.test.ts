import { describe, expect, it } from 'vitest';
import { emptyProject } from '../../../../app/project.ts';
import type { Story } from '../../../../app/story.ts';
import {
  currentSuggestion,
  neighbourSuggestion,
  suggestionsOf,
} from '../../../../renderer/suggestions/story-suggestions.ts';

const text = '修理費は12億円だ。見込みは8億円だった。損害は3億円に上る。';
const story = {
  text,
  segments: [{ kind: 'post', lang: 'ja', start: 0, end: text.length }],
} as Partial<Story>;
const suggestions = suggestionsOf(emptyProject('p', 'P', '2025-04-12T09:00:00.000Z'), 'd/s', story as Story);
const [first, second, third] = suggestions;

describe('going through suggestions', () => {
  it('begins at either end', () => {
    expect(suggestions).toHaveLength(3);
    expect(neighbourSuggestion(suggestions, null, 1)).toBe(first);
    expect(neighbourSuggestion(suggestions, null, -1)).toBe(third);
  });

  it('goes round', () => {
    expect(neighbourSuggestion(suggestions, first ?? null, 1)).toBe(second);
    expect(neighbourSuggestion(suggestions, third ?? null, 1)).toBe(first);
    expect(neighbourSuggestion(suggestions, first ?? null, -1)).toBe(third);
  });

  it('goes on from where one was that is gone', () => {
    const left = suggestions.filter((suggestion) => suggestion !== second);
    expect(neighbourSuggestion(left, second ?? null, 1)).toBe(third);
    expect(neighbourSuggestion(left, second ?? null, -1)).toBe(first);
    expect(neighbourSuggestion([], second ?? null, 1)).toBeNull();
  });

  it('has none under its keys while an annotation is selected', () => {
    const at = { suggestion: second ?? null, selected: null };
    expect(currentSuggestion(suggestions, at)).toBe(second);
    expect(currentSuggestion(suggestions, { ...at, selected: { kind: 'claim', id: 'c' } })).toBeNull();
    expect(currentSuggestion([], at)).toBeNull();
  });
});
