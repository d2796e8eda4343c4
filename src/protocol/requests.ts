/** Our own requests beside the Language Server Protocol's; lines are zero-based. */
export const RENDER = 'copydesk/render';
export interface RenderParams {
  readonly uri: string;
}
export interface RenderResult {
  readonly version: number;
  /** The article as the site would publish it: the content of `<article>` and what stands around it; every block carries `data-line`. Sanitised. */
  readonly html: string;
  readonly title: string;
  readonly language: string;
}

/** Checks every article of the workspace and publishes the problems; progress and cancelling as usual for a request. */
export const CHECK_ALL = 'copydesk/checkAll';
export interface CheckAllParams {
  readonly workDoneToken?: string | number;
}
export interface CheckAllResult {
  readonly files: number;
  readonly problems: number;
  readonly errors: number;
}

/** Articles for "Go to Article…". */
export const ARTICLES = 'copydesk/articles';
export interface ArticleItem {
  readonly uri: string;
  readonly title: string;
  readonly date: string;
  readonly path: string;
}

/** The site of a document, for commands: where new articles go, what "now" is. */
export const SITE = 'copydesk/site';
export interface SiteParams {
  readonly uri: string | undefined;
}
export interface SiteResult {
  readonly rootUri: string;
  readonly found: boolean;
  /** Folders that hold articles, most used first, below the root: `content/zh-CN/news/qq`. */
  readonly sections: readonly { readonly folder: string; readonly language: string; readonly articles: number }[];
  /** Now, in the site's time zone: `2026-02-07T19:11:57+08:00`. */
  readonly now: string;
}

/** The text of a new article from the site's archetype, else from the built-in one. */
export const NEW_ARTICLE = 'copydesk/newArticle';
export interface NewArticleParams {
  readonly rootUri: string;
  readonly folder: string;
  readonly name: string;
  readonly title: string;
}
export interface NewArticleResult {
  readonly uri: string;
  readonly text: string;
}

/** True when the document is an article: what `when` clauses and commands ask. */
export const IS_ARTICLE = 'copydesk/isArticle';
/** Server → client: which open documents are articles. */
export const ARTICLE_STATE = 'copydesk/articleState';
export interface ArticleState {
  readonly uri: string;
  readonly article: boolean;
  /** Offset lines of the front matter, zero-based and inclusive, so that the client knows when to ask for suggestions. */
  readonly frontMatterEnd: number;
}
