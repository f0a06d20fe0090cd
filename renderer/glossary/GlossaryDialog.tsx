import { useMemo, useState } from 'react';
import { DialogProblems } from '../dialogs/DialogProblems.tsx';
import { firstFocus } from '../dialogs/first-focus.ts';
import { useTranslator } from '../i18n/context.ts';
import { useEditable } from '../inspector/use-open-story.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { VirtualList } from '../ui/VirtualList.tsx';
import { EntryEditor } from './EntryEditor.tsx';
import { ExportGlossary } from './ExportGlossary.tsx';
import { ImportGlossary } from './ImportGlossary.tsx';
import { ImportPreview } from './ImportPreview.tsx';
import { listedEntries } from './listed-entries.ts';
import { NewEntry } from './NewEntry.tsx';
import type { PendingImport } from './pending-import.ts';
import './glossary.css';

const ROW_HEIGHT = 46;

/** The project's glossary: its entries as a list, and beside it the one that is chosen, or the file that is about to be imported. */
export function GlossaryDialog() {
  const { t, locale } = useTranslator();
  const workspace = useWorkspace();
  const editable = useEditable();
  const project = useWorkspaceState((state) => state.open?.project ?? null);
  const [typed, setTyped] = useState('');
  const [chosen, choose] = useState<string | null>(null);
  const [pending, setPending] = useState<PendingImport | null>(null);
  const glossary = project?.glossary;
  const entries = useMemo(
    () => (glossary ? listedEntries(glossary.values(), typed, locale) : []),
    [glossary, typed, locale],
  );
  if (!project) return null;
  const entry = project.glossary.get(chosen ?? '') ?? null;
  const place = entries.findIndex(({ id }) => id === entry?.id);
  return (
    <Dialog
      title={t('glossary.title')}
      className="glossary-dialog"
      onClose={() => workspace.show(null)}
      footer={
        <>
          {editable ? <ImportGlossary project={project} onRead={setPending} /> : null}
          <ExportGlossary project={project} />
        </>
      }
    >
      <div className="glossary-list-side">
        <input
          ref={firstFocus}
          type="search"
          className="input"
          aria-label={t('glossary.search')}
          placeholder={t('glossary.search')}
          value={typed}
          spellCheck={false}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <p className="dialog-hint" role="status">
          {t('glossary.count', { shown: entries.length, all: project.glossary.size })}
        </p>
        <VirtualList
          id="glossary-entries"
          label={t('glossary.entries')}
          list={typed}
          count={entries.length}
          rowHeight={ROW_HEIGHT}
          current={place < 0 ? null : place}
          onChoose={(at) => {
            setPending(null);
            choose(entries[at]?.id ?? null);
          }}
          onVisible={ignore}
          render={(at) => {
            const shown = entries[at];
            return shown ? (
              <span className="glossary-row">
                <span lang={shown.sourceLang}>{shown.source}</span>
                <span lang={shown.targetLang}>{shown.target}</span>
              </span>
            ) : null;
          }}
        />
        {editable ? <NewEntry project={project} onMade={choose} /> : null}
      </div>
      <div className="glossary-editor-side">
        <DialogProblems />
        {pending ? (
          <ImportPreview pending={pending} project={project} onDone={() => setPending(null)} />
        ) : entry ? (
          <EntryEditor key={entry.id} entry={entry} />
        ) : (
          <p className="faint">{t(project.glossary.size === 0 ? 'glossary.none' : 'glossary.choose')}</p>
        )}
      </div>
    </Dialog>
  );
}

/** All entries are at hand: nothing has to be read for the rows in sight. */
function ignore(): void {}
