import { useCallback, useEffect, useRef, useState } from 'react';
import type { Facets } from '../../app/facets.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';

/** Sources that are asked for. */
const MOST = 200;
/** Who annotates is not kept waiting by counts, in ms. */
const REST = 500;
/** While the dump is still being indexed the counts follow at this pace, in ms. */
const PACE = 2000;

/**
 * The counts for the filter as it is, once they are wanted; those of the one before until they are there.
 * @param named a text that the sources hold
 */
export function useFacets(wanted: boolean, named: string): Facets | null {
  const workspace = useWorkspace();
  const dumpId = useWorkspaceState((state) => state.open?.currentDumpId ?? null);
  const filter = useWorkspaceState((state) => state.filter);
  const project = useWorkspaceState((state) => state.open?.project ?? null);
  const listed = useWorkspaceState((state) => state.view?.complete ?? false);
  const [counted, setCounted] = useState<{ dumpId: string; facets: Facets } | null>(null);
  const questions = useRef(0);
  /** The project as it is, and as it was when it was asked about. */
  const latest = useRef(project);
  const asked = useRef(project);
  latest.current = project;

  const ask = useCallback(async () => {
    if (!dumpId) return;
    questions.current += 1;
    const question = questions.current;
    asked.current = latest.current;
    const wish = { dumpId, filter, sources: { named, most: MOST } };
    // What is wrong, the list of the same filter says.
    const facets = await workspace.connection.call('stories.facets', wish).catch(() => null);
    if (facets && question === questions.current) setCounted({ dumpId, facets });
  }, [workspace, dumpId, filter, named]);

  useEffect(() => {
    if (!wanted) return;
    void ask();
    if (listed) return;
    const timer = window.setInterval(() => void ask(), PACE);
    return () => window.clearInterval(timer);
  }, [ask, wanted, listed]);

  useEffect(() => {
    if (!wanted || asked.current === project) return;
    const timer = window.setTimeout(() => void ask(), REST);
    return () => window.clearTimeout(timer);
  }, [ask, wanted, project]);

  return counted && counted.dumpId === dumpId ? counted.facets : null;
}
