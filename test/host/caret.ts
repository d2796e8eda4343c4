import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openArticle, until } from './support';

/** The sign for the caret in the texts of tests. */
const CARET = '|';

/** An article in an editor, and the place where its text had a `|`. */
export interface AtCaret {
  readonly editor: vscode.TextEditor;
  readonly document: vscode.TextDocument;
  readonly at: vscode.Position;
}

/** Writes an article whose text has one `|`, opens it without the `|`, and puts the caret there. */
export async function openAt(name: string, marked: string): Promise<AtCaret> {
  const offset = marked.indexOf(CARET);
  assert.ok(offset >= 0 && marked.indexOf(CARET, offset + 1) < 0, 'the text has one caret');
  const editor = await openArticle(name, marked.slice(0, offset) + marked.slice(offset + 1));
  const at = editor.document.positionAt(offset);
  editor.selection = new vscode.Selection(at, at);
  return { editor, document: editor.document, at };
}

/** What Copydesk suggests at a place; other extensions' words, files and snippets are left out. */
export async function suggestionsAt({ document, at }: AtCaret): Promise<vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    at,
  );
  const { Property, Value, EnumMember, Keyword } = vscode.CompletionItemKind;
  return list.items
    .filter(({ kind }) => kind !== undefined && [Property, Value, EnumMember, Keyword].includes(kind))
    .sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
}

export const labelOf = ({ label }: vscode.CompletionItem): string => (typeof label === 'string' ? label : label.label);

/** Waits until a suggestion is there, and returns all. */
export function suggestionsWith(place: AtCaret, label: string): Promise<vscode.CompletionItem[]> {
  return until(`the suggestion ${label}`, async () => {
    const items = await suggestionsAt(place);
    return items.some((item) => labelOf(item) === label) && items;
  });
}

/** Accepts a suggestion as the editor does when it is chosen from the list; the text then is returned. */
export async function acceptAt(place: AtCaret, label: string): Promise<string> {
  const item = (await suggestionsWith(place, label)).find((each) => labelOf(each) === label);
  assert.ok(item);
  const { range, insertText } = item;
  assert.ok(range && insertText !== undefined, 'a suggestion says what it replaces, and by what');
  const where = 'inserting' in range ? range.inserting : range;
  const done =
    typeof insertText === 'string'
      ? await place.editor.edit((edit) => edit.replace(where, insertText))
      : await place.editor.insertSnippet(insertText, where);
  assert.ok(done);
  await vscode.commands.executeCommand('leaveSnippet');
  return place.document.getText();
}

/** The Markdown of all hovers at a place. */
export async function hoversAt({ document, at }: AtCaret): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, at);
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n\n');
}

/** Waits for a hover with this text and returns it. */
export function hoverWith(place: AtCaret, text: string): Promise<string> {
  return until(`a hover with ${text}`, async () => {
    const markdown = await hoversAt(place);
    return markdown.includes(text) && markdown;
  });
}
