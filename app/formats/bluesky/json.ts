import type { Problem } from '../../problem.ts';
import type { Entry } from '../format.ts';
import { beginningOf } from '../reading/beginning.ts';
import { type JsonPath, jsonValues } from '../reading/json-values.ts';
import type { StoryRecord } from '../story-record.ts';
import { storiesIn } from './views.ts';

/** Lists that the interface of Bluesky answers with, behind their cursor or count. */
const ANSWER = /^\s*\{\s*(?:"\w+"\s*:\s*(?:"[^"]*"|\d+)\s*,\s*)*"(feed|posts|records)"\s*:\s*\[/u;
const LOOK_AT = 1 << 12;

/** Records and views in JSON: an answer of Bluesky's interface, a list, one value, or one a line. */
export async function* readJson(entry: Entry): AsyncGenerator<StoryRecord | Problem> {
  const { text } = await beginningOf(entry, LOOK_AT);
  for await (const item of jsonValues(entry.text(), [pathIn(text)], entry.name)) {
    if ('code' in item) {
      yield item;
      continue;
    }
    const where = { entry: entry.name, unit: 'record', position: item.record } as const;
    const stories = storiesIn(item.value, where);
    if (stories === null)
      yield { code: 'record-bad-shape', params: { ...where, detail: 'neither a record nor a view of one' } };
    else yield* stories;
  }
}

function pathIn(beginning: string): JsonPath {
  const list = ANSWER.exec(beginning)?.[1];
  if (list !== undefined) return [list, '*'];
  return beginning.trimStart().startsWith('[') ? ['*'] : [];
}
