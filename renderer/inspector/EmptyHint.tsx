import { useTranslator } from '../i18n/context.ts';
import type { MessageKey } from '../i18n/messages.ts';
import type { ActionId } from '../keys/actions.ts';
import { KeyHint } from '../ui/KeyHint.tsx';
import { useEditable } from './use-open-story.ts';

interface Props {
  none: MessageKey;
  /** How to make one, and the action whose key does it. */
  how: MessageKey;
  action: ActionId;
}

/** What stands where there is nothing yet. */
export function EmptyHint({ none, how, action }: Props) {
  const { t } = useTranslator();
  const editable = useEditable();
  return (
    <div className="inspector-empty">
      <p>{t(none)}</p>
      {editable ? (
        <p>
          {t(how)} <KeyHint action={action} />
        </p>
      ) : null}
    </div>
  );
}
