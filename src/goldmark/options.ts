/** What Hugo's `markup.goldmark` lets a site choose about reading Markdown. */
export interface GoldmarkOptions {
  /** Bare URLs and e-mail addresses become links. */
  readonly linkify: boolean;
  /** Quotes, dashes and dots become typographic ones; the result stands in `data.typeset`. */
  readonly typographer: boolean;
  readonly strikethrough: boolean;
  readonly table: boolean;
  readonly taskList: boolean;
  readonly footnote: boolean;
  readonly definitionList: boolean;
  /** `## Title {#id .class}`. */
  readonly headingAttributes: boolean;
}

/** Hugo 0.111's defaults. */
export const HUGO_DEFAULTS: GoldmarkOptions = {
  linkify: true,
  typographer: true,
  strikethrough: true,
  table: true,
  taskList: true,
  footnote: true,
  definitionList: true,
  headingAttributes: true,
};
