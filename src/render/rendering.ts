import type { Element, ElementContent } from 'hast';
import type { Definition, FootnoteDefinition, Heading, Html, Nodes, Parents, Root } from 'mdast';
import type { Article } from '../article/article';
import { span } from '../base/span';
import type { Site } from '../hugo/site';
import { HeadingIds } from './body/headingIds';
import { type Notes, numberNotes } from './body/noteNumbers';
import { type ShortcodeUse, usesIn } from './shortcodes/uses';

/** An article of a site. `path` is below the workspace root. */
export interface Source {
  readonly article: Article;
  readonly site: Site;
  readonly path: string;
}

/** What differs between the published body and what an editor is shown of it. */
export interface Medium {
  /** HTML written in the article, on a site that publishes it (`unsafe`). */
  rawHtml(node: Html, block: boolean): ElementContent[];
  shortcode(use: ShortcodeUse, rendering: Rendering): ElementContent[];
}

/** What one rendering of a body knows. Made for it and thrown away with it. */
export interface Rendering {
  readonly source: Source;
  readonly medium: Medium;
  readonly unsafe: boolean;
  readonly hardWraps: boolean;
  readonly ids: ReadonlyMap<Heading, string>;
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly notes: Notes;
  readonly shortcodes: readonly ShortcodeUse[];
  /** The first `<!--more-->`, which cuts the summary off and is not published. */
  readonly divider: Html | undefined;
}

/** Surveys a body before it is rendered: ids, definitions and notes depend on all of it. */
export function renderingOf(source: Source, medium: Medium, shortcodes: readonly ShortcodeUse[]): Rendering {
  const { tree } = source.article.body;
  const found = survey(tree, shortcodes);
  const { unsafe, hardWraps } = source.site;
  return { source, medium, unsafe, hardWraps, shortcodes, ...found };
}

/** One walk in the order of the source, since that is the order in which Hugo numbers equal headings. */
function survey(
  tree: Root,
  shortcodes: readonly ShortcodeUse[],
): Pick<Rendering, 'ids' | 'definitions' | 'notes' | 'divider'> {
  const ids = new HeadingIds();
  const definitions = new Map<string, Definition>();
  const notes: FootnoteDefinition[] = [];
  let divider: Html | undefined;
  const run = shortcodes.filter(({ tag }) => !tag.closing);
  const numbers = new Map(run.map((use, number) => [use, number]));
  const visit = (node: Nodes): void => {
    if (node.type === 'heading') ids.add(node, rawOf(node, run, numbers));
    else if (node.type === 'definition') {
      if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
    } else if (node.type === 'footnoteDefinition') notes.push(node);
    else if (node.type === 'html' && divider === undefined && node.value.trim() === '<!--more-->') divider = node;
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(tree);
  return { ids: ids.all, definitions, notes: numberNotes(tree, notes), divider };
}

/** While Hugo makes ids, words of its own stand in the place of shortcodes, and it never takes them out of the ids. */
function rawOf({ data, position }: Heading, run: readonly ShortcodeUse[], numbers: ReadonlyMap<ShortcodeUse, number>) {
  const raw = data?.raw ?? '';
  if (!raw.includes('{{')) return raw;
  let result = '';
  let from = 0;
  for (const use of usesIn(run, span(position?.start.offset ?? 0, position?.end.offset ?? 0))) {
    const at = raw.indexOf(use.source, from);
    if (at < 0) continue;
    result += `${raw.slice(from, at)}HAHAHUGOSHORTCODEs${numbers.get(use)}HBHB`;
    from = at + use.source.length;
  }
  return result + raw.slice(from);
}

/** What a handler of ours gets from mdast-util-to-hast. */
export interface HandlerState {
  all(node: Nodes): ElementContent[];
  patch(from: Nodes, to: Element): void;
}

/** Turns one node into HTML; `parent` is undefined at the top only. */
export type Handle<N> = (
  state: HandlerState,
  node: N,
  parent: Parents | undefined,
) => ElementContent | ElementContent[];

/** The element of a node, with its place in the source. */
export function placed(state: HandlerState, node: Nodes, made: Element): Element {
  state.patch(node, made);
  return made;
}
