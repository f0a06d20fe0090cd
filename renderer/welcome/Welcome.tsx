import { useEffect, useState } from 'react';
import { Keys } from '../dialogs/Keys.tsx';
import { useTranslator } from '../i18n/context.ts';
import type { ActionId } from '../keys/actions.ts';
import { keysOf } from '../keys/keymap.ts';
import { runAction } from '../keys/run-action.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import { RecentProjects } from './RecentProjects.tsx';
import './welcome.css';

/** Where everything begins: what stands in the window while no project is open. */
export function Welcome() {
  const { t } = useTranslator();
  const workspace = useWorkspace();
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    // A project that has just been closed is among the recent ones by now.
    workspace.connection.call('workbench.start', {}).then(
      (start) => workspace.state.update({ start }),
      // Whoever listens to the connection says that it is lost.
      () => undefined,
    );
  }, [workspace]);

  const openSample = async () => {
    setBusy(true);
    await workspace.openSample();
    setBusy(false);
  };

  return (
    <main className="welcome">
      <div className="welcome-sheet">
        <header>
          <h1>
            Uratori
            <span lang="ja">裏取り</span>
          </h1>
          <p>{t('welcome.explanation')}</p>
        </header>
        <div className="welcome-actions">
          <button type="button" className="button primary" onClick={() => runAction(workspace, 'open-dump')}>
            {t('welcome.open-dump')}
          </button>
          <button type="button" className="button" onClick={() => runAction(workspace, 'open-project')}>
            {t('welcome.open-project')}
          </button>
          <button type="button" className="button" disabled={busy} onClick={() => void openSample()}>
            {t('welcome.sample')}
          </button>
        </div>
        <p className="welcome-drop">{t('welcome.drop')}</p>
        <RecentProjects />
        <footer>
          <KeyHint id="open-dump" />
          <KeyHint id="command-palette" />
          <KeyHint id="keys" />
        </footer>
      </div>
    </main>
  );
}

function KeyHint({ id }: { id: Extract<ActionId, 'open-dump' | 'command-palette' | 'keys'> }) {
  const { t } = useTranslator();
  const own = useWorkspaceState((state) => state.settings.keys);
  const keys = keysOf(id, own).slice(0, 1);
  if (keys.length === 0) return null;
  return (
    <span>
      <Keys keys={keys} /> {t(`welcome.key-${id}`)}
    </span>
  );
}
