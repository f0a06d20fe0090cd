import type { CallName, EventName } from './contract.ts';

/**
 * The names of the contract without its schemas: what a host lets through, also where zod is not wanted (Electron's
 * preload script).
 */
export const CALL_NAMES: ReadonlySet<string> = new Set(
  Object.keys({
    'workbench.start': true,
    'settings.change': true,
    'project.create': true,
    'project.open': true,
    'project.saveAs': true,
    'project.close': true,
    'project.execute': true,
    'project.undo': true,
    'project.redo': true,
    'project.forget': true,
    'dump.preview': true,
    'dump.open': true,
    'dump.openSample': true,
    'dump.show': true,
    'dump.readAnew': true,
    'dump.cancelOpening': true,
    'dump.cancel': true,
    'dump.resume': true,
    'dump.relocate': true,
    'stories.view': true,
    'stories.rows': true,
    'stories.place': true,
    'stories.facets': true,
    'stories.links': true,
    'story.read': true,
    'story.find': true,
    'story.locate': true,
    'likeness.counts': true,
    'likeness.find': true,
    'likeness.cancel': true,
    'story.similar': true,
    'reanchor.report': true,
    'reanchor.accept': true,
    'files.choose': true,
    'files.list': true,
    'files.describe': true,
    'link.open': true,
    'export.write': true,
  } satisfies Record<CallName, true>),
);

export const EVENT_NAMES = Object.keys({
  'project.changed': true,
  'project.replaced': true,
  'project.saved': true,
  'project.saveFailed': true,
  'dump.progress': true,
  'view.progress': true,
  'likeness.progress': true,
  'settings.changed': true,
  'menu.chosen': true,
  'open.requested': true,
  'connection.changed': true,
  'host.leaving': true,
} satisfies Record<EventName, true>) as EventName[];
