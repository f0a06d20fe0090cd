/** How often the files beside the journal are renewed. None of it decides what is durable: the journal does. */
export interface Pace {
  /** Milliseconds from a change to the snapshot that holds it, at least. */
  snapshotDelay: number;
  /** Milliseconds between two backups of a session. */
  backupSpacing: number;
  /** A backup is also due after this many bytes of journal, so that the journal, which reaches back to the oldest, stays short. */
  backupJournalBytes: number;
}

export const PACE: Pace = {
  snapshotDelay: 1000,
  backupSpacing: 10 * 60 * 1000,
  backupJournalBytes: 2 * 1024 * 1024,
};

/** Snapshots take at most this part of the time, however large a project gets. */
export const SHARE_OF_TIME = 1 / 20;
/** Milliseconds that changes wait for a snapshot at most. */
export const LONGEST_DELAY = 60_000;

/** The pace as the environment has it (`URATORI_SNAPSHOT_DELAY`, `URATORI_BACKUP_SPACING`, in milliseconds), for slow disks and for tests. */
export function paceFrom(env: Record<string, string | undefined>): Pace {
  return {
    ...PACE,
    snapshotDelay: milliseconds(env.URATORI_SNAPSHOT_DELAY) ?? PACE.snapshotDelay,
    backupSpacing: milliseconds(env.URATORI_BACKUP_SPACING) ?? PACE.backupSpacing,
  };
}

function milliseconds(value: string | undefined): number | null {
  return value !== undefined && /^\d{1,9}$/u.test(value) ? Number(value) : null;
}
