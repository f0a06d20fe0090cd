import { type FormEvent, useId, useState } from 'react';
import type { Project } from '../../app/project.ts';
import { PLAIN_TAG, type Tag } from '../../app/tag.ts';
import { useTranslator } from '../i18n/context.ts';
import { newId } from '../store/annotating.ts';
import { useWorkspace } from '../store/context.ts';
import { colourFor, sibling } from '../tags/codebook.ts';

interface Props {
  project: Project;
  /** The tag that is chosen: a new one can stand below it. */
  under: Tag | null;
  onMade: (tagId: string) => void;
}

/** Makes a tag, at the top or below the one that is chosen. */
export function NewTag({ project, under, onMade }: Props) {
  const { t } = useTranslator();
  const workspace = useWorkspace();
  const id = useId();
  const [name, setName] = useState('');
  const make = async (parentId: string | null) => {
    const tag = {
      ...PLAIN_TAG,
      id: newId(),
      name: name.trim(),
      colour: colourFor(project, parentId),
      parentId,
    };
    if (!(await workspace.execute({ type: 'tag.add', tag }))) return;
    setName('');
    onMade(tag.id);
  };
  const canMake = (parentId: string | null) =>
    name.trim() !== '' && sibling(project, name, parentId) === null;
  return (
    <form
      className="codebook-new"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        if (canMake(null)) void make(null);
      }}
    >
      <label className="visually-hidden" htmlFor={id}>
        {t('codebook.new')}
      </label>
      <input
        id={id}
        className="input"
        autoComplete="off"
        placeholder={t('codebook.new')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <button type="submit" className="button small" disabled={!canMake(null)}>
        {t('codebook.new.top')}
      </button>
      {under ? (
        <button
          type="button"
          className="button small"
          disabled={!canMake(under.id)}
          onClick={() => void make(under.id)}
        >
          {t('codebook.new.below', { name: under.name })}
        </button>
      ) : null}
    </form>
  );
}
