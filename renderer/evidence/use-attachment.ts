import { useEffect, useState } from 'react';
import type { CallResults } from '../../app/contract.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';

type AttachmentState = CallResults['attachments.state']['state'];

/** A file among the project's attachments, by its SHA-256. `state` is null until it has been looked at. */
export function useAttachment(sha256: string | null): {
  state: AttachmentState | null;
  inFolder: boolean;
  /** Looks again. */
  check: () => void;
  /** In its folder on the desktop; in a browser it is downloaded. */
  show: (name: string) => Promise<boolean>;
} {
  const workspace = useWorkspace();
  const { connection } = workspace;
  const inFolder = useWorkspaceState(({ start }) => start?.host === 'electron');
  const file = useWorkspaceState(({ open }) => open?.file);
  const [asked, ask] = useState(0);
  const [found, setFound] = useState<{ of: string; state: AttachmentState } | null>(null);
  const of = `${file} ${sha256} ${asked}`;

  useEffect(() => {
    if (sha256 === null) return;
    let wanted = true;
    connection.call('attachments.state', { sha256 }).then(
      ({ state }) => {
        if (wanted) setFound({ of, state });
      },
      // What cannot be read says so when it is asked for.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [connection, sha256, of]);

  return {
    state: found?.of === of ? found.state : null,
    inFolder,
    check: () => ask((times) => times + 1),
    show: (name) =>
      workspace.attempt(async () => {
        if (sha256 === null) return;
        const { download } = await connection.call('attachments.show', { sha256 });
        if (download !== null) startDownload(download, name);
      }),
  };
}

function startDownload(address: string, name: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
}
