import type { Root } from 'mdast';
import type { Span } from '../base/span';
import { type GoldmarkOptions, HUGO_DEFAULTS } from '../goldmark/options';
import type { FrontMatter } from './frontMatter';
import type { PlacedNodes } from './placed';

/** How the site reads articles. */
export interface Dialect {
  readonly goldmark: GoldmarkOptions;
}

/** How a site without settings of its own reads articles. */
export const DEFAULT_DIALECT: Dialect = { goldmark: HUGO_DEFAULTS };

/** One article, parsed once per version of its text. Immutable; parsing never throws. */
export interface Article {
  readonly text: string;
  readonly dialect: Dialect;
  readonly frontMatter: FrontMatter;
  readonly body: Body;
}

/** The Markdown below the front matter. All spans and positions are those of the whole text. */
export interface Body {
  readonly span: Span;
  readonly tree: Root;
  /** The same nodes in lists by type, made when first asked for. */
  readonly nodes: PlacedNodes;
  readonly images: readonly ImageUse[];
  readonly links: readonly LinkUse[];
  readonly headings: readonly Heading[];
  readonly shortcodes: readonly Shortcode[];
}

/** A picture in the body: `![alt](url "title")`, `![alt][ref]`, `<img src="…">` or `{{< figure src="…" >}}`. */
export interface ImageUse {
  readonly kind: 'markdown' | 'reference' | 'html' | 'shortcode';
  readonly span: Span;
  readonly url: string;
  /** The address as written; for a reference that of its definition. */
  readonly urlSpan: Span;
  readonly alt: string;
  readonly altSpan: Span;
  readonly title: string | undefined;
}

export interface LinkUse {
  readonly span: Span;
  readonly url: string;
  readonly urlSpan: Span;
  readonly text: string;
}

export interface Heading {
  readonly depth: number;
  readonly span: Span;
  readonly text: string;
}

/** `{{< name arg key="value" >}}` or `{{% … %}}`; a closing tag has `closing`. Comments are not listed. */
export interface Shortcode {
  readonly span: Span;
  readonly name: string;
  readonly nameSpan: Span;
  readonly markdown: boolean;
  readonly closing: boolean;
  readonly selfClosing: boolean;
  readonly args: readonly ShortcodeArgument[];
  /** Why Hugo would refuse it, when it would. */
  readonly broken?: 'unclosed' | 'bad-name' | 'bad-argument';
}

export interface ShortcodeArgument {
  readonly name: string | undefined;
  readonly value: string;
  readonly span: Span;
  readonly valueSpan: Span;
}
