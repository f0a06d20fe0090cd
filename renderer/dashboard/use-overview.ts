import { useEffect, useState } from 'react';
import type { StoryLinks } from '../../app/contract.ts';
import { type Overview, overviewOf } from '../../app/overview/overview.ts';
import type { Project } from '../../app/project.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';

/** Links of stories that are asked for. */
const MOST_LINKS = 100;

/**
 * The overview of the dump that is shown; null until it is counted. It is counted after the screen is drawn, and once
 * for many changes in a row: a project may have 100,000 claims.
 */
export function useOverview(): { overview: Overview | null; links: StoryLinks | null } {
  const workspace = useWorkspace();
  const project = useWorkspaceState((state) => state.open?.project ?? null);
  const dumpId = useWorkspaceState((state) => state.open?.currentDumpId ?? null);
  const [counted, setCounted] = useState<{ of: Project; dumpId: string; overview: Overview } | null>(null);
  const [links, setLinks] = useState<{ dumpId: string; links: StoryLinks } | null>(null);

  useEffect(() => {
    if (!project || !dumpId) return;
    const timer = window.setTimeout(
      () => setCounted({ of: project, dumpId, overview: overviewOf(project, dumpId) }),
      0,
    );
    return () => window.clearTimeout(timer);
  }, [project, dumpId]);

  useEffect(() => {
    if (!dumpId) return;
    let current = true;
    // Numbers that nobody has to wait for; what is wrong with the dump is said where its stories are.
    workspace.connection
      .call('stories.links', { dumpId, most: MOST_LINKS })
      .then((found) => current && setLinks({ dumpId, links: found }))
      .catch(() => undefined);
    return () => {
      current = false;
    };
  }, [workspace, dumpId]);

  return {
    overview: counted?.dumpId === dumpId ? counted.overview : null,
    links: links?.dumpId === dumpId ? links.links : null,
  };
}
