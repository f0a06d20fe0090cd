import { basename } from 'node:path';
import type { ColumnMapping } from '../../../app/formats/column-mapping.ts';
import { LOOK_AT, samplesOfLines } from '../../../app/formats/json/shape.ts';
import { guessMapping } from '../../../app/formats/mapping/guess.ts';
import { markupOf } from '../../../app/formats/mapping/markup.ts';
import { textColumns } from '../../../app/formats/mapping/record-to-story.ts';
import { LINE_LIMIT } from '../../../app/formats/reading/text-lines.ts';
import type { Problem } from '../../../app/problem.ts';
import type { DumpFile } from '../dump-file.ts';
import type { DumpIndex } from '../dump-index.ts';
import { invalidProblems } from '../invalid-problems.ts';
import type { DumpReader, Found, Kept } from '../reader.ts';
import { CHUNK_BYTES, type ScanTuning, secondPartStart } from '../scan-dump.ts';
import type { ScanReport } from '../scan-part.ts';
import { ProblemList } from '../spool/problem-list.ts';
import type { StoryKind } from '../story-kind.ts';
import type { Workers } from '../workers.ts';
import type { BadLine, JsonLinesPart, JsonLinesResult } from './scan-json-lines.ts';

/**
 * The mapping with which a dump in UTF-8 can be read in place: it has a record a line, and its texts are written as
 * they are. null where it is streamed through a spool instead.
 * @param chosen what a person chose; null: as guessed
 */
export async function mappingInPlace(
  file: DumpFile,
  bomBytes: number,
  chosen: ColumnMapping | null,
): Promise<ColumnMapping | null> {
  const bytes = await file.read(bomBytes, LOOK_AT);
  const samples = samplesOfLines(bytes.toString('utf8'), bomBytes + bytes.length >= file.bytes);
  if (samples === null) return null;
  const mapping = chosen ?? guessMapping(samples);
  return mapping !== null && markupOf(samples, mapping) === 'none' ? mapping : null;
}

/** Reads JSON lines in place: the index has the byte ranges of the records in the dump's own file. */
export class JsonLinesReader implements DumpReader {
  readonly format = 'json';
  readonly encoding = 'utf-8';
  readonly rule = null;
  readonly guessedRule = null;
  readonly kind: StoryKind;
  readonly data: DumpFile;
  readonly bomBytes: number;
  private readonly mapping: ColumnMapping;
  private readonly tuning: ScanTuning;

  constructor(file: DumpFile, bomBytes: number, mapping: ColumnMapping, tuning: ScanTuning) {
    this.data = file;
    this.bomBytes = bomBytes;
    this.mapping = mapping;
    this.kind = { kind: 'json', mapping };
    this.tuning = tuning;
  }

  async resume(): Promise<boolean> {
    return true;
  }

  async index(
    startIndex: (parts: number) => DumpIndex,
    changed: () => void,
    workers: Workers,
    signal: AbortSignal | undefined,
  ): Promise<Found> {
    const parts = await this.parts();
    const index = startIndex(parts.length);
    const results = await Promise.all(
      parts.map(async (part, number) => {
        const tell = (news: ScanReport, done: boolean) => {
          index.report(number, news, done);
          changed();
        };
        const report = (news: ScanReport) => tell(news, false);
        const result = await workers.at(number).run('jsonLines', part, { report, signal });
        tell(result, true);
        return result;
      }),
    );
    return {
      problems: await this.problemsOf(results, workers),
      contents: [{ format: 'json', entries: 1, stories: index.columns.count }],
    };
  }

  async keep(): Promise<Kept> {
    return { spool: null };
  }

  async close(): Promise<void> {}

  private async parts(): Promise<JsonLinesPart[]> {
    const { data, bomBytes, mapping, tuning } = this;
    const chunkBytes = tuning.chunkBytes ?? CHUNK_BYTES;
    const shared = { path: data.path, mapping, chunkBytes, lineLimit: LINE_LIMIT };
    const middle = await secondPartStart(data, { encoding: 'utf-8', bomBytes }, tuning.splitAt);
    if (middle === null) return [{ ...shared, from: bomBytes, to: data.bytes }];
    return [
      { ...shared, from: bomBytes, to: middle },
      { ...shared, from: middle, to: data.bytes },
    ];
  }

  private async problemsOf(results: readonly JsonLinesResult[], workers: Workers): Promise<Problem[]> {
    const found = {
      invalid: results.flatMap(({ invalid }) => invalid),
      invalidCount: results.reduce((sum, { invalidCount }) => sum + invalidCount, 0),
    };
    const problems = new ProblemList();
    for (const problem of await invalidProblems(found, this.data, 'utf-8', this.bomBytes, workers))
      problems.add(problem);
    let before = 0;
    for (const { badLines, badLineCount, lines } of results) {
      for (const bad of badLines) problems.add(this.problemOf(bad, before));
      problems.addUnlisted(badLineCount - badLines.length);
      before += lines;
    }
    return problems.list();
  }

  private problemOf(bad: BadLine, linesBefore: number): Problem {
    const { byte } = bad;
    const where = { entry: basename(this.data.path), unit: 'line', position: linesBefore + bad.line, byte };
    switch (bad.code) {
      case 'record-bad-json':
        return { code: bad.code, params: { ...where, detail: bad.detail } };
      case 'record-no-text':
        return { code: bad.code, params: { ...where, column: textColumns(this.mapping) } };
      case 'record-too-large':
        return { code: bad.code, params: { ...where, limit: LINE_LIMIT } };
    }
  }
}
