import { basename } from 'node:path';
import { previewDump } from '../dumps/preview-dump.ts';
import type { Context, Handlers } from './context.ts';
import { AS_GUESSED } from './project-dump.ts';
import { sampleDump } from './sample.ts';

type Calls =
  | 'dump.preview'
  | 'dump.open'
  | 'dump.openSample'
  | 'dump.show'
  | 'dump.readAnew'
  | 'dump.relocate';

/** Stories that a preview shows. */
const PREVIEWED = 5;

export function dumpCalls({ dataFolder, access, desk, dumps }: Context): Handlers<Calls> {
  return {
    async 'dump.preview'({ path, rule, reading = null }) {
      const file = await access.readable(path);
      const { count, problems, ...preview } = await previewDump(file, rule, reading, { stories: PREVIEWED });
      return { ...preview, name: basename(path), stories: count, problems: [...problems] };
    },

    async 'dump.open'({ path, rule, reading = null }) {
      const file = await access.readable(path);
      return desk.inTurn(() => dumps.open(file, { rule, reading }));
    },

    async 'dump.openSample'() {
      const file = await sampleDump(dataFolder);
      return desk.inTurn(() => dumps.open(file, AS_GUESSED));
    },

    'dump.show': ({ dumpId }) => desk.inTurn(() => dumps.show(dumpId)),

    'dump.readAnew': ({ dumpId, rule, reading = null }) =>
      desk.inTurn(() => dumps.readAnew(dumpId, { rule, reading })),

    async 'dump.relocate'({ dumpId, path }) {
      const file = await access.readable(path);
      return desk.inTurn(() => dumps.relocate(dumpId, file));
    },
  };
}
