import { useEffect } from 'react';
import { useWorkspaceState } from '../store/context.ts';

/** Light or dark on the root element, as set or as the system has it, and how stories are set. */
export function useTheme(): void {
  const theme = useWorkspaceState((state) => state.settings.theme);
  const textSize = useWorkspaceState((state) => state.settings.textSize);
  const lineHeight = useWorkspaceState((state) => state.settings.lineHeight);
  const readingFont = useWorkspaceState((state) => state.settings.readingFont);
  useEffect(() => {
    const system = window.matchMedia('(prefers-color-scheme: dark)');
    const apply = () => {
      const dark = theme === 'dark' || (theme === 'system' && system.matches);
      document.documentElement.dataset.theme = dark ? 'dark' : 'light';
    };
    apply();
    system.addEventListener('change', apply);
    return () => system.removeEventListener('change', apply);
  }, [theme]);
  useEffect(() => {
    const { style, dataset } = document.documentElement;
    style.setProperty('--reading-size', `${textSize}px`);
    style.setProperty('--reading-line', String(lineHeight));
    dataset.readingFont = readingFont;
  }, [textSize, lineHeight, readingFont]);
}
