import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { BrowserWindow, nativeTheme } from 'electron';
import { START_URL } from './origin.ts';
import { CONFINED } from './security.ts';
import { readBounds, writeBounds } from './window-bounds.ts';

const PRELOAD = fileURLToPath(new URL('./preload.cjs', import.meta.url));
const ICON = fileURLToPath(new URL('../../resources/icons/512x512.png', import.meta.url));

/**
 * The one window, showing the interface and nothing else.
 * @param boundsFile where its place is remembered
 */
export function createWindow(boundsFile: string): BrowserWindow {
  const { maximized, ...bounds } = readBounds(boundsFile);
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 720,
    minHeight: 480,
    show: false,
    title: 'Uratori',
    ...(existsSync(ICON) ? { icon: ICON } : {}),
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#16181b' : '#ffffff',
    webPreferences: {
      preload: PRELOAD,
      ...CONFINED,
    },
  });
  if (maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => {
    writeBounds(boundsFile, { ...window.getNormalBounds(), maximized: window.isMaximized() });
  });
  void window.loadURL(START_URL);
  return window;
}
