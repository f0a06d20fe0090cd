import type { BundlePlan } from '../../app/contract.ts';
import { useTranslator } from '../i18n/context.ts';

/** What goes into a bundle, each with its size. */
export function PlanList({ plan }: { plan: BundlePlan }) {
  const { t, bytes } = useTranslator();
  const { dumps, attachments, missingAttachments, stories } = plan;
  const total = attachments.bytes + dumps.reduce((sum, dump) => sum + dump.bytes, 0);
  return (
    <>
      <ul className="bundle-plan">
        <li>
          <span>{t('bundle.item-project', { stories })}</span>
        </li>
        {dumps.map(({ id, name, as, stories: held, bytes: size }) => (
          <li key={id} data-missing={as === 'missing'}>
            <span>{t(`bundle.item-${as}`, { name, stories: held })}</span>
            {as === 'missing' ? null : <span className="bundle-size">{bytes(size)}</span>}
          </li>
        ))}
        {attachments.count > 0 ? (
          <li>
            <span>{t('bundle.item-attachments', { count: attachments.count })}</span>
            <span className="bundle-size">{bytes(attachments.bytes)}</span>
          </li>
        ) : null}
        {missingAttachments > 0 ? (
          <li data-missing="true">
            <span>{t('bundle.item-attachments-missing', { count: missingAttachments })}</span>
          </li>
        ) : null}
      </ul>
      <p className="dialog-hint">{t('bundle.size', { size: bytes(total) })}</p>
    </>
  );
}
