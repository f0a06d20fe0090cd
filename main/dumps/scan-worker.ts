import { parentPort } from 'node:worker_threads';
import type { FromWorker, ScanTasks, TaskName, ToWorker } from './scan-tasks.ts';

/** One task: gets its question, a way to report, and a way to ask whether nobody waits any more. */
type Task<Name extends TaskName> = (
  ask: ScanTasks[Name]['ask'],
  report: (report: ScanTasks[Name]['report']) => void,
  stopped: () => boolean,
) => Promise<ScanTasks[Name]['answer']>;

/** Each is loaded when it is first asked for: what the others need would hold up the first story. */
const TASKS: { [Name in TaskName]: Task<Name> } = {
  scan: async (ask, report, stopped) => (await import('./scan-part.ts')).scanPart(ask, report, stopped),
  spool: async (ask, report, stopped) =>
    (await import('./spool/spool-dump.ts')).spoolDump(ask, report, stopped),
  entry: async (ask) => (await import('./spool/read-entry.ts')).readEntry(ask),
  jsonLines: async (ask, report, stopped) =>
    (await import('./json-lines/scan-json-lines.ts')).scanJsonLines(ask, report, stopped),
  sha256: async ({ path }, _report, stopped) => (await import('./hash-dump.ts')).hashDump(path, stopped),
  search: async (ask, report, stopped) =>
    (await import('./search/search-stories.ts')).searchStories(ask, report, stopped),
  hashes: async (ask, _report, stopped) => (await import('./hash-stories.ts')).hashStories(ask, stopped),
  lines: async (ask, _report, stopped) => (await import('./count-lines.ts')).countLines(ask, stopped),
  signatures: async (ask, report, stopped) =>
    (await import('./likeness/make-signatures.ts')).makeSignatures(ask, report, stopped),
  pairs: async (ask, report, stopped) =>
    (await import('./likeness/find-pairs.ts')).findPairs(ask, report, stopped),
  clusters: async (ask) => (await import('./likeness/find-clusters.ts')).findClusters(ask),
  verify: async (ask, report, stopped) =>
    (await import('./likeness/verify-clusters.ts')).verifyClusters(ask, report, stopped),
};

const port = parentPort;
if (port === null) throw new Error('scan-worker runs as a worker only');
const cancelled = new Set<number>();
const send = (message: FromWorker) => port.postMessage(message);

port.on('message', async (message: ToWorker) => {
  const { id } = message;
  if ('cancel' in message) {
    cancelled.add(id);
    return;
  }
  try {
    const run = TASKS[message.name] as Task<TaskName>;
    const answer = await run(
      message.ask as never,
      (report) => send({ id, report }),
      () => cancelled.has(id),
    );
    send({ id, answer });
  } catch (thrown) {
    // Loaded here only: the core's problems come with the schema library, which would cost every start.
    const { problemFrom } = await import('../../app/problem.ts');
    send({ id, problem: problemFrom(thrown) });
  } finally {
    cancelled.delete(id);
  }
});
