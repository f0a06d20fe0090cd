import { singles } from '../../app/history/touched.ts';
import { UratoriError } from '../../app/problem.ts';
import { type Project, type ProjectData, toData } from '../../app/project.ts';
import { isSame } from '../../app/project-diff.ts';
import { Backups } from '../project/backups.ts';
import { stateAt } from '../project/earlier.ts';
import { type Past, readPast } from '../project/past.ts';
import { realPlace } from '../project/paths.ts';
import { readSnapshot, type Snapshot } from '../project/snapshot-file.ts';

/** The state that two copies of a project have in common. */
export interface Ancestor {
  project: Project;
  sequence: number;
  /**
   * How it is known: the same line stands in both histories; a snapshot of one is a state of the other; or, at the
   * least, what was made in one by then is in the other (what both had beyond that is taken for made by both).
   */
  by: 'history' | 'backup' | 'content';
}

export interface Copy {
  file: string;
  project: Project;
  sequence: number;
}

/**
 * The newest common state of two copies of one project that their files still show; null for projects that were made
 * apart, and where nothing is certain. It is never newer than where they parted: that would take for removed what only
 * one of them had.
 */
export async function commonAncestor(mine: Copy, theirs: Copy): Promise<Ancestor | null> {
  if (mine.project.id !== theirs.project.id) return null;
  const sides = await Promise.all([mine, theirs].map(sideOf));
  const [one, other] = sides as [Side, Side];
  const candidates = [
    ...(await bySameLine(one, other)),
    ...(await bySnapshots(one, other)),
    ...(await byWhatWasMade(one, other)),
    ...(await byWhatWasMade(other, one)),
  ];
  return candidates.reduce<Ancestor | null>(
    (newest, each) => (newest && newest.sequence >= each.sequence ? newest : each),
    null,
  );
}

interface Side extends Copy {
  place: string;
  past: Past;
}

async function sideOf(copy: Copy): Promise<Side> {
  const place = await realPlace(copy.file);
  return { ...copy, place, past: await readPast(place, copy.project.id) };
}

async function bySameLine(one: Side, other: Side): Promise<Ancestor[]> {
  const known = new Set(other.past.sequences);
  const shared = one.past.sequences.filter((sequence) => known.has(sequence)).reverse();
  const sequence = shared.find((at) => isSame(one.past.raw(at), other.past.raw(at)));
  if (sequence === undefined) return [];
  const project = (await projectAt(one, sequence)) ?? (await projectAt(other, sequence));
  return project ? [{ project, sequence, by: 'history' }] : [];
}

async function bySnapshots(one: Side, other: Side): Promise<Ancestor[]> {
  const [snapshots, others] = await Promise.all([snapshotsOf(one), snapshotsOf(other)]);
  const pairs = [
    ...snapshots.map((snapshot) => ({ snapshot, side: other, kept: others })),
    ...others.map((snapshot) => ({ snapshot, side: one, kept: snapshots })),
  ].sort((a, b) => b.snapshot.sequence - a.snapshot.sequence);
  for (const { snapshot, side, kept } of pairs) {
    const { project, sequence } = snapshot;
    const there =
      kept.find((each) => each.sequence === sequence)?.project ?? (await projectAt(side, sequence));
    if (there && isSame(toData(there), toData(project))) return [{ project, sequence, by: 'backup' }];
  }
  return [];
}

/**
 * The newest change of one side that made something which the other has: so they parted later than that. Only the
 * first making of a record counts, and only one at the time that the record gives for it.
 */
async function byWhatWasMade(one: Side, other: Side): Promise<Ancestor[]> {
  const there = madeIn(toData(other.project));
  const seen = new Set<string>();
  let sequence: number | null = null;
  for (const at of one.past.sequences) {
    const entry = one.past.entry(at);
    if (!entry) continue;
    for (const command of singles(entry.command))
      for (const { name, made } of madeBy(command)) {
        const isFirst = !seen.has(name);
        seen.add(name);
        const isThen = Math.abs(Date.parse(entry.at) - Date.parse(made)) <= LATE;
        if (isFirst && isThen && entry.cause === 'do' && there.has(name)) sequence = at;
      }
  }
  if (sequence === null) return [];
  const project = await projectAt(one, sequence);
  return project ? [{ project, sequence, by: 'content' }] : [];
}

/** Milliseconds between a record's own time and that of the change that made it, at the most. */
const LATE = 60_000;

type Fields = Record<string, unknown>;

function madeBy(command: object): { name: string; made: string }[] {
  const { claim, tagging, note, judgement, evidence, verdict } = command as Fields;
  return [claim, tagging, note, judgement, evidence, verdict].flatMap((record) => namesOf(record));
}

/** Id and time of making: two people never make the same. */
function namesOf(record: unknown): { name: string; made: string }[] {
  if (typeof record !== 'object' || record === null) return [];
  const { id, createdAt, addedAt, at } = record as Fields;
  const made = createdAt ?? addedAt ?? at;
  return typeof id === 'string' && typeof made === 'string' ? [{ name: `${id} ${made}`, made }] : [];
}

function madeIn({ claims, taggings, notes, judgements }: ProjectData): Set<string> {
  const entries = claims.flatMap(({ evidence, verdicts }) => [...evidence, ...verdicts]);
  const records: unknown[] = [...claims, ...taggings, ...notes, ...judgements, ...entries];
  return new Set(records.flatMap(namesOf).map(({ name }) => name));
}

async function snapshotsOf({ place, project, sequence }: Side): Promise<Snapshot[]> {
  const read = [place, ...new Backups(place).paths()].map((path) => readSnapshot(path).catch(() => null));
  const found = (await Promise.all(read)).filter((snapshot) => snapshot?.project.id === project.id);
  return [{ project, sequence }, ...(found as Snapshot[])];
}

async function projectAt(side: Side, sequence: number): Promise<Project | null> {
  if (sequence > side.sequence) return null;
  return stateAt(side.place, side.past, sequence, side).then(
    ({ project }) => project,
    (thrown) => {
      if (thrown instanceof UratoriError) return null;
      throw thrown;
    },
  );
}
