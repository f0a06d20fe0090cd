import { BLOCK_STORIES, type StoryColumns } from '../story-columns.ts';
import type { StoryKind } from '../story-kind.ts';

/** Where in the file the texts of stories stand; of records of the dump's own, all of the record. */
export class StoryTexts {
  private readonly columns: StoryColumns;
  private readonly isRecord: boolean;

  constructor(columns: StoryColumns, kind: StoryKind) {
    this.columns = columns;
    this.isRecord = kind.kind === 'record';
  }

  startOf(ordinal: number): number {
    const start = this.columns.startOf(ordinal);
    if (!this.isRecord) return start;
    // Behind the quotation mark of the last string of the line.
    const { byline } = this.columns.blockOf(ordinal);
    return start + (byline[ordinal & (BLOCK_STORIES - 1)] as number) + 1;
  }

  endOf(ordinal: number): number {
    // `"}` ends a line.
    return this.columns.endOf(ordinal) - (this.isRecord ? 2 : 0);
  }
}
