import { closeSync, openSync } from 'node:fs';
import { isField, termsOf } from '../../../app/search/query.ts';
import type { HitBatch, ScanTasks } from '../scan-tasks.ts';
import { countHits } from './count-hits.ts';
import { examineStories } from './examine-stories.ts';
import { LiteralFinder } from './literal-finder.ts';
import { onlyLiteral } from './question.ts';
import { SearchRun } from './search-run.ts';
import { spellingOf } from './spelling.ts';
import { WholeCharacters } from './whole-characters.ts';

/** Stories between two turns of other tasks, where each takes a fraction of a microsecond. */
const AT_A_TIME = 1 << 14;

/**
 * Finds the stories of a range, in order, and counts their hits. Reports what is new now and then, in the cheapest way
 * that the search allows: from the index alone, by counting a literal in bytes, or by reading stories that may have it.
 */
export async function searchStories(
  ask: ScanTasks['search']['ask'],
  report: (batch: HitBatch) => void,
  stopped: () => boolean,
): Promise<HitBatch> {
  const run = new SearchRun(ask, report, stopped);
  if (ask.to <= ask.from) return run.take(0);
  const end = run.columns.endOf(ask.to - 1);
  if (isIndexed(run)) {
    await listByFields(run);
    return run.take(end);
  }
  const fd = openSync(ask.path, 'r');
  try {
    const { kind, search } = ask;
    const literal =
      kind.kind === 'json' ? null : onlyLiteral(search, (field) => run.fields.isAnswered(field));
    const finder = literal && new LiteralFinder(literal, spellingOf(kind));
    if (kind.kind !== 'json' && literal && finder?.isWhole)
      await countHits(run, fd, finder, new WholeCharacters(kind, literal.folding));
    else await examineStories(run, fd);
    return run.take(end);
  } finally {
    closeSync(fd);
  }
}

/** Whether the index answers everything that a search asks. */
function isIndexed(run: SearchRun): boolean {
  const { scope, wanted } = run.ask.search.query;
  return scope === 'text' && termsOf(wanted).every((term) => isField(term) && run.fields.isAnswered(term));
}

async function listByFields(run: SearchRun): Promise<void> {
  const { from, to } = run.ask;
  for (let ordinal = from; ordinal < to && !run.isOver; ordinal += 1) {
    if (ordinal % AT_A_TIME === 0) await run.pause(run.columns.startOf(ordinal));
    if (run.mayPass(ordinal)) run.found.add(ordinal, 0);
  }
}
