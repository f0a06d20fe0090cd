/** An entry of a zip archive as its headers describe it (APPNOTE.TXT 4.3). Sizes and positions in bytes. */
export interface ZipEntry {
  rawName: Buffer;
  /** The name is UTF-8 by its flag; otherwise in whatever its maker's system used. */
  utf8: boolean;
  encrypted: boolean;
  /** 0 stored, 8 deflated. */
  method: number;
  packed: number;
  /** Null where only reading tells. */
  unpacked: number | null;
  crc: number | null;
  /** Where its packed bytes begin; null: behind the local header at `header`. */
  data: number | null;
  header: number;
  /** A symbolic link: its bytes are the name of another file. */
  link: boolean;
  /** The archive ends before it does. */
  truncated: boolean;
}

export const LOCAL_HEADER = Buffer.from('PK\x03\x04', 'latin1');
export const CENTRAL_HEADER = Buffer.from('PK\x01\x02', 'latin1');
export const END_OF_DIRECTORY = Buffer.from('PK\x05\x06', 'latin1');
export const DESCRIPTOR = Buffer.from('PK\x07\x08', 'latin1');

export const LOCAL_HEADER_BYTES = 30;
export const STORED = 0;
export const DEFLATED = 8;

/** General purpose flags. */
export const ENCRYPTED = 1;
export const SIZES_BEHIND = 8;
export const UTF8_NAME = 0x800;
