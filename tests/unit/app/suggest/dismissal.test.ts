import { describe, expect, it } from 'vitest';
import { describe as anchorOf } from '../../../../app/anchor.ts';
import { apply } from '../../../../app/apply.ts';
import type { Command } from '../../../../app/commands.ts';
import { emptyProject, type Project, parse, serialise } from '../../../../app/project.ts';
import { type Segment, storyKey } from '../../../../app/story.ts';
import { openSuggestions } from '../../../../app/suggest/open-suggestions.ts';
import { suggest } from '../../../../app/suggest/suggest.ts';

const AT = '2025-04-12T09:00:00.000Z';
const KEY = storyKey('d', 's');
const FIRST = '湊市は修理費が12億円になると発表した。';
const SECOND = '工事で観光客は40万人減った。';

function storyOf(text: string) {
  const segments: Segment[] = [{ kind: 'post', lang: 'ja', start: 0, end: text.length }];
  return { text, segments };
}

const story = storyOf(FIRST + SECOND);

function projectWith(...commands: Command[]): Project {
  const ref = {
    dumpId: 'd',
    storyId: 's',
    ordinal: 0,
    byteStart: 0,
    byteEnd: 9,
    source: null,
    publishedAt: null,
    lang: 'ja',
    lead: '',
  };
  const dump = {
    id: 'd',
    name: 'a.txt',
    path: '/a.txt',
    relativePath: null,
    sha256: null,
    bytes: 9,
    format: 'plain-text',
    encoding: 'utf-8',
    rule: null,
  };
  const all: Command[] = [{ type: 'dump.add', dump }, { type: 'story.add', story: ref }, ...commands];
  return all.reduce((project, command) => apply(project, command).project, emptyProject('p', 'P', AT));
}

function dismissing(words: string, text = story): Command {
  const start = text.text.indexOf(words);
  const anchor = anchorOf(text, start, start + words.length);
  if (!anchor) throw new Error('nothing to dismiss');
  return { type: 'suggestion.dismiss', storyKey: KEY, dismissal: { id: words, anchor, at: AT, by: 'Ito' } };
}

const openIn = (project: Project, text = story) =>
  openSuggestions(suggest(text, new Set(project.suggestionRulesOff)), project, KEY, text).map(
    ({ start, end }) => text.text.slice(start, end),
  );

describe('a suggestion', () => {
  it('that was dismissed stays dismissed when the project is written and read again', () => {
    const project = projectWith(dismissing(FIRST));
    expect(openIn(projectWith())).toEqual([FIRST, SECOND]);
    expect(openIn(project)).toEqual([SECOND]);
    const reopened = parse(JSON.parse(JSON.stringify(serialise(project, 1)))).project;
    expect(openIn(reopened)).toEqual([SECOND]);
  });

  it('that was dismissed stays dismissed where the text around it has changed', () => {
    const project = projectWith(dismissing(SECOND));
    expect(openIn(project, storyOf(`【訂正あり】${FIRST}橋は古い。${SECOND}`))).not.toContain(SECOND);
  });

  it('goes with its story to another id', () => {
    const project = projectWith(dismissing(FIRST));
    const ref = { ...project.stories.get(KEY), storyId: 'other' };
    const moved = apply(project, { type: 'story.move', storyKey: KEY, story: ref as never }).project;
    expect(moved.dismissedSuggestions.get(storyKey('d', 'other'))?.sentences).toHaveLength(1);
    expect(moved.dismissedSuggestions.has(KEY)).toBe(false);
  });

  it('comes back when its dismissal is taken back, or undone', () => {
    const before = projectWith();
    const { project, inverse } = apply(before, dismissing(FIRST));
    expect(openIn(apply(project, inverse).project)).toEqual([FIRST, SECOND]);
    expect(apply(project, inverse).project.dismissedSuggestions.size).toBe(0);
  });

  it('is none any more where a claim sits on words of its sentence', () => {
    const anchor = anchorOf(story, story.text.indexOf('12億円'), story.text.indexOf('12億円') + 4);
    if (!anchor) throw new Error('no anchor');
    const claim = {
      id: 'c',
      storyKey: KEY,
      anchors: [anchor],
      wording: '',
      claimant: '',
      ratingId: null,
      rationale: [],
      evidence: [],
      verdicts: [],
      carriedFrom: null,
      createdAt: AT,
      createdBy: '',
    };
    expect(openIn(projectWith({ type: 'claim.add', claim }))).toEqual([SECOND]);
  });

  it('is not made by a rule that the project has turned off, until it is turned on again', () => {
    const off: Command = { type: 'suggestion.switchRule', ruleId: 'ja-figure-amount', on: false };
    const project = projectWith(off, off);
    expect(project.suggestionRulesOff).toEqual(['ja-figure-amount']);
    expect(openIn(project)).toEqual([FIRST]);
    expect(openIn(apply(project, { ...off, on: true }).project)).toEqual([FIRST, SECOND]);
  });
});

describe('a story with a dismissed sentence', () => {
  it('is not removed from the project', () => {
    const project = projectWith(dismissing(FIRST));
    expect(() => apply(project, { type: 'story.remove', storyKey: KEY })).toThrow();
  });
});
