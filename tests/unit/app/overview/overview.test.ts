import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply } from '../../../../app/apply.ts';
import { type Overview, overviewOf } from '../../../../app/overview/overview.ts';
import type { Tally } from '../../../../app/overview/tally.ts';
import { claimsIn, STANDINGS, type Standing } from '../../../../app/overview/verdicts.ts';
import type { Project } from '../../../../app/project.ts';
import { findRating } from '../../../../app/rating-scale.ts';
import { tagsOf } from '../../../../app/story-annotations.ts';
import { commandFor, type Intent, intents, startProject } from '../random-commands.ts';

const projects = intents(60).map((list: Intent[]) =>
  list.reduce((project, intent) => {
    try {
      return apply(project, commandFor(project, intent)).project;
    } catch {
      return project;
    }
  }, startProject()),
);

function eachDump(check: (project: Project, dumpId: string, overview: Overview) => void): void {
  fc.assert(
    fc.property(projects, (project) => {
      for (const dumpId of project.dumps.keys()) check(project, dumpId, overviewOf(project, dumpId));
    }),
    { numRuns: 60 },
  );
}

/** The claims of a dump that a test lets pass, in the plainest words. */
function expected(
  project: Project,
  dumpId: string,
  passes: (claim: { ratingId: string | null; storyKey: string }) => boolean,
): Tally {
  const claims = [...project.claims.values()].filter(
    (claim) => project.stories.get(claim.storyKey)?.dumpId === dumpId && passes(claim),
  );
  return { count: claims.length, stories: [...new Set(claims.map(({ storyKey }) => storyKey))] };
}

function same(found: Tally, wanted: Tally): void {
  expect({ ...found, stories: [...found.stories].sort() }).toEqual({
    ...wanted,
    stories: [...wanted.stories].sort(),
  });
}

const standingOf = ({ scale }: Project, ratingId: string | null): Standing =>
  findRating(scale, ratingId)?.outcome ?? 'unrated';

describe('the overview of a dump', () => {
  it('counts each claim once by source and by day, and once by rating', () => {
    eachDump((project, dumpId, overview) => {
      expect(overview.claims).toBe(expected(project, dumpId, () => true).count);
      const sum = (groups: { verdicts: Parameters<typeof claimsIn>[0] }[]) =>
        groups.reduce((all, { verdicts }) => all + claimsIn(verdicts), 0);
      expect(sum(overview.sources)).toBe(overview.claims);
      expect(sum(overview.days)).toBe(overview.claims);
      expect([...overview.ratings.values()].reduce((all, { count }) => all + count, 0)).toBe(overview.claims);
    });
  });

  it('names with every number exactly the stories that it stands for', () => {
    eachDump((project, dumpId, overview) => {
      for (const [ratingId, tally] of overview.ratings)
        same(
          tally,
          expected(project, dumpId, (claim) => (claim.ratingId ?? 'none') === ratingId),
        );
      for (const standing of STANDINGS) {
        for (const { source, verdicts } of overview.sources)
          same(
            verdicts[standing],
            expected(
              project,
              dumpId,
              ({ ratingId, storyKey }) =>
                standingOf(project, ratingId) === standing &&
                JSON.stringify(project.stories.get(storyKey)?.source) === JSON.stringify(source),
            ),
          );
        for (const { tagId, verdicts } of overview.tags)
          same(
            verdicts[standing],
            expected(
              project,
              dumpId,
              ({ ratingId, storyKey }) =>
                standingOf(project, ratingId) === standing && tagsOf(project, storyKey).has(tagId),
            ),
          );
      }
    });
  });

  it('leaves no work of anybody out, and invents none', () => {
    eachDump((project, dumpId, { people }) => {
      const within = (key: string) => project.stories.get(key)?.dumpId === dumpId;
      const sum = (kind: (typeof people)[number]['work'] extends infer W ? keyof W : never) =>
        people.reduce((all, { work }) => all + work[kind].count, 0);
      const own = (table: { values(): Iterable<{ storyKey: string }> }) =>
        [...table.values()].filter(({ storyKey }) => within(storyKey)).length;
      expect(sum('claims')).toBe(own(project.claims));
      expect(sum('tags')).toBe(own(project.taggings));
      expect(sum('notes')).toBe(own(project.notes));
      expect(sum('reviewed')).toBe(
        [...project.reviews.values()].filter(
          ({ state, storyKey }) => state === 'reviewed' && within(storyKey),
        ).length,
      );
    });
  });

  it('puts days in order, what has no date last, and counts an address once a claim', () => {
    eachDump((project, dumpId, { days, links }) => {
      const order = days.map(({ day }) => day ?? Number.POSITIVE_INFINITY);
      expect(order).toEqual([...order].sort((a, b) => a - b));
      for (const { url, evidence } of links)
        same(
          evidence,
          expected(
            project,
            dumpId,
            (claim) =>
              (claim as { evidence?: { url: string; archiveUrl: string }[] }).evidence?.some((entry) =>
                [entry.url, entry.archiveUrl].some((address) => address.replace(/#.*$/u, '') === url),
              ) ?? false,
          ),
        );
    });
  });
});
