import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { UratoriError } from '../../app/problem.ts';
import type { FromWorker, ScanTasks, TaskName } from './scan-tasks.ts';

interface Waiting {
  report: (report: never) => void;
  resolve: (answer: never) => void;
  reject: (error: unknown) => void;
}

/** A thread that does the heavy reading of one dump. Several tasks may run at a time; they take turns. */
export class TaskWorker {
  private readonly worker: Worker;
  /** Why the worker is gone; null while it works. */
  private ended: unknown = null;
  private readonly waiting = new Map<number, Waiting>();
  private next = 1;

  constructor() {
    // The extension is this file's own: .ts from the sources, .js once built.
    const extension = extname(fileURLToPath(import.meta.url));
    this.worker = new Worker(new URL(`./scan-worker${extension}`, import.meta.url));
    this.worker.on('message', (message: FromWorker) => this.receive(message));
    this.worker.on('error', (error) => this.failAll(error));
    this.worker.on('exit', () => this.failAll(new UratoriError('dump-not-open')));
  }

  /** Runs a task. Aborting rejects at once and ends the task at its next chunk. */
  run<Name extends TaskName>(
    name: Name,
    ask: ScanTasks[Name]['ask'],
    options: { report?: (report: ScanTasks[Name]['report']) => void; signal?: AbortSignal | undefined } = {},
  ): Promise<ScanTasks[Name]['answer']> {
    const { signal } = options;
    return new Promise((resolve, reject) => {
      // A worker that has ended answers nothing: whoever asks must not wait for ever.
      if (this.ended !== null) {
        reject(this.ended);
        return;
      }
      if (signal?.aborted) {
        reject(signal.reason);
        return;
      }
      const id = this.next++;
      const abort = () => {
        this.waiting.delete(id);
        this.worker.postMessage({ id, cancel: true });
        reject(signal?.reason);
      };
      const settle = () => signal?.removeEventListener('abort', abort);
      this.waiting.set(id, {
        report: options.report ?? (() => {}),
        resolve: (answer) => {
          settle();
          resolve(answer);
        },
        reject: (error) => {
          settle();
          reject(error);
        },
      });
      signal?.addEventListener('abort', abort, { once: true });
      this.worker.postMessage({ id, name, ask });
    });
  }

  async close(): Promise<void> {
    this.failAll(new UratoriError('dump-not-open'));
    await this.worker.terminate();
  }

  private receive(message: FromWorker): void {
    const waiting = this.waiting.get(message.id);
    if (waiting === undefined) return;
    if ('report' in message) {
      waiting.report(message.report as never);
      return;
    }
    this.waiting.delete(message.id);
    if ('answer' in message) waiting.resolve(message.answer as never);
    else waiting.reject(new UratoriError(message.problem.code, message.problem.params));
  }

  private failAll(error: unknown): void {
    this.ended ??= error;
    for (const waiting of this.waiting.values()) waiting.reject(error);
    this.waiting.clear();
  }
}
