import { UratoriError } from '../../app/problem.ts';
import { attachmentOf, attachmentState, keepAttachment, nameOfAttachment } from '../project/attachments.ts';
import type { Context, Handlers } from './context.ts';

type Calls = 'attachments.add' | 'attachments.state' | 'attachments.show';

/** Files that are evidence: their copies stand beside the project file. They are asked for by SHA-256, never by path. */
export function attachmentCalls({ desk, access, host }: Context): Handlers<Calls> {
  return {
    // In turn: a project that is saved elsewhere meanwhile would leave the copy behind.
    async 'attachments.add'({ path }) {
      const source = await access.readable(path);
      return desk.inTurn(async () => {
        const { store } = desk.require();
        if (store.readOnly) throw new UratoriError('project-read-only', { path: store.file });
        return keepAttachment(store.file, source);
      });
    },

    async 'attachments.state'({ sha256 }) {
      return { state: await attachmentState(desk.require().store.file, sha256) };
    },

    async 'attachments.show'({ sha256 }) {
      const path = await attachmentOf(desk.require().store.file, sha256);
      if (path === null) throw new UratoriError('attachment-missing', { sha256 });
      if (!host.showInFolder) return { download: host.downloadFor(path, nameOfAttachment(path)) };
      host.showInFolder(path);
      return { download: null };
    },
  };
}
