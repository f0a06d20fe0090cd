import { useMemo, useState } from 'react';
import {
  type ExportFormat,
  isInterchange,
  isLaidOut,
  isOfStories,
  isTranslation,
} from '../../app/exports/formats.ts';
import type { StoryKey } from '../../app/story.ts';
import { firstFocus } from '../dialogs/first-focus.ts';
import { useTranslator } from '../i18n/context.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { BaseUrlField, mayBeBaseUrl } from './BaseUrlField.tsx';
import { FormatAbout } from './FormatAbout.tsx';
import { FormatChoice } from './FormatChoice.tsx';
import { LanguageField } from './LanguageField.tsx';
import { MissingDumps } from './MissingDumps.tsx';
import { ReportFields } from './ReportFields.tsx';
import { useReportDraft } from './report-draft.ts';
import { reportStories } from './report-stories.ts';
import { StoryChoice, type StoryScope } from './StoryChoice.tsx';
import { useExport } from './use-export.ts';
import { useShownStories } from './use-shown-stories.ts';
import { Written } from './Written.tsx';
import './export.css';

/** What goes into a report, in which format and language; then where it went. */
export function ExportDialog() {
  const translator = useTranslator();
  const { t, locale } = translator;
  const workspace = useWorkspace();
  const open = useWorkspaceState((state) => state.open);
  const project = open?.project ?? null;
  const stories = useMemo(() => (project ? reportStories(project) : []), [project]);
  const [format, setFormat] = useState<ExportFormat>('html');
  const [title, setTitle] = useState(project?.title ?? '');
  const { draft, change, keep } = useReportDraft(locale);
  const [baseUrl, setBaseUrl] = useState('');
  const [scope, setScope] = useState<StoryScope>('all');
  const shown = useShownStories(stories, scope === 'shown');
  const [left, setLeft] = useState<ReadonlySet<StoryKey>>(new Set());
  const { state, write, again } = useExport();

  const keys = useMemo(() => {
    if (scope === 'all') return stories.map(({ key }) => key);
    if (scope === 'shown') return shown.kind === 'found' ? shown.keys : [];
    return stories.filter(({ key }) => !left.has(key)).map(({ key }) => key);
  }, [scope, stories, shown, left]);
  const included = useMemo(() => {
    const wanted = new Set(keys);
    return stories.filter(({ key }) => wanted.has(key));
  }, [stories, keys]);
  const close = () => workspace.show(null);

  if (state.kind === 'written') {
    return (
      <Dialog
        title={t(writtenTitle(format))}
        onClose={close}
        footer={
          <>
            <button type="button" className="button" onClick={again}>
              {t('export.again')}
            </button>
            <button type="button" className="button primary" ref={firstFocus} onClick={close}>
              {t('dialog.done')}
            </button>
          </>
        }
      >
        <Written exported={state.exported} name={state.name} />
      </Dialog>
    );
  }

  const writing = state.kind === 'writing';
  const ofStories = isOfStories(format);
  const ready =
    !writing && (!ofStories || keys.length > 0) && (format !== 'claimreview' || mayBeBaseUrl(baseUrl));
  return (
    <Dialog
      title={t('export.title')}
      className="export-dialog"
      onClose={close}
      footer={
        <>
          <button type="button" className="button" onClick={close}>
            {t('dialog.cancel')}
          </button>
          <button type="submit" form="export-form" className="button primary" disabled={!ready}>
            {writing ? t('export.writing') : t('export.write', { stories: ofStories ? keys.length : 0 })}
          </button>
        </>
      }
    >
      <form
        id="export-form"
        className="export-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!ready) return;
          void keep();
          void write({
            format,
            title,
            options: isLaidOut(format) ? draft : { ...draft, languages: draft.languages.slice(0, 1) },
            baseUrl: baseUrl.trim() || null,
            stories: scope === 'all' || !ofStories ? null : keys,
          });
        }}
      >
        <FormatChoice format={format} onFormat={setFormat} />
        <div className="export-settings">
          <FormatAbout format={format} />
          <div className="export-words">
            <label className="field">
              <span className="label">{t('export.report-title')}</span>
              <input className="input" value={title} onChange={(event) => setTitle(event.target.value)} />
            </label>
            <LanguageField
              languages={draft.languages}
              onLanguages={(languages) => change({ languages })}
              bilingual={isLaidOut(format)}
            />
          </div>
          {isLaidOut(format) ? <ReportFields options={draft} onChange={change} /> : null}
          {format === 'claimreview' ? <BaseUrlField value={baseUrl} onValue={setBaseUrl} /> : null}
          {ofStories ? (
            <>
              <StoryChoice
                stories={stories}
                shown={shown}
                scope={scope}
                onScope={setScope}
                left={left}
                onLeft={setLeft}
              />
              <MissingDumps stories={included} annotations={isInterchange(format)} />
            </>
          ) : null}
          {state.kind === 'failed' ? (
            <p className="field-problem" role="alert">
              {translator.problem(state.problem)}
            </p>
          ) : null}
        </div>
      </form>
    </Dialog>
  );
}

function writtenTitle(format: ExportFormat) {
  if (isInterchange(format)) return 'export.annotations-written-title';
  return isTranslation(format) ? 'export.translations-written-title' : 'export.written-title';
}
