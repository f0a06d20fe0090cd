import { useState } from 'react';
import { useTranslator } from '../../i18n/context.ts';
import { useWorkspace } from '../../store/context.ts';
import { isFileName } from '../paths.ts';

interface Props {
  /** The name with its extension, as the file will have it. */
  finalName: string;
  /** A file of this name is in the folder. */
  exists: boolean;
  ready: boolean;
  onSave: () => void;
}

/** Saves under a name; one that is taken is replaced only when the person has said so. */
export function SaveName({ finalName, exists, ready, onSave }: Props) {
  const { t } = useTranslator();
  const workspace = useWorkspace();
  const [asking, setAsking] = useState(false);
  const valid = ready && isFileName(finalName.replace(/\.[^.]*$/u, ''));
  return (
    <form
      id="files-save"
      className="files-save"
      onSubmit={(event) => {
        event.preventDefault();
        if (!valid) return;
        if (exists && !asking) setAsking(true);
        else onSave();
      }}
    >
      {asking ? (
        <p className="files-replace" role="alert">
          {t('files.replace-question', { name: finalName })}
        </p>
      ) : null}
      <button
        type="button"
        className="button"
        onClick={() => (asking ? setAsking(false) : workspace.show(null))}
      >
        {t('dialog.cancel')}
      </button>
      <button type="submit" className={`button primary${asking ? ' replacing' : ''}`} disabled={!valid}>
        {t(asking ? 'files.replace' : 'files.save')}
      </button>
    </form>
  );
}
