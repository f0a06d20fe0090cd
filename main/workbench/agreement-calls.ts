import { basename } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { type CodersCompared, comparedStories } from '../../app/agreement/projects/compare.ts';
import { confusionCsv } from '../../app/agreement/projects/confusion-csv.ts';
import { measuresCsv } from '../../app/agreement/projects/measures-csv.ts';
import { peopleOf } from '../../app/agreement/projects/of-people.ts';
import type { CallParams } from '../../app/contract.ts';
import { UratoriError } from '../../app/problem.ts';
import { type ProjectData, toData } from '../../app/project.ts';
import { compareInThread } from '../agreement/in-thread.ts';
import { codersOf, type Subject } from '../agreement/task.ts';
import { textsOf } from '../agreement/texts.ts';
import { writeDurably } from '../durable-file.ts';
import { mustBeNamed, mustNotBe } from '../export/target.ts';
import { openProject } from '../project/open-project.ts';
import type { Context, Handlers } from './context.ts';
import { exportPlace } from './export-place.ts';

type Calls = 'agreement.compute' | 'agreement.answered' | 'agreement.write';

/** How far the open project's coder agrees with others, or its people with each other. */
export function agreementCalls(context: Context): Handlers<Calls> {
  const { access, desk, host } = context;
  /** What was compared last, for its entries and for writing it. */
  let last: { projectId: string; compared: CodersCompared } | null = null;

  const lastOf = (projectId: string): CodersCompared => {
    if (last?.projectId !== projectId) throw new UratoriError('agreement-gone');
    return last.compared;
  };
  const subjectOf = async (
    other: CallParams<'agreement.compute'>['with'],
    data: ProjectData,
    file: string,
  ): Promise<Subject> => {
    if ('people' in other) {
      if (peopleOf(data).length < 2) throw new UratoriError('agreement-one-person');
      return { people: data };
    }
    const projects = [{ name: data.title.trim() || nameOf(file), data }];
    for (const path of other.paths) projects.push(await projectAt(await access.readable(path)));
    return { projects: toldApart(projects) };
  };

  return {
    async 'agreement.compute'({ with: other, stories, ordered, seed }) {
      const open = desk.require();
      return open.track(async () => {
        const subject = await subjectOf(other, toData(open.project), open.store.file);
        const coders = codersOf(subject);
        const keys = comparedStories(coders, stories);
        const texts = await textsOf(keys, coders, open.dumpsAtHand(), setImmediate);
        const compared = await compareInThread({ subject, options: { stories, ordered, seed }, texts });
        last = { projectId: open.project.id, compared };
        return compared.report;
      });
    },

    async 'agreement.answered'({ question, between: [one, other], answers: [mine, theirs], most }) {
      const { answered } = lastOf(desk.require().project.id);
      const found = answered.filter(
        (entry) =>
          entry.question === question && entry.answers[one] === mine && entry.answers[other] === theirs,
      );
      return { entries: found.slice(0, most), more: Math.max(0, found.length - most) };
    },

    async 'agreement.write'({ what, question, locale, target }) {
      const open = desk.require();
      const { report } = lastOf(open.project.id);
      const place = await exportPlace(context, target);
      const dumps = [...open.project.dumps.values()].map((dump) => dump.path);
      const atHand = [...open.dumpsAtHand().values()].map((dump) => dump.path);
      const written = await open.track(async () => {
        await mustNotBe(place, [...dumps, ...atHand], open.store.file);
        await mustBeNamed(place, [what === 'json' ? '.json' : '.csv']);
        const text =
          what === 'json'
            ? `${JSON.stringify(report, null, 2)}\n`
            : what === 'measures'
              ? measuresCsv(report)
              : confusionCsv(report, question, ({ id, label }) => label?.[locale] ?? id);
        return writeDurably(place, [text]);
      });
      return { ...written, download: 'path' in target ? null : host.downloadFor(written.path) };
    },
  };
}

async function projectAt(path: string): Promise<{ name: string; data: ProjectData }> {
  const store = await openProject(path, { readOnly: true });
  try {
    return { name: nameOf(path), data: toData(store.project) };
  } finally {
    await store.close();
  }
}

function nameOf(path: string): string {
  return basename(path).replace(/\.uratori$/u, '');
}

/** A number behind those that are called like one before them. */
function toldApart<T extends { name: string }>(projects: readonly T[]): T[] {
  const times = new Map<string, number>();
  return projects.map((project) => {
    const count = (times.get(project.name) ?? 0) + 1;
    times.set(project.name, count);
    return count === 1 ? project : { ...project, name: `${project.name} (${count})` };
  });
}
