import { UratoriError } from '../problem.ts';
import { PROJECT_VERSION, type ProjectData, parse as parseProject, toData } from '../project.ts';
import { type Story, type StoryKey, storyKey } from '../story.ts';
import { anchorOf, storyEntry } from './json/entries.ts';
import {
  type AnchorEntry,
  REPORT_VERSION,
  type ReportHead,
  reportFileSchema,
  type StoryEntry,
} from './json/schema.ts';
import { mustSlice } from './place.ts';
import { inTurn, type Provenance, type Report } from './report.ts';

/** A JSON report, read back. */
export interface ReportData {
  title: string;
  locale: Report['locale'];
  provenance: Provenance;
  /** As it was, anchors included, but for the places of dumps on the computer that wrote it. */
  project: ProjectData;
  /** In the order of the report. */
  stories: { key: StoryKey; story: Story | null }[];
}

/**
 * The report as JSON, a line a story: everything the project says of the stories, and their text. Every offset that
 * is written slices to its quote; docs/project-json.md has the format.
 * @throws UratoriError `export-quote-mismatch`
 */
export async function* jsonReport(report: Report): AsyncGenerator<string> {
  const head = JSON.stringify(headOf(report));
  yield `${head.slice(0, -1)},"stories":[`;
  let separator = '\n';
  for await (const { number: _, ...story } of inTurn(report)) {
    yield separator;
    yield JSON.stringify(storyEntry(report.project, story));
    separator = ',\n';
  }
  yield '\n]}\n';
}

/**
 * Reads what `jsonReport` wrote, after `JSON.parse`.
 * @throws UratoriError `report-not-a-report`, `report-too-new` (params `version`), `report-damaged` (params `detail`),
 * `export-quote-mismatch` (params `story`, `quote`)
 */
export function parse(content: unknown): ReportData {
  const { format, version } = (content ?? {}) as { format?: unknown; version?: unknown };
  if (format !== 'uratori-report') throw new UratoriError('report-not-a-report');
  if (typeof version === 'number' && version > REPORT_VERSION)
    throw new UratoriError('report-too-new', { version });
  const result = reportFileSchema.safeParse(content);
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new UratoriError('report-damaged', { detail: `${issue?.path.join('.')}: ${issue?.message}` });
  }
  const { title, locale, provenance, project: whole, stories } = result.data;
  const { citedStories, ...head } = whole;
  for (const entry of stories) mustAllSlice(entry);
  const withKey = <T>(pick: (entry: (typeof stories)[number]) => T[]) =>
    stories.flatMap((entry) => pick(entry).map((item) => ({ ...item, storyKey: entry.key })));
  const orNull = (entry: AnchorEntry | null) => (entry ? anchorOf(entry) : null);
  const project: ProjectData = {
    ...head,
    suggestionRulesOff: [],
    checksOff: [],
    stories: [...stories.map((entry) => entry.ref), ...citedStories],
    claims: withKey(({ claims }) =>
      claims.map((claim) => ({
        ...claim,
        anchors: claim.anchors.map(anchorOf),
        evidence: claim.evidence.map(({ story, ...entry }) => ({
          ...entry,
          story: story && { ...story, anchor: anchorOf(story.anchor) },
        })),
      })),
    ),
    taggings: withKey(({ taggings }) =>
      taggings.map((tagging) => ({ ...tagging, anchor: orNull(tagging.anchor) })),
    ),
    notes: withKey(({ notes }) =>
      notes.map((note) => ({
        ...note,
        original: orNull(note.original),
        translation: orNull(note.translation),
      })),
    ),
    judgements: withKey(({ judgements }) =>
      judgements.map((judgement) => ({
        ...judgement,
        original: orNull(judgement.original),
        translation: orNull(judgement.translation),
      })),
    ),
    alignments: withKey(({ alignment }) => (alignment ? [alignment] : [])),
    reviews: withKey(({ review }) => (review ? [review] : [])),
    storyNotes: withKey(({ storyNote }) => (storyNote ? [storyNote] : [])),
    // How a desk sorts its work is no part of what it says about the stories.
    filters: [],
    queues: [],
    dismissedSuggestions: [],
    settledDifferences: [],
  };
  // Into tables and back: checked as a whole, and in the order that project data have.
  const checked = parseProject({ format: 'uratori-project', version: PROJECT_VERSION, sequence: 0, project });
  return {
    title,
    locale,
    provenance,
    project: toData(checked.project),
    stories: stories.map(({ key, story }) => ({ key, story })),
  };
}

function headOf({ title, locale, provenance, project, keys }: Report): ReportHead {
  const data = toData(project);
  const { id, title: projectTitle, createdAt, scale, signOffRules, dumps, tags, stories } = data;
  const reported = new Set(keys);
  return {
    format: 'uratori-report',
    version: REPORT_VERSION,
    offsetUnit: 'utf-16-code-unit',
    title,
    locale,
    provenance: { ...provenance, dumps: [...provenance.dumps] },
    project: {
      id,
      title: projectTitle,
      createdAt,
      scale,
      signOffRules,
      // A report is for others: where the dump lay on this computer is none of their business, and of no use to them.
      dumps: dumps.map((dump) => ({ ...dump, path: dump.name, relativePath: null })),
      tags,
      citedStories: stories.filter(
        (ref) =>
          project.citedBy.has(storyKey(ref.dumpId, ref.storyId)) &&
          !reported.has(storyKey(ref.dumpId, ref.storyId)),
      ),
      glossary: data.glossary,
      dismissedFindings: data.dismissedFindings,
    },
  };
}

function mustAllSlice({ story, claims, taggings, notes, judgements }: StoryEntry): void {
  const anchors = [
    ...claims.flatMap((claim) => claim.anchors),
    ...taggings.flatMap((tagging) => tagging.anchor ?? []),
    ...[...notes, ...judgements].flatMap((both) => [both.original ?? [], both.translation ?? []].flat()),
  ];
  for (const anchor of anchors) {
    if ('start' in anchor)
      mustSlice(story?.text ?? '', anchor.start, anchor.end, anchor.quote, story?.lead ?? '');
  }
}
