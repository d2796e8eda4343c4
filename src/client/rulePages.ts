import { commands, type Disposable, EventEmitter, l10n, Uri, workspace } from 'vscode';
import { EXPLAIN, explainResult } from '../protocol/requests';
import type { Server } from './server';

/** Shows the pages of rules, which come with the extension. */
export interface RulePages extends Disposable {
  /** @param problem what the rule says in the article at hand */
  show(rule: string, problem: string): Promise<void>;
}

const SCHEME = 'copydesk-rule';
const PAGE = /^\/docs\/rules\/([a-z-]+)\.md$/;

/** Above each page stands in the editor's language what it is about: the pages are in English. */
export function rulePagesOf(server: Server, extensionUri: Uri): RulePages {
  const problems = new Map<string, string>();
  const changed = new EventEmitter<Uri>();
  const content = async ({ path }: Uri): Promise<string> => {
    const rule = PAGE.exec(path)?.[1];
    if (rule === undefined) throw new Error(l10n.t('There is no page {0}.', path));
    const bytes = await workspace.fs.readFile(Uri.joinPath(extensionUri, path));
    const { summary, page } = await server.ask({ method: EXPLAIN, params: { rule }, answer: explainResult });
    const [title = '', ...rest] = new TextDecoder().decode(bytes).split('\n');
    const above = [title, '', `**${summary}**`, ...quoted(problems.get(rule)), ...rest].join('\n');
    // Only the pages of rules come with the extension.
    return above.replaceAll('](../', `](${new URL('..', page)}`);
  };
  const provider = workspace.registerTextDocumentContentProvider(SCHEME, {
    onDidChange: changed.event,
    provideTextDocumentContent: content,
  });
  return {
    async show(rule, problem) {
      const uri = Uri.from({ scheme: SCHEME, path: `/docs/rules/${rule}.md` });
      problems.set(rule, problem);
      changed.fire(uri);
      await workspace.openTextDocument(uri); // what goes wrong is told
      // One that is not locked would turn into a preview of the next article.
      await commands.executeCommand('markdown.showLockedPreviewToSide', uri);
    },
    dispose() {
      provider.dispose();
      changed.dispose();
    },
  };
}

/** Words of an article are not Markdown here. */
function quoted(problem: string | undefined): string[] {
  if (problem === undefined) return [];
  return ['', ...problem.split('\n').map((line) => `> ${line.replace(/[\\`*_{}[\]()#+.!|<>~$&-]/g, '\\$&')}`), ''];
}
