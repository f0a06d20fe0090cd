import { apply } from '../../../../../app/apply.ts';
import { type Command, parseCommand } from '../../../../../app/commands.ts';
import { storiesOf } from '../../../../../app/exports/select.ts';
import type { AnnotationSet } from '../../../../../app/interchange/annotation-set.ts';
import { FEATURES, type Feature } from '../../../../../app/interchange/features.ts';
import type { Interchange } from '../../../../../app/interchange/format.ts';
import { citedBeside, gather } from '../../../../../app/interchange/gather.ts';
import {
  type FoundStory,
  type ImportOptions,
  type ImportPlan,
  importCommand,
} from '../../../../../app/interchange/import/plan.ts';
import { planImport } from '../../../../../app/interchange/import/plan-import.ts';
import type { Project } from '../../../../../app/project.ts';
import type { Story } from '../../../../../app/story.ts';
import { AT, projectOf, refOf, reportOf, storyFrom } from '../../exports/support.ts';
import { ORIGIN } from '../arbitrary.ts';

export const OPTIONS: ImportOptions = {
  ratings: {},
  onFirstLine: false,
  by: 'Sato',
  at: AT,
  why: 'imported',
};
export const DUMP = 'dump';

/** A project of nothing but a dump. */
export const EMPTY: Project = projectOf({
  dumps: [...projectOf({}).dumps.values()].map((dump) => ({ ...dump, id: DUMP })),
});

/** The stories of a set as a dump has them. */
export function dumpOf({ stories }: AnnotationSet): Story[] {
  return stories.map(({ key, text, lang, source, publishedAt, link }, ordinal) => ({
    ...storyFrom({
      ...{ id: key.slice(key.indexOf('/') + 1), ordinal, source, publishedAt, lang },
      parts: [{ kind: 'post', text: text ?? '' }],
    }),
    link,
  }));
}

/** Each story found by its id. */
export function found({ stories }: AnnotationSet, dump: readonly Story[]): FoundStory[] {
  return stories.map(({ key }) => {
    const id = key.slice(key.indexOf('/') + 1);
    const story = dump.find((each) => each.id === id);
    if (!story) return { kind: 'missing' };
    return { kind: 'found', by: 'id', key: `${DUMP}/${id}`, ref: refOf(story, DUMP), story };
  });
}

export function planned(
  set: AnnotationSet,
  dump: readonly Story[],
  project: Project,
  options: Partial<ImportOptions> & { carries?: readonly Feature[]; found?: readonly FoundStory[] } = {},
): ImportPlan {
  const { carries = FEATURES, found: places = found(set, dump), ...rest } = options;
  const planning = planImport({ set, carries, found: places, project, options: { ...OPTIONS, ...rest } });
  for (;;) {
    const step = planning.next();
    if (step.done) return step.value;
  }
}

/** Carries a plan out as the program does: as one command, which has to be one for the journal. */
export function carriedOut(project: Project, plan: ImportPlan, update = false): Project {
  const command = importCommand(plan, update);
  if (!command) return project;
  return apply(project, parseCommand(JSON.parse(JSON.stringify(command))) as Command).project;
}

export async function exported(project: Project, dump: readonly Story[]): Promise<AnnotationSet> {
  const report = reportOf(project, dump);
  const byId = new Map(dump.map((story) => [story.id, story]));
  const read = async ({ storyId }: { storyId: string }) => byId.get(storyId) ?? null;
  const { set } = await gather(report, storiesOf({ project, keys: citedBeside(report) }, read));
  return set;
}

export function written(format: Interchange, set: AnnotationSet): Map<string, string> {
  return new Map([...format.write(set, ORIGIN)].map(({ name, chunks }) => [name, [...chunks].join('')]));
}
