import { lookup } from 'node:dns';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './addresses';

const REDIRECTS = 5;

/** The address leads to where nothing that an article names has any business. */
export class Refused extends Error {}

export interface Request {
  readonly url: URL;
  /** Hosts, in lower case, that may be asked although their address is not public. */
  readonly allowed: ReadonlySet<string>;
  readonly signal: AbortSignal;
  /** What is wanted, as HTTP says it. */
  readonly accept: string;
  readonly protocols: readonly ('http:' | 'https:')[];
}

/**
 * Asks an address of the web, and those that it leads to. Only public ones: each name, that of every redirect too, is looked up once, and the address that was
 * checked is the one that is connected to. Undefined when it leads to something else than a page; throws when there is no way, and `Refused` when it may not be asked.
 */
export async function getPublic(request: Request): Promise<IncomingMessage | undefined> {
  let url = request.protocols.includes(request.url.protocol as 'http:') ? request.url : undefined;
  for (let hop = 0; url && hop <= REDIRECTS; hop++) {
    const response = await ask({ ...request, url });
    const status = response.statusCode ?? 0;
    const { location } = response.headers;
    if (status < 300 || status >= 400 || location === undefined) return response;
    response.destroy();
    const next = urlOf(location, url);
    url = next && request.protocols.includes(next.protocol as 'http:') ? next : undefined;
  }
  if (url) throw new Error('too many redirects');
  return undefined;
}

async function ask({ url, allowed, signal, accept }: Request): Promise<IncomingMessage> {
  const open = isAllowed(url, allowed);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!open && isIP(host) !== 0 && !isPublicAddress(host)) throw new Refused();
  // Loaded when first needed: the two take 8 MB of memory.
  const { request: send } = await (url.protocol === 'https:' ? import('node:https') : import('node:http'));
  return new Promise((resolve, reject) => {
    const request: ClientRequest = send(
      url,
      {
        signal,
        agent: false,
        lookup: open ? undefined : publicLookup,
        headers: { accept, 'accept-encoding': 'identity', 'user-agent': 'Mozilla/5.0 (compatible; Copydesk)' },
      },
      resolve,
    );
    request.on('error', reject);
    request.end();
  });
}

/** Node's own look-up, which refuses a name as soon as one of its addresses is not public. */
const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, '', 0);
    const first = addresses[0];
    if (!first || addresses.some(({ address }) => !isPublicAddress(address))) return callback(new Refused(), '', 0);
    if (options.all) return callback(null, addresses);
    callback(null, first.address, first.family);
  });
};

/** `host:port` as the address has it, with the port that the protocol implies, or the host alone. */
function isAllowed(url: URL, allowed: ReadonlySet<string>): boolean {
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return allowed.has(url.hostname) || allowed.has(`${url.hostname}:${port}`);
}

/** A whole `http:` or `https:` address without a name and a password; undefined when it is none. */
export function urlOf(address: string, base?: URL): URL | undefined {
  try {
    const url = new URL(address, base);
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
    url.username = '';
    url.password = '';
    return url;
  } catch {
    return undefined;
  }
}
