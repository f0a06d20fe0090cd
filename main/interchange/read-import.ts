import { parseTmx, type TmxUnit } from '../../app/exports/tmx.ts';
import { readGlossary } from '../../app/glossary/formats.ts';
import type { ReadGlossary } from '../../app/glossary/reading.ts';
import type { AnnotationSet } from '../../app/interchange/annotation-set.ts';
import { CATALOGUE } from '../../app/interchange/catalogue.ts';
import type { Feature } from '../../app/interchange/features.ts';
import type { FoundStory } from '../../app/interchange/import/plan.ts';
import { type ImportFormat, recognise } from '../../app/interchange/import/recognise.ts';
import { CRATE_FILE } from '../../app/interchange/ro-crate.ts';
import { type Problem, UratoriError } from '../../app/problem.ts';
import type { Project } from '../../app/project.ts';
import { findStories, type SoughtIn } from './find-stories.ts';
import { parseApart } from './parse-apart.ts';
import { readTextFiles } from './read-files.ts';

/** What was read of a file, and where its stories are: all that planning needs beside the project. */
export interface ReadImport {
  /** Of the file or folder. */
  name: string;
  format: ImportFormat;
  content:
    | { kind: 'annotations'; set: AnnotationSet; carries: readonly Feature[]; found: readonly FoundStory[] }
    | { kind: 'glossary'; read: ReadGlossary }
    | { kind: 'memory'; units: readonly TmxUnit[] };
  /** What could not be read while the rest could. */
  problems: Problem[];
}

export interface ImportRequest {
  path: string;
  /** null: told by what is in it. */
  format: ImportFormat | null;
  project: Project;
  /** The open dumps of the project, by its ids for them. */
  dumps: ReadonlyMap<string, SoughtIn>;
  signal?: AbortSignal;
}

/**
 * Reads annotations, a glossary or a translation memory, and finds the stories that they are about.
 * @throws UratoriError `import-unknown-format` {file}, `interchange-unreadable` {file, detail}, and what
 * `readTextFiles` refuses
 */
export async function readImport({
  path,
  format: chosen,
  project,
  dumps,
  signal,
}: ImportRequest): Promise<ReadImport> {
  const { name, files, problems } = await readTextFiles(path, signal ? { signal } : {});
  // Says what the other files are, and is no annotation.
  files.delete(CRATE_FILE);
  const format = chosen ?? recognise(files);
  if (format === null || files.size === 0) throw new UratoriError('import-unknown-format', { file: name });
  if (format === 'glossary' || format === 'memory') {
    const [text = ''] = files.values();
    const content =
      format === 'memory'
        ? { kind: format, units: await parseTmx(text) }
        : { kind: format, read: await readGlossary(text, { source: 'en', target: 'ja' }) };
    return { name, format, content, problems };
  }
  const { carries } = CATALOGUE[format];
  let reading = await parseApart({ format, files, texts: new Map() }, signal);
  const texts = await textsByAddress(reading.set, project, dumps, signal);
  if (texts.size > 0) reading = await parseApart({ format, files, texts }, signal);
  const { set } = reading;
  const found = await findStories(set, project, dumps, signal);
  return {
    name,
    format,
    content: { kind: 'annotations', set, carries, found },
    problems: [...problems, ...reading.problems],
  };
}

/** Annotations of others name a page and quote it: its text is that of the story with this link. */
async function textsByAddress(
  { stories, ...rest }: AnnotationSet,
  project: Project,
  dumps: ImportRequest['dumps'],
  signal: AbortSignal | undefined,
): Promise<Map<string, string>> {
  const addressed = stories.filter(({ text, link, key }) => text === null && (link ?? key) === key);
  const found = await findStories({ ...rest, stories: addressed }, project, dumps, signal);
  return new Map(
    addressed.flatMap(({ key }, index) => {
      const place = found[index];
      return place?.kind === 'found' ? [[key, place.story.text] as const] : [];
    }),
  );
}
