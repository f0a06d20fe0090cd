import { basename } from 'node:path';
import type { DumpState } from '../../app/contract.ts';
import { AS_GUESSED } from '../../app/dump-reading.ts';
import { previewDump } from '../dumps/preview-dump.ts';
import { mappingOf } from '../dumps/preview-mapping.ts';
import type { Context, Handlers } from './context.ts';
import { sampleDump } from './sample.ts';

type Calls =
  | 'dump.preview'
  | 'dump.open'
  | 'dump.openSample'
  | 'dump.show'
  | 'dump.readAnew'
  | 'dump.cancelOpening'
  | 'dump.cancel'
  | 'dump.resume'
  | 'dump.relocate';

/** Stories that a preview shows. */
const PREVIEWED = 5;

export function dumpCalls({ dataFolder, access, openings, desk, dumps, mappings }: Context): Handlers<Calls> {
  /** What a person said about one table goes for the next one like it. */
  const remember = async (path: string, { format, reading }: DumpState) => {
    if (!reading?.mapping) return;
    const table = await mappingOf(path, format, reading);
    if (table) await mappings.remember(table.columns, reading.mapping);
  };

  return {
    async 'dump.preview'({ path, rule, reading = null }) {
      const file = await access.readable(path);
      const previewed = (how: typeof reading) =>
        openings.run(({ signal }) => previewDump(file, rule, how, { stories: PREVIEWED, signal }));
      const guessed = await previewed(reading);
      const known = reading === null && guessed.columns ? await mappings.find(guessed.columns) : null;
      const { count, problems, ...preview } = known
        ? await previewed({ ...AS_GUESSED, mapping: known })
        : guessed;
      const remembered = known !== null;
      return { ...preview, name: basename(path), stories: count, problems: [...problems], remembered };
    },

    async 'dump.open'({ path, rule, reading = null }) {
      const file = await access.readable(path);
      const state = await desk.inTurn(() => dumps.open(file, { rule, reading }));
      await remember(file, state);
      return state;
    },

    async 'dump.openSample'() {
      const file = await sampleDump(dataFolder);
      return desk.inTurn(() => dumps.open(file, { rule: null, reading: null }));
    },

    'dump.show': ({ dumpId }) => desk.inTurn(() => dumps.show(dumpId)),

    async 'dump.readAnew'({ dumpId, rule, reading = null }) {
      const state = await desk.inTurn(() => dumps.readAnew(dumpId, { rule, reading }));
      const path = desk.current?.dumps.get(dumpId)?.path ?? null;
      if (path !== null) await remember(path, state);
      return state;
    },

    async 'dump.cancelOpening'() {
      openings.cancel();
      return null;
    },

    async 'dump.cancel'({ dumpId }) {
      const open = desk.require();
      open.openDump(dumpId).stopIndexing();
      return open.stateOf(dumpId);
    },

    'dump.resume': ({ dumpId }) => desk.inTurn(() => dumps.resume(dumpId)),

    async 'dump.relocate'({ dumpId, path }) {
      const file = await access.readable(path);
      return desk.inTurn(() => dumps.relocate(dumpId, file));
    },
  };
}
