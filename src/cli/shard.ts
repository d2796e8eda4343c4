import type { Shard } from './checkOptions';

/** Whether a file belongs to a part: by its path alone, so that every machine says the same, whatever else there is. @param path below the root of its site */
export function isInShard(path: string, { index, count }: Shard): boolean {
  return hashOf(path) % count === index - 1;
}

/** FNV-1a over UTF-16 units, its bits mixed at the end (as in MurmurHash3), so that a few parts get about the same. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
