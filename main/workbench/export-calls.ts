import { mkdir } from 'node:fs/promises';
import { join, parse } from 'node:path';
import type { CallParams } from '../../app/contract.ts';
import { exportReport } from '../export.ts';
import { fileNameFor } from '../file-name.ts';
import type { Context, Handlers } from './context.ts';

type Target = CallParams<'export.write'>['target'];

/** Reports, to a file of the person's or as a download. */
export function exportCalls({ dataFolder, version, host, access, desk }: Context): Handlers<'export.write'> {
  const placeFor = async (target: Target): Promise<string> => {
    if ('path' in target) return access.writable(target.path);
    const folder = join(dataFolder, 'exports');
    await mkdir(folder, { recursive: true });
    const { name, ext } = parse(target.downloadName);
    return join(folder, `${fileNameFor(name)}.${fileNameFor(ext)}`);
  };

  return {
    async 'export.write'({ format, target, stories, locale, title }) {
      const open = desk.require();
      const place = await placeFor(target);
      const written = await open.track(() =>
        exportReport({
          format,
          locale,
          title,
          stories,
          version,
          project: open.project,
          dumps: open.dumpsAtHand(),
          exportedAt: new Date().toISOString(),
          target: place,
          projectFile: open.store.file,
        }),
      );
      const download = 'path' in target ? null : host.downloadFor(written.path);
      return { ...written, download };
    },
  };
}
