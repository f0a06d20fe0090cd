import { type ParseArgsConfig, parseArgs } from 'node:util';
import { AS_GUESSED } from '../../app/dump-reading.ts';
import { FORMAT_IDS } from '../../app/formats/format-ids.ts';
import type { SplitRule } from '../../app/formats/split-rule.ts';
import type { OpenOptions } from '../dumps/open-dump.ts';

/** Where a command of the command line writes to. */
export interface Io {
  stdout: NodeJS.WritableStream;
  stderr: NodeJS.WritableStream;
}

/** Wrong arguments: the person is shown the usage, and the exit code is 2. */
export class UsageError extends Error {}

type Parsed<T extends ParseArgsConfig> = ReturnType<typeof parseArgs<T>>;

/** @throws UsageError for options that do not exist or lack their value */
export function parseCommandLine<const T extends ParseArgsConfig>(config: T): Parsed<T> {
  try {
    return parseArgs(config);
  } catch (thrown) {
    throw new UsageError(thrown instanceof Error ? thrown.message : String(thrown), { cause: thrown });
  }
}

/** A count on the command line. */
export function countOf(text: string | undefined, name: string): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d+$/u.test(text)) throw new UsageError(`--${name} takes a whole number, not “${text}”`);
  return Number(text);
}

const PLAIN_RULES = ['byline', 'blank-lines', 'wide-gaps', 'headings', 'lines', 'whole'] as const;

/** The options that say how a dump is read; undefined where none is given. */
export const RULE_OPTIONS = {
  rule: { type: 'string' },
  separator: { type: 'string' },
  pattern: { type: 'string' },
  format: { type: 'string' },
  encoding: { type: 'string' },
} as const;
export const RULE_USAGE = `  --rule KIND      how the dump is split: byline, blank-lines, wide-gaps (two or more blank lines),
                   headings, lines, separator, pattern or whole (default: guessed)
  --separator S    the line between two stories (implies --rule separator)
  --pattern P      RE2 expression that a story's first line matches (implies --rule pattern)
  --format ID      the format of the dump's stories (default: told by their content): ${FORMAT_IDS.join(', ')}
  --encoding NAME  the encoding of its text, such as shift_jis (default: found out)`;

export function ruleOf({
  rule,
  separator,
  pattern,
}: Record<'rule' | 'separator' | 'pattern', string | undefined>): SplitRule | undefined {
  const kind =
    rule ?? (separator !== undefined ? 'separator' : pattern !== undefined ? 'pattern' : undefined);
  if (kind === undefined) return undefined;
  if (kind === 'separator') {
    if (separator === undefined) throw new UsageError('--rule separator needs --separator');
    return { kind, separator };
  }
  if (kind === 'pattern') {
    if (pattern === undefined) throw new UsageError('--rule pattern needs --pattern');
    return { kind, pattern };
  }
  const plain = PLAIN_RULES.find((known) => known === kind);
  if (plain === undefined) throw new UsageError(`there is no rule “${kind}”`);
  return { kind: plain };
}

/**
 * How a command is told to read a dump.
 * @throws UsageError for a format or encoding that is none
 */
export function openOptionsOf(
  values: Partial<Record<keyof typeof RULE_OPTIONS, string | undefined>>,
): Pick<OpenOptions, 'rule' | 'reading'> {
  const { rule: kind, separator, pattern, format, encoding } = values;
  const rule = ruleOf({ rule: kind, separator, pattern });
  const chosen = FORMAT_IDS.find((id) => id === format) ?? null;
  if (format !== undefined && chosen === null) throw new UsageError(`there is no format “${format}”`);
  const reading = { ...AS_GUESSED, format: chosen, encoding: encoding ?? null };
  return { ...(rule ? { rule } : {}), reading };
}

/** The one file that a command works on. */
export function onlyFile(positionals: string[]): string {
  const [file, more] = positionals;
  if (file === undefined) throw new UsageError('FILE is missing');
  if (more !== undefined) throw new UsageError(`one FILE at a time; “${more}” is one too many`);
  return file;
}

/** @throws UsageError for a word that is not one of those that an option knows */
export function oneOf<T extends string>(name: string, given: string | undefined, known: readonly T[]): T {
  const found = known.find((candidate) => candidate === given);
  if (found === undefined) throw new UsageError(`--${name} takes one of ${known.join(', ')}`);
  return found;
}
