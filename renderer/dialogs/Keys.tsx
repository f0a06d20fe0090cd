import { displayKeys } from '../keys/keymap.ts';
import { useIsMac } from './use-is-mac.ts';

/** Key combinations as a person reads them. */
export function Keys({ keys }: { keys: readonly string[] }) {
  const mac = useIsMac();
  return (
    <span className="keys">
      {keys.map((combination) => (
        <kbd key={combination}>{displayKeys(combination, mac)}</kbd>
      ))}
    </span>
  );
}
