import path from 'node:path';
import * as vscode from 'vscode';

/** Asks until the answer is neither undefined, null, false nor an empty list; throws what it waited for after `ms`. */
export async function until<T>(
  what: string,
  ask: () => T | undefined | null | false | PromiseLike<T | undefined | null | false>,
  ms = 10_000,
): Promise<T> {
  for (const end = Date.now() + ms; ; ) {
    const answer = await ask();
    if (answer && !(Array.isArray(answer) && answer.length === 0)) return answer;
    if (Date.now() > end) throw new Error(`Waited ${ms / 1000} s in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The copy of the example newsroom that this window shows. */
export function newsroom(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('The window shows no folder.');
  return folder.uri;
}

/** Writes a file of the newsroom and returns its address; `text` may hold any characters. */
export async function writeFile(name: string, text: string): Promise<vscode.Uri> {
  const uri = vscode.Uri.joinPath(newsroom(), name);
  await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(uri, '..'));
  await vscode.workspace.fs.writeFile(uri, Buffer.from(text, 'utf8'));
  return uri;
}

/** Opens a file of the newsroom in an editor; with `text`, writes it first. */
export async function openArticle(name: string, text?: string): Promise<vscode.TextEditor> {
  const uri = text === undefined ? vscode.Uri.joinPath(newsroom(), name) : await writeFile(name, text);
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false });
}

/** Closes every editor without saving. */
export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** The extension under test. */
export function copydesk(): vscode.Extension<unknown> {
  const extension = vscode.extensions.getExtension('copydesk.copydesk');
  if (!extension) throw new Error('Copydesk is not installed in this window.');
  return extension;
}

/** Waits until Copydesk is awake; opening any article wakes it. */
export async function awake(): Promise<void> {
  await until('Copydesk is active', () => copydesk().isActive);
}

/** Copydesk's problems of a document, as `[rule id, text the problem is on]`. */
export function problemsOf(document: vscode.TextDocument): [string, string][] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter((d) => d.source === 'copydesk' || d.source === 'Copydesk')
    .map((d) => [String(typeof d.code === 'object' ? d.code.value : d.code), document.getText(d.range)]);
}

/** The names of all files of a folder in the newsroom. */
export async function filesIn(folder: string): Promise<string[]> {
  const found = await vscode.workspace.findFiles(
    new vscode.RelativePattern(newsroom(), path.posix.join(folder, '**/*')),
  );
  return found.map((uri) => vscode.workspace.asRelativePath(uri)).sort();
}
