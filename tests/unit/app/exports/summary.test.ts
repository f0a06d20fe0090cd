import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { select } from '../../../../app/exports/select.ts';
import { summarise } from '../../../../app/exports/summary.ts';
import { findRating } from '../../../../app/rating-scale.ts';
import { sample } from './arbitrary.ts';
import { withEmptyEvidence } from './support.ts';

const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);

describe('the summary of a report', () => {
  it('counts what the project has, each claim once, by every division', () => {
    fc.assert(
      fc.property(sample, ({ project }) => {
        const { keys } = select(project, null);
        const summary = summarise(project, keys);
        expect(summary.claims).toBe(project.claims.size);
        expect(summary.notes).toBe(project.notes.size);
        expect(summary.taggings).toBe(project.taggings.size);
        expect(summary.evidence).toBe(sum(project.claims.map((claim) => claim.evidence.length).values()));
        expect(sum(Object.values(summary.verdicts))).toBe(project.claims.size);
        expect(sum(summary.ratings.map((entry) => entry.claims))).toBe(
          project.claims.size - summary.verdicts.unrated,
        );
        expect(sum(summary.sources.map((entry) => entry.claims))).toBe(project.claims.size);
        expect(sum(summary.sources.map((entry) => entry.stories))).toBe(keys.length);
        expect(sum(summary.sources.map((entry) => entry.notes))).toBe(project.notes.size);
        expect(sum(Object.values(summary.reviews))).toBe(keys.length);
        expect(sum(Object.values(summary.noteKinds))).toBe(project.notes.size);
        expect(sum(summary.tags.values())).toBe(project.taggings.size);
      }),
    );
  });

  it('does not count an entry of evidence that says nothing', () => {
    fc.assert(
      fc.property(sample, ({ project }) => {
        const { keys } = select(project, null);
        expect(summarise(withEmptyEvidence(project), keys)).toEqual(summarise(project, keys));
      }),
    );
  });

  it('counts each verdict as the claims have it', () => {
    fc.assert(
      fc.property(sample, ({ project }) => {
        const { verdicts } = summarise(project, select(project, null).keys);
        const outcomes = [...project.claims.values()].map(
          (claim) => findRating(project.scale, claim.ratingId)?.outcome ?? 'unrated',
        );
        for (const verdict of Object.keys(verdicts) as (keyof typeof verdicts)[])
          expect(verdicts[verdict]).toBe(outcomes.filter((outcome) => outcome === verdict).length);
      }),
    );
  });
});
