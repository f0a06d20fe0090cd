import { useMemo, useState } from 'react';
import { DialogProblems } from '../dialogs/DialogProblems.tsx';
import { firstFocus } from '../dialogs/first-focus.ts';
import { useTranslator } from '../i18n/context.ts';
import { useEditable } from '../inspector/use-open-story.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import { codebook, usesOf } from '../tags/codebook.ts';
import { TagEditor } from '../tags/TagEditor.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { MergeTag } from './MergeTag.tsx';
import { NewTag } from './NewTag.tsx';
import { SplitTag } from './SplitTag.tsx';
import { TagTree } from './TagTree.tsx';
import './codebook.css';

const UNUSED = { uses: 0, stories: 0 };

/** The codebook editor: the tags as a tree, and beside it everything about the one that is chosen. */
export function CodebookDialog() {
  const { t, locale } = useTranslator();
  const workspace = useWorkspace();
  const editable = useEditable();
  const project = useWorkspaceState((state) => state.open?.project ?? null);
  const taggings = project?.taggings;
  const uses = useMemo(
    () => (taggings ? usesOf({ taggings }) : new Map<string, typeof UNUSED>()),
    [taggings],
  );
  const [text, setText] = useState('');
  const [chosen, choose] = useState<string | null>(null);
  const close = () => workspace.show(null);
  if (!project) return null;
  const tag = project.tags.get(chosen ?? '') ?? codebook(project, locale)[0]?.tag;
  const count = (tag && uses.get(tag.id)) ?? UNUSED;
  return (
    <Dialog title={t('codebook.title')} className="codebook-dialog" onClose={close}>
      <div className="codebook-tree-side">
        <input
          ref={firstFocus}
          type="search"
          className="input"
          aria-label={t('codebook.search')}
          placeholder={t('codebook.search')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <TagTree project={project} uses={uses} text={text} chosen={tag?.id ?? null} onChoose={choose} />
        {editable ? (
          <>
            <NewTag project={project} under={tag ?? null} onMade={choose} />
            <p className="dialog-hint">{t('codebook.how')}</p>
          </>
        ) : null}
      </div>
      <div className="codebook-editor-side">
        <DialogProblems />
        {tag ? (
          <>
            <TagEditor key={tag.id} project={project} tag={tag} uses={count} />
            {editable ? (
              <>
                <MergeTag
                  key={`merge ${tag.id}`}
                  project={project}
                  tag={tag}
                  uses={count}
                  onMerged={choose}
                />
                <SplitTag key={`split ${tag.id}`} project={project} tag={tag} />
              </>
            ) : null}
          </>
        ) : (
          <p className="faint">{t('codebook.none.how')}</p>
        )}
      </div>
    </Dialog>
  );
}
