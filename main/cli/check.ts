import { openDump } from '../dumps/open-dump.ts';
import { messageOf } from '../messages.ts';
import { type Io, onlyFile, parseCommandLine, RULE_OPTIONS, RULE_USAGE, ruleOf } from './arguments.ts';
import { Output } from './output.ts';

export const usage = `Usage: uratori check FILE [--json] [--rule KIND] [--separator S] [--pattern P]

Reads a whole dump and tells what it is and what is wrong with it.

  --json           one JSON object: format, encoding, bytes, sha256, stories, problems, ms
${RULE_USAGE}
`;

/** Ends with 0 when the dump opens, whatever is wrong in it. */
export async function run(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parseCommandLine({
    args,
    allowPositionals: true,
    options: { ...RULE_OPTIONS, json: { type: 'boolean' } },
  });
  const rule = ruleOf({ rule: values.rule, separator: values.separator, pattern: values.pattern });
  const startedAt = performance.now();
  const dump = await openDump(onlyFile(positionals), rule === undefined ? {} : { rule });
  try {
    await dump.ready;
    const sha256 = await dump.sha256();
    const { format, encoding, bytes, problems } = dump;
    const ms = Math.round(performance.now() - startedAt);
    const output = new Output(io.stdout);
    if (values.json) {
      await output.write(
        `${JSON.stringify({ format, encoding, bytes, sha256, stories: dump.count, problems, ms }, null, 2)}\n`,
      );
    } else {
      await output.write(
        `${format}, ${encoding}, ${bytes} bytes, ${dump.count} stories${dump.rule ? ` (${dump.rule.kind})` : ''}, ${ms} ms\n`,
      );
      await output.write(`SHA-256 ${sha256}\n`);
      for (const problem of problems) await output.write(`${messageOf(problem)}\n`);
    }
    await output.flush();
    return 0;
  } finally {
    await dump.close();
  }
}
