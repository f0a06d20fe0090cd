import { showAgreement } from '../agreement/choice.ts';
import type { Run } from '../keys/run-action.ts';

/** The project as a whole: opening, saving, undoing, reporting. */
export const projectActions = {
  undo: (workspace) => (workspace.state.get().open?.canUndo ? workspace.undo() : undefined),
  redo: (workspace) => (workspace.state.get().open?.canRedo ? workspace.redo() : undefined),
  'open-dump': (workspace) => workspace.choose('open-dump', '', (path) => void workspace.openDump(path)),
  'open-folder': (workspace) => workspace.choose('open-folder', '', (path) => void workspace.openDump(path)),
  'open-project': (workspace) =>
    workspace.choose('open-project', '', (path) => void workspace.openProject(path)),
  'new-project': (workspace) => workspace.newProject(),
  'save-as': (workspace) => {
    const { open } = workspace.state.get();
    if (!open) return;
    const name = `${open.project.title || 'project'}.uratori`;
    return workspace.choose('save-project', name, (path) => {
      void workspace.attempt(() => workspace.connection.call('project.saveAs', { path }));
    });
  },
  'close-project': (workspace) => workspace.closeProject(),
  export: (workspace) => {
    if (workspace.state.get().open) workspace.show({ kind: 'export' });
  },
  'make-bundle': (workspace) => {
    if (workspace.state.get().open) workspace.show({ kind: 'bundle' });
  },
  'verify-bundle': (workspace) =>
    workspace.choose('open-any', '', (path) => workspace.show({ kind: 'verify-bundle', path, into: null })),
  import: (workspace) => {
    if (workspace.state.get().open) workspace.show({ kind: 'import', path: null });
  },
  'project-history': (workspace) => {
    if (workspace.state.get().open) workspace.show({ kind: 'project-history' });
  },
  'compare-projects': (workspace) => {
    if (workspace.state.get().open) workspace.show({ kind: 'compare', other: null });
  },
  'merge-project': (workspace) => {
    if (workspace.state.get().open) workspace.show({ kind: 'merge', path: null, base: null });
  },
  agreement: (workspace) => showAgreement(workspace),
  'read-dump-anew': (workspace) => {
    const { open } = workspace.state.get();
    const dump = open?.currentDumpId ? open.project.dumps.get(open.currentDumpId) : undefined;
    if (dump) workspace.show({ kind: 'dump-reading', path: dump.path, dumpId: dump.id });
  },
  problems: (workspace) => {
    const dumpId = workspace.state.get().open?.currentDumpId;
    if (dumpId) workspace.show({ kind: 'problems', dumpId });
  },
  'cancel-indexing': (workspace) => workspace.cancelIndexing(),
  'resume-indexing': (workspace) => workspace.resumeIndexing(),
} satisfies Record<string, Run>;
