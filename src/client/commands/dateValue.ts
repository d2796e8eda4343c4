/** Fields of front matter that hold a moment, as Hugo reads them, and their value on one line. */
const DATE_LINE =
  /^(\s*"?(?:date|lastmod|publishdate|expirydate)"?\s*[:=]\s*)("[^"]*"|'[^']*'|[^\s#,]*(?: [\d:+.Z-]+)*)/i;

/**
 * Where a new date goes in `date: "2025-02-07 19:11:57"`: the text between the quotes, else the bare value.
 * @returns offsets within the line; undefined when the line is no date field
 */
export function dateValue(line: string): { readonly start: number; readonly end: number } | undefined {
  const found = DATE_LINE.exec(line);
  if (!found) return undefined;
  const start = found[1]?.length ?? 0;
  const value = found[2] ?? '';
  const quoted = value.length >= 2 && /^["']/.test(value);
  return quoted ? { start: start + 1, end: start + value.length - 1 } : { start, end: start + value.length };
}
