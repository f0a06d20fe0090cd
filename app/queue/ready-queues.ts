import { EVERY_CLAIM, type Queue } from './queue.ts';

/** Queues that every project has. Their names are the interface's. */
export const READY_QUEUES = {
  /** Claims of stories that nobody has reviewed yet. */
  figures: { ...EVERY_CLAIM, reviews: ['unread', 'in-progress'], figures: true },
  unrated: { ...EVERY_CLAIM, ratings: ['none'] },
  unsupported: { ...EVERY_CLAIM, evidence: 'without' },
  unreviewed: { ...EVERY_CLAIM, of: 'stories', reviews: ['unread', 'in-progress'] },
  'awaiting-sign-off': { ...EVERY_CLAIM, of: 'stories', reviews: ['reviewed'] },
} as const satisfies Record<string, { [K in keyof Queue]: Readonly<Queue[K]> }>;
export type ReadyQueue = keyof typeof READY_QUEUES;
export const READY_QUEUE_IDS = Object.keys(READY_QUEUES) as ReadyQueue[];

export function readyQueue(id: ReadyQueue): Queue {
  const { reviews, ratings, tags, ...rest } = READY_QUEUES[id];
  return { ...rest, reviews: [...reviews], ratings: [...ratings], tags: [...tags] };
}
