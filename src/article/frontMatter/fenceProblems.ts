import type { Edit } from '../../base/edit';
import { message } from '../../base/message';
import { type Span, span } from '../../base/span';
import type { Fences } from '../fences';
import type { Field, SyntaxCode, SyntaxProblem } from '../frontMatter';
import { keyIn, linesIn, type SourceLine } from './entries';
import { lineBreakOf } from './lineBreak';
import { syntaxMessage } from './messages';

/** Dashes of every kind, or too many or too few of them, or the dots that end YAML elsewhere. */
const NEARLY_A_FENCE = /^[ \t]*(?:[-\u2010-\u2015\u2212\uff0d\u4e00]{2,}|\.{3,}|\u2026+)[ \t]*$/;
/** What a fence that Hugo misses looks like: other dashes, as Chinese input methods write them. */
const WRONG_DASHES = /^[\ufeff \t]*[-\u2010-\u2015\u2212\uff0d]{2,}[ \t]*$/;

/** What is wrong with the fences themselves. */
export function fenceProblem(text: string, fences: Fences, fields: readonly Field[]): SyntaxProblem | undefined {
  if (fences.fault === 'unclosed') return unclosed(text, fences, fields);
  if (fences.fault === 'comment') return openComment(text, fences);
  if (fences.format === 'none') return missing(text, fences);
  return undefined;
}

/** `<!-- note -->` on the first line: Hugo takes it for the beginning of a comment that goes round the front matter. */
function openComment(text: string, { span: { start: head }, format }: Fences): SyntaxProblem {
  const start = text.indexOf('<!--');
  const line = lineSpan({ start, text: /^[^\r\n]*/.exec(text.slice(start))![0] });
  const said = message(
    'A comment at the very beginning must end behind the front matter: Hugo looks for --> there, and stops with “starting HTML comment with no end”. Put the comment below the front matter.',
  );
  const whole = /^<!--[^>]*-->$/.test(text.slice(line.start, line.end)) && format !== 'none' && line.end < head;
  const fix = whole
    ? { title: message('Take the comment out'), edits: [{ span: span(line.start, head), text: '' }] }
    : undefined;
  return { code: 'text-before-front-matter', severity: 'error', span: line, message: said, fix };
}

/** What follows the dashes on the opening line; Hugo reads it as the first line of the fields. Undefined when there is nothing but a comment. */
export function strayAfterOpen(text: string, { open, content }: Fences): Span | undefined {
  if (!open || content.start !== open.end) return undefined;
  const stray = lineSpan({ start: open.end, text: /^[^\r\n]*/.exec(text.slice(open.end))![0] });
  return stray.end <= stray.start || text[stray.start] === '#' || stray.end > content.end ? undefined : stray;
}

/** `----` and `---yaml`: the rest of the line goes, and so do dashes behind the closing ones; a field goes to its own line. */
export function strayProblem(text: string, { open, close }: Fences, stray: Span, says: string): SyntaxProblem {
  const rest = text.slice(stray.start, stray.end);
  const own = keyIn(rest) !== null;
  const edits: Edit[] = [{ span: span(open!.end, own ? stray.start : stray.end), text: own ? lineBreakOf(text) : '' }];
  const more = close && /^-+(?=[ \t]*(?:[\r\n]|$))/.exec(text.slice(close.end));
  if (close && more) edits.push({ span: span(close.end, close.end + more[0].length), text: '' });
  const where = span(open!.start, stray.end);
  return { ...problem('bad-opening-fence', 'error', where, says), fix: writeFence(edits) };
}

/** Where front matter without an end may end: before a line that nearly closes it, else behind its last line that looks like a field. */
export function guessedEnd(text: string, fences: Fences): number {
  const end = lastFieldEnd(text, fences);
  const start = Math.max(text.lastIndexOf('\n', end - 1), text.lastIndexOf('\r', end - 1)) + 1;
  const glued = fences.format === 'yaml' && start >= fences.content.start ? GLUED.exec(text.slice(start, end)) : null;
  return glued ? start + glued[1]!.length : end;
}

/** `title: a---`: the dashes that should stand below the last field. */
const GLUED = /^(\s*(?:-|[^\s\-:：]+[ \t]*[:：]).*[^-\s])[ \t]*---[ \t]*$/;

function lastFieldEnd(text: string, { content, open }: Fences): number {
  let end = content.start;
  let blank = false;
  for (const line of linesIn(text, content.start, content.end)) {
    if (line.start === open?.end)
      end = line.start + line.text.length; // what stands behind the opening dashes
    else if (NEARLY_A_FENCE.test(line.text)) return line.start;
    else if (line.text.trim() === '') blank = true;
    else if (blank ? !keyIn(line.text) : !looksLikeMatter(line.text)) return end;
    else {
      blank = false;
      end = line.start + line.text.length;
    }
  }
  return end;
}

function looksLikeMatter(line: string): boolean {
  return keyIn(line) !== null || /^(?:[ \t]|[-#[\]{}"']|\S+\s*=)/.test(line);
}

function unclosed(text: string, { format, content, span: all, open }: Fences, fields: readonly Field[]): SyntaxProblem {
  const name = format === 'toml' ? 'TOML' : format === 'json' ? 'JSON' : 'YAML';
  if (format === 'json') {
    const says = 'unexpected EOF parsing JSON front matter';
    const where = span(all.start, all.start + 1);
    return problem('json', 'error', where, says);
  }
  const says = `EOF looking for end ${name} front matter delimiter`;
  const glued = gluedFence(text, content);
  if (glued) return { ...problem('bad-closing-fence', 'error', glued.dashes, says), fix: writeFence([glued.edit]) };
  const fence = format === 'toml' ? '+++' : '---';
  const below = linesIn(text, content.end, text.length);
  const near = below.find(({ start, text: line }) => line.trim() !== '' && start !== open?.end);
  if (near && NEARLY_A_FENCE.test(near.text)) {
    const where = lineSpan(near);
    const edits = [{ span: span(near.start, where.end), text: fence }];
    return { ...problem('bad-closing-fence', 'error', where, says), fix: writeFence(edits) };
  }
  const last = fields.at(-1);
  const where = last
    ? lineOf(text, Math.max(last.span.start, last.span.end - 1))
    : (open ?? span(all.start, all.start));
  const at = content.end;
  const brk = lineBreakOf(text);
  const before = at > 0 && !/[\r\n]/.test(text[at - 1]!) ? brk : '';
  const after = /^[\r\n]/.test(text.slice(at)) || at >= text.length ? '' : brk;
  const edits = [{ span: span(at, at), text: `${before}${fence}${after === '' && at >= text.length ? brk : after}` }];
  return { ...problem('unclosed-front-matter', 'error', where, says), fix: writeFence(edits) };
}

/** The dashes behind the last value, when the fields were found to end there. */
function gluedFence(text: string, { end }: Span): { dashes: Span; edit: Edit } | undefined {
  if (end === 0 || /[\r\n]/.test(text[end - 1]!)) return undefined;
  const gap = /^[ \t]*(?=---)/.exec(text.slice(end, end + 200));
  if (!gap) return undefined;
  const at = end + gap[0].length;
  return { dashes: span(at, at + 3), edit: { span: span(end, at), text: lineBreakOf(text) } };
}

/** No front matter that Hugo sees. */
function missing(text: string, { fault, span: { start } }: Fences): SyntaxProblem {
  const lines = linesIn(text);
  const firstIndex = lines.findIndex(({ text: line }) => line.replace(/^\ufeff/, '').trim() !== '');
  const first = lines[firstIndex];
  if (!first) return problem('no-front-matter', 'warning', span(start, start), '');
  const where = lineSpan(first);
  const fields = lines.slice(firstIndex + 1).findIndex(({ text: line }) => line.trim() !== '');
  const followed = fields >= 0 && keyIn(lines[firstIndex + 1 + fields]!.text) !== null;
  if (WRONG_DASHES.test(first.text) && (followed || fault)) return wrongDashes(lines, firstIndex, fault !== undefined);
  if (fault === 'delimiter') {
    const name = text[where.start] === '+' ? 'TOML' : 'YAML';
    return problem('bad-opening-fence', 'error', where, `invalid ${name} delimiter`);
  }
  const fence = lines.findIndex((_, i) => i > firstIndex && i < firstIndex + FAR && isBlock(lines, i));
  if (fence < 0) return problem('no-front-matter', 'warning', where, '');
  const before = text.slice(0, lines[fence]!.start).trimEnd();
  return problem('text-before-front-matter', 'warning', span(where.start, before.length), '');
}

/** Front matter that stands below text is looked for in so many lines. */
const FAR = 200;

/** `---`, a line with a field, and `---` again. */
function isBlock(lines: readonly SourceLine[], at: number): boolean {
  if (!/^---\s*$/.test(lines[at]!.text)) return false;
  const below = lines.slice(at + 1, at + FAR);
  const close = below.findIndex(({ text }) => text.startsWith('---'));
  const inside = below.slice(0, Math.max(0, close)).filter(({ text }) => text.trim() !== '');
  return inside.length > 0 && inside.every(({ text }) => looksLikeMatter(text)) && keyIn(inside[0]!.text) !== null;
}

function wrongDashes(lines: readonly SourceLine[], index: number, fails: boolean): SyntaxProblem {
  const open = lineSpan(lines[index]!);
  const edits: Edit[] = [{ span: open, text: '---' }];
  const close = lines.find(({ text }, i) => i > index && (NEARLY_A_FENCE.test(text) || text.startsWith('---')));
  if (close && !close.text.startsWith('---')) edits.push({ span: lineSpan(close), text: '---' });
  const fix = writeFence(edits);
  if (fails) return { ...problem('bad-opening-fence', 'error', open, 'invalid YAML delimiter'), fix };
  const said = message(
    'Front matter begins with a line of exactly three hyphens (---). Hugo does not take these dashes for it, publishes the fields as text, and the article has no title. Write --- here.',
  );
  return { code: 'bad-opening-fence', severity: 'warning', span: open, message: said, fix };
}

function writeFence(edits: readonly Edit[]): SyntaxProblem['fix'] {
  return { title: message('Write three dashes'), edits };
}

function problem(code: SyntaxCode, severity: 'error' | 'warning', where: Span, says: string): SyntaxProblem {
  return { code, severity, span: where, message: syntaxMessage(code, says) };
}

/** The line without white space and byte order marks around it. */
function lineSpan({ start, text }: SourceLine): Span {
  const from = text.search(/[^\s\ufeff]/);
  return span(start + Math.max(0, from), start + text.trimEnd().length);
}

function lineOf(text: string, at: number): Span {
  const start = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
  const end = text.slice(start).search(/[\r\n]/);
  return lineSpan({ start, text: end < 0 ? text.slice(start) : text.slice(start, start + end) });
}
