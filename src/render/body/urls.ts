/** Addresses that Goldmark empties: scripts, files, and data that is not a plain picture. */
export function isDangerous(url: string): boolean {
  if (/^data:image\/(?:png|gif|jpeg|webp);/i.test(url)) return false;
  return /^(?:javascript|vbscript|file|data):/i.test(url);
}

const PLAIN = /^[!#$&'()*+,\-./0-9:;=?@A-Z_a-z~]*$/;

/** Escapes an address as Goldmark does. What follows a `%` is taken for an escape when its first character is a hex digit. */
export function escapeUrl(url: string): string {
  if (PLAIN.test(url)) return url;
  let escaped = '';
  let kept = 0;
  const runes = [...url];
  runes.forEach((rune, i) => {
    if (kept > 0) {
      escaped += rune;
      kept--;
    } else if (rune === '%' && bytesAfter(runes, i) >= 2 && /^[0-9A-Fa-f]$/.test(runes[i + 1] ?? '')) {
      escaped += rune;
      kept = 2;
    } else escaped += PLAIN.test(rune) ? rune : escapeRune(rune);
  });
  return escaped;
}

/** Two are enough to know. */
function bytesAfter(runes: readonly string[], at: number): number {
  return new TextEncoder().encode(runes.slice(at + 1, at + 3).join('')).length;
}

/** Half of a pair is what UTF-8 makes of it: the replacement character. */
function escapeRune(rune: string): string {
  const lone = rune.length === 1 && /[\ud800-\udfff]/.test(rune);
  return encodeURIComponent(lone ? '\ufffd' : rune).replace(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
