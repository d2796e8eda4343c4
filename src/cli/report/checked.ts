import { linesOf, type Place } from '../../base/lines';
import type { Message } from '../../base/message';
import type { Severity } from '../../project/project';
import type { Problem } from '../../rules/rule';

/** A checked article. */
export interface CheckedFile {
  /** As given, or joined from the folder as given; with `/`. */
  readonly file: string;
  /** Read from their packed form each time: thousands of articles stay small that way, and no text of theirs is kept alive. */
  readonly problems: readonly CheckedProblem[];
}

/** A problem at its place in the file, apart from the article. */
export interface CheckedProblem {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: Message;
  readonly start: Place;
  readonly end: Place;
  readonly fixes: readonly CheckedFix[];
}

export interface CheckedFix {
  readonly title: Message;
  /** Applied by `--fix`. */
  readonly preferred: boolean;
  readonly edits: readonly { readonly start: Place; readonly end: Place; readonly text: string }[];
}

/** Problems as one text, which threads send and the cache keeps: '' when there are none. Each character of it is a byte: half the memory of Chinese text in JSON. */
export type Packed = string;

/** @param text of the article */
export function pack(problems: readonly Problem[], text: string): Packed {
  if (problems.length === 0) return '';
  const lines = linesOf(text.slice(0, lastOffset(problems) + 2));
  const placed = problems.map(
    ({ rule, severity, message, span, fixes }): CheckedProblem => ({
      rule,
      severity,
      message,
      start: lines.placeAt(span.start),
      end: lines.placeAt(span.end),
      fixes: fixes.map(({ title, preferred, edits }) => ({
        title,
        preferred: preferred === true,
        edits: edits.map((edit) => ({
          start: lines.placeAt(edit.span.start),
          end: lines.placeAt(edit.span.end),
          text: edit.text,
        })),
      })),
    }),
  );
  return Buffer.from(JSON.stringify(placed), 'utf8').toString('latin1');
}

/** Lines are counted no further: most problems stand near the top. Two more characters show whether a line ends there. */
function lastOffset(problems: readonly Problem[]): number {
  let last = 0;
  for (const { span, fixes } of problems) {
    last = Math.max(last, span.end);
    for (const { edits } of fixes) for (const edit of edits) last = Math.max(last, edit.span.end);
  }
  return last;
}

/** The checked file of packed problems. */
export function checkedFile(file: string, packed: Packed): CheckedFile {
  return {
    file,
    get problems() {
      return packed === '' ? NONE : (JSON.parse(Buffer.from(packed, 'latin1').toString('utf8')) as CheckedProblem[]);
    },
  };
}
const NONE: readonly CheckedProblem[] = [];
