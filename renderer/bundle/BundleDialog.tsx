import { useState } from 'react';
import type { BundleMode } from '../../app/bundle/manifest.ts';
import { LOCALES, type Locale } from '../../app/settings.ts';
import { firstFocus } from '../dialogs/first-focus.ts';
import { useTranslator } from '../i18n/context.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { MadeBundle } from './MadeBundle.tsx';
import { ModeChoice } from './ModeChoice.tsx';
import { PlanList } from './PlanList.tsx';
import { useBundling } from './use-bundling.ts';
import { usePlan } from './use-plan.ts';
import '../export/export.css';
import './bundle.css';

const LANGUAGE_NAMES: Record<Locale, string> = { en: 'English', ja: '日本語' };

/** What goes into a bundle of the open project, and what is missing; then where it went. */
export function BundleDialog() {
  const translator = useTranslator();
  const { t, locale } = translator;
  const workspace = useWorkspace();
  const title = useWorkspaceState((current) => current.open?.project.title ?? '');
  const [mode, setMode] = useState<BundleMode>('cited');
  const [report, setReport] = useState<Locale | null>(locale);
  const [allowMissing, setAllowMissing] = useState(false);
  const planned = usePlan(mode);
  const { state, make } = useBundling();
  const close = () => {
    void workspace.connection.call('bundle.cancel', {});
    workspace.show(null);
  };

  if (state.kind === 'made') {
    return (
      <Dialog
        title={t('bundle.made-title')}
        onClose={close}
        footer={
          <button type="button" className="button primary" ref={firstFocus} onClick={close}>
            {t('dialog.done')}
          </button>
        }
      >
        <MadeBundle made={state.made} name={state.name} />
      </Dialog>
    );
  }

  const plan = planned.kind === 'planned' ? planned.plan : null;
  const isMissing =
    plan !== null && (plan.missingAttachments > 0 || plan.dumps.some(({ as }) => as === 'missing'));
  const making = state.kind === 'making';
  const ready = plan !== null && plan.problems.length === 0 && (!isMissing || allowMissing) && !making;
  const problem =
    state.kind === 'failed' ? state.problem : planned.kind === 'failed' ? planned.problem : null;
  return (
    <Dialog
      title={t('bundle.title')}
      className="bundle-dialog"
      onClose={close}
      footer={
        <>
          <button type="button" className="button" onClick={close}>
            {t('dialog.cancel')}
          </button>
          <button type="submit" form="bundle-form" className="button primary" disabled={!ready}>
            {t(making ? 'bundle.making' : 'bundle.make')}
          </button>
        </>
      }
    >
      <form
        id="bundle-form"
        className="bundle-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) void make(title, { mode, report, allowMissing });
        }}
      >
        <p className="dialog-hint">{t('bundle.about')}</p>
        <ModeChoice mode={mode} onMode={setMode} />
        <label className="field">
          <span className="label">{t('bundle.report')}</span>
          <select
            className="input"
            value={report ?? ''}
            onChange={(event) => setReport(LOCALES.find((name) => name === event.target.value) ?? null)}
          >
            {LOCALES.map((name) => (
              <option key={name} value={name} lang={name}>
                {LANGUAGE_NAMES[name]}
              </option>
            ))}
            <option value="">{t('bundle.report-none')}</option>
          </select>
        </label>
        <section aria-labelledby="bundle-contents" aria-busy={planned.kind === 'looking'}>
          <h3 id="bundle-contents" className="bundle-heading">
            {t('bundle.contents')}
          </h3>
          {planned.kind === 'looking' ? <p role="status">{t('bundle.looking')}</p> : null}
          {plan === null ? null : <PlanList plan={plan} />}
        </section>
        {plan !== null && plan.problems.length > 0 ? (
          <section className="export-missing" role="alert">
            <h3 className="bundle-heading">{t('bundle.problems')}</h3>
            <ul className="bundle-problems">
              {plan.problems.map((each) => (
                <li key={JSON.stringify(each)}>{translator.problem(each)}</li>
              ))}
            </ul>
          </section>
        ) : null}
        {isMissing ? (
          <label className="export-missing bundle-allow">
            <input
              type="checkbox"
              checked={allowMissing}
              onChange={(event) => setAllowMissing(event.target.checked)}
            />
            <span>{t('bundle.allow-missing')}</span>
          </label>
        ) : null}
        {problem ? (
          <p className="field-problem" role="alert">
            {translator.problem(problem)}
          </p>
        ) : null}
      </form>
    </Dialog>
  );
}
