import { message } from '../base/message';
import { span } from '../base/span';
import { closedLine, gluedTo, joined, marksOnly, placed, spaced } from './emphasisFix';
import { escapedRuns, isBetweenNumbers, isLoneSign, isPlainSign, type Leftover, leftovers } from './emphasisRuns';
import { pairReason, shown, singleReason } from './emphasisTexts';
import { fewerMarks, nextBlock, nextThing, type Trial, trialOf } from './emphasisTrial';
import { charAfter, charBefore, sideOf } from './flanking';
import { mathIn } from './math';
import type { Finding, Fix, Rule } from './rule';

export const literalEmphasis: Rule = {
  id: 'literal-emphasis',
  group: 'body',
  summary: message('Emphasis that readers will see as literal `**`'),
  severity: 'warning',
  *check({ article }) {
    const { body, text } = article;
    if (!MARK.test(text)) return;
    let trial = trialOf(article);
    const isMath = mathIn(article);
    let open: Leftover | undefined;
    for (const block of leftovers(body)) {
      trial = nextBlock(trial, block);
      const runs = block.filter((run) => !isBetweenNumbers(run, text) && !isPlainSign(run, text) && !isMath(run.start));
      // Bold that begins in one paragraph and ends in the next.
      const across = open && runs[0] && isContinued(open, runs[0], text) ? open : undefined;
      open = runs.length === 1 ? runs[0] : undefined;
      yield* inBlock(trial, { runs, isOnly: block.length === 1, across });
    }
    for (const run of escapedRuns(body, text)) if (!isMath(run.start)) yield escaped(text, run);
  },
};

const MARK = /[*_~]/;

function sizeOf(run: { readonly start: number; readonly end: number }): number {
  return run.end - run.start;
}

/** What is left of one paragraph. */
interface Left {
  readonly runs: readonly Leftover[];
  /** Nothing else is left in it, honest signs included. */
  readonly isOnly: boolean;
  /** The mark at the beginning of the paragraph before, which the one here may close. */
  readonly across: Leftover | undefined;
}

function* inBlock(trial: Trial, { runs, isOnly, across }: Left): Iterable<Finding> {
  const { text } = trial.article;
  for (let i = 0; i < runs.length; i++) {
    const run = runs[i]!;
    const own = () => nextThing(trial, run.block);
    const next = runs[i + 1];
    if (isLoneSign(run, text)) yield lone(text, run);
    else if ((run.inBold && sizeOf(run) >= 4) || (run.inItalics && run.char === '*' && sizeOf(run) === 2))
      yield glued(own(), run);
    else if (next && isPair(run, next, text)) {
      yield pair(own(), run, next);
      i++;
    } else if (sizeOf(run) > 1) yield single(own(), run, isOnly ? (across ?? 'alone') : undefined);
    else if (run.char === '*') yield lone(text, run);
  }
}

/** Two runs that were meant to belong together: alike, in one node, with text between that does not lean away from them. */
function isPair(open: Leftover, close: Leftover, text: string): boolean {
  if (open.char !== close.char || sizeOf(open) !== sizeOf(close) || open.parent !== close.parent) return false;
  if (isLoneSign(close, text)) return false;
  const inner = text.slice(open.end, close.start);
  if (inner.trim() === '') return false;
  // `甲** 乙 **丙`: the text between two others, unless nothing else can be meant.
  return !(sideOf(charAfter(text, open.end)) === 'space' && sideOf(charBefore(text, open.start)) !== 'space');
}

function pair(trial: Trial, open: Leftover, close: Leftover): Finding {
  const { text } = trial.article;
  const outer = span(open.start, close.end);
  return { span: outer, message: pairReason(text, open, close), fixes: () => pairFixes(trial, open, close) };
}

function pairFixes(trial: Trial, open: Leftover, close: Leftover): readonly Fix[] {
  const { text } = trial.article;
  const out = remove(text.slice(open.start, open.end), open, close);
  // Nobody sees whether `。` is bold.
  if (marksOnly(text.slice(open.end, close.start)) && fewerMarks(trial, open.block, out.edits))
    return [{ ...out, preferred: true }];
  const fix = placed(text, open, close);
  // Nothing else in the paragraph could pair with them: no need to try.
  if (fix?.preferred && open.char === '*' && trial.runs === 2 && isPlain(text, open)) return [fix, out];
  const tries = [gluedTo(text, open, close), fix, ...spaced(open, close)];
  const best = tries.find((one) => one && fewerMarks(trial, open.block, one.edits));
  return best ? [best, out] : [out];
}

/** Whether the two are the only marks of a paragraph, with nothing round them but words. */
function isPlain(text: string, open: Leftover): boolean {
  const source = text.slice(open.block.start, open.block.end);
  const rest = source.length - source.replace(/[*_~`[\]<>\\&{}|\n\r]/g, '').length;
  return rest === 2 * sizeOf(open);
}

/** `****` where one bold ends and the next begins, `**` between two words in italics. */
function glued(trial: Trial, run: Leftover): Finding {
  const edits = [{ span: span(run.start, run.end), text: '' }];
  const fix: Fix = { title: message('Make one of both'), edits, preferred: true };
  return {
    span: span(run.start, run.end),
    message: message(
      'Readers will see {0}: Hugo cannot end one bold and begin another here. Make one bold of both by taking the marks out.',
      shown(trial.article.text, run.start, run.end),
    ),
    fixes: () => (fewerMarks(trial, run.block, edits) ? [fix] : []),
  };
}

/** The mark that ends a paragraph goes with the one that begins the paragraph before. */
function isContinued(open: Leftover, close: Leftover, text: string): boolean {
  return (
    open.char === close.char &&
    sizeOf(open) === sizeOf(close) &&
    open.start === open.inner.start &&
    open.canOpen &&
    close.canClose &&
    text.slice(close.end, close.inner.end).trim() === '' &&
    text.slice(open.block.end, close.inner.start).trim() === ''
  );
}

/** @param before the mark in the paragraph before that it closes; `alone` when there is none, and nothing else in this paragraph */
function single(trial: Trial, run: Leftover, before: Leftover | 'alone' | undefined): Finding {
  const mark = trial.article.text.slice(run.start, run.end);
  return {
    span: span(run.start, run.end),
    message: singleReason(run, mark),
    fixes: () => singleFixes(trial, run, before),
  };
}

function singleFixes(trial: Trial, run: Leftover, before: Leftover | 'alone' | undefined): readonly Fix[] {
  const { text } = trial.article;
  const fixes: Fix[] = [remove(text.slice(run.start, run.end), run)];
  if (before === 'alone') {
    const closed = closedLine(text, run);
    if (closed && fewerMarks(trial, run.block, closed.edits)) fixes.unshift(closed);
  } else if (before) {
    const both = joined(text, before, run);
    if (fewerMarks(trial, span(before.block.start, run.block.end), both.edits, trial.marksBefore + trial.marks))
      fixes.unshift(both);
  }
  return fixes;
}

/** A `*` that may be a footnote, hide letters or stand for a sign. */
function lone(text: string, run: Leftover): Finding {
  const mark = text.slice(run.start, run.end);
  return {
    span: span(run.start, run.end),
    severity: 'hint',
    message: message(
      'Readers will see {0} as it stands here. If it was to make words bold or italic, it needs a partner; if not, take it out or write the full-width ＊.',
      mark,
    ),
    fixes: [remove(mark, run)],
  };
}

function escaped(text: string, run: { readonly start: number; readonly end: number }): Finding {
  const written = text.slice(run.start, run.end);
  const mark = written.replaceAll('\\', '');
  return {
    // The first mark is enough: editors show a hint at its beginning only.
    span: span(run.start, run.start + 2),
    severity: 'hint',
    message: message(
      'Readers will see {0}, because a backslash stands before it. If it was to make words bold or italic, take the backslash out.',
      mark,
    ),
    fixes: [
      { title: message('Take {0} out', written), edits: [{ span: span(run.start, run.end), text: '' }] },
      { title: message('Take the backslash out'), edits: [{ span: span(run.start, run.end), text: mark }] },
    ],
  };
}

function remove(mark: string, ...runs: readonly Leftover[]): Fix {
  return {
    title: message('Take {0} out', mark),
    edits: runs.map((run) => ({ span: span(run.start, run.end), text: '' })),
  };
}
