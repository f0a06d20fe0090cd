import { annotationsOf, type Project } from '../project.ts';
import { plainText } from '../rich-text.ts';
import type { StoryKey } from '../story.ts';

/** Words that people wrote about a story, and the annotation that they stand in. */
export interface AnnotationWords {
  kind: 'claim' | 'tagging' | 'note' | 'judgement' | 'story-note';
  /** Of a story's note: the key of the story. */
  id: string;
  words: string;
}

/** Everything that can be searched of a story's annotations: wordings, rationales, evidence, comments, names of tags, memos, the story's note. */
export function annotationWords(project: Project, key: StoryKey): AnnotationWords[] {
  const { claims, taggings, notes, judgements } = annotationsOf(project, key);
  const words: AnnotationWords[] = [];
  const storyNote = project.storyNotes.get(key);
  if (storyNote) words.push({ kind: 'story-note', id: key, words: plainText(storyNote.words) });
  for (const id of claims) {
    const claim = project.claims.get(id);
    if (!claim) continue;
    const add = (text: string) => words.push({ kind: 'claim', id, words: text });
    add(claim.wording);
    add(claim.claimant);
    add(plainText(claim.rationale));
    for (const { title, publisher, quote, url, archiveUrl, reliability, file } of claim.evidence)
      for (const text of [title, publisher, quote, url, archiveUrl, reliability, file?.name ?? '']) add(text);
    for (const { why } of claim.verdicts) add(why);
  }
  for (const id of notes) {
    const note = project.notes.get(id);
    if (!note) continue;
    words.push({ kind: 'note', id, words: plainText(note.comment) });
    words.push({ kind: 'note', id, words: note.suggestion });
  }
  for (const id of judgements) {
    const comment = project.judgements.get(id)?.comment ?? '';
    words.push({ kind: 'judgement', id, words: comment });
  }
  for (const id of taggings) {
    const tagging = project.taggings.get(id);
    const tag = project.tags.get(tagging?.tagId ?? '');
    if (tag) words.push({ kind: 'tagging', id, words: tag.name });
    if (tagging) words.push({ kind: 'tagging', id, words: tagging.memo });
  }
  return words.filter(({ words: text }) => text !== '');
}
