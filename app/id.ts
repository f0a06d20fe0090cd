import { z } from 'zod';

/** An id that may be the key of a JSON record: `__proto__` alone may not, schemas and engines drop it. */
export const recordKeySchema = z
  .string()
  .min(1)
  .refine((id) => id !== '__proto__', { message: 'not usable as an id' });
