import { openDump } from '../dumps/open-dump.ts';
import { messageOf } from '../messages.ts';
import { type Io, onlyFile, openOptionsOf, parseCommandLine, RULE_OPTIONS, RULE_USAGE } from './arguments.ts';
import { counted } from './counted.ts';
import { Output } from './output.ts';

export const usage = `Usage: uratori check FILE [--json] [--format ID] [--encoding NAME] [--rule KIND …]

Reads a whole dump and tells what it is and what is wrong with it.

  --json           one JSON object: format, encoding, bytes, sha256, stories, contents, problems, ms
${RULE_USAGE}
`;

/** Ends with 0 when the dump opens, whatever is wrong in it. */
export async function run(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parseCommandLine({
    args,
    allowPositionals: true,
    options: { ...RULE_OPTIONS, json: { type: 'boolean' } },
  });
  const startedAt = performance.now();
  const dump = await openDump(onlyFile(positionals), openOptionsOf(values));
  try {
    await dump.ready;
    const sha256 = await dump.sha256();
    const { format, encoding, bytes, problems, contents } = dump;
    const ms = Math.round(performance.now() - startedAt);
    const told = { format, encoding, bytes, sha256, stories: dump.count, contents, problems, ms };
    const output = new Output(io.stdout);
    if (values.json) {
      await output.write(`${JSON.stringify(told, null, 2)}\n`);
    } else {
      await output.write(
        `${format}, ${encoding}, ${bytes} bytes, ${counted(dump.count, 'story', 'stories')}${dump.rule ? ` (${dump.rule.kind})` : ''}, ${ms} ms\n`,
      );
      await output.write(`SHA-256 ${sha256}\n`);
      if (format !== contents[0]?.format)
        for (const { format, entries, stories } of contents)
          await output.write(
            `  ${format}: ${counted(stories, 'story', 'stories')} in ${counted(entries, 'entry', 'entries')}\n`,
          );
      for (const problem of problems) await output.write(`${messageOf(problem)}\n`);
    }
    await output.flush();
    return 0;
  } finally {
    await dump.close();
  }
}
