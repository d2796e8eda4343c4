import { CancellationTokenSource, l10n, type QuickPickItem, Uri, window } from 'vscode';
import { ARTICLES, type ArticleItem, articleItems } from '../../protocol/requests';
import type { Server } from '../server';

interface Pick extends QuickPickItem {
  readonly uri: string;
}

/** Opens an article by its title, the newest first. */
export async function goToArticle(server: Server): Promise<void> {
  const stop = new CancellationTokenSource();
  const box = window.createQuickPick<Pick>();
  box.placeholder = l10n.t('Title, date or path of an article');
  box.matchOnDescription = true;
  box.busy = true;
  box.show();
  const picked = new Promise<Pick | undefined>((resolve) => {
    box.onDidAccept(() => resolve(box.selectedItems[0]));
    box.onDidHide(() => resolve(undefined));
  });
  try {
    const asked = server.ask({ method: ARTICLES, answer: articleItems, token: stop.token });
    const first = await Promise.race([asked, picked]);
    if (!first || !('length' in first)) return;
    box.items = picks(first);
    box.busy = false;
    const pick = await picked;
    if (pick) await window.showTextDocument(Uri.parse(pick.uri));
  } finally {
    stop.cancel();
    stop.dispose();
    box.dispose();
  }
}

function picks(articles: readonly ArticleItem[]): Pick[] {
  return articles
    .toSorted((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))
    .map(({ uri, title, date, path }) => ({
      uri,
      label: title === '' ? path.slice(path.lastIndexOf('/') + 1) : title,
      description: `${date.slice(0, 10)}  ${path}`.trim(),
    }));
}
