import { type Anchor, anchorAt } from '../../../../app/anchor.ts';
import type { Evidence } from '../../../../app/evidence.ts';
import { plainOptions } from '../../../../app/exports/options.ts';
import type { Report, ReportStory } from '../../../../app/exports/report.ts';
import { type Selection, select, storiesOf } from '../../../../app/exports/select.ts';
import { fromData, type Project, type ProjectData, toData } from '../../../../app/project.ts';
import { FIJ_SCALE } from '../../../../app/rating-scale.ts';
import { DEFAULT_SIGN_OFF_RULES } from '../../../../app/sign-off-rules.ts';
import type { Segment, SegmentKind, Story, StoryRef } from '../../../../app/story.ts';
import { reportWords } from '../../../../main/export/words.ts';

export const AT = '2025-03-01T09:30:00.000Z';
export const DUMP = 'dump-1';

export interface StoryParts {
  id: string;
  ordinal: number;
  source?: Story['source'];
  publishedAt?: string | null;
  lang?: string;
  links?: string[];
  parts: { kind: SegmentKind; lang?: string; text: string }[];
  lineBreak?: string;
}

/** A story whose segments are the parts, a line break between two. */
export function storyFrom(given: StoryParts): Story {
  const lineBreak = given.lineBreak ?? '\n';
  const lang = given.lang ?? 'ja';
  let text = '';
  const segments: Segment[] = [];
  for (const part of given.parts) {
    if (text !== '') text += lineBreak;
    segments.push({
      kind: part.kind,
      lang: part.lang ?? lang,
      start: text.length,
      end: text.length + part.text.length,
    });
    text += part.text;
  }
  const publishedAt = given.publishedAt === undefined ? '2025-02-27' : given.publishedAt;
  return {
    id: given.id,
    ordinal: given.ordinal,
    source: given.source === undefined ? { name: 'みなと新報', handle: 'minato_shimpo' } : given.source,
    publishedAt,
    precision: publishedAt === null ? 'none' : publishedAt.length > 10 ? 'minute' : 'day',
    lang,
    lead: (text.split(/\r?\n/u)[0] ?? '').slice(0, 200),
    links: given.links ?? [],
    hashtags: [],
    media: [],
    link: null,
    title: null,
    relations: [],
    details: [],
    origin: null,
    byteStart: 0,
    byteEnd: new TextEncoder().encode(text).length,
    text,
    segments,
  };
}

export function refOf(story: Story, dumpId = DUMP): StoryRef {
  const { id, ordinal, byteStart, byteEnd, source, publishedAt, lang, lead } = story;
  return { dumpId, storyId: id, ordinal, byteStart, byteEnd, source, publishedAt, lang, lead };
}

/** The anchor of the n-th place in which a quote stands. */
export function anchorOf(story: Story, quote: string, nth = 0): Anchor {
  let start = story.text.indexOf(quote);
  for (let index = 0; index < nth; index += 1) start = story.text.indexOf(quote, start + 1);
  if (start < 0) throw new Error(`${quote} is not in the story`);
  return anchorAt(story, start, start + quote.length);
}

export function evidenceOf(changes: { [K in keyof Evidence]?: Evidence[K] } & { id: string }): Evidence {
  return {
    stance: 'supports',
    title: '',
    url: '',
    archiveUrl: '',
    capturedAt: '',
    reliability: '',
    story: null,
    publisher: '',
    publishedAt: '',
    quote: '',
    file: null,
    addedAt: AT,
    ...changes,
  };
}

/** The project with an entry of evidence at every claim that nobody has filled in. */
export function withEmptyEvidence(project: Project): Project {
  const data = toData(project);
  return fromData({
    ...data,
    claims: data.claims.map((claim) => ({
      ...claim,
      evidence: [...claim.evidence, evidenceOf({ id: 'nothing', title: ' ' })],
    })),
  });
}

export function projectOf(changes: { [K in keyof ProjectData]?: ProjectData[K] }): Project {
  return fromData({
    id: 'project-1',
    title: '検証ノート 3月1日',
    createdAt: AT,
    scale: FIJ_SCALE,
    signOffRules: DEFAULT_SIGN_OFF_RULES,
    suggestionRulesOff: [],
    checksOff: [],
    dumps: [
      {
        id: DUMP,
        name: 'harbour-250301.txt',
        path: '/home/somebody/dumps/harbour-250301.txt',
        relativePath: 'harbour-250301.txt',
        sha256: 'a'.repeat(64),
        bytes: 123_456,
        format: 'plain-text',
        encoding: 'utf-8',
        rule: { kind: 'byline' },
      },
    ],
    stories: [],
    tags: [],
    claims: [],
    taggings: [],
    notes: [],
    judgements: [],
    alignments: [],
    reviews: [],
    storyNotes: [],
    filters: [],
    queues: [],
    glossary: [],
    dismissedFindings: [],
    dismissedSuggestions: [],
    settledDifferences: [],
    ...changes,
  });
}

/** A report of a project whose stories are given; a story that is not among them is one whose dump is not at hand. */
export function reportOf(
  project: Project,
  stories: readonly Story[],
  changes: Partial<Report> & {
    chosen?: string[] | null;
    wrap?: (stories: AsyncIterable<ReportStory>) => AsyncIterable<ReportStory>;
  } = {},
): Report {
  const { chosen = null, wrap = (all) => all, ...rest } = changes;
  const selection: Selection = select(project, chosen);
  const byId = new Map(stories.map((story) => [story.id, story]));
  const options = rest.options ?? plainOptions(rest.locale ?? 'en');
  const [locale = 'en', second = null] = options.languages;
  return {
    title: 'Fact check of 1 March',
    locale,
    translate: reportWords(locale),
    other: second && { locale: second, translate: reportWords(second) },
    options,
    ...selection,
    stories: wrap(storiesOf(selection, async (ref) => byId.get(ref.storyId) ?? null)),
    provenance: {
      exportedAt: AT,
      version: '0.1.0',
      dumps: [...selection.project.dumps.values()].map((dump) => ({
        dumpId: dump.id,
        name: dump.name,
        sha256: dump.sha256,
        bytes: dump.bytes,
        encoding: dump.encoding,
        format: dump.format,
        status: stories.length > 0 ? 'read' : 'missing',
      })),
    },
    ...rest,
  };
}

export async function joined(chunks: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const chunk of chunks) text += chunk;
  return text;
}
