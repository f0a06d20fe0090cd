import { useMemo, useState } from 'react';
import { type ExportFormat, isInterchange } from '../../app/exports/formats.ts';
import { LOCALES, type Locale } from '../../app/settings.ts';
import type { StoryKey } from '../../app/story.ts';
import { firstFocus } from '../dialogs/first-focus.ts';
import { useTranslator } from '../i18n/context.ts';
import { useWorkspace, useWorkspaceState } from '../store/context.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { FormatChoice } from './FormatChoice.tsx';
import { MissingDumps } from './MissingDumps.tsx';
import { reportStories } from './report-stories.ts';
import { StoryChoice, type StoryScope } from './StoryChoice.tsx';
import { useExport } from './use-export.ts';
import { useShownStories } from './use-shown-stories.ts';
import { Written } from './Written.tsx';
import './export.css';

const LANGUAGE_NAMES: Record<Locale, string> = { en: 'English', ja: '日本語' };

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
  const [language, setLanguage] = useState<Locale>(locale);
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
        title={t(isInterchange(format) ? 'export.annotations-written-title' : 'export.written-title')}
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
          <button
            type="submit"
            form="export-form"
            className="button primary"
            disabled={writing || keys.length === 0}
          >
            {writing ? t('export.writing') : t('export.write', { stories: keys.length })}
          </button>
        </>
      }
    >
      <form
        id="export-form"
        className="export-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (writing || keys.length === 0) return;
          void write({ format, title, locale: language, stories: scope === 'all' ? null : keys });
        }}
      >
        <FormatChoice format={format} onFormat={setFormat} />
        <div className="export-words">
          <label className="field">
            <span className="label">{t('export.report-title')}</span>
            <input className="input" value={title} onChange={(event) => setTitle(event.target.value)} />
          </label>
          <label className="field">
            <span className="label">{t('export.language')}</span>
            <select
              className="input"
              value={language}
              onChange={(event) => setLanguage(LOCALES.find((name) => name === event.target.value) ?? locale)}
            >
              {LOCALES.map((name) => (
                <option key={name} value={name} lang={name}>
                  {LANGUAGE_NAMES[name]}
                </option>
              ))}
            </select>
          </label>
        </div>
        <StoryChoice
          stories={stories}
          shown={shown}
          scope={scope}
          onScope={setScope}
          left={left}
          onLeft={setLeft}
        />
        <MissingDumps stories={included} annotations={isInterchange(format)} />
        {state.kind === 'failed' ? (
          <p className="field-problem" role="alert">
            {translator.problem(state.problem)}
          </p>
        ) : null}
      </form>
    </Dialog>
  );
}
