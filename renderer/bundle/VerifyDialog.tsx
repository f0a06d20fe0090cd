import type { Verification } from '../../app/bundle/verification.ts';
import { firstFocus } from '../dialogs/first-focus.ts';
import { fileName } from '../dialogs/paths.ts';
import { useTranslator } from '../i18n/context.ts';
import { useWorkspace } from '../store/context.ts';
import type { UnpackInto } from '../store/state.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { type MarkedOutcome, OutcomeMark } from '../ui/OutcomeMark.tsx';
import { CheckRows } from './CheckRows.tsx';
import { useVerification } from './use-verification.ts';
import '../export/export.css';
import './bundle.css';

const MARKS: Record<Verification['outcome'], MarkedOutcome> = {
  whole: 'verified',
  unproven: 'unresolved',
  broken: 'disputed',
};

/** What is proved of a bundle; one that is whole can be unpacked and opened. */
export function VerifyDialog({ path, into }: { path: string; into: UnpackInto | null }) {
  const translator = useTranslator();
  const { t } = translator;
  const workspace = useWorkspace();
  const state = useVerification(path, into);
  const name = fileName(path);
  const found = state.kind === 'found' ? state.verification : null;
  const close = () => {
    void workspace.connection.call('bundle.cancel', {});
    workspace.show(null);
  };
  const unpack = (allowMissing: boolean) =>
    workspace.choose('save-folder', name.replace(/(?:\.uratori-bundle)?\.zip$/iu, ''), (folder) =>
      workspace.show({ kind: 'verify-bundle', path, into: { folder, allowMissing } }),
    );
  const another = () =>
    workspace.choose('open-any', '', (other) =>
      workspace.show({ kind: 'verify-bundle', path: other, into: null }),
    );

  return (
    <Dialog
      title={t('bundle.verify-title')}
      className="bundle-dialog"
      onClose={close}
      footer={
        <>
          <button type="button" className="button" onClick={() => void another()}>
            {t('bundle.another')}
          </button>
          {found && found.outcome !== 'broken' ? (
            <button
              type="button"
              className="button primary"
              ref={firstFocus}
              onClick={() => void unpack(found.outcome === 'unproven')}
            >
              {t(found.outcome === 'whole' ? 'bundle.open' : 'bundle.open-anyway')}
            </button>
          ) : (
            <button type="button" className="button" ref={firstFocus} onClick={close}>
              {t(state.kind === 'looking' ? 'dialog.cancel' : 'dialog.done')}
            </button>
          )}
        </>
      }
    >
      {state.kind === 'looking' ? (
        <div className="bundle-looking" role="status">
          <p>{t(into ? 'bundle.opening' : 'bundle.verifying', { name })}</p>
          <progress aria-label={t('bundle.verify-title')} />
        </div>
      ) : null}
      {state.kind === 'failed' ? (
        <p className="field-problem" role="alert">
          {translator.problem(state.problem)}
        </p>
      ) : null}
      {found ? <Found verification={found} name={name} /> : null}
    </Dialog>
  );
}

function Found({ verification, name }: { verification: Verification; name: string }) {
  const { t, dateTime } = useTranslator();
  const { outcome, checks, facts, manifestSha256 } = verification;
  return (
    <div className="export-written">
      <p className="bundle-outcome" data-outcome={outcome} role="status">
        <OutcomeMark outcome={MARKS[outcome]} />
        <span>{t(`bundle.outcome-${outcome}`)}</span>
      </p>
      <dl>
        <dt>{t('export.where')}</dt>
        <dd>
          <bdi>{name}</bdi>
        </dd>
        {facts ? (
          <>
            <dt>{t('bundle.made-at')}</dt>
            <dd>
              {dateTime(facts.madeAt)} · {t('bundle.made-with', { version: facts.madeWith.uratori })}
            </dd>
          </>
        ) : null}
        {manifestSha256 ? (
          <>
            <dt>{t('bundle.manifest-hash')}</dt>
            <dd className="export-hash">{manifestSha256}</dd>
          </>
        ) : null}
      </dl>
      <CheckRows checks={checks} />
    </div>
  );
}
