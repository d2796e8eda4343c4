import { ConfigurationTarget, Uri, workspace } from 'vscode';
import { text } from '../../protocol/shape';

/** Adds a front matter field to those that are allowed, in the settings nearest to the article. */
export async function allowKey(uri: unknown, key: unknown): Promise<void> {
  const [address, name] = [text(uri), text(key)];
  if (address === undefined || name === undefined) throw new Error('The command needs an article and a field.');
  const article = Uri.parse(address);
  const settings = workspace.getConfiguration('copydesk', article);
  const allowed = settings.get<unknown>('allowedKeys');
  const list = Array.isArray(allowed) ? allowed : [];
  if (!list.includes(name)) await settings.update('allowedKeys', [...list, name], targetFor(article));
}

/** In a workspace of several folders, only that of the article. */
function targetFor(article: Uri): ConfigurationTarget {
  if (!workspace.getWorkspaceFolder(article)) return ConfigurationTarget.Global;
  return (workspace.workspaceFolders?.length ?? 0) > 1
    ? ConfigurationTarget.WorkspaceFolder
    : ConfigurationTarget.Workspace;
}
