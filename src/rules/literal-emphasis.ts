import type { Article } from '../article/article';
import { articleOf } from '../article/articleOf';
import { applyEdits, type Edit } from '../base/edit';
import { type Message, message } from '../base/message';
import { type Span, span } from '../base/span';
import { editsFor, placingOf } from './emphasisFix';
import { type Leftover, leftovers } from './emphasisRuns';
import { canClose, canOpen, charAfter, charBefore, sideOf } from './flanking';
import type { Finding, Fix, Rule } from './rule';

export const literalEmphasis: Rule = {
  id: 'literal-emphasis',
  group: 'body',
  summary: message('Emphasis that readers will see as literal `**`'),
  severity: 'warning',
  *check({ article }) {
    const trial: Trial = { article, left: TRIED, block: undefined, before: 0 };
    for (const block of leftovers(article.body)) {
      const runs = block.filter((run) => !isHonest(run, article.text));
      for (let i = 0; i < runs.length; i++) {
        const run = runs[i]!;
        const next = runs[i + 1];
        if (run.inBold && sizeOf(run) >= 4) yield glued(trial, run);
        else if (next && isPair(run, next, article.text)) {
          yield pair(trial, run, next);
          i++;
        } else if (sizeOf(run) > 1) yield single(article, run);
        // A lone `*` or `_` marks a footnote or stands for a letter.
      }
    }
  },
};

/** Characters that are read again in one article to try fixes; a newsroom's worst article needs a tenth. */
const TRIED = 50_000;

/** The fixes of one article, as they are tried. Of text that is broken all over, the first ones are enough at a time. */
interface Trial {
  readonly article: Article;
  /** Characters that may still be read. */
  left: number;
  /** The block tried last, and the marks that readers see in it. */
  block: Span | undefined;
  before: number;
}

function sizeOf(run: Span): number {
  return run.end - run.start;
}

/**
 * Marks that were never meant as emphasis: `2*3`, `5 * 3`, `snake_case`, `138****1234`, `f***`, `10~20`. A run of one or two between words in
 * Chinese is none of them.
 */
function isHonest(run: Leftover, text: string): boolean {
  const before = charBefore(text, run.start);
  const after = charAfter(text, run.end);
  const size = sizeOf(run);
  if (run.char === '~' && size !== 2) return true;
  if (sideOf(before) === 'space' && sideOf(after) === 'space') return true;
  const latin = /^[0-9A-Za-z]$/;
  if (run.char === '_' && (latin.test(before) || latin.test(after))) return true;
  // `**0****1**` are two bolds.
  if (/^\d$/.test(before) && /^\d$/.test(after)) return !(run.inBold && size > 3);
  return size > 2 && !run.inBold && latin.test(before);
}

/** Two runs that were meant to belong together: alike, in one node, with text between that does not lean away from them. */
function isPair(open: Leftover, close: Leftover, text: string): boolean {
  if (open.char !== close.char || sizeOf(open) !== sizeOf(close) || open.parent !== close.parent) return false;
  const inner = text.slice(open.end, close.start);
  if (inner.trim() === '') return false;
  // `甲** 乙 **丙`: the text between two others, unless nothing else can be meant.
  return !(sideOf(charAfter(text, open.end)) === 'space' && sideOf(charBefore(text, open.start)) !== 'space');
}

function pair(trial: Trial, open: Leftover, close: Leftover): Finding {
  const { text } = trial.article;
  const outer = span(open.start, close.end);
  const mark = text.slice(open.start, open.end);
  const placing = placingOf(text, span(open.end, close.start), outer);
  const fixes: Fix[] = [];
  if (placing) {
    const edits = editsFor(text, outer, placing, mark);
    const spaced = placing.spaceBefore || placing.spaceAfter;
    if (helps(trial, open.block, edits))
      fixes.push({
        title: spaced ? message('Put a space beside the bold') : message('Move the punctuation out of the bold'),
        edits,
        preferred: !spaced,
      });
  }
  fixes.push(remove(mark, open, close));
  return { span: outer, message: reason(text, open, close), fixes };
}

function reason(text: string, open: Leftover, close: Leftover): Message {
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

/** `****` where one bold ends and the next begins. */
function glued(trial: Trial, run: Leftover): Finding {
  const edits = [{ span: span(run.start, run.end), text: '' }];
  return {
    span: span(run.start, run.end),
    message: message(
      'Readers will see {0}: Hugo cannot end one bold and begin another here. Make one bold of both by taking the marks out.',
      shown(trial.article.text, run.start, run.end),
    ),
    fixes: helps(trial, run.block, edits) ? [{ title: message('Make one bold of both'), edits, preferred: true }] : [],
  };
}

function single({ text }: Article, run: Leftover): Finding {
  const mark = text.slice(run.start, run.end);
  const opens = run.canOpen && !run.canClose;
  return {
    span: span(run.start, run.end),
    message: opens
      ? message(
          'Readers will see {0}: the emphasis that begins here is never closed in this paragraph. Put {0} at its end, or take these out.',
          mark,
        )
      : message(
          'Readers will see {0}: no emphasis begins before it in this paragraph. Put {0} where it should, or take these out.',
          mark,
        ),
    fixes: [remove(mark, run)],
  };
}

function remove(mark: string, ...runs: readonly Leftover[]): Fix {
  return {
    title: message('Take {0} out', mark),
    edits: runs.map((run) => ({ span: span(run.start, run.end), text: '' })),
  };
}

/** Reads the block again as it would be: a fix is offered only when fewer marks are left for readers to see. */
function helps(trial: Trial, block: Span, edits: readonly Edit[]): boolean {
  const { text, dialect } = trial.article;
  if (trial.left <= 0) return false;
  trial.left -= block.end - block.start;
  const source = text.slice(block.start, block.end);
  if (trial.block?.start !== block.start) Object.assign(trial, { block, before: visible(source, dialect) });
  const here = edits.map((edit) => ({
    ...edit,
    span: span(edit.span.start - block.start, edit.span.end - block.start),
  }));
  return visible(applyEdits(source, here), dialect) < trial.before;
}

function visible(block: string, dialect: Article['dialect']): number {
  let size = 0;
  // The line before keeps the block from being taken for front matter.
  for (const runs of leftovers(articleOf(`.\n\n${block}`, dialect).body)) for (const run of runs) size += sizeOf(run);
  return size;
}

/** A piece of the text for a message, shortened in the middle. */
function shown(text: string, start: number, end: number): string {
  const piece = text.slice(start, end).replace(/\s+/g, ' ');
  return `“${piece.length > 24 ? `${piece.slice(0, 12)}…${piece.slice(-10)}` : piece}”`;
}
