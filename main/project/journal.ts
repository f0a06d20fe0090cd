import type { Command } from '../../app/commands.ts';

/** Why a command was carried out. `upkeep`: the program keeping its own house (a dump's new path); never undone. */
export const CAUSES = ['do', 'undo', 'redo', 'upkeep'] as const;
export type Cause = (typeof CAUSES)[number];

/** One acknowledged command. Sequences count from 1, without gaps. */
export interface JournalEntry {
  sequence: number;
  /** ISO 8601, when it was made durable. */
  at: string;
  /** Who did it, where that is known. */
  by?: string;
  cause: Cause;
  command: Command;
}

/** Where commands become durable. Today a file; nothing above this port knows that. */
export interface Journal {
  /**
   * Durable once it resolves: all of the entries, in order. After a rejection none of them is there.
   * @throws UratoriError `disk-full`, `write-failed`
   */
  append(entries: readonly JournalEntry[]): Promise<void>;
  /** The entries after a sequence, in order, as far back as the journal reaches. */
  readFrom(sequence: number): Promise<JournalEntry[]>;
}
