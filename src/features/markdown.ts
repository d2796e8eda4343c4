/**
 * Text from an article as Markdown that shows exactly that text: a title like `[x](command:…)` stays text. Every ASCII
 * punctuation mark is escaped (CommonMark 2.4) and line ends become spaces, so nothing can open a block, a link, HTML or an entity.
 */
export function escapeMarkdown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

/** An address safe inside `(<…>)` of a Markdown link. */
export function escapeAddress(url: string): string {
  return url.replace(/[\s<>\\`|"'()]/g, (c) =>
    encodeURIComponent(c).replace(/[()'!*]/g, (x) => `%${x.charCodeAt(0).toString(16).toUpperCase()}`),
  );
}
