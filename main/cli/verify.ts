import type { CheckResult, Verification } from '../../app/bundle/verification.ts';
import words from '../../resources/locales/en/bundle.json' with { type: 'json' };
import { extractBundle } from '../bundle/extract.ts';
import { verifyBundle } from '../bundle/verify.ts';
import { messageOf, textOf } from '../messages.ts';
import { VERSION } from '../version.ts';
import { type Io, parseCommandLine, UsageError } from './arguments.ts';
import { Stopped, stoppable } from './stoppable.ts';

export const usage = `Usage: uratori verify BUNDLE [--extract FOLDER] [--allow-missing] [--json]

Proves that a bundle is whole and that each quote stands in its dump: one line a check, and what is wrong where.
Nothing of it is run or kept.

  --extract FOLDER  unpack it there when it is proved; only ever to a new place. Then open FOLDER/project.uratori
  --allow-missing   what was left out when it was made is no reason to fail
  --json            one JSON object: outcome, checks (check, status, count, problems), facts, manifestSha256

Ends with 0 where everything is proved, else with 1.
`;

const SIGNS = { passed: '✓', failed: '✗', unproven: '?', skipped: '–' } as const;
const TEXTS: Readonly<Record<string, string>> = words;

export async function run(args: string[], io: Io): Promise<number> {
  const { path, extract, allowMissing, json } = optionsOf(args);
  try {
    return await stoppable(async (signal) => {
      const options = { version: VERSION, signal };
      const { verification, projectFile } =
        extract === null
          ? { verification: await verifyBundle(path, options), projectFile: null }
          : await extractBundle(path, extract, { ...options, allowMissing });
      io.stdout.write(json ? `${JSON.stringify(verification, null, 2)}\n` : inWords(verification));
      if (projectFile !== null) io.stderr.write(`${projectFile}\n`);
      const { outcome } = verification;
      return outcome === 'whole' || (outcome === 'unproven' && allowMissing) ? 0 : 1;
    });
  } catch (thrown) {
    if (thrown instanceof Stopped) return 130;
    throw thrown;
  }
}

function inWords({ checks, facts, manifestSha256, outcome }: Verification): string {
  const about =
    facts === null
      ? []
      : [
          `${facts.project.title || '(untitled)'}, ${facts.madeAt}, Uratori ${facts.madeWith.uratori}, ${facts.mode}`,
        ];
  const manifest = manifestSha256 === null ? [] : [`manifest.json SHA-256 ${manifestSha256}`];
  return `${[...about, ...manifest, ...checks.flatMap(linesOf), textOf(TEXTS[`bundle.outcome-${outcome}`] ?? outcome)].join('\n')}\n`;
}

function linesOf({ check, status, count, problems, more }: CheckResult): string[] {
  const line = textOf(TEXTS[`bundle.check-${check}`] ?? check, { count });
  return [
    `${SIGNS[status]} ${line}: ${TEXTS[`bundle.status-${status}`] ?? status}`,
    ...problems.map((problem) => `    ${messageOf(problem)}`),
    ...(more > 0 ? [`    ${textOf(TEXTS['bundle.more'] ?? '', { count: more })}`] : []),
  ];
}

function optionsOf(args: string[]) {
  const { values, positionals } = parseCommandLine({
    args,
    allowPositionals: true,
    options: {
      extract: { type: 'string' },
      'allow-missing': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const [path, more] = positionals;
  if (path === undefined) throw new UsageError('BUNDLE is missing');
  if (more !== undefined) throw new UsageError(`one BUNDLE at a time; “${more}” is one too many`);
  if (values.extract === '') throw new UsageError('--extract takes a folder');
  return {
    path,
    extract: values.extract ?? null,
    allowMissing: values['allow-missing'],
    json: values.json,
  };
}
