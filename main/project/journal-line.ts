import { hash } from 'node:crypto';
import { z } from 'zod';
import { commandSchema } from '../../app/commands.ts';
import { CAUSES, type JournalEntry } from './journal.ts';

/**
 * An entry as a line of the journal file:
 * `{"sequence":…,"at":…,"by":…,"cause":…,"command":…,"checksum":"<16 hex digits>"}`.
 * The checksum is the first 64 bits of the SHA-256 of the project's id, a line feed, and the line's bytes before
 * `,"checksum"`. So it tells torn and garbled lines, and those of another project's journal, from good ones.
 */
const CHECKSUM = /,"checksum":"([0-9a-f]{16})"\}$/u;
const CHECKSUM_BYTES = ',"checksum":"0123456789abcdef"}'.length;
const SEQUENCE = /^\{"sequence":(\d{1,15}),/u;

const entrySchema = z.object({
  sequence: z.number().int().positive(),
  at: z.iso.datetime(),
  by: z.string().optional(),
  cause: z.enum(CAUSES),
  command: commandSchema,
});

/** The line with its line feed. */
export function encodeLine(entry: JournalEntry, projectId: string): string {
  const { sequence, at, by, cause, command } = entry;
  const body = JSON.stringify({ sequence, at, by, cause, command }).slice(0, -1);
  return `${body},"checksum":"${checksum(Buffer.from(body), projectId)}"}\n`;
}

/** The sequence of a good line (given without its line feed), null for any other. */
export function sequenceOf(line: Buffer, projectId: string): number | null {
  const body = line.subarray(0, Math.max(0, line.length - CHECKSUM_BYTES));
  const given = CHECKSUM.exec(line.subarray(body.length).toString('latin1'))?.[1];
  if (given === undefined || given !== checksum(body, projectId)) return null;
  const digits = SEQUENCE.exec(body.subarray(0, 40).toString('latin1'))?.[1];
  return digits === undefined ? null : Number(digits);
}

/** The entry of a good line; null where this program does not know such a command. */
export function decodeLine(line: Buffer): JournalEntry | null {
  const parsed = entrySchema.safeParse(JSON.parse(line.toString('utf8')));
  if (!parsed.success) return null;
  const { by, ...entry } = parsed.data;
  return by === undefined ? entry : { ...entry, by };
}

function checksum(body: Buffer, projectId: string): string {
  return hash('sha256', Buffer.concat([Buffer.from(`${projectId}\n`), body]), 'hex').slice(0, 16);
}
