import * as english from '../../docs/guide/en.md';
import * as japanese from '../../docs/guide/ja.md';
import { ScrollRegion } from '../dialogs/ScrollRegion.tsx';
import { useTranslator } from '../i18n/context.ts';
import { useWorkspace } from '../store/context.ts';
import { Dialog } from '../ui/Dialog.tsx';
import './guide.css';

const GUIDES = { en: english, ja: japanese };

/** The user guide, as it stands in the repository too. */
export function GuideDialog() {
  const workspace = useWorkspace();
  const { t, locale } = useTranslator();
  const { html, headings } = GUIDES[locale];
  const goTo = (id: string) => document.getElementById(id)?.scrollIntoView();
  return (
    <Dialog title={t('guide.title')} className="guide-dialog" onClose={() => workspace.show(null)}>
      <div className="guide">
        <nav aria-label={t('guide.contents')}>
          <ul>
            {headings.map(({ id, text }) => (
              <li key={id}>
                <button type="button" className="button quiet small" onClick={() => goTo(id)}>
                  {text}
                </button>
              </li>
            ))}
          </ul>
        </nav>
        <ScrollRegion className="guide-text" label={t('guide.title')}>
          <article
            lang={locale}
            // biome-ignore lint/security/noDangerouslySetInnerHtml: our own guide, made HTML when the program is built.
            dangerouslySetInnerHTML={{ __html: html }}
          />
        </ScrollRegion>
      </div>
    </Dialog>
  );
}
