import type { AnnotationSet, SetOrigin } from '../annotation-set.ts';
import type { Interchange, OutFile } from '../format.ts';
import { about } from './about.ts';
import { configuration } from './configuration.ts';
import { parse } from './parse.ts';
import { taskOf } from './task.ts';

export const TASKS = 'tasks.json';
export const CONFIGURATION = 'configuration.xml';

/**
 * Tasks of Label Studio (https://labelstud.io/guide/task_format), a story each, and the labelling configuration that
 * its project needs.
 */
export const labelstudio: Interchange = {
  ...about,
  write,
  parse,
};

function* write(set: AnnotationSet, origin: SetOrigin): Generator<OutFile> {
  yield { name: CONFIGURATION, chunks: [configuration(set, origin)] };
  yield { name: TASKS, chunks: tasks(set) };
}

function* tasks(set: AnnotationSet): Generator<string> {
  let separator = '[\n';
  for (const story of set.stories) {
    if (story.text === null) continue;
    yield separator + JSON.stringify(taskOf(story, story.text));
    separator = ',\n';
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n';
}
