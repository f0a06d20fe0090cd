import type { DumpRef } from '../../app/dump-ref.ts';
import type { DumpProvenance } from '../../app/exports/report.ts';
import type { Story, StoryRef } from '../../app/story.ts';
import type { Dump } from '../dumps/dump.ts';

/** The open dumps of a project, by the project's id for them. One that is missing here is not at hand. */
export type DumpsAtHand = ReadonlyMap<
  string,
  Pick<Dump, 'path' | 'bytes' | 'encoding' | 'format' | 'sha256' | 'find' | 'read'>
>;

/** A story with its text; null where its dump is not at hand or does not have it any more. */
export async function readStory(dumps: DumpsAtHand, ref: StoryRef): Promise<Story | null> {
  const dump = dumps.get(ref.dumpId);
  if (!dump) return null;
  const ordinal = await dump.find(ref.storyId, { ordinal: ref.ordinal, byteStart: ref.byteStart });
  return ordinal === null ? null : dump.read(ordinal);
}

/** What the report says of a dump: of the file that is read for it, or else of the one that was annotated. */
export async function provenanceOf(dumps: DumpsAtHand, ref: DumpRef): Promise<DumpProvenance> {
  const dump = dumps.get(ref.id);
  if (!dump) {
    const { name, sha256, bytes, encoding, format } = ref;
    return { dumpId: ref.id, name, sha256, bytes, encoding, format, status: 'missing' };
  }
  const { bytes, encoding, format } = dump;
  const sha256 = await dump.sha256();
  return { dumpId: ref.id, name: ref.name, sha256, bytes, encoding, format, status: 'read' };
}
