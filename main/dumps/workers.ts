import { TaskWorker } from './task-worker.ts';

/** The threads of one dump, started when they are first needed. */
export class Workers {
  private readonly started: TaskWorker[] = [];

  at(number: number): TaskWorker {
    let worker = this.started[number];
    if (worker === undefined) {
      worker = new TaskWorker();
      this.started[number] = worker;
    }
    return worker;
  }

  async close(): Promise<void> {
    await Promise.all(this.started.map((worker) => worker?.close()));
  }
}
