import type { ReanchoredPart } from '../../../app/contract.ts';
import type { Project } from '../../../app/project.ts';
import type { Translator } from '../../i18n/translator.ts';

/** Which annotation a part belongs to, in the person's own words where there are any. */
export function partName(
  t: Translator['t'],
  project: Project,
  { kind, id, claimId, part }: ReanchoredPart,
): string {
  switch (kind) {
    case 'claim':
      return t('reanchor.part-claim', { wording: project.claims.get(id)?.wording ?? '' });
    case 'tagging': {
      const tagId = project.taggings.get(id)?.tagId ?? '';
      return t('reanchor.part-tag', { name: project.tags.get(tagId)?.name ?? '' });
    }
    case 'note':
      return t(part === 'translation' ? 'reanchor.part-note-translation' : 'reanchor.part-note-original');
    case 'judgement':
      return t(
        part === 'translation' ? 'reanchor.part-judgement-translation' : 'reanchor.part-judgement-original',
      );
    case 'evidence':
      return t('reanchor.part-evidence', { wording: project.claims.get(claimId ?? '')?.wording ?? '' });
    default:
      return assertNever(kind);
  }
}

function assertNever(kind: never): never {
  throw new Error(`not an annotation: ${kind}`);
}
