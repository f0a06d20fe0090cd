import { rm } from 'node:fs/promises';
import type { CallParams } from '../../app/contract.ts';
import { type ExportFormat, isInterchange } from '../../app/exports/formats.ts';
import { exportReport } from '../export.ts';
import { exportAnnotations } from '../export-annotations.ts';
import type { Context, Handlers } from './context.ts';
import { exportPlace } from './export-place.ts';

type Target = CallParams<'export.write'>['target'];

/** Reports and annotations for other tools, to a file of the person's or as a download. */
export function exportCalls(context: Context): Handlers<'export.write'> {
  const { version, host, desk } = context;
  const placeFor = async (target: Target, format: ExportFormat): Promise<string> => {
    const place = await exportPlace(context, target);
    // Annotations take no place that is taken, and what lies here was for an earlier download.
    if (isInterchange(format) && !('path' in target)) await rm(place, { force: true });
    return place;
  };

  return {
    async 'export.write'({ format, target, stories, options, title, baseUrl }) {
      const open = desk.require();
      const place = await placeFor(target, format);
      const request = {
        locale: options.languages[0] ?? 'en',
        title,
        stories,
        version,
        project: open.project,
        dumps: open.dumpsAtHand(),
        exportedAt: new Date().toISOString(),
        target: place,
        projectFile: open.store.file,
      };
      const written = await open.track(async () => {
        if (!isInterchange(format))
          return {
            ...(await exportReport({ ...request, format, options, printer: host.printer })),
            files: 1,
            placeless: 0,
          };
        const { placeless, ...rest } = await exportAnnotations({ ...request, format, baseUrl });
        return { ...rest, placeless: placeless.length };
      });
      const download = 'path' in target ? null : host.downloadFor(written.path);
      return { ...written, download };
    },
  };
}
