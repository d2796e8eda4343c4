import { l10n, type QuickPickItem, window } from 'vscode';
import { FIX_SITE, FIXABLE, fixableRules, fixSiteResult } from '../../protocol/requests';
import { askAtLength, type Workers } from './longWork';

interface Choice extends QuickPickItem {
  readonly rule?: string;
  readonly uris: readonly string[];
}

/** Shows every fix in all articles that is safe without looking, for the editor to confirm; of one rule, when chosen. */
export async function fixSite(workers: Workers): Promise<void> {
  const looking = l10n.t('Looking for what can be fixed');
  const rules = await askAtLength(workers, looking, { method: FIXABLE, answer: fixableRules });
  if (!rules) return;
  if (rules.length === 0) {
    void window.showInformationMessage(l10n.t('In no article is there anything that Copydesk can fix by itself.'));
    return;
  }
  const choice = await window.showQuickPick(
    [
      choiceOf(l10n.t('All rules'), [...new Set(rules.flatMap(({ uris }) => uris))]),
      ...rules.map(({ rule, summary, uris }): Choice => ({ ...choiceOf(rule, uris), rule, detail: summary })),
    ],
    {
      title: l10n.t('Fix All in the Site'),
      placeHolder: l10n.t('What is to be fixed? You see every change before it is made.'),
      matchOnDetail: true,
    },
  );
  if (!choice) return;
  const { rule, uris } = choice;
  const working = l10n.t('Working out the fixes');
  const params = { uris, ...(rule === undefined ? {} : { rule }) };
  const result = await askAtLength(workers, working, { method: FIX_SITE, params, answer: fixSiteResult });
  if (result?.applied && result.more > 0)
    void window.showInformationMessage(
      l10n.t('{0} more articles can be fixed. Run the command again once these are done.', result.more),
    );
}

function choiceOf(label: string, uris: readonly string[]): Choice {
  return { label, description: uris.length === 1 ? l10n.t('1 article') : l10n.t('{0} articles', uris.length), uris };
}
