import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { anchorAt } from '../../app/anchor.ts';
import { EXPORTERS, type TextFormat } from '../../app/exports/exporters.ts';
import { plainOptions, REPORT_TEMPLATES, type ReportTemplate } from '../../app/exports/options.ts';
import type { Report } from '../../app/exports/report.ts';
import { select, storiesOf } from '../../app/exports/select.ts';
import { emptyProject, fromData, type Project, type ProjectData, toData } from '../../app/project.ts';
import { FIJ_SCALE } from '../../app/rating-scale.ts';
import { fromPlainText } from '../../app/rich-text.ts';
import { type Story, storyKey } from '../../app/story.ts';
import { writeDurably } from '../../main/durable-file.ts';
import { docxReport } from '../../main/export/docx.ts';
import { printedReport } from '../../main/export/pdf.ts';
import { reportWords } from '../../main/export/words.ts';
import { chromiumPrinter } from '../../main/print/chromium-printer.ts';

/**
 * Writes reports of 1,000 and of 10,000 annotated stories (or of the numbers given) and prints how long it takes and
 * how much memory it needs beyond the project itself. Run with `node --expose-gc tests/bench/report.ts`.
 */

const counts = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1_000, 10_000];
const AT = '2025-03-01T09:30:00.000Z';
const DUMP = 'dump';
const POST = '【速報】港大橋の修復費、200億ドル(約3兆303億円)に 🚢 https://minato.example/news/bridge';
const ARTICLE =
  '港湾局は27日、港大橋の修復費が当初見込みの3倍に当たる200億ドルに上ると発表した。市長は「全額を国が負担する」と述べた。専門家の多くは、この見積もりを過大だと指摘している。橋は1962年に完成し、1日に約12万台が通行する。'.repeat(
    4,
  );

/** Made when it is read, as one that comes from a dump is: no two are in memory at once. */
function storyAt(ordinal: number): Story {
  const post = `${POST} ${ordinal}`;
  const text = `${post}\n${ARTICLE}`;
  return {
    id: `story-${ordinal}`,
    ordinal,
    source: { name: `みなと新報 ${ordinal % 40}`, handle: `minato_${ordinal % 40}` },
    publishedAt: '2025-02-27',
    precision: 'day',
    lang: 'ja',
    lead: post,
    links: ['https://minato.example/news/bridge'],
    hashtags: [],
    media: [],
    link: null,
    title: null,
    relations: [],
    details: [],
    origin: null,
    byteStart: 0,
    byteEnd: 0,
    text,
    segments: [
      { kind: 'post', lang: 'ja', start: 0, end: post.length },
      { kind: 'article', lang: 'ja', start: post.length + 1, end: text.length },
    ],
  };
}

function projectOf(stories: number): Project {
  const data: ProjectData = { ...toData(emptyProject('bench', 'Bench', AT)), scale: FIJ_SCALE };
  data.dumps.push({
    id: DUMP,
    name: 'bench.txt',
    path: '/bench.txt',
    relativePath: null,
    sha256: null,
    bytes: 0,
    format: 'plain-text',
    encoding: 'utf-8',
    rule: null,
  });
  data.tags.push({
    id: 'tag',
    name: '金額',
    colour: 'orange',
    parentId: null,
    description: '',
    examples: [],
    shortcut: '',
    order: '',
  });
  for (let ordinal = 0; ordinal < stories; ordinal += 1) {
    const story = storyAt(ordinal);
    const key = storyKey(DUMP, story.id);
    const base = { storyKey: key, createdAt: AT, createdBy: '佐伯' };
    data.stories.push({ ...story, dumpId: DUMP, storyId: story.id });
    for (let index = 0; index < 3; index += 1) {
      data.claims.push({
        ...base,
        id: `claim-${ordinal}-${index}`,
        anchors: [anchorAt(story, index * 20 + 10, index * 20 + 45)],
        wording: '港大橋の修復費は200億ドルである。',
        claimant: '港湾局',
        ratingId: FIJ_SCALE.ratings[(ordinal + index) % 9]?.id ?? null,
        verdicts: [],
        carriedFrom: null,
        rationale: fromPlainText('発表資料の総額は198億ドル。端数を切り上げている。'),
        evidence: [
          {
            id: 'evidence',
            stance: 'supports',
            title: '港大橋修復計画(改訂版)',
            url: 'https://port.example/plan.pdf',
            archiveUrl: '',
            publisher: '港湾局',
            publishedAt: '2025-02-27',
            quote: '総事業費は198億4000万ドルを見込む。',
            capturedAt: '',
            reliability: '',
            story: null,
            file: null,
            addedAt: AT,
          },
        ],
      });
    }
    data.taggings.push({
      ...base,
      id: `tagging-${ordinal}`,
      tagId: 'tag',
      memo: '',
      anchor: anchorAt(story, 12, 22),
    });
    data.notes.push({
      ...base,
      id: `note-${ordinal}`,
      kind: 'nuance',
      original: anchorAt(story, 30, 40),
      translation: anchorAt(story, 120, 130),
      comment: fromPlainText('ニュアンスが違う。'),
      suggestion: '別の訳',
    });
  }
  return fromData(data);
}

/** Every format, and every template of HTML. */
const FORMATS = [...(Object.keys(EXPORTERS) as TextFormat[]), 'docx', 'pdf'] as const;
const WRITTEN: (readonly [(typeof FORMATS)[number], ReportTemplate])[] = FORMATS.flatMap((format) =>
  (format === 'html' ? REPORT_TEMPLATES : (['full'] as const)).map((template) => [format, template]),
);

/** Browsers hold all printed pages in memory: what is more than this is nothing to wait for. */
const MOST_PRINTED = 1_000;

async function* chunksOf(
  format: (typeof FORMATS)[number],
  report: Report,
): AsyncGenerator<string | Uint8Array> {
  if (format === 'docx') yield* docxReport(report);
  else if (format === 'pdf') yield await printedReport(report, chromiumPrinter, undefined);
  else yield* EXPORTERS[format](report);
}

/** Looks now and then: to ask for the memory takes longer than to write a story. */
async function* watched(
  chunks: AsyncIterable<string | Uint8Array>,
  look: () => void,
): AsyncGenerator<string | Uint8Array> {
  let count = 0;
  for await (const chunk of chunks) {
    if (count % 200 === 0) look();
    count += 1;
    yield chunk;
  }
}

const folder = mkdtempSync(join(tmpdir(), 'uratori-bench-'));
try {
  for (const count of counts) {
    const project = projectOf(count);
    for (const [format, template] of WRITTEN) {
      if (format === 'pdf' && count > MOST_PRINTED) continue;
      globalThis.gc?.();
      const before = process.memoryUsage.rss();
      let peak = before;
      const startedAt = performance.now();
      const selection = select(project, null);
      const report: Report = {
        title: 'Bench',
        locale: 'ja',
        translate: reportWords('ja'),
        other: null,
        options: { ...plainOptions('ja'), template },
        ...selection,
        stories: storiesOf(selection, async (ref) => storyAt(ref.ordinal)),
        provenance: { dumps: [], exportedAt: AT, version: '0.0.0' },
      };
      const chunks = watched(chunksOf(format, report), () => {
        peak = Math.max(peak, process.memoryUsage.rss());
      });
      const { bytes } = await writeDurably(join(folder, `report.${format}`), chunks);
      const seconds = (performance.now() - startedAt) / 1000;
      const grown = (peak - before) / 2 ** 20;
      console.log(
        `${format.padEnd(4)} ${template.padEnd(11)} ${String(count).padStart(6)} stories  ${(bytes / 2 ** 20).toFixed(1).padStart(6)} MiB  ` +
          `${seconds.toFixed(2).padStart(6)} s  peak memory +${grown.toFixed(0)} MiB`,
      );
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
