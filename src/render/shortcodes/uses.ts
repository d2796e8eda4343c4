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
  return blank(text, { all: shortcodes, comments: [] }).blanks.flatMap(({ span: whole }) => {
    const tag = tags.get(whole.start);
    if (!tag) return [];
    const closing = shortcodes.find((other) => other.closing && other.span.end === whole.end && other !== tag);
    const inner = closing && slice(text, span(tag.span.end, closing.span.start));
    return [{ span: whole, source: slice(text, whole), tag, inner }];
  });
}

/** An argument by its name, or, when there are no names, by its place. */
export function argument({ tag }: ShortcodeUse, name: string, place?: number): string | undefined {
  const named = tag.args.find((arg) => arg.name === name);
  if (named) return named.value;
  const positional = place === undefined ? undefined : tag.args[place];
  return positional?.name === undefined ? positional?.value : undefined;
}
