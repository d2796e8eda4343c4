import type { ImageFact } from './images';

/** What kind of picture bytes are, told from the bytes alone. */
export interface Picture {
  readonly mime: string;
  /** In pixels, as far as the bytes given say. */
  readonly width?: number;
  readonly height?: number;
}

/** Facts of a whole file's bytes, without a data URI. */
export function pictureFact(bytes: Uint8Array): ImageFact {
  const picture = pictureOf(bytes);
  if (!picture) return { state: 'broken', reason: 'not-an-image' };
  return { state: 'ok', bytes: bytes.length, ...picture };
}

/** A picture as an address that holds it whole. */
export function dataUriOf(bytes: Uint8Array, mime: string): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return `data:${mime};base64,${btoa(text)}`;
}

/** Recognises PNG, JPEG, GIF, WebP, AVIF, BMP, ICO and SVG from the beginning of a file; undefined for anything else. */
export function pictureOf(bytes: Uint8Array): Picture | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));
  if (text(0, 8) === '\x89PNG\r\n\x1A\n')
    return { mime: 'image/png', ...size(view, 24, (v) => [v.getUint32(16), v.getUint32(20)]) };
  if (/^GIF8[79]a/.test(text(0, 6))) {
    return { mime: 'image/gif', ...size(view, 10, (v) => [v.getUint16(6, true), v.getUint16(8, true)]) };
  }
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return { mime: 'image/jpeg', ...jpegSize(view) };
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return { mime: 'image/webp', ...webpSize(view, text(12, 16)) };
  if (text(4, 8) === 'ftyp' && /avi[fs]/.test(text(8, 40))) return { mime: 'image/avif', ...avifSize(bytes, view) };
  if (text(0, 2) === 'BM' && bytes.length >= 26) {
    return { mime: 'image/bmp', ...size(view, 26, (v) => [v.getInt32(18, true), Math.abs(v.getInt32(22, true))]) };
  }
  if (text(0, 4) === '\0\0\x01\0')
    return { mime: 'image/x-icon', ...size(view, 8, (v) => [v.getUint8(6) || 256, v.getUint8(7) || 256]) };
  return svgOf(bytes);
}

function size(
  view: DataView,
  needed: number,
  read: (view: DataView) => readonly [number, number],
): Omit<Picture, 'mime'> {
  if (view.byteLength < needed) return {};
  const [width, height] = read(view);
  return width > 0 && height > 0 ? { width, height } : {};
}

/** Walks the segments to the frame header (SOF0 to SOF15 without DHT, JPG and DAC). */
function jpegSize(view: DataView): Omit<Picture, 'mime'> {
  let at = 2;
  while (at + 9 <= view.byteLength) {
    if (view.getUint8(at) !== 0xff) return {};
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) at++;
    else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return size(view, at + 9, (v) => [v.getUint16(at + 7), v.getUint16(at + 5)]);
    } else at += 2 + view.getUint16(at + 2);
  }
  return {};
}

function webpSize(view: DataView, kind: string): Omit<Picture, 'mime'> {
  const three = (v: DataView, at: number) => v.getUint16(at, true) + (v.getUint8(at + 2) << 16);
  switch (kind) {
    case 'VP8 ':
      return size(view, 30, (v) => [v.getUint16(26, true) & 0x3fff, v.getUint16(28, true) & 0x3fff]);
    case 'VP8L':
      return size(view, 25, (v) => {
        const bits = v.getUint32(21, true);
        return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1];
      });
    case 'VP8X':
      return size(view, 30, (v) => [three(v, 24) + 1, three(v, 27) + 1]);
    default:
      return {};
  }
}

/** The first `ispe` property near the beginning of the file. */
function avifSize(bytes: Uint8Array, view: DataView): Omit<Picture, 'mime'> {
  const limit = Math.min(bytes.length - 16, 4096);
  for (let at = 8; at <= limit; at++) {
    if (bytes[at] === 0x69 && bytes[at + 1] === 0x73 && bytes[at + 2] === 0x70 && bytes[at + 3] === 0x65) {
      return size(view, at + 16, (v) => [v.getUint32(at + 8), v.getUint32(at + 12)]);
    }
  }
  return {};
}

/** An SVG begins with `<svg`, after a declaration, comments and a doctype. */
function svgOf(bytes: Uint8Array): Picture | undefined {
  const text = new TextDecoder().decode(bytes.subarray(0, 4096));
  const start = /^\uFEFF?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*|<!DOCTYPE\s+svg\b[^>]*>\s*)*<svg\b([^>]*)/i.exec(
    text,
  );
  if (!start) return undefined;
  const attribute = (name: string): number | undefined => {
    const value = new RegExp(`\\s${name}\\s*=\\s*["']\\s*(\\d+(?:\\.\\d+)?)(?:px)?\\s*["']`).exec(start[1] ?? '')?.[1];
    return value === undefined ? undefined : Math.round(Number(value));
  };
  const [width, height] = [attribute('width'), attribute('height')];
  return width && height ? { mime: 'image/svg+xml', width, height } : { mime: 'image/svg+xml' };
}
