import { describe, expect, it } from 'vitest';
import { anchorAt } from '../../../../app/anchor.ts';
import { apply } from '../../../../app/apply.ts';
import type { Claim } from '../../../../app/claim.ts';
import { emptyProject, toData } from '../../../../app/project.ts';
import type { Story } from '../../../../app/story.ts';
import { carryClaim, isCarried, passagesFor, ratedClaims } from '../../../../renderer/likeness/carry.ts';
import { refOf } from '../../../../renderer/store/annotating.ts';

const AT = '2025-04-12T09:00:00.000Z';

function storyOf(id: string, text: string): Story {
  return {
    id,
    ordinal: 0,
    source: { name: id, handle: null },
    publishedAt: '2025-04-12',
    precision: 'day',
    lang: 'ja',
    lead: text,
    links: [],
    hashtags: [],
    media: [],
    link: null,
    title: null,
    relations: [],
    details: [],
    origin: null,
    byteStart: 0,
    byteEnd: 0,
    text,
    segments: [{ kind: 'post', lang: 'ja', start: 0, end: text.length }],
  };
}

const one = storyOf('湊ニュース', '港湾局は、港大橋の修復費が200億ドルに上ると発表した。');
const other = storyOf('北浜通信', '【速報】港湾局は、港大橋の修復費が20億ドルに上ると発表した。');

function claimOf(ratingId: string | null): Claim {
  const quote = '修復費が200億ドルに上る';
  const start = one.text.indexOf(quote);
  return {
    id: 'claim',
    storyKey: `d/${one.id}`,
    anchors: [anchorAt(one, start, start + quote.length)],
    wording: '修復費は200億ドルである。',
    claimant: '港湾局',
    ratingId,
    rationale: [],
    evidence: [],
    verdicts: [],
    carriedFrom: null,
    createdAt: AT,
    createdBy: '山田',
  };
}

function projectWith(claim: Claim) {
  const empty = emptyProject('p', 'P', AT);
  const dump = { id: 'd', name: 'd', path: '/d', relativePath: null, sha256: null, bytes: 1 };
  return [
    { type: 'dump.add' as const, dump: { ...dump, format: 'plain-text', encoding: 'utf-8', rule: null } },
    { type: 'story.add' as const, story: refOf('d', one) },
    { type: 'claim.add' as const, claim },
  ].reduce((project, command) => apply(project, command).project, empty);
}

describe('a verdict that is carried to another story', () => {
  const claim = claimOf('disputed');
  const project = projectWith(claim);
  const desk = { project, dumpId: 'd', story: other, reviewer: '佐伯' };

  it('is a claim on the words there, signed by who carried it, that knows where it came from', () => {
    const passages = passagesFor(claim, one, other);
    const { project: after } = apply(project, carryClaim(desk, claim, passages, '引き継ぎ'));
    const [carried] = [...after.claims.values()].filter(({ id }) => id !== claim.id);
    expect(carried).toMatchObject({
      storyKey: `d/${other.id}`,
      ratingId: 'disputed',
      carriedFrom: 'claim',
      createdBy: '佐伯',
      verdicts: [{ from: null, to: { id: 'disputed' }, by: '佐伯', why: '引き継ぎ' }],
    });
    expect(carried?.anchors.map(({ quote }) => quote)).toEqual(['修復費が20億ドルに上る']);
    expect(isCarried(project, claim, 'd', other)).toBe(false);
    expect(isCarried(after, claim, 'd', other)).toBe(true);
  });

  it('is one step of undo, the story with it', () => {
    const { project: after, inverse } = apply(
      project,
      carryClaim(desk, claim, passagesFor(claim, one, other), ''),
    );
    expect(toData(apply(after, inverse).project)).toEqual(toData(project));
  });

  it('is offered only where there is a verdict, and a passage for it', () => {
    expect(ratedClaims(project, 'd', one)).toEqual([claim]);
    expect(ratedClaims(projectWith(claimOf(null)), 'd', one)).toEqual([]);
    expect(passagesFor(claim, one, storyOf('青葉新報', '図書館の移転が決まった。'))).toEqual([]);
  });
});
