import { type FormEvent, useState } from 'react';
import { glossaryKey } from '../../app/glossary/entry.ts';
import type { Project } from '../../app/project.ts';
import { useTranslator } from '../i18n/context.ts';
import { newId } from '../store/annotating.ts';
import { useWorkspace } from '../store/context.ts';
import { usualLanguages } from './usual-languages.ts';

interface Props {
  project: Project;
  onMade: (entryId: string) => void;
}

/** Makes an entry of two wordings; the rest is filled in afterwards. */
export function NewEntry({ project, onMade }: Props) {
  const { t } = useTranslator();
  const workspace = useWorkspace();
  const [source, setSource] = useState('');
  const [target, setTarget] = useState('');
  const languages = usualLanguages(project);
  const content = {
    source: source.trim(),
    sourceLang: languages.source,
    target: target.trim(),
    targetLang: languages.target,
    variants: [],
    note: '',
  };
  const taken = content.source !== '' && project.glossaryByKey.has(glossaryKey(content));
  const canMake = content.source !== '' && content.target !== '' && !taken;
  const make = async (event: FormEvent) => {
    event.preventDefault();
    if (!canMake) return;
    const entry = { ...content, id: newId() };
    if (!(await workspace.execute({ type: 'glossary.add', entry }))) return;
    setSource('');
    setTarget('');
    onMade(entry.id);
  };
  return (
    <form className="glossary-new" onSubmit={(event) => void make(event)}>
      <h3>{t('glossary.new')}</h3>
      <label className="field">
        <span className="label">{t('glossary.source')}</span>
        <input
          className="input"
          autoComplete="off"
          value={source}
          onChange={(event) => setSource(event.currentTarget.value)}
        />
      </label>
      <label className="field">
        <span className="label">{t('glossary.target')}</span>
        <input
          className="input"
          autoComplete="off"
          value={target}
          onChange={(event) => setTarget(event.currentTarget.value)}
        />
      </label>
      {taken ? <p className="field-problem">{t('glossary.taken')}</p> : null}
      <button type="submit" className="button small" disabled={!canMake}>
        {t('glossary.add')}
      </button>
    </form>
  );
}
