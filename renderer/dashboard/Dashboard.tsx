import { useMemo } from 'react';
import type { StoryLinks } from '../../app/contract.ts';
import type { Overview } from '../../app/overview/overview.ts';
import { useTranslator } from '../i18n/context.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import type { OpenProject } from '../store/state.ts';
import { ChartPanel } from './ChartPanel.tsx';
import { LinkTable } from './LinkTable.tsx';
import { useOverview } from './use-overview.ts';
import { dayChart, ratingChart, sourceChart, tagChart } from './verdict-charts.ts';
import { WorkTable } from './WorkTable.tsx';
import { linkRows, progressChart, workloadChart } from './work-charts.ts';
import './dashboard.css';

/** Links that the table shows. */
const MOST_LINKS = 20;

/** Where the work on the dump stands, in numbers that lead to their stories. */
export function Dashboard() {
  const workspace = useWorkspace();
  const { t } = useTranslator();
  const open = useWorkspaceState((state) => state.open);
  const { overview, links } = useOverview();
  if (!open?.currentDumpId) return null;
  const dump = open.project.dumps.get(open.currentDumpId);
  const back = () => {
    workspace.state.update({ mainView: 'reading' });
  };
  return (
    <main
      id="overview"
      className="overview"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region takes the focus so that keys can move in it.
      tabIndex={0}
      ref={focusOnce}
      aria-labelledby="overview-title"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) back();
      }}
    >
      <header className="overview-head">
        <h2 id="overview-title">{t('overview.title', { dump: dump?.name ?? '' })}</h2>
        <button type="button" className="button" onClick={back}>
          {t('overview.back')}
        </button>
      </header>
      {overview ? (
        <Panels overview={overview} links={links} open={open} />
      ) : (
        <p className="overview-empty" role="status">
          {t('overview.counting')}
        </p>
      )}
    </main>
  );
}

interface PanelsProps {
  overview: Overview;
  links: StoryLinks | null;
  open: OpenProject;
}

function Panels({ overview, links, open: { project, dumps, currentDumpId } }: PanelsProps) {
  const translator = useTranslator();
  const { t } = translator;
  const stories = dumps[currentDumpId ?? '']?.stories ?? 0;
  const charts = useMemo(
    () => ({
      progress: progressChart(overview, stories, translator),
      ratings: ratingChart(overview, project, translator),
      sources: sourceChart(overview, translator),
      days: dayChart(overview, translator),
      tags: tagChart(overview, project, translator),
      people: workloadChart(overview, translator),
    }),
    [overview, stories, project, translator],
  );
  const noClaims = t('overview.no-claims');
  return (
    <div className="overview-panels">
      <ChartPanel
        kind="bars"
        title={t('overview.progress', { stories })}
        head={t('filter.review')}
        chart={charts.progress}
        empty={t('overview.nothing-done')}
      />
      <ChartPanel
        kind="bars"
        title={t('overview.by-rating', { claims: overview.claims })}
        head={t('filter.verdict')}
        chart={charts.ratings}
        empty={noClaims}
      />
      <ChartPanel
        kind="bars"
        title={t('overview.by-source')}
        head={t('filter.source')}
        chart={charts.sources}
        empty={noClaims}
      />
      <ChartPanel
        kind="bars"
        title={t('overview.by-tag')}
        head={t('filter.tag')}
        chart={charts.tags}
        empty={t('overview.no-tags')}
      />
      <ChartPanel
        kind="columns"
        title={t('overview.by-day')}
        head={t('filter.date')}
        chart={charts.days}
        empty={noClaims}
      />
      <WorkTable chart={charts.people} />
      <LinkTable rows={linkRows(overview, links, MOST_LINKS)} links={links} />
    </div>
  );
}

/** So that keys scroll it at once, and Escape leads back. */
function focusOnce(element: HTMLElement | null): void {
  element?.focus({ preventScroll: true });
}
