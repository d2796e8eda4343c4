import { count, flag, list, optional, type Parse, record, text } from './shape';

/** What an editor that knows Copydesk says of itself, as `initializationOptions`. */
export interface EditorOptions {
  /** It has the command that asks for the next suggestions, `editor.action.triggerSuggest`. */
  readonly retrigger?: boolean | undefined;
  /** It has `ALLOW_KEY`. */
  readonly allowKey?: boolean | undefined;
  /** It has `EXPLAIN_RULE`. */
  readonly explainRule?: boolean | undefined;
  /** What stands in its folders may be acted upon: schemas of the network may be read where they are asked for. */
  readonly trusted?: boolean | undefined;
}
export const editorOptions: Parse<EditorOptions> = record<EditorOptions>({
  retrigger: optional(flag),
  allowKey: optional(flag),
  explainRule: optional(flag),
  trusted: optional(flag),
});

/** The editor's command that allows a front matter field in its settings; its arguments are the article's address and the field's name. */
export const ALLOW_KEY = 'copydesk.allowKey';

/** The editor's command that shows the page of a rule; its arguments are the rule and what it says of the article. */
export const EXPLAIN_RULE = 'copydesk.explainRule';

/** Our own requests beside the Language Server Protocol's; lines are zero-based. */
export const RENDER = 'copydesk/render';
export interface RenderParams {
  readonly uri: string;
}
export interface RenderResult {
  readonly version: number;
  /**
   * The article as the site would publish it: the content of `<article>` and what stands around it. Sanitised.
   * Every block carries `data-line`; a picture of the workspace has no `src` but `data-file`, its path below `rootUri`,
   * not escaped: `data-file="static/img/港口.jpg"`.
   */
  readonly html: string;
  readonly title: string;
  readonly language: string;
  /** The folder that `data-file` counts from; left out when the article has no pictures of its own. */
  readonly rootUri?: string | undefined;
}
export const renderParams: Parse<RenderParams> = record<RenderParams>({ uri: text });
export const renderResult: Parse<RenderResult> = record<RenderResult>({
  version: count,
  html: text,
  title: text,
  language: text,
  rootUri: optional(text),
});

/** Work that may take long tells how far it is. */
export interface LongWorkParams {
  readonly workDoneToken?: string | number | undefined;
}
const progressToken: Parse<string | number> = (value) =>
  typeof value === 'string' || typeof value === 'number' ? value : undefined;
export const longWorkParams: Parse<LongWorkParams> = record<LongWorkParams>({ workDoneToken: optional(progressToken) });

/** Checks every article of the workspace and publishes the problems; progress and cancelling as usual for a request. */
export const CHECK_ALL = 'copydesk/checkAll';
export interface CheckAllParams extends LongWorkParams {
  /** Only what git shows as changed. */
  readonly changed?: boolean | undefined;
  /** Since the branch left this one; since the last commit when left out. */
  readonly since?: string | undefined;
}
export interface CheckAllResult {
  readonly files: number;
  /** Articles with a problem. */
  readonly faulty: number;
  readonly problems: number;
  readonly errors: number;
  /** Why nothing was checked, in the editor’s language. */
  readonly refused?: string | undefined;
}
export const checkAllParams: Parse<CheckAllParams> = record<CheckAllParams>({
  changed: optional(flag),
  since: optional(text),
  workDoneToken: optional(progressToken),
});
export const checkAllResult: Parse<CheckAllResult> = record<CheckAllResult>({
  files: count,
  faulty: count,
  problems: count,
  errors: count,
  refused: optional(text),
});

/** Branches that what is checked out may have left: `origin/main`. None on that branch itself, without git, and where nothing is trusted. */
export const CHANGE_BASES = 'copydesk/changeBases';
export interface ChangeBases {
  readonly branches: readonly string[];
}
export const changeBases: Parse<ChangeBases> = record<ChangeBases>({ branches: list(text) });

/** The rules with fixes that are safe without looking, and the articles that have them. */
export const FIXABLE = 'copydesk/fixable';
export interface FixableRule {
  readonly rule: string;
  /** In the editor’s language. */
  readonly summary: string;
  readonly uris: readonly string[];
}
export const fixableRules: Parse<readonly FixableRule[]> = list(
  record<FixableRule>({ rule: text, summary: text, uris: list(text) }),
);

/** Hands every safe fix of all articles to the editor, which asks before it writes. */
export const FIX_SITE = 'copydesk/fixSite';
export interface FixSiteParams extends LongWorkParams {
  /** Only of this one. */
  readonly rule?: string | undefined;
  /** Only in these articles. */
  readonly uris?: readonly string[] | undefined;
}
export interface FixSiteResult {
  /** Articles and places in them that the editor was asked about. */
  readonly files: number;
  readonly edits: number;
  /** Articles that are left for the next time. */
  readonly more: number;
  readonly applied: boolean;
}
export const fixSiteParams: Parse<FixSiteParams> = record<FixSiteParams>({
  rule: optional(text),
  uris: optional(list(text)),
  workDoneToken: optional(progressToken),
});
export const fixSiteResult: Parse<FixSiteResult> = record<FixSiteResult>({
  files: count,
  edits: count,
  more: count,
  applied: flag,
});

/** What a rule is about. */
export const EXPLAIN = 'copydesk/explain';
export interface ExplainParams {
  readonly rule: string;
}
export interface ExplainResult {
  /** In the editor’s language, as Markdown. */
  readonly summary: string;
  /** Address of its page on the web. */
  readonly page: string;
}
export const explainParams: Parse<ExplainParams> = record<ExplainParams>({ rule: text });
export const explainResult: Parse<ExplainResult> = record<ExplainResult>({ summary: text, page: text });

/** Articles for "Go to Article…". */
export const ARTICLES = 'copydesk/articles';
export interface ArticleItem {
  readonly uri: string;
  readonly title: string;
  readonly date: string;
  readonly path: string;
}
export const articleItems: Parse<readonly ArticleItem[]> = list(
  record<ArticleItem>({ uri: text, title: text, date: text, path: text }),
);

/** The site of a document, for commands: where new articles go, what "now" is. */
export const SITE = 'copydesk/site';
export interface SiteParams {
  readonly uri?: string | undefined;
}
export interface SiteResult {
  readonly rootUri: string;
  readonly found: boolean;
  /** Folders that hold articles, most used first, below the root: `content/zh-CN/news/qq`. */
  readonly sections: readonly { readonly folder: string; readonly language: string; readonly articles: number }[];
  /** Now, in the site's time zone: `2026-02-07T19:11:57+08:00`. */
  readonly now: string;
}
export const siteParams: Parse<SiteParams> = record<SiteParams>({ uri: optional(text) });
export const siteResult: Parse<SiteResult> = record<SiteResult>({
  rootUri: text,
  found: flag,
  sections: list(record({ folder: text, language: text, articles: count })),
  now: text,
});

/** The text of a new article from the site's archetype, else from the built-in one. */
export const NEW_ARTICLE = 'copydesk/newArticle';
export interface NewArticleParams {
  readonly rootUri: string;
  readonly folder: string;
  /** File name: `202602071911.zh-cn.md`. */
  readonly name: string;
  readonly title: string;
}
export interface NewArticleResult {
  readonly uri: string;
  readonly text: string;
}
export const newArticleParams: Parse<NewArticleParams> = record<NewArticleParams>({
  rootUri: text,
  folder: text,
  name: text,
  title: text,
});
export const newArticleResult: Parse<NewArticleResult> = record<NewArticleResult>({ uri: text, text });

/** Server → client: which open documents are articles. */
export const ARTICLE_STATE = 'copydesk/articleState';
export interface ArticleState {
  readonly uri: string;
  readonly article: boolean;
  /**
   * Line of the closing fence of the front matter, zero-based, so that the client knows when to ask for suggestions; the
   * last line while the fence is not closed yet, -1 without front matter.
   */
  readonly frontMatterEnd: number;
}
export const articleState: Parse<ArticleState> = record<ArticleState>({
  uri: text,
  article: flag,
  frontMatterEnd: count,
});
