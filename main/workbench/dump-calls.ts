import { basename } from 'node:path';
import { previewSplit } from '../dumps/preview-split.ts';
import type { Context, Handlers } from './context.ts';
import { sampleDump } from './sample.ts';

type Calls = 'dump.preview' | 'dump.open' | 'dump.openSample' | 'dump.show' | 'dump.split' | 'dump.relocate';

/** Stories that a preview shows. */
const PREVIEWED = 5;

export function dumpCalls({ dataFolder, access, desk, dumps }: Context): Handlers<Calls> {
  return {
    async 'dump.preview'({ path, rule }) {
      const { count, ...preview } = await previewSplit(await access.readable(path), rule, {
        stories: PREVIEWED,
      });
      return { ...preview, name: basename(path), format: 'plain-text', stories: count };
    },

    async 'dump.open'({ path, rule }) {
      const file = await access.readable(path);
      return desk.inTurn(() => dumps.open(file, rule));
    },

    async 'dump.openSample'() {
      const file = await sampleDump(dataFolder);
      return desk.inTurn(() => dumps.open(file, null));
    },

    'dump.show': ({ dumpId }) => desk.inTurn(() => dumps.show(dumpId)),

    'dump.split': ({ dumpId, rule }) => desk.inTurn(() => dumps.split(dumpId, rule)),

    async 'dump.relocate'({ dumpId, path }) {
      const file = await access.readable(path);
      return desk.inTurn(() => dumps.relocate(dumpId, file));
    },
  };
}
