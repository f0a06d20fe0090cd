import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { problemFrom, UratoriError } from '../../app/problem.ts';
import { sendJson, sendProblem } from './responses.ts';

export const UPLOADS = '/uploads';
/** Bytes of one upload: a large archive fits, a disk does not fill by a slip. */
export const MAX_UPLOAD_BYTES = 8 * 1024 ** 3;

/**
 * Takes a file that was dropped or picked in the browser: the request's body, to a folder of its own below `folder`.
 * Answers `{ ok: true, value: { path } }`, or a problem: `upload-too-large` (413, before a byte is read where the
 * length is announced), `disk-full` or `write-failed` (507). A broken upload leaves nothing behind.
 */
export async function receiveUpload(
  request: IncomingMessage,
  response: ServerResponse,
  { folder, name, limit }: { folder: string; name: string; limit: number },
): Promise<void> {
  const place = join(folder, randomUUID());
  const path = join(place, fileNameFrom(name));
  try {
    if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge(name, limit);
    await mkdir(place, { recursive: true });
    const part = join(place, '.part');
    await pipeline(request, limited(name, limit), createWriteStream(part, { flush: true }));
    await rename(part, path);
    sendJson(response, 200, { ok: true, value: { path } });
  } catch (thrown) {
    await rm(place, { recursive: true, force: true });
    if (request.destroyed && !request.complete) return;
    const error = asUratoriError(thrown, path);
    // What is left of the body is not read: the connection ends with the answer.
    response.setHeader('Connection', 'close');
    sendProblem(response, error.code === 'upload-too-large' ? 413 : 507, problemFrom(error));
  }
}

/** A name that is safe on every system, as near to the given one as can be. At most 200 bytes of UTF-8. */
export function fileNameFrom(name: string): string {
  const last = name.split(/[/\\]/u).at(-1) ?? '';
  const clean = [...last.normalize('NFC')]
    .filter(isPlain)
    .join('')
    .replace(/^[.\s]+|[.\s]+$/gu, '');
  return shortened(clean) || 'upload';
}

function isPlain(character: string): boolean {
  return !/[\p{Cc}\p{Cs}<>:"|?*]/u.test(character);
}

const MAX_NAME_BYTES = 200;

/** Cuts before the extension, and never inside a character. */
function shortened(name: string): string {
  if (Buffer.byteLength(name) <= MAX_NAME_BYTES) return name;
  const dot = name.lastIndexOf('.');
  const extension = dot > 0 && name.length - dot <= 12 ? name.slice(dot) : '';
  let stem = '';
  for (const character of name.slice(0, name.length - extension.length)) {
    if (Buffer.byteLength(stem + character + extension) > MAX_NAME_BYTES) break;
    stem += character;
  }
  return stem + extension;
}

function limited(name: string, limit: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > limit) done(tooLarge(name, limit));
      else done(null, chunk);
    },
  });
}

function tooLarge(name: string, limit: number): UratoriError {
  return new UratoriError('upload-too-large', { name, limit });
}

function asUratoriError(thrown: unknown, path: string): UratoriError {
  if (thrown instanceof UratoriError) return thrown;
  const { code, message } = thrown as NodeJS.ErrnoException;
  if (code === 'ENOSPC') return new UratoriError('disk-full', { path }, { cause: thrown });
  return new UratoriError('write-failed', { path, detail: message }, { cause: thrown });
}
