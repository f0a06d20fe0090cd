import { useMemo } from 'react';
import { importCommand, planImport } from '../../app/glossary/import-plan.ts';
import type { RefusalReason } from '../../app/glossary/reading.ts';
import type { Project } from '../../app/project.ts';
import { firstFocus } from '../dialogs/first-focus.ts';
import { useTranslator } from '../i18n/context.ts';
import type { MessageKey } from '../i18n/messages.ts';
import { newId } from '../store/annotating.ts';
import { useWorkspace } from '../store/context.ts';
import type { PendingImport } from './pending-import.ts';

/** So many lines of a kind are shown; the counts are of all. */
const SHOWN = 50;
const REASONS: Record<RefusalReason, MessageKey> = {
  'no-source': 'glossary.refused.no-source',
  'no-target': 'glossary.refused.no-target',
  broken: 'glossary.refused.broken',
  twice: 'glossary.refused.twice',
};

interface Props {
  pending: PendingImport;
  project: Project;
  onDone: () => void;
}

/** What an import would add, change and refuse. One change of the project, and one undo. */
export function ImportPreview({ pending, project, onDone }: Props) {
  const { t } = useTranslator();
  const workspace = useWorkspace();
  const plan = useMemo(
    () => planImport(project.glossary, project.glossaryByKey, pending.read),
    [project.glossary, project.glossaryByKey, pending],
  );
  const { added, changed, refused, same } = plan;
  const carryOut = async () => {
    const command = importCommand(plan, newId);
    if (!command || (await workspace.execute(command))) onDone();
  };
  const list = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? null : (
      <section>
        <h4>{title}</h4>
        <ul className="import-lines">
          {lines.slice(0, SHOWN).map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a file stay where they are.
            <li key={`${index} ${line}`} dir="auto">
              {line}
            </li>
          ))}
          {lines.length > SHOWN ? (
            <li className="faint">{t('glossary.more', { more: lines.length - SHOWN })}</li>
          ) : null}
        </ul>
      </section>
    );
  return (
    <div className="import-preview">
      <h3>{t('glossary.import.of', { name: pending.name })}</h3>
      <p role="status">
        {t('glossary.import.summary', {
          added: added.length,
          changed: changed.length,
          same: same.length,
          refused: refused.length,
        })}
      </p>
      <div className="buttons">
        <button
          type="button"
          className="button primary"
          ref={firstFocus}
          disabled={added.length + changed.length === 0}
          onClick={() => void carryOut()}
        >
          {t('glossary.import.do')}
        </button>
        <button type="button" className="button" onClick={onDone}>
          {t('dialog.cancel')}
        </button>
      </div>
      {list(
        t('glossary.import.added', { count: added.length }),
        added.map(({ source, target }) => `${source} → ${target}`),
      )}
      {list(
        t('glossary.import.changed', { count: changed.length }),
        changed.map(({ before, after }) =>
          before.target === after.target
            ? `${after.source} → ${after.target}`
            : `${after.source} → ${after.target} (${before.target})`,
        ),
      )}
      {list(
        t('glossary.import.refused', { count: refused.length }),
        refused.map(({ line, words, reason }) =>
          t('glossary.import.line', { line, words, why: t(REASONS[reason]) }),
        ),
      )}
    </div>
  );
}
