import { toData } from '../../app/project.ts';
import { diffProjects, type FieldChange, isEmpty, type RecordChange } from '../../app/project-diff.ts';
import { messageOf } from '../messages.ts';
import { openProject } from '../project/open-project.ts';
import { type Io, parseCommandLine, UsageError } from './arguments.ts';
import { Output } from './output.ts';

export const usage = `Usage: uratori diff PROJECT-A PROJECT-B [--json]

Says what makes project B of project A: entries that were added (+), removed (-) or changed (~), field by field.
Both may be in use meanwhile; neither is changed. A backup is a project file as well.

  --json           one JSON object: fields of the project, and records (table, key, change, storyKey, before, after, fields)
`;

/** UTF-16 units of a value that are shown on a line. */
const MOST = 160;
const SIGNS = { added: '+', removed: '-', changed: '~' } as const;

/** Ends with 0, whether they differ or not. */
export async function run(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parseCommandLine({
    args,
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  const [a, b, more] = positionals;
  if (a === undefined || b === undefined) throw new UsageError('two projects are needed');
  if (more !== undefined) throw new UsageError(`two projects, and “${more}” is one too many`);
  const diff = diffProjects(await dataOf(a, io), await dataOf(b, io));
  const output = new Output(io.stdout);
  if (values.json) await output.write(`${JSON.stringify(diff)}\n`);
  else if (isEmpty(diff)) await output.write('They are the same.\n');
  else {
    for (const change of diff.fields) await output.write(`~ project\n${fieldLine(change)}`);
    for (const record of diff.records) await output.write(recordLines(record));
  }
  await output.flush();
  return 0;
}

async function dataOf(path: string, io: Io) {
  const store = await openProject(path, { readOnly: true });
  for (const notice of store.notices) io.stderr.write(`${messageOf(notice)}\n`);
  try {
    return toData(store.project);
  } finally {
    await store.close();
  }
}

function recordLines({ table, key, change, storyKey, before, after, fields }: RecordChange): string {
  const story = storyKey === null || storyKey === key ? '' : `  story ${storyKey}`;
  const { wording, name, lead, title, original } = (after ?? before ?? {}) as Record<string, unknown>;
  const words = [wording, name, lead, title, (original as { quote?: unknown } | null)?.quote].find(
    (text) => typeof text === 'string' && text !== '',
  );
  const told = words === undefined ? '' : `  ${shown(words)}`;
  return `${SIGNS[change]} ${table} ${key}${story}${told}\n${fields.map(fieldLine).join('')}`;
}

function fieldLine({ field, before, after }: FieldChange): string {
  return `    ${field}: ${shown(before)} → ${shown(after)}\n`;
}

function shown(value: unknown): string {
  const text = value === undefined ? '(none)' : JSON.stringify(value);
  return text.length > MOST ? `${text.slice(0, MOST).replace(/[\ud800-\udbff]$/u, '')}…` : text;
}
