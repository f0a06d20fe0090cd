import type { Command } from '../../app/commands.ts';
import type { GlossaryEntry } from '../../app/glossary/entry.ts';
import { useTranslator } from '../i18n/context.ts';
import { useEditable } from '../inspector/use-open-story.ts';
import { useWorkspace } from '../store/context.ts';
import { TextField } from '../ui/TextField.tsx';

type Changes = Extract<Command, { type: 'glossary.edit' }>['changes'];

/** One entry. Each field saves itself. */
export function EntryEditor({ entry }: { entry: GlossaryEntry }) {
  const { t } = useTranslator();
  const workspace = useWorkspace();
  const editable = useEditable();
  const edit = async (changes: Changes): Promise<boolean> => {
    if (!workspace.state.get().open?.project.glossary.has(entry.id)) return true;
    return workspace.execute({ type: 'glossary.edit', entryId: entry.id, changes });
  };
  const filled = (value: string) => (value.trim() === '' ? t('glossary.needed') : null);
  const keep = (field: string) => `${entry.id} ${field}`;
  return (
    <div className="fields">
      <TextField
        label={t('glossary.source')}
        value={entry.source}
        onCommit={(source) => edit({ source: source.trim() })}
        keepAs={keep('source')}
        problem={filled}
        readOnly={!editable}
        lang={entry.sourceLang}
      />
      <TextField
        label={t('glossary.sourceLang')}
        value={entry.sourceLang}
        onCommit={(sourceLang) => edit({ sourceLang: sourceLang.trim() })}
        keepAs={keep('sourceLang')}
        problem={filled}
        readOnly={!editable}
      />
      <TextField
        label={t('glossary.target')}
        value={entry.target}
        onCommit={(target) => edit({ target: target.trim() })}
        keepAs={keep('target')}
        problem={filled}
        readOnly={!editable}
        lang={entry.targetLang}
      />
      <TextField
        label={t('glossary.targetLang')}
        value={entry.targetLang}
        onCommit={(targetLang) => edit({ targetLang: targetLang.trim() })}
        keepAs={keep('targetLang')}
        problem={filled}
        readOnly={!editable}
      />
      <TextField
        label={t('glossary.variants')}
        value={entry.variants.join('\n')}
        onCommit={(lines) => edit({ variants: variantsOf(lines) })}
        keepAs={keep('variants')}
        readOnly={!editable}
        multiline
        lang={entry.targetLang}
      />
      <TextField
        label={t('glossary.note')}
        value={entry.note}
        onCommit={(note) => edit({ note })}
        keepAs={keep('note')}
        readOnly={!editable}
        multiline
      />
      {editable ? (
        <footer className="annotation-footer">
          <button
            type="button"
            className="button small quiet danger"
            onClick={() => void workspace.execute({ type: 'glossary.remove', entryId: entry.id })}
          >
            {t('glossary.remove')}
          </button>
        </footer>
      ) : null}
    </div>
  );
}

/** One a line; each once. */
function variantsOf(lines: string): string[] {
  return [...new Set(lines.split('\n').map((line) => line.trim()))].filter((line) => line !== '');
}
