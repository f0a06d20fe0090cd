import type { ReactNode } from 'react';
import { useWorkspace } from '../store/context.ts';

/** Opens in the person's browser, through the host. Anything but http and https stays text. */
export function ExternalLink({ url, children }: { url: string; children: ReactNode }) {
  const workspace = useWorkspace();
  if (!/^https?:\/\//iu.test(url)) return <span>{children}</span>;
  return (
    <a
      href={url}
      target="_blank"
      rel="noopener noreferrer"
      title={url}
      onClick={(event) => {
        event.preventDefault();
        event.stopPropagation();
        void workspace.attempt(() => workspace.connection.call('link.open', { url }));
      }}
    >
      {children}
    </a>
  );
}
