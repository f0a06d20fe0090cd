import { useEffect, useState } from 'react';
import { ScrollRegion } from '../dialogs/ScrollRegion.tsx';
import { useTranslator } from '../i18n/context.ts';
import { useWorkspace } from '../store/context.ts';
import { Dialog } from '../ui/Dialog.tsx';
import './about.css';

/** The packages that the program is built on, and their licences: a file that the build writes beside the interface. */
export function LicencesDialog() {
  const workspace = useWorkspace();
  const { t } = useTranslator();
  const [text, setText] = useState(t('licences.reading'));
  useEffect(() => {
    let current = true;
    fetch('THIRD-PARTY.txt')
      .then(async (response) => (response.ok ? response.text() : null))
      .catch(() => null)
      .then((found) => {
        if (current) setText(found ?? t('licences.missing'));
      });
    return () => {
      current = false;
    };
  }, [t]);
  return (
    <Dialog title={t('licences.title')} className="licences-dialog" onClose={() => workspace.show(null)}>
      <ScrollRegion className="licences" label={t('licences.title')}>
        <pre lang="en">{text}</pre>
      </ScrollRegion>
    </Dialog>
  );
}
