import { applyEdits } from '../../base/edit';
import { message } from '../../base/message';
import { type Span, slice, span } from '../../base/span';
import type { Field, SyntaxProblem, Value } from '../frontMatter';
import { diagnose, problemOf } from './diagnose';
import { type Entry, entriesOf, keyIn, linesIn, type SourceLine } from './entries';
import { judge, type Verdict } from './goYaml/judge';
import { onOneLine } from './goYaml/onOneLine';
import { salvage } from './salvage';
import { warningsOf } from './warnings';
import { readYaml, type YamlTree } from './yaml';

export interface Block {
  readonly fields: readonly Field[];
  readonly problems: readonly SyntaxProblem[];
}

/** Reads what stands between YAML fences. What Hugo refuses is told, and the fields around it are read all the same. */
export function readBlock(text: string, content: Span): Block {
  const source = firstDocument(slice(text, content));
  const verdict = judge(source);
  const tree = verdict ? undefined : readAccepted(source, content.start);
  if (tree?.fields) {
    return { fields: tree.fields, problems: warningsOf(text, content, source, tree.fields) };
  }
  const block = readEntries(source, content.start, verdict);
  const problems = verdict && !block.problems.length ? [wholeProblem(source, content, verdict)] : block.problems;
  return { fields: block.fields, problems: [...problems, ...warningsOf(text, content, source, block.fields)] };
}

/** What Hugo reads: brackets and quotes may go on at the margin there, which YAML 1.2 forbids. */
function readAccepted(source: string, shift: number, known?: ReadonlyMap<string, Value>): YamlTree {
  const tree = readYaml(source, shift, known);
  const joined = tree.root === 'broken' ? onOneLine(source) : undefined;
  return joined === undefined || hasFieldIn(source, joined) ? tree : readYaml(joined, shift, known);
}

/** Whether what looks like a field went into the line above: then a mark that closes is missing there. */
function hasFieldIn(source: string, joined: string): boolean {
  const swallowed = ({ start, text }: SourceLine) =>
    start > 0 && joined[start - 1] === ' ' && /^\S/.test(text) && keyIn(text);
  return linesIn(source).some(swallowed);
}

/** Hugo stops reading at a line that begins with three dots, and does not look at what follows. */
function firstDocument(source: string): string {
  const end = /(?:^|[\r\n])\.\.\.(?=\s|$)/.exec(source);
  return end ? source.slice(0, end.index + end[0].length - 3) : source;
}

/** Of one front matter no more broken entries are explained: Hugo stops at the first, and each explanation tries several repairs. */
const MOST = 100;

/** Entry by entry, so that what is broken in one does not hide the others. */
function readEntries(source: string, shift: number, whole: Verdict | undefined): Block {
  const fields: Field[] = [];
  const problems: SyntaxProblem[] = [];
  const anchors = new Map<string, Value>();
  const named = anchorsIn(source);
  const entries = entriesOf(source);
  for (const [index, entry] of entries.entries()) {
    const text = source.slice(entry.start, entry.end);
    const verdict = judgeEntry(entry, text, named);
    const tree = verdict ? undefined : readAccepted(text, shift + entry.start, anchors);
    for (const [name, value] of tree?.anchors ?? []) anchors.set(name, value);
    if (tree?.fields) {
      fields.push(...tree.fields);
      continue;
    }
    fields.push(...salvage(text, shift + entry.start));
    if (!verdict || problems.length >= MOST) continue;
    // Of the first one Hugo speaks; the others it never sees.
    const says = problems.length === 0 && whole ? whole.says : verdict.says;
    const found = diagnose({ source, entry, entries, index, verdict: { ...verdict, says, own: verdict.says } }, shift);
    for (const problem of found) problems.push(whole ? problem : runsOn(problem, source, shift));
  }
  return { fields, problems };
}

/** Hugo reads the whole although this entry alone is broken: its value goes on in the lines below. */
function runsOn(problem: SyntaxProblem, source: string, shift: number): SyntaxProblem {
  const said = message(
    'This value goes on into the lines below, up to the next mark that closes it, and the fields there are lost. Close it on its own line.',
  );
  const edits = problem.fix?.edits.map((edit) => ({
    ...edit,
    span: span(edit.span.start - shift, edit.span.end - shift),
  }));
  // What Hugo reads must not become something that it does not.
  const fix = edits && judge(applyEdits(source, edits)) === undefined ? problem.fix : undefined;
  return { ...problem, severity: 'warning', message: said, fix };
}

/** Where each `&name` stands first. */
function anchorsIn(source: string): Map<string, number> {
  const places = new Map<string, number>();
  for (const { 1: name, index } of source.matchAll(/&([\w-]+)/g)) if (!places.has(name!)) places.set(name!, index);
  return places;
}

/** An entry may repeat a value that another one names; a text without any field is no entry. */
function judgeEntry(entry: Entry, text: string, named: ReadonlyMap<string, number>): Verdict | undefined {
  const verdict = judge(text);
  const alias = verdict && /^unknown anchor '([^']*)'/.exec(verdict.says);
  if (alias && (named.get(alias[1]!) ?? entry.start) < entry.start) return undefined;
  if (verdict || keyIn(text) !== null || text.trim() === '') return verdict;
  const tree = readYaml(text, 0);
  return tree.root === 'scalar' || tree.root === 'list'
    ? { says: 'unmarshal errors: cannot unmarshal !!str', at: 0, from: 0 }
    : undefined;
}

/** Each entry is right by itself, but not all together. */
function wholeProblem(source: string, content: Span, verdict: Verdict): SyntaxProblem {
  const last = Math.max(0, source.trimEnd().length - 1);
  const at = Math.max(0, Math.min(verdict.at, last));
  const first = source.search(/\S/);
  const { says } = verdict;
  if (says.startsWith('unmarshal errors')) {
    const where = span(Math.max(0, first), source.trimEnd().length);
    return problemOf({ code: 'not-a-map', span: where, says, edits: [] }, content.start);
  }
  const lineStart = Math.max(source.lastIndexOf('\n', at - 1), source.lastIndexOf('\r', at - 1)) + 1;
  const indented = lineStart > 0 && /^[ \t]+$/.test(source.slice(lineStart, at));
  const code = indented ? 'indent' : 'other';
  return problemOf(
    { code, span: span(indented ? lineStart : at, Math.min(at + 1, source.length)), says, edits: [] },
    content.start,
  );
}
