import { pathTest } from './globs';
import type { Project, Severities, Severity } from './project';

/** What a project says of each rule for each article, with its globs compiled once. Belongs to one project, and goes with it. */
export interface Strictness {
  readonly project: Project;
  at(path: string): PathStrictness;
}

/** The same for one article. */
export interface PathStrictness {
  /** Not checked at all. */
  readonly ignored: boolean;
  /** What the project chose for a rule; undefined: nothing. */
  severityOf(rule: { readonly id: string; readonly group: string }): Severity | 'off' | undefined;
}

/** Compiles a project's globs. The article asked for last is remembered: while it is typed in, no glob is tried. */
export function strictnessOf(project: Project): Strictness {
  const isIgnored = pathTest(project.ignore);
  const overrides = project.overrides.map(({ files, severities }) => ({ matches: pathTest(files), severities }));
  /** By which overrides hold: articles that are treated alike share it. */
  const known = new Map<string, PathStrictness>();
  let last: { readonly path: string; readonly found: PathStrictness } | undefined;
  const find = (path: string): PathStrictness => {
    if (isIgnored(path)) return IGNORED;
    const holding = overrides.filter(({ matches }) => matches(path));
    const key = holding.map((override) => overrides.indexOf(override)).join();
    const found =
      known.get(key) ?? layersOf([...holding.map(({ severities }) => severities).reverse(), project.severities]);
    known.set(key, found);
    return found;
  };
  return {
    project,
    at(path) {
      if (last?.path !== path) last = { path, found: find(path) };
      return last.found;
    },
  };
}

const IGNORED: PathStrictness = { ignored: true, severityOf: () => 'off' };

/** @param layers the one that counts first; a rule's own name counts before its group's in each. */
function layersOf(layers: readonly Severities[]): PathStrictness {
  const said = layers.filter(({ size }) => size > 0);
  if (said.length === 0) return { ignored: false, severityOf: () => undefined };
  const answers = new Map<string, Severity | 'off' | undefined>();
  return {
    ignored: false,
    severityOf({ id, group }) {
      if (answers.has(id)) return answers.get(id);
      let answer: Severity | 'off' | undefined;
      for (const layer of said) {
        answer = layer.get(id) ?? layer.get(group);
        if (answer !== undefined) break;
      }
      answers.set(id, answer);
      return answer;
    },
  };
}
