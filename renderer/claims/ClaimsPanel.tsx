import { useTranslator } from '../i18n/context.ts';
import { AnnotationList } from '../inspector/AnnotationList.tsx';
import { EmptyHint } from '../inspector/EmptyHint.tsx';
import type { OpenStory } from '../inspector/use-open-story.ts';
import { SuggestionsSection } from '../suggestions/SuggestionsSection.tsx';
import { ClaimItem } from './ClaimItem.tsx';

export function ClaimsPanel({ open, story, claims }: OpenStory) {
  const { t } = useTranslator();
  return (
    <>
      {claims.length === 0 ? (
        <EmptyHint none="claim.none" how="claim.none.how" action="claim" />
      ) : (
        <AnnotationList label={t('inspector.tab.claims')}>
          {claims.map((claim) => (
            <ClaimItem key={claim.id} claim={claim} />
          ))}
        </AnnotationList>
      )}
      <SuggestionsSection open={open} story={story} />
    </>
  );
}
