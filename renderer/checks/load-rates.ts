import { conversionsOf } from '../../app/translation/checks/rates.ts';
import type { Workspace } from '../store/workspace.ts';

/**
 * Has the conversions of the open dump compared, once, where the open story has one to compare. Resolves when `rates`
 * tells, or at once where there is nothing to ask; a dump that is still indexed is asked for later.
 */
export async function loadRates({ state, connection }: Workspace): Promise<void> {
  const { open, story, rates } = state.get();
  const dumpId = open?.currentDumpId ?? null;
  if (!story || dumpId === null || rates?.dumpId === dumpId || !open?.dumps[dumpId]?.complete) return;
  if (open.project.checksOff.includes('rates') || conversionsOf(story).length === 0) return;
  try {
    const survey = await connection.call('checks.rates', { dumpId });
    if (state.get().open?.currentDumpId === dumpId) state.update({ rates: { dumpId, survey } });
  } catch {
    // The dump was closed or has changed, which is told elsewhere; who looks at the checks again asks again.
  }
}
