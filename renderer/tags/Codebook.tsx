import { useMemo, useState } from 'react';
import type { Project } from '../../app/project.ts';
import { useTranslator } from '../i18n/context.ts';
import { useWorkspace } from '../store/context.ts';
import { KeyHint } from '../ui/KeyHint.tsx';
import { TagChip } from '../ui/TagChip.tsx';
import { codebook, usesOf } from './codebook.ts';
import { TagEditor } from './TagEditor.tsx';

/** All tags of the project, whether this story has them or not. */
export function Codebook({ project }: { project: Project }) {
  const { t, locale } = useTranslator();
  const workspace = useWorkspace();
  const [edited, edit] = useState<string | null>(null);
  const { tags, taggings } = project;
  const entries = useMemo(() => codebook({ tags }, locale), [tags, locale]);
  const uses = useMemo(() => usesOf({ taggings }), [taggings]);
  if (entries.length === 0) return null;
  return (
    <details className="fold codebook">
      <summary>{t('tag.codebook', { count: entries.length })}</summary>
      <button
        type="button"
        className="button small quiet"
        onClick={() => workspace.show({ kind: 'codebook' })}
      >
        {t('codebook.open')} <KeyHint action="codebook" />
      </button>
      <ul>
        {entries.map(({ tag, depth }) => {
          const count = uses.get(tag.id) ?? { uses: 0, stories: 0 };
          const open = edited === tag.id;
          return (
            <li key={tag.id} data-depth={Math.min(depth, 4)}>
              <button
                type="button"
                className="codebook-tag"
                aria-expanded={open}
                onClick={() => edit(open ? null : tag.id)}
              >
                <TagChip tag={tag} />
                <span className="faint">{t('tag.uses.short', { uses: count.uses })}</span>
              </button>
              {open ? (
                <div className="annotation-editor">
                  <TagEditor project={project} tag={tag} uses={count} />
                </div>
              ) : null}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
