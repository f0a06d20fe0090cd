import type { Project } from '../../app/project.ts';
import { EVERY_CLAIM, type Queue } from '../../app/queue/queue.ts';
import { READY_QUEUE_IDS, readyQueue } from '../../app/queue/ready-queues.ts';
import type { Translator } from '../i18n/translator.ts';

/** A queue as the lists show it. `savedId` is null for those that every project has. */
export interface NamedQueue {
  id: string;
  savedId: string | null;
  name: string;
  queue: Queue;
}

/** Those that every project has, then the project's own by name. */
export function namedQueues(project: Project, { t, locale }: Pick<Translator, 't' | 'locale'>): NamedQueue[] {
  const ready = READY_QUEUE_IDS.map((id) => ({
    id: `ready ${id}`,
    savedId: null,
    name: t(`queue.ready.${id}`),
    queue: readyQueue(id),
  }));
  const order = new Intl.Collator(locale, { numeric: true });
  const own = [...project.queues.values()]
    .sort((a, b) => order.compare(a.name, b.name) || (a.id < b.id ? -1 : 1))
    // What a later version knows to ask stands in no older file.
    .map(({ id, name, queue }) => ({ id, savedId: id, name, queue: { ...EVERY_CLAIM, ...queue } }));
  return [...ready, ...own];
}
