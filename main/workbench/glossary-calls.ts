import { extensionOf } from '../../app/glossary/format-ids.ts';
import { glossaryText } from '../../app/glossary/formats.ts';
import { writeDurably } from '../durable-file.ts';
import { mustBeNamed, mustNotBe } from '../export/target.ts';
import type { Context, Handlers } from './context.ts';
import { exportPlace } from './export-place.ts';

/** The glossary, to a file of the person's or as a download. */
export function glossaryCalls(context: Context): Handlers<'glossary.write'> {
  const { host, desk } = context;
  return {
    async 'glossary.write'({ format, target }) {
      const open = desk.require();
      const place = await exportPlace(context, target);
      const { project } = open;
      const dumps = [...project.dumps.values()].map((dump) => dump.path);
      const atHand = [...open.dumpsAtHand().values()].map((dump) => dump.path);
      const written = await open.track(async () => {
        await mustNotBe(place, [...dumps, ...atHand], open.store.file);
        await mustBeNamed(place, [`.${extensionOf(format)}`]);
        return writeDurably(place, glossaryText(project.glossary.values(), format, project.title));
      });
      const download = 'path' in target ? null : host.downloadFor(written.path);
      return { ...written, download };
    },
  };
}
