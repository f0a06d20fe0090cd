import type { SetStory } from '../annotation-set.ts';
import { OWN_TYPES } from '../cas/layers.ts';
import { INITIAL_VIEW, type View } from '../cas/model.ts';
import { type DocumentName, namesIn } from '../cas/names.ts';
import { type Shared, storyOf } from '../cas/read-story.ts';
import { readingOf, sharedWith } from '../cas/reading.ts';
import type { Reading } from '../format.ts';
import { type Files, filesEnding } from '../reading.ts';
import { measured } from '../units.ts';
import { structuresIn } from './annotations.ts';
import { unescaped } from './escapes.ts';
import { headerOf } from './header.ts';
import { textOf } from './text.ts';

/** Reads WebAnno TSV 3.0 to 3.3; older ones are refused. Relations, slots and links of layers of others are passed over. */
export function parse(files: Files): Reading {
  const names = namesIn(files);
  const shared = sharedWith(names);
  const stories = filesEnding(files, '.tsv').map((file) => {
    const document = file.replace(/\.tsv$/u, '');
    const own = names.stories.find((story) => story.document === document);
    return documentIn(file, files.get(file) as string, document, own, shared);
  });
  return readingOf(stories, names, shared);
}

function documentIn(
  file: string,
  content: string,
  document: string,
  own: DocumentName | undefined,
  shared: Shared,
): SetStory {
  const lines = content.split(/\r?\n/u);
  const { columns, length } = headerOf(file, lines);
  const { text: filled, rows } = textOf(file, lines.slice(length), length + 1, columns.length);
  const lead = own?.lead ?? '';
  const text = filled.slice(0, lead.length).trim() === '' ? lead + filled.slice(lead.length) : filled;
  const standing = rows.filter(({ where, start, end, words }) => {
    const there = text.slice(start, end);
    const stands = there === words || there === unescaped(words);
    if (!stands) shared.problems.push({ code: 'interchange-no-place', params: { file: where, what: words } });
    return stands;
  });
  const { span } = measured(text, 'utf-16-code-unit', file);
  const view: View = { name: INITIAL_VIEW, text, structures: structuresIn(standing, columns), span };
  const story = storyOf(view, OWN_TYPES, document, file, shared);
  if (!own) return story;
  const { key, lang, source, publishedAt, link } = own;
  return { ...story, key, lang, source, publishedAt, link };
}
