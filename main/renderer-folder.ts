import { fileURLToPath } from 'node:url';

const fromSources = import.meta.url.endsWith('.ts');

/** The built interface: beside the built main/, or in dist/ when this runs from the sources. An absolute path. */
export const RENDERER_FOLDER = fileURLToPath(
  new URL(fromSources ? '../dist/renderer' : '../renderer', import.meta.url),
);
