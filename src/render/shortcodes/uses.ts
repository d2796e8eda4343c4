import type { Article, Shortcode } from '../../article/article';
import { blank } from '../../article/blank';
import { type Span, slice, span } from '../../base/span';

/** A shortcode with all that belongs to it. */
export interface ShortcodeUse {
  /** From the opening tag to the closing one, when it has one. */
  readonly span: Span;
  /** The text of the span: it stands in the tree in the place of what the shortcode makes. */
  readonly source: string;
  readonly tag: Shortcode;
  /** What is between the tags; undefined without a closing one. */
  readonly inner: string | undefined;
}

/** The shortcodes of an article that Hugo runs, in order. Of `{{% x %}}…{{% /x %}}` the tags stand alone. */
export function usesOf({ text, body }: Article): ShortcodeUse[] {
  const { shortcodes } = body;
  if (shortcodes.length === 0) return [];
  const tags = new Map(shortcodes.map((tag) => [tag.span.start, tag]));
  const closings = new Map(shortcodes.filter((tag) => tag.closing).map((tag) => [tag.span.end, tag]));
  return blank(text, { all: shortcodes, comments: [] }).blanks.flatMap(({ span: whole }) => {
    const tag = tags.get(whole.start);
    if (!tag) return [];
    const last = closings.get(whole.end);
    const closing = last === tag ? undefined : last;
    const inner = closing && slice(text, span(tag.span.end, closing.span.start));
    return [{ span: whole, source: slice(text, whole), tag, inner }];
  });
}

/** Those that a stretch touches; `uses` are in order and apart from each other. */
export function usesIn(uses: readonly ShortcodeUse[], { start, end }: Span): readonly ShortcodeUse[] {
  let low = 0;
  let high = uses.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (uses[middle]!.span.end <= start) low = middle + 1;
    else high = middle;
  }
  let stop = low;
  while (stop < uses.length && uses[stop]!.span.start < end) stop++;
  return uses.slice(low, stop);
}

/** An argument by its name, or, when there are no names, by its place. */
export function argument({ tag }: ShortcodeUse, name: string, place?: number): string | undefined {
  const named = tag.args.find((arg) => arg.name === name);
  if (named) return named.value;
  const positional = place === undefined ? undefined : tag.args[place];
  return positional?.name === undefined ? positional?.value : undefined;
}
