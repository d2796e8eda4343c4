/** 汉字, as Chinese and Japanese have them. Takes a UTF-16 unit. */
export function isHan(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    code === 0x3007 ||
    (code >= 0xf900 && code <= 0xfaff)
  );
}

/** Full-width punctuation of Chinese: `，。、；：？！（）《》「」【】`. Quotation marks and dashes are those of many languages. */
export function isFullWidthMark(code: number): boolean {
  return (
    (code >= 0x3001 && code <= 0x3002) ||
    (code >= 0x3008 && code <= 0x3011) ||
    (code >= 0xff01 && code <= 0xff1f && !isWideDigit(code))
  );
}

function isWideDigit(code: number): boolean {
  return code >= 0xff10 && code <= 0xff19;
}

/** かな, カナ, 한글. */
function isKanaOrHangul(code: number): boolean {
  return (
    (code >= 0x3041 && code <= 0x30ff && code !== 0x30fb) ||
    (code >= 0x31f0 && code <= 0x31ff) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0x1100 && code <= 0x11ff)
  );
}

/** Characters on each side that tell the language. */
const AROUND = 40;

/** Whether the words around a place are Chinese: at least four 汉字 near it on its line, and neither kana nor hangul. */
export function isChineseAround(text: string, offset: number): boolean {
  let han = 0;
  for (const step of [-1, 1] as const) {
    let at = step < 0 ? offset - 1 : offset;
    for (let n = 0; n < AROUND && at >= 0 && at < text.length; n++, at += step) {
      const code = text.charCodeAt(at);
      if (code === 10) break;
      if (isKanaOrHangul(code)) return false;
      if (isHan(code)) han++;
    }
  }
  return han >= 4;
}

/** The UTF-16 unit before an offset, marks of emphasis left out; 10 at the start of the line. */
export function unitBefore(text: string, offset: number): number {
  let at = offset - 1;
  while (at >= 0 && isEmphasis(text.charCodeAt(at))) at--;
  return at < 0 ? 10 : text.charCodeAt(at);
}

/** The UTF-16 unit at an offset or behind it, marks of emphasis left out; 10 at the end of the line. */
export function unitAfter(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && isEmphasis(text.charCodeAt(at))) at++;
  const code = at < text.length ? text.charCodeAt(at) : 10;
  return code === 13 ? 10 : code;
}

/** `*`, `_`, `~` */
function isEmphasis(code: number): boolean {
  return code === 42 || code === 95 || code === 126;
}
