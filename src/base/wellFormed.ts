/** Text as UTF-8 can hold it: half of a pair becomes the replacement character, as it does when a file is saved. `encodeURI` throws on it. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}
