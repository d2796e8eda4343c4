import type { Image, ImageReference, Link, LinkReference, PhrasingContent, Text } from 'mdast';
import { isAsciiPunctuation, isSpace } from './characters';
import { characterReferenceAt } from './escapes';
import type { InlineParser } from './inlines';
import type { LeftoverRun } from './nodes';
import type { Target, Token } from './tokens';
import { NAMED, type Substitution } from './typographer';

/** Makes mdast nodes of tokens and of the text between them, in [start, end) of the parser's text. */
export function phrasing(
  parser: InlineParser,
  first: Token | undefined,
  start: number,
  end: number,
): PhrasingContent[] {
  const out: PhrasingContent[] = [];
  let from = start;
  let leftover: Token[] | undefined;
  for (let token = first; token !== undefined; token = token.next) {
    if (token.kind === 'gone') continue;
    if (token.kind === 'leftover') {
      if (leftover === undefined) leftover = [];
      leftover.push(token);
      continue;
    }
    if (token.start > from) out.push(textNode(parser, from, token.start, leftover));
    leftover = undefined;
    from = token.end;
    out.push(nodeOf(parser, token));
  }
  if (from < end) out.push(textNode(parser, from, end, leftover));
  return out;
}

function nodeOf(parser: InlineParser, token: Token): PhrasingContent {
  const { leaf } = parser;
  const position = parser.document.lines.range(leaf.toSource(token.start), leaf.toSourceEnd(token.end));
  switch (token.kind) {
    case 'emphasis': {
      const children = phrasing(parser, token.first, token.innerStart, token.innerEnd);
      if (token.character === 126) return { type: 'delete', children, position };
      return token.length === 2 ? { type: 'strong', children, position } : { type: 'emphasis', children, position };
    }
    case 'code':
      return { type: 'inlineCode', value: token.value, position };
    case 'html':
      return { type: 'html', value: parser.text.slice(token.start, token.end), position };
    case 'checkbox':
      return { type: 'checkbox', checked: token.flag, position };
    case 'break':
      return { type: 'break', position };
    case 'note':
      return { type: 'footnoteReference', identifier: token.value, label: token.value, position };
    case 'autolink':
      return autolink(parser, token, position);
    case 'link':
      return link(parser, token, position);
    case 'image':
      return image(parser, token, position);
    default:
      throw new Error(`a ${token.kind} is no node`);
  }
}

type Position = NonNullable<Text['position']>;

function autolink(parser: InlineParser, token: Token, position: Position): Link {
  const { leaf, text } = parser;
  const { innerStart, innerEnd } = token;
  const child: Text = {
    type: 'text',
    value: text.slice(innerStart, innerEnd),
    position: parser.document.lines.range(leaf.toSource(innerStart), leaf.toSourceEnd(innerEnd)),
  };
  const auto = innerStart === token.start ? 'linkify' : 'angle';
  return { type: 'link', title: null, url: token.value, children: [child], position, data: { auto } };
}

function link(parser: InlineParser, token: Token, position: Position): Link | LinkReference {
  const children = phrasing(parser, token.first, token.innerStart, token.innerEnd);
  const { url, title, definition, label, referenceType = 'full' } = token.target as Target;
  if (definition === undefined) return { type: 'link', title, url, children, position };
  return { type: 'linkReference', identifier: definition.identifier, label, referenceType, children, position };
}

function image(parser: InlineParser, token: Token, position: Position): Image | ImageReference {
  const alt = altText(parser, token, 'plain');
  const changed = parser.hasEscapes || parser.substitutions.length > 0 || token.first !== undefined;
  const hugoAlt = changed ? altText(parser, token, 'named') : alt;
  const { url, title, definition, label, referenceType = 'full' } = token.target as Target;
  const node: Image | ImageReference =
    definition === undefined
      ? { type: 'image', title, url, alt, position }
      : { type: 'imageReference', identifier: definition.identifier, label, referenceType, alt, position };
  if (hugoAlt !== alt) node.data = { hugoAlt };
  return node;
}

/** The text of an image without markup; `named` as Hugo prints it. */
function altText(parser: InlineParser, container: Token, style: 'plain' | 'named'): string {
  let out = '';
  let from = container.innerStart;
  for (let token = container.first; token !== undefined; token = token.next) {
    if (token.kind === 'gone' || token.kind === 'leftover') continue;
    if (token.start > from) out += textValue(parser, from, token.start, style);
    from = token.end;
    if (token.kind === 'code') out += style === 'plain' ? token.value : codeWithoutLines(parser, token);
    else if (token.kind === 'autolink')
      out += style === 'plain' ? parser.text.slice(token.innerStart, token.innerEnd) : '';
    else if (token.kind === 'emphasis' || token.kind === 'link' || token.kind === 'image') {
      out += altText(parser, token, style);
    }
  }
  return from < container.innerEnd ? out + textValue(parser, from, container.innerEnd, style) : out;
}

/** Goldmark forgets the line ends of code in an image's text. */
function codeWithoutLines({ text }: InlineParser, { value, innerStart, innerEnd }: Token): string {
  const raw = text.slice(innerStart, innerEnd);
  return raw.includes('\n') ? raw.replace(/\r?\n/g, '') : value;
}

function textNode(parser: InlineParser, start: number, end: number, leftover: Token[] | undefined): Text {
  const { leaf } = parser;
  const position = parser.document.lines.range(leaf.toSource(start), leaf.toSourceEnd(end));
  const value = parser.hasEscapes ? textValue(parser, start, end, 'plain') : parser.text.slice(start, end);
  const node: Text = { type: 'text', value, position };
  const changed = (parser.substitutions[firstSubstitution(parser.substitutions, start)]?.start ?? end) < end;
  if (changed || leftover !== undefined) {
    node.data = {};
    if (changed) node.data.typeset = textValue(parser, start, end, 'typeset');
    if (leftover !== undefined) node.data.leftover = leftover.map((run) => leftoverRun(parser, run));
  }
  return node;
}

function leftoverRun({ leaf }: InlineParser, run: Token): LeftoverRun {
  const { canOpen, canClose } = run;
  const char = run.character === 42 ? '*' : run.character === 95 ? '_' : '~';
  return { start: leaf.toSource(run.start), end: leaf.toSourceEnd(run.end), char, canOpen, canClose };
}

/** Index of the first substitution at or behind `start`. */
function firstSubstitution(substitutions: readonly Substitution[], start: number): number {
  let low = 0;
  let high = substitutions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((substitutions[middle] as Substitution).start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The text of [start, end): `plain` as CommonMark has it, `typeset` with typographic characters, `named` as Hugo prints an
 * image's alt text: escapes and references as written, typographic characters as references, lines run together.
 */
function textValue(parser: InlineParser, start: number, end: number, style: 'plain' | 'typeset' | 'named'): string {
  const { text } = parser;
  const substitutions = style === 'plain' ? [] : parser.substitutions;
  let index = firstSubstitution(substitutions, start);
  let nextSubstitution = substitutions[index]?.start ?? end;
  let out = '';
  let from = start;
  for (let i = start; i < end; i++) {
    const c = text.charCodeAt(i);
    if (i === nextSubstitution) {
      const { value, end: stop } = substitutions[index] as Substitution;
      out += text.slice(from, i) + (style === 'named' ? NAMED[value] : value);
      from = stop;
      nextSubstitution = substitutions[++index]?.start ?? end;
    } else if (c === 10) {
      let stop = i;
      while (stop > from && isSpace(text.charCodeAt(stop - 1))) stop--;
      out += text.slice(from, stop) + (style === 'named' ? '' : '\n');
      from = i + 1;
    } else if ((c !== 92 && c !== 38) || style === 'named') {
      continue;
    } else if (c === 38) {
      const reference = characterReferenceAt(text, i);
      if (reference === undefined || reference.end > end) continue;
      out += text.slice(from, i) + reference.value;
      from = reference.end;
    } else {
      if (i + 1 >= end || !isAsciiPunctuation(text.charCodeAt(i + 1))) continue;
      out += text.slice(from, i);
      from = i + 1;
      i++;
      continue;
    }
    i = from - 1;
  }
  return out + text.slice(from, end);
}
