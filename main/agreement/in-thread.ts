import { once } from 'node:events';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { CodersCompared } from '../../app/agreement/projects/compare.ts';
import type { Task } from './task.ts';

/** Compares coders beside the program, which goes on meanwhile: with thousands of stories it takes some seconds. */
export async function compareInThread(task: Task): Promise<CodersCompared> {
  // The extension is this file's own: .ts from the sources, .js once built.
  const extension = extname(fileURLToPath(import.meta.url));
  const worker = new Worker(new URL(`./compare-worker${extension}`, import.meta.url), { workerData: task });
  try {
    const [compared] = await once(worker, 'message');
    return compared as CodersCompared;
  } finally {
    await worker.terminate();
  }
}
