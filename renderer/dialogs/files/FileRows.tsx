import type { FolderEntry } from '../../../app/contract.ts';
import { useTranslator } from '../../i18n/context.ts';
import type { useActiveOption } from '../use-active-option.ts';

interface Props {
  /** The entries come from all over, so that only their paths tell them apart. */
  byPath: boolean;
  entries: readonly FolderEntry[];
  options: ReturnType<typeof useActiveOption>;
}

/** The entries of a folder, with sizes and dates. */
export function FileRows({ byPath, entries, options }: Props) {
  const { t, bytes, dateTime } = useTranslator();
  return (
    <div {...options.listProps} role="listbox" className="files-rows" aria-label={t('files.entries')}>
      {entries.map((entry, index) => (
        <div
          key={entry.path}
          {...options.optionProps(index)}
          tabIndex={-1}
          className="files-row"
          data-kind={entry.kind}
        >
          <span className="files-row-name" title={entry.name}>
            <span className="files-row-icon" aria-hidden="true" />
            {entry.kind === 'folder' ? <span className="visually-hidden">{t('files.folder')} </span> : null}
            <bdi>{byPath ? entry.path : entry.name}</bdi>
          </span>
          <span className="files-row-size">{entry.kind === 'file' ? bytes(entry.bytes) : ''}</span>
          <span className="files-row-date">{entry.modifiedAt ? dateTime(entry.modifiedAt) : ''}</span>
        </div>
      ))}
    </div>
  );
}
