import { wellFormed } from './wellFormed';

/** A URI without needless differences in percent-encoding and the case of a drive's letter, so that two spellings of one file are equal. No trailing slash. */
export function normalUri(uri: string): string {
  return decoded(uri)
    .replace(/\/+$/, '')
    .replace(/^file:\/\/\/[A-Z]:/, (drive) => drive.toLowerCase());
}

/** The path of a document below a root (both URIs), decoded; undefined when it is not below it. */
export function pathBelow(rootUri: string, uri: string): string | undefined {
  const root = `${normalUri(rootUri)}/`;
  const whole = normalUri(uri);
  return whole.startsWith(root) ? whole.slice(root.length) : undefined;
}

/** The URI of a path below a root, encoded as VS Code encodes it. */
export function uriOf(rootUri: string, path: string): string {
  const encoded = wellFormed(path)
    .split('/')
    .map((part) =>
      encodeURIComponent(part).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`),
    );
  return `${rootUri.replace(/\/+$/, '')}/${encoded.join('/')}`;
}

function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
