import { memo } from 'react';
import type { Claim } from '../../app/claim.ts';
import { AnnotationItem } from '../inspector/AnnotationItem.tsx';
import { ClaimEditor } from './ClaimEditor.tsx';
import { ClaimHead } from './ClaimHead.tsx';

export const ClaimItem = memo(function ClaimItem({ claim }: { claim: Claim }) {
  return (
    <AnnotationItem kind="claim" id={claim.id} head={<ClaimHead claim={claim} />}>
      <ClaimEditor claim={claim} />
    </AnnotationItem>
  );
});
