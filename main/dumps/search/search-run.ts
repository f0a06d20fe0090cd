import { setImmediate } from 'node:timers/promises';
import type { FieldTerm } from '../../../app/search/query.ts';
import type { HitBatch, ScanTasks } from '../scan-tasks.ts';
import type { StoryColumns } from '../story-columns.ts';
import { columnsOver } from '../story-reader.ts';
import { IndexedFields } from './field-answers.ts';
import { HitList } from './hit-list.ts';
import { asksField, holdsByFields } from './question.ts';
import { StoryTexts } from './story-texts.ts';

/** Hits of the first report; somebody is waiting for a screenful. */
const FIRST_HITS = 50;
const REPORT_MS = 50;

/** One search through some stories of a dump: what it is about, and what it has found. */
export class SearchRun {
  readonly ask: ScanTasks['search']['ask'];
  readonly columns: StoryColumns;
  readonly texts: StoryTexts;
  readonly fields: IndexedFields;
  readonly hasFields: boolean;
  readonly found = new HitList();
  private readonly report: (batch: HitBatch) => void;
  private readonly cancelled: () => boolean;
  private readonly stop: Int32Array;
  private reported = Date.now();
  private hasReported = false;

  constructor(ask: ScanTasks['search']['ask'], report: (batch: HitBatch) => void, cancelled: () => boolean) {
    this.ask = ask;
    this.report = report;
    this.cancelled = cancelled;
    this.stop = new Int32Array(ask.stop);
    this.columns = columnsOver(ask.blocks, ask.to);
    this.texts = new StoryTexts(this.columns, ask.kind);
    this.fields = new IndexedFields(this.columns, ask.kind, ask.answers);
    this.hasFields = asksField(ask.search.query.wanted);
  }

  /** Enough was found, or nobody waits any more. Can be asked at any time, in the middle of a story as well. */
  get isOver(): boolean {
    return this.isStopped || Math.max(this.found.hits, this.found.stories) >= this.ask.limit;
  }

  get isStopped(): boolean {
    return Atomics.load(this.stop, 0) !== 0 || this.cancelled();
  }

  /** Whether a story can be found at all, as far as its fields tell without reading it. */
  mayPass(ordinal: number): boolean {
    if (!this.hasFields) return true;
    const known = (field: FieldTerm) => this.fields.holds(field, ordinal);
    return holdsByFields(this.ask.search.query.wanted, known) !== false;
  }

  /** Tells what was found, where it is time to. */
  tell(position: number): void {
    const isDue = this.hasReported
      ? Date.now() - this.reported >= REPORT_MS
      : this.found.hits >= FIRST_HITS || Date.now() - this.reported >= REPORT_MS;
    if (!isDue) return;
    this.report(this.take(position));
    this.hasReported = true;
    this.reported = Date.now();
  }

  /** Lets other tasks of the thread have their turn. */
  async pause(position: number): Promise<void> {
    this.tell(position);
    await setImmediate();
  }

  /** What was found since it was last told, up to a byte of the file. */
  take(position: number): HitBatch {
    const { ask, columns, found } = this;
    const first = ask.from < ask.to ? columns.startOf(ask.from) : position;
    return { ...found.take(), searched: Math.max(0, position - first) };
  }
}
