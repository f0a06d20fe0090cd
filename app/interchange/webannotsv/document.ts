import type { SetStory } from '../annotation-set.ts';
import { FROM, LAYERS, TO } from '../cas/layers.ts';
import type { Structure, TypeDescription } from '../cas/model.ts';
import { type Sentence, sentencesOf } from '../cas/sentences.ts';
import { structuresOf, type Wording } from '../cas/structures.ts';
import { escapedText, escapedValue } from './escapes.ts';
import { type Row, rowsOf } from './rows.ts';

/** Said of every annotation in every row that it covers, these would be most of a file. */
const LEFT_OUT = ['by', 'at'];

/** Readers want a token in every sentence, and a sentence in every file: so a text of blanks has one on nothing. */
const BLANK: Sentence = { start: 0, end: 0, tokens: [{ start: 0, end: 0 }] };

/**
 * A story as WebAnno TSV 3.3
 * (https://inception-project.github.io/releases/36.0/docs/user-guide.html#sect_webannotsv). Every annotation has a
 * disambiguation id, in the order of the story's annotations.
 * @returns `lead`: the blanks before the first word, where the format would make them into spaces; it has no room for them
 * @throws UratoriError `export-quote-mismatch`
 */
export function documentOf(
  story: SetStory,
  text: string,
  wording: Omit<Wording, 'firstId'>,
): { lines: Iterable<string>; lead: string } {
  const structures = structuresOf(story, text, { ...wording, firstId: 1 });
  const found = sentencesOf(text);
  const sentences = found.length > 0 ? found : [BLANK];
  const spans = structures.filter(({ place, refs }) => place !== null && refs.size === 0);
  const numbers = new Map(spans.map(({ id }, index) => [id, index + 1]));
  const rows = rowsOf(story.key, text, sentences, spans);
  const lead = text.slice(0, sentences[0]?.start);
  return {
    lines: linesOf(text, sentences, { rows, numbers, structures }),
    lead: /^ *$/u.test(lead) ? '' : lead,
  };
}

interface Content {
  /** By token, in the order of the text. */
  rows: readonly Row[][];
  /** Disambiguation ids by the ids of structures. */
  numbers: ReadonlyMap<number, number>;
  structures: readonly Structure[];
}

function* linesOf(text: string, sentences: readonly Sentence[], content: Content): Generator<string> {
  const columns = columnsOf(content);
  yield '#FORMAT=WebAnno TSV 3.3\n';
  for (const { header } of columns) yield `${header}\n`;
  yield '\n';
  let token = 0;
  for (const [index, sentence] of sentences.entries()) {
    yield '\n';
    const end = endOf(text, sentence, sentences[index + 1]);
    for (const line of text.slice(sentence.start, end).split('\n')) yield `#Text=${escapedText(line)}\n`;
    for (let left = sentence.tokens.length; left > 0; left -= 1, token += 1)
      for (const row of content.rows[token] as Row[]) {
        const cells = columns.flatMap(({ cells: of }) => of(row));
        yield `${[row.id, `${row.start}-${row.end}`, text.slice(row.start, row.end), ...cells, ''].join('\t')}\n`;
      }
  }
}

/**
 * Where a sentence ends in the file. Between two, a reader puts a line feed, fills up with spaces, or nothing where the
 * next one begins at once. Blanks that would not come out of that stay at the end of the sentence.
 */
function endOf(text: string, { end }: Sentence, next: Sentence | undefined): number {
  if (!next) return text.length;
  const filled = /\n *$/u.exec(text.slice(end, next.start));
  return filled ? end + filled.index : next.start;
}

interface Columns {
  header: string;
  cells(row: Row): string[];
}

/** The columns of the layers that the story has: spans first, then relations. */
function columnsOf({ rows, numbers, structures }: Content): Columns[] {
  const used = new Set(structures.map(({ type }) => type));
  const first = new Map<number, string>();
  for (const row of rows.flat()) for (const { id } of row.starts) first.set(id, row.id);
  return LAYERS.filter(({ name }) => used.has(name)).map((layer) => {
    const ends = layer.features.find(({ name }) => name === FROM);
    return ends
      ? relationColumns(layer, ends.range, { first, numbers, structures })
      : spanColumns(layer, numbers);
  });
}

function spanColumns({ name, features }: TypeDescription, numbers: Content['numbers']): Columns {
  const written = features.map((feature) => feature.name).filter((feature) => !LEFT_OUT.includes(feature));
  return {
    header: `#T_SP=${[name, ...written].join('|')}`,
    cells({ structures }) {
      const here = structures.filter(({ type }) => type === name);
      if (here.length === 0) return written.map(() => '_');
      return written.map((feature) =>
        here
          .map(({ id, values }) => `${escapedValue(values.get(feature) ?? '') || '*'}[${numbers.get(id)}]`)
          .join('|'),
      );
    },
  };
}

/** A relation stands where it ends, and names the row where it comes from. */
function relationColumns(
  { name }: TypeDescription,
  between: string,
  { first, numbers, structures }: { first: ReadonlyMap<number, string> } & Omit<Content, 'rows'>,
): Columns {
  const comesFrom = new Map(
    structures.flatMap(({ type, refs }) =>
      type === name ? [[refs.get(TO) as number, refs.get(FROM) as number] as const] : [],
    ),
  );
  return {
    header: `#T_RL=${name}|BT_${between}`,
    cells({ starts }) {
      const here = starts.flatMap(({ id }) => {
        const from = comesFrom.get(id);
        return from === undefined ? [] : `${first.get(from)}[${numbers.get(from)}_${numbers.get(id)}]`;
      });
      return [here.length === 0 ? '_' : here.join('|')];
    },
  };
}
