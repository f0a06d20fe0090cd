/** Somebody pressed Ctrl+C: the old file stays, no temporary one does, and the exit code is 130 as shells expect. */
export class Stopped extends Error {}

/** @throws Stopped once SIGINT or SIGTERM came and `work` has tidied up */
export async function stoppable<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController();
  const interrupt = () => stop.abort();
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  try {
    return await work(stop.signal);
  } catch (thrown) {
    if (stop.signal.aborted) throw new Stopped();
    throw thrown;
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  }
}
