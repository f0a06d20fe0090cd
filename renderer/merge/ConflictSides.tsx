import type { Claim } from '../../app/claim.ts';
import type { Conflict, Decision } from '../../app/merge/merge.ts';
import type { Project } from '../../app/project.ts';
import { nameOf } from '../history/diff-words.ts';
import { useTranslator } from '../i18n/context.ts';
import { ClaimSide } from './ClaimSide.tsx';
import { FieldsSide } from './FieldsSide.tsx';

interface Props {
  conflict: Conflict;
  project: Project;
  decision: Decision | null;
}

/** Mine and theirs beside each other; below each other where the window is narrow. */
export function ConflictSides({ conflict, project, decision }: Props) {
  const { t } = useTranslator();
  const side = (which: 'mine' | 'theirs') => {
    const record = conflict[which];
    const other = conflict[which === 'mine' ? 'theirs' : 'mine'];
    const taken = decision !== null && (decision.take === which || decision.take === 'both');
    const claims = conflict.table === 'claims';
    return (
      <section className="merge-side" aria-label={t(`merge.${which}`)} data-taken={taken || undefined}>
        <h4>
          {t(`merge.${which}`)}
          {taken ? <span aria-hidden> ✓</span> : null}
        </h4>
        {record === null ? (
          <p className="faint">{t(`merge.removed-${which}`)}</p>
        ) : claims ? (
          <ClaimSide
            claim={record as unknown as Claim}
            other={other as unknown as Claim | null}
            scale={project.scale}
          />
        ) : (
          <FieldsSide conflict={conflict} which={which} record={record} project={project} />
        )}
      </section>
    );
  };
  const named = conflict.mine ?? conflict.theirs;
  const name = named ? nameOf({ before: named, after: named } as Parameters<typeof nameOf>[0], project) : '';
  return (
    <>
      {conflict.table === 'claims' || name === '' ? null : <p className="merge-name">{name}</p>}
      <div className="merge-sides">
        {side('mine')}
        {side('theirs')}
      </div>
    </>
  );
}
