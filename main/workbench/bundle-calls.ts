import { rm } from 'node:fs/promises';
import { ATTACHMENTS } from '../../app/bundle/paths.ts';
import type { BundlePlan } from '../../app/contract.ts';
import { UratoriError } from '../../app/problem.ts';
import { extractBundle } from '../bundle/extract.ts';
import { isBundle } from '../bundle/is-bundle.ts';
import { type PreparedBundle, prepareBundle } from '../bundle/prepare.ts';
import { verifyBundle } from '../bundle/verify.ts';
import { writeBundle } from '../bundle/write.ts';
import type { Context, Handlers } from './context.ts';
import { exportPlace } from './export-place.ts';

type Calls =
  | 'bundle.look'
  | 'bundle.plan'
  | 'bundle.write'
  | 'bundle.verify'
  | 'bundle.open'
  | 'bundle.cancel';

/** Bundles: made of the open project, proved, and opened. */
export function bundleCalls(context: Context): Handlers<Calls> {
  const { access, desk, host, projects, version } = context;
  const running = new Set<AbortController>();
  /** What may take minutes and can be given up. */
  const stoppable = async <T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    const stop = new AbortController();
    running.add(stop);
    try {
      return await work(stop.signal);
    } finally {
      running.delete(stop);
    }
  };

  return {
    'bundle.look': async ({ path }) => isBundle(await access.readable(path)),

    async 'bundle.plan'({ mode }) {
      const open = desk.require();
      const { project, store } = open;
      const subject = {
        project,
        projectFile: store.file,
        dumps: open.dumpsAtHand(),
        mode,
        allowMissing: true,
      };
      return stoppable((signal) =>
        open.track(async () => {
          const prepared = await prepareBundle({ ...subject, signal });
          await prepared.close();
          return planOf(prepared);
        }),
      );
    },

    async 'bundle.write'({ mode, report, allowMissing, target }) {
      const open = desk.require();
      const place = await exportPlace(context, target);
      // A bundle takes no place that is taken, and what lies here was for an earlier download.
      if (!('path' in target)) await rm(place, { force: true });
      const { project, store } = open;
      const request = {
        ...{ project, projectFile: store.file, dumps: open.dumpsAtHand(), sequence: store.sequence },
        ...{ mode, report, allowMissing, version, target: place, madeAt: new Date().toISOString() },
      };
      const { path, bytes, sha256, manifestSha256, files } = await stoppable((signal) =>
        open.track(() => writeBundle({ ...request, signal })),
      );
      const download = 'path' in target ? null : host.downloadFor(path);
      return { path, bytes, sha256, manifestSha256, files, download };
    },

    async 'bundle.verify'({ path }) {
      const bundle = await access.readable(path);
      return stoppable((signal) => verifyBundle(bundle, { version, signal }));
    },

    async 'bundle.open'({ path, folder, allowMissing }) {
      const [bundle, into] = [await access.readable(path), await access.writable(folder)];
      const { verification, projectFile } = await stoppable((signal) =>
        extractBundle(bundle, into, { version, allowMissing, signal }),
      );
      if (projectFile === null) return { verification, opened: false };
      await desk.inTurn(() => projects.open(projectFile));
      return { verification, opened: true };
    },

    async 'bundle.cancel'() {
      for (const stop of running) stop.abort(new UratoriError('opening-cancelled'));
      return null;
    },
  };
}

function planOf({ project, dumps, files, missingAttachments, problems }: PreparedBundle): BundlePlan {
  const bytesOf = (path: string | null) =>
    files
      .filter((file) => path !== null && (file.path === path || file.path.startsWith(`${path}/`)))
      .reduce((sum, { bytes }) => sum + bytes, 0);
  const attachments = files.filter(({ path }) => path.startsWith(ATTACHMENTS));
  return {
    stories: project.stories.size,
    dumps: dumps.map(({ id, name, as, stories, path }) => ({ id, name, as, stories, bytes: bytesOf(path) })),
    attachments: {
      count: attachments.length,
      bytes: attachments.reduce((sum, { bytes }) => sum + bytes, 0),
    },
    missingAttachments: missingAttachments.length,
    problems,
  };
}
