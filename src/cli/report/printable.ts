/** Text on one line that no terminal takes for a command: a line break in a file's name becomes `\n`. */
export function printable(text: string): string {
  return text.replace(/[\x00-\x1f\x7f-\x9f]/g, (c) =>
    JSON.stringify(c)
      .slice(1, -1)
      .replace(/^[\x7f-\x9f]$/, '\ufffd'),
  );
}
