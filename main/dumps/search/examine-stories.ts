import { fold } from '../../../app/search/folding.ts';
import type { Need } from '../../../app/search/need.ts';
import { needOfQuery } from '../../../app/search/need-of-query.ts';
import type { FieldTerm } from '../../../app/search/query.ts';
import { Candidates } from './candidates.ts';
import { Examiner } from './examiner.ts';
import { FileWindow } from './file-window.ts';
import type { LiteralFinder } from './literal-finder.ts';
import { NeedCheck } from './need-check.ts';
import { needInBytes } from './need-in-bytes.ts';
import type { SearchRun } from './search-run.ts';
import { spellingOf } from './spelling.ts';
import { StoryBytes } from './story-bytes.ts';
import { StoryCursor } from './story-cursor.ts';
import { CONTEXT } from './whole-characters.ts';

/** Stories between two looks at the clock, where each takes some microseconds. */
const AT_A_TIME = 64;
/** Where fewer stories than one in so many can pass by their fields, only those are read. */
const FEW = 16;

/**
 * Asks the query of stories one by one: of those whose bytes have what it needs where that can be seen without decoding
 * them, else of all that can pass by their fields.
 */
export async function examineStories(run: SearchRun, fd: number): Promise<void> {
  const { query, matching } = run.ask.search;
  // A link may stand beside the text, in the record of the story.
  let isBesideText = false;
  const needOfField = (field: FieldTerm): Need => {
    if (field.kind !== 'link') return null;
    isBesideText = true;
    return { letters: fold(field.value, 'usual').text, folding: 'usual' };
  };
  const { kind } = run.ask;
  const need = needInBytes(needOfQuery(query.wanted, matching, needOfField), kind);
  const check = new NeedCheck(need, spellingOf(kind));
  const bounds = isBesideText ? run.columns : run.texts;
  const drivers = fewPass(run) ? null : check.drivers();
  const examiner = new Examiner(run, fd);
  if (drivers === null) await examineAll(run, fd, examiner, check, bounds);
  else await examineCandidates(run, fd, examiner, check, bounds, drivers);
}

type Bounds = ConstructorParameters<typeof StoryCursor>[0];

async function examineAll(
  run: SearchRun,
  fd: number,
  examiner: Examiner,
  check: NeedCheck,
  bounds: Bounds,
): Promise<void> {
  const { from, to } = run.ask;
  const stories = new StoryBytes(fd);
  for (let ordinal = from; ordinal < to && !run.isOver; ordinal += 1) {
    if (ordinal % AT_A_TIME === 0) await run.pause(run.columns.startOf(ordinal));
    if (!run.mayPass(ordinal)) continue;
    const range = stories.read(bounds.startOf(ordinal), bounds.endOf(ordinal));
    if (!examiner.decodes || check.allows(range.bytes, range.start, range.end))
      examiner.examine(ordinal, bounds === run.texts ? range : null);
  }
}

async function examineCandidates(
  run: SearchRun,
  fd: number,
  examiner: Examiner,
  check: NeedCheck,
  bounds: Bounds,
  drivers: readonly LiteralFinder[],
): Promise<void> {
  const { columns, ask } = run;
  const to = bounds.endOf(ask.to - 1);
  const reserve = Math.max(...drivers.map(({ longest }) => longest)) + CONTEXT;
  const window = new FileWindow(fd, 0, reserve, columns.startOf(ask.from), to);
  const story = new StoryCursor(bounds, columns, ask.from, ask.to);
  const stories = new StoryBytes(fd);
  for (let resume = bounds.startOf(ask.from); resume < to && !run.isOver; ) {
    window.moveTo(resume);
    const { bytes, base, filled } = window;
    const last = window.isLast ? filled : filled - reserve;
    const candidates = new Candidates(drivers, bytes, last, filled);
    let at = 0;
    for (;;) {
      const hit = candidates.next(at);
      if (hit === -1 || run.isOver) break;
      story.moveTo(base + hit);
      if (base + hit < story.start) at = story.start - base;
      else if (base + candidates.end > story.end) at = hit + candidates.unit;
      else {
        at = story.end - base;
        if (!run.mayPass(story.ordinal)) continue;
        const range = window.has(story.start, story.end)
          ? { bytes, start: story.start - base, end: at }
          : stories.read(story.start, story.end);
        if (!examiner.decodes || check.allows(range.bytes, range.start, range.end))
          examiner.examine(story.ordinal, bounds === run.texts ? range : null);
        run.tell(story.end);
      }
    }
    resume = window.isLast ? to : base + Math.max(at, last + candidates.unit);
    await run.pause(resume);
  }
}

/** Whether the fields leave so few stories that reading these is quicker than searching the rest as well. */
function fewPass(run: SearchRun): boolean {
  if (!run.hasFields) return false;
  const { from, to } = run.ask;
  let left = Math.floor((to - from) / FEW);
  for (let ordinal = from; ordinal < to; ordinal += 1) {
    if (!run.mayPass(ordinal)) continue;
    if (left === 0) return false;
    left -= 1;
  }
  return true;
}
