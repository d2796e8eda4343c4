import { commands, l10n, type QuickPickItem, window, workspace } from 'vscode';
import {
  CHANGE_BASES,
  CHECK_ALL,
  type CheckAllParams,
  type CheckAllResult,
  changeBases,
  checkAllResult,
} from '../../protocol/requests';
import type { Server } from '../server';
import { askAtLength, type Workers } from './longWork';

/** Checks every article of the workspace; the problems end up in the Problems panel. */
export function checkAll(workers: Workers): Promise<void> {
  return check(workers, l10n.t('Checking all articles'), {});
}

/** Checks what git shows as changed or new. No program is started in a folder that is not trusted. */
export async function checkChanged(workers: Workers): Promise<void> {
  if (!workspace.isTrusted) {
    void window.showWarningMessage(
      l10n.t('Trust this folder first: to see what has changed, git has to be started in it.'),
    );
    return;
  }
  const since = await askSince(workers.server);
  if (since) await check(workers, l10n.t('Checking changed articles'), { changed: true, ...since });
}

/** Since when something counts as changed; asks only on a branch that left another one. Undefined when nothing was chosen. */
async function askSince(server: Server): Promise<Pick<CheckAllParams, 'since'> | undefined> {
  const { branches } = await server.ask({ method: CHANGE_BASES, answer: changeBases });
  if (branches.length === 0) return {};
  const items: (QuickPickItem & Pick<CheckAllParams, 'since'>)[] = [
    { label: l10n.t('Since the last commit') },
    ...branches.map((since) => ({ label: l10n.t('On this branch, since it left {0}', since), since })),
  ];
  const item = await window.showQuickPick(items, { placeHolder: l10n.t('Check what has changed since when?') });
  return item && (item.since === undefined ? {} : { since: item.since });
}

async function check(workers: Workers, title: string, params: CheckAllParams): Promise<void> {
  const result = await askAtLength(workers, title, { method: CHECK_ALL, params, answer: checkAllResult });
  if (result) void report(result); // the notification may stand there for long; the command is done
}

async function report({ files, faulty, problems, errors, refused }: CheckAllResult): Promise<void> {
  if (refused !== undefined) {
    await window.showWarningMessage(refused);
    return;
  }
  if (problems === 0) {
    await window.showInformationMessage(l10n.t('Articles checked: {0}. Nothing to complain about.', files));
    return;
  }
  const show = l10n.t('Show Problems');
  const text = l10n.t(
    'Articles checked: {0}. Problems: {1} in {2} of them. Errors: {3}.',
    files,
    problems,
    faulty,
    errors,
  );
  const tell = errors > 0 ? window.showWarningMessage : window.showInformationMessage;
  if ((await tell(text, show)) === show) await commands.executeCommand('workbench.actions.view.problems');
}
