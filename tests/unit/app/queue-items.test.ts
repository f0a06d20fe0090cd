import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apply } from '../../../app/apply.ts';
import type { Command } from '../../../app/commands.ts';
import { emptyProject, type Project } from '../../../app/project.ts';
import { EVERY_CLAIM, QUEUE_ORDERS, type Queue } from '../../../app/queue/queue.ts';
import { isQueued, queueItems } from '../../../app/queue/queue-items.ts';
import { READY_QUEUE_IDS, readyQueue } from '../../../app/queue/ready-queues.ts';
import { PLAIN_TAG } from '../../../app/tag.ts';
import { commandFor, intents, startProject, T0 } from './random-commands.ts';

const dump = {
  relativePath: null,
  sha256: null,
  bytes: 1,
  format: 'plain-text',
  encoding: 'utf-8',
  rule: null,
};
const story = (storyId: string, publishedAt: string | null, source: string): Command => ({
  type: 'story.add',
  story: {
    dumpId: 'd',
    storyId,
    ordinal: Number(storyId.slice(1)),
    byteStart: 0,
    byteEnd: 1,
    source: { name: source, handle: null },
    publishedAt,
    lang: 'ja',
    lead: storyId,
  },
});
const claim = (id: string, storyId: string, wording: string, start = 0): Command => ({
  type: 'claim.add',
  claim: {
    id,
    storyKey: `d/${storyId}`,
    anchors: [{ segment: 0, start, end: start + 2, quote: '湊市', prefix: '', suffix: '' }],
    wording,
    claimant: '',
    ratingId: null,
    rationale: [],
    evidence: [],
    verdicts: [],
    carriedFrom: null,
    createdAt: T0,
    createdBy: '',
  },
});
const mark = (storyId: string): Command => ({
  type: 'review.mark',
  storyKey: `d/${storyId}`,
  state: 'reviewed',
  by: 'Ito',
  at: T0,
  why: '',
});
const verdict = (claimId: string): Command => ({
  type: 'verdict.give',
  claimId,
  verdict: { id: `v ${claimId}`, ratingId: 'verified', by: 'Ito', at: T0, why: '' },
});
const START: Project = [
  { type: 'dump.add', dump: { id: 'd', name: 'd', path: '/d', ...dump } } as Command,
  story('s0', '2025-04-12T09:30', '湊日報'),
  story('s1', '2025-04-12', 'Harbour Wire'),
  story('s2', null, '潮見ニュース'),
  story('s3', '2025-02-08', '湊日報'),
  claim('late', 's0', '修理費は12億円', 40),
  claim('early', 's0', '10か月閉鎖される', 4),
  claim('plain', 's1', '市長は辞任した'),
  claim('undated', 's2', '観光客は二割減る'),
  claim('old', 's3', '二百人が避難した'),
].reduce((project, command) => apply(project, command).project, emptyProject('p', 'P', T0));
const ids = (queue: Partial<Queue>, project = START) =>
  queueItems(project, { ...EVERY_CLAIM, ...queue }).map(({ id }) => id);
const changed = (...commands: Command[]) =>
  commands.reduce((project, command) => apply(project, command).project, START);

describe('a queue', () => {
  test('stands in the order of the dates, undated last, claims of a story in that of its text', () => {
    expect(ids({})).toEqual(['old', 'plain', 'early', 'late', 'undated']);
    expect(ids({ order: 'newest' })).toEqual(['early', 'late', 'plain', 'old', 'undated']);
    expect(ids({ order: 'dump' })).toEqual(['early', 'late', 'plain', 'undated', 'old']);
    expect(ids({ of: 'stories' })).toEqual(['d/s3', 'd/s1', 'd/s0', 'd/s2']);
  });

  test('of unreviewed claims with figures, oldest first, has these and no others', () => {
    const queue = readyQueue('figures');
    expect(ids(queue)).toEqual(['old', 'early', 'late', 'undated']);
    expect(ids(queue, changed(mark('s0')))).toEqual(['old', 'undated']);
  });

  test('asks for rating, evidence, source, words and tags', () => {
    expect(ids({ ratings: ['none'] }, changed(verdict('plain')))).not.toContain('plain');
    expect(ids({ ratings: ['verified'] }, changed(verdict('plain')))).toEqual(['plain']);
    expect(ids({ evidence: 'with' })).toEqual([]);
    expect(ids({ source: '湊' })).toEqual(['old', 'early', 'late']);
    expect(ids({ words: '１２億' })).toEqual(['late']);
    const tag = { ...PLAIN_TAG, colour: 'blue' as const };
    const tagging = { tagId: 'child', memo: '', createdAt: T0, createdBy: '' };
    const anchor = { segment: 0, start: 41, end: 50, quote: 'x', prefix: '', suffix: '' };
    const tagged = changed(
      { type: 'tag.add', tag: { ...tag, id: 'top', name: 'top', parentId: null } },
      { type: 'tag.add', tag: { ...tag, id: 'child', name: 'child', parentId: 'top' } },
      { type: 'tagging.add', tagging: { ...tagging, id: 'u1', storyKey: 'd/s0', anchor } },
      { type: 'tagging.add', tagging: { ...tagging, id: 'u2', storyKey: 'd/s2', anchor: null } },
    );
    // On words: the claims that it touches. On the story: all of them.
    expect(ids({ tags: ['top'] }, tagged)).toEqual(['late', 'undated']);
    expect(ids({ tags: ['top'], of: 'stories' }, tagged)).toEqual(['d/s0', 'd/s2']);
  });

  test('holds exactly what waits in it, each thing once, in whatever order', () => {
    const random = intents(60).map((list) =>
      list.reduce((project: Project, intent) => {
        try {
          return apply(project, commandFor(project, intent)).project;
        } catch {
          return project;
        }
      }, startProject()),
    );
    fc.assert(
      fc.property(random, fc.constantFrom(...READY_QUEUE_IDS), (project, id) => {
        const queue = readyQueue(id);
        const items = queueItems(project, queue);
        expect(new Set(items.map((item) => item.id)).size).toBe(items.length);
        expect(items.every((item) => isQueued(project, queue, item))).toBe(true);
        const all = queue.of === 'claims' ? project.claims : project.stories;
        const missing = [...all.keys()].filter((key) => !items.some((item) => item.id === key));
        for (const key of missing) {
          const kind = queue.of === 'claims' ? ('claim' as const) : ('story' as const);
          const storyKey = kind === 'claim' ? (project.claims.get(key)?.storyKey as string) : key;
          expect(isQueued(project, queue, { kind, id: key, storyKey })).toBe(false);
        }
        for (const order of QUEUE_ORDERS)
          expect(
            queueItems(project, { ...queue, order })
              .map((item) => item.id)
              .toSorted(),
          ).toEqual(items.map((item) => item.id).toSorted());
      }),
      { numRuns: 60 },
    );
  });
});
