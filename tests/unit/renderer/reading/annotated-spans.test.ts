import { describe, expect, it } from 'vitest';
import { anchorAt } from '../../../../app/anchor.ts';
import { apply } from '../../../../app/apply.ts';
import { emptyProject } from '../../../../app/project.ts';
import type { Story } from '../../../../app/story.ts';
import { annotatedSpans, neighbour, nextUnderPointer } from '../../../../renderer/reading/annotated-spans.ts';
import { type Desk, keyOf, newClaim, newNote, newTagging } from '../../../../renderer/store/annotating.ts';

const text = '港の橋は来年閉じる。修理に十二億円かかる。';
const story: Story = {
  id: 's1',
  ordinal: 0,
  source: { name: '湊日報', handle: 'minato_nippo' },
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
  byteEnd: 66,
  text,
  segments: [{ kind: 'post', lang: 'ja', start: 0, end: text.length }],
};

function annotated() {
  let project = emptyProject('p', 'Harbour', '2025-04-12T00:00:00.000Z');
  const dump = {
    id: 'd',
    name: 'd.txt',
    path: '/d.txt',
    relativePath: null,
    sha256: null,
    bytes: 66,
    format: 'plain-text',
    encoding: 'utf-8',
    rule: null,
  };
  project = apply(project, { type: 'dump.add', dump }).project;
  const desk = (): Desk => ({ project, dumpId: 'd', story, reviewer: 'Ito' });
  const claim = newClaim(desk(), anchorAt(story, 0, text.length));
  project = apply(project, claim.command).project;
  const money = {
    id: 't',
    name: '金額',
    colour: 'blue',
    parentId: null,
    description: '',
    examples: [],
    shortcut: '',
    order: '',
  } as const;
  project = apply(project, { type: 'tag.add', tag: money }).project;
  const tag = newTagging(desk(), money.id, anchorAt(story, 13, 17));
  project = apply(project, tag.command).project;
  const note = newNote(desk(), 'nuance', anchorAt(story, 10, 20), null);
  project = apply(project, note.command).project;
  return { project, key: keyOf(desk()), claim: claim.id, tag: tag.id, note: note.id };
}

describe('annotations on a story', () => {
  it('stand in text order, the longer before the shorter', () => {
    const { project, key, claim, tag, note } = annotated();
    expect(annotatedSpans(project, key, story).map((span) => span.ref.id)).toEqual([claim, note, tag]);
  });

  it('are not painted where the text no longer says what they quote', () => {
    const { project, key } = annotated();
    const changed = { ...story, text: text.replace('十二億', '二十億') };
    const painted = annotatedSpans(project, key, changed);
    for (const span of painted) expect(changed.text.slice(span.start, span.end)).not.toContain('十二億');
    expect(painted).toHaveLength(0);
  });

  it('are cycled through by clicking where they overlap: shortest first, round and round', () => {
    const { project, key, claim, tag, note } = annotated();
    const under = annotatedSpans(project, key, story);
    const clicks: string[] = [];
    let selected = nextUnderPointer(under, null);
    for (let click = 0; click < 4 && selected; click += 1) {
      clicks.push(selected.id);
      selected = nextUnderPointer(under, selected);
    }
    expect(clicks).toEqual([tag, note, claim, tag]);
    expect(nextUnderPointer([], selected)).toBeNull();
  });

  it('are gone through by n and p, round the ends', () => {
    const { project, key, claim, tag } = annotated();
    const spans = annotatedSpans(project, key, story);
    expect(neighbour(spans, null, 1)?.id).toBe(claim);
    expect(neighbour(spans, null, -1)?.id).toBe(tag);
    expect(neighbour(spans, { kind: 'tagging', id: tag }, 1)?.id).toBe(claim);
  });
});
