import type { KeyboardEvent } from 'react';
import { useTranslator } from '../i18n/context.ts';

const LINES = [
  'words',
  'phrase',
  'exact',
  'not',
  'or',
  'expression',
  'about',
  'date',
  'has',
  'project',
  'in',
  'keys',
] as const;

/** The query language on one page: what to write, and what it finds. */
export function SearchHelp({ id, onKeyDown }: { id: string; onKeyDown: (event: KeyboardEvent) => void }) {
  const { t } = useTranslator();
  return (
    <div
      id={id}
      popover="auto"
      role="dialog"
      aria-labelledby={`${id}-title`}
      className="search-help"
      onKeyDown={onKeyDown}
    >
      <h2 id={`${id}-title`}>{t('search.help')}</h2>
      {/* It scrolls, and keys have to reach it. */}
      <dl tabIndex={0}>
        {LINES.map((line) => (
          <div key={line}>
            <dt>
              <code>{t(`search.help.${line}.example`)}</code>
            </dt>
            <dd>{t(`search.help.${line}`)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
