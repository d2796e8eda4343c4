import { commands, type ExtensionContext, l10n, window, workspace } from 'vscode';
import { State } from 'vscode-languageclient';
import { ALLOW_KEY, EXPLAIN_RULE, SITE, siteResult } from '../protocol/requests';
import { orNull } from '../protocol/shape';
import type { Desk } from './activate';
import { type Articles, watchArticles } from './articles';
import { allowKey } from './commands/allowKey';
import { checkAll, checkChanged } from './commands/checkAll';
import { explain, explainRule } from './commands/explain';
import { fixAll } from './commands/fixAll';
import { fixSite } from './commands/fixSite';
import { goToArticle } from './commands/goToArticle';
import { insertDate } from './commands/insertDate';
import { newArticle } from './commands/newArticle';
import type { CommandName } from './names';
import { type Preview, previewOf } from './preview/preview';
import { type RulePages, rulePagesOf } from './rulePages';
import { clientOf, type MakeClient, type Server, serverOf } from './server';
import { type LastAsk, suggestInFrontMatter, withoutWords } from './suggest';

/** Starts the server and everything that leans on it. Returns before the server is ready; what asks it waits. */
export function startDesk(context: ExtensionContext, make: MakeClient): Desk {
  const log = window.createOutputChannel('Copydesk', { log: true });
  const lastAsk: LastAsk = { document: undefined, version: 0 };
  const client = clientOf(make, log, withoutWords(lastAsk));
  const server = serverOf(client, log);
  const articles = watchArticles(client);
  const preview = previewOf({ server, articles, extensionUri: context.extensionUri });
  const pages = rulePagesOf(server, context.extensionUri);
  context.subscriptions.push(log, articles, preview, pages, suggestInFrontMatter(articles, lastAsk));
  context.subscriptions.push(
    commands.registerCommand(ALLOW_KEY, (uri: unknown, key: unknown) => tell(server, () => allowKey(uri, key))),
    commands.registerCommand(EXPLAIN_RULE, (rule: unknown, message: unknown) =>
      tell(server, async () => explainRule(pages, rule, message)),
    ),
  );
  client.onDidChangeState(({ newState }) => {
    if (newState === State.Running) void greet(server, articles);
    else articles.clear();
  });
  // What was refused before may be read now.
  context.subscriptions.push(workspace.onDidGrantWorkspaceTrust(() => void server.restart()));
  client.start().catch((error: unknown) => log.error(error instanceof Error ? error : String(error)));
  return {
    run: (command) => tell(server, () => commandOf(command, { server, client, articles, preview, pages })),
    restorePreview: (panel, state) => preview.restore(panel, state),
    stop: () => server.stop(),
  };
}

/** Asks whether this workspace has articles at all, for the commands that need none open. */
async function greet(server: Server, articles: Articles): Promise<void> {
  try {
    const site = await server.ask({ method: SITE, answer: orNull(siteResult) });
    if (site && (site.found || site.sections.length > 0)) articles.setActive();
  } catch (error) {
    server.log.warn(String(error));
  }
}

interface Parts {
  readonly server: Server;
  readonly client: ReturnType<typeof clientOf>;
  readonly articles: Articles;
  readonly preview: Preview;
  readonly pages: RulePages;
}

function commandOf(command: CommandName, { server, client, articles, preview, pages }: Parts): Promise<void> {
  switch (command) {
    case 'openPreview':
      return preview.open();
    case 'newArticle':
      return newArticle(server);
    case 'checkAll':
      return checkAll({ server, client });
    case 'checkChanged':
      return checkChanged({ server, client });
    case 'explain':
      return explain(pages);
    case 'fixSite':
      return fixSite({ server, client });
    case 'fixAll':
      return fixAll(articles);
    case 'insertDate':
      return insertDate(server);
    case 'goToArticle':
      return goToArticle(server);
    case 'restartServer':
      return server.restart();
    case 'showLog':
      server.log.show();
      return Promise.resolve();
    default:
      return command satisfies never;
  }
}

/** Runs a command; what goes wrong is told in a sentence, and in full in the log. */
async function tell(server: Server, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    server.log.error(error instanceof Error ? error : String(error));
    const show = l10n.t('Show Log');
    const text = l10n.t('That did not work: {0}', error instanceof Error ? error.message : String(error));
    if ((await window.showErrorMessage(text, show)) === show) server.log.show();
  }
}
