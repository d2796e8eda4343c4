import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pictureFact, pictureOf } from '../../src/base/pictures';

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...part].map((c) => c.charCodeAt(0)) : part)));
const be16 = (n: number) => [n >> 8, n & 255];
const le16 = (n: number) => [n & 255, n >> 8];
const be32 = (n: number) => [...be16(n >> 16), ...be16(n & 0xffff)];
const le32 = (n: number) => [...le16(n & 0xffff), ...le16(n >> 16)];
const fill = (n: number): number[] => Array.from({ length: n }, () => 0);

const PICTURES: Readonly<Record<string, Uint8Array>> = {
  'image/png': bytes([0x89], 'PNG\r\n\x1A\n', be32(13), 'IHDR', be32(640), be32(360), fill(8)),
  'image/gif': bytes('GIF89a', le16(640), le16(360), fill(8)),
  'image/jpeg': bytes(
    [0xff, 0xd8, 0xff, 0xe0],
    be16(16),
    fill(14),
    [0xff, 0xc4],
    be16(4),
    fill(2),
    [0xff, 0xff, 0xc2],
    be16(17),
    [8],
    be16(360),
    be16(640),
    fill(8),
  ),
  'image/webp': bytes('RIFF', le32(30), 'WEBPVP8 ', fill(10), le16(640), le16(360), fill(8)),
  'image/avif': bytes(be32(24), 'ftypavif', fill(12), be32(20), 'ispe', be32(0), be32(640), be32(360), fill(8)),
  'image/bmp': bytes('BM', fill(16), le32(640), le32(360), fill(8)),
  'image/svg+xml': bytes('<?xml version="1.0"?>\n<!-- a map -->\n<svg viewBox="0 0 1 1" width="640" height="360px">'),
};

test('pictures are told by their bytes, with their size in pixels', () => {
  for (const [mime, file] of Object.entries(PICTURES)) {
    assert.deepEqual(pictureFact(file), { state: 'ok', mime, bytes: file.length, width: 640, height: 360 });
  }
});

test('lossless and extended WebP, an icon, a picture upside down', () => {
  const lossless = 639 | (359 << 14);
  assert.deepEqual(pictureOf(bytes('RIFF', le32(30), 'WEBPVP8L', fill(5), le32(lossless), fill(8))), {
    mime: 'image/webp',
    width: 640,
    height: 360,
  });
  const extended = bytes('RIFF', le32(30), 'WEBPVP8X', fill(8), le16(639), [0], le16(359), [0], fill(4));
  assert.deepEqual(pictureOf(extended), { mime: 'image/webp', width: 640, height: 360 });
  assert.deepEqual(pictureOf(bytes([0, 0, 1, 0, 1, 0, 32, 0], fill(8))), {
    mime: 'image/x-icon',
    width: 32,
    height: 256,
  });
  assert.equal(pictureOf(bytes('BM', fill(16), le32(640), le32(-360), fill(8)))?.height, 360);
});

test('what is no picture is none', () => {
  const texts = [
    '',
    '<!doctype html><svg>',
    '{"svg": 1}',
    'GIF',
    'RIFF....WAVE',
    'BM',
    '\x89PNG',
    '----ftypmp42',
    '<svgs>',
  ];
  for (const text of texts) {
    assert.deepEqual(pictureFact(bytes(text)), { state: 'broken', reason: 'not-an-image' }, text);
  }
});

test('a picture that is cut anywhere is still read without an error', () => {
  for (const [mime, file] of Object.entries(PICTURES)) {
    let recognised = 0;
    for (let length = 0; length < file.length; length++) {
      const cut = pictureOf(file.subarray(0, length));
      assert.ok(cut === undefined || cut.mime === mime, `${mime} at ${length}`);
      if (cut) recognised++;
    }
    assert.ok(recognised > 0, mime);
  }
});

test('bytes inside a larger buffer are read from their own beginning', () => {
  const file = PICTURES['image/png']!;
  const larger = new Uint8Array(file.length + 7);
  larger.set(file, 7);
  assert.deepEqual(pictureOf(larger.subarray(7)), { mime: 'image/png', width: 640, height: 360 });
});
