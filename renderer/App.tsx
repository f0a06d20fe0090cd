import { useEffect, useMemo } from 'react';
import { localeFor } from '../app/settings.ts';
import { Dashboard } from './dashboard/Dashboard.tsx';
import { Dialogs } from './dialogs/Dialogs.tsx';
import { TranslatorContext } from './i18n/context.ts';
import { createTranslator } from './i18n/translator.ts';
import { Inspector } from './inspector/Inspector.tsx';
import { useKeyboard } from './keys/use-keyboard.ts';
import { useMenu } from './keys/use-menu.ts';
import { QueueBar } from './queue/QueueBar.tsx';
import { ReadingView } from './reading/ReadingView.tsx';
import { CrashBoundary } from './shell/CrashBoundary.tsx';
import { MissingDump } from './shell/MissingDump.tsx';
import { Notices } from './shell/Notices.tsx';
import { StatusBar } from './shell/StatusBar.tsx';
import { Toolbar } from './shell/Toolbar.tsx';
import { useTheme } from './shell/use-theme.ts';
import { useWorkspaceState } from './store/context.ts';
import { StoriesPane } from './stories/StoriesPane.tsx';
import { TagPickerDialog } from './tags/TagPickerDialog.tsx';
import { Welcome } from './welcome/Welcome.tsx';

export function App() {
  const setting = useWorkspaceState((state) => state.settings.locale);
  const languages = useWorkspaceState((state) => state.start?.languages);
  // Before the main process has answered, the page's own languages do.
  const locale = localeFor(setting, languages ?? navigator.languages);
  const translator = useMemo(() => createTranslator(locale), [locale]);
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  return (
    <TranslatorContext value={translator}>
      <CrashBoundary>
        <Workbench />
      </CrashBoundary>
    </TranslatorContext>
  );
}

function Workbench() {
  const started = useWorkspaceState((state) => state.start !== null);
  const opened = useWorkspaceState((state) => state.open !== null);
  const readable = useWorkspaceState((state) => {
    const dumpId = state.open?.currentDumpId;
    return dumpId ? state.open?.dumps[dumpId]?.status === 'open' : false;
  });
  const mainView = useWorkspaceState((state) => state.mainView);
  const picking = useWorkspaceState((state) => state.dialog?.kind === 'tag-picker');
  useTheme();
  useKeyboard();
  useMenu();
  if (!started) return <Notices />;
  return (
    <>
      {opened ? (
        <div className="workbench">
          <Toolbar />
          {readable && mainView === 'overview' ? (
            <Dashboard />
          ) : readable ? (
            <div className="panes">
              <StoriesPane />
              <main className="reading-pane">
                <QueueBar />
                <ReadingView />
              </main>
              <Inspector />
            </div>
          ) : (
            <MissingDump />
          )}
          <StatusBar />
        </div>
      ) : (
        <Welcome />
      )}
      <Dialogs />
      {picking ? <TagPickerDialog /> : null}
      <Notices />
    </>
  );
}
