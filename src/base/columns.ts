/**
 * How wide a text is shown, in columns of a Latin letter: 汉字, kana, hangul, full-width forms and emoji take two; combining marks and what is never
 * seen take none. Characters whose width depends on the font (`“”`, `—`, `…`) count as one.
 */
export function columnsOf(text: string): number {
  let columns = 0;
  /** Columns of the last character that was seen, for what changes it. */
  let last = 0;
  let joined = false;
  let flag = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x300) {
      last = unit < 32 || (unit > 126 && unit < 160) || unit === 0xad ? 0 : 1;
      columns += last;
      joined = flag = false;
      continue;
    }
    const point = text.codePointAt(i) as number;
    if (point > 0xffff) i++;
    // What is joined to an emoji, and the second letter of a flag, are part of the same picture.
    const isFlag = point >= 0x1f1e6 && point <= 0x1f1ff;
    const hidden = joined || (flag && isFlag) || (last === 2 && point >= 0x1f3fb && point <= 0x1f3ff);
    joined = point === ZERO_WIDTH_JOINER && last === 2;
    flag = isFlag && !flag;
    if (hidden) continue;
    // The selector asks for the emoji's own picture: `☀️`.
    const width = point === EMOJI_SELECTOR ? (last === 1 ? 1 : 0) : columnsOfPoint(point);
    columns += width;
    if (point === EMOJI_SELECTOR) last += width;
    else if (width > 0) last = width;
  }
  return columns;
}

const ZERO_WIDTH_JOINER = 0x200d;
const EMOJI_SELECTOR = 0xfe0f;

function columnsOfPoint(point: number): 0 | 1 | 2 {
  if (isFullWidth(point)) return 2;
  const char = String.fromCodePoint(point);
  // Vowels and finals of hangul that is written in parts stand in the square of their first letter.
  if ((point >= 0x1160 && point <= 0x11ff) || /^[\p{Mn}\p{Me}\p{Cf}\p{Cs}]/u.test(char)) return 0;
  return /^\p{Emoji_Presentation}/u.test(char) ? 2 : 1;
}

/** East Asian Width W or F, without the emoji. */
function isFullWidth(point: number): boolean {
  if (point < 0x1100) return false;
  if (point <= 0x115f) return true;
  if (point < 0x2e80) return point === 0x2329 || point === 0x232a;
  if (point <= 0xa4cf)
    return point !== 0x303f && !(point >= 0x302a && point <= 0x302d) && point !== 0x3099 && point !== 0x309a;
  return (
    (point >= 0xa960 && point <= 0xa97c) ||
    (point >= 0xac00 && point <= 0xd7a3) ||
    (point >= 0xf900 && point <= 0xfaff) ||
    (point >= 0xfe10 && point <= 0xfe19) ||
    (point >= 0xfe30 && point <= 0xfe6f) ||
    (point >= 0xff01 && point <= 0xff60) ||
    (point >= 0xffe0 && point <= 0xffe6) ||
    (point >= 0x16fe0 && point <= 0x1b2ff) ||
    (point >= 0x20000 && point <= 0x3fffd)
  );
}
