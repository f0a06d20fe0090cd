import { parentPort, workerData } from 'node:worker_threads';
import { compareCoders } from '../../app/agreement/projects/compare.ts';
import { codersOf, type Task } from './task.ts';

const { subject, options, texts } = workerData as Task;
parentPort?.postMessage(
  compareCoders(codersOf(subject), { ...options, textOf: (key) => texts.get(key) ?? null }),
);
