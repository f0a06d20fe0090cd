import { useMemo } from 'react';
import type { Tag, Tagging } from '../../app/tag.ts';
import { useTranslator } from '../i18n/context.ts';
import { Quote } from '../inspector/Quote.tsx';
import { useEditable } from '../inspector/use-open-story.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
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
  const takeAsExample = (quote: string) => {
    const changes = { examples: [...tag.examples, oneLine(quote)] };
    return workspace.execute({ type: 'tag.edit', tagId: tag.id, changes });
  };
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
      <TextField
        label={t('tag.memo')}
        value={tagging.memo}
        onCommit={async (memo) => {
          if (!workspace.state.get().open?.project.taggings.has(tagging.id)) return true;
          return workspace.execute({ type: 'tagging.edit', taggingId: tagging.id, changes: { memo } });
        }}
        keepAs={`${tagging.id} memo`}
        readOnly={!editable}
        field="memo"
        multiline
        placeholder={t('tag.memo.placeholder')}
      />
      {editable ? (
        <div className="buttons">
          {tagging.anchor && !tag.examples.includes(oneLine(tagging.anchor.quote)) ? (
            <button
              type="button"
              className="button small quiet"
              onClick={() => void takeAsExample(tagging.anchor?.quote ?? '')}
            >
              {t('tag.example.take')}
            </button>
          ) : null}
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

function oneLine(words: string): string {
  return words.replace(/\s+/gu, ' ').trim();
}
