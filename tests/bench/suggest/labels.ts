import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A sentence of a real dump, and what a person said of it: file, place and label, never the text. */
export interface Labelled {
  /** Relative to `../shared`. */
  file: string;
  storyId: string;
  /** UTF-16 units of the story's text. */
  start: number;
  end: number;
  lang: 'ja' | 'en';
  /** Rules are written by looking at `tuning` alone; `held-back` measures them at the end. */
  split: 'tuning' | 'held-back';
  /** Would a fact-checker want to check it? null: nobody has said yet. */
  worthy: boolean | null;
  /** Why, of a sentence that is worth checking; none for a plain statement of fact. */
  kinds: string[];
}

const place = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const LABELS = place('labels.tsv');
const FILES = place('files.tsv');
const HEAD = 'file\tstory\tstart\tend\tlang\tsplit\tworthy\tkinds';

export function readLabels(): Labelled[] {
  return rowsOf(LABELS).map((row) => {
    const [file = '', storyId = '', start, end, lang, split, worthy, kinds] = row;
    return {
      file,
      storyId,
      start: Number(start),
      end: Number(end),
      lang: lang as Labelled['lang'],
      split: split as Labelled['split'],
      worthy: worthy === '' ? null : worthy === 'yes',
      kinds: kinds ? kinds.split(',') : [],
    };
  });
}

export function writeLabels(labels: readonly Labelled[]): void {
  const rows = labels.map(({ file, storyId, start, end, lang, split, worthy, kinds }) =>
    [
      file,
      storyId,
      start,
      end,
      lang,
      split,
      worthy === null ? '' : worthy ? 'yes' : 'no',
      kinds.join(','),
    ].join('\t'),
  );
  writeFileSync(LABELS, `${[HEAD, ...rows].join('\n')}\n`);
}

/** SHA-256 of each file that was labelled: in another file, the same place is another sentence. */
export function readFiles(): Map<string, string> {
  return new Map(rowsOf(FILES).map(([file = '', sha256 = '']) => [file, sha256]));
}

export function writeFiles(files: ReadonlyMap<string, string>): void {
  writeFileSync(FILES, `${['file\tsha256', ...[...files].map((row) => row.join('\t'))].join('\n')}\n`);
}

function rowsOf(path: string): string[][] {
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n').slice(1);
  return lines.map((line) => line.split('\t'));
}
