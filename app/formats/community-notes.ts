import type { Problem } from '../problem.ts';
import type { Detail, Origin } from '../story.ts';
import { rowsOf } from './csv/rows.ts';
import type { Entry, Format, Head } from './format.ts';
import { type StoryRecord, storyRecord } from './story-record.ts';
import { dateOfPost } from './x/date.ts';
import { relationTo } from './x/relations.ts';
import { shownText } from './x/text.ts';

/**
 * Community Notes, in the tables that X publishes of them every day: notes that readers wrote on posts. How they were
 * rated stands in other tables of many times the size, which are not read.
 * https://communitynotes.x.com/guide/en/under-the-hood/download-data
 */
export const communityNotes: Format = {
  id: 'community-notes',
  sniff,
  parse,
  companions:
    /(?:^|\/)(?:ratings|noteStatusHistory|userEnrollment|noteRequests|batSignals|aliases)-\d{5}\.tsv$/u,
};

const NEEDED = ['noteId', 'tweetId', 'classification', 'summary'];
/** What a note's author ticked, and of what kind the note is. */
const FLAG = /^(?:(?:m|notM)isleading[A-Z]\w*|trustworthySources|isMediaNote|isCollaborativeNote)$/u;
/** It is shown under this name, never under its author's. */
const SOURCE = { name: 'Community Notes', handle: 'CommunityNotes' };
const DIALECT = { delimiter: '\t', lineBreak: '\n', skip: 0 } as const;

function sniff({ text }: Head): number {
  const header = text.slice(0, text.search(/[\r\n]|$/u)).split('\t');
  return NEEDED.every((column) => header.includes(column)) ? 0.99 : 0;
}

async function* parse(entry: Entry): AsyncGenerator<StoryRecord | Problem> {
  let header: string[] | null = null;
  for await (const row of rowsOf(entry, DIALECT)) {
    if ('code' in row) yield row;
    // Who joins the parts of a day has a header in front of each.
    else if (header === null || row.cells.includes('noteId')) header = row.cells;
    else yield storyOfNote(header, row.cells, { entry: entry.name, unit: 'line', position: row.line });
  }
}

function storyOfNote(
  header: readonly string[],
  cells: readonly string[],
  origin: Origin,
): StoryRecord | Problem {
  const cell = (column: string) => cells[header.indexOf(column)] ?? '';
  const { entry, unit, position } = origin;
  if (cells.length <= header.indexOf('summary')) {
    return { code: 'record-bad-shape', params: { entry, unit, position, detail: 'summary' } };
  }
  const text = shownText(cell('summary'));
  if (text === '') return { code: 'record-no-text', params: { entry, unit, position, column: 'summary' } };
  const id = cell('noteId');
  const date = dateOfNote(cell('createdAtMillis'), id);
  return storyRecord({
    id: id || null,
    source: SOURCE,
    publishedAt: date?.iso ?? null,
    precision: date?.precision ?? 'none',
    link: /^\d+$/u.test(id) ? `https://x.com/i/birdwatch/n/${id}` : null,
    relations: relationTo('quote', cell('tweetId'), null),
    details: detailsOf(header, cells, cell),
    origin,
    text,
  });
}

/** Notes have ids as posts do. */
function dateOfNote(millis: string, id: string) {
  const moment = /^\d{12,14}$/u.test(millis) ? new Date(Number(millis)).toISOString() : '';
  return dateOfPost(moment, id);
}

function detailsOf(
  header: readonly string[],
  cells: readonly string[],
  cell: (column: string) => string,
): Detail[] {
  const author = cell('noteAuthorParticipantId') || cell('participantId');
  const details: Detail[] = author === '' ? [] : [{ kind: 'author', value: author }];
  if (cell('classification') !== '') details.push({ kind: 'rating', value: cell('classification') });
  for (const [index, column] of header.entries()) {
    if (cells[index] === '1' && FLAG.test(column)) details.push({ kind: 'category', value: column });
  }
  return details;
}
