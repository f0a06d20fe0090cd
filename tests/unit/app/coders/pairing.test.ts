import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Anchor } from '../../../../app/anchor.ts';
import { type Edge, heaviestPairs } from '../../../../app/coders/heaviest-pairs.ts';
import { pairProjects } from '../../../../app/coders/pairing.ts';
import { joined, sharedUnits, unitsOf } from '../../../../app/coders/spans.ts';
import { emptyProject, type ProjectData, toData } from '../../../../app/project.ts';
import { storyKey } from '../../../../app/story.ts';

const T0 = '2025-02-08T10:30:00.000Z';
const SHA = 'a'.repeat(64);

describe('the heaviest pairing', () => {
  const edges = fc.uniqueArray(
    fc.record({ left: fc.nat(4), right: fc.nat(4), weight: fc.integer({ min: 1, max: 9 }) }),
    { maxLength: 14, selector: ({ left, right }) => `${left} ${right}` },
  );
  const weightOf = (all: readonly Edge[], pairs: readonly { left: number; right: number }[]) =>
    pairs.reduce(
      (sum, pair) =>
        sum + (all.find((e) => e.left === pair.left && e.right === pair.right)?.weight ?? Number.NaN),
      0,
    );
  const heaviest = (all: readonly Edge[]): number => {
    const [first, ...rest] = all;
    if (!first) return 0;
    const free = rest.filter(({ left, right }) => left !== first.left && right !== first.right);
    return Math.max(heaviest(rest), first.weight + heaviest(free));
  };

  it('comes to as much as any, one to one', () => {
    fc.assert(
      fc.property(edges, (all) => {
        const pairs = heaviestPairs(all);
        expect(new Set(pairs.map(({ left }) => left)).size).toBe(pairs.length);
        expect(new Set(pairs.map(({ right }) => right)).size).toBe(pairs.length);
        expect(weightOf(all, pairs)).toBe(heaviest(all));
      }),
    );
  });
});

describe('spans', () => {
  const spans = fc
    .array(fc.record({ lane: fc.nat(1), start: fc.nat(20), length: fc.integer({ min: 1, max: 8 }) }), {
      maxLength: 6,
    })
    .map((list) => list.map(({ lane, start, length }) => ({ lane, start, end: start + length })));
  const units = (list: readonly { lane: number; start: number; end: number }[]) =>
    new Set(
      list.flatMap(({ lane, start, end }) =>
        Array.from({ length: end - start }, (_, n) => `${lane} ${start + n}`),
      ),
    );

  it('share the units that both cover', () => {
    fc.assert(
      fc.property(spans, spans, (a, b) => {
        expect(unitsOf(joined(a))).toBe(units(a).size);
        expect(sharedUnits(joined(a), joined(b))).toBe(
          [...units(a)].filter((unit) => units(b).has(unit)).length,
        );
      }),
    );
  });
});

describe('two projects side by side', () => {
  it('know a dump by its SHA-256, whatever it is called there, and its stories with it', () => {
    const mine = project('A', 'dump-1', 'posts.txt', SHA);
    const theirs = project('B', 'other', 'copy of posts.txt', SHA);
    const { dumps, stories } = pairProjects(mine, theirs);
    expect(dumps.pairs).toMatchObject([
      { mine: { id: 'dump-1' }, theirs: { id: 'dump-1', name: 'copy of posts.txt' } },
    ]);
    expect(stories.pairs).toHaveLength(2);
  });

  it('take dumps of one id and name for different ones where their SHA-256 says so', () => {
    const theirs = project('B', 'd', 'posts.txt', 'b'.repeat(64));
    for (const story of theirs.stories) story.storyId += ' elsewhere';
    const pairing = pairProjects(project('A', 'd', 'posts.txt', SHA), theirs);
    expect(pairing.dumps.pairs).toEqual([]);
    expect(pairing.dumps.onlyTheirs).toMatchObject([{ id: 'd~2' }]);
    expect(pairing.stories.onlyTheirs.map(({ dumpId }) => dumpId)).toEqual(['d~2', 'd~2']);
  });

  it('pair claims that cover the same words so that most words are shared, at most one to one', () => {
    const mine = project('A', 'd', 'posts.txt', SHA);
    const theirs = project('B', 'e', 'posts.txt', SHA);
    mine.claims = [claim('m1', 'd', 0, 100), claim('m2', 'd', 0, 20), claim('m3', 'd', 200, 210)];
    theirs.claims = [claim('t1', 'e', 0, 20), claim('t2', 'e', 0, 95), claim('t3', 'e', 300, 310)];
    const { claims } = pairProjects(mine, theirs);
    expect(
      claims.pairs.map((pair) => [pair.mine.id, pair.theirs.id, pair.by, pair.shared, pair.share]),
    ).toEqual([
      ['m1', 't2', 'overlap', 95, 0.95],
      ['m2', 't1', 'overlap', 20, 1],
    ]);
    expect(claims.onlyMine.map(({ id }) => id)).toEqual(['m3']);
    expect(claims.onlyTheirs.map(({ id }) => id)).toEqual(['t3']);
    expect(claims.onlyTheirs[0]?.storyKey).toBe('d/s1');
  });

  it('go by the id first: always in copies of one project, elsewhere where words are shared', () => {
    const mine = project('A', 'd', 'posts.txt', SHA);
    mine.claims = [claim('c1', 'd', 0, 10), claim('c2', 'd', 50, 60)];
    const theirs = project('B', 'd', 'posts.txt', SHA);
    theirs.claims = [claim('c2', 'd', 0, 10), claim('c3', 'd', 0, 10)];
    const ids = (other: ProjectData) =>
      pairProjects(mine, other).claims.pairs.map((pair) => [pair.mine.id, pair.theirs.id]);
    expect(ids(theirs)).toEqual([['c1', 'c2']]);
    expect(ids({ ...theirs, id: 'A' })).toEqual([
      ['c1', 'c3'],
      ['c2', 'c2'],
    ]);
  });

  it('pair tags by their names from the top down, and their uses by tag and words', () => {
    const mine = project('A', 'd', 'posts.txt', SHA);
    const theirs = project('B', 'd', 'posts.txt', SHA);
    mine.tags = [tag('t', 'Topic', null), tag('u', 'Economy', 't')];
    theirs.tags = [tag('u', 'topic', null), tag('x', 'Ｅｃｏｎｏｍｙ', 'u'), tag('y', 'Economy', null)];
    mine.taggings = [use('a', 'u', 0, 10), use('b', 't', null, null)];
    theirs.taggings = [use('p', 'y', 0, 10), use('q', 'x', 5, 15), use('r', 'u', null, null)];
    const { tags, taggings } = pairProjects(mine, theirs);
    expect(tags.pairs.map((pair) => [pair.mine.id, pair.theirs.name])).toEqual([
      ['t', 'topic'],
      ['u', 'Ｅｃｏｎｏｍｙ'],
    ]);
    expect(taggings.pairs.map((pair) => [pair.mine.id, pair.theirs.id, pair.theirs.tagId])).toEqual([
      ['a', 'q', 'u'],
      ['b', 'r', 't'],
    ]);
  });

  it('pair notes by the sides that both are on', () => {
    const mine = project('A', 'd', 'posts.txt', SHA);
    const theirs = project('B', 'd', 'posts.txt', SHA);
    mine.notes = [note('m', anchor(0, 10), null), note('n', null, anchor(0, 10))];
    theirs.notes = [note('p', null, anchor(5, 12)), note('q', anchor(0, 10), anchor(40, 50))];
    expect(pairProjects(mine, theirs).notes.pairs.map((pair) => [pair.mine.id, pair.theirs.id])).toEqual([
      ['m', 'q'],
      ['n', 'p'],
    ]);
  });
});

function project(id: string, dumpId: string, name: string, sha256: string): ProjectData {
  const dump = {
    id: dumpId,
    name,
    path: `/${name}`,
    relativePath: null,
    sha256,
    bytes: 9,
    format: 'plain-text',
    encoding: 'utf-8',
    rule: null,
  };
  const story = (storyId: string) => ({
    dumpId,
    storyId,
    ordinal: 0,
    byteStart: 0,
    byteEnd: 9,
    source: null,
    publishedAt: null,
    lang: 'en',
    lead: storyId,
  });
  return { ...toData(emptyProject(id, id, T0)), dumps: [dump], stories: [story('s1'), story('s2')] };
}

function anchor(start: number, end: number): Anchor {
  return { segment: 0, start, end, quote: 'x'.repeat(end - start), prefix: '', suffix: '' };
}

const made = { createdAt: T0, createdBy: '' };

function claim(id: string, dumpId: string, start: number, end: number): ProjectData['claims'][number] {
  return {
    id,
    storyKey: storyKey(dumpId, 's1'),
    anchors: [anchor(start, end)],
    wording: '',
    claimant: '',
    ratingId: null,
    rationale: [],
    evidence: [],
    verdicts: [],
    carriedFrom: null,
    ...made,
  };
}

function tag(id: string, name: string, parentId: string | null): ProjectData['tags'][number] {
  return { id, name, parentId, colour: 'blue', description: '', examples: [], shortcut: '', order: '' };
}

function use(
  id: string,
  tagId: string,
  start: number | null,
  end: number | null,
): ProjectData['taggings'][number] {
  const on = start === null || end === null ? null : anchor(start, end);
  return { id, tagId, storyKey: 'd/s1', anchor: on, memo: '', ...made };
}

function note(id: string, original: Anchor | null, translation: Anchor | null): ProjectData['notes'][number] {
  return {
    id,
    storyKey: 'd/s1',
    kind: 'nuance',
    original,
    translation,
    comment: [],
    suggestion: '',
    ...made,
  };
}
