import { basename } from 'node:path';
import type { Coder } from '../../app/agreement/projects/coder.ts';
import { compareCoders, comparedStories, mayBeOrdered } from '../../app/agreement/projects/compare.ts';
import { confusionCsv } from '../../app/agreement/projects/confusion-csv.ts';
import { STORY_RULES } from '../../app/agreement/projects/counted-stories.ts';
import { codersOfPeople } from '../../app/agreement/projects/of-people.ts';
import { codersOfProjects } from '../../app/agreement/projects/of-projects.ts';
import { QUESTIONS } from '../../app/agreement/projects/report.ts';
import { type ProjectData, toData } from '../../app/project.ts';
import { textsOf } from '../agreement/texts.ts';
import type { Dump } from '../dumps/dump.ts';
import { messageOf } from '../messages.ts';
import { openProject } from '../project/open-project.ts';
import { agreementText, disagreementText } from './agreement-text.ts';
import { type Io, parseCommandLine, UsageError } from './arguments.ts';
import { Output } from './output.ts';
import { openDumps } from './project-dumps.ts';

export const usage = `Usage: uratori agree PROJECT PROJECT [PROJECT…] [--stories RULE] [--seed N] [--ordered] [--disagreements]
                     [--json | --confusion QUESTION]
       uratori agree PROJECT …   (one project: the people who worked in it)

Says how far coders agree: on the ratings of claims that they have in common, on the fidelity of translations, on kinds of
translation notes, on tags, and on the words that they marked. None of the projects is changed. What each measure is, and
what it is not: docs/agreement.md.

  --stories RULE      the stories that count, each worked on by at least two coders: worked (in progress or further, or
                      annotated; the default), reviewed (reviewed or signed off), annotated, all
  --seed N            of what is drawn by chance: intervals of alpha and Fleiss' kappa, and gamma (default: 1)
  --ordered           the ratings of the project's own scale stand in an order: weighted kappa and ordinal alpha as well
  --disagreements     what the coders do not agree on, after the table
  --json              one JSON object; with --disagreements what they disagree on is in it
  --confusion Q       only the confusion matrix of one question as CSV: ${QUESTIONS.join(', ')}
`;

/** Ends with 0, however far they agree. */
export async function run(args: string[], io: Io): Promise<number> {
  const { paths, confusion, ...options } = optionsOf(args);
  const projects: { path: string; name: string; data: ProjectData }[] = [];
  for (const path of paths) {
    const { data, file } = await projectAt(path, io);
    projects.push({ path: file, name: basename(path).replace(/\.uratori$/u, ''), data });
  }
  const coders = codersOf(projects);
  if (options.ordered && !mayBeOrdered(coders))
    throw new UsageError(
      '--ordered is for a scale of your own, the same in all projects; built-in scales have no order',
    );

  const dumps = new Map<string, Dump>();
  try {
    await openTheirDumps(dumps, projects, coders, io);
    const texts = await textsOf(comparedStories(coders, options.stories), coders, dumps);
    const { report, answered } = compareCoders(coders, {
      ...options,
      textOf: (key) => texts.get(key) ?? null,
    });
    const apart = answered.filter(
      ({ answers }) => new Set(answers.filter((answer) => answer !== null)).size > 1,
    );
    const output = new Output(io.stdout);
    if (confusion) await output.write(confusionCsv(report, confusion));
    else if (options.json)
      await output.write(
        `${JSON.stringify(options.disagreements ? { ...report, disagreements: apart } : report)}\n`,
      );
    else {
      await output.write(agreementText(report));
      if (options.disagreements)
        for (const entry of apart) await output.write(disagreementText(entry, report));
    }
    await output.flush();
    return 0;
  } finally {
    await Promise.allSettled([...dumps.values()].map((dump) => dump.close()));
  }
}

/** The people of one project, or a coder a project. */
function codersOf(projects: readonly { path: string; name: string; data: ProjectData }[]): Coder[] {
  const [only, ...more] = projects;
  if (!only) throw new UsageError('PROJECT is missing');
  if (more.length > 0) {
    const names = projects.map(({ name }) => name);
    const alike = new Set(names).size < names.length;
    return codersOfProjects(projects.map(({ path, name, data }) => ({ name: alike ? path : name, data })));
  }
  const coders = codersOfPeople(only.data);
  if (coders.length < 2)
    throw new UsageError('only one person worked in this project; name another PROJECT to compare it with');
  return coders;
}

async function projectAt(path: string, io: Io): Promise<{ data: ProjectData; file: string }> {
  const store = await openProject(path, { readOnly: true });
  for (const notice of store.notices) io.stderr.write(`${messageOf(notice)}\n`);
  try {
    return { data: toData(store.project), file: store.file };
  } finally {
    await store.close();
  }
}

/** Each dump once, from beside the first project that has it; what is missing there may be beside another. */
async function openTheirDumps(
  dumps: Map<string, Dump>,
  projects: readonly { path: string }[],
  coders: readonly Coder[],
  io: Io,
): Promise<void> {
  for (const [place, { data }] of coders.entries()) {
    const wanted = new Map(data.dumps.filter(({ id }) => !dumps.has(id)).map((ref) => [ref.id, ref]));
    const file = (projects[place] ?? projects[0])?.path;
    if (file !== undefined) await openDumps(dumps, { dumps: wanted }, file, io);
    if (projects.length === 1) return;
  }
}

function optionsOf(args: string[]) {
  const { values, positionals } = parseCommandLine({
    args,
    allowPositionals: true,
    options: {
      stories: { type: 'string', default: 'worked' },
      seed: { type: 'string', default: '1' },
      ordered: { type: 'boolean', default: false },
      disagreements: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      confusion: { type: 'string' },
    },
  });
  const stories = STORY_RULES.find((rule) => rule === values.stories);
  if (!stories) throw new UsageError(`--stories takes one of ${STORY_RULES.join(', ')}`);
  const confusion = QUESTIONS.find((id) => id === values.confusion) ?? null;
  if (values.confusion !== undefined && !confusion)
    throw new UsageError(`--confusion takes one of ${QUESTIONS.join(', ')}`);
  if (confusion && (values.json || values.disagreements))
    throw new UsageError('--confusion goes with neither --json nor --disagreements');
  const seed = Number(values.seed);
  if (!/^\d+$/u.test(values.seed) || !Number.isSafeInteger(seed))
    throw new UsageError(`--seed takes a whole number, not “${values.seed}”`);
  const { ordered, disagreements, json } = values;
  return { paths: positionals, stories, seed, ordered, disagreements, json, confusion };
}
