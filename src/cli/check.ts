import { readFileSync, writeFileSync } from 'node:fs';
import { type Message, message } from '../base/message';
import { type CheckRest, checkCached } from './cached';
import { changedInputs } from './changed';
import { type Checker, type Conditions, createChecker, type Outcome, type PlacedInput } from './checker';
import type { CheckOptions } from './checkOptions';
import { diffOf } from './diff';
import { fixedText, fixFile } from './fix';
import { type Inputs, inputsOf, reasonOf } from './inputs';
import { checkOn, jobsFor } from './parallel';
import { progressOf } from './progress';
import { type CheckedFile, checkedFile } from './report/checked';
import { reportOf } from './report/report';
import { isInShard } from './shard';
import { pathIn, siteFinder, type Unsaved } from './sites';
import { COULD_NOT_RUN, refuse, type Terminal, tell } from './terminal';
import { failsWith, shownOf } from './verdict';

/** Checks articles. Exit code 0: nothing at or above `failOn`; 1: something; 2: could not run, or not read all of them. */
export async function check(options: CheckOptions, terminal: Terminal): Promise<number> {
  const unsaved = unsavedOf(options);
  const found = unsaved ? { inputs: [{ file: unsaved.file, named: true }], unread: [] } : asked(options);
  if ('refused' in found) return refuse(terminal, found.refused);
  const run = { found, options, unsaved };
  if (options.fix === 'show') return showFixes(run, terminal);
  const notFixed = options.fix === 'write' ? await writeFixes(run, terminal) : [];
  // What was fixed may change what holds for other articles: all are looked at afresh.
  const { checked, unread, failed } = await checkAll(run, options.fix ? { ...terminal, err: () => {} } : terminal);
  const written = report(checked, options, terminal);
  const failures = [...found.unread, ...notFixed, ...unread];
  // What is not remembered costs time, and nothing else.
  if (failed) tell(terminal, failed);
  for (const why of failures) tell(terminal, why);
  if (failures.length > 0 || !written) return COULD_NOT_RUN;
  return failsWith(checked, options) ? 1 : 0;
}

interface Run {
  readonly found: Inputs;
  readonly options: CheckOptions;
  readonly unsaved: Unsaved | undefined;
}

function unsavedOf({ stdinPath }: CheckOptions): Unsaved | undefined {
  return stdinPath === undefined ? undefined : { file: stdinPath, text: readFileSync(0, 'utf8') };
}

function asked({ paths, respectIgnore, changed }: CheckOptions): Inputs | { readonly refused: Message } {
  const found = inputsOf(paths, { respectIgnore });
  if ('refused' in found || changed === undefined) return found;
  const some = changedInputs(found.inputs, paths, changed);
  return 'refused' in some ? some : { ...found, inputs: some.inputs };
}

/** The articles of this part with their sites, so that checking waits for nothing. */
async function placed({ found, options, unsaved }: Run, terminal: Terminal): Promise<PlacedInput[]> {
  const siteOf = siteFinder(terminal, unsaved);
  const all: PlacedInput[] = [];
  for (const { file, named } of found.inputs) {
    const input = { file, named, cli: await siteOf(file), text: unsaved?.text };
    if (!options.shard || isInShard(pathIn(input.cli, file), options.shard)) all.push(input);
  }
  return all;
}

function checkerOf({ severities }: CheckOptions): Checker {
  return createChecker({ now: new Date(), severities });
}

/** On as many threads as asked for, and with what the cache knows. */
async function checkAll(
  run: Run,
  terminal: Terminal,
): Promise<{ checked: CheckedFile[]; unread: readonly Message[]; failed: Message | undefined }> {
  const { options } = run;
  const inputs = await placed(run, terminal);
  const conditions = { now: new Date(), severities: options.severities };
  const checkRest: CheckRest = (rest, wholes) => checkNow(rest, { ...conditions, wholes }, options, terminal);
  const { outcomes, failed } =
    options.cache === undefined || run.unsaved
      ? { outcomes: await checkNow(inputs, conditions, options, terminal), failed: undefined }
      : await checkCached(inputs, { file: options.cache, conditions, checkRest });
  const checked: CheckedFile[] = [];
  const unread: Message[] = [];
  for (const [i, outcome] of outcomes.entries()) {
    if ('unread' in outcome) unread.push(outcome.unread);
    else if (outcome.packed !== null) checked.push(checkedFile(inputs[i]!.file, outcome.packed));
  }
  return { checked, unread, failed };
}

async function checkNow(
  inputs: readonly PlacedInput[],
  conditions: Conditions,
  { jobs }: CheckOptions,
  terminal: Terminal,
): Promise<Outcome[]> {
  const threads = jobsFor(jobs, inputs.length);
  const progress = progressOf(terminal, inputs.length);
  if (threads === 1) {
    const checker = createChecker(conditions);
    const outcomes: Outcome[] = [];
    for (const input of inputs) {
      const outcome = checker.check(input);
      outcomes.push(outcome instanceof Promise ? await outcome : outcome);
      progress.show(outcomes.length);
    }
    progress.end();
    return outcomes;
  }
  const sites = new Map(inputs.map(({ file, cli }) => [file, cli]));
  const work = {
    inputs: inputs.map(({ file, named }) => ({ file, named })),
    now: conditions.now.getTime(),
    severities: conditions.severities,
    wholes: conditions.wholes,
  };
  const outcomes = await checkOn(threads, work, (file) => sites.get(file)!, progress.show);
  progress.end();
  return outcomes;
}

/** Returns which files could not be fixed. */
async function writeFixes(run: Run, terminal: Terminal): Promise<Message[]> {
  const checker = checkerOf(run.options);
  const failures: Message[] = [];
  for (const input of await placed(run, terminal)) {
    const fixing = await fixFile(input.file, (text) => checker.problemsIn(text, input), true);
    // What cannot be read is told when it is checked.
    if ('kept' in fixing) failures.push(fixing.kept);
  }
  return failures;
}

/** Prints what `--fix` would change. Exit code 1 when that is anything. */
async function showFixes(run: Run, terminal: Terminal): Promise<number> {
  const checker = checkerOf(run.options);
  const failures = [...run.found.unread];
  let diff = '';
  for (const input of await placed(run, terminal)) {
    const problemsIn = (text: string) => checker.problemsIn(text, input);
    const { text } = input;
    const fixing =
      text === undefined
        ? await fixFile(input.file, problemsIn, false)
        : { text, fixed: await fixedText(text, problemsIn) };
    if ('unread' in fixing) failures.push(fixing.unread);
    else if ('kept' in fixing) failures.push(fixing.kept);
    else if (fixing.fixed !== fixing.text) diff += diffOf(input.file, fixing.text, fixing.fixed);
  }
  const written = write([diff], run.options, terminal);
  for (const why of failures) tell(terminal, why);
  if (failures.length > 0 || !written) return COULD_NOT_RUN;
  return diff === '' ? 0 : 1;
}

function report(checked: readonly CheckedFile[], options: CheckOptions, terminal: Terminal): boolean {
  const { output, format, quiet } = options;
  const shown = quiet ? checked.map((file) => shownOf(file, options)) : checked;
  const silent = quiet && format === 'text' && shown.every(({ problems }) => problems.length === 0);
  const colour = terminal.colour && output === undefined;
  return write(silent ? [] : reportOf(format, shown, { ...terminal, colour }), options, terminal);
}

/** Where it was asked for. False when the file for it cannot be written. */
function write(pieces: Iterable<string>, { output }: CheckOptions, terminal: Terminal): boolean {
  if (output === undefined) {
    for (const text of inParts(pieces)) terminal.out(text);
    return true;
  }
  try {
    writeFileSync(output, [...pieces].join(''));
    return true;
  } catch (error) {
    tell(terminal, message('{0} cannot be written: {1}.', output, reasonOf(error)));
    return false;
  }
}

/** Characters that are written at once. */
const PART = 1 << 18;

function* inParts(pieces: Iterable<string>): Iterable<string> {
  let part = '';
  for (const piece of pieces) {
    part += piece;
    if (part.length < PART) continue;
    yield part;
    part = '';
  }
  if (part !== '') yield part;
}
