import { Component, type ReactNode } from 'react';
import { TranslatorContext } from '../i18n/context.ts';

/** What a person sees if the interface itself fails: that the work is safe, and a way on. */
export class CrashBoundary extends Component<{ children: ReactNode }, { error: Error | null }> {
  static override contextType = TranslatorContext;
  declare context: React.ContextType<typeof TranslatorContext>;
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    const { t } = this.context;
    return (
      <main className="missing-dump" role="alert">
        <h2>{t('crash.title')}</h2>
        <p>{t('crash.safe')}</p>
        <button type="button" className="button primary" onClick={() => window.location.reload()}>
          {t('crash.reload')}
        </button>
        <pre>{error.message}</pre>
      </main>
    );
  }
}
