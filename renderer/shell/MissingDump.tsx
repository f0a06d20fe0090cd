import { useTranslator } from '../i18n/context.ts';
import { runAction } from '../keys/run-action.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';

/** In the place of the stories: the project is there, its dump is not. */
export function MissingDump() {
  const workspace = useWorkspace();
  const { t, problem } = useTranslator();
  const open = useWorkspaceState((state) => state.open);
  const dump = open?.currentDumpId ? open.dumps[open.currentDumpId] : undefined;
  const known = dump ? open?.project.dumps.get(dump.dumpId) : undefined;
  if (!open) return null;
  if (!dump || !known) {
    return (
      <main className="missing-dump">
        <h2>{t('missing.no-dump')}</h2>
        <button type="button" className="button primary" onClick={() => runAction(workspace, 'open-dump')}>
          {t('action.open-dump')}
        </button>
      </main>
    );
  }
  return (
    <main className="missing-dump">
      <h2>{t('missing.title', { name: known.name })}</h2>
      <p>{dump.problem ? problem(dump.problem) : t('missing.where', { path: known.path })}</p>
      <p>{t('missing.safe', { claims: open.project.claims.size })}</p>
      <button
        type="button"
        className="button primary"
        onClick={() =>
          void workspace.choose(
            'open-dump',
            known.name,
            (path) => void workspace.relocateDump(dump.dumpId, path),
          )
        }
      >
        {t('missing.locate')}
      </button>
    </main>
  );
}
