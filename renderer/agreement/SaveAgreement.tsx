import { useState } from 'react';
import type { AgreementReport } from '../../app/agreement/projects/report.ts';
import { useTranslator } from '../i18n/context.ts';
import { copyText } from '../ui/copy-text.ts';
import { tableText } from './table-text.ts';
import { useSave } from './use-save.ts';

/** Takes the measures elsewhere. */
export function SaveAgreement({ report }: { report: AgreementReport }) {
  const translator = useTranslator();
  const { t } = translator;
  const save = useSave();
  const [said, setSaid] = useState('');
  const copy = async () => {
    const done = await copyText(tableText(report, translator));
    setSaid(t(done ? 'agreement.copied' : 'agreement.not-copied'));
  };
  return (
    <>
      <span className="agreement-said" role="status">
        {said}
      </span>
      <button type="button" className="button" onClick={() => void copy()}>
        {t('agreement.copy')}
      </button>
      <button type="button" className="button" onClick={() => save('measures', 'ratings', report)}>
        {t('agreement.save-csv')}
      </button>
      <button type="button" className="button" onClick={() => save('json', 'ratings', report)}>
        {t('agreement.save-json')}
      </button>
    </>
  );
}
