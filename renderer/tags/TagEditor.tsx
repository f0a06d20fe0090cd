import type { Command } from '../../app/commands.ts';
import type { Project } from '../../app/project.ts';
import type { Tag } from '../../app/tag.ts';
import { useTranslator } from '../i18n/context.ts';
import { useEditable } from '../inspector/use-open-story.ts';
import { useWorkspace } from '../store/context.ts';
import { Confirm } from '../ui/Confirm.tsx';
import { TextField } from '../ui/TextField.tsx';
import { ColourPicker } from './ColourPicker.tsx';
import { possibleParents, sibling } from './codebook.ts';
import { ParentField } from './ParentField.tsx';
import { ShortcutField } from './ShortcutField.tsx';

type Changes = Extract<Command, { type: 'tag.edit' }>['changes'];

interface Props {
  project: Project;
  tag: Tag;
  uses: { uses: number; stories: number };
}

/** A tag of the codebook. What is changed here changes everywhere it is used, so it says how often that is. */
export function TagEditor({ project, tag, uses }: Props) {
  const { t, locale } = useTranslator();
  const workspace = useWorkspace();
  const editable = useEditable();
  const edit = async (changes: Changes): Promise<boolean> => {
    if (!workspace.state.get().open?.project.tags.has(tag.id)) return true;
    return workspace.execute({ type: 'tag.edit', tagId: tag.id, changes });
  };
  const wrongName = (name: string): string | null => {
    if (name.trim() === '') return t('tag.name.empty');
    return sibling(project, name, tag.parentId, tag.id) ? t('tag.name.taken') : null;
  };
  return (
    <div className="fields">
      <p className="tag-uses">{t('tag.uses', uses)}</p>
      <TextField
        label={t('tag.name')}
        value={tag.name}
        onCommit={(name) => edit({ name })}
        keepAs={`${tag.id} name`}
        tidy={(name) => name.trim()}
        readOnly={!editable}
        problem={wrongName}
      />
      <ColourPicker value={tag.colour} onChange={(colour) => void edit({ colour })} disabled={!editable} />
      <ParentField
        project={project}
        choices={possibleParents(project, tag, locale)}
        parentId={tag.parentId}
        onChange={(parentId) => void edit({ parentId })}
        disabled={!editable}
      />
      <TextField
        label={t('tag.description')}
        value={tag.description}
        onCommit={(description) => edit({ description })}
        keepAs={`${tag.id} description`}
        readOnly={!editable}
        multiline
        placeholder={t('tag.description.placeholder')}
      />
      <TextField
        label={t('tag.examples')}
        value={tag.examples.join('\n')}
        onCommit={(words) => edit({ examples: linesOf(words) })}
        keepAs={`${tag.id} examples`}
        tidy={(words) => linesOf(words).join('\n')}
        readOnly={!editable}
        multiline
        placeholder={t('tag.examples.placeholder')}
      />
      {editable ? (
        <ShortcutField project={project} tag={tag} onChange={(shortcut) => void edit({ shortcut })} />
      ) : null}
      {editable ? (
        <footer className="annotation-footer">
          <Confirm
            label={t('tag.delete')}
            question={t('tag.delete.question', { name: tag.name, uses: uses.uses })}
            yes={t('tag.delete.yes')}
            no={t('tag.delete.no')}
            onConfirm={() => void workspace.execute({ type: 'tag.remove', tagId: tag.id })}
          />
        </footer>
      ) : null}
    </div>
  );
}

/** One example a line. */
function linesOf(words: string): string[] {
  return words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
