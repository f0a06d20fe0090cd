import { useEffect, useState } from 'react';
import type { LikenessCounts } from '../../app/likeness/compared-story.ts';
import type { Story } from '../../app/story.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';

/** How many other stories there are to look at beside the open one; null until that is known, and for a dump without its index. */
export function useLikeness(story: Story | null): LikenessCounts | null {
  const { connection } = useWorkspace();
  const dumpId = useWorkspaceState((state) => state.open?.currentDumpId ?? null);
  const complete = useWorkspaceState((state) => (dumpId && state.open?.dumps[dumpId]?.complete) || false);
  const looks = useWorkspaceState((state) => state.likenessLooks);
  const [counted, setCounted] = useState<{ story: Story; counts: LikenessCounts } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each look through the dump there is more to say.
  useEffect(() => {
    if (!story || dumpId === null || !complete) return;
    let current = true;
    connection.call('likeness.counts', { dumpId, ordinal: story.ordinal }).then(
      (counts) => {
        if (current) setCounted({ story, counts });
      },
      // A dump that cannot be read says so where it is read.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [connection, dumpId, complete, story, looks]);
  return counted && counted.story === story ? counted.counts : null;
}
