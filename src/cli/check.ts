import { readFileSync, writeFileSync } from 'node:fs';
import { type Message, message } from '../base/message';
import { changedInputs } from './changed';
import { type Checker, createChecker, type PlacedInput } from './checker';
import type { CheckOptions } from './checkOptions';
import { diffOf } from './diff';
import { fixedText, fixFile } from './fix';
import { type Inputs, inputsOf, reasonOf } from './inputs';
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
  const { checked, unread } = await checkAll(run, options.fix ? { ...terminal, err: () => {} } : terminal);
  const written = report(checked, options, terminal);
  const failures = [...found.unread, ...notFixed, ...unread];
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

async function checkAll(run: Run, terminal: Terminal): Promise<{ checked: CheckedFile[]; unread: Message[] }> {
  const checker = checkerOf(run.options);
  const checked: CheckedFile[] = [];
  const unread: Message[] = [];
  for (const input of await placed(run, terminal)) {
    const outcome = checker.check(input);
    if (!outcome) continue;
    if ('unread' in outcome) unread.push(outcome.unread);
    else checked.push(checkedFile(input.file, outcome.packed));
  }
  return { checked, unread };
}

/** Returns which files could not be fixed. */
async function writeFixes(run: Run, terminal: Terminal): Promise<Message[]> {
  const checker = checkerOf(run.options);
  const failures: Message[] = [];
  for (const input of await placed(run, terminal)) {
    const fixing = fixFile(input.file, (text) => checker.problemsIn(text, input), true);
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
      text === undefined ? fixFile(input.file, problemsIn, false) : { text, fixed: fixedText(text, problemsIn) };
    if ('unread' in fixing) failures.push(fixing.unread);
    else if ('kept' in fixing) failures.push(fixing.kept);
    else if (fixing.fixed !== fixing.text) diff += diffOf(input.file, fixing.text, fixing.fixed);
  }
  const written = write(diff, run.options, terminal);
  for (const why of failures) tell(terminal, why);
  if (failures.length > 0 || !written) return COULD_NOT_RUN;
  return diff === '' ? 0 : 1;
}

function report(checked: readonly CheckedFile[], options: CheckOptions, terminal: Terminal): boolean {
  const { output, format, quiet } = options;
  const shown = quiet ? checked.map((file) => shownOf(file, options)) : checked;
  const silent = quiet && format === 'text' && shown.every(({ problems }) => problems.length === 0);
  const colour = terminal.colour && output === undefined;
  return write(silent ? '' : reportOf(format, shown, { ...terminal, colour }), options, terminal);
}

/** Where it was asked for. False when the file for it cannot be written. */
function write(text: string, { output }: CheckOptions, terminal: Terminal): boolean {
  if (output === undefined) {
    terminal.out(text);
    return true;
  }
  try {
    writeFileSync(output, text);
    return true;
  } catch (error) {
    tell(terminal, message('{0} cannot be written: {1}.', output, reasonOf(error)));
    return false;
  }
}
