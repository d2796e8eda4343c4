import type { IncomingMessage } from 'node:http';
import { type ImageFact, type ImageProbe, INLINED_BYTES } from '../../base/images';
import { dataUriOf, pictureOf } from '../../base/pictures';
import { createQueue } from './queue';
import { getPublic, Refused, urlOf } from './web';

export interface ProbeOptions {
  /** Hosts that may be asked although their address is not public: `127.0.0.1:8080`, `intranet.example.org`, `[::1]:80`. */
  readonly allowedHosts?: readonly string[];
  /** Milliseconds for the whole of one picture, redirects included. */
  readonly timeout?: number;
}

const TIMEOUT = 5_000;
/** Bytes read of a picture that is only looked at: its size in pixels stands near the beginning. */
const LOOK = 256 * 1024;
/** SVG may hold scripts and load other addresses. */
const INLINED = /^image\/(png|jpeg|gif|webp|avif|bmp)$/;
const AT_ONCE = 6;
const PER_HOST = 2;

/**
 * Looks at pictures of the web. Only `http:` and `https:`, only public addresses: each name, that of every redirect too, is looked up once, and the
 * address that was checked is the one that is connected to.
 */
export function imageProbe(options: ProbeOptions = {}): ImageProbe {
  const queue = createQueue({ atOnce: AT_ONCE, perKey: PER_HOST });
  const allowed = new Set(options.allowedHosts?.map((host) => host.trim().toLowerCase()));
  return {
    async probe(address, { inline }) {
      const url = urlOf(address);
      if (!url) return broken('refused');
      return queue.run(url.host, async () => {
        const stop = new AbortController();
        const timer = setTimeout(() => stop.abort(), options.timeout ?? TIMEOUT);
        try {
          return await follow({ url, inline, allowed, signal: stop.signal });
        } catch (error) {
          return broken(error instanceof Refused ? 'refused' : 'unreachable');
        } finally {
          clearTimeout(timer);
          stop.abort();
        }
      });
    },
  };
}

interface Asking {
  readonly url: URL;
  readonly inline: boolean;
  readonly allowed: ReadonlySet<string>;
  readonly signal: AbortSignal;
}

async function follow({ inline, ...asking }: Asking): Promise<ImageFact> {
  const response = await getPublic({ ...asking, accept: ACCEPT, protocols: ['http:', 'https:'] });
  if (!response) return broken('refused');
  const status = response.statusCode ?? 0;
  if (status === 404 || status === 410) return ended(response, broken('missing'));
  if (status < 200 || status >= 300) return ended(response, broken('unreachable'));
  return factOf(response, inline);
}

const ACCEPT = 'image/avif,image/webp,image/png,image/jpeg,image/gif,image/*;q=0.8';

function ended(response: IncomingMessage, fact: ImageFact): ImageFact {
  response.destroy();
  return fact;
}

/** Reads as much as is needed. What the server calls an image has to be one; what it calls a page is none, whatever its bytes. */
async function factOf(response: IncomingMessage, inline: boolean): Promise<ImageFact> {
  const type = (response.headers['content-type'] ?? '').toLowerCase();
  if (type !== '' && !/^(image\/|application\/octet-stream|binary\/)/.test(type))
    return ended(response, broken('not-an-image'));
  const announced = Number(response.headers['content-length'] ?? Number.NaN);
  if (inline && announced > INLINED_BYTES) return ended(response, broken('too-large'));
  const { bytes, whole } = await readUpTo(response, inline ? INLINED_BYTES : LOOK);
  const picture = pictureOf(bytes);
  if (!picture) return broken('not-an-image');
  if (!inline) return { state: 'ok', bytes: whole || Number.isNaN(announced) ? bytes.length : announced, ...picture };
  if (!whole) return broken('too-large');
  const fact = { state: 'ok', bytes: bytes.length, ...picture } as const;
  if (!INLINED.test(picture.mime)) return fact;
  return { ...fact, dataUri: dataUriOf(bytes, picture.mime) };
}

async function readUpTo(response: IncomingMessage, limit: number): Promise<{ bytes: Uint8Array; whole: boolean }> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > limit) break;
  }
  response.destroy();
  return { bytes: Buffer.concat(chunks).subarray(0, limit), whole: length <= limit };
}

function broken(reason: 'missing' | 'not-an-image' | 'refused' | 'too-large' | 'unreachable'): ImageFact {
  return { state: 'broken', reason };
}
