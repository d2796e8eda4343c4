import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import type { Article } from '../article/article';
import { articleOf } from '../article/articleOf';
import { fieldOf } from '../article/frontMatter';
import { type Lines, linesOf } from '../base/lines';
import type { ArticleKind, Problem } from '../rules/rule';
import type { Root } from './root';

/** An open document: its text, and what was found in this version of it. Parsed once per version, on demand. */
export interface OpenDocument {
  readonly uri: string;
  readonly root: Root;
  /** Below the root. */
  readonly path: string;
  text: TextDocument;
  /** Where the last change ended, until the editor rests. */
  typedAt: number | undefined;
  /** What stands in the editor now. */
  shown: readonly Problem[];
  parsed: Parsed | undefined;
}

export interface Parsed {
  readonly version: number;
  readonly article: Article;
  readonly lines: Lines;
  readonly kind: ArticleKind | undefined;
  problems: readonly Problem[] | undefined;
}

/** A document as the editor opened it. */
export function openDocument(
  root: Root,
  path: string,
  item: { uri: string; languageId: string; version: number; text: string },
): OpenDocument {
  const text = TextDocument.create(item.uri, item.languageId, item.version, item.text);
  return { uri: item.uri, root, path, text, typedAt: undefined, shown: [], parsed: undefined };
}

/** Applies changes in their order; what was parsed is forgotten. */
export function changeDocument(
  document: OpenDocument,
  changes: readonly TextDocumentContentChangeEvent[],
  version: number,
): void {
  document.text = TextDocument.update(document.text, [...changes], version);
  document.parsed = undefined;
  const last = changes.at(-1);
  document.typedAt = last && 'range' in last ? document.text.offsetAt(last.range.start) + last.text.length : undefined;
}

/** The document as an article. A parse is kept until the text or the site's reading of it changes. */
export function parsedOf(document: OpenDocument): Parsed {
  const { root, path, text } = document;
  const kept = document.parsed;
  if (kept && kept.article.dialect === root.site.dialect) return kept;
  const source = text.getText();
  const article = articleOf(source, root.site.dialect);
  const hasTitle = fieldOf(article.frontMatter, 'title') !== undefined;
  const parsed: Parsed = {
    version: text.version,
    article,
    lines: linesOf(source),
    kind: root.kindOf(path, hasTitle),
    problems: undefined,
  };
  document.parsed = parsed;
  return parsed;
}
