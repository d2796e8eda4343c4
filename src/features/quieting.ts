import { type CodeAction, CodeActionKind } from 'vscode-languageserver-types';
import type { Article } from '../article/article';
import { disableInArticle, disableOnLine } from '../article/directiveEdits';
import type { Edit } from '../base/edit';
import { linesOf } from '../base/lines';
import { type Message, message, type Translate } from '../base/message';
import { allowingKey } from '../project/allowKey';
import type { ProjectFile } from '../project/readProject';
import type { Problem } from '../rules/rule';
import { textEditOf } from './lsp';

/** The project's file as the editor has it. */
export interface ProjectPlace {
  readonly file: ProjectFile;
  readonly uri: string;
  /** Null when it is not open. */
  readonly version: number | null;
}

/** A way to hear of a problem no more. */
export interface Disabling {
  readonly title: Message;
  readonly edit: Edit;
}

/** Ways to disable the rule of a problem; first the one that leaves nothing in the published page. */
export function disablings(article: Article, { rule, span }: Problem): readonly Disabling[] {
  const inArticle = disableInArticle(article, rule);
  const onLine = disableOnLine(article, rule, span.start);
  return [
    ...(inArticle ? [{ title: message('Disable {0} in this article', rule), edit: inArticle }] : []),
    ...(onLine ? [{ title: message('Disable {0} for this line', rule), edit: onLine }] : []),
  ];
}

export interface Allowing {
  /** Of the article. */
  readonly uri: string;
  readonly project: ProjectPlace | undefined;
  /** The editor's command that allows a key in its settings, for a project without a file of its own; if it has it. */
  readonly command: string | undefined;
  readonly translate: Translate;
}

/** Allows the key that a problem is about, in the project's file or else in the settings. */
export function allowing({ unknownKey: key }: Problem, { uri, project, command, translate }: Allowing): CodeAction[] {
  if (key === undefined) return [];
  const title = translate(message('Allow “{0}” in this project', key));
  if (project) {
    const edit = allowingKey(project.file, key);
    if (!edit) return [];
    const textDocument = { uri: project.uri, version: project.version };
    const edits = [textEditOf(linesOf(project.file.text), edit)];
    return [{ title, kind: CodeActionKind.QuickFix, edit: { documentChanges: [{ textDocument, edits }] } }];
  }
  if (command === undefined) return [];
  return [{ title, kind: CodeActionKind.QuickFix, command: { title, command, arguments: [uri, key] } }];
}
