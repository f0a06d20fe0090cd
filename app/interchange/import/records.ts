import type { Evidence, StoryQuote } from '../../evidence.ts';
import type { SetEvidence } from '../annotation-set.ts';
import { derivedId, isUsableId } from './ids.ts';
import type { ImportOptions } from './plan.ts';

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/u;

/** Who made an annotation and when: as the file says, or whoever imports it where it does not. */
export function madeBy(
  { by, at }: { by: string; at: string },
  options: ImportOptions,
): { createdBy: string; createdAt: string } {
  const isSigned = by !== '' || at !== '';
  return { createdBy: isSigned ? by : options.by, createdAt: momentOf(at) ?? options.at };
}

function momentOf(at: string): string | null {
  const ms = Date.parse(at);
  if (Number.isNaN(ms)) return null;
  return MOMENT.test(at) ? at : new Date(ms).toISOString();
}

/**
 * Evidence as the project keeps it. What is no address of the web goes to the title, and none of the words is lost.
 * @param quoteOf the words of another story, where they stand in the project
 */
export function evidenceOf(
  entries: readonly SetEvidence[],
  {
    claimId,
    addedAt,
    quoteOf,
  }: { claimId: string; addedAt: string; quoteOf: (quoted: SetEvidence['story']) => StoryQuote | null },
): Evidence[] {
  const ids = new Set<string>();
  return entries.map((entry, index): Evidence => {
    const id =
      isUsableId(entry.id) && !ids.has(entry.id) ? entry.id : derivedId('evidence', claimId, String(index));
    ids.add(id);
    const { stance, capturedAt, publisher, publishedAt, reliability } = entry;
    const story = quoteOf(entry.story);
    // What the anchor has need not be said twice.
    const quote = story && entry.story?.span?.quote === entry.quote ? '' : entry.quote;
    const isFile = entry.file !== null && entry.file.name !== '' && /^[0-9a-f]{64}$/u.test(entry.file.sha256);
    const strays = [entry.url, entry.archiveUrl].filter((url) => !isWebAddress(url));
    if (entry.file && !isFile) strays.push(entry.file.name);
    return {
      ...{ id, stance, capturedAt, publisher, publishedAt, quote, reliability, addedAt },
      title: [entry.title, ...strays].filter((words) => words !== '').join(' '),
      url: isWebAddress(entry.url) ? entry.url : '',
      archiveUrl: isWebAddress(entry.archiveUrl) ? entry.archiveUrl : '',
      file: isFile ? entry.file : null,
      story,
    };
  });
}

function isWebAddress(url: string): boolean {
  return url === '' || /^https?:\/\/\S+$/iu.test(url);
}
