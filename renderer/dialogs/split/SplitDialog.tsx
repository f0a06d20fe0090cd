import { useEffect, useState } from 'react';
import { useTranslator } from '../../i18n/context.ts';
import { useWorkspace, useWorkspaceState } from '../../store/context.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { DialogProblems } from '../DialogProblems.tsx';
import { fileName } from '../paths.ts';
import { RuleChoices } from './RuleChoices.tsx';
import { SplitPreview } from './SplitPreview.tsx';
import { formOf, ruleOf, type SplitForm, sameRule } from './split-form.ts';
import { shownIn, usePreview } from './use-preview.ts';
import './split.css';

interface Props {
  path: string;
  /** The dump of the project that is split anew; null for a dump that is being opened. */
  dumpId: string | null;
}

/** How a dump is split into stories, with the stories that come of it. */
export function SplitDialog({ path, dumpId }: Props) {
  const { t } = useTranslator();
  const workspace = useWorkspace();
  const inUse = useWorkspaceState((state) => (dumpId && state.open?.dumps[dumpId]?.rule) || null);
  const [form, setForm] = useState<SplitForm | null>(() => (inUse ? formOf(inUse) : null));
  const [busy, setBusy] = useState(false);
  const rule = form ? ruleOf(form) : null;
  const state = usePreview(path, form ? (rule ?? undefined) : null);
  const preview = shownIn(state);
  const guessed = preview?.guessedRule;

  useEffect(() => {
    // The guess comes with the first preview; from then on the person's choice counts.
    if (guessed) setForm((chosen) => chosen ?? formOf(guessed));
  }, [guessed]);

  const ready = rule !== null && state.kind === 'shown' && sameRule(state.preview.rule, rule);
  const open = async () => {
    if (!rule || !ready) return;
    setBusy(true);
    await workspace.openDumpBy(path, rule, dumpId);
    setBusy(false);
  };
  const name = preview?.name ?? fileName(path);

  return (
    <Dialog
      title={t(dumpId === null ? 'split.title-open' : 'split.title-anew', { name })}
      className="split-dialog"
      onClose={() => workspace.show(null)}
      footer={
        <>
          <button type="button" className="button" onClick={() => workspace.show(null)}>
            {t('dialog.cancel')}
          </button>
          <button type="submit" form="split-form" className="button primary" disabled={!ready || busy}>
            {t(dumpId === null ? 'split.open' : 'split.split')}
          </button>
        </>
      }
    >
      <DialogProblems />
      <form
        id="split-form"
        className="split-columns"
        onSubmit={(event) => {
          event.preventDefault();
          void open();
        }}
      >
        <RuleChoices
          form={form}
          guessed={guessed?.kind ?? null}
          problem={state.kind === 'refused' ? state.problem : null}
          onChange={setForm}
        />
        <SplitPreview state={state} awaiting={form !== null && rule === null} />
      </form>
    </Dialog>
  );
}
