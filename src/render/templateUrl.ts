const KEPT = /^[A-Za-z0-9\-._~!#$&*+,/:;=?@[\]]$/;

/** An address as Go's templates write it into `href` and `src`: percent-encoded; other schemes than these are replaced. */
export function templateUrl(url: string): string {
  const scheme = /^([^:/]*):/.exec(url)?.[1];
  if (scheme !== undefined && !/^(?:https?|mailto)$/i.test(scheme)) return '#ZgotmplZ';
  let written = '';
  for (let i = 0; i < url.length; ) {
    const rune = String.fromCodePoint(url.codePointAt(i) ?? 0);
    const kept = KEPT.test(rune) || (rune === '%' && /^%[0-9A-Fa-f]{2}$/.test(url.slice(i, i + 3)));
    written += kept ? rune : percentEncoded(rune);
    i += rune.length;
  }
  return written;
}

function percentEncoded(rune: string): string {
  return [...new TextEncoder().encode(rune)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
}
