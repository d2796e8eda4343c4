/** What a page shows of the rest of its site. The catalog knows it; the renderer prints it. */
export interface PageContext {
  /** The page's own address, `/news/a/`; undefined when it is not published. */
  readonly url: string | undefined;
  /** The next older article of the section, which the theme's pager calls previous. */
  readonly previous: PageLink | undefined;
  /** The next newer article of the section. */
  readonly next: PageLink | undefined;
  /** The newest articles of the main sections, newest first: as many as the site's `widgets.recent_num` asks for, else ten. */
  readonly recent: readonly PageLink[];
  /** Terms that are in use by the plural name of their taxonomy (`tags`, `categories`), in the order of their names. */
  readonly terms: ReadonlyMap<string, readonly PageTerm[]>;
}

export interface PageLink {
  readonly title: string;
  readonly url: string;
}

export interface PageTerm {
  /** As the first article wrote it. */
  readonly name: string;
  readonly url: string;
  /** Articles that use it. */
  readonly count: number;
}
