import { FileWindow } from './file-window.ts';
import type { LiteralFinder } from './literal-finder.ts';
import type { SearchRun } from './search-run.ts';
import { StoryCursor } from './story-cursor.ts';
import { CONTEXT, type WholeCharacters } from './whole-characters.ts';

/**
 * Counts a literal in the texts of stories without decoding them, as a reader would count: one after another without
 * overlap, whole characters, none across two stories.
 */
export async function countHits(
  run: SearchRun,
  fd: number,
  finder: LiteralFinder,
  characters: WholeCharacters,
): Promise<void> {
  const { ask, texts, columns, found } = run;
  const from = texts.startOf(ask.from);
  const to = texts.endOf(ask.to - 1);
  const reserve = finder.longest + CONTEXT;
  const window = new FileWindow(fd, CONTEXT, reserve, columns.startOf(ask.from), to);
  const story = new StoryCursor(texts, columns, ask.from, ask.to);
  for (let resume = from; resume < to && !run.isOver; ) {
    window.moveTo(resume);
    const { bytes, base, filled } = window;
    finder.prepare(bytes, resume - base, filled);
    const last = window.isLast ? filled : filled - reserve;
    let at = resume - base;
    for (;;) {
      const hit = finder.find(bytes, at, last, filled);
      if (hit === -1) break;
      story.moveTo(base + hit);
      const [start, end] = [story.start - base, story.end - base];
      if (hit < start) at = start;
      else if (finder.end > end) at = hit + finder.unit;
      else if (!run.mayPass(story.ordinal)) at = end;
      else if (!characters.isWhole(bytes, hit, finder.end, Math.max(start, 0), Math.min(end, filled)))
        at = hit + finder.unit;
      else {
        found.add(story.ordinal, 1);
        at = finder.end;
        if (run.isOver) break;
      }
    }
    resume = window.isLast ? to : base + Math.max(at, last + finder.unit);
    await run.pause(resume);
  }
}
