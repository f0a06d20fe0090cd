import { useTranslator } from '../i18n/context.ts';
import { AnnotationList } from '../inspector/AnnotationList.tsx';
import { EmptyHint } from '../inspector/EmptyHint.tsx';
import type { OpenStory } from '../inspector/use-open-story.ts';
import { ClaimItem } from './ClaimItem.tsx';

export function ClaimsPanel({ claims }: OpenStory) {
  const { t } = useTranslator();
  if (claims.length === 0) return <EmptyHint none="claim.none" how="claim.none.how" action="claim" />;
  return (
    <AnnotationList label={t('inspector.tab.claims')}>
      {claims.map((claim) => (
        <ClaimItem key={claim.id} claim={claim} />
      ))}
    </AnnotationList>
  );
}
