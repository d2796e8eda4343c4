import { type Message, message } from '../../base/message';
import { getPublic, Refused } from './web';

export interface FetchOptions {
  /** Hosts that may be asked although their address is not public. */
  readonly allowedHosts?: readonly string[];
  /** Milliseconds for the whole, redirects included. */
  readonly timeout?: number;
}

const TIMEOUT = 10_000;
/** Longer texts are none that are read. */
const LARGEST = 2 * 1024 * 1024;

/** The text at an `https:` address, or why there is none. The same addresses may be asked as for pictures. */
export async function fetchText(
  url: string,
  options: FetchOptions = {},
): Promise<string | { readonly refused: Message }> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), options.timeout ?? TIMEOUT);
  try {
    const allowed = new Set(options.allowedHosts?.map((host) => host.trim().toLowerCase()));
    const response = await getPublic({
      url: new URL(url),
      allowed,
      signal: stop.signal,
      accept: 'application/schema+json,application/json,*/*;q=0.1',
      protocols: ['https:'],
    });
    if (!response)
      return said(message('“{0}” leads to an address that may not be asked. The built-in schema is used.', url));
    if (response.statusCode !== 200) {
      response.destroy();
      return said(
        message(
          '“{0}” cannot be read: the server answers {1}. The built-in schema is used.',
          url,
          response.statusCode ?? 0,
        ),
      );
    }
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of response as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > LARGEST) return said(message('“{0}” is too large to be read. The built-in schema is used.', url));
    }
    return new TextDecoder().decode(Buffer.concat(chunks));
  } catch (error) {
    return said(
      error instanceof Refused
        ? message('“{0}” leads to an address that may not be asked. The built-in schema is used.', url)
        : message('“{0}” cannot be reached. The built-in schema is used.', url),
    );
  } finally {
    clearTimeout(timer);
    stop.abort();
  }
}

function said(why: Message): { readonly refused: Message } {
  return { refused: why };
}
