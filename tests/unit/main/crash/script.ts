import { apply } from '../../../../app/apply.ts';
import type { Command } from '../../../../app/commands.ts';
import { emptyProject, type Project } from '../../../../app/project.ts';

const T0 = '2025-02-08T10:30:00.000Z';
const TEXT = '裏取り🔎'.repeat(20);

export function startOf(id: string): Project {
  return emptyProject(id, 'start', T0);
}

/** The command that everybody agrees has the number `sequence`: so a project tells by itself which commands are in it. */
export function commandOf(sequence: number): Command {
  if (sequence === 1) return { type: 'dump.add', dump: DUMP };
  if (sequence % 3 === 0) return { type: 'project.rename', title: `after ${sequence}` };
  const story = {
    dumpId: DUMP.id,
    storyId: `story-${sequence}`,
    ordinal: sequence,
    byteStart: 0,
    byteEnd: 1,
    source: null,
    publishedAt: null,
    lang: 'ja',
    lead: `${TEXT} ${sequence}`,
  };
  return { type: 'story.add', story };
}

const DUMP = {
  id: 'dump',
  name: 'dump.txt',
  path: '/dumps/dump.txt',
  relativePath: null,
  sha256: null,
  bytes: 1,
  format: 'plain-text',
  encoding: 'utf-8',
  rule: null,
};

/** What the project is after so many commands, reckoned without any file. */
export class Model {
  readonly #states: Project[];

  constructor(id: string) {
    this.#states = [startOf(id)];
  }

  after(sequence: number): Project {
    for (let n = this.#states.length; n <= sequence; n += 1) {
      this.#states.push(apply(this.#states[n - 1] as Project, commandOf(n)).project);
    }
    return this.#states[sequence] as Project;
  }
}
