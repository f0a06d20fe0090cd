import { parentPort, workerData } from 'node:worker_threads';
import { INTERCHANGES } from '../../app/interchange/formats.ts';
import { problemFrom } from '../../app/problem.ts';
import type { ParseAnswer, ParseAsk } from './parse-apart.ts';

/** Reads the files of one import and ends. */
const { format, files, texts } = workerData as ParseAsk;
parentPort?.postMessage(answer());

function answer(): ParseAnswer {
  try {
    return { reading: INTERCHANGES[format].parse(files, (address) => texts.get(address) ?? null) };
  } catch (thrown) {
    return { problem: problemFrom(thrown) };
  }
}
