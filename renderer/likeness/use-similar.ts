import { useEffect, useState } from 'react';
import type { SimilarStories } from '../../app/likeness/compared-story.ts';
import { type Problem, problemFrom } from '../../app/problem.ts';
import { useWorkspace } from '../store/context.ts';

export type SimilarState =
  /** `done`: 0 to 1. */
  | { kind: 'looking'; done: number }
  | { kind: 'found'; similar: SimilarStories }
  | { kind: 'failed'; problem: Problem };

/** The stories beside one; the dump is looked through first where it was not yet. Leaving gives that up. */
export function useSimilar(dumpId: string, ordinal: number): SimilarState {
  const { connection } = useWorkspace();
  const [state, setState] = useState<SimilarState>({ kind: 'looking', done: 0 });
  useEffect(() => {
    let phase: 'looking' | 'comparing' | 'left' = 'looking';
    const stop = connection.on('likeness.progress', (progress) => {
      if (progress.dumpId === dumpId && progress.done !== null && phase === 'looking')
        setState({ kind: 'looking', done: progress.done });
    });
    const find = async () => {
      await connection.call('likeness.find', { dumpId });
      if (phase === 'left') return;
      phase = 'comparing';
      const similar = await connection.call('story.similar', { dumpId, ordinal });
      if (phase === 'comparing') setState({ kind: 'found', similar });
    };
    find().catch((thrown) => {
      if (phase !== 'left') setState({ kind: 'failed', problem: problemFrom(thrown) });
    });
    return () => {
      stop();
      if (phase === 'looking') connection.call('likeness.cancel', { dumpId }).catch(() => undefined);
      phase = 'left';
    };
  }, [connection, dumpId, ordinal]);
  return state;
}
