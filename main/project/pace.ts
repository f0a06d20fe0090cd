/** How often the files beside the journal are renewed. None of it decides what is durable: the journal does. */
export interface Pace {
  /** Milliseconds from a change to the snapshot that holds it, at least. */
  snapshotDelay: number;
  /** Snapshots take at most this part of the time, however large a project gets. */
  snapshotShare: number;
  /** Milliseconds between two backups of a session. */
  backupSpacing: number;
  /** A backup is also due after this many bytes of journal, so that the journal, which reaches back to the oldest, stays short. */
  backupJournalBytes: number;
}

export const PACE: Pace = {
  snapshotDelay: 1000,
  snapshotShare: 1 / 20,
  backupSpacing: 10 * 60 * 1000,
  backupJournalBytes: 2 * 1024 * 1024,
};

/** Milliseconds that changes wait for a snapshot at most. */
export const LONGEST_DELAY = 60_000;

/**
 * The pace as the environment has it, for slow disks and for tests: `URATORI_SNAPSHOT_DELAY` (then exactly that, for
 * projects of every size) and `URATORI_BACKUP_SPACING`, in milliseconds.
 */
export function paceFrom(env: Record<string, string | undefined>): Pace {
  const snapshotDelay = milliseconds(env.URATORI_SNAPSHOT_DELAY);
  return {
    ...PACE,
    ...(snapshotDelay === null ? {} : { snapshotDelay, snapshotShare: Number.POSITIVE_INFINITY }),
    backupSpacing: milliseconds(env.URATORI_BACKUP_SPACING) ?? PACE.backupSpacing,
  };
}

function milliseconds(value: string | undefined): number | null {
  return value !== undefined && /^\d{1,9}$/u.test(value) ? Number(value) : null;
}
