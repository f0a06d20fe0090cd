import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
// First, so that a component's own styles come after them and win.
import './styles/tokens.css';
import './styles/base.css';
import './ui/ui.css';
import './styles/layout.css';

import { App } from './App.tsx';
import { connect } from './connection/connect.ts';
import { followHost } from './connection/follow-host.ts';
import { WorkspaceContext } from './store/context.ts';
import { Workspace } from './store/workspace.ts';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no #root');
const workspace = new Workspace(connect());
workspace.connect();
followHost(workspace);
createRoot(root).render(
  <StrictMode>
    <WorkspaceContext value={workspace}>
      <App />
    </WorkspaceContext>
  </StrictMode>,
);
