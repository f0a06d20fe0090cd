import { useTranslator } from '../i18n/context.ts';
import { useWorkspace } from '../store/context.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { TagPicker } from './TagPicker.tsx';

/** The tag picker over the workbench, for the selected text or the whole story. */
export function TagPickerDialog() {
  const workspace = useWorkspace();
  const { t } = useTranslator();
  const close = () => workspace.show(null);
  return (
    <Dialog
      title={t(workspace.state.get().selection ? 'tag-picker.selection' : 'tag-picker.story')}
      onClose={close}
      className="tag-picker-dialog"
    >
      <TagPicker onDone={close} />
    </Dialog>
  );
}
