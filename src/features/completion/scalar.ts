import type { TextEdit } from 'vscode-languageserver-types';
import type { Caret } from '../../article/caret';
import { inQuotes } from '../../article/edits';
import { rangeOf } from '../lsp';
import type { CompletionContext } from './context';

export type ValueCaret = Extract<Caret, { kind: 'value' }>;

/** The edit that writes `value` at the caret in the file's own quoting. */
export function scalarEdit(context: CompletionContext, caret: ValueCaret, value: string): TextEdit {
  const text = `${caret.glued ? ' ' : ''}${quoted(value, caret.quote, caret.place === 'flow')}`;
  return { range: rangeOf(context.lines, caret.typed), newText: text };
}

/**
 * What the editor compares with the text it has in the range: VS Code filters by itself, so this begins with the quote
 * that is already typed, if one is.
 */
export function filterText(context: CompletionContext, caret: ValueCaret, value: string): string {
  const first = context.article.text[caret.typed.start];
  const typedQuote = caret.typed.end > caret.typed.start && (first === '"' || first === "'") ? first : '';
  return typedQuote + value;
}

/** A YAML scalar that reads back as the string `value`; without a quote only where it would not change its meaning. */
export function quoted(value: string, quote: '' | '"' | "'", inFlow: boolean): string {
  return quote === '' && isPlain(value, inFlow) ? value : inQuotes(value, quote || '"');
}

/** YAML 1.1 words and forms that would not stay strings. */
const NOT_A_STRING = /^(?:y|n|yes|no|on|off|true|false|null|~|[-+.]?\d.*|[-+]?\.(?:inf|nan)|<<|=)$/i;

function isPlain(value: string, inFlow: boolean): boolean {
  if (value === '' || value !== value.trim() || NOT_A_STRING.test(value)) return false;
  if (/^[-?:,[\]{}#&*!|>'"%@`]/.test(value) || /: |:$| #|[\r\n\t]/.test(value)) return false;
  return !(inFlow && /[,[\]{}]/.test(value));
}
