import { openDump } from '../dumps/open-dump.ts';
import {
  type Io,
  onlyFile,
  parseCommandLine,
  RULE_OPTIONS,
  RULE_USAGE,
  ruleOf,
  UsageError,
} from './arguments.ts';
import { Output } from './output.ts';

export const usage = `Usage: uratori search FILE QUERY [--json] [--count] [--rule KIND] [--separator S] [--pattern P]

Finds a literal text in the stories of a dump; upper and lower case differ.

  --json           one JSON object: hits, stories, list of {id, ordinal, hits, lead}
  --count          the number of hits only
${RULE_USAGE}
`;

/** Rows are read so many at a time. */
const BATCH = 500;

/** Ends with 0, also when nothing was found. */
export async function run(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parseCommandLine({
    args,
    allowPositionals: true,
    options: { ...RULE_OPTIONS, json: { type: 'boolean' }, count: { type: 'boolean' } },
  });
  const [file, query, ...more] = positionals;
  if (query === undefined) throw new UsageError('QUERY is missing');
  const rule = ruleOf({ rule: values.rule, separator: values.separator, pattern: values.pattern });
  const dump = await openDump(onlyFile([file ?? '', ...more]), rule === undefined ? {} : { rule });
  try {
    const { hits, stories, ordinals, hitCounts } = await dump.search(query);
    const output = new Output(io.stdout);
    if (values.count) await output.write(`${hits}\n`);
    else {
      if (values.json) await output.write(`{"hits":${hits},"stories":${stories},"list":[`);
      for (let from = 0; from < stories; from += BATCH) {
        const rows = await dump.rows(ordinals.subarray(from, from + BATCH));
        for (const [index, { id, ordinal, lead }] of rows.entries()) {
          const count = hitCounts[from + index] as number;
          if (values.json) {
            const comma = from + index === 0 ? '' : ',';
            await output.write(`${comma}\n${JSON.stringify({ id, ordinal, hits: count, lead })}`);
          } else await output.write(`${ordinal + 1}. ${lead} (${count})\n`);
        }
      }
      await output.write(
        values.json ? `${stories > 0 ? '\n' : ''}]}\n` : `${hits} hits in ${stories} stories\n`,
      );
    }
    await output.flush();
    return 0;
  } finally {
    await dump.close();
  }
}
