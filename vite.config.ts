import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type UserConfig } from 'vite';
import { guidePlugin } from './scripts/lib/guide-plugin.mjs';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The interface: loaded from app:// or from the loopback server, so every address in it is relative. */
const renderer: UserConfig = {
  root: here('./renderer'),
  base: './',
  plugins: [react(), guidePlugin()],
  build: {
    outDir: here('./dist/renderer'),
    // Electron's Chromium, and the browsers that have the CSS Custom Highlight API.
    target: ['chrome130', 'firefox140', 'safari18'],
    // Nothing inlined: the content security policy allows no data: scripts, and data: fonts are not needed.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 4096,
  },
};

/** The preload script: a sandboxed one can load `electron` and nothing else, so the rest is bundled into it. */
const preload: UserConfig = {
  build: {
    outDir: here('./dist/preload'),
    target: 'node24',
    minify: false,
    lib: { entry: here('./main/electron/preload.ts'), formats: ['cjs'], fileName: () => 'preload.cjs' },
    rolldownOptions: { external: ['electron'] },
  },
};

export default defineConfig(({ mode }) => (mode === 'preload' ? preload : renderer));
