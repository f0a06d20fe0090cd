import { plainOptions } from '../../app/exports/options.ts';
import type { Project } from '../../app/project.ts';
import type { Locale } from '../../app/settings.ts';
import type { DumpsAtHand } from '../export/dumps-at-hand.ts';
import { textChunks } from '../export.ts';

/** The report of a bundle. Whoever has the bundle makes the same one of it. */
export function bundleReport(given: {
  project: Project;
  dumps: DumpsAtHand;
  locale: Locale;
  version: string;
  madeAt: string;
}): AsyncGenerator<string> {
  const { project, dumps, locale, version, madeAt: exportedAt } = given;
  const options = plainOptions(locale);
  return textChunks({
    ...{ project, dumps, locale, version, exportedAt, options },
    ...{ format: 'html', stories: null, title: '' },
  });
}
