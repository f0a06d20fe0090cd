import { useTranslator } from '../i18n/context.ts';
import { AnnotationList } from '../inspector/AnnotationList.tsx';
import { EmptyHint } from '../inspector/EmptyHint.tsx';
import type { OpenStory } from '../inspector/use-open-story.ts';
import { Codebook } from './Codebook.tsx';
import { namesAbove } from './codebook.ts';
import { TaggingItem } from './TaggingItem.tsx';
import { TagPicker } from './TagPicker.tsx';

const NOTHING = () => undefined;

export function TagsPanel({ open, taggings }: OpenStory) {
  const { t } = useTranslator();
  const { project } = open;
  return (
    <>
      <TagPicker onDone={NOTHING} inline />
      {taggings.length === 0 ? (
        <EmptyHint none="tag.none" how="tag.none.how" action="tag" />
      ) : (
        <AnnotationList label={t('inspector.tab.tags')}>
          {taggings.map((tagging) => {
            const tag = project.tags.get(tagging.tagId);
            if (!tag) return null;
            const above = namesAbove(project, tag).join(' › ');
            return <TaggingItem key={tagging.id} tagging={tagging} tag={tag} above={above} />;
          })}
        </AnnotationList>
      )}
      <Codebook project={project} />
    </>
  );
}
