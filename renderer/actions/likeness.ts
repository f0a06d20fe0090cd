import type { Run } from '../keys/run-action.ts';

/** Other stories that say the same, and what is carried over to them. */
export const likenessActions = {
  similar: (workspace) => {
    if (workspace.state.get().story && workspace.currentDump()?.complete)
      workspace.show({ kind: 'similar', claimId: null });
  },
  carry: (workspace) => {
    const { selected, open } = workspace.state.get();
    const claim = selected?.kind === 'claim' ? open?.project.claims.get(selected.id) : undefined;
    if (claim && claim.ratingId !== null && workspace.currentDump()?.complete)
      workspace.show({ kind: 'similar', claimId: claim.id });
  },
} satisfies Record<string, Run>;
