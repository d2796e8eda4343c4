import { FileType, l10n, Position, Selection, type TextDocument, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { NEW_ARTICLE, newArticleResult, type SiteResult } from '../../protocol/requests';
import type { Server } from '../server';
import { proposeName } from './articleName';
import { siteOf } from './site';

/** Asks for a folder, a title and a file name, and opens the new article where writing goes on. */
export async function newArticle(server: Server): Promise<void> {
  const site = await siteOf(server, window.activeTextEditor?.document.uri);
  const folder = await pickFolder(site);
  if (folder === undefined) return;
  const title = await window.showInputBox({
    title: l10n.t('New Article'),
    prompt: l10n.t('Title of the article; it can still be changed later'),
    placeHolder: l10n.t('Title'),
    ignoreFocusOut: true,
  });
  if (title === undefined) return;
  const name = await askName(site, folder, title.trim());
  if (name === undefined) return;
  const params = { rootUri: site.rootUri, folder, name, title: title.trim() };
  const created = await server.ask({ method: NEW_ARTICLE, params, answer: newArticleResult });
  await create(Uri.parse(created.uri), created.text);
}

async function pickFolder(site: SiteResult): Promise<string | undefined> {
  const places = site.sections.map(({ folder, language, articles }) => ({
    label: folder,
    description: [language, l10n.t('{0} articles', articles)].filter(Boolean).join(' · '),
  }));
  if (places.length === 0) return 'content';
  const placeHolder = l10n.t('Where does the article go?');
  return (await window.showQuickPick(places, { title: l10n.t('New Article'), placeHolder, ignoreFocusOut: true }))
    ?.label;
}

async function askName(site: SiteResult, folder: string, title: string): Promise<string | undefined> {
  const siblings = await filesIn(Uri.joinPath(Uri.parse(site.rootUri), folder));
  const value = proposeName({ title, siblings, now: site.now });
  return window.showInputBox({
    title: l10n.t('New Article'),
    prompt: l10n.t('File name in {0}', folder),
    value,
    valueSelection: [0, value.indexOf('.')],
    ignoreFocusOut: true,
    validateInput: (name) => complaint(name, siblings),
  });
}

function complaint(name: string, siblings: readonly string[]): string | undefined {
  if (!/\.md$/i.test(name)) return l10n.t('An article’s file name ends in .md');
  if (/[\\/:*?"<>|]/.test(name) || name.startsWith('.')) return l10n.t('This cannot be the name of a file');
  const taken = siblings.some((other) => other.toLowerCase() === name.toLowerCase());
  return taken ? l10n.t('There is a file of this name already') : undefined;
}

/** Names of the files in a folder; none when the folder is yet to be made. */
async function filesIn(folder: Uri): Promise<string[]> {
  try {
    const entries = await workspace.fs.readDirectory(folder);
    return entries.filter(([, type]) => (type & FileType.Directory) === 0).map(([name]) => name);
  } catch {
    return [];
  }
}

async function create(uri: Uri, text: string): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.createFile(uri, { overwrite: false, contents: new TextEncoder().encode(text) });
  if (!(await workspace.applyEdit(edit))) throw new Error(l10n.t('The file {0} could not be created', uri.fsPath));
  const document = await workspace.openTextDocument(uri);
  const editor = await window.showTextDocument(document);
  editor.selection = writingPlace(document);
  editor.revealRange(editor.selection);
}

/** Within an empty title, else below everything that is there. */
function writingPlace(document: TextDocument): Selection {
  const empty = /^title\s*[:=]\s*(["'])\1/m.exec(document.getText());
  const at = empty
    ? document.positionAt(empty.index + empty[0].length - 1)
    : new Position(document.lineCount - 1, document.lineAt(document.lineCount - 1).text.length);
  return new Selection(at, at);
}
