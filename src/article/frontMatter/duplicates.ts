import type { Edit } from '../../base/edit';
import { message } from '../../base/message';
import { span } from '../../base/span';
import type { Field, SyntaxProblem, Value } from '../frontMatter';
import { syntaxMessage } from './messages';

/** A map, or all fields: what stands on one level. */
interface Level {
  readonly fields: readonly Field[];
  /** Hugo ignores case in maps, but not in those that are items of a list. */
  readonly ignoresCase: boolean;
  readonly flow: boolean;
}

/**
 * Keys that stand again, at the top and in maps below it. Of one spelling Hugo uses the last; of two spellings the one with capital letters, wherever it
 * stands; of two with capital letters either, from build to build.
 */
export function* duplicatesIn(text: string, fields: readonly Field[]): Generator<SyntaxProblem> {
  const levels: Level[] = [{ fields, ignoresCase: true, flow: false }];
  for (let level = levels.pop(); level; level = levels.pop()) {
    yield* duplicatesOf(text, level);
    for (const { value } of level.fields)
      if (value.kind === 'map' || value.kind === 'list') addLevels(levels, value, true);
  }
}

function addLevels(levels: Level[], value: Value, ignoresCase: boolean): void {
  if (value.kind === 'list') for (const item of value.items) addLevels(levels, item, false);
  // What an alias repeats is told where it is written.
  if (value.kind === 'map' && value.fields[0] && value.fields[0].keySpan.start >= value.span.start)
    if (value.fields[0].span.end <= value.span.end)
      levels.push({ fields: value.fields, ignoresCase, flow: value.style === 'flow' });
}

function* duplicatesOf(text: string, level: Level): Generator<SyntaxProblem> {
  if (level.fields.length < 2) return;
  const used = new Map<string, Field>();
  let again = false;
  for (const field of level.fields) {
    const name = level.ignoresCase ? field.name : field.key;
    const earlier = used.get(name);
    again ||= earlier !== undefined;
    if (!earlier || earlier.key === earlier.name || field.key !== field.name) used.set(name, field);
  }
  if (!again) return;
  for (const [i, field] of level.fields.entries()) {
    const winner = used.get(level.ignoresCase ? field.name : field.key)!;
    if (winner === field || field.key === '<<' || isMerged(text, field)) continue;
    const fix = isMerged(text, winner) ? undefined : removal(text, level, i, winner);
    yield { code: 'duplicate-key', severity: 'warning', span: field.keySpan, message: saying(field, winner), fix };
  }
}

/** Brought in by `<<`, whose place it has. */
function isMerged(text: string, { keySpan: { start, end } }: Field): boolean {
  return end - start === 2 && text.startsWith('<<', start);
}

function saying(field: Field, winner: Field) {
  if (field.key === winner.key) return syntaxMessage('duplicate-key', field.key);
  if (isByChance(field, winner))
    return message(
      '“{0}” and “{1}” are one and the same field to Hugo, and which of the two counts changes from build to build. Remove one of them.',
      field.key,
      winner.key,
    );
  return message(
    '“{0}” and “{1}” are one and the same field to Hugo. “{1}” counts, with its capital letter, wherever it stands; this value is ignored. Remove one of them.',
    field.key,
    winner.key,
  );
}

function isByChance(field: Field, winner: Field): boolean {
  return field.key !== winner.key && field.key !== field.name;
}

/** Takes the ignored one out. Where it says the same, nothing is lost; else only the editor knows which value was meant. */
function removal(text: string, { fields, flow }: Level, i: number, winner: Field): SyntaxProblem['fix'] {
  const field = fields[i]!;
  const isEqual = isSame(field.value, winner.value);
  // Another value may repeat what is named here.
  if ((isByChance(field, winner) && !isEqual) || /[&*]/.test(text.slice(field.span.start, field.span.end))) return;
  const edit = flow ? inBraces(text, field, fields[i + 1]) : wholeLines(text, field);
  return edit && { title: message('Remove this one'), edits: [edit], preferred: isEqual && !edit.comment };
}

/** `src: a, ` before the next of `{src: a, src: b}`. The last of a map in braces is left to the editor. */
function inBraces(text: string, field: Field, next: Field | undefined): (Edit & { comment: boolean }) | undefined {
  if (!next || !/^[ \t]*,[ \t]*$/.test(text.slice(field.span.end, next.keySpan.start))) return undefined;
  return { span: span(field.span.start, next.span.start), text: '', comment: false };
}

function wholeLines(text: string, field: Field): (Edit & { comment: boolean }) | undefined {
  const { start, end } = field.span;
  const from = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  const rest = /[ \t]*(#[^\r\n]*)?(?:\r\n|\r|\n)/y;
  rest.lastIndex = end;
  const behind = rest.exec(text);
  if (!behind || !/^[ \t]*$/.test(text.slice(from, start))) return undefined;
  return { span: span(from, rest.lastIndex), text: '', comment: behind[1] !== undefined };
}

function isSame(a: Value, b: Value): boolean {
  switch (a.kind) {
    case 'null':
      return b.kind === 'null';
    case 'list':
      return b.kind === 'list' && a.items.length === b.items.length && a.items.every((x, i) => isSame(x, b.items[i]!));
    case 'map':
      return (
        b.kind === 'map' &&
        a.fields.length === b.fields.length &&
        a.fields.every((x, i) => isSameField(x, b.fields[i]!))
      );
    default:
      return a.kind === b.kind && a.value === b.value;
  }
}

function isSameField(a: Field, b: Field): boolean {
  return a.key === b.key && isSame(a.value, b.value);
}
