import type { Project } from '../project.ts';
import type { Locale } from '../settings.ts';
import type { Story, StoryKey, StoryRef } from '../story.ts';
import type { ReportOptions } from './options.ts';
import type { Translate } from './translate.ts';

/** One story of a report. `story` is null where its dump is not at hand, or does not have it any more. */
export interface ReportStory {
  key: StoryKey;
  ref: StoryRef;
  story: Story | null;
}

/** A dump as the report names it: never by its place on somebody's computer. */
export interface DumpProvenance {
  dumpId: string;
  /** File name without folders. */
  name: string;
  /** Lower-case hexadecimal of the file that was read; null where nobody has read the whole of it. */
  sha256: string | null;
  bytes: number;
  encoding: string;
  format: string;
  /** `read`: the texts come from this file. `missing`: they do not; leads and quotes are the project's own. */
  status: 'read' | 'missing';
}

/** Where a report comes from. All of it is given, none taken, so that the same input gives the same bytes. */
export interface Provenance {
  dumps: readonly DumpProvenance[];
  /** ISO 8601 in UTC. */
  exportedAt: string;
  /** Version of the program. */
  version: string;
}

/**
 * All that a report is made from. `keys` names the stories in the order of the report; `stories` gives the same
 * ones in the same order, one by one, so that memory does not grow with their number.
 */
export interface Report {
  title: string;
  /** The main language. */
  locale: Locale;
  translate: Translate;
  /** The second language of a bilingual report; null where there is one alone. */
  other: { locale: Locale; translate: Translate } | null;
  options: ReportOptions;
  project: Project;
  keys: readonly StoryKey[];
  stories: AsyncIterable<ReportStory>;
  provenance: Provenance;
}

/** The stories of a report, each checked to be the one that is due. */
export async function* inTurn(report: Report): AsyncGenerator<ReportStory & { number: number }> {
  let number = 0;
  for await (const story of report.stories) {
    if (story.key !== report.keys[number])
      throw new Error(`story ${story.key} came where ${report.keys[number]} was due`);
    number += 1;
    yield { ...story, number };
  }
  if (number !== report.keys.length)
    throw new Error(`${report.keys.length} stories were due, ${number} came`);
}
