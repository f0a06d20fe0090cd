import { describe, expect, it } from 'vitest';
import { htmlReport } from '../../../../app/exports/html.ts';
import { markdownReport } from '../../../../app/exports/markdown.ts';
import { FIJ_SCALE, findRating } from '../../../../app/rating-scale.ts';
import { storyKey } from '../../../../app/story.ts';
import { markOf } from '../../../../app/verdict.ts';
import { AT, anchorOf, DUMP, evidenceOf, joined, projectOf, refOf, reportOf, storyFrom } from './support.ts';

const bridge = storyFrom({
  id: 'b',
  ordinal: 0,
  lang: 'en',
  parts: [{ kind: 'post', text: 'The pier is closed.' }],
});
const ferry = storyFrom({
  id: 'f',
  ordinal: 1,
  lang: 'en',
  parts: [{ kind: 'post', text: 'The ferry runs.' }],
});
const mark = (id: string) => markOf(findRating(FIJ_SCALE, id));
const key = (id: string) => storyKey(DUMP, id);

const project = projectOf({
  stories: [refOf(bridge), refOf(ferry)],
  claims: [
    {
      id: 'c',
      storyKey: key('b'),
      anchors: [anchorOf(bridge, 'closed')],
      wording: 'The pier is closed.',
      claimant: '',
      ratingId: 'false',
      rationale: [],
      verdicts: [
        { id: '1', from: null, to: mark('accurate'), by: 'Mori', at: AT, why: '' },
        {
          id: '2',
          from: mark('accurate'),
          to: mark('false'),
          by: 'Ito',
          at: AT,
          why: 'The timetable <b>says</b> so',
        },
      ],
      evidence: [
        evidenceOf({
          id: 'e',
          archiveUrl: 'https://archive.ph/AbC12',
          capturedAt: '2025-02-08T10:30:15Z',
          reliability: 'The operator itself',
          story: { storyKey: key('f'), anchor: anchorOf(ferry, 'runs') },
        }),
      ],
      carriedFrom: null,
      createdAt: AT,
      createdBy: 'Mori',
    },
  ],
  reviews: [
    {
      storyKey: key('b'),
      state: 'in-progress',
      by: 'Mori',
      at: AT,
      why: 'A new source',
      past: [{ state: 'signed-off', by: 'Saeki', at: AT, why: '' }],
    },
    { storyKey: key('f'), state: 'reviewed', by: 'Ito', at: AT, why: '', past: [] },
  ],
});
const written = (format: typeof htmlReport, chosen: string[] | null = null) =>
  joined(format(reportOf(project, [bridge, ferry], { chosen })));

describe.each([
  ['HTML', htmlReport],
  ['Markdown', markdownReport],
])('a report in %s', (_, format) => {
  it('says how a verdict came about, and who signed off before', async () => {
    const report = await written(format);
    for (const words of [
      'not rated',
      'accurate',
      'false',
      'Mori',
      'Ito',
      'The timetable',
      'signed off',
      'Saeki',
      'A new source',
    ])
      expect(report).toContain(words);
    expect(report).not.toContain('<b>says</b>');
  });

  it('says when a copy was made, what a source is worth, and which story was quoted', async () => {
    const whole = await written(format);
    for (const words of ['8 February 2025', 'The operator itself', '#story-2'])
      expect(whole).toContain(words);
    const alone = await written(format, [key('b')]);
    expect(alone).toContain('Quoted from another story');
    expect(alone).not.toContain('#story-2');
  });
});
