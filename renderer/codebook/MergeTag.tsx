import { useState } from 'react';
import type { Project } from '../../app/project.ts';
import type { Tag } from '../../app/tag.ts';
import { useTranslator } from '../i18n/context.ts';
import { useWorkspace } from '../store/context.ts';
import { pathOf, possibleParents } from '../tags/codebook.ts';
import { SelectField } from '../ui/SelectField.tsx';
import { mergeEffect } from './merge-effect.ts';

interface Props {
  project: Project;
  tag: Tag;
  uses: { uses: number; stories: number };
  onMerged: (into: string) => void;
}

/** Makes a tag one with another, and says before what that touches. */
export function MergeTag({ project, tag, uses, onMerged }: Props) {
  const { t, locale } = useTranslator();
  const workspace = useWorkspace();
  const [into, setInto] = useState('');
  const target = project.tags.get(into);
  const choices = possibleParents(project, tag, locale);
  if (choices.length === 0) return null;
  const merge = async () => {
    if (target && (await workspace.execute({ type: 'tag.merge', tagId: tag.id, into: target.id })))
      onMerged(target.id);
  };
  const effect = target && mergeEffect(project, tag, target);
  return (
    <details className="fold codebook-operation">
      <summary>{t('codebook.merge')}</summary>
      <div className="fields">
        <SelectField
          label={t('codebook.merge.into')}
          value={target?.id ?? ''}
          options={[
            { value: '', label: t('codebook.merge.choose') },
            ...choices.map((other) => ({ value: other.id, label: pathOf(project, other) })),
          ]}
          onChange={setInto}
          disabled={false}
        />
        {target && effect ? (
          <>
            <p role="status">
              {t('codebook.merge.effect', {
                name: tag.name,
                into: target.name,
                uses: uses.uses,
                stories: uses.stories,
                twins: effect.twins,
                children: effect.children,
              })}
            </p>
            <div className="buttons">
              <button type="button" className="button small" onClick={() => void merge()}>
                {t('codebook.merge.yes', { uses: uses.uses, into: target.name })}
              </button>
            </div>
          </>
        ) : null}
      </div>
    </details>
  );
}
