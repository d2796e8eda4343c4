import {
  commands,
  type Disposable,
  type Event,
  EventEmitter,
  languages,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { ARTICLE_STATE, type ArticleState, articleState } from '../protocol/requests';
import { ACTIVE_KEY, DOCUMENTS, IS_ARTICLE_KEY } from './names';

/** Which open documents are articles, as the server said last. */
export interface Articles extends Disposable {
  /** Fires with the address of a document that became known, became an article or ceased to be one. */
  readonly onDidChange: Event<string>;
  isArticle(document: TextDocument): boolean;
  /** Line of the closing fence, following what was typed since the server spoke; -1 without front matter. */
  frontMatterEnd(document: TextDocument): number;
  /** Shows the commands for a workspace that has articles, although none is open. */
  setActive(): void;
  /** Forgets everything: the server is gone. */
  clear(): void;
}

/** Listens to what the server says of open documents, and keeps the context keys for `when` clauses. */
export function watchArticles(client: BaseLanguageClient): Articles {
  const known = new Map<string, { article: boolean; frontMatterEnd: number }>();
  const changed = new EventEmitter<string>();
  const isArticle = (document: TextDocument) => known.get(document.uri.toString())?.article ?? false;
  const setKey = contextKeys();
  const setActive = () => setKey(ACTIVE_KEY, true);
  const showKeys = () => {
    const document = window.activeTextEditor?.document;
    // Of a file just opened the server speaks in a moment: until then the icon of the last article neither goes nor comes.
    if (document && isAwaited(document) && !known.has(document.uri.toString())) return;
    setKey(IS_ARTICLE_KEY, document !== undefined && isArticle(document));
  };
  const take = ({ uri, article, frontMatterEnd }: ArticleState) => {
    const name = Uri.parse(uri).toString();
    const news = known.get(name)?.article !== article;
    known.set(name, { article, frontMatterEnd });
    if (!news) return;
    if (article) setActive();
    showKeys();
    changed.fire(name);
  };
  const listening = [
    changed,
    client.onNotification(ARTICLE_STATE, (params: unknown) => {
      const state = articleState(params);
      if (state) take(state);
    }),
    window.onDidChangeActiveTextEditor(showKeys),
    workspace.onDidCloseTextDocument((document) => known.delete(document.uri.toString())),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      const state = known.get(document.uri.toString());
      if (!state || state.frontMatterEnd < 0) return;
      for (const { range, text } of contentChanges)
        if (range.end.line <= state.frontMatterEnd)
          state.frontMatterEnd += text.split('\n').length - 1 - (range.end.line - range.start.line);
    }),
  ];
  return {
    onDidChange: changed.event,
    isArticle,
    frontMatterEnd: (document) => known.get(document.uri.toString())?.frontMatterEnd ?? -1,
    setActive,
    clear() {
      known.clear();
      setKey(IS_ARTICLE_KEY, false);
    },
    dispose: () => {
      for (const each of listening) each.dispose();
    },
  };
}

/** True when the server is told of such documents. */
function isAwaited(document: TextDocument): boolean {
  return languages.match(DOCUMENTS, document) > 0;
}

/** Tells VS Code about a context key, but only when it has changed. */
function contextKeys(): (key: string, value: boolean) => void {
  const set = new Map<string, boolean>();
  return (key, value) => {
    if (set.get(key) === value) return;
    set.set(key, value);
    void commands.executeCommand('setContext', key, value);
  };
}
