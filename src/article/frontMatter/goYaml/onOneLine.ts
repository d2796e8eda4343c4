import { isBreak, Refusal, startScan, type Token } from './scan';
import { take } from './tokens';

/**
 * YAML that Hugo reads, with spaces in place of the line breaks within brackets and quotation marks, and of comments there: as long, and of the same
 * meaning but for empty lines in quotations. Undefined when there are none.
 */
export function onOneLine(source: string): string | undefined {
  let result = '';
  let at = 0;
  let depth = 0;
  for (const token of tokensOf(source)) {
    if (token.start < at) continue;
    const gap = source.slice(at, token.start);
    result += depth > 0 ? ' '.repeat(gap.length) : gap;
    const written = source.slice(token.start, token.end);
    const quoted = token.type === 'scalar' && /["']/.test(written[0] ?? '');
    result += depth > 0 || quoted ? joined(written) : written;
    at = token.end;
    if (token.type === '[' || token.type === '{') depth++;
    else if (token.type === ']' || token.type === '}') depth--;
  }
  result += source.slice(at);
  return result === source ? undefined : result;
}

function joined(written: string): string {
  return [...written].map((c) => (isBreak(c) ? ' ' : c)).join('');
}

function* tokensOf(source: string): Iterable<Token> {
  const scan = startScan(source);
  try {
    for (let token = take(scan); token.type !== 'end'; token = take(scan)) yield token;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}
