import { memo } from 'react';
import type { Tag, Tagging } from '../../app/tag.ts';
import { useTranslator } from '../i18n/context.ts';
import { AnnotationItem } from '../inspector/AnnotationItem.tsx';
import { Quote } from '../inspector/Quote.tsx';
import { TagChip } from '../ui/TagChip.tsx';
import { TaggingEditor } from './TaggingEditor.tsx';

interface Props {
  tagging: Tagging;
  tag: Tag;
  /** Names of the tags above it, as one text. */
  above: string;
}

/** One use of a tag: on words of the text, or on the whole story. */
export const TaggingItem = memo(function TaggingItem({ tagging, tag, above }: Props) {
  const { t } = useTranslator();
  const head = (
    <span className="tagging-head">
      <TagChip tag={tag} path={above === '' ? [] : [above]} />
      {tagging.anchor ? (
        <Quote anchor={tagging.anchor} short />
      ) : (
        <span className="faint">{t('tag.wholeStory')}</span>
      )}
      {tagging.memo === '' ? null : (
        <span className="tagging-memo" dir="auto">
          {tagging.memo}
        </span>
      )}
    </span>
  );
  return (
    <AnnotationItem kind="tagging" id={tagging.id} head={head}>
      <TaggingEditor tagging={tagging} tag={tag} />
    </AnnotationItem>
  );
});
