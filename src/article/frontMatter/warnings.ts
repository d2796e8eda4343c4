import { applyEdits, type Edit } from '../../base/edit';
import { message } from '../../base/message';
import { type Span, span } from '../../base/span';
import type { Field, SyntaxProblem, Value } from '../frontMatter';
import { duplicatesIn } from './duplicates';
import { judge } from './goYaml/judge';
import { syntaxMessage } from './messages';

/** What Hugo reads, but not as it was meant. */
export function warningsOf(text: string, content: Span, source: string, fields: readonly Field[]): SyntaxProblem[] {
  const problems = [...duplicatesIn(text, fields)];
  for (const field of fields) {
    const glued = gluedDash(text, field.value);
    if (glued) problems.push(glued);
  }
  const rest = content.start + source.length;
  if (rest < content.end) problems.push(afterDots(rest));
  return problems;
}

/** A list whose items are written `-"a"`: Hugo takes all of it for one text. */
function gluedDash(text: string, value: Value): SyntaxProblem | undefined {
  if (value.kind !== 'string' || value.style !== 'plain') return undefined;
  const written = text.slice(value.span.start, value.span.end);
  const lines = written.split(/\r\n|\r|\n/);
  const glued = lines.every((line) => /^[ \t]*-\S/.test(line));
  const below = /[\r\n][ \t]*$/.test(text.slice(Math.max(0, value.span.start - 40), value.span.start));
  if (!glued || (!below && lines.length === 1)) return undefined;
  const edits = [...written.matchAll(/(?<=^|[\r\n])([ \t]*-)(?=\S)/g)].map((match) => {
    const at = value.span.start + match.index + match[0].length;
    return { span: span(at, at), text: ' ' };
  });
  const works =
    below &&
    judge(`k:\n${indentOf(text, value.span.start)}${spaced(written, value.span.start, edits)}\n`) === undefined;
  return {
    code: 'no-space-after-dash',
    severity: 'warning',
    span: span(value.span.start, value.span.start + 1),
    message: syntaxMessage('no-space-after-dash', ''),
    fix: works ? { title: message('Insert a space'), edits } : undefined,
  };
}

function indentOf(text: string, at: number): string {
  return /[ \t]*$/.exec(text.slice(Math.max(0, at - 40), at))![0];
}

function spaced(written: string, shift: number, edits: readonly Edit[]): string {
  return applyEdits(
    written,
    edits.map((edit) => ({ ...edit, span: span(edit.span.start - shift, edit.span.end - shift) })),
  );
}

function afterDots(at: number): SyntaxProblem {
  const where = span(at, at + 3);
  return {
    code: 'bad-closing-fence',
    severity: 'warning',
    span: where,
    message: message(
      'Three dots end the fields, and Hugo passes over everything from here to the next three dashes: that text is lost. Write --- here.',
    ),
    fix: { title: message('Write three dashes'), edits: [{ span: where, text: '---' }] },
  };
}
