/** The value below which a share (0…1) of the sorted numbers lies. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function median(numbers: readonly number[]): number {
  return quantile(numbers, 0.5);
}

/** Prints one line: what, the number, and the limit that it should keep. */
export function report(what: string, value: number, unit: string, limit?: number, atLeast = false): void {
  const kept =
    limit === undefined
      ? ''
      : `   (limit ${atLeast ? '≥' : '≤'} ${limit} ${unit}: ${(atLeast ? value >= limit : value <= limit) ? 'kept' : 'MISSED'})`;
  const digits = value < 10 ? 2 : value < 100 ? 1 : 0;
  console.log(`  ${what.padEnd(56)} ${value.toFixed(digits).padStart(8)} ${unit}${kept}`);
}
