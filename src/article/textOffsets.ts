import type { Text } from 'mdast';
import { characterReferenceAt } from '../goldmark/escapes';
import type { Placed } from './placed';

/**
 * Where each character of a text node's value stands in the article; undefined when the two cannot be laid side by side, as where a shortcode
 * stands for a word. Escapes, entities, and what stands before a line in a list or quote make the source longer than the value.
 */
export function textOffsets(text: string, { node, span }: Placed<Text>): ArrayLike<number> | undefined {
  const { value } = node;
  const offsets = new Int32Array(value.length);
  const same = span.end - span.start === value.length && text.startsWith(value, span.start);
  let at = span.start;
  for (let i = 0; i < value.length; i++) {
    if (same) {
      offsets[i] = span.start + i;
      continue;
    }
    const step = stepAt(text, at, value, i);
    if (!step || step.at + step.length > span.end) return undefined;
    for (let k = 0; k < step.units; k++) offsets[i + k] = step.at;
    at = step.at + step.length;
    i += step.units - 1;
  }
  return offsets;
}

interface Step {
  /** Where the character is written, with its backslash or as an entity. */
  readonly at: number;
  readonly length: number;
  /** UTF-16 units of the value that it makes. */
  readonly units: number;
}

function stepAt(text: string, at: number, value: string, i: number): Step | undefined {
  const shown = value[i];
  if (shown === '\n') return lineEndAt(text, at);
  const written = text[at];
  if (written === '&') {
    const reference = characterReferenceAt(text, at);
    if (reference && value.startsWith(reference.value, i))
      return { at, length: reference.end - at, units: reference.value.length };
  }
  if (written === '\\' && text[at + 1] === shown && /[!-/:-@[-`{-~]/.test(shown ?? ''))
    return { at, length: 2, units: 1 };
  return written === shown ? { at, length: 1, units: 1 } : undefined;
}

/** The end of a line with the spaces before it and with what stands before the next: indentation and quote marks. */
function lineEndAt(text: string, from: number): Step | undefined {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t' || text[at] === '\r') at++;
  if (text[at] !== '\n') return undefined;
  let end = at + 1;
  while (text[end] === ' ' || text[end] === '\t' || text[end] === '>') end++;
  return { at: from, length: end - from, units: 1 };
}
