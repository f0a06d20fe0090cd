import { stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { SplitRule } from '../../../../app/formats/split-rule.ts';
import { fromData, type ProjectData, serialise } from '../../../../app/project.ts';
import type { Story } from '../../../../app/story.ts';
import { openDump } from '../../../../main/dumps/open-dump.ts';
import { projectOf, type Work } from '../../app/agreement/coders.ts';

/**
 * Projects of several people who worked on one dump by themselves, each a file beside it. Stories are named by their
 * places: `0` is the first.
 */
export async function projectFiles(
  dumpPath: string,
  people: readonly Work[],
  rule?: SplitRule,
): Promise<string[]> {
  const dump = await openDump(dumpPath, rule ? { rule } : {});
  const stories: Story[] = [];
  for await (const story of dump.stories()) stories.push({ ...story, ...dump.rangeOf(story.ordinal) });
  const sha256 = await dump.sha256();
  await dump.close();
  const texts = Object.fromEntries(stories.map(({ id, text }) => [id, text]));
  const { size } = await stat(dumpPath);
  const files = people.map(async (work) => {
    const named = <T extends [string, ...unknown[]]>(list: T[] = []) =>
      list.map(([story, ...rest]) => [stories[Number(story)]?.id, ...rest] as unknown as T);
    const data = projectOf(texts, { ...work, claims: named(work.claims), tags: named(work.tags) });
    const project: ProjectData = {
      ...data,
      dumps: data.dumps.map((ref) => ({
        ...ref,
        name: basename(dumpPath),
        path: dumpPath,
        relativePath: basename(dumpPath),
        sha256,
        bytes: size,
        rule: dump.rule,
      })),
      stories: data.stories.map((ref) => {
        const story = stories.find(({ id }) => id === ref.storyId);
        if (!story) return ref;
        const { ordinal, byteStart, byteEnd, source, publishedAt, lang, lead } = story;
        return { ...ref, ordinal, byteStart, byteEnd, source, publishedAt, lang, lead };
      }),
    };
    const file = join(dumpPath, '..', `${work.by}.uratori`);
    await writeFile(file, JSON.stringify(serialise(fromData(project), 0)));
    return file;
  });
  return Promise.all(files);
}
