import { useEffect } from 'react';
import { useWorkspaceState } from '../store/context.ts';

/** Light or dark on the root element, as set or as the system has it. */
export function useTheme(): void {
  const theme = useWorkspaceState((state) => state.settings.theme);
  const textSize = useWorkspaceState((state) => state.settings.textSize);
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
    document.documentElement.style.setProperty('--reading-size', `${textSize}px`);
  }, [textSize]);
}
