import { createHash } from 'node:crypto';

/** A short text that differs when a value does: maps and sets count by what is in them. Undefined for what cannot be told apart, such as a function. */
export function fingerprintOf(value: unknown): string | undefined {
  const written = canonical(value, 0);
  return written === undefined ? undefined : hashOf(written);
}

export function hashOf(text: string | Uint8Array): string {
  return createHash('sha1').update(text).digest('base64url');
}

const DEEPEST = 100;

function canonical(value: unknown, depth: number): string | undefined {
  if (depth > DEEPEST) return undefined;
  if (value === undefined) return 'undefined';
  if (typeof value !== 'object' || value === null)
    return typeof value === 'function' || typeof value === 'symbol'
      ? undefined
      : `${typeof value} ${JSON.stringify(plain(value))}`;
  if (value instanceof Map) return joined('map', [...value].flat(1), depth);
  if (value instanceof Set) return joined('set', [...value], depth);
  if (Array.isArray(value)) return joined('list', value, depth);
  if (value instanceof RegExp || value instanceof Date || value instanceof URL)
    return `${value.constructor.name} ${JSON.stringify(String(value))}`;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return undefined;
  return joined('object', Object.entries(value).flat(1), depth);
}

function joined(kind: string, parts: readonly unknown[], depth: number): string | undefined {
  const written: string[] = [];
  for (const part of parts) {
    const one = canonical(part, depth + 1);
    if (one === undefined) return undefined;
    written.push(one);
  }
  return `${kind}(${written.join()})`;
}

function plain(value: unknown): unknown {
  return typeof value === 'bigint' || (typeof value === 'number' && !Number.isFinite(value)) ? String(value) : value;
}
