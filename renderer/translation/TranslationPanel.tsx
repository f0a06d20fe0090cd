import type { Story } from '../../app/story.ts';
import { PairsPanel } from '../alignment/PairsPanel.tsx';
import { FindingsSection } from '../checks/FindingsSection.tsx';
import { useTranslator } from '../i18n/context.ts';
import { AnnotationList } from '../inspector/AnnotationList.tsx';
import { EmptyHint } from '../inspector/EmptyHint.tsx';
import type { OpenStory } from '../inspector/use-open-story.ts';
import { NoteItem } from './NoteItem.tsx';
import './translation.css';

export function TranslationPanel({ story, notes }: OpenStory) {
  return (
    <>
      <PairsPanel />
      <FindingsSection />
      <Notes story={story} notes={notes} />
    </>
  );
}

function Notes({ story, notes }: Pick<OpenStory, 'story' | 'notes'>) {
  const { t } = useTranslator();
  if (notes.length === 0) {
    return hasTwoVersions(story) ? (
      <EmptyHint none="note.none" how="note.none.how" action="note" />
    ) : (
      <EmptyHint none="note.noTranslation" how="note.noTranslation.how" action="note" />
    );
  }
  return (
    <AnnotationList label={t('inspector.tab.translation')}>
      {notes.map((note) => (
        <NoteItem key={note.id} note={note} />
      ))}
    </AnnotationList>
  );
}

/** A story that has a text and its translation, or a text twice in two languages. */
export function hasTwoVersions({ segments }: Pick<Story, 'segments'>): boolean {
  const kinds = new Set(segments.map(({ kind }) => kind));
  return kinds.has('translation') || (kinds.has('post') && kinds.has('repeat'));
}
