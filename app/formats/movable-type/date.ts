import type { Moment } from '../../text/dates.ts';
import { readTimestamp } from '../reading/timestamps.ts';

const DATE = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:\s{1,9}(\d{1,2}):(\d\d)(?::(\d\d))?\s{0,9}([AP]M)?)?$/iu;

/** `MM/DD/YYYY hh:mm:ss`, with or without `AM` or `PM`, in the blog's own time; no export names its zone. */
export function movableTypeDate(text: string): Moment | null {
  const match = DATE.exec(text.trim());
  if (match === null) return readTimestamp(text);
  const [, month = '', day = '', year, hour, minute, second = '00', half] = match;
  const date = `${year}-${two(month)}-${two(day)}`;
  if (hour === undefined) return readTimestamp(date);
  const hours =
    half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toUpperCase() === 'PM' ? 12 : 0);
  return readTimestamp(`${date} ${two(String(hours))}:${minute}:${second}`);
}

const two = (digits: string) => digits.padStart(2, '0');
