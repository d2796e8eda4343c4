import { type CancellationToken, commands, l10n, ProgressLocation, window, workspace } from 'vscode';
import { type BaseLanguageClient, WorkDoneProgress } from 'vscode-languageclient';
import { CHECK_ALL, type CheckAllResult, checkAllResult } from '../../protocol/requests';
import type { Server } from '../server';

/** Checks every article of the workspace; the problems end up in the Problems panel. */
export function checkAll(server: Server, client: BaseLanguageClient): Promise<void> {
  return check(server, client, { changed: false, title: l10n.t('Checking all articles') });
}

/** Checks what git shows as changed or new. No program is started in a folder that is not trusted. */
export async function checkChanged(server: Server, client: BaseLanguageClient): Promise<void> {
  if (workspace.isTrusted) return check(server, client, { changed: true, title: l10n.t('Checking changed articles') });
  void window.showWarningMessage(
    l10n.t('Trust this folder first: to see what has changed, git has to be started in it.'),
  );
}

async function check(
  server: Server,
  client: BaseLanguageClient,
  { changed, title }: { readonly changed: boolean; readonly title: string },
): Promise<void> {
  const options = { location: ProgressLocation.Notification, cancellable: true, title };
  const result = await window.withProgress(options, async (progress, token) => {
    const workDoneToken = `copydesk-check-${Date.now()}`;
    let done = 0; // percent
    const listening = client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
      if (value.kind === 'end') return;
      const percentage = value.percentage ?? done;
      progress.report({ message: value.message, increment: Math.max(0, percentage - done) });
      done = Math.max(done, percentage);
    });
    try {
      return await server.ask({ method: CHECK_ALL, params: { workDoneToken, changed }, answer: checkAllResult, token });
    } catch (error) {
      return cancelled(token, error);
    } finally {
      listening.dispose();
    }
  });
  if (result) void report(result); // the notification may stand there for long; the command is done
}

function cancelled(token: CancellationToken, error: unknown): undefined {
  if (token.isCancellationRequested) return undefined;
  throw error;
}

async function report({ files, problems, errors, refused }: CheckAllResult): Promise<void> {
  if (refused !== undefined) {
    await window.showWarningMessage(refused);
    return;
  }
  if (problems === 0) {
    await window.showInformationMessage(l10n.t('Checked {0} articles: nothing to complain about.', files));
    return;
  }
  const show = l10n.t('Show Problems');
  const text = l10n.t('Checked {0} articles: {1} problems, {2} of them errors.', files, problems, errors);
  const tell = errors > 0 ? window.showWarningMessage : window.showInformationMessage;
  if ((await tell(text, show)) === show) await commands.executeCommand('workbench.actions.view.problems');
}
