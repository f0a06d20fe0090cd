import { useEffect, useState } from 'react';
import { useTranslator } from '../../i18n/context.ts';
import { useWorkspace, useWorkspaceState } from '../../store/context.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { DialogProblems } from '../DialogProblems.tsx';
import { fileName } from '../paths.ts';
import { FormatChoice } from './FormatChoice.tsx';
import { MappingFields } from './MappingFields.tsx';
import { RuleChoices } from './RuleChoices.tsx';
import { choiceFrom, isSplit, type ReadingChoice, wantedOf } from './reading-choice.ts';
import { SplitPreview } from './SplitPreview.tsx';
import { formOf } from './split-form.ts';
import { shownIn, usePreview } from './use-preview.ts';
import './dump-reading.css';

interface Props {
  path: string;
  /** The dump of the project that is read anew; null for a dump that is being opened. */
  dumpId: string | null;
}

/** How a dump is read: its format, encoding, and what in it is a story; with the stories that come of it. */
export function DumpReadingDialog({ path, dumpId }: Props) {
  const { t } = useTranslator();
  const workspace = useWorkspace();
  const inUse = useWorkspaceState((state) => (dumpId && state.open?.dumps[dumpId]) || null);
  const [choice, setChoice] = useState<ReadingChoice>(() => choiceFrom(inUse));
  const [busy, setBusy] = useState(false);
  const wanted = wantedOf(choice);
  const state = usePreview(path, wanted);
  const preview = shownIn(state);

  useEffect(() => {
    if (!preview) return;
    // The guess comes with the first preview; from then on the person's choice counts.
    setChoice((chosen) => ({
      ...chosen,
      form: chosen.form ?? (preview.guessedRule && formOf(preview.guessedRule)),
      mapping: chosen.mapping ?? (preview.remembered ? preview.mapping : null),
      guess: chosen.guess ?? { format: preview.format, encoding: preview.encoding },
    }));
  }, [preview]);

  const answered = state.kind === 'shown' && state.asked === JSON.stringify(wanted);
  const ready = answered && state.preview.stories > 0;
  const open = async () => {
    if (!wanted || !ready) return;
    setBusy(true);
    await workspace.openDumpAs(
      path,
      { rule: wanted.rule ?? state.preview.rule, reading: wanted.reading },
      dumpId,
    );
    setBusy(false);
  };
  const name = preview?.name ?? fileName(path);

  return (
    <Dialog
      title={t(dumpId === null ? 'reading.title-open' : 'reading.title-anew', { name })}
      className="split-dialog"
      onClose={() => workspace.show(null)}
      footer={
        <>
          <button type="button" className="button" onClick={() => workspace.show(null)}>
            {t('dialog.cancel')}
          </button>
          <button type="submit" form="split-form" className="button primary" disabled={!ready || busy}>
            {t(dumpId === null ? 'reading.open' : 'reading.read')}
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
        <div className="reading-choices">
          <FormatChoice choice={choice} preview={preview} onChange={setChoice} />
          {isSplit(choice, preview) ? (
            <RuleChoices
              form={choice.form}
              guessed={preview?.guessedRule?.kind ?? null}
              problem={state.kind === 'refused' ? state.problem : null}
              onChange={(form) => setChoice({ ...choice, form })}
            />
          ) : preview?.columns ? (
            <MappingFields
              columns={preview.columns}
              mapping={choice.mapping ?? preview.mapping}
              onChange={(mapping) => setChoice({ ...choice, mapping })}
            />
          ) : (
            <p className="reading-note">{t('reading.by-format')}</p>
          )}
        </div>
        <SplitPreview state={state} awaiting={wanted === undefined} />
      </form>
    </Dialog>
  );
}
