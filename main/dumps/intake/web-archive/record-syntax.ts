/** What a record's header says. */
export interface RecordHeader {
  /** Bytes of the header itself. */
  bytes: number;
  /** Bytes of the block behind it; null where the header does not tell, or tells nonsense. */
  length: number | null;
  /** As in WARC: `response`, `resource`, `conversion`, `revisit` … */
  kind: string;
  url: string | null;
  /** ISO 8601, UTC. */
  date: string | null;
  /** Content type of the block, with parameters. */
  contentType: string | null;
}

/** How records stand in a kind of web archive. */
export interface RecordSyntax {
  /** Blank lines aside, whether a record begins here. */
  begins(bytes: Buffer): boolean;
  /** Null where the header is not complete or not a header. */
  header(bytes: Buffer): RecordHeader | null;
  /** Whether bytes behind a block end the record without any doubt. */
  parts(bytes: Buffer): boolean;
  /** Index where the next record begins, -1 where none surely does. For finding one's way back behind damage. */
  find(bytes: Buffer): number;
}
