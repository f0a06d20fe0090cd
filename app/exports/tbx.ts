import { glossaryText } from '../glossary/formats.ts';
import type { Report } from './report.ts';

/** The glossary of a report's project, whatever stories were chosen, as TBX-Basic (ISO 30042:2019). */
export async function* tbxReport({ project, title }: Report): AsyncGenerator<string> {
  yield* glossaryText(project.glossary.values(), 'tbx', title);
}
