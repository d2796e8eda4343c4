import { createServer, type Server } from 'node:http';
import { deflateSync } from 'node:zlib';

export interface PictureServer {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** Paths that were asked for, in order. */
  readonly asked: readonly string[];
  readonly close: () => Promise<void>;
}

/**
 * A real web server with pictures: `/red` and `/red.png` are a red PNG of 120×80 pixels, `/large` one of 2000×1500,
 * `/text` is not a picture, anything else is not there.
 */
export async function servePictures(): Promise<PictureServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    asked.push(pathname);
    const body = PAGES[pathname];
    response.writeHead(body ? 200 : 404, { 'content-type': body?.type ?? 'text/plain' });
    response.end(body?.bytes());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { origin: `http://127.0.0.1:${portOf(server)}`, asked, close: () => closed(server) };
}

const RED = [220, 30, 40] as const;
const PAGES: Readonly<Record<string, { readonly type: string; readonly bytes: () => Uint8Array } | undefined>> = {
  '/red': { type: 'image/png', bytes: () => png(120, 80, RED) },
  '/red.png': { type: 'image/png', bytes: () => png(120, 80, RED) },
  '/large': { type: 'image/png', bytes: () => png(2000, 1500, RED) },
  '/text': { type: 'text/html', bytes: () => Buffer.from('<p>no picture') },
};

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The picture server has no port.');
  return address.port;
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

/** A PNG of one colour (RGB, each 0 to 255). */
export function png(width: number, height: number, [red, green, blue]: readonly [number, number, number]): Buffer {
  const row = Buffer.alloc(1 + width * 3);
  for (let x = 0; x < width; x++) row.set([red, green, blue], 1 + x * 3);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8); // eight bits each of red, green and blue
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([size, named, sum]);
}

/** The checksum of PNG chunks (polynomial 0xEDB88320). */
function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}
