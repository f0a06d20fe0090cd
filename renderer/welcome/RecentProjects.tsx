import { fileName, folderName } from '../dialogs/paths.ts';
import { useTranslator } from '../i18n/context.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';

/** The projects that were open last, to be opened again or forgotten. Forgetting leaves the file where it is. */
export function RecentProjects() {
  const { t, dateTime } = useTranslator();
  const workspace = useWorkspace();
  const recent = useWorkspaceState((state) => state.start?.recent);
  if (!recent || recent.length === 0) return null;

  const forget = (path: string) =>
    workspace.attempt(async () => {
      const left = await workspace.connection.call('project.forget', { path });
      const { start } = workspace.state.get();
      if (start) workspace.state.update({ start: { ...start, recent: left } });
    });

  return (
    <section className="welcome-recent" aria-labelledby="welcome-recent">
      <h2 id="welcome-recent">{t('welcome.recent')}</h2>
      <ul>
        {recent.map(({ path, title, openedAt }) => (
          <li key={path}>
            <button
              type="button"
              className="welcome-project"
              title={path}
              onClick={() => void workspace.openProject(path)}
            >
              <span className="welcome-project-title">{title || fileName(path)}</span>
              <span className="welcome-project-place">
                <bdi>{folderName(path)}</bdi>
              </span>
              <span className="welcome-project-time">{dateTime(openedAt)}</span>
            </button>
            <button
              type="button"
              className="button quiet small"
              aria-label={t('welcome.forget-project', { title: title || fileName(path) })}
              onClick={() => void forget(path)}
            >
              {t('welcome.forget')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
