import type { Logo } from '../options.ts';
import type { Package } from './package.ts';

/** English metric units: 914,400 an inch. */
const EMU_PER_PIXEL = 9525;
const MOST_WIDTH = 200;
const MOST_HEIGHT = 64;

/** Where the file of the logo is in the package. */
export function logoPart({ type }: Logo): string {
  return `media/logo.${type === 'image/png' ? 'png' : 'jpeg'}`;
}

/** The logo, no larger than a letterhead has it. It says nothing that the words do not, and is marked as decoration. */
export function picture(pack: Package, logo: Logo): string {
  const { width, height } = fitted(sizeOf(logo));
  const [x, y] = [Math.round(width * EMU_PER_PIXEL), Math.round(height * EMU_PER_PIXEL)];
  const id = pack.nextDrawing();
  return `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${x}" cy="${y}"/><wp:docPr id="${id}" name="Logo" descr=""><a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst></wp:docPr><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="${id}" name="Logo"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rLogo"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${x}" cy="${y}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
}

interface Size {
  width: number;
  height: number;
}

function fitted({ width, height }: Size): Size {
  const scale = Math.min(1, MOST_WIDTH / width, MOST_HEIGHT / height);
  return { width: width * scale, height: height * scale };
}

/** In pixels, as the file says; a square where it does not. */
function sizeOf({ type, base64 }: Logo): Size {
  const size = type === 'image/png' ? pngSize(bytesOf(base64.slice(0, 40))) : jpegSize(bytesOf(base64));
  return size && size.width > 0 && size.height > 0 ? size : { width: MOST_HEIGHT, height: MOST_HEIGHT };
}

/** https://www.w3.org/TR/png/#11IHDR */
function pngSize(bytes: Uint8Array): Size | null {
  if (bytes.length < 24) return null;
  const view = new DataView(bytes.buffer);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** The first frame header (ITU-T T.81, B.2.2): a marker FFC0 to FFCF but for C4, C8 and CC. */
function jpegSize(bytes: Uint8Array): Size | null {
  const view = new DataView(bytes.buffer);
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] as number;
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

export function bytesOf(base64: string): Uint8Array {
  const digits = base64.replace(/=+$/u, '');
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4));
  let [bits, value, at] = [0, 0, 0];
  for (const digit of digits) {
    value = ((value << 6) | DIGITS.indexOf(digit)) & 0xffffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at] = (value >> bits) & 0xff;
    at += 1;
  }
  return bytes;
}
