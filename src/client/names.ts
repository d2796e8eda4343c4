/** Commands, without their `copydesk.`; the same as in package.json. */
export const COMMANDS = [
  'openPreview',
  'newArticle',
  'checkAll',
  'checkChanged',
  'explain',
  'fixSite',
  'fixAll',
  'insertDate',
  'goToArticle',
  'restartServer',
  'showLog',
] as const;
export type CommandName = (typeof COMMANDS)[number];

/** View type of the preview panel. */
export const PREVIEW = 'copydesk.preview';

/** Context keys for `when` clauses: the active editor shows an article; the workspace has articles. */
export const IS_ARTICLE_KEY = 'copydesk.isArticle';
export const ACTIVE_KEY = 'copydesk.active';

/** What may be an article: only files, never the other side of a comparison (`git:`), never what is not saved anywhere yet. */
export const DOCUMENTS = [{ language: 'markdown', scheme: 'file' }];

/** All that the server is told of: the project's own file counts as it is typed. */
export const SERVED = [...DOCUMENTS, { scheme: 'file', pattern: '**/copydesk.{yaml,yml,json,words.yaml}' }];
