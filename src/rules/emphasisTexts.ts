import { type Message, message } from '../base/message';
import type { Leftover } from './emphasisRuns';
import { canClose, canOpen, charAfter, charBefore, sideOf } from './flanking';

/** Why two runs are no pair for Hugo. */
export function pairReason(text: string, open: Leftover, close: Leftover): Message {
  const seen = shown(text, open.start, close.end);
  const last = charBefore(text, close.start);
  const first = charAfter(text, open.end);
  const after = sideOf(charAfter(text, close.end));
  if (sideOf(last) === 'space' || sideOf(first) === 'space')
    return message(
      'Readers will see {0} with its marks: emphasis cannot begin or end with a space. Move the space out.',
      seen,
    );
  if (!canClose(sideOf(last), after))
    return message(
      'Readers will see {0} with its marks: emphasis cannot end between “{1}” and a letter. Move “{1}” out, or put a space behind.',
      seen,
      last,
    );
  if (!canOpen(sideOf(charBefore(text, open.start)), sideOf(first)))
    return message(
      'Readers will see {0} with its marks: emphasis cannot begin between a letter and “{1}”. Move “{1}” out, or put a space before.',
      seen,
      first,
    );
  return message(
    'Readers will see {0} with its marks, because Hugo pairs them in another way. Put them round the words that they belong to.',
    seen,
  );
}

/** Why a run has no partner. */
export function singleReason(run: Leftover, mark: string): Message {
  return run.canOpen && !run.canClose
    ? message(
        'Readers will see {0}: the emphasis that begins here is never closed in this paragraph. Put {0} at its end, or take these out.',
        mark,
      )
    : message(
        'Readers will see {0}: no emphasis begins before it in this paragraph. Put {0} where it should, or take these out.',
        mark,
      );
}

/** A piece of the text for a message, shortened in the middle. */
export function shown(text: string, start: number, end: number): string {
  const piece = text.slice(start, end).replace(/\s+/g, ' ');
  return `“${piece.length > 24 ? `${piece.slice(0, 12)}…${piece.slice(-10)}` : piece}”`;
}
