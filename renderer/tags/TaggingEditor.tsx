import { useMemo } from 'react';
import type { Tag, Tagging } from '../../app/tag.ts';
import { useTranslator } from '../i18n/context.ts';
import { Quote } from '../inspector/Quote.tsx';
import { useEditable } from '../inspector/use-open-story.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import { SelectField } from '../ui/SelectField.tsx';
import { codebook, pathOf, usesOf } from './codebook.ts';
import { TagEditor } from './TagEditor.tsx';

/** Which tag it is, and the tag itself. */
export function TaggingEditor({ tagging, tag }: { tagging: Tagging; tag: Tag }) {
  const { t, locale } = useTranslator();
  const workspace = useWorkspace();
  const editable = useEditable();
  const project = useWorkspaceState((state) => state.open?.project);
  const taggings = project?.taggings;
  const uses = useMemo(() => (taggings ? usesOf({ taggings }) : new Map()), [taggings]);
  if (!project) return null;
  const count = uses.get(tag.id) ?? { uses: 0, stories: 0 };
  return (
    <div className="fields">
      {tagging.anchor ? <Quote anchor={tagging.anchor} /> : null}
      <SelectField
        label={t('tag.tag')}
        field="tag"
        value={tag.id}
        options={codebook(project, locale).map((entry) => ({
          value: entry.tag.id,
          label: pathOf(project, entry.tag),
        }))}
        onChange={(tagId) =>
          void workspace.execute({ type: 'tagging.edit', taggingId: tagging.id, changes: { tagId } })
        }
        disabled={!editable}
      />
      {editable ? (
        <div className="buttons">
          <button
            type="button"
            className="button small quiet danger"
            onClick={() => void workspace.execute({ type: 'tagging.remove', taggingId: tagging.id })}
          >
            {t('tag.remove')}
          </button>
        </div>
      ) : null}
      <details className="fold">
        <summary>{t('tag.everywhere', { name: tag.name, uses: count.uses })}</summary>
        <TagEditor key={tag.id} project={project} tag={tag} uses={count} />
      </details>
    </div>
  );
}
