/** The few facts of an article that the catalog keeps. */
export interface ArticleBrief {
  /** Below the workspace root. */
  readonly path: string;
  readonly title: string;
  /** The date as written (a scalar's text), '' when there is none. */
  readonly date: string;
  readonly draft: boolean;
  readonly thumbnail: string;
  /** Values of list fields whose name was asked for (taxonomies), by lower-cased field name. */
  readonly terms: ReadonlyMap<string, readonly string[]>;
}
