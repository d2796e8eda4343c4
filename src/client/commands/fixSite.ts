import { l10n, ProgressLocation, window } from 'vscode';
import { FIX_SITE, fixSiteResult } from '../../protocol/requests';
import type { Server } from '../server';

/** Shows every fix in all articles that is safe without looking, for the editor to confirm; of one rule, when chosen. */
export async function fixSite(server: Server): Promise<void> {
  const everything = l10n.t('All rules');
  const rule = await window.showInputBox({
    title: l10n.t('Fix All in the Site'),
    prompt: l10n.t('Name of a rule, or nothing for all of them'),
    placeHolder: everything,
  });
  if (rule === undefined) return;
  const options = {
    location: ProgressLocation.Notification,
    cancellable: true,
    title: l10n.t('Looking for what can be fixed'),
  };
  const params = rule.trim() === '' ? {} : { rule: rule.trim() };
  const result = await window.withProgress(options, async (_, token) => {
    try {
      return await server.ask({ method: FIX_SITE, params, answer: fixSiteResult, token });
    } catch (error) {
      if (token.isCancellationRequested) return undefined;
      throw error;
    }
  });
  if (!result) return;
  if (result.files === 0) void window.showInformationMessage(l10n.t('Nothing here that Copydesk can fix by itself.'));
  else if (result.more > 0)
    void window.showInformationMessage(
      l10n.t('{0} more articles can be fixed. Run the command again once these are done.', result.more),
    );
}
