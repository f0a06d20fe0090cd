import type { Events } from '../../app/contract.ts';
import type { Project } from '../../app/project.ts';
import type { StoryKey } from '../../app/story.ts';
import { type ChangeLine, changeLines } from './change-lines.ts';

export interface HistoryEntry {
  sequence: number;
  /** When this window heard of it, ISO 8601. */
  at: string;
  cause: 'do' | 'undo' | 'redo';
  lines: readonly ChangeLine[];
  /** Changes before this one were missed while the connection was lost. */
  afterGap: boolean;
}

/** Entries kept of a project; the oldest go first. */
const KEPT = 400;

/** What was changed while this window was open, by project. It is told, not stored: a journal is not a history for people. */
export class SessionHistory {
  readonly #entries = new Map<string, readonly HistoryEntry[]>();
  readonly #listeners = new Set<() => void>();
  #last: { project: Project; sequence: number } | null = null;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  of(projectId: string | null): readonly HistoryEntry[] {
    return (projectId !== null && this.#entries.get(projectId)) || NO_ENTRIES;
  }

  /** The project as it is before any change is heard of. */
  begin(project: Project, sequence: number): void {
    if (this.#last?.project.id !== project.id) this.#last = { project, sequence };
  }

  /** `project`: as it is now, with or without the change. */
  add(change: Events['project.changed'], project: Project, at: string): void {
    const last = this.#last?.project.id === project.id ? this.#last : null;
    this.#last = { project, sequence: change.sequence };
    if (last && change.sequence <= last.sequence) return;
    const lines = changeLines(change.command, last ? [project, last.project] : [project]);
    const afterGap = last !== null && change.sequence > last.sequence + 1;
    if (lines.length === 0 && !afterGap) return;
    const { sequence, cause } = change;
    const entries = [{ sequence, at, cause, lines, afterGap }, ...this.of(project.id)].slice(0, KEPT);
    this.#entries.set(project.id, entries);
    for (const listener of this.#listeners) listener();
  }
}

/** What touched one story, the newest first, with the lines about it only. */
export function ofStory(entries: readonly HistoryEntry[], key: StoryKey): HistoryEntry[] {
  return entries.flatMap((entry) => {
    const lines = entry.lines.filter(({ stories }) => stories === 'all' || stories.includes(key));
    return lines.length > 0 ? [{ ...entry, lines }] : [];
  });
}

const NO_ENTRIES: readonly HistoryEntry[] = [];
