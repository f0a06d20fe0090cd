import { describe, expect, it } from 'vitest';
import { parseTmx, tmxReport } from '../../../../../app/exports/tmx.ts';
import { glossaryText, readGlossary } from '../../../../../app/glossary/formats.ts';
import { importCommand } from '../../../../../app/interchange/import/plan.ts';
import { planGlossary } from '../../../../../app/interchange/import/plan-glossary.ts';
import { planMemory } from '../../../../../app/interchange/import/plan-memory.ts';
import { AT, anchorOf, joined, projectOf, refOf, reportOf, storyFrom } from '../../exports/support.ts';
import { carriedOut } from './desk.ts';

const entry = (id: string, source: string, target: string) => ({
  ...{ id, source, sourceLang: 'en', target, targetLang: 'ja', variants: [], note: '' },
});

describe('a glossary', () => {
  const project = projectOf({ glossary: [entry('1', 'pier', '桟橋'), entry('2', 'quay', '岸壁')] });
  const USUAL = { source: 'en', target: 'ja' };

  it('adds what is new, leaves alone what says something else, and does nothing the second time', async () => {
    const theirs = [entry('x', 'pier', '埠頭'), entry('y', 'quay', '岸壁'), entry('z', 'ferry', '渡し船')];
    const tbx = [...glossaryText(theirs, 'tbx', 'Harbour')].join('');
    const plan = planGlossary(await readGlossary(tbx, USUAL), project);
    expect(plan.entries.map(({ kind, quote, differences }) => [kind, quote, differences])).toEqual([
      ['added', 'ferry', []],
      ['matched', 'quay', []],
      ['differs', 'pier', [{ field: 'translation', mine: '桟橋', theirs: '埠頭' }]],
    ]);
    const next = carriedOut(project, plan);
    expect([...next.glossary.values()].map(({ target }) => target).sort()).toEqual([
      '岸壁',
      '桟橋',
      '渡し船',
    ]);
    expect(importCommand(planGlossary(await readGlossary(tbx, USUAL), next), false)).toBeNull();
    const updated = carriedOut(project, plan, true);
    expect(updated.glossary.get('1')?.target).toBe('埠頭');
  });
});

describe('a translation memory', () => {
  it('brings wordings back to their notes, and refuses pairs of sentences', async () => {
    const story = storyFrom({
      id: 's',
      ordinal: 0,
      lang: 'en',
      parts: [
        { kind: 'post', lang: 'en', text: 'The pier is closed.' },
        { kind: 'translation', lang: 'ja', text: '桟橋は開いている。' },
      ],
    });
    const ref = refOf(story);
    const project = projectOf({
      stories: [ref],
      notes: [
        {
          ...{
            id: 'n',
            storyKey: `${ref.dumpId}/s`,
            kind: 'mistranslation',
            comment: [],
            suggestion: '閉鎖された',
          },
          ...{ original: anchorOf(story, 'is closed'), translation: anchorOf(story, '開いている') },
          ...{ createdAt: AT, createdBy: 'Ito' },
        },
      ],
    });
    const tmx = await joined(tmxReport(reportOf(project, [story])));
    const same = planMemory(await parseTmx(tmx), project);
    expect(same.entries.map(({ kind, reason }) => [kind, reason]).sort()).toEqual([
      ['matched', null],
      ['refused', 'pair-without-place'],
    ]);
    const edited = planMemory(await parseTmx(tmx.replace('閉鎖された', '閉まっている')), project);
    expect(importCommand(edited, false)).toBeNull();
    expect(carriedOut(project, edited, true).notes.get('n')?.suggestion).toBe('閉まっている');
  });
});
