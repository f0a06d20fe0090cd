/** The bytes that an open dump's stories are read from: the dump's own file, or its spool. */
export interface DumpBytes {
  /** Of the file that has the bytes, for workers to open. */
  readonly path: string;
  /** Up to `length` bytes at a byte position; fewer only at the end. @throws UratoriError `dump-not-open` */
  read(position: number, length: number): Promise<Buffer>;
}
