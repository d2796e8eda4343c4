import { type Span, slice, span } from '../../base/span';
import type { SyntaxProblem } from '../frontMatter';
import type { Block } from './block';
import { syntaxMessage } from './messages';
import { readYaml } from './yaml';

/** JSON is a part of YAML's bracket notation, so its tree and offsets come from there; whether it is right, JSON's own reader says. */
export function readJson(text: string, content: Span): Block {
  const source = slice(text, content);
  const fields = readYaml(source.replaceAll('\t', ' '), content.start).fields ?? [];
  try {
    JSON.parse(source);
    return { fields, problems: [] };
  } catch (error) {
    return { fields, problems: [problem(source, content, error instanceof Error ? error.message : '')] };
  }
}

/** Engines name the place as `position 12`, `line 2 column 3`, or not at all. */
function problem(source: string, content: Span, says: string): SyntaxProblem {
  const position = /position (\d+)/.exec(says);
  const token = /[Uu]nexpected token '?(.)/.exec(says)?.[1];
  const guess = token === undefined ? source.trimEnd().length - 1 : source.lastIndexOf(token);
  const at = Math.max(0, Math.min(position ? Number(position[1]) : guess, source.length - 1));
  const where = span(content.start + at, Math.min(content.start + at + 1, content.end));
  const reason = says.replace(/,? ?(?:\.\.\.)?".*" is not valid JSON$/s, '').replace(/ in JSON at position.*$/s, '');
  return { code: 'json', severity: 'error', span: where, message: syntaxMessage('json', reason) };
}
