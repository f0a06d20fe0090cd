import { useRef } from 'react';
import { useTranslator } from '../../i18n/context.ts';

interface Props {
  dragging: boolean;
  uploading: boolean;
  onUpload: (file: File) => void;
}

/** For files that the host does not see: picked or dropped, they are copied to where it does. */
export function Upload({ dragging, uploading, onUpload }: Props) {
  const { t } = useTranslator();
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="files-upload" data-dragging={dragging}>
      <p role="status">{t(uploading ? 'files.uploading' : 'files.drop-here')}</p>
      <input
        ref={input}
        type="file"
        hidden
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) onUpload(file);
          event.target.value = '';
        }}
      />
      <button type="button" className="button" disabled={uploading} onClick={() => input.current?.click()}>
        {t('files.upload')}
      </button>
    </div>
  );
}
