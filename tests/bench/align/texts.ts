import { existsSync, readFileSync } from 'node:fs';
import { sentencesOf } from '../../../app/translation/sentences.ts';
import { type Versions, versionsOf } from '../../../app/translation/versions.ts';
import { openDump } from '../../../main/dumps/open-dump.ts';
import type { LabelledText } from './labels.ts';

/** The two versions of a labelled text; null where its file is not there. */
export async function versionsIn({ file, kind }: LabelledText): Promise<Versions | null> {
  if (!existsSync(file)) return null;
  if (kind === 'comments') return fromComments(readFileSync(file, 'utf8'));
  const dump = await openDump(file);
  try {
    return versionsOf(await dump.read(kind.story));
  } finally {
    await dump.close();
  }
}

/** Paragraphs without code, link definitions and marks of quotation; lines that were wrapped are put together again. */
function fromComments(source: string): Versions {
  const parts = source
    .replace(/```[\s\S]*?```/gu, '')
    .replace(/^\[[^\]]+\]: \S+$/gmu, '')
    .replace(/^> ?/gmu, '')
    .split(/<!--\n([\s\S]*?)-->/u);
  const paragraphs = (at: number, joint: string) =>
    parts
      .filter((_, index) => index > 0 && index % 2 === at)
      .flatMap((part) => part.split(/\n\s*\n/u).map((each) => each.trim()))
      .filter((paragraph) => paragraph !== '')
      .map((paragraph) => paragraph.replaceAll('\n', joint))
      .join('\n');
  const original = paragraphs(1, ' ');
  const translation = paragraphs(0, '');
  const text = `${original}\n\n${translation}`;
  return {
    text,
    original: sentencesOf(text, { start: 0, end: original.length }),
    translation: sentencesOf(text, { start: original.length + 2, end: text.length }),
  };
}
