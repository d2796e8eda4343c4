/** What of `candidates` a word was probably meant to be; undefined when nothing is near enough to ask. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const typed = word.toLowerCase();
  let best: string | undefined;
  let least = allowedSlips(typed) + 1;
  for (const candidate of candidates) {
    const meant = candidate.toLowerCase();
    if (Math.abs(meant.length - typed.length) >= least) continue;
    if (least === 2 && !isOneSlip(typed, meant)) continue;
    const slips = slipsBetween(typed, meant);
    if (slips < least && slips <= allowedSlips(meant)) {
      best = candidate;
      least = slips;
    }
  }
  return best;
}

/** One slip in a word of 4 to 6 characters, two from 7 on; shorter words are too near to everything. */
function allowedSlips(word: string): number {
  if (word.length < 4) return 0;
  return word.length < 7 ? 1 : 2;
}

/** False when one slip cannot be all: what is alike at both ends leaves too much between, looked at without a table. */
function isOneSlip(a: string, b: string): boolean {
  const least = Math.min(a.length, b.length);
  let start = 0;
  while (start < least && a[start] === b[start]) start++;
  let end = 0;
  while (end < least - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return Math.max(a.length, b.length) - start - end <= 2;
}

/** Characters to put in, leave out, replace or swap with their neighbour (Damerau, optimal string alignment). */
export function slipsBetween(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let slips = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) slips = Math.min(slips, before[j - 2]! + 1);
      row.push(slips);
    }
    before = last;
    last = row;
  }
  return last[b.length]!;
}
