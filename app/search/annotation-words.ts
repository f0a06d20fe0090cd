import { annotationsOf, type Project } from '../project.ts';
import { plainText } from '../rich-text.ts';
import type { StoryKey } from '../story.ts';

/** Words that people wrote about a story, and the annotation that they stand in. */
export interface AnnotationWords {
  kind: 'claim' | 'tagging' | 'note';
  id: string;
  words: string;
}

/** Everything that can be searched of a story's annotations: wordings, rationales, evidence, comments, names of tags. */
export function annotationWords(project: Project, key: StoryKey): AnnotationWords[] {
  const { claims, taggings, notes } = annotationsOf(project, key);
  const words: AnnotationWords[] = [];
  for (const id of claims) {
    const claim = project.claims.get(id);
    if (!claim) continue;
    const add = (text: string) => words.push({ kind: 'claim', id, words: text });
    add(claim.wording);
    add(claim.claimant);
    add(plainText(claim.rationale));
    for (const { title, publisher, quote, url, archiveUrl, file } of claim.evidence)
      for (const text of [title, publisher, quote, url, archiveUrl, file?.name ?? '']) add(text);
  }
  for (const id of notes) {
    const note = project.notes.get(id);
    if (!note) continue;
    words.push({ kind: 'note', id, words: plainText(note.comment) });
    words.push({ kind: 'note', id, words: note.suggestion });
  }
  for (const id of taggings) {
    const tag = project.tags.get(project.taggings.get(id)?.tagId ?? '');
    if (tag) words.push({ kind: 'tagging', id, words: tag.name });
  }
  return words.filter(({ words: text }) => text !== '');
}
