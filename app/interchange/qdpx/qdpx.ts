import type { AnnotationSet, SetOrigin } from '../annotation-set.ts';
import type { Interchange, OutFile } from '../format.ts';
import { Guids } from '../refi/guids.ts';
import { unified } from '../refi/line-ends.ts';
import { about } from './about.ts';
import { parse } from './parse.ts';
import { PROJECT, sourcePath, storyGuid } from './parts.ts';
import { projectXml } from './project.ts';

/**
 * A project for programs of qualitative research (REFI-QDA 1.5, https://www.qdasoftware.org): stories as sources, tags,
 * ratings and the kinds of notes as codes, words about them as notes. Its texts have line feeds only, and its positions
 * count in them; what the line breaks were is told beside them.
 */
export const qdpx: Interchange = {
  ...about,
  write,
  parse,
};

function* write(set: AnnotationSet, origin: SetOrigin): Generator<OutFile> {
  const whole = { ...set, stories: set.stories.filter(({ text }) => text !== null) };
  yield { name: PROJECT, chunks: projectXml(whole, origin, new Guids()) };
  for (const { key, text } of whole.stories)
    yield { name: sourcePath(storyGuid(key)), chunks: [unified(text ?? '').text] };
}
