import { Lexer } from 'yaml';
import { type Span, span } from '../../base/span';
import type { FrontMatter } from '../frontMatter';

/** The comments of front matter, from `#` to the end of their lines. JSON has none. Never throws. */
export function commentsOf(text: string, { format, content }: FrontMatter): readonly Span[] {
  const source = text.slice(content.start, content.end);
  const found = format === 'yaml' ? yamlComments(source) : format === 'toml' ? tomlComments(source) : [];
  return found.map(({ start, end }) => span(start + content.start, end + content.start));
}

/** What the lexer of YAML puts between the pieces of a text: the start of a document, a scalar, the end of a flow that has none. */
const CONTROLS: ReadonlySet<string> = new Set(['\u0002', '\u0018', '\u001f']);

function yamlComments(source: string): Span[] {
  const comments: Span[] = [];
  let at = 0;
  let scalar = false;
  // A lone CR is a line break to Hugo, but not to the lexer.
  for (const piece of new Lexer().lex(source.replace(/\r(?!\n)/g, '\n'))) {
    if (CONTROLS.has(piece)) {
      scalar = piece === '\u001f';
      continue;
    }
    if (!scalar && piece.startsWith('#')) comments.push(span(at, at + piece.trimEnd().length));
    scalar = false;
    at += piece.length;
  }
  return comments;
}

/** A string of TOML, to its end or that of its line, or a comment. */
const TOML_PIECE =
  /"""(?:\\[\s\S]|[^\\])*?(?:"""|$)|'''[\s\S]*?(?:'''|$)|"(?:\\.|[^"\\\r\n])*"?|'[^'\r\n]*'?|#[^\r\n]*/g;

function tomlComments(source: string): Span[] {
  const pieces = [...source.matchAll(TOML_PIECE)].filter(([piece]) => piece.startsWith('#'));
  return pieces.map(({ index, 0: piece }) => span(index, index + piece.trimEnd().length));
}
